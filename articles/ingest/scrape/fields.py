"""What a page prints about its article: headline, date, byline, source, keywords.

Each finder looks only where such a field stands, around the body, and says from which characters it took
the value, so that exactly those are kept.
"""

import re
from dataclasses import dataclass, field
from datetime import date, datetime

from articles.ingest.lines import Line
from articles.ingest.scrape.headline import find_headline
from articles.ingest.scrape.page import META_WIDTH, Page, Run
from articles.ingest.scrape.phrases import DATE_LABEL, KEYWORD_LABEL, SOURCE
from articles.text.bylines import Byline, find_byline, looks_like_affiliation, looks_like_name
from articles.text.keywords import split_keywords

# How far around the body its fields stand, in lines that are not blank.
ABOVE_HEADLINE = 4
WITHOUT_HEADLINE = 8
BELOW_BODY = 8
KEYWORDS_REACH = 200

HASHTAGS = re.compile(r"(?:[#＃][^\s#＃]+\s*){2,}$")
NAME_LABEL = re.compile(r"(?:by|文|作者|撰文|撰稿|記者|记者)\s*[:：/／]?$", re.IGNORECASE)
UPDATE_LABEL = re.compile(r"更新|修改|updated|modified|수정|最終", re.IGNORECASE)


@dataclass
class Fields:
    """The fields of an article and the places, (start, end) in the document, that hold them.

    kept: places of names, source and keywords. dates: places of the printed date, held in ISO form.
    """

    headline: Line | None = None
    published: date | datetime | None = None
    byline: tuple[str, ...] = ()
    source: str = ""
    keywords: list[str] = field(default_factory=list)
    kept: list[tuple[int, int]] = field(default_factory=list)
    dates: list[tuple[int, int]] = field(default_factory=list)


def read_fields(page: Page, body: Run) -> Fields:
    """The fields printed around a body."""
    fields = Fields(headline=find_headline(page, body))
    around = _around(page, body, fields.headline)
    _read_date(page, around, fields)
    _read_byline(page, body, around, fields)
    _read_source(page, around, fields)
    _read_keywords(page, body, fields)
    return fields


def _around(page: Page, body: Run, headline: Line | None) -> list[int]:
    """Numbers of the lines that may print fields: before the body first, then below it."""
    top = headline.number - ABOVE_HEADLINE if headline else body.first - WITHOUT_HEADLINE
    before = [n for n in range(max(0, top), body.first) if not headline or n != headline.number]
    return before + list(range(body.last + 1, min(len(page.lines), body.last + 1 + BELOW_BODY)))


def _read_date(page: Page, around: list[int], fields: Fields) -> None:
    printed = [(page.lines[n], found) for n in around for found in page.dates(n)]
    if not printed:
        return
    line, found = min(printed, key=lambda pair: _date_rank(*pair))
    fields.published = found.value
    fields.dates.append((line.start + found.start, line.start + found.end))


def _date_rank(line: Line, found) -> int:
    before = line.text[: found.start]
    if UPDATE_LABEL.search(before) and not DATE_LABEL.search(before):
        return 2
    return 0 if DATE_LABEL.search(before) else 1


def _read_byline(page: Page, body: Run, around: list[int], fields: Fields) -> None:
    for number in around + _signed_lines(page, body):
        line = page.lines[number]
        if page.captions[number] or page.rules[number]:
            continue
        if byline := find_byline(line.text) or (number < body.first and _named_by_place(page, number)):
            fields.byline = byline.names
            if not is_quoted(page, body, number):
                fields.kept += [(line.start + start, line.start + end) for start, end in byline.spans]
            return


def _signed_lines(page: Page, body: Run) -> list[int]:
    """Lines of the body where a writer signs: the first three, the last, and short ones between them."""
    last = body.last
    short = [
        n for n in range(body.first + 3, last) if page.lines[n].width < 25 and not page.lines[n].full_stops
    ]
    return [*range(body.first, min(body.first + 3, last + 1)), *short, last]


def _named_by_place(page: Page, number: int) -> Byline | None:
    """A name without a label of its own: below one, behind a source, or before its bearer's office."""
    text = page.lines[number].text
    label = page.lines[number - 1].text if number else ""
    if (
        NAME_LABEL.match(label)
        and (below := find_byline(f"{label} {text}"))
        and text.startswith(below.names[0])
    ):
        return (
            Byline((text,), ((0, len(text)),)) if len(below.names) == 1 and text == below.names[0] else None
        )
    if (source := SOURCE.search(text)) and looks_like_name(name := text[source.end() :].strip()):
        return Byline((name,), ((text.rindex(name), len(text)),))
    name, _, office = text.partition(" ")
    return (
        Byline((name,), ((0, len(name)),))
        if looks_like_name(name) and looks_like_affiliation(office)
        else None
    )


def is_quoted(page: Page, body: Run, number: int) -> bool:
    """Whether a line stays in the body, so that a name in it is kept there already."""
    line = page.lines[number]
    return body.first <= number <= body.last and (line.width > META_WIDTH or line.full_stops > 0)


def _read_source(page: Page, around: list[int], fields: Fields) -> None:
    for number in around:
        line = page.lines[number]
        found = SOURCE.search(line.text) if line.width <= META_WIDTH and not page.captions[number] else None
        if found:
            fields.source = found["name"]
            fields.kept.append((line.start + found.start("name"), line.start + found.end("name")))
            return


def _read_keywords(page: Page, body: Run, fields: Fields) -> None:
    text = " ".join(page.lines[n].text for n in range(body.first, body.last + 1))
    for number in _keyword_lines(page, body):
        line = page.lines[number]
        label = KEYWORD_LABEL.match(line.text)
        start = label.end() if label else 0
        fields.keywords = [word for word in split_keywords(line.text[start:], text) if word in line.text]
        fields.kept += _places(line, start, fields.keywords)
        return


def _keyword_lines(page: Page, body: Run):
    """Numbers of the lines that print keywords: behind a label, below one that stands alone, or #tags."""
    below = range(body.last + 1, min(len(page.lines), body.last + KEYWORDS_REACH))
    above = range(max(0, body.first - WITHOUT_HEADLINE), body.first)
    for number in [*below, *above]:
        line = page.lines[number]
        label = KEYWORD_LABEL.match(line.text)
        if label and label.end() < len(line.text):
            yield number
        elif label and number + 1 < len(page.lines):
            yield number + 1
        elif number <= body.last + BELOW_BODY and HASHTAGS.match(line.text):
            yield number


def _places(line: Line, start: int, words: list[str]) -> list[tuple[int, int]]:
    places, at = [], start
    for word in words:
        at = line.text.find(word, at)
        if at < 0:
            break
        places.append((line.start + at, line.start + at + len(word)))
        at += len(word)
    return places
