"""What a line is, told by its words: a note, a byline, a dateline, a heading, furniture."""

import re

from articles.ingest.documents import Block, BlockType
from articles.ingest.furniture.notes import is_note, is_rights
from articles.ingest.furniture.phrase import letters
from articles.ingest.furniture.phrases import LEGAL, page_rule, tool_rule
from articles.ingest.html.blocks import NOT_A_HEADING, is_bold_heading
from articles.ingest.html.measures import LINKED, is_prose, link_share, units
from articles.ingest.html.pieces import Piece
from articles.text.press.bylines import find_byline
from articles.text.press.dates import find_dates
from articles.text.press.posted import BESIDE_DATE, LETTER, names_beside

LONGEST_BYLINE = 40  # units of a line that is nothing but a byline
LONGEST_DATELINE, DATE_SHARE = 60, 0.6  # characters; the share of them that tells the date
STOP_INSIDE = re.compile(r"。[^。]")  # …協議する予定。（東野真由）: a sentence, and who signs it
LONGEST_PLAIN_HEADING = 24  # characters; unmarked headings are short
LEAST_PARAGRAPH = 50  # characters of the paragraph that an unmarked heading must head
PARAGRAPH_END = re.compile(r"[。！？!?.…」』”\"'’)）】]$")
SENTENCE = re.compile(r"[。！？!?，,：:]")
SHARE_OF_HEADING = 0.9  # of its letters that furniture must make up


def is_byline(text: str) -> bool:
    """A line that is nothing but a byline, or one with the date."""
    if not 0 < units(text) <= LONGEST_BYLINE or STOP_INSIDE.search(text):
        return False
    return find_byline(text) is not None or bool(names_beside(text, find_dates(text)))


def is_dateline(text: str) -> bool:
    """A line that is little more than a date and what pages print beside it: an hour, a length, an update."""
    if len(text) > LONGEST_DATELINE or not (dates := find_dates(text)):
        return False
    printed = sum(date.end - date.start for date in dates)
    rest = "".join(text[end:start] for end, start in _between(dates, len(text)))
    return printed >= DATE_SHARE * len(text) or not LETTER.search(BESIDE_DATE.sub("", rest))


def _between(dates, length: int) -> list[tuple[int, int]]:
    """What no date covers: from the end of one to the start of the next."""
    ends, starts = [0, *(date.end for date in dates)], [*(date.start for date in dates), length]
    return list(zip(ends, starts, strict=True))


def with_notes(blocks: list[Block]) -> list[Block]:
    """The blocks, lines of the makers turned into notes."""
    for block in blocks:
        if block.type in (BlockType.PARAGRAPH, BlockType.HEADING, BlockType.QUOTE) and is_note(block.text):
            block.type, block.level = BlockType.NOTE, 0
    return blocks


def promote_headings(blocks: list[Block]) -> list[Block]:
    """The blocks, short unmarked lines between finished paragraphs turned into headings."""
    for before, block, after in zip(blocks, blocks[1:], blocks[2:], strict=False):
        if _heads(block, after) and before.type != BlockType.HEADING and _is_finished(before):
            block.type, block.level = BlockType.HEADING, 3
    return blocks


def level_headings(blocks: list[Block]) -> list[Block]:
    """The blocks, the highest rank of headings made the second: the first is the headline's."""
    headings = [block for block in blocks if block.type == BlockType.HEADING]
    above = min((block.level for block in headings), default=2) - 2
    for block in headings:
        block.level -= above
    return blocks


def _heads(block: Block, after: Block) -> bool:
    if block.type != BlockType.PARAGRAPH or after.type != BlockType.PARAGRAPH:
        return False
    short = len(block.text) <= LONGEST_PLAIN_HEADING and not PARAGRAPH_END.search(block.text)
    return short and not NOT_A_HEADING.search(block.text) and len(after.text) >= LEAST_PARAGRAPH


def _is_finished(block: Block) -> bool:
    return block.type != BlockType.PARAGRAPH or bool(PARAGRAPH_END.search(block.text))


def rule_against(piece: Piece) -> str:
    """The rule by which a piece is no part of any body, wherever it stands; "" for none."""
    if piece.context.rule:
        return piece.context.rule
    if is_rights(piece.text):
        return LEGAL.rule
    if rule := tool_rule(piece.text):
        return rule
    if piece.is_picture or is_note(piece.text) or is_prose(piece):
        return ""
    return "links" if link_share(piece) > LINKED else furniture_rule(piece)


def furniture_rule(piece: Piece) -> str:
    """The rule by which a line that is no prose is furniture, "" for none."""
    if piece.is_picture or is_prose(piece) or _is_figure_in_table(piece):
        return ""
    headed = piece.context.level or is_bold_heading(piece)
    return page_rule(piece.text, least=SHARE_OF_HEADING if headed else 0)


def _is_figure_in_table(piece: Piece) -> bool:
    """A bare number is a counter, but not in a table."""
    return piece.context.cell is not None and not letters(piece.text)
