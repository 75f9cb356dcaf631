"""Pieces → blocks: paragraphs, headings, figures, quotes, lists, tables."""

import re
from collections import defaultdict
from itertools import groupby

from articles.ingest.documents import Block, BlockType
from articles.ingest.html import tree
from articles.ingest.html.figures import add_caption, figure_of, heads_figure, is_caption, names_heading
from articles.ingest.html.pieces import Piece
from articles.text.letters import EAST_ASIAN

LONGEST_CJK_HEADING = 40  # characters of a bold line that stands for a heading
LONGEST_LATIN_HEADING = 100  # likewise, of letters
WIDEST_CELL = 80  # characters; longer cells mean a table used for layout
MOST_PIECES_IN_ITEM = 3  # a list item with more is a layout box

# A question that is put by somebody: 某某社記者：……？
ASKED = re.compile(r"[^：:？?]{1,16}[：:][^：:]*[？?]$")
POINTED = re.compile(r"[►▶■●◆★▍▎]")  # before headings; whoever asks a question has none
NOT_A_HEADING = re.compile(r"[。.,，、;；:：…）)]$|^(?:[▲▼△▽（(]|[—―]{2})")
DECORATED = re.compile(r"(?P<mark>[▲▼△▽◆■●★])\s?(?P<said>.+?)\s?(?P=mark)")  # ▼ a heading ▼
EAST_ASIAN_LETTER = re.compile(f"[{EAST_ASIAN}]")


def blocks_from_pieces(pieces: list[Piece]) -> list[Block]:
    """The blocks that the pieces make, in their order. Every character of every piece is in one of them."""
    framing = _Framing(pieces)
    blocks: list[Block] = []
    for frame, group in groupby(pieces, key=framing.frame):
        if frame is None:
            _add_running(blocks, list(group), framing)
        elif frame.tag == "table":
            blocks.append(Block(BlockType.TABLE, rows=_rows(group)))
        else:
            blocks.append(Block(BlockType.LIST, items=_items(group), ordered=frame.tag == "ol"))
    return blocks


class _Framing:
    """Which list or data table a piece belongs to, as far as these are not there for layout only."""

    def __init__(self, pieces: list[Piece]):
        self.quoted_throughout = all(piece.context.quoted for piece in pieces)
        self.layout = _layout_frames(pieces)

    def frame(self, piece: Piece):
        if piece.context.ancillary:
            return None
        return next((frame for frame in _frames(piece) if frame not in self.layout), None)


def _frames(piece: Piece) -> list:
    """The table in whose cell a piece stands, then its list, before it the lists whose items that details."""
    cell, item = piece.context.cell, piece.context.item
    in_cell = cell is not None and (item is None or cell in [*item.iterancestors()])
    table = [*cell.iterancestors("table")][:1] if in_cell else []
    return table + _lists_around(item)


def _lists_around(item) -> list:
    if item is None:
        return []
    lists = [frame] if (frame := next(item.iterancestors(*tree.LISTS), None)) is not None else []
    while lists and (above := _list_of_item(lists[0].getparent())) is not None:
        lists.insert(0, above)
    return lists


def _list_of_item(element):
    parent = element.getparent() if element is not None and element.tag == "li" else None
    return parent if parent is not None and parent.tag in tree.LISTS else None


def _layout_frames(pieces: list[Piece]) -> set:
    """The lists and tables that hold no data. An outer list is judged by all that stands in it."""
    inside: dict = defaultdict(list)
    for piece in pieces:
        for frame in _frames(piece):
            inside[frame].append(piece)
    return {frame for frame, held in inside.items() if not _holds_data(frame, held)}


def _holds_data(frame, pieces: list[Piece]) -> bool:
    """Whether a list or table is one to its reader: short cells, no pictures, headings or long items."""
    if any(piece.is_picture or piece.context.level for piece in pieces):
        return False
    boxes = [box for box, _ in groupby(pieces, key=_box)]
    if frame.tag in tree.LISTS:
        return len(pieces) <= MOST_PIECES_IN_ITEM * len(boxes)
    rows = {_row(piece) for piece in pieces}
    return (
        len(rows) > 1 and len(boxes) > len(rows) and max(len(piece.text) for piece in pieces) <= WIDEST_CELL
    )


def _box(piece: Piece):
    return piece.context.item if piece.context.item is not None else piece.context.cell


def _row(piece: Piece):
    return piece.context.cell.getparent()


def _items(pieces) -> list[str]:
    return [" ".join(piece.text for piece in group) for _, group in groupby(pieces, key=_box)]


def _rows(pieces) -> list[list[str]]:
    """The cells of each row in their columns: an empty one holds its place."""
    rows: dict = defaultdict(lambda: defaultdict(list))
    for piece in pieces:
        rows[_row(piece)][piece.context.cell].append(piece.text)
    return [[" ".join(said.get(cell, ())) for cell in _cells(row, said)] for row, said in rows.items()]


def _cells(row, said) -> list:
    """The cells of a row, which may have no element of its own."""
    return [cell for cell in row if cell.tag in tree.CELLS] if row.tag == "tr" else list(said)


def _add_running(blocks: list[Block], pieces: list[Piece], framing: _Framing) -> None:
    """Adds what stands in no list or table, captions to the figure they stand at."""
    figure = place = None
    for number, piece in enumerate(pieces):
        following = pieces[number + 1] if number + 1 < len(pieces) else None
        if piece.is_picture and figure is not None and not figure.src and piece.context.figure is place:
            figure.src, figure.alt = piece.src, piece.alt
        elif figure is not None and not piece.is_picture and is_caption(piece, figure, following):
            add_caption(figure, piece.text)
        elif piece.is_picture or heads_figure(piece):
            figure, place = figure_of(piece), piece.context.figure
            blocks.append(figure)
        else:
            figure = None
            blocks.append(_block(piece, framing))


def _block(piece: Piece, framing: _Framing) -> Block:
    if piece.context.ancillary:
        return Block(BlockType.NOTE, piece.text)
    if piece.context.level:
        return Block(BlockType.HEADING, piece.text, level=min(max(piece.context.level, 2), 4))
    if is_bold_heading(piece):
        return Block(BlockType.HEADING, piece.text, level=3)
    if piece.context.quoted and not framing.quoted_throughout:
        return Block(BlockType.QUOTE, piece.text)
    return Block(BlockType.PARAGRAPH, piece.text)


def is_bold_heading(piece: Piece) -> bool:
    """A short line in bold, or named so, that ends like a title: how pages without h2 print headings."""
    decorated = DECORATED.fullmatch(piece.text)
    text = decorated["said"] if decorated else piece.text
    longest = LONGEST_CJK_HEADING if EAST_ASIAN_LETTER.search(text) else LONGEST_LATIN_HEADING
    bold = piece.strong >= 0.9 * len(text.replace(" ", "")) or names_heading(piece)
    is_asked = ASKED.fullmatch(text) and not POINTED.match(text)
    is_title = not (NOT_A_HEADING.search(text) or is_asked)
    return bold and 1 < len(text) <= longest and is_title
