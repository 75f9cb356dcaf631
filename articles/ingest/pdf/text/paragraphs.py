"""Hard-wrapped lines back to paragraphs.

A typesetter breaks a line when the next word does not fit. So a line that had room for the next word ended
its paragraph, or was a heading; a full line goes on. What is left open is settled by first-line indents,
blank lines and punctuation, each only as far as this document uses them.
"""

import re
import statistics
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, replace
from itertools import pairwise

from articles.ingest.furniture.labels import PRINTED_KEYWORDS
from articles.ingest.pdf.text.dated import is_labelled_date
from articles.ingest.pdf.text.imprint import is_field_of_journal
from articles.ingest.pdf.text.pages import pages
from articles.ingest.plain.segment import Segment, Span
from articles.ingest.plain.widths import cells
from articles.text.press.captions import looks_like_caption

# A sentence ends with its stop, closing marks and the mark of a note, or what was heard behind it: （笑聲）.
# A point between digits is none.
TERMINATED = re.compile(
    r"(?:[。．！!？?…]|\.(?!\d)|(?<!\d)\.)[」』”’\"'）)】〕》〉\]]*"
    r"(?:\d{0,2}|\d{1,3}[)）]|[\[［(（]\d{1,3}[\])）］]|[①-⑳¹²³*＊†‡]|[（(\[【][^（()）。]{1,12}[)）\]】])$"
)
LONGEST_END = 40  # characters from a stop to the end of its line: marks, a note, what was heard
INTRODUCES = re.compile(r"[：:；;]$")
CLOSED = re.compile(r"[」』”\"）)】〕》〉\]]$")
CREDITED = re.compile(r"[^。]\s?[攝摄](?:影)?$|撮影$|[^\W\d_][圖图]$")  # of a caption: 本报记者 某某 摄
GOES_ON = re.compile(r"[，、,；;—–-]$")
# What the line breaker moves as one piece: opening marks, one full-width character, one Latin or Korean word,
# and the marks that may not begin a line (JIS X 4051 and the W3C's clreq call them prohibited).
UNIT = re.compile(
    r"[「『“‘（(《〈【〔\[]*"
    r"(?:——|……|[^\W\u2e80-\u9fff\uf900-\uffef]+(?:[.,'’:/%-]+[^\W\u2e80-\u9fff\uf900-\uffef]+)*|.)"
    r"[，、。．！？：；,.!?:;）)」』”’》〉】〕\]%％…·]*"
)
HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
LATIN_EDGE = re.compile(r"[A-Za-z0-9\u00c0-\u024f\uac00-\ud7af]")
# Marks that no line begins with, and a bracket with its words that is a whole line.
NEVER_FIRST = re.compile(r"[，、。．；：！？）」』》〉】”’]")
ASIDE = re.compile(r"[（(][^（()）。]{1,40}[)）]")
# A Latin letter is drawn between .25 and .9 em; over a line of n letters the sum strays so far.
LATIN_SPREAD = 0.1
# First-line indents are two full-width characters in Chinese (GB/T 9704); one is used in Japanese.
INDENTS = range(2, 9)
# One full-width character is a single space where a tool gives every character a place.
NARROW_INDENTS, FEWEST_NARROW = range(1, 9), 3
FEWEST_FULL, FULL_LINE = 12, 0.75  # lines that tell how much room lines leave; their share of the column
LEAST_AT_EDGE = 0.2  # of the full lines of a page
FIRST_LINE = 4  # columns, two full-width characters
LABELLED = re.compile(
    rf"^(?:[［\[【〔]\s?(?:{PRINTED_KEYWORDS})\s?[］\]】〕]|(?:{PRINTED_KEYWORDS})\s*[:：])\s*", re.IGNORECASE
)
# An abstract that begins behind its label.
SUMMARY = re.compile(
    r"[［\[【〔]?\s?(?:(?:內容|内容|中文)?(?:摘\s?要|提\s?要)|要\s?旨|概\s?要|요\s?약|초\s?록|abstract|summary)\s?[:：］\]】〕]",
    re.IGNORECASE,
)
# Sizes of type against the body's. Notes and captions are set smaller, headings larger.
SMALL, LARGE = 0.94, 1.07
SAME_SIZE = 0.04  # of a size, which tools round differently


