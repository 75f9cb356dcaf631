"""Names that need not be repeated to be seen: people, and what a head makes a name of, standing free.

A piece stands free where nothing but marks, grammar and known words is on either side: 在|金小雲|的. Taken is
only what few words look like: a person with a title before the name or a Japanese family name of two or three
characters, and two characters before a head of two, as 穿梭外交.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from articles.text.names.persons import looks_like_japanese_name, looks_like_name
from articles.text.names.shapes import could_be_topic, is_compound, known_words
from articles.text.scripts import fold
from articles.text.words import words

SHORTEST, LONGEST = 2, 4  # characters
COMPOUND = 4  # characters, two words of two: 漁業協定

# How much more than another piece that stands as often a name is worth.
HEADED, JAPANESE, TITLED = 1.0, 1.5, 2.0


def free_names(runs: list[str]) -> dict[str, float]:
    """The names that stand free somewhere in runs of Han characters, and how much each is worth."""
    worth = {}
    for name, is_titled in {found for run in runs for found in _pieces(run)}:
        worth[name] = max(worth.get(name, 0), _worth(name, is_titled))
    return {name: much for name, much in worth.items() if much}


def _pieces(run) -> Iterator[tuple[str, bool]]:
    """The pieces that stand free, and whether a title is before them."""
    folded = fold(run)
    titled = {match.end() for match in titles().finditer(folded)}
    return ((run[start:end], start in titled) for start, end in _free(folded))


def _free(folded) -> Iterator[tuple[int, int]]:
    """Where pieces begin and end that stand free in a folded run."""
    known = known_words()
    inside = {at for at in range(1, len(folded)) if folded[at - 1 : at + 1] in known}
    begins = [at for at in range(len(folded)) if _parts(folded, at, known, before=True) and at not in inside]
    for start in begins:
        for end in range(start + SHORTEST, min(start + LONGEST, len(folded)) + 1):
            if end not in inside and _parts(folded, end, known, before=False):
                yield start, end


def _parts(folded, at, known, *, before):
    """Whether what stands before or behind a place is the edge, grammar or a known word."""
    if at in (0, len(folded)):
        return at == (0 if before else len(folded))
    if before:
        return folded[at - 1] in known or folded[max(0, at - 2) : at] in known
    return folded[at] in known or folded[at : at + 2] in known


def _worth(name, is_titled):
    if len(name) == COMPOUND and is_compound(fold(name)) and could_be_topic(name):
        return HEADED
    if {fold(name[-1]), fold(name[-2:])} & known_words():
        return 0
    if is_titled and looks_like_name(name):
        return TITLED
    if looks_like_japanese_name(name):
        return JAPANESE
    return 0


@lru_cache(maxsize=1)
def titles() -> re.Pattern:
    """Matches a title that stands before a person's name, folded."""
    longest_first = sorted({fold(word) for word in words("titles")}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)))
