"""Where pages end in a text that has lost its form feeds."""

from bisect import bisect_left
from dataclasses import replace
from itertools import pairwise

from articles.ingest.pdf.text.pages.heads import (
    BESIDE_NUMBER,
    DIGITS,
    FRONT,
    is_full_and_open,
    key_of,
    letters,
    repeats,
)
from articles.ingest.pdf.text.pages.numbers import counted, counting_pages
from articles.ingest.plain.segment import Segment

# Lines of the shortest page; tables and lists have their numbered lines closer together. A head that does not
# count is printed so often.
SHORTEST_PAGE, FEWEST_HEADS = 10, 3


def paged(lines: list[Segment]) -> list[Segment]:
    """The lines on their pages, where a text without form feeds still has page numbers or running heads."""
    if not lines or lines[-1].page:
        return lines
    numbers = counted(lines)
    feet = numbers if len(numbers) > 1 else _heads_in_text(lines) or counting_pages(lines)
    ends = [line.start for line in feet] or _ends_above_heads(lines)
    return [replace(line, page=bisect_left(ends, line.start)) for line in lines]


def _ends_above_heads(lines: list[Segment]) -> list[int]:
    """Where pages end, by heads that say what the front says beside numbers that count up, left and right."""
    front = letters("".join(key_of(line) for line in lines[:FRONT]))
    heads = [line for line in lines[FRONT:] if BESIDE_NUMBER.search(line.text) and repeats(line, front)]
    numbers = [int(DIGITS.search(BESIDE_NUMBER.search(line.text)[0])[0]) for line in heads]
    is_counted = len(numbers) > 1 and all(below - above == 1 for above, below in pairwise(numbers))
    return [line.start - 1 for line in heads] if is_counted else []


def _heads_in_text(lines: list[Segment]) -> list[Segment]:
    """Lines that come again a page apart, their numbers counting up, and interrupt a sentence once."""
    places: dict[str, list[int]] = {}
    for place, line in enumerate(lines):
        places.setdefault(key_of(line), []).append(place)
    heads = [found for found in places.values() if len(found) > 1 and _are_heads(found, lines)]
    return [lines[place] for place in max(heads, key=len, default=[])]


def _are_heads(places: list[int], lines: list[Segment]) -> bool:
    apart = all(below - above >= SHORTEST_PAGE for above, below in pairwise(places))
    inside = (place and is_full_and_open(lines[place - 1], lines) for place in places)
    return apart and _counts_up([lines[place] for place in places]) and any(inside)


def _counts_up(lines: list[Segment]) -> bool:
    """Whether one number of lines that are alike counts up, or they are many and print none."""
    printed = zip(*(map(int, DIGITS.findall(line.text)) for line in lines), strict=True)
    steps = [{below - above for above, below in pairwise(numbers)} for numbers in printed]
    return {1} in steps if steps and steps != [{0}] * len(steps) else len(lines) >= FEWEST_HEADS
