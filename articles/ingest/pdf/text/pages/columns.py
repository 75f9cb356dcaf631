"""Columns in a text that keeps the layout of the page, as `pdftotext -layout` prints it."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from articles.ingest.pdf.columns import in_reading_order
from articles.ingest.pdf.text.pages.lines import pages
from articles.ingest.plain.segment import Segment
from articles.ingest.plain.widths import cells
from articles.ingest.record import INVISIBLE

# Words of one cell of a table, of one line of a column, are at most two spaces apart, or one full-width one.
PART = re.compile(r"\S+(?:(?: {1,2}|\u3000)\S+)*")
# Between two of them: asked about at white space alone, of which Han has little.
WIDE_GAP = re.compile(r"\s(?:(?<= )(?! ?\S)|(?<=\u3000)(?!\S)|(?<![ \u3000]))")
# Most tools give every character about one place, so an em is one to two; and columns begin where they
# would with type of one width, a few places off. Others give two to Han, as type of one width has it.
EM, EM_IN_CELLS = 1.5, 2
SLACK = 2  # places
ACROSS = 0.9  # of the widest line, in a rule that stands across the page


@dataclass(frozen=True)
class LinePart:
    """A part of a line with wide white space around it. left, right, size: in places. y: in lines."""

    line: Segment
    start: int
    end: int
    left: int
    right: int
    y: int
    size: float


def columns_apart(lines: list[Segment], text: str) -> list[Segment]:
    """The lines with those of columns one below the other, on the pages that have columns."""
    return [line for sheet in pages(lines) for line in _sheet_apart(sheet, text)]


def _sheet_apart(sheet: list[Segment], text: str) -> Iterator[Segment]:
    if not any(WIDE_GAP.search(text, line.start, line.end) for line in sheet):
        yield from sheet
        return
    printed = [_parts(sheet, text, len, EM), _parts(sheet, text, cells, EM_IN_CELLS)]
    zones = [in_reading_order(zone, SLACK) for zone in _between_rules(max(printed, key=_most_aligned), text)]
    has_columns = any(len(regions) > 1 for regions in zones)
    for regions in zones:
        yield from _zone_apart(regions, text) if len(regions) > 1 else _whole(regions[0], has_columns)


def _between_rules(parts: list[LinePart], text: str) -> Iterator[list[LinePart]]:
    """What rules part that are as wide as the lines above them: no column crosses one."""
    zone: list[LinePart] = []
    for part in parts:
        if zone and part.line.below_rule and part.line is not zone[-1].line:
            rule = max(text[zone[-1].end : part.start].split(), key=len, default="")
            if len(rule) > ACROSS * max(other.right for other in zone):
                yield zone
                zone = []
        zone.append(part)
    yield zone


def _whole(parts: list[LinePart], is_across: bool) -> list[Segment]:
    """The lines that have no columns. is_across: whether others on their page have."""
    lines = dict.fromkeys(part.line for part in parts)
    return [replace(line, is_across=True) for line in lines] if is_across else list(lines)


def _zone_apart(regions: list[list[LinePart]], text: str) -> list[Segment]:
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


def _most_aligned(parts: list[LinePart]) -> int:
    """How many parts with another beside them begin at one place: most, in the places of their tool."""
    inner = Counter(part.left for before, part in pairwise(parts) if before.y == part.y)
    return max(inner.values(), default=0)


def _parts(sheet: list[Segment], text: str, places: Callable[[str], int], size: float) -> list[LinePart]:
    """The parts of a page's lines. places: how many a piece of text takes. size: of an em, in these."""
    parts, y = [], 0
    for line in sheet:
        y += line.gap + 1
        at, left = max(text.rfind(end, 0, line.start) for end in "\n\r\f") + 1, 0
        for found in PART.finditer(text, line.start, line.end):
            left += places(text[at : found.start()])
            right = left + places(found[0])
            parts.append(LinePart(line, *found.span(), left, right, y, size))
            at, left = found.end(), right
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
        lines.append(replace(row[0].line, text=" ".join(INVISIBLE.sub("", text[start:end]).split()), **place))
        above = y
    return lines
