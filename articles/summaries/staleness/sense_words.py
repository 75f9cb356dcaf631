"""Words on which a statement turns: in a changed text they matter, however small the change.

The words, and why each kind of them matters, are in words/meaning.txt.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from articles.text.scripts import fold
from articles.text.words import FOLDER

PLAIN, ALIKE = "plain", "alike"  # words that only look like those of a rule; words that say the same
# Rules whose words matter when they come, go or are exchanged; those of other rules only when one gives way
# to another side.
TURNING = ("negation", "modality", "measure")


class Sense(NamedTuple):
    """What a word is to a statement. Words of one rule, line and side say the same."""

    rule: str
    line: int
    side: int


@lru_cache(maxsize=1)
def senses() -> dict[str, tuple[Sense, ...]]:
    """Folded word → its senses; a word without any only keeps its characters from being read alone."""
    found: dict[str, dict[Sense, None]] = {}
    for word, sense in _entries():
        if sense.rule != ALIKE:
            of_word = found.setdefault(fold(word), {})
            of_word |= {sense: None} if sense.rule != PLAIN else {}
    return {word: tuple(of_word) for word, of_word in found.items()}


def say_the_same(one: str, other: str) -> bool:
    """Whether two folded words stand for each other wherever they are exchanged."""
    return not _alike().get(one, frozenset()).isdisjoint(_alike().get(other, ()))


@lru_cache(maxsize=1)
def _alike() -> dict[str, frozenset[int]]:
    """Folded word → the lines that have it."""
    lines: dict[str, set[int]] = {}
    for word, sense in _entries():
        if sense.rule == ALIKE:
            lines.setdefault(fold(word), set()).add(sense.line)
    return {word: frozenset(of_word) for word, of_word in lines.items()}


def _entries() -> Iterator[tuple[str, Sense]]:
    for number, line in enumerate((FOLDER / "meaning.txt").read_text("utf-8").splitlines()):
        if line and not line.startswith("#"):
            rule, _, words = line.partition(": ")
            for side, group in enumerate(words.split(" | ")):
                yield from ((word, Sense(rule, number, side)) for word in group.split())


def are_opposed(one: Sense, other: Sense) -> bool:
    """Whether one of two senses excludes the other."""
    return one[:2] == other[:2] and one.side != other.side
