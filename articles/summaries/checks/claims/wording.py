"""The words of a list that a folded text has, in any script, and what each of them means."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Generic, NamedTuple, TypeVar

from articles.summaries.checks.gazetteer import places_of
from articles.text.quantities.reading import places_of_pairs
from articles.text.scripts import fold

OPEN, STEM = "_", "~"  # in a list: a space, and the endings of an English word
LONGEST_ENDING = 4  # letters behind a stem: postpon-ed, releas-ing
LATIN_WORD = re.compile(r"[a-zà-ÿ]+")

Meaning = TypeVar("Meaning")


class Entry(NamedTuple, Generic[Meaning]):
    """A word of a list with all that it means. is_stem: whether endings may follow."""

    form: str
    is_stem: bool
    meanings: list[Meaning]


class Wording(Generic[Meaning]):
    """A list of words with their meanings; a word may have several."""

    def __init__(self, meanings: Iterable[tuple[str, Meaning]]):
        by_word: dict[str, list[Meaning]] = defaultdict(list)
        for word, meaning in meanings:
            by_word[fold(word).replace(OPEN, " ")].append(meaning)
        self._solid: dict[str, list[Entry[Meaning]]] = defaultdict(list)
        self._latin: dict[str, list[Entry[Meaning]]] = defaultdict(list)
        self._single: dict[str, list[Meaning]] = {}
        for word, known in by_word.items():
            entry = Entry(word.removesuffix(STEM), word.endswith(STEM), known)
            # Found by how it begins: two characters, or the first word, of a stem as far as it goes.
            if word.isascii():
                self._latin[LATIN_WORD.match(word)[0]].append(entry)
            elif len(word) == 1:
                self._single[word] = known
            else:
                self._solid[word[:2]].append(entry)
        self._longest = max(map(len, self._latin), default=0)

    def find(self, folded: str) -> Iterator[tuple[Meaning, tuple[int, int]]]:
        """Each meaning that a text has, with each place of a word for it."""
        for at, char in enumerate(folded) if self._single else ():
            if char in self._single:
                yield from ((meaning, (at, at + 1)) for meaning in self._single[char])
        for pair in self._solid.keys() & places_of_pairs(folded).keys():
            for form, _, meanings in self._solid[pair]:
                for at in places_of(form, folded):
                    yield from ((meaning, (at, at + len(form))) for meaning in meanings)
        for word in LATIN_WORD.finditer(folded):
            yield from self._latin_at(folded, *word.span())

    def _latin_at(self, folded: str, start: int, end: int) -> Iterator[tuple[Meaning, tuple[int, int]]]:
        for length in range(min(end - start, self._longest), max(1, end - start - LONGEST_ENDING) - 1, -1):
            for form, is_stem, meanings in self._latin.get(folded[start : start + length], ()):
                ending = LATIN_WORD.match(folded, start + len(form))
                behind = ending.end() if ending else start + len(form)
                is_whole = ending is None or (is_stem and len(ending[0]) <= LONGEST_ENDING)
                if is_whole and folded.startswith(form, start):
                    yield from ((meaning, (start, behind)) for meaning in meanings)
