"""Facts that a body tells of something else: 延長半年 where it says 延長一年, and elsewhere 六個月.

Each clause of a summary in the body's own language is laid beside the sentences of the body. Where one that
shares most of its words has another fact of the kind, and those that have the summary's fact share little
with the clause, somebody is asked to look.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from operator import add
from typing import NamedTuple

from articles.summaries.checks.claims.agencies import Agency, agencies
from articles.summaries.checks.claims.pairing import are_alike, are_of_a_kind, told
from articles.summaries.checks.facts import Facts
from articles.summaries.checks.gazetteer import LATIN_TOKEN
from articles.summaries.checks.names import Mention
from articles.text.quantities.quantity import Quantity
from articles.text.quantities.reading import mask

SENTENCE = re.compile(r"(?:[^。！？!?\n.]|\.(?=\S))+")
CLAUSE = re.compile(r"(?:[^。！？!?\n，；,;.]|[.,](?=\d))+")
HAN_RUN = re.compile("[\u3400-\u9fff]+")
STEM, SHORTEST_WORD = 5, 4  # letters by which English words are compared, and of the shortest that is
FEWEST_WORDS = 5  # of a clause that can be laid beside a sentence
MOST_ALIKE = 0.5  # of the words of a clause that its sentence shares at least
LEAST_ALIKE = 0.5  # of that share, with which another sentence may be meant as well


class Part(NamedTuple):
    """A sentence or clause without its numbers."""

    start: int
    end: int
    text: str


class Kind(NamedTuple):
    """Facts of a kind in a text and in a body; when two are one, and when one may stand for the other."""

    own: Sequence
    theirs: Sequence
    is_same: Callable
    is_rival: Callable


def told_of_others(facts: Facts, body: Facts) -> Iterator[tuple[int, int, str]]:
    """(start, end, what the body has) of each fact of a text that the body tells of something else."""
    if facts.language[:2] != body.language[:2]:
        return
    sentences, kinds = _parts(body, SENTENCE), _kinds(facts, body)
    for clause in _parts(facts, CLAUSE):
        shares = _shares(clause, sentences)
        best = max(shares, key=shares.get, default=None)
        if best and shares[best] >= MOST_ALIKE:
            for kind in kinds:
                for fact, instead in _told_instead(clause, best, shares, kind):
                    yield fact.start, _end(fact), body.reading.quote(instead.start, _end(instead))


def _shares(clause: Part, sentences: tuple[Part, ...]) -> dict[Part, float]:
    """How much of a clause each sentence has."""
    words = _words(clause.text)
    if len(words) < FEWEST_WORDS:
        return {}
    return {one: len(words & _words(one.text)) / len(words) for one in sentences}


def _told_instead(clause: Part, best: Part, shares: dict[Part, float], kind: Kind) -> Iterator[tuple]:
    """The facts of a clause that stand far from the sentence that tells it, with what it has."""
    beside = _within(kind.theirs, best)
    for fact in _within(kind.own, clause) if beside else ():
        rivals = [one for one in beside if kind.is_rival(fact, one)]
        rivals = [one for one in rivals if not any(kind.is_same(each, one) for each in kind.own)]
        alike = [one for one in kind.theirs if kind.is_same(fact, one)] if rivals else ()
        if alike and max(_share_of(one, shares) for one in alike) < LEAST_ALIKE * shares[best]:
            yield fact, rivals[0]


def _share_of(fact, shares: dict[Part, float]) -> float:
    return next((share for one, share in shares.items() if one.start <= fact.start < one.end), 0)


def _kinds(facts: Facts, body: Facts) -> list[Kind]:
    return [
        Kind(_counts(facts), _counts(body), are_alike, _are_rival_numbers),
        Kind(agencies(facts), agencies(body), _are_one_agency, _are_rival_agencies),
        Kind(_places(facts), _places(body), _are_one_place, _are_rival_places),
    ]


def _counts(facts: Facts) -> list[Quantity]:
    """The numbers that say what they count."""
    return [one for one in told(facts) if (one.unit or one.currencies) and not one.is_ordinal]


def _are_rival_numbers(one: Quantity, other: Quantity) -> bool:
    return are_of_a_kind(one, other) and not are_alike(one, other)


def _are_one_agency(one: Agency, other: Agency) -> bool:
    return one.field == other.field


def _are_rival_agencies(one: Agency, other: Agency) -> bool:
    return one.field != other.field


def _places(facts: Facts) -> list[Mention]:
    return [one for one in facts.mentions if any(key.startswith(("city:", "capital:")) for key in one.keys)]


def _are_one_place(one: Mention, other: Mention) -> bool:
    return not one.keys.isdisjoint(other.keys)


def _are_rival_places(one: Mention, other: Mention) -> bool:
    return one.is_in_place and other.is_in_place and not _are_one_place(one, other)


def _within(facts: Sequence, part: Part) -> list:
    return [one for one in facts if part.start <= one.start < part.end]


def _end(fact) -> int:
    return max(fact.end, getattr(fact, "until", 0))


def _parts(facts: Facts, pattern: re.Pattern) -> tuple[Part, ...]:
    folded = facts.reading.folded
    masked = mask(folded, [(one.start, one.end) for one in facts.readings])
    return tuple(Part(*match.span(), masked[slice(*match.span())]) for match in pattern.finditer(folded))


@lru_cache(maxsize=256)  # most sentences of a body are asked for again
def _words(text: str) -> frozenset[str]:
    """Every two characters of Han in a row; the longer words in Latin letters by their beginnings."""
    pairs = {pair for run in HAN_RUN.findall(text) for pair in map(add, run, run[1:])}
    latin = {word[:STEM] for word in LATIN_TOKEN.findall(text) if len(word) >= SHORTEST_WORD}
    return frozenset(pairs | latin)
