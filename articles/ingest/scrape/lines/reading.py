"""A text as the lines of a page: broken sentences joined, fields parted from what stands behind them."""

import re
from dataclasses import replace

from articles.ingest.plain.segment import CAPTION_MARKS, TERMINATED, Segment, Span, line_at, line_spans
from articles.ingest.scrape.lines.rejoining import rejoined

# Between the items of a sentence that lists: ▲ a host ▲ a date ▲ a place were agreed. Captions of two
# pictures have a full stop there, or a sign for each.
NEXT_ITEM = re.compile(rf"\s[{CAPTION_MARKS}]\s?(?=[^\s{CAPTION_MARKS}])")
# A field's name and its value before the text on one line, as an export of fields to text leaves it.
DATE_HEAD = re.compile(
    r"(?P<date>(?:date|日期|時間|时间|published)\s{0,9}[:：]?\s{0,9}\d{4}[-/.]\d{1,2}[-/.]\d{1,2}"
    r"(?:[ T]\d\d?:\d\d(?::\d\d)?)?)\s+(?=\S)",
    re.IGNORECASE,
)
# The same of a title, as boards print it at the head of a post: 標題[新聞] …, 标 题: [原创]…, Subject: …
TITLE_HEAD = re.compile(
    r"(?P<label>(?:[標标]\s{0,2}[題题]|件名|제목|subject|title)(?:\s{0,9}[:：]\s{0,9}|(?=\[)|\s{1,9})"
    r"(?:\[(?:原[創创]|首[發发])\]\s?)?)(?=\S.{3})",
    re.IGNORECASE,
)
BOARD_HEAD = 400  # characters, in which such a head stands


def read_lines(text: str) -> list[Segment]:
    """The lines of a page, broken sentences joined, a labelled date before other text parted from it."""
    spans = rejoined(text, list(line_spans(text)))
    pieces = [piece for span in spans for piece in _parted(text, *span)]
    return [_with_its_items(line_at(text, number, piece)) for number, piece in enumerate(pieces)]


def _parted(text: str, start: int, end: int) -> list[Span]:
    if head := DATE_HEAD.match(text, start, end):
        return [(start, head.end("date")), (head.end(), end)]
    head = TITLE_HEAD.match(text, start, end) if start < BOARD_HEAD else None
    return [(start, head.end("label")), (head.end("label"), end)] if head else [(start, end)]


def _with_its_items(line: Segment) -> Segment:
    """The line with the sign before its first item in its text, where the next items have it."""
    if not line.arrow or line.bullet or not line.is_terminated:
        return line
    if len(set(CAPTION_MARKS).intersection(line.marks + line.text)) != 1:
        return line
    *items, _ = NEXT_ITEM.split(line.text)
    if not items or any(map(TERMINATED.search, items)):
        return line
    return replace(line, text=line.marks + line.text, where=((line.mark_start, line.end),), marks="")
