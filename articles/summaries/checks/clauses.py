"""How a text is cut up: into sentences, into what one may say in one go, and into clauses."""

import re
from bisect import bisect
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from operator import add

from articles.summaries.checks.gazetteer import LATIN_TOKEN

# No sentence ends behind these, nor behind U.S.
ABBREVIATED = (
    "mr", "ms", "mrs", "dr", "st", "no", "gov", "sen", "gen", "jan", "feb", "mar", "apr", "jun", "jul", "aug",
    "sept", "oct", "nov", "dec",
)  # fmt: skip
_NO_END = "".join(rf"(?<!{word}\.)" for word in ABBREVIATED)
_END = rf"[。！？!?\n]|\.(?=[\s\"”’)]|$){_NO_END}(?<!\.[a-z]\.)"
SENTENCE = re.compile(_END)
# Within a sentence, what somebody else may say, and what is told apart from the rest.
SPEECH = re.compile(rf"[；;]|{_END}")
_JOINED = r"\s(?=(?:while|but|though|although|whereas|because|which|who)\s)"
CLAUSE = re.compile(rf"[，；;]|,(?!\d)|(?<!\d),|{_JOINED}|{_END}")  # 1,000 is one number
# Behind any of these stands what a word before it does not reach.
MARK = re.compile(rf"[、：:()]|{CLAUSE.pattern}")
HAN_RUN = re.compile("(?:(?![〇一二三四五六七八九十百千万亿两])[\u3400-\u9fff])+")
STEM, SHORTEST_WORD = 5, 4  # letters by which English words are compared, and of the shortest that is


@dataclass(eq=False)
class Part:
    """A sentence or clause of a folded text. text: its characters."""

    start: int
    end: int
    text: str

    @cached_property
    def words(self) -> frozenset[str]:
        """Every two characters of Han in a row; the longer words in Latin letters by their beginnings."""
        pairs = {pair for run in HAN_RUN.findall(self.text) for pair in map(add, run, run[1:])}
        latin = {word[:STEM] for word in LATIN_TOKEN.findall(self.text) if len(word) >= SHORTEST_WORD}
        return frozenset(pairs | latin)

    def shared(self, other: "Part") -> frozenset[str]:
        """The words that another part has as well."""
        return frozenset(word for word in self.words if word in other.text)

    def cut(self, text: str) -> str:
        return text[self.start : self.end]

    def holds(self, place: int) -> bool:
        return self.start <= place < self.end


class Parts:
    """A folded text cut up, in order of place."""

    def __init__(self, folded: str, ends: re.Pattern):
        self._found: dict[str, set[int]] = {}
        self._ends = [match.end() for match in ends.finditer(folded)]
        cuts = pairwise([0, *self._ends, len(folded)])
        self._parts = [Part(start, end, folded[start:end]) for start, end in cuts if end - start > 1]
        self._starts = [one.start for one in self._parts]

    def __iter__(self) -> Iterator[Part]:
        return iter(self._parts)

    def at(self, place: int) -> Part:
        """The part in which a place lies, or behind which, where that is a lone mark."""
        number = bisect(self._starts, place)
        return self._parts[number - 1 if number else 0]

    def next_to(self, part: Part) -> list[Part]:
        """The one before a part of these and the one behind it."""
        at = bisect(self._starts, part.start) - 1
        return [*self._parts[max(0, at - 1) : at], *self._parts[at + 1 : at + 2]]

    def number_of(self, place: int) -> int:
        """How many ends stand before a place."""
        return bisect(self._ends, place)

    def tell_apart(self, ours: list[list[int]], theirs: list[list[int]]) -> bool:
        """Whether all of two rows of things stand here, and none of both in one part. Each: its places."""
        told = [[set(map(self.number_of, places)) for places in row] for row in (ours, theirs)]
        return all(map(all, told)) and set().union(*told[0]).isdisjoint(set().union(*told[1]))

    def sharing(self, own: Part) -> dict[Part, int]:
        """How many of a part's words each part has that has any."""
        counts = Counter(at for word in own.words for at in self._having(word))
        return {self._parts[at]: counts[at] for at in sorted(counts)}

    def _having(self, word: str) -> set[int]:
        """Which parts have a word, each by its number."""
        if word not in self._found:
            self._found[word] = {at for at, part in enumerate(self._parts) if word in part.text}
        return self._found[word]


@lru_cache(maxsize=64)  # a body is asked for each language, and for each change of a summary
def cut_up(folded: str, ends: re.Pattern) -> Parts:
    """A text cut up at some ends."""
    return Parts(folded, ends)
