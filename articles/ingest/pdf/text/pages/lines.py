"""The printed lines of a text, each on its page."""

import re
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import replace

from articles.ingest.plain.segment import Segment
from articles.ingest.plain.widths import cells
from articles.ingest.record import INVISIBLE

SPACES = re.compile(r"\s+")
# A line drawn between the text and its notes.
DRAWN = re.compile(r"[-–—―─━_＿=*＊~～]{4,}")


def read_lines(text: str, sizes: Mapping[int, float] | None = None) -> list[Segment]:
    """The lines of a text that are not blank. A form feed begins a page.

    sizes: of the type of each line, in points, by the offset where the line begins, where they are known.
    """
    lines, gap, page = [], 0, 0
    has_unseen = INVISIBLE.search(text) is not None
    for found in re.finditer(r"[^\n\r\v\f\x85\u2028\u2029]+|\r\n|\s", text):
        raw = found[0]
        if words := (INVISIBLE.sub("", raw) if has_unseen else raw).split():
            lines.append(_line(found.start(), raw, " ".join(words), page, gap))
            gap = -1
        else:
            page += "\f" in raw
            gap += raw in ("\n", "\r\n", "\r", "\x85", "\u2028", "\u2029")
    return _sized(lines, sizes) if sizes else lines


def _line(offset: int, raw: str, printed: str, page: int, gap: int) -> Segment:
    indent = len(raw) - len(raw.lstrip())
    start, end = offset + indent, offset + len(raw.rstrip())
    cells_before = cells(raw[:indent].replace("\t", "    ")) if indent else 0
    return Segment(printed, ((start, end),), page=page, indent=cells_before, gap=max(gap, 0))


def _sized(lines: list[Segment], sizes: Mapping[int, float]) -> list[Segment]:
    """The lines with their sizes against the body's, which is the size that most of the text has."""
    lettering: Counter[float] = Counter()
    for line in lines:
        lettering[sizes.get(line.start, 0)] += line.cells
    body = max(lettering, key=lettering.get) or 1
    return [replace(line, size=round(sizes.get(line.start, body) / body, 2)) for line in lines]


def pages(lines: list[Segment]) -> list[list[Segment]]:
    found: dict[int, list[Segment]] = {}
    for line in lines:
        found.setdefault(line.page, []).append(line)
    return list(found.values())


def without(lines: list[Segment], left_out: Collection[Segment]) -> list[Segment]:
    """The other lines. A rule that is left out still parts what stands above it from what stands below."""
    kept, is_parted = [], False
    for line in lines:
        if line not in left_out:
            kept.append(replace(line, gap=max(line.gap, 1), below_rule=True) if is_parted else line)
        is_parted = line in left_out and DRAWN.fullmatch(line.text) is not None
    return kept
