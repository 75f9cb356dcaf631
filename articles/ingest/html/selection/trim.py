"""Which pieces of a box are the body, and under which rule each of the others is left out."""

import re
from dataclasses import dataclass, field
from itertools import pairwise, takewhile

from articles.ingest.html.blocks import is_bold_heading
from articles.ingest.html.line_kinds import furniture_rule, is_byline, is_dateline, is_note, rule_against
from articles.ingest.html.measures import LINKED, SENTENCE_END, is_prose, lineage, link_share, units
from articles.ingest.html.pieces import Piece, table_of
from articles.ingest.html.rules import (
    END_OF_BODY,
    READERS_FOLLOW,
)
from articles.ingest.html.selection.density import Boxes
from articles.text.press.captions import looks_like_caption

FULL_STOP = re.compile(r"[。！？!?.．]$")
ANNOUNCING = ("：", ":")  # what a line ends with that announces a list
LONGEST_END_MARK = 24  # characters
END_MARK_FROM = 0.5  # share of the prose that must be passed before a heading can end the body


@dataclass
class Choice:
    """A choice of pieces. kept: the body's, in order. rules: why others are left out, by index.

    pieces: all there were to choose from. from_script: the page does not print the body, a script would.
    """

    pieces: list[Piece] = field(default_factory=list)
    kept: list[Piece] = field(default_factory=list)
    rules: dict[int, str] = field(default_factory=dict)
    from_script: bool = False

    @property
    def prose(self) -> int:
        return sum(units(piece.text) for piece in self.kept if is_prose(piece))


def in_box(pieces: list[Piece], box) -> list[Piece]:
    return [piece for piece in pieces if box in lineage(piece)]


def choose(pieces: list[Piece], boxes: Boxes, box, headline: int = -1) -> Choice:
    """The body among the pieces of a box.

    headline: index of the headline's piece; the body starts after it.
    """
    choice = Choice(pieces)
    inside = _from_headline(_with_notes_below(pieces, box), headline)
    inside = _until_end(inside, boxes, choice)
    for piece in _trimmed(inside, choice):
        rule = _rule_in_box(piece, boxes, box)
        if rule:
            choice.rules[piece.index] = rule
        else:
            choice.kept.append(piece)
    if choice.kept:
        choice.kept = [*_lead_figures(pieces[headline + 1 : choice.kept[0].index], boxes), *choice.kept]
    return choice


def _lead_figures(above: list[Piece], boxes: Boxes) -> list[Piece]:
    """Pictures with captions that stand between headline and body, outside its box."""
    return [
        piece
        for pair in pairwise(above)
        if _is_captioned(*pair) and not boxes.in_furniture(pair[0])
        for piece in pair
    ]


def _is_captioned(picture: Piece, below: Piece) -> bool:
    if not picture.is_picture or not below.text or below.context.rule or is_byline(below.text):
        return False
    in_figure = below.context.figure is not None and below.context.figure is picture.context.figure
    return below.context.caption or in_figure or looks_like_caption(below.text)


def _with_notes_below(pieces: list[Piece], box) -> list[Piece]:
    """The pieces of a box, and the lines of the makers printed right below it."""
    inside = in_box(pieces, box)
    below = pieces[inside[-1].index + 1 :]
    return [*inside, *takewhile(_is_note_below, below)] if _is_core_or_note(inside[-1]) else inside


def _is_note_below(piece: Piece) -> bool:
    return is_note(piece.text) and not piece.links and not piece.context.rule


def _is_core_or_note(piece: Piece) -> bool:
    return _is_core(piece) or is_note(piece.text)


def _from_headline(pieces: list[Piece], headline: int) -> list[Piece]:
    """What stands below the headline; everything when the headline is printed below the text only."""
    below = [piece for piece in pieces if piece.index > headline]
    return below if any(_is_core(piece) for piece in below) else pieces


