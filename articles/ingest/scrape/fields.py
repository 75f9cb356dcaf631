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
from articles.ingest.scrape.phrases import KEYWORD_LABEL
from articles.text.bylines import find_byline
from articles.text.keywords import split_keywords

# How far around the body its fields stand, in lines that are not blank.
ABOVE_HEADLINE = 4
WITHOUT_HEADLINE = 8
BELOW_BODY = 8
KEYWORDS_REACH = 200

SOURCE = re.compile(
    r"(?:來源|来源|稿源|出處|出处|轉自|转自|source|出典|配信元?|提供元|출처)\s*[:：]\s*"
    r"(?P<name>[^\s:：｜|，,。/／()（）\[\]【】]{2,24}(?: [A-Z][\w.]*){0,3})",
    re.IGNORECASE,
)
HASHTAGS = re.compile(r"(?:[#＃][^\s#＃]+\s*){2,}$")
DATE_LABEL = re.compile(
    r"發[布佈表]|发[布表]|出版|刊[登出]|上架|日期|時間|时间|posted|published|date|公開|配信|掲載|입력|등록|승인",
    re.IGNORECASE,
)
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
    inside = [*range(body.first, min(body.first + 3, body.last + 1)), body.last]
    for number in around + inside:
        line = page.lines[number]
        if page.captions[number] or page.rules[number]:
            continue
        if byline := find_byline(line.text):
            fields.byline = byline.names
            if not is_quoted(page, body, number):
                fields.kept += [(line.start + start, line.start + end) for start, end in byline.spans]
            return


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
