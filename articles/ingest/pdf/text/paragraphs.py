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

from articles.ingest.pdf.text.lines import Line, cells, pages
from articles.text.press.captions import looks_like_caption

TERMINATED = re.compile(r"[。．.！!？?…][」』”’\"'）)】〕》〉\]]*\d{0,2}$")
INTRODUCES = re.compile(r"[：:；;]$")
CLOSED = re.compile(r"[」』”\"）)】〕》〉\]]$")
GOES_ON = re.compile(r"[，、,；;—–-]$")
# What the line breaker moves as one piece: opening marks, one full-width character or one Latin word,
# and the marks that may not begin a line (JIS X 4051 and the W3C's clreq call them prohibited).
UNIT = re.compile(
    r"[「『“‘（(《〈【〔\[]*"
    r"(?:——|……|[^\W\u2e80-\u9fff\uac00-\ud7af\uf900-\uffef]+(?:[.,'’:/%-]+[^\W\u2e80-\u9fff\uac00-\ud7af]+)*|.)"
    r"[，、。．！？：；,.!?:;）)」』”’》〉】〕\]%％…·]*"
)
LATIN = re.compile(r"[A-Za-z0-9\u00c0-\u024f]")
HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
LATIN_EDGE = re.compile(r"[A-Za-z0-9\u00c0-\u024f\uac00-\ud7af]")
LATIN_WORD = re.compile(r"[A-Za-z\u00c0-\u024f][\w.'’-]*")
# Marks that no line begins with, and a bracket with its words that is a whole line.
NEVER_FIRST = re.compile(r"[，、。．；：！？）」』》〉】”’]")
ASIDE = re.compile(r"[（(][^（()）。]{1,40}[)）]")
ENDS_OR_OPENS = re.compile(r"[。！？!?：:」』”]$")
# A Latin letter is drawn between .25 and .9 em; over a line of n letters the sum strays so far.
LATIN_SPREAD = 0.1
# First-line indents are two full-width characters in Chinese (GB/T 9704); one is used in Japanese.
INDENTS = range(2, 9)
FIRST_LINE = 4
# Sizes of type against the body's. Notes and captions are set smaller, headings larger.
SMALL, LARGE = 0.94, 1.07
SAME_SIZE = 0.04


@dataclass(frozen=True)
class Measure:
    """What this document's type looks like, in cells (a full-width character is two).

    column: the width of a full line. lost_indent: the first-line indent, where the text has lost it but
    the first lines are still shorter by it. indents: whether indents are printed in the text.
    spaced: whether a blank line stands between nearly all lines, so that one says nothing.
    sized: whether the sizes of type are known, and not all are the same.
    """

    column: int
    lost_indent: int = 0
    indents: bool = False
    spaced: bool = False
    sized: bool = False

    def has_room(self, line: Line, following: Line, first: bool = False) -> bool:
        """Whether the first word of `following` would still have fitted on `line`.

        first: whether the line begins a paragraph, as far as the text does not show it.
        """
        return self.room(line, following, first) > 1 + LATIN_SPREAD * len(LATIN.findall(line.text))

    def room(self, line: Line, following: Line, first: bool = False) -> int:
        """Cells left on `line` after the first word of `following`; below 0 when it does not fit."""
        word = UNIT.match(following.text)[0]
        space = bool(LATIN_EDGE.match(word) and LATIN_EDGE.match(line.text[-1]))
        return self.column / line.size - self._indent(line, first) - line.width - cells(word) - space

    def is_small(self, line: Line) -> bool:
        """Whether the line is set in smaller type, as captions and notes are: it is wider than the column."""
        if self.sized:
            return line.size < SMALL
        return line.width > self.column + 4 + LATIN_SPREAD * len(LATIN.findall(line.text))

    def _indent(self, line: Line, first: bool) -> int:
        """Spaces only hint at an indent's width, which is two full-width characters."""
        if self.indents:
            return FIRST_LINE if line.indent in INDENTS else 0
        return self.lost_indent if first else 0

    def is_gap(self, line: Line) -> bool:
        """Whether the white space above `line` is more than the usual."""
        return line.gap > self.spaced


