"""Notes at the feet of pages and columns, each of which may interrupt a sentence, and notes below a text.

A note begins with its mark. What else speaks for it: white space or a rule above it, its mark behind a word
of the same page, the sentence that it interrupts, the number that follows the last note's.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import count, groupby, pairwise, takewhile

from articles.ingest.pdf.text.blocks.measure import Measure, may_end
from articles.ingest.pdf.text.blocks.paragraphs import Paragraph
from articles.ingest.pdf.text.pages.lines import pages
from articles.ingest.plain.segment import Segment

NOTE_MARK = re.compile(
    r"(?:[註注]\s*)?[\[［(（]?[註注]?\s?\d{1,3}(?:[\])）］]?[.、．:：]?\s*(?=[^\W\d_]|[「『“\"《〈])|[\])）］]\s(?=\d))|[*＊†‡※①-⑳¹²³]|[註注][:：]"
)
NOTE_NUMBER = re.compile(
    r"(?:[註注]\s*)?[\[［(（]?[註注]?\s?(\d{1,3})(?:[\])）］]?[.、．:：]?\s*(?=[^\W\d_]|[「『“\"《〈])|[\])）］]\s(?=\d))"
)
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
# How lists and clauses are numbered as well: such paragraphs are notes where the text cites them.
LISTED = re.compile(r"[(（]|.*[.、．]$")
CITED = re.compile(r"[\[［]\d{1,3}[\]］]|[(（][註注]\s?\d{1,3}[)）]|[①-⑳*＊†‡¹²³]|\d{1,3}[)）]")
# A note that begins with a bare number is cited by one behind a stop or a word, as 2024年1月 and 1.5 are not.
STOP_BEFORE, WORD_BEFORE = r"(?<=[。．.!?！？」』”\"）)，,])", r"(?<=[^\W\d_])"
NOTES_HEADING = re.compile(
    r"(?:註釋|注释|註解|附註|附注|註|脚注|注|尾註|Notes|Endnotes|References|參考文獻|参考文献|參考資料|参考资料)[:：]?",
    re.IGNORECASE,
)
FULL = 0.85  # of the column, in a line of text
FEWEST_NOTES = 2  # below a text; one numbered paragraph is none
MOST_NOTES = 1000  # their numbers have three digits at most
LONGEST_FOOT = 4  # lines of a note numbered as headings are
LONGEST_UNPARTED = 12  # lines of notes that no white space parts from the text; more are text


def foot_notes(lines: list[Segment], type_: Measure, headings: set[int]) -> list[Segment]:
    """The lines of the notes. headings: where lines begin that are none, though numbered so."""
    if type_.sized:
        return _small_notes(lines, type_)
    columns, notes = list(_columns(lines)), []
    for column, after in zip(columns, [*columns[1:], []], strict=False):
        notes += _Column(column, after, type_, headings, _last_numbered(notes)).notes()
    return notes


def without_notes(lines: list[Segment], notes: set[Segment]) -> list[Segment]:
    """The other lines. White space below a note parts nothing of the text."""
    kept, is_below = [], False
    for line in lines:
        if line not in notes:
            kept.append(replace(line, gap=0) if is_below and line.page == kept[-1].page else line)
        is_below = line in notes and bool(kept)
    return kept


def end_notes(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """What stands below a heading that says notes, or else the last paragraphs numbered from one."""
    for place, paragraph in enumerate(paragraphs):
        if NOTES_HEADING.fullmatch(paragraph.text):
            return paragraphs[place + 1 :]
    return _numbered_notes(paragraphs)


def _numbered_notes(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The last paragraphs that count up from one, marked alike.

    A number in brackets is a clause's and one with a point an item's, unless the text cites it.
    """
    numbers = [_number(paragraph.text) for paragraph in paragraphs]
    start = max((place for place, number in enumerate(numbers) if number == 1), default=len(numbers))
    styles = [_style(paragraph.text) for paragraph in paragraphs[start:]]
    counted = zip(numbers[start:], styles, count(1), strict=False)
    notes = list(takewhile(lambda note: note[0] == note[2] and note[1] == styles[0], counted))
    if len(notes) < FEWEST_NOTES:
        return []
    is_last = len(notes) == len(styles) and not LISTED.match(styles[0])
    told = [paragraph.text for paragraph in paragraphs[:start]]
    asked = range(1, len(notes) + 1 if LISTED.match(styles[0]) else 2)
    cited = all(any(_cites(text, styles[0], number) for text in told) for number in asked)
    return paragraphs[start : start + len(notes)] if is_last or cited else []


def _cites(text: str, style: str, number: int) -> bool:
    """Whether a text cites the note with the number, printed as the note itself is."""
    if style.strip(".、．") == "#":
        return _cites_bare(text, number) or str(number).translate(RAISED) in text
    return style.replace("#", str(number)) in text


def _cites_bare(text: str, number: int) -> bool:
    return _citing(number).search(text) is not None


