"""The terms that tell a text from others: pieces of two to four characters, and words."""

import math
import re
from collections import Counter
from typing import NamedTuple

from articles.discovery.rarity import frequencies
from articles.text.tokens import PIECE, tokens

LENGTHS = (2, 3, 4)  # characters of a piece
MOST_TERMS = 64  # more find the other half of an article no better; each costs a look-up
MOST_CHARACTERS = 3_000  # of a text that are looked at
SHORTEST_WORD = 3  # letters
NO_TERM = re.compile(r"^\d+$")


class Term(NamedTuple):
    """weight: how much the text is about it. rarity: logarithm of how few articles have it."""

    text: str
    weight: float
    rarity: float


def distinctive_terms(folded: str) -> list[Term]:
    """The terms of a folded text by frequency and rarity, best first; none that no other article has.

    folded: of an article that is in the search index already.
    """
    counted = without_parts(pieces_of(folded[:MOST_CHARACTERS]))
    tokens_of = {term: tokens(term) for term in counted}
    counts, total = frequencies({token for found in tokens_of.values() for token in found})
    weighed = []
    for term, n in counted.items():
        count = min(counts[token] for token in tokens_of[term])
        if count > 1:
            rarity = math.log(1 + total / count)
            weighed.append(Term(term, n * rarity, rarity))
    return sorted(weighed, key=lambda term: -term.weight)[:MOST_TERMS]


def pieces_of(folded: str) -> Counter:
    """How often each piece and word stands in a folded text."""
    counted = Counter()
    for run, word, _mark in PIECE.findall(folded):
        if word and len(word) >= SHORTEST_WORD and not NO_TERM.match(word):
            counted[word] += 1
        for length in LENGTHS:
            counted.update(run[at : at + length] for at in range(len(run) - length + 1))
    return counted


def without_parts(counted: Counter) -> dict[str, int]:
    """Without the pieces that stand only inside one longer piece: 李在 beside 李在明."""
    parts = {
        part
        for piece, n in counted.items()
        if len(piece) > LENGTHS[0]
        for part in (piece[1:], piece[:-1])
        if counted.get(part) == n
    }
    return {piece: n for piece, n in counted.items() if piece not in parts}
