"""Tables that a tool wrote out as lines: a row a line, with tabs, strokes or spaces between its cells, or one
cell a line.
"""

import re
from collections.abc import Iterator
from itertools import groupby, islice, takewhile

from articles.ingest.plain.segment import Segment, Span
from articles.ingest.scrape.lines.lists import INTRODUCTION, LABEL_WIDTH
from articles.text.quantities.tables import COUNTED_DIGITS

Table = list[list[tuple[int, Span]]]  # rows of cells: the number of its line, and where a cell stands in that

# A cell that is a figure, with what it counts: 418, 21.1%, 2024年, $120.
IS_FIGURE = re.compile(
    r"[^\w\s()（）]?\d[\d,.:/%~～–—-]*[^\W\d_]{0,3}[%％]?|[—–-]{1,2}|n\.?a\.?", re.IGNORECASE
)
DIGIT = re.compile(r"\d")
WIDE_GAP = re.compile(r"[ ]*(?:\t|[|｜]|[ ]{2,}|\u3000+)[ |｜]*")
TAB = re.compile(r"\t")
GAP = re.compile(r"\s+")
# A row with spaces between its cells ends in figures; its first cell may be of several words.
UNIT = 4  # characters at a row's end in which the last figure stands: 120 km
WIDEST_ROW = 60  # Han characters
FEWEST_ROWS, FEWEST_COLUMNS, MOST_ROWS = 3, 2, 40
# Cells one below the other: how wide, how many, and of which lengths their rows may be.
WIDEST_CELL, FEWEST_CELLS, ROW_LENGTHS = 12, 9, range(3, 9)
# Of a table of words alone: lines around it in which the story speaks of its cells, how long such words are,
# how many at least, and which share of the cells at most.
AROUND_STACK, SHORTEST_WORD, FEWEST_SAID, MOST_SAID = 4, 3, 2, 0.6
# Lines as short as a cell that stand around a table: what it shows, its source, a cross-heading.
MOST_AROUND = 3
# A year or a month heads a column or a row: 2024, 2024年, 2024年度, 3月.
IS_PERIOD = re.compile(r"(?:19|20)\d{2}[年년]?度?|\d{1,2}[月월]")

# What a line right above a table names it by, and one right below its source: 表2：…, Table 1. …, （出所）…
LABEL = re.compile(rf"(?:[圖图附]?表|표|table)\s?[\d{COUNTED_DIGITS}十]{{1,3}}", re.IGNORECASE)
ORIGIN = re.compile(
    r"\W?(?:(?:[資资][料訊讯]|[數数][據据])?(?:[來来]源|出[處处典所])|[資资]料|[註注]|자료|출처|sources?)\s?[\W\d]",
    re.IGNORECASE,
)


def find_tables(lines: list[Segment], rules: list[str]) -> dict[int, Table]:
    """The tables among the lines of a page, by the numbers of their first lines.

    rules: for each line the rule that makes it furniture, or "".
    """
    free = [line for line in lines if _may_be_row(line) and not rules[line.number]]
    rows = [(line.number, cells) for line in free if (cells := _cells(line))]
    found: dict[int, Table] = {}
    for run in [*_runs(rows)]:
        head = _head(lines, rules, run)
        table = [[(number, span) for span in cells] for number, cells in [*head, *run]]
        found[table[0][0][0]] = table
    for stack in _stacks(lines, rules):
        found |= {table[0][0][0]: table for table in _tables_of(stack)}
    taken = {number for table in found.values() for row in table for number, _ in row}
    for table in [*_tabbed(lines, rules), *_introduced(lines, rules)]:
        if taken.isdisjoint(number for row in table for number, _ in row):
            found[table[0][0][0]] = table
    return found


def lines_of(lines: list[Segment], tables: dict[int, Table]) -> set[int]:
    """Numbers of the lines that are rows or cells of tables, or right there name a table or its source."""
    own = {number for rows in tables.values() for row in rows for number, _ in row}
    above = (line.number for line in lines if LABEL.match(line.text) and line.number + 1 in tables)
    below = (line.number for line in lines if ORIGIN.match(line.text) and line.number - 1 in own)
    return {*own, *(number for number in (*above, *below) if not lines[number].is_prose)}


def worded_stacks(lines: list[Segment], rules: list[str]) -> set[int]:
    """Numbers of the cells of tables without figures, one a line: words of which the story around speaks.

    It speaks of all its tags, of few cells, and of one at least where it goes on below them.
    """
    found: set[int] = set()
    for stack in _stacks(lines, rules):
        above = lines[max(0, stack[0].number - AROUND_STACK) : stack[0].number]
        below = lines[stack[-1].number + 1 : stack[-1].number + 1 + AROUND_STACK]
        if not (_tells(above[-1:]) and _tells(below[:1])) or any(map(_has_figure, stack)):
            continue
        told, going_on = ("\n".join(line.text for line in around) for around in (above + below, below))
        words = {cell.text for cell in stack if len(cell.text) >= SHORTEST_WORD}
        said = [word for word in words if word in told]
        if (
            len(said) >= FEWEST_SAID
            and len(said) <= MOST_SAID * len(stack)
            and any(w in going_on for w in said)
        ):
            found.update(cell.number for cell in stack)
    return found


def _tells(lines: list[Segment]) -> bool:
    return any(line.full_stops and line.is_prose and not line.bullet for line in lines)


def _has_figure(cell: Segment) -> bool:
    return IS_FIGURE.fullmatch(cell.text) is not None


def _may_be_row(line: Segment) -> bool:
    return DIGIT.search(line.text) is not None and line.width <= WIDEST_ROW and not line.is_prose


