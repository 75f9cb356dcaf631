"""Where pages end in a text that has lost its form feeds.

Lines tell that repeat, or whose numbers count up, a page apart: at least one of them stands in the middle of
a sentence, as no heading, item or row does.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from articles.ingest.pdf.text.line_kinds.houses import ISSUE
from articles.ingest.pdf.text.pages.heads import (
    BESIDE_NUMBER,
    DIGITS,
    FRONT,
    SENTENCE_END,
    SHORT_HEAD,
    is_full_and_open,
    is_narrow,
    key_of,
    letters,
    repeats,
    usual_width,
)
from articles.ingest.pdf.text.pages.numbers import EDGE, PAGE_NUMBER, counted, counting_pages
from articles.ingest.plain.segment import Segment

# Lines of the shortest page; tables and lists have their numbered lines closer together. A head that does not
# count is printed so often.
SHORTEST_PAGE, FEWEST_HEADS = 10, 3
LONGEST_BOX = 20  # lines that may stand between a sentence and the end of its page
NUMBER = re.compile(r"\d{1,4}")


def paged(lines: list[Segment]) -> list[Segment]:
    """The lines on their pages, where a text without form feeds still has page numbers or running heads."""
    if not lines or lines[-1].page:
        return lines
    numbers = counted(lines)
    feet = numbers if len(numbers) > 1 else _heads_in_text(lines)
    ends = [line.start for line in feet] or _ends_at_numbers(lines)
    ends = ends or [line.start for line in counting_pages(lines)]
    if ends and lines[-1].start > ends[-1] >= lines[-EDGE:][0].start:
        ends.pop()  # the foot of the last page has more lines
    return [replace(line, page=bisect_left(ends, line.start)) for line in lines]


def _ends_at_numbers(lines: list[Segment]) -> list[int]:
    """Where pages end, by numbers that count up, alone on their lines or beside what heads say.

    A number beside words stands at the foot of its page where the last one ends the text.
    """
    marks = _longest_count(lines)
    if len(marks) < 2 or not _are_of_pages(marks, lines):
        return []
    at_feet = marks[-1] >= len(lines) - EDGE
    firsts = [at for above, at in zip([-1, *marks], marks, strict=False) if at > above + 1]
    return [lines[at].start - (not at_feet and not _is_alone(lines[at])) for at in firsts]


def _longest_count(lines: list[Segment]) -> list[int]:
    """The places of the lines whose numbers count up one by one, a page apart or below each other."""
    counts: dict[int, list[int]] = {}
    for at, line in enumerate(lines):
        for number in _numbers_of(line):
            above = counts.get(number - 1, [])
            is_next = above and (at - above[-1] >= SHORTEST_PAGE or at == above[-1] + 1)
            counts[number] = [*above, at] if is_next else counts.get(number, [at])
    return max(counts.values(), key=len, default=[])


def _numbers_of(line: Segment) -> Iterator[int]:
    """The numbers of its page that a line may print, alone or at either end of a head."""
    if _is_alone(line):
        yield int(NUMBER.search(line.text)[0])
    elif line.cells <= SHORT_HEAD and not SENTENCE_END.search(line.text):
        yield from (int(NUMBER.search(found[0])[0]) for found in BESIDE_NUMBER.finditer(line.text))


def _is_alone(line: Segment) -> bool:
    found = PAGE_NUMBER.fullmatch(line.text)
    return found is not None and found["number"] is not None


def _are_of_pages(marks: list[int], lines: list[Segment]) -> bool:
    """Whether the text ends with one, or one interrupts a sentence and all others say what heads say."""
    if marks[-1] == len(lines) - 1:
        return True
    front = letters("".join(key_of(line) for line in lines[:FRONT]))
    inside = [_interrupts(at, lines, set(marks)) for at in marks]
    said = [
        _is_alone(lines[at]) or ISSUE.search(lines[at].text) is not None or repeats(lines[at], front)
        for at in marks
    ]
    return any(inside) and all(map(any, zip(inside, said, strict=True)))


def _interrupts(at: int, lines: list[Segment], others: set[int]) -> bool:
    """Whether the sentence above a line goes on, others that belong to pages and what may be a box aside."""
    above = at - 1
    while above > at - LONGEST_BOX and (above in others or _may_be_in_box(lines[above], lines)):
        above -= 1
    return above >= 0 and is_full_and_open(lines[above], lines)


def _may_be_in_box(line: Segment, lines: list[Segment]) -> bool:
    return is_narrow(line, usual_width(lines)) and not SENTENCE_END.search(line.text)


def _heads_in_text(lines: list[Segment]) -> list[Segment]:
    """The last lines of heads that come again a page apart, and interrupt a sentence once."""
    places: dict[str, list[int]] = {}
    for place, line in enumerate(lines):
        places.setdefault(key_of(line), []).append(place)
    repeated = {place for found in places.values() if len(found) > 1 for place in found}
    heads = [found for found in places.values() if len(found) > 1 and _are_heads(found, lines, repeated)]
    found = max(heads, key=len, default=[])
    return [lines[place + _lines_below(found, lines)] for place in found]


def _are_heads(places: list[int], lines: list[Segment], repeated: set[int]) -> bool:
    apart = all(
        below - above >= SHORTEST_PAGE or below >= len(lines) - EDGE for above, below in pairwise(places)
    )
    if not apart or not any(_interrupts(place, lines, repeated) for place in places):
        return False
    return _counts_up([lines[place] for place in places]) or _lines_below(places, lines) > 0


def _lines_below(places: list[int], lines: list[Segment]) -> int:
    """How many lines below all of these places are alike as well."""
    count = 0
    while places and places[-1] + count + 1 < len(lines) and count < EDGE:
        if len({key_of(lines[place + count + 1]) for place in places}) > 1:
            break
        count += 1
    return count


def _counts_up(lines: list[Segment]) -> bool:
    """Whether one number of lines that are alike counts up, or they are many and print none."""
    printed = zip(*(map(int, DIGITS.findall(line.text)) for line in lines), strict=True)
    steps = [{below - above for above, below in pairwise(numbers)} for numbers in printed]
    return {1} in steps if steps and steps != [{0}] * len(steps) else len(lines) >= FEWEST_HEADS
