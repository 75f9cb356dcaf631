"""A text as it is read for facts: every form keeps its length, so that what is found can be quoted."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, KeysView
from functools import cached_property, lru_cache
from operator import add

from articles.text.citations import CITATION
from articles.text.scripts import fold

BLANK = " "
# Full-width digits and marks read as half-width ones; the length stays, so offsets do.
# A wave dash is printed for the full-width tilde.
NARROW = str.maketrans({code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0x301C: 0x7E})
# Latin letters with the digits, gaps and marks between them.
LATIN_RUN = re.compile("[\x00-\u024f\u2010-\u2027]+")
POINT = re.compile("(?<=[0-9])・(?=[0-9])")  # ８９・９: 89.9
LATIN_WORD = re.compile("[A-Za-z]{2}")
BEHIND_RUN = 16  # characters of a weekday in another script behind an English date


class Reading:
    """A text, blanked where it cites paragraphs. `narrow`: half-width; `folded`: compared, lower case."""

    def __init__(self, text: str):
        self.text = text
        self.narrow = POINT.sub(".", CITATION.sub(_blank, text.translate(NARROW)))

    @cached_property
    def folded(self) -> str:
        return fold_in_place(self.narrow)

    @property
    def pairs(self) -> KeysView[str]:
        """Every two characters in a row of the folded text."""
        return places_of_pairs(self.folded).keys()

    def quote(self, start: int, end: int) -> str:
        return self.text[start:end].strip()


@lru_cache(maxsize=32)  # a text is searched for several lists of words
def places_of_pairs(folded: str) -> dict[str, list[int]]:
    """Every two characters in a row of a folded text, with the places where they stand."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, pair in enumerate(map(add, folded, folded[1:])):
        places[pair].append(at)
    return places


def fold_in_place(text: str) -> str:
    """The text folded; what folding would make longer (…, ﬁ) stays, so that no place moves."""
    folded = fold(text)
    return folded if len(folded) == len(text) else "".join(map(_fold_one, text))


@lru_cache(maxsize=8192)
def _fold_one(char: str) -> str:
    return folded if len(folded := fold(char)) == 1 else char


def latin_runs(text: str) -> list[tuple[int, int]]:
    """Where a text may be English, and a little behind: most of a Chinese text need not be searched."""
    runs: list[tuple[int, int]] = []
    for word in LATIN_WORD.finditer(text):
        if not runs or word.start() >= runs[-1][1]:
            before = LATIN_RUN.match(text[runs[-1][1] if runs else 0 : word.start()][::-1])
            start = word.start() - (before.end() if before else 0)
            runs.append((start, LATIN_RUN.match(text, word.start()).end()))
    return [(start, end + BEHIND_RUN) for start, end in runs]


def matches_in(pattern: re.Pattern, text: str, runs: Iterable[tuple[int, int]]) -> Iterator[re.Match]:
    """The matches of a pattern in some runs of a text, in order of place."""
    free = 0
    for start, end in runs:
        for match in pattern.finditer(text, max(start, free), end):
            yield match
            free = match.end()


def mask(text: str, spans, blank: str = BLANK) -> str:
    """A text with blanks where something has been read already; the length stays."""
    parts, last = [], 0
    for start, end in sorted(spans):
        if end > last:
            start = max(start, last)
            parts += [text[last:start], blank * (end - start)]
            last = end
    return "".join([*parts, text[last:]])


def _blank(match: re.Match) -> str:
    return BLANK * len(match[0])
