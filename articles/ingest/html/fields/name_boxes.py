"""Lines below a headline that are nothing but names, and what bears out that these are its writers'.

A name near a headline may be a subject's as well, a tag or a guest. So markup that speaks of people or the
line's place must bear a name out, and the story must not speak of its bearer.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from articles.ingest.furniture.labels import FOLLOW
from articles.ingest.html.line_kinds import LONGEST_DATELINE, is_byline, is_dateline
from articles.ingest.html.measures import is_prose
from articles.ingest.html.pieces import Piece, spaced, tidy_inline
from articles.ingest.html.tree import hints
from articles.text.names.persons import (
    could_be_pen_name,
    looks_like_affiliation,
    may_be_section,
    names_apart,
    told_as,
)
from articles.text.press.dates import find_dates
from articles.text.press.posted import names_beside

# What makers call the boxes of writers, and those of names that are no writers'.
OF_WRITERS = re.compile(
    r"author|byline|writer|reporter|journalist|columnist|contributor|creator|expert|people|person|scholar|profile",
    re.I,
)
OF_OTHERS = re.compile(
    r"tag|topic|keyword|key-word|categor|relat|recommend|interview|guest|photo|caption|translat|editor|crumb|menu|nav"
    r"|share|label|subject|channel|speaker|cast",
    re.I,
)
WRITERS_PAGE = re.compile(
    r"/(?:authors?|people|persons?|experts?|columnists?|contributors?|writers?|reporters?|journalists?|staff"
    r"|profiles?|scholars?|bios?)[/?=-]",
    re.I,
)
OTHERS_PAGE = re.compile(r"/(?:tags?|topics?|keywords?|search|categor\w{1,4}|news)[/?=]", re.I)
# Between names that are boxes of their own.
JOINTS = r"(?:[\s、，,;；·•|｜/／&]|\band\b)+"
JOINTS_AROUND = re.compile(rf"^{JOINTS}|{JOINTS}$", re.I)
FEWEST_COPIES = 2  # of the name of an account on its own page
BUTTON_REACH = 2  # boxes from an account's name to its button: a date may stand between
# How a name is read, in brackets behind it: 長谷川 岬（はせがわ・みさき）
READING = re.compile(r"[（(][ぁ-ゖァ-ヺー・\s]{2,24}[）)]$")
# What those who write are on a line with their names.
OF_PRESS = re.compile(
    r"\W?(?:本[報报刊社]|特[約约派]|[資资]深|[見见][習习]|[實实][習习]|[專专][題题])?"
    r"(?:[記记]者|特派[員员]|撰述|主[筆笔]|通[訊讯][員员])"
    r"|(?:フリー)?(?:ジャーナリスト|ライター)|(?:전문|선임|인턴)?기자|특파원"
    r"|(?:staff |senior )?(?:writer|reporter|correspondent)",
    re.I,
)
REACH = 12  # pieces below the headline; a longer head is a list
INTRODUCTION = 2  # paragraphs at the end of a body in which its writers are introduced
LEVELS = 3  # of elements around a name whose makers' names are looked at


class NameBox(NamedTuple):
    """A piece that holds nothing but names."""

    piece: Piece
    names: list[str]


def name_boxes(pieces: list[Piece], first: int, body: list[Piece]) -> list[NameBox]:
    """The lines from piece `first` to the first prose of a body that hold its writers' names and no more."""
    told = {piece.index for piece in body if is_prose(piece)}
    found: list[NameBox] = []
    for piece in pieces[first : first + REACH]:
        names = [] if _is_none_of_names(piece) else _names_alone(piece)
        if piece.index in told and not names:
            break
        if names and not any(_is_told(name, body) for name in names):
            beside = [*_next(reversed(pieces[: piece.index])), *_next(pieces[piece.index + 1 :])]
            if _is_of_writers(piece) or _is_of_press(piece) or _is_in_place(piece, names, beside, found):
                found.append(NameBox(piece, names))
    return found


def _is_none_of_names(piece: Piece) -> bool:
    """Whether it is a caption, unseen, or the label of what stands beside it in a table: 公表日."""
    cell = piece.context.cell
    return bool(piece.context.rule) or piece.context.caption or (cell is not None and cell.tag == "th")


