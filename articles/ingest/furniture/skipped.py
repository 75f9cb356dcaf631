"""Boxes between the lines of a page that its links offer to skip: Skip Most read … End of Most read.

Pages print such links for screen readers, and the box between the two, of whatever kind, is no part of the
story. Only the name that both give makes them a pair.
"""

import re
from collections.abc import Iterator, Sequence

RULE = "furniture"
OPENING = re.compile(
    r"(?:跳[過过]|skip(?: past)?)\s{1,3}(?P<name>\S[^\n]{0,40}?)"
    r"(?:\s{0,3}(?:[並并]?[繼继][續续][閱阅][讀读]|and continue(?: reading)?))?",
    re.IGNORECASE,
)
# What stands before the name or behind it where the box ends.
ENDS = re.compile(r"(?:end of|[結结](?:尾|束))\s{1,3}|\s{1,3}(?:[結结](?:尾|束)|ends?)", re.IGNORECASE)
MOST_LINES = 40  # of a box: a list of ten articles, each with its picture, date and number


def skipped_lines(lines: Sequence[str]) -> set[int]:
    """The numbers of the lines of such boxes. lines: all lines of a page, in order."""
    return {number for box in _boxes(lines) for number in box}


def _boxes(lines: Sequence[str]) -> Iterator[range]:
    for first, line in enumerate(lines):
        if opening := OPENING.fullmatch(line):
            below = range(first + 1, min(len(lines), first + 1 + MOST_LINES))
            ends = (number for number in below if _ends(lines[number], opening["name"]))
            if (last := next(ends, 0)) > first:
                yield range(first, last + 1)


def _ends(line: str, name: str) -> bool:
    before, _, behind = line.partition(name)
    return line != before and ENDS.fullmatch(before + behind) is not None
