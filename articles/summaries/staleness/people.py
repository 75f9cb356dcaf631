"""People named in a text whom no glossary knows: by a family name beside an office or a verb of saying."""

import re
from collections.abc import Iterator
from functools import lru_cache

from articles.summaries.staleness.sense_words import senses
from articles.text.names.persons import HAN, looks_like_name
from articles.text.quantities.tables import COUNTED_DIGITS
from articles.text.scripts import fold
from articles.text.words import words

IN_HAN = re.compile(rf"[{HAN}]+").fullmatch
SIZES = (4, 3, 2)  # characters of a name, the longest first
# A name of two characters is taken rather than one of three that ends so: 王毅在, 王毅週三.
NEVER_LAST = frozenset("在于与和同对将已率抵到等也则还就今昨明周日说称访会表指强认并及向由从是为上下")
# What stands before names: 在聯合記者會 names nobody. 於 and 和 are folded into family names.
NEVER_FIRST = frozenset("在与同对将已到等也则还就今昨说称及并由从是为了的这那其")
NUMERALS = frozenset(f"{COUNTED_DIGITS}十百千万") - {"一"}


def people(folded: str) -> set[str]:
    """The names of people, in Han characters, that stand beside an office or before what they did."""
    return {name for at in _beside(folded) for name in _behind(folded, at)} | {
        name for at in _acts(folded) for name in _before(folded, at)
    }


def _beside(folded) -> Iterator[int]:
    return (match.end() for match in offices().finditer(folded))


def _acts(folded) -> Iterator[int]:
    yield from (match.start() for match in _pattern(words("acts")).finditer(folded))
    yield from (match.start() for match in offices().finditer(folded))


def _behind(folded, at) -> Iterator[str]:
    """The name that begins at a place: the longest, but 石破茂 where 石破茂進 stands once only."""
    likely = [folded[at : at + size] for size in SIZES if _ends_well(folded, at, at + size)]
    if likely:
        yield max(likely, key=lambda name: (folded.count(name), len(name)))


def _ends_well(folded, at, end) -> bool:
    return _is_name(folded[at:end]) and folded[end - 1 : end + 1] not in _vocabulary()


def _before(folded, at) -> Iterator[str]:
    """The name that ends at a place."""
    for size in reversed(SIZES):
        name = folded[max(0, at - size) : at]
        if len(name) == size and _is_name(name):
            yield name


@lru_cache(maxsize=4096)
def _is_name(name: str) -> bool:
    is_likely = name[:1] not in NEVER_FIRST and name[-1:] not in NEVER_LAST and NUMERALS.isdisjoint(name)
    holds_a_word = any(name[at : at + 2] in _vocabulary() for at in range(len(name) - 1))
    return is_likely and not holds_a_word and IN_HAN(name) is not None and looks_like_name(name)


@lru_cache(maxsize=1)
def _vocabulary() -> frozenset[str]:
    """Words that a name does not run into: 石破茂 before 舉行 is not 石破茂舉."""
    return frozenset({*map(fold, words("acts")), *senses()})


@lru_cache(maxsize=1)
def offices() -> re.Pattern:
    """Matches the name of an office."""
    return _pattern(
        tuple(word for word, of_word in senses().items() if any(s.rule == "title" for s in of_word))
    )


@lru_cache(maxsize=4)
def _pattern(several: tuple[str, ...]) -> re.Pattern:
    return re.compile("|".join(sorted(map(fold, several), key=len, reverse=True)))
