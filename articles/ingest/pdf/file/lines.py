"""The pages of a PDF file as text: lines in reading order, with indents, blank lines and sizes of type."""

from dataclasses import dataclass, field
from itertools import pairwise
from operator import add
from statistics import median

from pypdf import PageObject

from articles.ingest.pdf.columns import in_reading_order
from articles.ingest.pdf.file.runs import UNSPACED, TypeRun, ems, is_unspaced, runs_of

CELL = 0.5  # ems; an indent of two full-width characters is four cells

# Ems between two words at least, where the file has no space between them; where it has one, between Han and
# Latin; and between Han, over and above the tracking.
WORD_SPACE, LEAST_SPACE, HAN_SPACE = 0.3, 0.15, 0.2
STRETCH_SPACE = 1.2  # ems that part cells of a table, columns, the ends of a running head
WIDTH_ERROR = 0.1  # of the width of a Latin run, which is only an estimate
SAME_LINE = 0.5  # ems that numbers of notes, or other fonts, may stand above or below the line
EXTRA_LEADING = 1.35  # times the usual distance of two lines is a blank line
MOST_BLANK, MOST_SPACES = 3, 200  # of lines, of characters: a gap says no more when it is larger
SLACK = 0.3  # ems that lines of a column may begin from its edge


@dataclass(frozen=True)
class Stretch:
    """Runs of one line without a wide gap between them."""

    runs: tuple[TypeRun, ...]

    @property
    def text(self) -> str:
        pairs = list(pairwise(self.runs))
        tracking = median([_gap(before, run) / run.size for before, run in pairs] or [0])
        spaces = [" " * _is_spaced(before, run, tracking) for before, run in pairs]
        return "".join(map(add, ["", *spaces], [run.text for run in self.runs]))

    @property
    def left(self) -> float:
        return self.runs[0].left

    @property
    def right(self) -> float:
        return self.runs[-1].right

    @property
    def y(self) -> float:
        return self.main.y

    @property
    def size(self) -> float:
        return self.main.size

    @property
    def main(self) -> TypeRun:
        return max(self.runs, key=lambda run: (len(run.text), run.size))


@dataclass
class Printed:
    """Text out of a PDF file. sizes: the size of the type, in points, by the offset where a line begins."""

    text: str = ""
    sizes: dict[int, float] = field(default_factory=dict)

    def add(self, line: str, size: float) -> None:
        self.sizes[len(self.text) + len(line) - len(line.lstrip())] = size
        self.text += line + "\n"


def print_page(page: PageObject, printed: Printed) -> None:
    """Add the lines of a page to a text.

    Raises what pypdf raises on a broken page.
    """
    stretches = _stretches(runs_of(page))
    slack = SLACK * median([stretch.size for stretch in stretches] or [0])
    regions = [(_edge(region), _rows(region)) for region in in_reading_order(stretches, slack)]
    leading = _leading([row for _, rows in regions for row in rows])
    above = None
    for edge, rows in regions:
        for row in rows:
            printed.text += "\n" * _blank_lines(above, row[0], leading)
            printed.add(_line(row, edge), max(row, key=lambda stretch: len(stretch.text)).size)
            above = row[0]


def _edge(region: list[Stretch]) -> float:
    return min((stretch.left for stretch in region), default=0)


def _stretches(runs: list[TypeRun]) -> list[Stretch]:
    """The runs put together where one goes on right after another."""
    found: list[list[TypeRun]] = []
    for run in runs:
        if found and _goes_on(found[-1][-1], run):
            found[-1].append(run)
        else:
            found.append([run])
    return [Stretch(tuple(runs)) for runs in found]


def _goes_on(before: TypeRun, run: TypeRun) -> bool:
    size = max(before.size, run.size)
    return abs(run.y - before.y) < SAME_LINE * size and -size < _gap(before, run) < STRETCH_SPACE * size


def _gap(before: TypeRun, run: TypeRun) -> float:
    """The white space between two runs, less what the width of Latin type may be wrong by."""
    gap, error = run.left - before.right, WIDTH_ERROR * ems(UNSPACED.sub("", before.text))
    return max(0, gap - min(error, 1) * before.size) if gap > 0 else gap


def _is_spaced(before: TypeRun, run: TypeRun, tracking: float) -> bool:
    """Whether a space stands between two runs.

    tracking: the usual white space between the characters of the line, in ems; justified lines have some.
    """
    gap = _gap(before, run) / run.size
    sides = [is_unspaced(before.text[-1]), is_unspaced(run.text[0])]
    if all(sides):
        return run.spaced and gap - tracking > HAN_SPACE
    return gap > LEAST_SPACE and run.spaced if any(sides) else run.spaced or gap > WORD_SPACE


def _rows(region: list[Stretch]) -> list[list[Stretch]]:
    """The stretches line by line, from left to right."""
    rows: list[list[Stretch]] = []
    for stretch in sorted(region, key=lambda stretch: stretch.y):
        if rows and stretch.y - rows[-1][0].y < SAME_LINE * max(stretch.size, rows[-1][0].size):
            rows[-1].append(stretch)
        else:
            rows.append([stretch])
    return [sorted(row, key=lambda stretch: stretch.left) for row in rows]


def _line(row: list[Stretch], edge: float) -> str:
    """The text of a row, with its indent and its wide gaps in spaces."""
    words, at = "", edge
    for stretch in row:
        cell = CELL * stretch.size
        spaces = min(round((stretch.left - at) / cell), MOST_SPACES)
        words += " " * max(spaces, 1 if words else 0) + stretch.text
        at = stretch.right
    return words


def _leading(rows: list[list[Stretch]]) -> float:
    """The usual distance of two lines."""
    steps = [below[0].y - row[0].y for row, below in pairwise(rows)]
    return median([step for step in steps if step > 0] or [0])


def _blank_lines(above: Stretch | None, stretch: Stretch, leading: float) -> int:
    if above is None or not leading:
        return 0
    step = (stretch.y - above.y) / max(leading, stretch.size)
    return min(MOST_BLANK, round(step)) - 1 if step > EXTRA_LEADING else 0