def _next(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The next line that is seen, and the one behind it where that says what somebody is."""
    for piece in islice((piece for piece in pieces if not piece.context.rule), 2):
        yield piece
        if not looks_like_affiliation(piece.text):
            return


def _names_alone(piece: Piece) -> list[str]:
    """The names on a line without anything else but what their bearers are; [] when it has more."""
    if dated := _names_beside_date(spaced(piece)):
        return dated
    names: list[str] = []
    for _, text in piece.runs:
        if not (said := _said(text)):
            continue
        found = names_apart(said)
        if not found and not (names and (looks_like_affiliation(said) or is_dateline(said))):
            return []
        names += found
    return names


def _names_beside_date(text: str) -> list[str]:
    return names_beside(text, find_dates(text)) if len(text) <= LONGEST_DATELINE else []


def _said(text: str) -> str:
    """A run without the marks and words between names: ", and Jane Doe" says Jane Doe."""
    return READING.sub("", JOINTS_AROUND.sub("", tidy_inline(text)))


def _is_told(name: str, body: list[Piece]) -> bool:
    """Whether a story speaks of a person. A last line that begins with the name introduces its writer."""
    word = told_as(name)
    prose = [piece.text for piece in body if is_prose(piece)]
    last = [text for text in prose[-INTRODUCTION:] if not (text.startswith(name) or word.match(text))]
    return any(word.search(text) and not is_byline(text) for text in prose[:-INTRODUCTION] + last)


def _is_of_writers(piece: Piece) -> bool:
    """Whether markup says of all names on a line that they are writers'."""
    boxes = [element for element, text in piece.runs if names_apart(_said(text))]
    return all(_typed(element, OF_WRITERS, WRITERS_PAGE) for element in boxes) and not _is_of_others(boxes)


def _is_of_press(piece: Piece) -> bool:
    """Whether a line says of those whom it names that they write."""
    return any(OF_PRESS.fullmatch(tidy_inline(text)) for _, text in piece.runs)


def _is_of_others(boxes: list) -> bool:
    return any(_typed(element, OF_OTHERS, OTHERS_PAGE) for element in boxes)


def _typed(element, named: re.Pattern, linked: re.Pattern) -> bool:
    around = [element, *element.iterancestors()][:LEVELS]
    return any(
        named.search(f"{hints(box)} {box.get('rel', '')}") or linked.search(box.get("href", ""))
        for box in around
        if box.tag not in ("body", "html", "main", "article")
    )


def _is_in_place(piece: Piece, names: list[str], beside: list[Piece], found: list[NameBox]) -> bool:
    """Whether names stand on one line with the date, or East Asian ones beside it or below some borne out.

    Capitalised words alone are sections as often as names.
    """
    if any(map(may_be_section, names)) or _is_of_others([element for element, _ in piece.runs]):
        return False
    if _names_beside_date(spaced(piece)):
        return True
    if any(map(str.isascii, names)):
        return False
    follows = bool(found) and found[-1].piece in beside
    return follows or any(is_dateline(line.text) for line in beside)


def followed_name(head: list[Piece], pieces: list[Piece]) -> str:
    """The account whose page it is: a name before a button to follow it, printed more than once; "" for none.

    head: the pieces around the headline. pieces: all of the page. The button may stand on a card below the
    text, where the name stands beside the date as well.
    """
    printed = [tidy_inline(text) for piece in head for _, text in piece.runs]
    every = [tidy_inline(text) for piece in pieces for _, text in piece.runs]
    said = [text for text in printed if text]
    for place, name in enumerate(said):
        if not could_be_pen_name(name) or every.count(name) < FEWEST_COPIES:
            continue
        is_dated = any(map(is_dateline, said[max(0, place - 1) : place + 2]))
        if _is_followed(said[place:]) or (is_dated and any(map(_is_followed, _from_copies(name, every)))):
            return name
    return ""


def _is_followed(runs: list[str]) -> bool:
    """Whether a button to follow it stands right behind the first of some runs."""
    return any(map(FOLLOW.fullmatch, runs[1 : 1 + BUTTON_REACH]))


def _from_copies(name: str, runs: list[str]) -> Iterator[list[str]]:
    """What is printed from each copy of a name on."""
    said = [text for text in runs if text]
    return (said[place:] for place, text in enumerate(said) if text == name)
