"""Lines of a body that are no paragraphs though they are marked up as such."""

import re

from articles.ingest.documents import Block, BlockType
from articles.ingest.html.blocks import NOT_A_HEADING
from articles.ingest.html.rules import LONGEST_NOTE, NOTE_LINE
from articles.text.bylines import find_byline, is_editor_line
from articles.text.dates import find_dates

LONGEST_BYLINE = 40  # characters of a line that is nothing but a byline
LONGEST_DATELINE, DATE_SHARE = 60, 0.6
LONGEST_PLAIN_HEADING = 24  # characters; unmarked headings are short
LEAST_PARAGRAPH = 50  # characters of the paragraph that an unmarked heading must head
PARAGRAPH_END = re.compile(r"[。！？!?.…」』”\"'’)）】]$")
SENTENCE = re.compile(r"[。！？!?，,：:]")


def is_note(text: str) -> bool:
    """A line of the makers: editors, sources, rights."""
    return 0 < len(text) <= LONGEST_NOTE and (bool(NOTE_LINE.match(text)) or is_editor_line(text))


def is_byline(text: str) -> bool:
    """A line that is nothing but a byline."""
    return 0 < len(text) <= LONGEST_BYLINE and find_byline(text) is not None


def is_dateline(text: str) -> bool:
    """A line that is little more than a date."""
    if len(text) > LONGEST_DATELINE:
        return False
    dates = find_dates(text)
    return bool(dates) and sum(printed.end - printed.start for printed in dates) >= DATE_SHARE * len(text)


def with_notes(blocks: list[Block]) -> list[Block]:
    """The blocks, lines of the makers turned into notes."""
    for block in blocks:
        if block.type in (BlockType.PARAGRAPH, BlockType.HEADING) and is_note(block.text):
            block.type, block.level = BlockType.NOTE, 0
    return blocks


def promote_headings(blocks: list[Block]) -> list[Block]:
    """The blocks, short unmarked lines between finished paragraphs turned into headings."""
    for before, block, after in zip(blocks, blocks[1:], blocks[2:], strict=False):
        if _heads(block, after) and before.type != BlockType.HEADING and _is_finished(before):
            block.type, block.level = BlockType.HEADING, 3
    return blocks


def _heads(block: Block, after: Block) -> bool:
    if block.type != BlockType.PARAGRAPH or after.type != BlockType.PARAGRAPH:
        return False
    short = len(block.text) <= LONGEST_PLAIN_HEADING and not PARAGRAPH_END.search(block.text)
    return short and not NOT_A_HEADING.search(block.text) and len(after.text) >= LEAST_PARAGRAPH


def _is_finished(block: Block) -> bool:
    return block.type != BlockType.PARAGRAPH or bool(PARAGRAPH_END.search(block.text))
