"""Pictures and the lines below them that are their captions."""

import re
from dataclasses import replace
from itertools import pairwise

from articles.ingest.documents import Block, BlockType
from articles.ingest.furniture.notes import is_note
from articles.ingest.html.measures import lineage, units
from articles.ingest.html.pieces import Piece
from articles.ingest.html.tree import PICTURES, hints
from articles.text.press.captions import looks_like_caption, split_credit, strip_marks
from articles.text.press.dates import find_dates

LONGEST_CAPTION = 200  # characters; longer text is the body even inside a caption element
LONGEST_BARE_CAPTION = 40  # reading units of a line under a picture that nothing else marks as its caption
LONGEST_SENTENCE_CAPTION = 12  # such a line when it ends like a sentence
SENTENCE_END = re.compile(r"[。！？!?.…：:」”]$")
MIDDLE_OF_SENTENCE = ("，", ",", "、", "；", ";")
# (Ivo Bram/The Packet): who took it, and for whom.
NAME_AND_PAPER = re.compile(r"[(（][^()（）/／]{2,30}[/／][^()（）/／]{2,30}[)）][.。]?$")
# What makers call a heading that they set as a paragraph: class="bjh-h3", "sub-title".
HEADING_NAME = re.compile(r"(?:^|[\s_-])(?:h[2-6]|heading|sub-?(?:head|title)|cross-?head)(?=[\s_-]|$)", re.I)
EMPTY_BOXES = frozenset({"div", "figure", "p", "span", "section", "picture", "a", "noscript", "ins"})
MARK = re.compile(r"^\s*[▲▼△▽↑↓◆]")


def figure_of(piece: Piece) -> Block:
    """The figure that starts with a picture, or with a caption whose picture is missing or comes after it."""
    figure = Block(BlockType.FIGURE, src=piece.src, alt=piece.alt)
    if piece.text:
        add_caption(figure, piece.text)
    return figure


def heads_figure(piece: Piece) -> bool:
    """A caption that no picture stands before: printed above it, below a film, or one that a script loads."""
    if not 0 < len(piece.text) <= LONGEST_CAPTION:
        return False
    context = piece.context
    if context.caption and (context.figure is not None or context.small):
        return True
    is_credited = bool(split_credit(piece.text).credit)
    if MARK.match(piece.text) and is_credited:
        return True
    has_place = context.caption or _is_below_unloaded(piece)
    return has_place and (is_credited or looks_like_caption(piece.text))


def _is_below_unloaded(piece: Piece) -> bool:
    """Whether a line stands right below an element for pictures, which gives no address of one."""
    before = piece.context.block.getprevious()
    if before is None or before.text_content().strip():
        return False
    return before.tag in PICTURES or next(before.iter(*PICTURES), None) is not None


def _is_below_empty_box(piece: Piece) -> bool:
    """Whether a box stands right above a line that shows nothing until a script fills it with a picture."""
    own = piece.runs[0][0] if piece.runs else piece.context.block
    above = [element.getprevious() for element in (own, piece.context.block)]
    return any(box is not None and box.tag in EMPTY_BOXES and not box.text_content().strip() for box in above)


def add_caption(figure: Block, line: str) -> None:
    """Adds a printed line to the caption; a credit line printed below it joins it."""
    figure.text = f"{figure.text} {strip_marks(line)}".strip()
    parts = split_credit(figure.text)
    figure.caption, figure.credit = parts.caption, parts.credit


def is_caption(piece: Piece, figure: Block, following: Piece | None) -> bool:
    """Whether the piece, printed after the figure with nothing between but its captions, is one of them."""
    text = piece.text
    if piece.context.level or len(text) > LONGEST_CAPTION:
        return False
    if piece.context.caption or piece.context.figure is not None:
        return True
    if figure.text:
        return False
    if MARK.match(text) or looks_like_caption(text) or NAME_AND_PAPER.search(text) or piece.context.small:
        return True
    return _stands_as_caption(piece, following)


def mark_captions(pieces: list[Piece]) -> None:
    """An unlinked text that is alone in a box with a picture is its caption, unless that is all there is.

    So is one in small type below a box that is empty until a script puts a picture there.
    """
    for piece in pieces:
        if piece.context.small and 0 < len(piece.text) <= LONGEST_CAPTION and _is_below_empty_box(piece):
            plain = not (piece.links or piece.context.level or is_note(piece.text) or find_dates(piece.text))
            piece.context = replace(piece.context, caption=piece.context.caption or plain)
    for place, (picture, text) in enumerate(pairwise(pieces)):
        if not picture.is_picture or text.links or not 0 < len(text.text) <= LONGEST_CAPTION:
            continue
        box, around = (
            text.context.block.getparent(),
            [*pieces[max(0, place - 1) : place], *pieces[place + 2 : place + 3]],
        )
        if around and box in lineage(picture) and not any(box in lineage(piece) for piece in around):
            text.context = replace(text.context, caption=True)


def names_heading(piece: Piece) -> bool:
    """Whether all of a line stands in elements that their makers called a heading."""
    said = [element for element, text in piece.runs if text.strip()]
    return bool(said) and all(HEADING_NAME.search(hints(element)) for element in said)


def _stands_as_caption(piece: Piece, following: Piece | None) -> bool:
    """An unmarked short line under a picture, with the body going on below it."""
    if piece.strong or piece.indented or piece.context.quoted or following is None:
        return False
    goes_on = following.is_picture or following.context.level or SENTENCE_END.search(following.text)
    if names_heading(piece) or not goes_on:
        return False
    if SENTENCE_END.search(piece.text):
        return len(piece.text) <= LONGEST_SENTENCE_CAPTION
    return units(piece.text) <= LONGEST_BARE_CAPTION and not piece.text.endswith(MIDDLE_OF_SENTENCE)
