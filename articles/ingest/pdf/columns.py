"""Columns of type, taken apart and put into reading order."""

from collections.abc import Iterable
from itertools import groupby, pairwise, takewhile
from math import inf
from statistics import median
from typing import Protocol

# Fewer lines side by side, or narrower ones, are a table or a letterhead; newspapers set 12 characters.
FEWEST_LINES = 4
NARROWEST = 8  # ems
# Of the lines of a column so many are full; cells of a table are as long as what they say.
LEAST_FULL = 0.4
RAGGED = 3  # ems that a full line may end before the column does
SAME_LINE = 0.1  # ems; lines of two columns stand seldom as level
WIDEST_INDENT = 4  # ems
# White space above or below a row that sets it apart as the head or foot of its page, in ems.
APART = 2.2


class Box(Protocol):
    """A piece of a line: where it begins and ends, how far down it stands, how large its type is."""

    left: float
    right: float
    y: float
    size: float


def in_reading_order(boxes: list[Box], slack: float) -> list[list[Box]]:
    """The boxes of a page by regions that are read one after the other: heads, columns, feet.

    boxes: all in one unit, `y` growing downward. slack: how far the lines of a column may begin from its
    edge, in the same unit.
    """
    boxes = sorted(boxes, key=lambda box: (box.y, box.left))
    gutter = _gutter(boxes, slack)
    if gutter is None:
        return [boxes]
    regions = []
    edge = _first_edge(boxes, slack)
    for crossing, rows in groupby(_rows(boxes), lambda row: _row_crosses(row, edge, gutter, slack)):
        zone = [box for row in rows for box in row]
        regions += [zone] if crossing else _columns(zone, gutter, slack)
    return regions


def _rows(boxes: list[Box]) -> list[list[Box]]:
    """Boxes on the same base line."""
    rows: list[list[Box]] = []
    for box in boxes:
        if rows and box.y - rows[-1][0].y < SAME_LINE * box.size:
            rows[-1].append(box)
        else:
            rows.append([box])
    return rows


def _columns(zone: list[Box], gutter: float, slack: float) -> list[list[Box]]:
    """The boxes between two that cross the gutter: a head, what stands above the columns, these, a foot."""
    head, zone = _edge_row(zone)
    foot, zone = _edge_row(zone[::-1])
    above, zone = _above_columns(zone[::-1], gutter)
    left, right = _sides(zone, gutter)
    sides = in_reading_order(left, slack) + in_reading_order(right, slack)
    whole = not (_is_wide(left) and _is_wide(right))
    return [region for region in [head, above, *([zone] if whole else sides), foot[::-1]] if region]


def _above_columns(boxes: list[Box], gutter: float) -> tuple[list[Box], list[Box]]:
    """What stands above the columns down to the last line at the right edge, where names and dates stand."""
    rows = _rows(boxes)
    alone = list(takewhile(lambda row: row[0].left > gutter or row[-1].left < gutter, rows))
    last = max((n for n, row in enumerate(alone) if _is_at_right_edge(row, gutter)), default=-1)
    above = [box for row in rows[: last + 1] for box in row]
    return above, boxes[len(above) :]


def _is_at_right_edge(row: list[Box], gutter: float) -> bool:
    return row[0].left > gutter + WIDEST_INDENT * row[0].size


def _edge_row(boxes: list[Box]) -> tuple[list[Box], list[Box]]:
    """The first row, if it stands apart from the rest, and the rest."""
    row = [box for box in boxes if abs(box.y - boxes[0].y) < box.size / 2]
    rest = boxes[len(row) :]
    if not rest or abs(rest[0].y - boxes[0].y) < APART * max(box.size for box in row):
        return [], boxes
    return row, rest


def _gutter(boxes: list[Box], slack: float) -> float | None:
    """Where the white space between two columns ends: what fewest boxes cross, None without columns."""
    edges = [edge for edge in _edges(boxes, slack) if _parts_columns(boxes, edge, slack)]
    return min(edges, key=lambda edge: (sum(_crosses(box, edge, slack) for box in boxes), edge), default=None)


def _edges(boxes: list[Box], slack: float) -> Iterable[float]:
    """Where many boxes begin, one below the other."""
    lefts, last_edge = sorted(box.left for box in boxes), -inf
    for first, last in zip(lefts, lefts[FEWEST_LINES - 1 :], strict=False):
        if last - first <= 2 * slack and first - last_edge > slack / 2:
            last_edge = first
            yield first - slack / 2


def _first_edge(boxes: list[Box], slack: float) -> float:
    """Where the leftmost column begins; nowhere without columns."""
    return next(iter(_edges(boxes, slack)), inf)


def _parts_columns(boxes: list[Box], gutter: float, slack: float) -> bool:
    """Whether there are lines of prose on either side of a place, next to each other."""
    left, right = _sides([box for box in boxes if not _crosses(box, gutter, slack)], gutter)
    right = [box for box in right if box.left < gutter + WIDEST_INDENT * box.size]
    edge = _first_edge(left, slack)
    left = [box for box in left if box.left < edge + WIDEST_INDENT * box.size]
    if not (_is_column(left) and _is_column(right)):
        return False
    return min(left[-1].y, right[-1].y) - max(left[0].y, right[0].y) > 2 * left[0].size


def _is_column(boxes: list[Box]) -> bool:
    """Whether the rows are prose. Where lines are spaced out, a row has several boxes."""
    if len(boxes) < FEWEST_LINES:
        return False
    edge, rows = _usual_end(boxes), _rows(boxes)
    full = sum(abs(edge - row[-1].right) < RAGGED * row[-1].size for row in rows)
    return _is_wide(boxes) and full > LEAST_FULL * len(rows)


def _is_wide(boxes: list[Box]) -> bool:
    """Whether there are lines, as wide as lines of prose and not as cells or the ends of a head."""
    return len(boxes) > 1 and median(box.right - box.left for box in boxes) > NARROWEST * boxes[0].size


def _usual_end(boxes: list[Box]) -> float:
    """Where the long lines end; the very longest may be an exception."""
    ends = sorted(box.right for box in boxes)
    return ends[int(0.85 * (len(ends) - 1))]


def _row_crosses(row: list[Box], edge: float, gutter: float, slack: float) -> bool:
    """Whether a row stands across the columns. edge: where the first column begins.

    A box of it does; or it is set in, as headlines and names are, and no farther apart there than elsewhere.
    """
    if any(_crosses(box, gutter, slack) for box in row):
        return True
    if row[0].left < edge + WIDEST_INDENT * row[0].size:
        return False
    gaps = [(after.left - box.right, box.left < gutter <= after.left) for box, after in pairwise(row)]
    over = [gap for gap, is_gutter in gaps if is_gutter]
    return bool(over) and any(gap >= over[0] for gap, is_gutter in gaps if not is_gutter)


def _crosses(box: Box, gutter: float, slack: float) -> bool:
    return box.left < gutter < box.right - slack


def _sides(boxes: list[Box], gutter: float) -> tuple[list[Box], list[Box]]:
    return [box for box in boxes if box.left < gutter], [box for box in boxes if box.left >= gutter]
