"""Columns in a text that keeps the layout of the page, as `pdftotext -layout` prints it."""

import re
from dataclasses import dataclass, replace
from itertools import groupby

from articles.ingest.pdf.columns import in_reading_order
from articles.ingest.pdf.text.pages import pages
from articles.ingest.plain.segment import Segment

# Words of one cell of a table, of one line of a column, are at most two spaces apart, or one full-width one.
PART = re.compile(r"\S+(?:(?: {1,2}|\u3000)\S+)*")
# The tools give every character about one place, so an em is one to two; and columns begin where they
# would with type of one width, a few places off.
EM = 1.5
SLACK = 2  # places


@dataclass(frozen=True)
class LinePart:
    """A part of a line with wide white space around it. left, right, y: in characters and lines."""

    line: Segment
    start: int
    end: int
    left: int
    y: int
    size: float = EM

    @property
    def right(self) -> int:
        return self.left + self.end - self.start


def columns_apart(lines: list[Segment], text: str) -> list[Segment]:
    """The lines with those of columns one below the other, on the pages that have columns."""
    return [line for sheet in pages(lines) for line in _sheet_apart(sheet, text)]


def _sheet_apart(sheet: list[Segment], text: str) -> list[Segment]:
    regions = in_reading_order(_parts(sheet, text), SLACK)
    if len(regions) == 1:
        return sheet
    columns = sorted(regions, key=len)[-2:]
    return [
        replace(line, is_across=_is_across(region, columns))
        for region in regions
        for line in _lines(region, text)
    ]


def _is_across(region: list[LinePart], columns: list[list[LinePart]]) -> bool:
    """Whether a region, a headline's say, stands above or below both columns of a page."""
    left, right = _edges(region)
    return region not in columns and all(
        left < end - SLACK and right > start + SLACK for start, end in map(_edges, columns)
    )


def _edges(region: list[LinePart]) -> tuple[int, int]:
    return min(part.left for part in region), max(part.right for part in region)


def _parts(sheet: list[Segment], text: str) -> list[LinePart]:
    parts, y = [], 0
    for line in sheet:
        y += line.gap + 1
        edge = max(text.rfind(end, 0, line.start) for end in "\n\r\f") + 1
        for found in PART.finditer(text, line.start, line.end):
            parts.append(LinePart(line, *found.span(), found.start() - edge, y))
    return parts


def _lines(region: list[LinePart], text: str) -> list[Segment]:
    """The lines of one column, indents counted from its edge."""
    edge, above, lines = min(part.left for part in region), None, []
    for y, group in groupby(region, lambda part: part.y):
        row = list(group)
        start, end = row[0].start, row[-1].end
        gap = max(y - above - 1, 0) if above else 0
        place = {
            "where": ((start, end),),
            "indent": row[0].left - edge,
            "gap": gap,
            "tops_column": above is None,
        }
        lines.append(replace(row[0].line, text=" ".join(text[start:end].split()), **place))
        above = y
    return lines
