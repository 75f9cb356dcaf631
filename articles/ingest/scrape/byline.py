"""Who signed an article: the byline around a body, or in its first and last lines."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from articles.ingest.furniture.labels import SOURCE
from articles.ingest.plain.segment import Span
from articles.ingest.scrape.name_lines import named_above, reporters_above
from articles.ingest.scrape.page import META_WIDTH, TITLE_WIDTH, LineRun, Page
from articles.text.press.bylines import (
    Byline,
    find_byline,
    find_closing_byline,
    is_of_others,
    is_translation,
    looks_like_affiliation,
    looks_like_name,
    unspaced,
)
from articles.text.press.posted import find_byline_beside

# A writer signs in the first three lines, in the last, or on a short line between them.
HEAD_LINES = 3
SIGNATURE_WIDTH = 25  # Han characters: a name with house and office

NAME_LABEL = re.compile(
    r"[\d\W]*(?:by|文字?|(?:作者|記者|记者)?署名|作者|撰文|撰稿|記者|记者)\s*[:：/／]?$", re.IGNORECASE
)
# How a page introduces its writer below the story, right behind the name.
INTRODUCED = re.compile(r"\s+(?:is|was|has|covers|writes|reports|joined|lives|teaches|edits)\b")
# A shorter name beside a date may be a section's.
SURE_NAME = 3


@dataclass(frozen=True)
class Signature:
    """The places of the names of those who signed. is_apart: whether these stand outside the body's text."""

    places: list[Span]
    is_apart: bool


def find_signature(page: Page, body: LineRun, around: list[int]) -> Signature | None:
    """The first byline on the lines around a body, else in it.

    around: numbers of the lines before and below the body, in the order in which they are trusted.
    """
    above = [number for number in around if number < body.first]
    written = [number for number in around if not is_translation(page.lines[number].text)]
    if places := reporters_above(page, body, above):
        return Signature(places, is_apart=True)
    if found := next(_signatures(page, body, written), None):
        return found
    if places := named_above(page, body, above):
        return Signature(places, is_apart=True)
    translated = [number for number in around if number not in written]
    return next(_signatures(page, body, _signed_lines(page, body) + translated), None)


def _signatures(page: Page, body: LineRun, numbers: list[int]) -> Iterator[Signature]:
    for number in numbers:
        places = list(_signed_places(page, body, number))
        if places and _stays_in_body(page, body, number):
            yield Signature(places, is_apart=False)
        elif places:
            below = range(number + 1, len(page.lines))
            beside = takewhile(
                lambda n: any(
                    is_more(page, body, n)
                    for is_more in (_signs_too, _is_on_cards, _is_in_stack, _is_labelled_too)
                ),
                below,
            )
            more = [place for other in beside for place in _signed_places(page, body, other)]
            yield Signature(_once_each(page, places + more), is_apart=True)


def _signed_places(page: Page, body: LineRun, number: int) -> Iterator[Span]:
    if page.captions[number] or page.rules[number]:
        return
    byline = _printed(page, number) or (_named_by_place(page, number) if number < body.first else None)
    if not byline and number == body.last:
        byline = find_closing_byline(page.lines[number].text)
    for span in byline.spans if byline else ():
        yield page.lines[number].place(*span)


def _signs_too(page: Page, body: LineRun, number: int) -> bool:
    """Whether a line below a byline is one more: several writers, one a line."""
    line, is_outside = page.lines[number], not body.first <= number <= body.last
    return is_outside and _may_sign(page, number) and find_byline(line.text) is not None


def _is_on_cards(page: Page, body: LineRun, number: int) -> bool:
    """Whether a line stands on the card of every writer: a button below the name."""
    is_outside = not body.first <= number <= body.last
    return is_outside and _may_sign(page, number) and page.copies[page.lines[number].text] > 1


def _is_in_stack(page: Page, body: LineRun, number: int) -> bool:
    """Whether a line above the story says what a writer is, or names one more above what that one is."""
    if number + 1 >= body.first:
        return False
    named = looks_like_name(page.lines[number].text)
    office = page.lines[number + named]
    return office.width < META_WIDTH and looks_like_affiliation(office.text)


def _is_labelled_too(page: Page, body: LineRun, number: int) -> bool:
    """Whether a line above the story is one more writer's label alone, or the name below it."""
    label = number if NAME_LABEL.match(page.lines[number].text) else number - 1
    if number >= body.first or not NAME_LABEL.match(page.lines[label].text):
        return False
    return _is_name_alone(page.lines[label + 1].text)


