"""Which lines are a story's own lists: behind bullets, or a line each with a colon in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from articles.ingest.plain.segment import Segment

INTRODUCTION = (":", "：")
# A narrower line before a colon is a label.
LABEL_WIDTH = 6
# A list of at most so many items may stand in a story without a colon before it. Cross-headings are shorter.
LONGEST_LIST = 12
HEADING_WIDTH = 30
# What a story lists a line each: 北灣—石嶼：平日12班，假日16班
PAIR = re.compile(r"[^:：。.，,]{2,24}[:：]\s?[^:：。]{2,60}")
FEWEST_PAIRS = 3


def is_bare(line: Segment) -> bool:
    """Whether a line is as short as a cross-heading and says nothing in full."""
    return not (line.is_prose or line.is_menu) and line.width <= HEADING_WIDTH


@dataclass
class Lists:
    """The lists among the lines of a page. rules: for each line the rule that makes it furniture, or "".

    captions: for each line whether it is a picture's caption.
    """

    lines: list[Segment]
    rules: list[str]
    captions: list[bool]

    def listed(self) -> set[int]:
        """Numbers of the lines that are a story's own list, and of the cross-heading right above one."""
        return {number for items in self._bulleted_runs() for number in self._own_list(items)}

    def introduced(self) -> set[int]:
        """Numbers of the first items of lists that a colon introduces."""
        return {items.start for items in self._bulleted_runs() if self._is_introduced(items)}

    def parallel(self) -> set[int]:
        """Numbers of lines that a story lists without bullets: a name, a colon and what is to say of it."""
        found: set[int] = set()
        for is_pair, group in groupby(self.lines, self._is_pair):
            run = [line.number for line in group] if is_pair else []
            above = any(map(self._tells, range(max(0, run[0] - 2), run[0]))) if run else False
            if len(run) >= FEWEST_PAIRS and above and self._tells(run[-1] + 1):
                found.update(run)
        return found

    def _is_pair(self, line: Segment) -> bool:
        return PAIR.fullmatch(line.text) is not None and not self.rules[line.number]

    def _bulleted_runs(self) -> Iterator[range]:
        for bulleted, group in groupby(self.lines, lambda line: line.bullet):
            numbers = [line.number for line in group] if bulleted else []
            if numbers:
                yield range(numbers[0], numbers[-1] + 1)

    def _own_list(self, items: range) -> range:
        """A list that a colon introduces, or that stands, short, between a story and its going on."""
        above, below = items.start - 1, items.stop
        if above < 0 or any(self.rules[n] for n in items):
            return range(0)
        if self._is_introduced(items):
            return items
        top = above - (not self.rules[above] and is_bare(self.lines[above]))
        enclosed = self._tells(top) and self._tells(below) and len(items) <= LONGEST_LIST
        return range(top + 1, below) if enclosed else range(0)

    def _is_introduced(self, items: range) -> bool:
        above = self.lines[items.start - 1]
        led_to = above.text.endswith(INTRODUCTION) and above.width > LABEL_WIDTH
        return items.start > 0 and led_to and not any(self.rules[n] for n in (above.number, *items))

    def _tells(self, number: int) -> bool:
        """Whether a line that is no item of a list tells the story in whole sentences."""
        if not 0 <= number < len(self.lines) or self.rules[number] or self.captions[number]:
            return False
        line = self.lines[number]
        return line.full_stops > 0 and line.is_prose and not line.bullet
