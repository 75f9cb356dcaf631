"""The largest size at which a text fits its lines, and its end cut off where none is small enough."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise, takewhile

from articles.pages.cards.fonts import Face, drawable, length, length_inside
from articles.pages.cards.line_breaks import CLOSING, OPENING, break_lines, is_pause

DROPPED_BEFORE_ELLIPSIS = "".join(CLOSING | OPENING) + " ,.;:!?-–—…・·\"'"
# A clause of which only the beginning has room is better left out whole.
LAST_CLAUSE = re.compile(r"[、。，：；！？,:;!?][^、。，：；！？,:;!?]{0,9}$")
KERNING = 16  # pixels of a line kept free: its pieces are measured alone and may stand further apart
WORTH_SMALLER = 0.75  # of the largest size that fits: how small it may get to end lines after punctuation


@dataclass(frozen=True)
class Text:
    """What is written somewhere, in which language."""

    text: str
    language: str


@dataclass(frozen=True)
class Size:
    """pixels: of the type. lines: how many of them there may be."""

    pixels: int
    lines: int


@dataclass(frozen=True)
class Block:
    """Lines of one face and size."""

    lines: list[str]
    face: Face
    size: int


def fit(text: str, face: Face, sizes: Sequence[Size], width: float, whole: Collection[str] = ()) -> Block:
    """Set a text as large as these sizes let it fit, or else cut it to the last of them.

    sizes: the largest first. width: of a line, in pixels. whole: names that no line may divide.
    A text without anything to draw has no lines.
    """
    text = drawable(text, face)
    fitting = fitting_blocks(text, face, sizes, width, whole)
    largest = next(fitting, None)
    if largest is None:
        return Block(cut(text, face, sizes[-1], width, whole), face, sizes[-1].pixels)
    worthy = takewhile(lambda block: block.size >= WORTH_SMALLER * largest.size, chain([largest], fitting))
    return next(filter(reads_well, worthy), largest)


def fitting_blocks(text, face, sizes, width, whole) -> Iterator[Block]:
    for size in sizes:
        if length(text, face, size.pixels) <= size.lines * width:
            lines = set_in(text, face, size, width, whole)
            if len(lines) <= size.lines:
                yield Block(lines, face, size.pixels)


def reads_well(block: Block) -> bool:
    """Whether each line ends where a reader pauses; where words are spaced, any line does."""
    return block.face.language in ("en", "ko") or all(is_pause(*lines) for lines in pairwise(block.lines))


def set_in(text, face, size, width, whole) -> list[str]:
    def measure(piece):
        return length_inside(piece, face, size.pixels)

    return break_lines(text, width - KERNING, measure, whole)


def cut(text, face, size, width, whole) -> list[str]:
    """As much of a text as fits, with an ellipsis."""

    def overflows(end):
        return len(set_in(shortened(text, end), face, size, width, whole)) > size.lines

    longest = bisect_left(range(1, len(text)), True, key=overflows)
    return set_in(shortened(text, longest), face, size, width, whole)


def shortened(text: str, end: int) -> str:
    """The first characters of a text, no Latin word divided, and an ellipsis."""
    kept = LAST_CLAUSE.sub("", text[:end]) or text[:end]
    if text[end : end + 1].isascii() and kept[-1:].isascii() and " " in kept:
        kept = kept.rsplit(" ", 1)[0]
    return kept.rstrip(DROPPED_BEFORE_ELLIPSIS) + "…"
