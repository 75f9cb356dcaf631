"""What a chart prints of itself where a tool reads it as text: the figures of its scales, its legend."""

import re
from itertools import takewhile

from articles.ingest.pdf.text.blocks.measure import may_end
from articles.ingest.pdf.text.blocks.tables import LABEL, is_figure, is_table_note
from articles.ingest.plain.segment import Segment

# The label of a chart, which no table has.
OF_CHART = re.compile(r"[〈<【\[［]?(?:附?[圖图図](?!表)|그림|도표|fig(?:ure|\.))", re.IGNORECASE)
NARROW = 0.5  # of the column, which what a chart says does not reach
FEWEST_FIGURES = 3  # lines; fewer may be cells of what follows


def charts(lines: list[Segment], column: int) -> list[Segment]:
    """The short lines below the label of a chart, where some are nothing but figures."""
    found: list[Segment] = []
    for at, line in enumerate(lines):
        if OF_CHART.match(line.text) and LABEL.match(line.text):
            below = list(takewhile(lambda other: _may_be_in_chart(other, column), lines[at + 1 :]))
            found += below * (sum(map(_is_scale, below)) >= FEWEST_FIGURES)
    return found


def _may_be_in_chart(line: Segment, column: int) -> bool:
    return _is_scale(line) or not (line.cells > NARROW * column or may_end(line) or is_table_note(line.text))


def _is_scale(line: Segment) -> bool:
    """Whether a line is a figure, or nothing but years and others."""
    return is_figure(line) or all(part.isdecimal() for part in line.text.split())
