"""Headings that their numbers tell: a number in a box of its own above, the markers of lists with one item
each, whose numbers go on from list to list, or a number typed before a line, with text below each.
"""

from collections import Counter
from dataclasses import replace
from itertools import pairwise

from articles.ingest.html.measures import is_prose, units
from articles.ingest.html.pieces import Piece
from articles.ingest.plain.chapters import chapter_number, heading_number, in_order

LEVEL = 3  # of a heading that is told by its number alone
LONGEST_HEADING = 40  # units
UNFINISHED = (*"，、；：,;:。",)


def with_chapters(pieces: list[Piece]) -> list[Piece]:
    """The pieces, the numbers of chapters in one line with their headings."""
    _number_items(pieces)
    joined = in_order(
        (place, chapter_number(piece.text))
        for place, (piece, below) in enumerate(pairwise(pieces))
        if piece.text and _is_plain(piece) and _may_be_numbered(below)
    )
    for place in joined:
        _join(pieces[place], pieces[place + 1])
    kept = [piece for place, piece in enumerate(pieces) if place not in joined]
    _set_numbered(kept)
    for index, piece in enumerate(kept):
        piece.index = index
    return kept


def _number_items(pieces: list[Piece]) -> None:
    """Prints the numbers of lists that have one item each and go on from one to the next."""
    said = Counter(piece.context.item for piece in pieces)
    lone = [piece for piece in pieces if said[piece.context.item] == 1 and _is_lone_item(piece.context.item)]
    started = ((place, _start(piece)) for place, piece in enumerate(lone))
    for place, number in in_order(started).items():
        piece = lone[place]
        piece.text = f"{number}. {piece.text}"
        piece.context = replace(piece.context, item=None)
        if _is_heading(piece):
            _set_as_heading(piece)


def _set_numbered(pieces: list[Piece]) -> None:
    """Makes headings of short lines that begin with numbers, when text stands below each."""
    numbers = (
        (place, heading_number(piece.text))
        for place, (piece, below) in enumerate(pairwise(pieces))
        if piece.text and _is_plain(piece) and _is_text(below)
    )
    for place in in_order(numbers):
        if _is_heading(pieces[place]) and pieces[place].context.item is None:
            _set_as_heading(pieces[place])


def _is_text(piece: Piece) -> bool:
    return bool(piece.text) and not heading_number(piece.text)


def _is_lone_item(item) -> bool:
    numbered = item is not None and item.getparent() is not None and item.getparent().tag == "ol"
    return numbered and all(element is item for element in item.getparent().iterchildren("li"))


def _start(piece: Piece) -> int:
    stated = piece.context.item.getparent().get("start", "1")
    return int(stated) if stated.isascii() and stated.isdigit() else 0


def _is_plain(piece: Piece) -> bool:
    context = piece.context
    return not (piece.links or context.rule or context.caption) and context.cell is None


def _may_be_numbered(piece: Piece) -> bool:
    return _is_plain(piece) and _is_heading(piece) and not chapter_number(piece.text)


def _is_heading(piece: Piece) -> bool:
    if piece.context.level:
        return True
    said = piece.text and not (is_prose(piece) or piece.text.endswith(UNFINISHED))
    return bool(said) and units(piece.text) <= LONGEST_HEADING


def _set_as_heading(piece: Piece) -> None:
    piece.context = replace(piece.context, level=piece.context.level or LEVEL)


def _join(number: Piece, heading: Piece) -> None:
    _set_as_heading(heading)
    heading.text = f"{number.text} {heading.text}"
    heading.runs = [*number.runs, *heading.runs]
    heading.strong += number.strong
