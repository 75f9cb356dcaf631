"""Tables in a typeset text: rows with gaps between their cells, and cells printed one below the other."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby, pairwise
from statistics import median

from articles.ingest.furniture.notes import is_note
from articles.ingest.pdf.text.blocks.measure import Measure, may_end
from articles.ingest.pdf.text.blocks.paragraphs import GOES_ON
from articles.ingest.pdf.text.pages.columns import PART, WIDE_GAP
from articles.ingest.plain.segment import Segment, Span
from articles.ingest.plain.widths import cells
from articles.text.quantities.tables import HAN_NUMERALS

# Rows and cells that make a table; with two cells a row it takes more rows.
FEWEST_ROWS = {2: 3}
# Widths of cells; lines of columns that could not be taken apart are wider.
USUAL_CELL, WIDEST_CELL = 20, 44
FARTHEST_HEAD = 3  # lines
SURE_CELLS = 3  # of a row, of which rows below it may have more or less
# The label of a table or picture, and what it says: 表一　…, Table 2: …; not "Table 2 shows that …".
LABEL = re.compile(
    rf"[〈<【\[［]?(?:附?[表圖图図]表?|写真|照片|사진|그림|표|도표|table|fig(?:ure|\.))\s?[\d{HAN_NUMERALS}]{{1,3}}(?:[-.]\d{{1,2}})?[〉>】\]］]?"
    r"\s?(?:[:：.．、│|－—]|\s)\s?\S",
    re.IGNORECASE,
)
SURE_LABEL = re.compile(
    rf"[〈<【\[［]?(?:図表|圖表|图表|[圖图表図]|그림|표|table|fig(?:ure|\.))\s?[\d{HAN_NUMERALS}]{{1,3}}\s?[〉>】\]］:：.．]\s",
    re.IGNORECASE,
)
# What is said below a table, or above it at the right: its unit, where it comes from.
TABLE_NOTE = re.compile(
    r"[（(]?(?:單位|单位|単位|단위|附註|附注|備註|备注|資料來源|资料来源|數據來源|数据来源|출처|자료|出所|出典|units?|sources?|notes?)\s?[)）:：].{1,120}",
    re.IGNORECASE,
)
# A cell that is a figure, with what it counts: 418, 21.1%, 2024年, △3, n.a.
FIGURE = re.compile(
    r"(?:[約约近逾超약]|about |ca?\. ?)?[^\w\s]?\s?\d[\d\s,.:/%％~～–—-]*[^\W\d_]{0,3}[%％]?"
    r"|[—–-]{1,2}|n\.?a\.?",
    re.IGNORECASE,
)
# Cells printed one below the other: how wide against the column, how many, which share of them figures; how
# many rows, of how many cells.
NARROW, FEWEST_CELLS, LEAST_FIGURES = 0.4, 6, 0.3
FEWEST_PRINTED_ROWS, FEWEST_ALIKE, ROW_LENGTHS = 3, 2, range(2, 10)


def table_cells(line: Segment, text: str) -> list[Span]:
    """Where the cells of a line stand in the text; one for a line of prose."""
    if len(line.where) > 1 or not WIDE_GAP.search(text, line.start, line.end):
        return [line.whole]
    return [found.span() for found in PART.finditer(text, line.start, line.end)]


def table_rows(lines: list[Segment], text: str) -> set[Segment]:
    """The lines of tables: right below each other, with equally many cells, or with three and more."""
    groups = groupby(lines, lambda line: (line.page, min(len(table_cells(line, text)), SURE_CELLS)))
    tables = [rows for (_, many), group in groups if _is_table(rows := list(group), many, text)]
    return {row for rows in tables for row in rows}


def _is_table(rows: list[Segment], many: int, text: str) -> bool:
    if many < 2 or len(rows) < FEWEST_ROWS.get(many, 2):
        return False
    widths = [cells(text[start:end]) for row in rows for start, end in table_cells(row, text)]
    return median(widths) <= USUAL_CELL and max(widths) <= WIDEST_CELL


def heads(lines: list[Segment], text: str) -> set[Segment]:
    """The first lines with a wide gap, which name a journal and its issue, and the lines below them."""
    pairs = pairwise(lines[:FARTHEST_HEAD])
    return {line for head, below in pairs if len(table_cells(head, text)) > 1 for line in (head, below)}


def is_label(line: Segment) -> bool:
    """Whether a line is the caption of a table or picture by its label."""
    return LABEL.match(line.text) is not None and not may_end(line)


def is_sure_label(line: Segment) -> bool:
    """Whether a line begins with a label and a mark behind it, as no sentence of a text does."""
    return SURE_LABEL.match(line.text) is not None


def is_table_note(text: str) -> bool:
    """Whether a paragraph says in what unit a table counts, or where it is from."""
    return TABLE_NOTE.fullmatch(text) is not None


def rows_put_together(
    lines: list[Segment], type_: Measure, others: set[int]
) -> tuple[list[Segment], dict[Segment, list[Span]]]:
    """The lines, those that are cells of one row made one, and where the cells of each such row stand.

    others: where lines begin that are no cells.
    """
    rows = {row[0]: row for row in _printed_rows(lines, type_, others)}
    later = {cell for row in rows.values() for cell in row[1:]}
    whole = {first: _row(row) for first, row in rows.items()}
    places = {whole[first]: [cell.whole for cell in row] for first, row in rows.items()}
    return [whole.get(line, line) for line in lines if line not in later], places


def _row(row: list[Segment]) -> Segment:
    where = tuple(place for cell in row for place in cell.where)
    return replace(row[0], text=" ".join(cell.text for cell in row), where=where)


def _printed_rows(lines: list[Segment], type_: Measure, others: set[int]) -> Iterator[list[Segment]]:
    """The rows of all tables whose cells stand one below the other."""
    for is_cell, group in groupby(lines, lambda line: line.start not in others and _may_be_cell(line, type_)):
        run = list(group)
        if is_cell and len(run) >= FEWEST_CELLS and any(map(is_figure, run)):
            ways = list(filter(None, (_in_rows(run, length) for length in ROW_LENGTHS)))
            yield from min(
                ways, key=lambda rows: (any(map(is_figure, rows[0])), -sum(map(len, rows))), default=[]
            )


def _may_be_cell(line: Segment, type_: Measure) -> bool:
    if is_figure(line):
        return True
    if line.cells > NARROW * type_.column:
        return False
    return not (
        GOES_ON.search(line.text)
        or may_end(line)
        or is_note(line.text)
        or is_table_note(line.text)
        or is_label(line)
    )


def is_figure(line: Segment) -> bool:
    """Whether a line is one figure, with what it counts."""
    return FIGURE.fullmatch(line.text) is not None


def _in_rows(run: list[Segment], length: int) -> list[list[Segment]]:
    """The cells in rows of one length, all alike in where they have figures, below a head that may have none.

    Lines above may be something else: a box, what the table is called. A single line too many is the heading
    of what follows. [] when the run is no such table.
    """
    for start in range(len(run) - FEWEST_ALIKE * length + 1):
        rows = [run[at : at + length] for at in range(start, len(run) - length + 1, length)]
        rest = run[start + len(rows) * length :]
        patterns = {tuple(map(is_figure, row)) for row in rows}
        if len(patterns) == 1 and len(rest) <= 1 and not any(map(is_figure, [*run[:start], *rest])):
            head = [run[start - length : start]] if start in (length, length + 1) else []
            rows = [*head, *rows]
            return rows if len(rows) >= FEWEST_PRINTED_ROWS and _have_figures(rows) else []
    return []


def _have_figures(rows: list[list[Segment]]) -> bool:
    return sum(is_figure(cell) for row in rows for cell in row) >= LEAST_FIGURES * sum(map(len, rows))