@dataclass(frozen=True)
class Measure:
    """What this document's type looks like, in cells (a full-width character is two).

    column: the width of a full line. lost_indent: the first-line indent, where the text has lost it but
    the first lines are still shorter by it. indents: those that are printed in the text, in cells.
    spaced: whether a blank line stands between nearly all lines, so that one says nothing.
    sized: whether the sizes of type are known, and not all are the same. most_room: the most cells that lines
    leave which surely go on in the next, None where too few tell.
    """

    column: int
    lost_indent: int = 0
    indents: range = range(0)
    spaced: bool = False
    sized: bool = False
    most_room: int | None = None

    def has_room(self, line: Segment, following: Segment, first: bool = False) -> bool:
        """Whether the first word of `following` would still have fitted on `line`.

        first: whether the line begins a paragraph, as far as the text does not show it.
        """
        usual = 1 + LATIN_SPREAD * line.latin_letters
        most = usual if self.most_room is None else min(usual, max(self.most_room, 1))
        return self.room(line, following, first) > most

    def room(self, line: Segment, following: Segment, first: bool = False) -> int:
        """Cells left on `line` after the first word of `following`; below 0 when it does not fit."""
        word = UNIT.match(following.text)[0]
        space = bool(LATIN_EDGE.match(word) and LATIN_EDGE.match(line.text[-1]))
        return self.column / line.size - self._indent(line, first) - line.cells - cells(word) - space

    def is_small(self, line: Segment) -> bool:
        """Whether the line is set in smaller type, as captions and notes are: it is wider than the column."""
        if self.sized:
            return line.size < SMALL
        if line.is_across:
            return False
        return line.cells > self.column + 4 + LATIN_SPREAD * line.latin_letters

    def _indent(self, line: Segment, first: bool) -> int:
        """Spaces only hint at an indent's width, which is two full-width characters."""
        if self.indents:
            return FIRST_LINE if line.indent in self.indents else 0
        return self.lost_indent if first else 0

    def is_gap(self, line: Segment) -> bool:
        """Whether the white space above `line` is more than the usual."""
        return line.gap > self.spaced


def measure(lines: list[Segment]) -> Measure:
    """The measure of a text's lines, furniture left out."""
    sized = any(line.size != 1 for line in lines)
    lines = [line for line in lines if SMALL <= line.size < LARGE]
    column = column_width(lines)
    spaced = sum(line.gap > 0 for line in lines[1:]) > 0.6 * max(len(lines) - 1, 1)
    plain = Measure(column, spaced=spaced, sized=sized)
    plain = replace(plain, most_room=_most_room(lines, plain))
    if indents := _indents(lines, column):
        return replace(plain, indents=indents)
    return replace(plain, lost_indent=_lost_indent(lines, plain))


def _most_room(lines: list[Segment], plain: Measure) -> int | None:
    """The most room that a full line leaves whose sentence goes on below it with a small letter."""
    pairs = [(line, below) for line, below in pairwise(lines) if below.text[0].islower()]
    full = [
        pair for pair in pairs if pair[0].cells > FULL_LINE * plain.column and pair[0].page == pair[1].page
    ]
    rooms = sorted(plain.room(*pair) for pair in full)
    return rooms[-1] if len(rooms) >= FEWEST_FULL else None


def column_width(lines: list[Segment]) -> int:
    """The width that most of the type is set to: many lines come within a word of it, and they are long."""
    counts = Counter(line.cells for line in lines)
    latin = sum(line.latin_letters for line in lines) / max(sum(line.cells for line in lines), 1)
    window = round(4 + latin * 12)
    lines_by_width = [counts[width] for width in range(max(counts, default=0) + 1)]

    def weight(width: int) -> int:
        return width * sum(lines_by_width[max(width - window + 1, 0) : width + 1])

    return max(counts, key=weight, default=0)


def _indents(lines: list[Segment], column: int) -> range:
    """The indents that first lines have. Narrow ones may be the tool's, unless each begins a paragraph."""
    wide = [line for line in lines if line.cells > 0.7 * column]
    indented = [line for line in wide if line.indent in INDENTS]
    few = len(indented) < 0.6 * len(wide) or _begin_paragraphs(indented, lines, column)
    if 0.03 * len(wide) <= len(indented) < len(wide) and indented and few:
        return INDENTS
    narrow = [line for line in wide if line.indent in NARROW_INDENTS]
    sure = FEWEST_NARROW <= len(narrow) < 0.6 * len(wide) and _begin_paragraphs(narrow, lines, column)
    return NARROW_INDENTS if sure else range(0)