def measure(lines: list[Line]) -> Measure:
    """The measure of a text's lines, furniture left out."""
    sized = any(line.size != 1 for line in lines)
    lines = [line for line in lines if SMALL <= line.size < LARGE]
    column = column_width(lines)
    spaced = sum(line.gap > 0 for line in lines[1:]) > 0.6 * max(len(lines) - 1, 1)
    plain = Measure(column, spaced=spaced, sized=sized)
    if _has_indents(lines, column):
        return replace(plain, indents=True)
    return replace(plain, lost_indent=_lost_indent(lines, plain))


def column_width(lines: list[Line]) -> int:
    """The width that most of the type is set to: many lines come within a word of it, and they are long."""
    counts = Counter(line.width for line in lines)
    latin = sum(len(LATIN.findall(line.text)) for line in lines) / max(sum(line.width for line in lines), 1)
    window = round(4 + latin * 12)

    def weight(width: int) -> int:
        return width * sum(counts[width - less] for less in range(window))

    return max(counts, key=weight, default=0)


def _has_indents(lines: list[Line], column: int) -> bool:
    wide = [line for line in lines if line.width > 0.7 * column]
    indented = sum(line.indent in INDENTS for line in wide)
    return 0 < indented < 0.6 * len(wide) and indented >= 0.03 * len(wide)


def _lost_indent(lines: list[Line], plain: Measure) -> int:
    """The indent that first lines show by being short, judged after paragraphs that surely ended."""
    missing = [
        plain.column - first.width
        for (last, first), following in zip(pairwise(lines), lines[2:], strict=False)
        if is_terminated(last)
        and plain.room(last, first) > 8
        and not is_terminated(first)
        and plain.room(first, following) <= 6
    ]
    usual = statistics.median(missing) if len(missing) > 1 else 0
    return FIRST_LINE if 3 <= usual <= 6 else 0


def is_terminated(line: Line) -> bool:
    """Whether a sentence may end with the line."""
    return TERMINATED.search(line.text) is not None


def settle_indents(lines: list[Line]) -> list[Line]:
    """The lines with indents counted from the left edge of each page's text."""
    settled = []
    for sheet in pages(lines):
        edge = min((line.indent for line in sheet), default=0)
        settled += [replace(line, indent=line.indent - edge) for line in sheet] if edge else sheet
    return settled


def mend_fragments(lines: list[Line], column: int) -> list[Line]:
    """Put together what was one printed line.

    Where marks or Latin words come from another font than the Han around them, or sit on another baseline,
    pdftotext -raw and PyMuPDF print each run on a line of its own, some between blank lines.
    """
    mended: list[Line] = []
    for line in lines:
        if mended and _is_fragment(mended[-1], line, column):
            mended[-1] = mended[-1].joined(line)
        else:
            mended.append(line)
    return mended


def _is_fragment(line: Line, following: Line, column: int) -> bool:
    if (
        line.page != following.page
        or line.size != following.size
        or line.width + following.width > column + 2
    ):
        return False
    if NEVER_FIRST.match(following.text):
        return True
    return _is_aside(line, following) or (following.gap > 0 and _is_latin_run(line, following))


def _is_aside(line: Line, following: Line) -> bool:
    return ASIDE.fullmatch(following.text) is not None and not is_terminated(line)


def _is_latin_run(line: Line, following: Line) -> bool:
    if not (HAN.search(line.text) or HAN.search(following.text)):
        return False
    tail = line.text.split(" ")[-1]
    apart = tail == line.text or len(line.fragments) > 1
    return not ENDS_OR_OPENS.search(line.text) and bool(
        LATIN_WORD.fullmatch(following.text)
        or following.text[0].islower()
        or (apart and LATIN_WORD.fullmatch(tail))
    )