def _once_each(page: Page, places: list[Span]) -> list[Span]:
    """The places of names, each person's first: a card prints 김하늘 기자 and 김하늘기자."""
    first: dict[str, Span] = {}
    for place in places:
        first.setdefault(unspaced(page.said_at(place)), place)
    return list(first.values())


def _printed(page: Page, number: int) -> Byline | None:
    """The byline that a line prints, in front of its date or behind it."""
    text = page.lines[number].text
    return find_byline(text) or find_byline_beside(text, page.dates(number))


def _signed_lines(page: Page, body: LineRun) -> list[int]:
    head = min(body.first + HEAD_LINES, body.last)
    short = [n for n in range(head, body.last) if _may_sign(page, n)]
    return [*range(body.first, head), *short, body.last]


def _may_sign(page: Page, number: int) -> bool:
    return page.lines[number].width < SIGNATURE_WIDTH and not page.lines[number].full_stops


def _stays_in_body(page: Page, body: LineRun, number: int) -> bool:
    line = page.lines[number]
    return body.first <= number <= body.last and (line.width > META_WIDTH or line.full_stops > 0)


def _named_by_place(page: Page, number: int) -> Byline | None:
    """A name without a label of its own: below one, behind a source, or before its bearer's office."""
    text = page.lines[number].text
    name, _, office = text.partition(" ")
    source = SOURCE.search(text)
    if number and NAME_LABEL.match(page.lines[number - 1].text) and _is_name_alone(text):
        return _byline(text, text)
    if source and looks_like_name(text[source.end() :].strip()):
        return _byline(text, text[source.end() :].strip())
    if looks_like_name(name) and looks_like_affiliation(office):
        return _byline(text, name)
    return _byline(text, text) if _heads_a_story(page, number) else None


def _heads_a_story(page: Page, number: int) -> bool:
    """Whether a line is a name alone, which its bearer's office, or a date and the page, bear out.

    An entry of a list is none: • 鹽田散步 begins with a family name, as many a title does.
    """
    text = page.lines[number].text
    dated = page.prints_date(number + 1) or (number > 0 and page.prints_date(number - 1))
    if text in page.writers:
        return True
    if not looks_like_name(text) or (page.lines[number].bullet and not _is_in_list_of_writers(page, number)):
        return False
    if number and is_of_others(page.lines[number - 1].text):
        return False
    below = page.lines[number + 1]
    if looks_like_affiliation(below.text) and below.width < META_WIDTH:
        return True
    if page.copies[text] > 1:
        return False
    if text.isascii():
        return dated and (_is_introduced(page, text) or _is_below_title(page, number))
    return dated and _is_no_section(page, text)


def _is_in_list_of_writers(page: Page, number: int) -> bool:
    """Whether a list has nothing but names, each above its bearer's office."""
    above = takewhile(lambda line: line.bullet, reversed(page.lines[:number]))
    items = [*reversed(list(above)), *takewhile(lambda line: line.bullet, page.lines[number:])]
    names, offices = items[::2], items[1::2]
    if len(names) != len(offices) or not all(looks_like_name(line.text) for line in names):
        return False
    return all(looks_like_affiliation(line.text) for line in offices)


def _is_below_title(page: Page, number: int) -> bool:
    """Whether a name that no sentence tells of stands between a title and its date; sections stand above."""
    title, surname = page.lines[number - 1], page.lines[number].text.split()[-1]
    told = any(surname in line.text for line in page.lines if line.is_prose)
    plain = not (title.is_menu or page.rules[title.number] or title.bullet or page.prints_date(title.number))
    between = number > 0 and title.width >= TITLE_WIDTH[0] and page.prints_date(number + 1)
    return between and plain and not told


def _is_introduced(page: Page, name: str) -> bool:
    return any(introduces(line.text, name) for line in page.lines)


def introduces(text: str, name: str) -> bool:
    """Whether a line begins with who a writer is."""
    return text.startswith(name) and INTRODUCED.match(text, len(name)) is not None


def _is_no_section(page: Page, name: str) -> bool:
    return len(name) >= SURE_NAME and not any(line.is_menu and name in line.text for line in page.lines)


def _is_name_alone(text: str) -> bool:
    byline = find_byline(f"By {text}") if text.isascii() else None
    return byline.names == (text,) if byline else looks_like_name(text)


def _byline(text: str, name: str) -> Byline:
    start = text.rindex(name)
    return Byline((name,), ((start, start + len(name)),))
