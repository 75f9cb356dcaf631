"""Lines narrower than the column of their text: a long quotation, a box, and what stands at a page's end."""

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile

from articles.ingest.pdf.text.blocks.measure import INTRODUCES, Measure, may_end
from articles.ingest.pdf.text.blocks.paragraphs import Paragraph
from articles.ingest.pdf.text.pages.lines import pages
from articles.ingest.plain.segment import Segment

FULL = 0.85  # of the column, a line whose sentence goes on
# Of the column, lines of a box at the end of a page; how many, as the only one might end the sentence.
NARROW, FEWEST_LINES = 0.7, 2
# Of the column, a line of a narrower one; in cells, its least width, and how much its full lines differ, as a
# mark may not begin a line; how many make a column, with a shorter last one.
NARROWER, NARROWEST, RAGGED, FEWEST_LEVEL = 0.8, 20, 2, 3
# Marks inside lines: verse has its own at their ends.
INNER_MARK = re.compile(r"[，、。；：][^，、。；：]{2}")


def narrow_lines(lines: list[Segment], type_: Measure) -> set[Segment]:
    """The lines that go on with the one above in a column of their own, narrower than that of the text."""
    found: set[Segment] = set()
    for run in _level_runs(lines, type_):
        rest = _rest(run, lines) if run else []
        broken = sum(not may_end(line) and line.text[-1].isalnum() for line in run)
        is_broken = 2 * broken > len(run) and any(INNER_MARK.search(line.text) for line in run)
        if is_broken and len(run) + any(map(may_end, rest)) >= FEWEST_LEVEL:
            found.update(line for line in [*run[1:], *rest] if not line.gap and line.indent <= run[0].indent)
    return found


def _level_runs(lines: list[Segment], type_: Measure) -> Iterator[list[Segment]]:
    """Narrow lines below each other that are as wide as each other."""
    run: list[Segment] = []
    for line in lines:
        is_level = bool(run) and abs(line.cells - run[0].cells) <= RAGGED and line.page == run[0].page
        if not is_level:
            yield run
            run = []
        if is_level or NARROWEST <= line.cells < NARROWER * type_.column:
            run.append(line)
    yield run


def _rest(run: list[Segment], lines: list[Segment]) -> list[Segment]:
    """The shorter line below, with which a narrow column ends."""
    at = lines.index(run[-1]) + 1
    return [line for line in lines[at : at + 1] if line.cells < run[0].cells and line.page == run[0].page]


def resumed(lines: list[Segment], type_: Measure) -> dict[Segment, Segment]:
    """The first lines of pages that go on with a sentence, each with the line where it broke off.

    A page's last lines are those of a box or a chart where all are short and end nothing below a full line.
    """
    found = {}
    for sheet, after in pairwise(pages(lines)):
        below = list(takewhile(lambda line: _may_be_in_box(line, type_), reversed(sheet)))
        last = sheet[-len(below) - 1] if FEWEST_LINES <= len(below) < len(sheet) else None
        if last and _breaks_off(last, after[0], type_):
            found[after[0]] = last
    return found


def _may_be_in_box(line: Segment, type_: Measure) -> bool:
    return line.cells < NARROW * type_.column and not may_end(line)


def _breaks_off(last: Segment, first: Segment, type_: Measure) -> bool:
    """Whether a sentence in a full line goes on in the first line of the next page, which is not set in."""
    if last.cells < FULL * type_.column or may_end(last) or INTRODUCES.search(last.text):
        return False
    return not first.indent and (first.cells >= FULL * type_.column or may_end(first))


def in_boxes(lines: list[Segment], broken: dict[Segment, Segment]) -> Iterator[Segment]:
    """The lines between those that break off and those that go on. broken: as `resumed` has it."""
    for after, last in broken.items():
        yield from lines[lines.index(last) + 1 : lines.index(after)]


def over_boxes(printed: list[Paragraph], broken: dict[Segment, Segment]) -> list[Paragraph]:
    """The paragraphs, those that the end of a page parts in one piece above its box.

    broken: as `resumed` has it.
    """
    whole: list[Paragraph] = []
    for part in printed:
        above = next((other for other in whole if other.last is broken.get(part.first)), None)
        if above is None:
            whole.append(part)
        for line in part.lines * (above is not None):
            above.add(line)
    return whole
