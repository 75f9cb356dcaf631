"""Where a body begins and ends: the lines beside its first and its last prose that belong to it."""

import re

from articles.ingest.furniture.notes import is_note
from articles.ingest.furniture.phrases import ends_article
from articles.ingest.furniture.phrases import is_end_mark as says_end
from articles.ingest.html.blocks import is_bold_heading
from articles.ingest.html.line_kinds import furniture_rule, is_dateline, rule_against
from articles.ingest.html.measures import (
    BETWEEN_WORDS,
    FULL_STOP,
    LINKED,
    SENTENCE_END,
    SHORTEST_PROSE,
    is_prose,
    is_worded,
    link_share,
    units,
)
from articles.ingest.html.pieces import Piece, table_of
from articles.text.press.captions import looks_like_caption

# What a line ends with that announces a list: a colon, or words for "as follows".
ANNOUNCES = re.compile(
    r"(?:[：:]|(?:如下|以下|下列|次の(?:通り|とおり)|다음과 같다|as follows)[^，,。.]{0,4}[。.：:]?)$", re.I
)
TIME_STAMP = re.compile(r"^\d{1,2}[:：]\d{2}$")  # over an entry of a running report


def parent_of(piece: Piece):
    """The element that holds a piece's paragraph."""
    return piece.context.block.getparent()


def alike(element, other) -> bool:
    """Whether two boxes are one, or of one kind: a body may be cut into boxes of the same name."""
    if element is other or element is None or other is None:
        return element is other
    name = element.get("class")
    return bool(name) and element.tag == other.tag and name == other.get("class")


def stands_beside(piece: Piece, parent) -> bool:
    """Whether a piece stands in a box, or in one of its kind, as a paragraph or as a line without one."""
    return alike(parent_of(piece), parent) or alike(piece.context.block, parent)


def is_core(piece: Piece) -> bool:
    """Whether a piece is running text, and neither the makers' nor a field."""
    if not is_prose(piece) or rule_against(piece):
        return False
    return not (is_note(piece.text) or is_dateline(piece.text))


def is_end_mark(piece: Piece) -> bool:
    """Whether a line heads what follows an article, or says that it ends: 延伸閱讀, 网友评论, （完）."""
    said = (piece.text, BETWEEN_WORDS.sub("", piece.text))
    return link_share(piece) <= LINKED and (any(map(ends_article, said)) or says_end(piece.text))


def start_of_body(pieces: list[Piece], first: int) -> int:
    """Headings, pictures, sentences and lines of text directly before the first prose belong to the body."""
    start, parent = first, parent_of(pieces[first])
    while start and (_opens_body(pieces[start - 1]) or _is_line_beside(pieces[start - 1], parent)):
        start -= 1
    return start


def _opens_body(piece: Piece) -> bool:
    if piece.is_picture or piece.context.caption or looks_like_caption(piece.text):
        return True
    if link_share(piece) > LINKED or furniture_rule(piece):
        return False
    return bool(piece.context.level or FULL_STOP.search(piece.text)) or is_bold_heading(piece)


def _is_line_beside(piece: Piece, parent) -> bool:
    """Whether a line without a full stop stands unlinked among the paragraphs: as long as one, or a time."""
    if TIME_STAMP.match(piece.text):
        return stands_beside(piece, parent)
    if piece.links or piece.context.level or units(piece.text) < SHORTEST_PROSE:
        return False
    return parent_of(piece) is parent and not (rule_against(piece) or is_dateline(piece.text))


def end_of_body(pieces: list[Piece], last: int) -> int:
    """Where the body ends: behind what closes it, and what leads there beside the last prose."""
    end = place = last + 1
    parent = parent_of(pieces[last])
    announced = False
    while place < len(pieces):
        piece = pieces[place]
        announced = announced or bool(ANNOUNCES.search(pieces[place - 1].text))
        if _belongs(piece, parent, announced) or (piece.is_picture and _is_shown_here(pieces, place, end)):
            end = place + 1
        elif not leads_on(piece, parent):
            break
        place += 1
    return end


def _belongs(piece: Piece, parent, announced: bool) -> bool:
    return _closes_body(piece) or _is_line_beside(piece, parent) or _goes_with(piece, parent, announced)


def _is_shown_here(pieces: list[Piece], place: int, end: int) -> bool:
    """A picture directly behind the text, or one with a caption: icons stand behind buttons."""
    below = pieces[place + 1] if place + 1 < len(pieces) else None
    captioned = below is not None and (below.context.caption or looks_like_caption(below.text))
    return place == end or captioned


def _goes_with(piece: Piece, parent, announced: bool) -> bool:
    """Whether an entry is announced, or of a table that stands beside the last paragraph."""
    in_table = piece.context.cell is not None and alike(table_of(piece).getparent(), parent)
    beside = announced and alike(parent_of(piece), parent)
    return ((announced or in_table) and _is_entry(piece)) or (beside and _is_listed_line(piece))


def _is_listed_line(piece: Piece) -> bool:
    """A line of an announced list that is set as a paragraph."""
    return not piece.context.level and (not rule_against(piece) or is_worded(piece))


def leads_on(piece: Piece, parent) -> bool:
    """Whether a heading or entry beside the last paragraph may have sentences of the body behind it."""
    item = piece.context.item
    beside = item.getparent() if item is not None else piece.context.block
    if piece.is_picture or link_share(piece) > LINKED:
        return False
    if not (alike(beside.getparent(), parent) or alike(beside, parent)):
        return False
    return not (rule_against(piece) or is_end_mark(piece))


def _is_entry(piece: Piece) -> bool:
    """A plain line of a list or table."""
    context = piece.context
    listed = context.item is not None or context.cell is not None
    return listed and link_share(piece) <= LINKED and not rule_against(piece)


def _closes_body(piece: Piece) -> bool:
    if piece.is_picture:
        return False
    if piece.context.rule or is_note(piece.text):
        return True
    if link_share(piece) > LINKED or furniture_rule(piece):
        return False
    return piece.context.caption or bool(SENTENCE_END.search(piece.text))