@dataclass
class Paragraph:
    """Lines that belong together."""

    lines: list[Line]

    @property
    def first(self) -> Line:
        return self.lines[0]

    @property
    def last(self) -> Line:
        return self.lines[-1]

    @property
    def text(self) -> str:
        """Its words in one line, close enough to judge by."""
        return " ".join(line.text for line in self.lines)

    @property
    def fragments(self) -> list[tuple[int, int]]:
        return [piece for line in self.lines for piece in line.fragments]

    @property
    def size(self) -> float:
        return self.first.size

    @property
    def is_terminated(self) -> bool:
        return is_terminated(self.last)

    @property
    def width(self) -> int:
        """The width of its widest line."""
        return max(line.width for line in self.lines)


def paragraphs(lines: list[Line], type_: Measure, openers: Collection[Line] = ()) -> list[Paragraph]:
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


def _ends(paragraph: Paragraph, line: Line, after: Line | None, type_: Measure, opening: bool) -> bool:
    """Whether the paragraph ended before `line`. opening: it is the first of the text."""
    last = paragraph.last
    if abs(last.size - line.size) > SAME_SIZE * last.size:
        return True
    if line.size > LARGE:
        return type_.is_gap(line) or is_terminated(last)
    if type_.is_small(last) and not type_.is_small(line):
        return _small_type_ends(paragraph, line, type_, opening)
    if len(paragraph.lines) <= 3 and CLOSED.search(last.text) and looks_like_caption(paragraph.text):
        return True
    if is_terminated(last) and type_.is_small(line) and not type_.is_small(last):
        return True
    if NEVER_FIRST.match(line.text):
        return False
    has_room = type_.has_room(last, line, first=last is paragraph.first)
    if has_room and (is_terminated(last) or INTRODUCES.search(last.text)):
        return True
    if line.text[0].islower() and not is_terminated(last):
        return False
    if not has_room:
        return _full_line_ends(last, line, after, type_)
    if GOES_ON.search(last.text) or _is_open(paragraph.text):
        return False
    alone = len(paragraph.lines) == 1 and last.width < 0.85 * type_.column
    return alone or type_.is_gap(line) or last.width < 0.7 * type_.column


def _small_type_ends(paragraph: Paragraph, line: Line, type_: Measure, opening: bool) -> bool:
    """Whether small type ends with a line wider than the column, before one that is not.

    With several such lines the widest is full, and a sentence goes on below it. A single one above the
    headline is a whole caption.
    """
    last = paragraph.last
    if INTRODUCES.search(last.text) or GOES_ON.search(last.text) or _is_open(paragraph.text):
        return False
    if looks_like_caption(paragraph.text) or is_terminated(last):
        return True
    if looks_like_caption(f"{paragraph.text}{line.text}"):
        return False
    wide = [other.width for other in paragraph.lines if type_.is_small(other)]
    return opening if len(wide) == 1 else last.width < max(wide) - 4


def _full_line_ends(last: Line, line: Line, after: Line | None, type_: Measure) -> bool:
    if not is_terminated(last):
        return type_.is_gap(line) and line.page == last.page and bool(CLOSED.search(last.text))
    if type_.indents and line.indent in INDENTS:
        return True
    if type_.is_gap(line) and line.page == last.page:
        return True
    return after is not None and (_is_first_line(line, after, type_) or _is_heading(line, after, type_))


def _is_first_line(line: Line, after: Line, type_: Measure) -> bool:
    """Whether the line is short by just the indent that first lines have lost."""
    if not type_.lost_indent or is_terminated(line):
        return False
    return type_.has_room(line, after) and not type_.has_room(line, after, first=True)


def _is_heading(line: Line, after: Line, type_: Measure) -> bool:
    short = line.width < 0.75 * type_.column and type_.has_room(line, after)
    return short and not (is_terminated(line) or GOES_ON.search(line.text))


PAIRS = {"「": "」", "『": "』", "（": "）", "(": ")", "《": "》", "〈": "〉", "【": "】"}


def _is_open(text: str) -> bool:
    """Whether a bracket is open at the end of the text."""
    return any(text.count(opening) > text.count(closing) for opening, closing in PAIRS.items())
