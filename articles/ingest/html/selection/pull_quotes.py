"""Pull quotes: words of the text set apart a second time, larger, perhaps with their speaker's name below."""

import re

from articles.ingest.html.measures import is_prose, key
from articles.ingest.html.pieces import Piece
from articles.ingest.html.selection.edges import parent_of
from articles.ingest.html.tree import hints

SHORTEST = 8  # letters of a pull quote; a shorter line may stand in any text
LONGEST_PART = 0.8  # of the paragraph it is taken from; a longer one is that paragraph again
MARKED = re.compile(r"^[「『“”\"«].*[」』“”\"»]$")
PULL_QUOTE = re.compile(r"pull-?_?quote|quote-?_?box|call-?out", re.I)


def echoes(pieces: list[Piece]) -> set[int]:
    """The indexes of the pull quotes among the pieces of a body, and of who is named below them."""
    quotes = [piece for piece in pieces if _may_repeat(piece)]
    if not quotes:
        return set()
    texts = [key(piece.text) for piece in pieces]
    found: set[int] = set()
    for quote in quotes:
        said = key(quote.text)
        if len(said) >= SHORTEST and any(
            said in text and len(said) < LONGEST_PART * len(text) for text in texts
        ):
            found |= {quote.index, *_speakers(quote, pieces)}
    return found


def _may_repeat(piece: Piece) -> bool:
    """Whether a line is set apart as a quotation, by its box or by its marks."""
    context = piece.context
    if (
        not piece.text
        or context.level
        or context.caption
        or context.item is not None
        or context.cell is not None
    ):
        return False
    return context.quoted or MARKED.match(piece.text) is not None or is_named_so(piece)


def is_named_so(piece: Piece) -> bool:
    """Whether the box of a piece has a pull quote's name."""
    boxes = filter(lambda box: box is not None, (piece.context.block, parent_of(piece)))
    return any(PULL_QUOTE.search(hints(box)) for box in boxes)


def _speakers(quote: Piece, pieces: list[Piece]) -> list[int]:
    """The lines in the quotation's own box, which holds none of the text."""
    box = parent_of(quote)
    inside = [piece for piece in pieces if piece.context.block is box or parent_of(piece) is box]
    others = [piece for piece in inside if piece is not quote]
    return (
        []
        if any(is_prose(piece) or piece.is_picture for piece in others)
        else [piece.index for piece in others]
    )
