"""Captions that stand inside a sentence: a picture between two of its lines, or at the end of its page."""

import re
from itertools import pairwise

from articles.ingest.pdf.text.blocks.measure import Measure, may_end
from articles.ingest.pdf.text.blocks.paragraphs import Paragraph
from articles.ingest.pdf.text.blocks.tables import is_sure_label
from articles.ingest.plain.segment import Segment
from articles.text.press.captions import split_credit

ARROW = re.compile(r"[▲▼△▽]\s?\S")
LONGEST, FULL = 6, 0.85  # lines of a caption; of the column, a line whose sentence goes on


def captions(lines: list[Segment]) -> set[Segment]:
    """The lines that begin captions behind white space, and those that white space parts from them."""
    found: set[Segment] = set()
    is_inside = False
    for above, line in pairwise([None, *lines]):
        if line.gap:
            found.update([line] if is_inside or _is_marked(line) else [])
            is_inside = _is_marked(line)
        elif ARROW.match(line.text) and above and (may_end(above) or split_credit(above.text).credit):
            found.add(line)
    return found


def over_captions(printed: list[Paragraph], type_: Measure) -> list[Paragraph]:
    """The paragraphs, those that a caption interrupts in one piece above it."""
    whole: list[Paragraph] = []
    inset: list[Paragraph] = []
    for part, below in pairwise([*printed, None]):
        if whole and not inset and _is_caption(part) and below and _is_open(whole[-1], below, type_):
            inset = [part]
        elif inset:
            for line in part.lines:
                whole[-1].add(line)
            whole, inset = whole + inset, []
        else:
            whole.append(part)
    return whole


def _is_open(above: Paragraph, below: Paragraph, type_: Measure) -> bool:
    """Whether the sentence that a paragraph does not end goes on in the one below a caption."""
    is_full = above.last.cells > FULL * type_.column and not type_.has_room(above.last, below.first)
    return is_full and not above.is_terminated and below.is_terminated and not below.first.indent


def _is_caption(part: Paragraph) -> bool:
    return len(part.lines) <= LONGEST and _is_marked(part.first)


def _is_marked(line: Segment) -> bool:
    return ARROW.match(line.text) is not None or is_sure_label(line)