def _until_end(pieces, boxes, choice) -> list[Piece]:
    """Cuts where a heading says that something else begins."""
    values = [max(boxes.values[piece.index], 0) for piece in pieces]
    passed, parent = 0, None
    for place, piece in enumerate(pieces):
        late = passed and (passed >= END_MARK_FROM * sum(values) or READERS_FOLLOW.match(piece.text))
        if late and _is_end_mark(piece) and not _goes_on(pieces[place + 1 :], parent, boxes):
            choice.rules |= {after.index: "after the body" for after in pieces[place:]}
            return pieces[:place]
        if _is_core(piece):
            passed, parent = passed + values[place], piece.context.block.getparent()
    return pieces


def _is_end_mark(piece: Piece) -> bool:
    plain = len(piece.text) <= LONGEST_END_MARK and link_share(piece) <= LINKED
    return plain and bool(END_OF_BODY.match(piece.text))


def _goes_on(pieces: list[Piece], parent, boxes: Boxes) -> bool:
    """Whether the text goes on beside its last paragraph: then the heading stood over a box inside it."""
    return any(
        piece.context.block.getparent() is parent and _is_core(piece) and boxes.trusts(piece)
        for piece in pieces
    )


def _trimmed(pieces: list[Piece], choice: Choice) -> list[Piece]:
    """Without the lines of the page's frame before the first and after the last piece of the body."""
    core = [place for place, piece in enumerate(pieces) if _is_core(piece)]
    if not core:
        choice.rules |= {piece.index: "no prose" for piece in pieces}
        return []
    start, end = _start(pieces, core[0]), _end(pieces, core[-1])
    choice.rules |= {piece.index: "before the body" for piece in pieces[:start]}
    choice.rules |= {piece.index: "after the body" for piece in pieces[end:]}
    return pieces[start:end]


def _is_core(piece: Piece) -> bool:
    if not is_prose(piece) or rule_against(piece):
        return False
    return not (is_note(piece.text) or is_dateline(piece.text))


def _start(pieces, first) -> int:
    """Headings, pictures and short sentences directly before the first prose belong to the body."""
    start = first
    while start and _opens_body(pieces[start - 1]):
        start -= 1
    return start


def _opens_body(piece: Piece) -> bool:
    if piece.is_picture or piece.context.caption:
        return True
    if link_share(piece) > LINKED or furniture_rule(piece):
        return False
    return bool(piece.context.level or FULL_STOP.search(piece.text)) or is_bold_heading(piece)


def _end(pieces, last) -> int:
    """Where the body ends: behind what closes it, and what leads there beside the last prose."""
    end = place = last + 1
    parent = pieces[last].context.block.getparent()
    announced = pieces[last].text.endswith(ANNOUNCING)
    while place < len(pieces):
        piece = pieces[place]
        place += 1
        if _closes_body(piece) or _goes_with(piece, parent, announced):
            end = place
        elif not _leads_on(piece, parent):
            break
    return end


def _goes_with(piece: Piece, parent, announced: bool) -> bool:
    """Whether an entry is announced, or of a table that stands beside the last paragraph."""
    in_table = piece.context.cell is not None and table_of(piece).getparent() is parent
    return (announced or in_table) and _is_entry(piece)


def _leads_on(piece: Piece, parent) -> bool:
    """Whether a heading or entry beside the last paragraph may have sentences of the body behind it."""
    block = piece.context.block
    item = piece.context.item
    beside = item.getparent() if item is not None else block
    if beside.getparent() is not parent or link_share(piece) > LINKED:
        return False
    return not (rule_against(piece) or _is_end_mark(piece))


def _is_entry(piece: Piece) -> bool:
    """A plain line of a list or table."""
    context = piece.context
    listed = context.item is not None or context.cell is not None
    return listed and link_share(piece) <= LINKED and not rule_against(piece)


def _closes_body(piece: Piece) -> bool:
    if piece.is_picture or piece.context.rule or is_note(piece.text):
        return True
    if link_share(piece) > LINKED or furniture_rule(piece):
        return False
    return piece.context.caption or bool(SENTENCE_END.search(piece.text))


def _rule_in_box(piece: Piece, boxes: Boxes, box) -> str:
    """The rule that leaves a piece of the body's stretch out, "" for none."""
    rule = rule_against(piece)
    if not rule and boxes.in_furniture(piece, below=box) and not is_note(piece.text):
        return "furniture"
    return rule
