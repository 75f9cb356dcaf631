"""What a summary may be, what reads best, and how it is counted: the house's own rules, said here alone.

The desk's live counters repeat the two ways of counting; the figures they are told.
characters: [...text.replace(/\\[\\d+\\]/g, "").replace(/\\s/gu, "")].length
words: (text.replace(/\\[\\d+\\]/g, " ").match(/\\S*[\\p{L}\\p{N}]\\S*/gu) ?? []).length
"""

import re
from collections.abc import Callable
from typing import NamedTuple

MOST_HEADLINE = 200  # characters in any language; the table's column has no more
MOST_POINTS = 3
GOOD_RATIO = (1.2, 2.2)  # Chinese characters for an English word, where both say as much

CITED = re.compile(r"\[\d{1,4}\]")


def characters(text: str) -> int:
    """Characters of a Chinese summary, marks among them, white space and citations not."""
    return len("".join(CITED.sub("", text).split()))


def words(text: str) -> int:
    """Words of an English summary: what stands between white space and holds a letter or a digit."""
    return sum(any(map(str.isalnum, piece)) for piece in CITED.sub(" ", text).split())


class Length(NamedTuple):
    """How long a text is to be. least, good: from where to where it reads best. most: what none exceeds."""

    count: Callable[[str], int]
    least: int
    good: int
    most: int


CHARACTERS = Length(characters, 60, 100, 120)
WORDS = Length(words, 40, 60, 80)


def length_in(language: str) -> Length:
    """The length of a summary's text in zh-Hant, zh-Hans or en."""
    return WORDS if language == "en" else CHARACTERS


def ratio_of(chinese: str, english: str) -> float | None:
    """Chinese characters for an English word; None while one of the texts is empty."""
    counts = characters(chinese), words(english)
    return counts[0] / counts[1] if all(counts) else None