def _begin_paragraphs(indented: list[Segment], lines: list[Segment], column: int) -> bool:
    """Whether indented lines stand below the ends of sentences and below short lines alone."""
    above = [before for before, line in pairwise(lines) if line in indented]
    return all(may_end(line) or INTRODUCES.search(line.text) or line.cells < 0.7 * column for line in above)


def _lost_indent(lines: list[Segment], plain: Measure) -> int:
    """The indent that first lines show by being short, judged after paragraphs that surely ended."""
    missing = [
        plain.column - first.cells
        for (last, first), following in zip(pairwise(lines), lines[2:], strict=False)
        if may_end(last)
        and plain.room(last, first) > 8
        and not may_end(first)
        and plain.room(first, following) <= 6
    ]
    usual = statistics.median(missing) if len(missing) > 1 else 0
    return FIRST_LINE if 3 <= usual <= 6 else 0


def may_end(line: Segment) -> bool:
    """Whether a sentence may end with the line, before the number of a note too."""
    return TERMINATED.search(line.text, max(len(line.text) - LONGEST_END, 0)) is not None


def settle_indents(lines: list[Segment]) -> list[Segment]:
    """The lines with indents counted from the left edge of each page's text."""
    settled = []
    for sheet in pages(lines):
        edge = _left_edge(sheet)
        settled += [replace(line, indent=max(line.indent - edge, 0)) for line in sheet] if edge else sheet
    return settled


def _left_edge(sheet: list[Segment]) -> int:
    """Where the full lines of a page begin: the leftmost place that a fair share of them has.

    The names above an article and the headings in it may stand farther out.
    """
    widest = max((line.cells for line in sheet), default=0)
    places = Counter(line.indent for line in sheet if line.cells > FULL_LINE * widest)
    return min(
        (place for place, times in places.items() if times >= LEAST_AT_EDGE * places.total()), default=0
    )


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

    @property
    def text(self) -> str:
        """Its words in one line, close enough to judge by."""
        return " ".join(line.text for line in self.lines)

    @property
    def where(self) -> list[Span]:
        return [piece for line in self.lines for piece in line.where]

    @property
    def size(self) -> float:
        return self.first.size

    @property
    def is_terminated(self) -> bool:
        return may_end(self.last)

    @property
    def cells(self) -> int:
        """The cells that its widest line takes."""
        return max(line.cells for line in self.lines)


def paragraphs(lines: list[Segment], type_: Measure, openers: Collection[Segment] = ()) -> list[Paragraph]:
    """The lines grouped into paragraphs; headings and captions are paragraphs of their own.

    openers: lines known to begin something: items of lists, rows of tables.
    """
    found: list[Paragraph] = []
    for number, line in enumerate(lines):
        after = lines[number + 1] if number + 1 < len(lines) else None
        opens = line in openers or not found
        if not opens and not _ends(found[-1], line, after, type_, opening=len(found) == 1):
            found[-1].lines.append(line)
        else:
            found.append(Paragraph([line]))
    return found


def _ends(paragraph: Paragraph, line: Segment, after: Segment | None, type_: Measure, opening: bool) -> bool:
    """Whether the paragraph ended before `line`. opening: it is the first of the text."""
    last = paragraph.last
    if abs(last.size - line.size) > SAME_SIZE * last.size:
        return True
    if line.size > LARGE:
        return type_.is_gap(line) or may_end(last)
    if LABELLED.match(line.text) or SUMMARY.match(line.text) or is_labelled_date(line.text):
        return True
    if is_field_of_journal(line.text):
        return True
    if LABELLED.match(paragraph.text) and (type_.is_gap(line) or line.tops_column):
        return True
    if type_.is_small(last) and not type_.is_small(line):
        return _small_type_ends(paragraph, line, type_, opening)
    is_closed = CLOSED.search(last.text) or CREDITED.search(last.text)
    if len(paragraph.lines) <= 3 and is_closed and looks_like_caption(paragraph.text):
        return True
    if may_end(last) and type_.is_small(line) and not type_.is_small(last):
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


PAIRS = {"「": "」", "『": "』", "“": "”", "（": "）", "(": ")", "《": "》", "〈": "〉", "【": "】"}


def is_open(text: str) -> bool:
    """Whether a bracket is open at the end of the text."""
    return any(text.count(opening) > text.count(closing) for opening, closing in PAIRS.items())
