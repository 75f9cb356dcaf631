"""Hard-wrapped lines back to paragraphs.

A typesetter breaks a line when the next word does not fit. So a line that had room for the next word ended
its paragraph, or was a heading; a full line goes on. What is left open is settled by first-line indents,
blank lines and punctuation, each only as far as this document uses them.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass

from articles.ingest.furniture.labels import PRINTED_KEYWORDS
from articles.ingest.pdf.text.blocks.measure import (
    FULL_LINE,
    INTRODUCES,
    LARGE,
    NEARLY_FULL,
    Measure,
    may_end,
)
from articles.ingest.pdf.text.line_kinds.dates import is_labelled_date
from articles.ingest.pdf.text.line_kinds.imprint import is_field_of_journal
from articles.ingest.plain.lazily import measured
from articles.ingest.plain.segment import Segment, Span
from articles.text.press.captions import MARKS, looks_like_caption, split_credit

CLOSED = re.compile(r"[」』”\"）)】〕》〉\]]$")
CREDITED = re.compile(r"[^。]\s?[攝摄](?:影)?$|撮影$|[^\W\d_][圖图]$")  # of a caption: 本报记者 某某 摄
LONGEST_CLOSED = 3  # lines
LONGEST_OPENING = 6  # lines above the text of an article, of one paragraph each
GOES_ON = re.compile(r"[，、,；;—–-]$")
HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
BETWEEN_HAN = re.compile(
    r"(?<=[\u3001-\u30ff\u3400-\u9fff\uff01-\uff60]) (?=[\u3001-\u30ff\u3400-\u9fff\uff01-\uff60])"
)
# Marks that no line begins with, and a bracket with its words that is a whole line.
NEVER_FIRST = re.compile(r"[，、。．；：！？）」』》〉】”’]")
ASIDE = re.compile(r"[（(][^（()）。]{1,40}[)）]")
LABELLED = re.compile(
    rf"^(?:[［\[【〔]\s?(?:{PRINTED_KEYWORDS})\s?[］\]】〕]|(?:{PRINTED_KEYWORDS})\s*[:：])\s*", re.IGNORECASE
)
# An abstract that begins behind its label.
SUMMARY = re.compile(
    r"[［\[【〔]?\s?(?:(?:內容|内容|中文)?(?:摘\s?要|提\s?要)|要\s?旨|概\s?要|요\s?약|초\s?록|abstract|summary)\s?[:：］\]】〕]",
    re.IGNORECASE,
)
AFTER_LABEL = re.compile(r"[:：\]］】〕]")  # one of which every label of a field has behind it
SAME_SIZE = 0.04  # of a size, which tools round differently
PAIRS = {"「": "」", "『": "』", "“": "”", "（": "）", "(": ")", "《": "》", "〈": "〉", "【": "】"}


@dataclass
class Paragraph:
    """Lines that belong together."""

    lines: list[Segment]

    @property
    def first(self) -> Segment:
        return self.lines[0]

    @property
    def last(self) -> Segment:
        return self.lines[-1]

    def add(self, line: Segment) -> None:
        """Put a line below the others."""
        self.lines.append(line)
        self.text, self.cells = f"{self.text} {line.text}", max(self.cells, line.cells)

    @measured
    def text(self) -> str:
        """Its words in one line, close enough to judge by."""
        return " ".join(line.text for line in self.lines)

    @property
    def said(self) -> str:
        """The same, without the spaces that no writer puts between Han or their marks."""
        return BETWEEN_HAN.sub("", self.text)

    @property
    def where(self) -> list[Span]:
        return [piece for line in self.lines for piece in line.where]

    @property
    def size(self) -> float:
        return self.first.size

    @property
    def is_terminated(self) -> bool:
        return may_end(self.last)

    @measured
    def cells(self) -> int:
        """The cells that its widest line takes."""
        return max(line.cells for line in self.lines)


def paragraphs(
    lines: list[Segment],
    type_: Measure,
    openers: Collection[Segment] = (),
    rests: Collection[Segment] = frozenset(),
) -> list[Paragraph]:
    """The lines grouped into paragraphs; headings and captions are paragraphs of their own.

    openers: lines known to begin something: items of lists, rows of tables. rests: those known to go on.
    """
    found: list[Paragraph] = []
    for number, line in enumerate(lines):
        after = lines[number + 1] if number + 1 < len(lines) else None
        opens = line in openers or not found
        opening = len(found) <= LONGEST_OPENING and all(len(part.lines) == 1 for part in found[:-1])
        if not opens and (line in rests or not _ends(found[-1], line, after, type_, opening=opening)):
            found[-1].add(line)
        else:
            found.append(Paragraph([line]))
    return found


def _ends(paragraph: Paragraph, line: Segment, after: Segment | None, type_: Measure, opening: bool) -> bool:
    """Whether the paragraph ended before `line`. opening: nothing stands above it but single lines."""
    last = paragraph.last
    if abs(last.size - line.size) > SAME_SIZE * last.size:
        return True
    if line.size > LARGE:
        return type_.is_gap(line) or may_end(last)
    if AFTER_LABEL.search(line.text) and _opens_field(line.text):
        return True
    if LABELLED.match(paragraph.text) and (type_.is_gap(line) or line.tops_column):
        return True
    if type_.is_small(last) and not type_.is_small(line):
        return _small_type_ends(paragraph, line, type_, opening)
    if len(paragraph.lines) <= LONGEST_CLOSED and _is_closed_caption(paragraph, type_):
        return True
    widens = type_.is_small(line) and not type_.is_small(last)
    if widens and (may_end(last) or type_.has_room(last, line)):
        return True
    if NEVER_FIRST.match(line.text):
        return False
    if type_.is_gap(line) and _is_in_capitals(last) and not _is_in_capitals(line):
        return True
    if _is_open_first_line(paragraph, line, type_):
        return False
    has_room = type_.has_room(last, line, first=last is paragraph.first)
    if has_room and (may_end(last) or INTRODUCES.search(last.text)):
        return True
    if line.text[0].islower() and not may_end(last):
        return False
    if not has_room:
        return _full_line_ends(last, line, after, type_)
    if (
        type_.is_gap(line)
        and line.page == last.page
        and line.text[0].isupper()
        and last.text.endswith((",", ";"))
    ):
        return True  # a clause of a declaration
    if GOES_ON.search(last.text) or is_open(paragraph.text):
        return False
    alone = len(paragraph.lines) == 1 and last.cells < 0.85 * type_.column
    return alone or type_.is_gap(line) or last.cells < 0.7 * type_.column


def _opens_field(text: str) -> bool:
    """Whether a line begins keywords, an abstract, or what a journal says of an article."""
    is_labelled = LABELLED.match(text) or SUMMARY.match(text) or is_labelled_date(text)
    return bool(is_labelled) or is_field_of_journal(text)


def _is_closed_caption(paragraph: Paragraph, type_: Measure) -> bool:
    """Whether a few lines are a caption that ends with a bracket, or with a credit and room on its line."""
    last = paragraph.last
    if CLOSED.search(last.text) or CREDITED.search(last.text):
        return looks_like_caption(paragraph.said)
    may_close = last.cells < NEARLY_FULL * type_.column or paragraph.first.text[0] in MARKS
    return may_close and bool(split_credit(paragraph.said).credit)


def _is_open_first_line(paragraph: Paragraph, line: Segment, type_: Measure) -> bool:
    """Whether a first line is set in, and long, and its sentence goes on at the edge."""
    first = paragraph.first
    if line.indent or line.gap or len(paragraph.lines) > 1 or first.indent not in type_.indents:
        return False
    return first.cells + first.indent > FULL_LINE * type_.column and not may_end(first)


def _is_in_capitals(line: Segment) -> bool:
    return line.text.isupper() and not HAN.search(line.text)


def _small_type_ends(paragraph: Paragraph, line: Segment, type_: Measure, opening: bool) -> bool:
    """Whether small type ends with a line wider than the column, before one that is not.

    With several such lines the widest is full, and a sentence goes on below it. A single one above the
    headline is a whole caption.
    """
    last = paragraph.last
    if INTRODUCES.search(last.text) or GOES_ON.search(last.text) or is_open(paragraph.text):
        return False
    if looks_like_caption(paragraph.text) or may_end(last):
        return True
    if looks_like_caption(f"{paragraph.text}{line.text}"):
        return False
    wide = [other.cells for other in paragraph.lines if type_.is_small(other)]
    return opening if len(wide) == 1 else last.cells < max(wide) - 4


def _full_line_ends(last: Segment, line: Segment, after: Segment | None, type_: Measure) -> bool:
    if not may_end(last):
        return type_.is_gap(line) and line.page == last.page and bool(CLOSED.search(last.text))
    if line.indent in type_.indents:
        return True
    if type_.is_gap(line) and line.page == last.page:
        return True
    return after is not None and (_is_first_line(line, after, type_) or _is_heading(line, after, type_))


def _is_first_line(line: Segment, after: Segment, type_: Measure) -> bool:
    """Whether the line is short by just the indent that first lines have lost."""
    if not type_.lost_indent or may_end(line):
        return False
    return type_.has_room(line, after) and not type_.has_room(line, after, first=True)


def _is_heading(line: Segment, after: Segment, type_: Measure) -> bool:
    short = line.cells < 0.75 * type_.column and type_.has_room(line, after)
    return short and not (may_end(line) or GOES_ON.search(line.text))


def is_open(text: str) -> bool:
    """Whether a bracket is open at the end of the text."""
    pairs = [(opening, closing) for opening, closing in PAIRS.items() if opening in text]
    return any(text.count(opening) > text.count(closing) for opening, closing in pairs)
