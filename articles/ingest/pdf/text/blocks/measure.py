"""How a text is set: the width of its column, its indents, what room its lines leave."""

import re
import statistics
from collections import Counter
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from articles.ingest.pdf.text.pages.lines import pages
from articles.ingest.plain.segment import Segment
from articles.ingest.plain.widths import cells

# A sentence ends with its stop, closing marks and the mark of a note, or what was heard behind it: （笑聲）.
# A point between digits is none.
TERMINATED = re.compile(
    r"(?:[。．！!？?…]|\.(?!\d)|(?<!\d)\.)[」』”’\"'）)】〕》〉\]]*"
    r"(?:\d{0,2}|\d{1,3}[)）]|[\[［(（]\d{1,3}[\])）］]|[①-⑳¹²³*＊†‡]|[（(\[【][^（()）。]{1,12}[)）\]】])$"
)
LONGEST_MARKS = 4  # characters of a word's last letter and the marks behind it
LONGEST_END = 40  # characters from a stop to the end of its line: marks, a note, what was heard
INTRODUCES = re.compile(r"[：:；;]$")
# What the line breaker moves as one piece: opening marks, one full-width character, one Latin or Korean word,
# and the marks that may not begin a line (JIS X 4051 and the W3C's clreq call them prohibited). Browsers part
# curved quotation marks from nothing beside them (Unicode's UAX 14, LB19).
PIECE = (
    r"[「『“‘（(《〈【〔\[]*"
    r"(?:——|……|[^\W\u2e80-\u9fff\uf900-\uffef]+(?:[.,'’:/%+-]+[^\W\u2e80-\u9fff\uf900-\uffef]+)*|.)"
    r"[，、。．！？：；,.!?:;）)」』”’》〉】〕\]%％…·]*"
)
UNIT = re.compile(rf"{PIECE}(?:(?:(?=[“‘])|(?<=[”’])(?=\S)){PIECE}){{0,3}}")
LATIN_EDGE = r"[A-Za-z0-9\u00c0-\u024f\uac00-\ud7af]"
# A space stands before Latin and Korean words, but behind Han and its marks.
BEGINS_WORD, ENDS_WORD = (
    re.compile(rf"[(\[“‘\"']*{LATIN_EDGE}"),
    re.compile(rf"{LATIN_EDGE}[,.;:!?)\]’”\"']*$"),
)
# A Latin letter is drawn between .25 and .9 em; over a line of n letters the sum strays so far.
LATIN_SPREAD = 0.1
# First-line indents are two full-width characters in Chinese (GB/T 9704); one is used in Japanese.
INDENTS = range(2, 9)
# One full-width character is a single space where a tool gives every character a place.
NARROW_INDENTS, FEWEST_NARROW = range(1, 9), 3
FEWEST_FULL, FULL_LINE = 12, 0.75  # lines that tell how much room lines leave; their share of the column
# Lines inside paragraphs that tell how wide full ones are; the share of Latin from which type is ragged.
NEARLY_FULL, FEWEST_INSIDE, MOST_LATIN = 0.9, 4, 0.3
LEAST_AT_EDGE = 0.2  # of the full lines of a page
FIRST_LINE = 4  # columns, two full-width characters
# Sizes of type against the body's. Notes and captions are set smaller, headings larger.
SMALL, LARGE = 0.94, 1.07


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
        space = bool(BEGINS_WORD.match(word) and ENDS_WORD.search(line.text[-LONGEST_MARKS:]))
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
    return _without_indents(lines, plain)


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
    up_to = [*accumulate((counts[width] for width in range(max(counts, default=0) + 1)), initial=0)]

    def weight(width: int) -> int:
        return width * (up_to[width + 1] - up_to[max(width - window + 1, 0)])

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


def _without_indents(lines: list[Segment], plain: Measure) -> Measure:
    """The measure of a text that has lost its indents: first lines show them by being short.

    They are judged after paragraphs that surely ended. In East Asian type they are many enough to pass for
    full lines, which are wider then than the column seemed.
    """
    column = max(plain.column, _usual_full_line(lines, plain))
    missing = [
        column - first.cells
        for (last, first), following in zip(pairwise(lines), lines[2:], strict=False)
        if may_end(last)
        and plain.room(last, first) > 8
        and not may_end(first)
        and plain.room(first, following) <= 6
    ]
    usual = statistics.median(missing) if len(missing) > 1 else 0
    return replace(plain, column=column, lost_indent=FIRST_LINE) if 3 <= usual <= 6 else plain


def _usual_full_line(lines: list[Segment], plain: Measure) -> int:
    """The width that a quarter of the full lines inside paragraphs reach, 0 for Latin type: it is ragged."""
    inside = [
        line.cells
        for above, line in pairwise(lines)
        if line.cells > NEARLY_FULL * plain.column and not (may_end(above) or may_end(line))
    ]
    is_latin = sum(line.latin_letters for line in lines) > MOST_LATIN * sum(line.cells for line in lines)
    return 0 if is_latin or len(inside) < FEWEST_INSIDE else sorted(inside)[3 * len(inside) // 4]


def may_end(line: Segment) -> bool:
    """Whether a sentence may end with the line, before the number of a note too."""
    text = line.text
    return not text[-1].isalpha() and TERMINATED.search(text, max(len(text) - LONGEST_END, 0)) is not None


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
