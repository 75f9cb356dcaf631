"""The words of a list that a folded text has, in any script, and what each of them means."""

import re
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from articles.text.scripts import fold

OPEN, STEM = "_", "~"  # in a list: a space, and the endings of an English word
LONGEST_ENDING = 4  # letters behind a stem: postpon-ed, releas-ing
LATIN_RUN = re.compile(r"[a-zà-ÿ][a-zà-ÿ' -]*")

Meaning = TypeVar("Meaning")


class Wording(Generic[Meaning]):
    """A list of words with their meanings; a word may have several."""

    def __init__(self, meanings: Iterable[tuple[str, Meaning]]):
        self.east_asian: dict[str, list[Meaning]] = {}
        self.latin: dict[str, list[Meaning]] = {}
        for word, meaning in meanings:
            form = fold(word).replace(OPEN, " ")
            (self.latin if form.isascii() else self.east_asian).setdefault(form, []).append(meaning)
        exact = _either(form for form in self.latin if not form.endswith(STEM))
        stems = _either(form.removesuffix(STEM) for form in self.latin if form.endswith(STEM))
        self._pattern = re.compile(
            rf"(?<![a-z])(?:(?P<exact>{exact})|(?P<stem>{stems})[a-z]{{0,{LONGEST_ENDING}}})(?![a-z])"
        )

    def find(self, folded: str) -> Iterator[tuple[Meaning, tuple[int, int]]]:
        """Each meaning that a text has, with where its word stands first."""
        for word in self.east_asian:
            if (at := folded.find(word)) >= 0:
                yield from ((meaning, (at, at + len(word))) for meaning in self.east_asian[word])
        for run in LATIN_RUN.finditer(folded):
            for match in self._pattern.finditer(folded, *run.span()):
                word = match["exact"] or match["stem"] + STEM
                yield from ((meaning, match.span()) for meaning in self.latin[word])


def _either(forms: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(forms, key=len, reverse=True))) or "(?!)"