def _cells(line: Segment) -> list[Span]:
    """Where the cells of a row stand in its line, [] for a line that is none."""
    parts = _between(line.text, WIDE_GAP)
    if len(parts) > 1:
        return parts if any(map(IS_FIGURE.fullmatch, _words(line.text, parts[1:]))) else []
    words = _between(line.text, GAP) if any(map(str.isdigit, line.text[-UNIT:])) else []
    figures = [*takewhile(lambda span: IS_FIGURE.fullmatch(line.text[slice(*span)]), reversed(words))][::-1]
    label = words[: len(words) - len(figures)]
    return [(0, label[-1][1]), *figures] if label and len(figures) >= FEWEST_COLUMNS else []


def _between(text: str, gap: re.Pattern) -> list[Span]:
    """Where the pieces between gaps stand, but for empty ones."""
    ends = [found.span() for found in gap.finditer(text)]
    starts, stops = [0, *(end for _, end in ends)], [*(start for start, _ in ends), len(text)]
    return [span for span in zip(starts, stops, strict=True) if span[0] < span[1]]


def _words(text: str, spans: list[Span]) -> list[str]:
    return [text[start:end] for start, end in spans]


def _runs(rows: list[tuple[int, list[Span]]]) -> Iterator[list[tuple[int, list[Span]]]]:
    """Rows right below each other with equally many cells."""
    for _, group in groupby(enumerate(rows), lambda pair: (pair[1][0] - pair[0], len(pair[1][1]))):
        run = [row for _, row in group]
        if len(run) >= FEWEST_ROWS - (len(run[0][1]) > FEWEST_COLUMNS):
            yield run


def _head(
    lines: list[Segment], rules: list[str], run: list[tuple[int, list[Span]]]
) -> list[tuple[int, list[Span]]]:
    """The row above the others that names the columns, where it has as many words as they have cells."""
    number, cells = run[0][0] - 1, run[0][1]
    number -= number >= 0 and lines[number].is_wordless  # | --- | --- |
    if number < 0 or rules[number] or lines[number].is_prose:
        return []
    wide = _between(lines[number].text, WIDE_GAP)
    parts = wide if len(wide) > 1 else _between(lines[number].text, GAP)
    return [(number, parts)] if len(cells) - 1 <= len(parts) <= len(cells) and len(parts) > 1 else []


def _tabbed(lines: list[Segment], rules: list[str]) -> Iterator[Table]:
    """Rows right below each other, of words too, with the same number of tabs."""
    tabbed = [line for line in lines if "\t" in line.text and not rules[line.number]]
    numbered = enumerate(tabbed)
    for (_, tabs), group in groupby(numbered, lambda one: (one[1].number - one[0], one[1].text.count("\t"))):
        rows = [line for _, line in group]
        if tabs >= FEWEST_COLUMNS and len(rows) >= FEWEST_ROWS:
            yield [[(line.number, cell) for cell in _between(line.text, TAB)] for line in rows]


def _introduced(lines: list[Segment], rules: list[str]) -> Iterator[Table]:
    """Rows right below each other, of words too, with as many wide gaps, below a line that leads to them."""
    for line in lines:
        if not (line.text.endswith(INTRODUCTION) and line.width > LABEL_WIDTH) or rules[line.number]:
            continue
        below = takewhile(lambda row: not (rules[row.number] or row.full_stops), lines[line.number + 1 :])
        rows = [(row.number, _between(row.text, WIDE_GAP)) for row in islice(below, MOST_ROWS)]
        columns, group = next(groupby(rows, lambda row: len(row[1])), (0, ()))
        table = [[(number, cell) for cell in cells] for number, cells in group]
        if columns > FEWEST_COLUMNS and len(table) >= FEWEST_ROWS:
            yield table


def _stacks(lines: list[Segment], rules: list[str]) -> Iterator[list[Segment]]:
    """Short lines right below each other; the first may say what the table shows."""
    for is_cell, group in groupby(lines, lambda line: _may_be_cell(line) and not rules[line.number]):
        stack = list(group) if is_cell else []
        if len(stack) >= FEWEST_CELLS:
            yield stack


def _may_be_cell(line: Segment) -> bool:
    return line.width <= WIDEST_CELL and not (line.full_stops or line.bullet)


def _tables_of(stack: list[Segment]) -> list[Table]:
    """The tables that a stack is but for few lines around them, none where it lists something else."""
    figures = [*map(_has_figure, stack)]
    found, end = [], 0
    while len(stack) - end > MOST_AROUND:
        starts = range(end, end + MOST_AROUND + 1)
        readings = [(start, length) for length in ROW_LENGTHS for start in starts]
        start, length = max(readings, key=lambda reading: _end(stack, figures, *reading))
        end = _end(stack, figures, start, length)
        if not end:
            return []
        found.append(_by_rows(stack[start:end], length))
    return found


def _end(stack: list[Segment], figures: list[bool], start: int, length: int) -> int:
    """Where the last row ends of a table whose head stands at the start, 0 where none does.

    figures: for each cell whether it is one. Rows have theirs in the same columns, and head and labels none
    but periods.
    """
    first = start + length
    pattern, end = figures[first : first + length], first
    while len(pattern) == length and figures[end : end + length] == pattern:
        end += length
    if end - start < FEWEST_ROWS * length or not any(pattern) or figures[start]:
        return 0
    labels = (*range(start, first), *range(first, end, length))
    named = (not figures[at] or IS_PERIOD.fullmatch(stack[at].text) for at in labels)
    return end if all(named) else 0


def _by_rows(cells: list[Segment], length: int) -> Table:
    places = [(cell.number, (0, len(cell.text))) for cell in cells]
    return [places[at : at + length] for at in range(0, len(places), length)]
