"""The terms that tell a text from others: pieces of two to four characters, and words."""

import math
import re
from collections import Counter
from collections.abc import Collection
from itertools import chain
from operator import add, attrgetter
from typing import NamedTuple

from articles.discovery.rarity import frequencies
from articles.text import tokens
from articles.text.tokens import PIECE, RUN

LENGTHS = (3, 4)  # characters of a piece longer than a pair
MOST_TERMS = 32  # more find the other half of an article no better; each costs a look-up
MOST_WEIGHED = 150  # of which the best terms are chosen
MOST_CHARACTERS = 3_000  # of a text that are looked at
SHORTEST_WORD = 3  # letters
LEAST_COUNT = 2  # articles that have a term which relates two
NO_TERM = re.compile(r"^\d+$")


class Term(NamedTuple):
    """weight: how much the text is about it. rarity: logarithm of how few have it. count: of articles."""

    text: str
    weight: float
    rarity: float
    count: int


def distinctive_terms(folded: str) -> list[Term]:
    """The terms of a folded text by frequency and rarity, best first; none that no other article has.

    folded: of an article that is in the search index already.
    """
    counted = pieces_of(folded[:MOST_CHARACTERS])
    often = {term: n for term, n in counted.items() if n > 1}
    terms, total = weighed(often)
    # What stands once weighs no more than its rarity: in most texts none of it is among the best.
    if len(terms) < MOST_TERMS or terms[MOST_TERMS - 1].weight < math.log(1 + total / LEAST_COUNT):
        once, _total = weighed({term: n for term, n in counted.items() if term not in often})
        terms = in_order(terms + once)
    return terms[:MOST_TERMS]


def weighed(counted: dict[str, int]) -> tuple[list[Term], int]:
    """The terms that other articles have as well, best first; and about how many articles there are."""
    parts = {term: tokens_of(term) for term in counted}
    counts, total = frequencies(dict.fromkeys(chain.from_iterable(parts.values())))
    terms = []
    for term, n in counted.items():
        count = min(counts[token] for token in parts[term])
        if count >= LEAST_COUNT:
            rarity = math.log(1 + total / count)
            terms.append(Term(term, n * rarity, rarity, count))
    return in_order(terms), total


def in_order(terms: list[Term]) -> list[Term]:
    return sorted(terms, key=attrgetter("weight"), reverse=True)


def tokens_of(term: str) -> list[str]:
    """The tokens of a term, those of a piece without looking at all that a text may hold."""
    return list(map(add, term, term[1:])) if RUN.match(term) else tokens.tokens(term)


def pieces_of(folded: str) -> dict[str, int]:
    """How often pieces and words stand in a folded text: the repeated ones first, longest that they can be,
    then pairs and words that stand there once, in the order of the text."""
    found = PIECE.findall(folded)
    runs = [run for run, _word, _mark in found if run]
    words = [word for _run, word, _mark in found if len(word) >= SHORTEST_WORD and not NO_TERM.match(word)]
    pairs = Counter(chain(words, *(map(add, run, run[1:]) for run in runs)))
    repeated = {pair: n for pair, n in pairs.items() if n > 1}
    longer = Counter(chain.from_iterable(longer_pieces(run, repeated) for run in runs))
    often = without_parts(repeated | {piece: n for piece, n in longer.items() if n > 1})
    once = (pair for pair, n in pairs.items() if n == 1)
    return often | dict.fromkeys(list(once)[: max(MOST_WEIGHED - len(often), 0)], 1)


def longer_pieces(run: str, repeated: Collection[str]):
    """The pieces of a run that may stand in the text again, because all their pairs do."""
    stretch = 0  # how many repeated pairs end here without a gap
    for end in range(2, len(run) + 1):
        stretch = stretch + 1 if run[end - 2 : end] in repeated else 0
        yield from (run[end - length : end] for length in LENGTHS if length <= stretch + 1)


def without_parts(counted: dict[str, int]) -> dict[str, int]:
    """Without the pieces that stand only inside one longer piece: 李在 beside 李在明."""
    parts = {
        part
        for piece, n in counted.items()
        if len(piece) > 2 and RUN.match(piece)
        for part in (piece[1:], piece[:-1])
        if counted.get(part) == n
    }
    return {piece: n for piece, n in counted.items() if piece not in parts}
