"""Writers named without a label on lines of their own above a story.

These things bear such names out: the places that reporters write from, the date right beside names, and
the button to follow the account whose page it is. A story never speaks of its writer.
"""

import re
from collections.abc import Iterable
from itertools import takewhile

from articles.ingest.furniture.labels import FOLLOW
from articles.ingest.plain.segment import Segment, Span
from articles.ingest.scrape.page import LineRun, Page
from articles.text.names.persons import (
    could_be_pen_name,
    looks_like_name,
    may_be_section,
    names_apart,
    places_of,
    told_as,
)
from articles.text.press.posted import names_beside

# Between reporters and behind them, one a line: in Jakarta / and / Kenji Orita / in Tokyo.
# No place that papers report from has more than three words.
JOINT = re.compile(r"(?:and|&|,|by)", re.IGNORECASE)
FROM_PLACE = re.compile(r"in [A-Z][\w.’'-]{1,20}(?: [A-Z][\w.’'-]{1,20}){0,2},?")
# Jane Doe / Jakarta, and below it: with Kenji Orita
NAME_AND_PLACE = re.compile(
    r"(?P<name>[A-Z][^/|,:]{3,40}?)\s?[/|]\s?(?P<place>[A-Z][\w.’'-]{2,20}(?: [A-Z][\w.’'-]{1,20}){0,2})"
)
WITH = re.compile(r"(?:with|and) (?P<name>[A-Z][^/|,:]{3,40})")
MOST_LINES = 12  # of reporters and their places
INTRODUCTION = 2  # lines at the end of a body in which its writers are introduced
BUTTON_REACH = 3  # lines from the first print of an account's name to its button


def named_above(page: Page, body: LineRun, above: list[int]) -> list[Span]:
    """The places of the names that stand on lines of their own above a story; [] when nothing bears them out.

    above: numbers of the lines around the headline, up to the body.
    """
    return _untold(
        page,
        body,
        (
            way(page, number, body.first)
            for way in (_pair, _dated, _account, _placed_by_slash)
            for number in above
        ),
    )


def reporters_above(page: Page, body: LineRun, above: list[int]) -> list[Span]:
    """The places of names one a line, each followed by where its bearer reports from or below the word By."""
    return _untold(page, body, (_reporters(page, number, body.first) for number in above))


def _untold(page: Page, body: LineRun, found: Iterable[dict[str, Span]]) -> list[Span]:
    """The first of the names found of whose bearers the story does not speak."""
    return next((list(names.values()) for names in found if names and not _are_told(page, body, names)), [])


def _are_told(page: Page, body: LineRun, names: dict[str, Span]) -> bool:
    """Whether the story speaks of somebody; its last lines may say who its writers are."""
    told = page.lines[body.first : body.last + 1]
    lines = [line.text for line in told if not page.captions[line.number]]
    last = [text for text in lines[-INTRODUCTION:] if not text.startswith(tuple(names))]
    story = " ".join([*lines[:-INTRODUCTION], *last])
    return any(told_as(name).search(story) for name in names)


def _reporters(page: Page, number: int, end: int) -> dict[str, Span]:
    """Names one a line, each followed by where its bearer reports from."""
    stack = list(takewhile(_is_of_reporters, page.lines[number : min(end, number + MOST_LINES)]))
    names = [line for line in stack if _is_latin_name(line)]
    placed = [line for line in names if FROM_PLACE.fullmatch(page.lines[line.number + 1].text)]
    is_signed = bool(stack) and stack[0].text.lower() == "by"
    return {line.text: _whole(line) for line in names} if placed == names or is_signed else {}


def _is_of_reporters(line: Segment) -> bool:
    return bool(JOINT.fullmatch(line.text) or FROM_PLACE.fullmatch(line.text)) or _is_latin_name(line)


def _is_latin_name(line: Segment) -> bool:
    return line.text.isascii() and looks_like_name(line.text)


def _pair(page: Page, number: int, _end: int) -> dict[str, Span]:
    """Two names or more on one line beside the date; capitalised words are sections without an "and"."""
    line = page.lines[number]
    is_dated = page.prints_date(number + 1) or (number > 0 and page.prints_date(number - 1))
    is_section = line.text.isascii() and " and " not in line.text
    if not is_dated or is_section or line.bullet or page.copies[line.text] > 1:
        return {}
    names = names_apart(line.text)
    return {} if len(names) == 1 or any(map(may_be_section, names)) else _placed(line, names)


def _dated(page: Page, number: int, _end: int) -> dict[str, Span]:
    """Names on a line of fields that holds a date and no more."""
    line = page.lines[number]
    is_free = not (line.bullet or page.rules[number] or page.copies[line.text] > 1)
    return _placed(line, names_beside(line.text, page.dates(number))) if is_free else {}


def _placed_by_slash(page: Page, number: int, end: int) -> dict[str, Span]:
    """A name and the place that the page tells of, beside the date, above who wrote with its bearer, or of
    whom a line below the story says who that is.
    """
    line = page.lines[number]
    found = NAME_AND_PLACE.fullmatch(line.text)
    if not found or line.bullet or page.rules[number] or page.copies[line.text] > 1:
        return {}
    told = any(found["place"] in other.text for other in page.lines if other is not line)
    if not told or not looks_like_name(found["name"]) or may_be_section(found["name"]):
        return {}
    names = {found["name"]: line.place(*found.span("name"))}
    below = page.lines[number + 1]
    beside = WITH.fullmatch(below.text) if number + 1 < end else None
    if beside and looks_like_name(beside["name"]):
        names[beside["name"]] = below.place(*beside.span("name"))
    dated = page.prints_date(number + 1) or (number > 0 and page.prints_date(number - 1))
    introduced = any(other.text.startswith(f"{found['name']} ") for other in page.lines if other.full_stops)
    return names if dated or beside or introduced else {}


def _placed(line: Segment, names: list[str]) -> dict[str, Span]:
    return {name: line.place(*span) for name, span in zip(names, places_of(names, line.text), strict=True)}


def _account(page: Page, number: int, _end: int) -> dict[str, Span]:
    """The name of an account, printed more than once, above the button to follow it; above the name may stand
    a badge, which every account on the page has.
    """
    line = page.lines[number]
    if page.copies[line.text] < 2 or not _may_be_account(page, line):
        return {}
    below = page.lines[number + 1 : number + 1 + BUTTON_REACH]
    followed = next((other.number for other in below if FOLLOW.fullmatch(other.text)), 0)
    is_badge = any(_may_be_account(page, other) for other in page.lines[number + 1 : followed])
    return {line.text: _whole(line)} if followed and not is_badge else {}


def _may_be_account(page: Page, line: Segment) -> bool:
    return not page.rules[line.number] and could_be_pen_name(line.text)


def _whole(line: Segment) -> Span:
    return line.place(0, len(line.text))