@lru_cache(MOST_NOTES)
def _citing(number: int) -> re.Pattern:
    return re.compile(
        rf"{STOP_BEFORE}(?<!\d[.,]){number}(?![\d.,:%％])|{WORD_BEFORE}{number}(?=[\s，,。；;、]|$)"
    )


def _style(text: str) -> str:
    """What stands around the number that a note begins with."""
    found = NOTE_NUMBER.match(text)
    return found[0].strip().replace(found[1], "#") if found else ""


def _number(text: str) -> int:
    """The number that a note begins with, 0 for none."""
    found = NOTE_NUMBER.match(text)
    return int(found[1]) if found else 0


def _last_numbered(notes: list[Segment]) -> str:
    """The last line of notes that begins with a number."""
    return next((line.text for line in reversed(notes) if _number(line.text)), "")


def _small_notes(lines: list[Segment], type_: Measure) -> list[Segment]:
    groups = groupby(lines, lambda line: (line.page, type_.is_small(line)))
    small = [list(group) for (_, is_small), group in groups if is_small]
    return [line for group in small if NOTE_MARK.match(group[0].text) for line in group]


def _columns(lines: list[Segment]) -> Iterator[list[Segment]]:
    """The lines by page and, where it has several, by column."""
    for sheet in pages(lines):
        tops = [0, *(at for at, line in enumerate(sheet) if at and line.tops_column), len(sheet)]
        yield from (sheet[top:end] for top, end in pairwise(tops))


class _Column:
    """A page, or one of its columns, in search of its notes. last: the last numbered note above it."""

    def __init__(self, lines: list[Segment], after: list[Segment], type_: Measure, headings: set, last: str):
        self.lines, self.after, self.type, self.headings, self.last = lines, after, type_, headings, last

    def notes(self) -> list[Segment]:
        found, at = [], self._first_below_text()
        while at < len(self.lines):
            end = self._end(at) if self._may_begin(self.lines[at]) else at
            if end > at and self._are_notes(at, end):
                found += self.lines[at:end]
                self.last = _last_numbered(found) or self.last
                at = end
            else:
                at += 1
        return found

    def _first_below_text(self) -> int:
        """Notes stand below a full line of text: what stands above the first is the front of an article."""
        full = (at for at, line in enumerate(self.lines) if line.cells > FULL * self.type.column)
        return next(full, 0) + 1

    def _may_begin(self, line: Segment) -> bool:
        return NOTE_MARK.match(line.text) is not None and (
            line.start not in self.headings or self._is_next_cited(line)
        )

    def _is_next_cited(self, line: Segment) -> bool:
        """Whether a line at the foot has the number that follows the last note's, and is cited by it."""
        at, number = self.lines.index(line), _number(line.text)
        follows = bool(self.last) and number == _number(self.last) + 1
        return follows and len(self.lines) - at <= LONGEST_FOOT and self._is_cited_by_number(at, number)

    def _end(self, at: int) -> int:
        """Where the notes that begin there end: at white space with no further note below it."""
        number = _number(self.lines[at].text)
        for place in range(at + 1, len(self.lines)):
            line = self.lines[place]
            follows = self._may_begin(line) and _number(line.text) in (0, number + 1)
            if follows:
                number = _number(line.text)
            elif self.type.is_gap(line):
                return place
        return len(self.lines)

    def _are_notes(self, at: int, end: int) -> bool:
        line = self.lines[at]
        if line.below_rule:
            return True
        if LISTED.match(_style(line.text)) and not self._are_cited(at, end):
            return False
        is_last = end == len(self.lines)
        if not line.gap and not (is_last and end - at <= LONGEST_UNPARTED):
            return False
        if self._is_cited(at):
            return True
        number = _number(line.text)
        is_next = number in (1, _number(self.last) + 1) and is_last and bool(number)
        return (is_next and self._is_cited_by_number(at, number)) or (
            bool(line.gap) and self._interrupts(at, end)
        )

    def _is_cited(self, at: int) -> bool:
        """Whether the sign that a line begins with stands in the text above it."""
        mark = CITED.match(self.lines[at].text)
        return mark is not None and any(mark[0] in line.text[1:] for line in self.lines[:at])

    def _are_cited(self, at: int, end: int) -> bool:
        """Whether each of the numbers of lines stands in the text above, and they count up: items' do not."""
        numbers = [number for line in self.lines[at:end] if (number := _number(line.text))]
        counted = all(below == above + 1 for above, below in pairwise(numbers))
        return counted and all(self._is_cited_by_number(at, number) for number in numbers)

    def _is_cited_by_number(self, at: int, number: int) -> bool:
        return any(_cites_bare(line.text, number) for line in self.lines[:at])

    def _interrupts(self, at: int, end: int) -> bool:
        """Whether a full line above does not end its sentence, which goes on below or on the next page."""
        rest, above = self.lines[end:] or self.after, self.lines[at - 1]
        return bool(rest) and not may_end(above) and not self.type.has_room(above, rest[0])
