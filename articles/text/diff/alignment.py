"""Where two long sequences differ, in bounded time.

A plain comparison takes the square of the length. Here runs that stand once in either sequence are found
first and taken in order (patience diff); only what lies between two of them is compared item by item.
"""

from bisect import bisect_left
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

RUNS = (8, 3)  # lengths of the runs that are looked for: long ones are surely the same place
MOST_COMPARISONS = 200_000  # items of one side times items of the other


class Gap(NamedTuple):
    """old[start:end] stands where new[new_start:new_end] does; one of them may be empty."""

    start: int
    end: int
    new_start: int
    new_end: int

    @property
    def is_empty(self) -> bool:
        return self.start == self.end and self.new_start == self.new_end

    @property
    def size(self) -> int:
        return (self.end - self.start) * (self.new_end - self.new_start)


def gaps(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Gap]:
    """The places where two sequences differ, in order; what lies between them is equal."""
    return list(_gaps(old, new, Gap(0, len(old), 0, len(new)), RUNS))


def _gaps(old, new, gap: Gap, runs: tuple[int, ...]) -> Iterator[Gap]:
    gap = _trimmed(old, new, gap)
    if gap.is_empty:
        return
    if gap.size <= MOST_COMPARISONS:
        yield from _compared(old, new, gap)
    elif not runs:
        yield gap
    else:
        for part in _parted(gap, _anchors(old, new, gap, runs[0]), runs[0]):
            yield from _gaps(old, new, part, runs[1:])


def _trimmed(old, new, gap: Gap) -> Gap:
    """The gap without what both sides begin and end with."""
    start, end, new_start, new_end = gap
    while start < end and new_start < new_end and old[start] == new[new_start]:
        start, new_start = start + 1, new_start + 1
    while start < end and new_start < new_end and old[end - 1] == new[new_end - 1]:
        end, new_end = end - 1, new_end - 1
    return Gap(start, end, new_start, new_end)


def _compared(old, new, gap: Gap) -> Iterator[Gap]:
    one, other = old[gap.start : gap.end], new[gap.new_start : gap.new_end]
    for kind, start, end, new_start, new_end in SequenceMatcher(None, one, other, False).get_opcodes():
        if kind != "equal":
            yield Gap(gap.start + start, gap.start + end, gap.new_start + new_start, gap.new_start + new_end)


def _parted(gap: Gap, anchors: list[tuple[int, int]], size: int) -> Iterator[Gap]:
    """The gap cut at runs that both sides have."""
    start, new_start = gap.start, gap.new_start
    for at, new_at in anchors:
        if at >= start and new_at >= new_start:
            yield Gap(start, at, new_start, new_at)
            start, new_start = at + size, new_at + size
    yield Gap(start, gap.end, new_start, gap.new_end)


def _anchors(old, new, gap: Gap, size: int) -> list[tuple[int, int]]:
    """Places of runs that stand once on either side, the most of them that come in one order."""
    places = _single_places(new, gap.new_start, gap.new_end, size)
    pairs = [
        (at, places[run])
        for run, at in _single_places(old, gap.start, gap.end, size).items()
        if run in places
    ]
    return _longest_rising(sorted(pairs))


def _single_places(items, start: int, end: int, size: int) -> dict[tuple, int]:
    first: dict[tuple, int] = {}
    repeated = set()
    for at in range(start, end - size + 1):
        run = tuple(items[at : at + size])
        if first.setdefault(run, at) != at:
            repeated.add(run)
    return {run: at for run, at in first.items() if run not in repeated}


def _longest_rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest selection of pairs, which are in order of their first number, whose second rises too."""
    lowest_ends: list[int] = []
    chosen: list[int] = []
    before = [-1] * len(pairs)
    for index, (_, place) in enumerate(pairs):
        length = bisect_left(lowest_ends, place)
        before[index] = chosen[length - 1] if length else -1
        lowest_ends[length : length + 1] = [place]
        chosen[length : length + 1] = [index]
    rising, index = [], chosen[-1] if chosen else -1
    while index >= 0:
        rising.append(pairs[index])
        index = before[index]
    return rising[::-1]
