"""What a text and a body both have around their words: names, numbers, dates, meanings, and words.

No sentence is taken for another's as a whole: a summary joins what a body tells in two of them. It is asked
of two words whether the same stands around both, most of all in their clauses.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from operator import add
from typing import NamedTuple

from articles.summaries.checks.claims.wording import Wording
from articles.summaries.checks.clauses import HAN_RUN, SHORTEST_WORD, STEM
from articles.summaries.checks.facts import Facts
from articles.summaries.checks.gazetteer import HINT, LATIN_TOKEN, countries_in_short, places_of
from articles.text.words import rows

# How much each says of what stands around it, in a body of which one sentence alone has it.
NAME, NUMBER, PART_OF_DATE, MEANING, WORD = 1.0, 1.2, 0.6, 0.8, 0.35
RARITY = 0.7  # the power of the number of sentences that have it, by which it says less
# What stands in another clause of the sentence says less of a word.
ELSEWHERE_IN_OWN, ELSEWHERE_IN_BODY = 0.4, 0.5

Key = tuple[str, object]


class Place(NamedTuple):
    """Where a body has something. clause: where that begins."""

    start: int
    clause: int


class Common(NamedTuple):
    """A place of a text, and where a sentence of a body has what stands there. weight: how much that says."""

    start: int
    end: int
    clause: int
    weight: float
    places: list[Place]


class Shared:
    """All that a text and a body have in common, by their sentences."""

    def __init__(self, facts: Facts, body: Facts):
        self.facts, self.body = facts, body

    def support(self, own: tuple[int, int], their: tuple[int, int]) -> float:
        """How much of what stands around a place of the text stands around one of the body."""
        common = self.in_sentences(own[0], their[0])
        if not common:
            return 0.0
        clause = self.facts.clauses.at(own[0]).start
        told = self.body.clauses.at(their[0]).start
        total = 0.0
        for one in common:
            if one.start < own[1] and own[0] < one.end:
                continue
            around = [place.clause == told for place in one.places if not their[0] <= place.start < their[1]]
            if around:
                near = 1 if any(around) else ELSEWHERE_IN_BODY
                total += one.weight * near * (1 if one.clause == clause else ELSEWHERE_IN_OWN)
        return total

    def in_sentences(self, own: int, their: int) -> list[Common]:
        """What the sentences around two places have in common."""
        known = self._by_sentences[self.facts.sentences.at(own).start]
        return known.get(self.body.sentences.at(their).start, []) if known else []

    def beside(self, own: int) -> Iterable[list[Common]]:
        """What the sentence around a place has in common with each sentence of the body."""
        return self._by_sentences.get(self.facts.sentences.at(own).start, {}).values()

    @cached_property
    def _by_sentences(self) -> dict[int, dict[int, list[Common]]]:
        """By where both sentences begin; of what one place of the text means, what says most."""
        found: dict[tuple[int, int], dict[int, Common]] = defaultdict(dict)
        for start, end, key, weight in _signs(self.facts, self.body):
            sentence, clause = self.facts.sentences.at(start).start, self.facts.clauses.at(start).start
            grouped = _grouped(self.body, key)
            worth = weight / max(1, len(grouped)) ** RARITY
            for told, places in grouped.items():
                row = found[sentence, told]
                if start not in row or worth > row[start].weight:
                    row[start] = Common(start, end, clause, worth, places)
        by_own: dict[int, dict[int, list[Common]]] = defaultdict(dict)
        for (sentence, told), row in found.items():
            by_own[sentence][told] = list(row.values())
        return by_own


@lru_cache(maxsize=64)  # several claims ask
def shared(facts: Facts, body: Facts) -> Shared:
    """What a text and a body have in common."""
    return Shared(facts, body)


def _signs(facts: Facts, body: Facts) -> Iterator[tuple[int, int, Key, float]]:
    """(start, end, key, weight) of all in a text that may be told to stand in a body as well."""
    known = _places(body)
    yield from ((start, end, key, weight) for start, end, key, weight in _of_facts(facts) if key in known)
    yield from _words(facts, body)


def _of_facts(facts: Facts) -> Iterator[tuple[int, int, Key, float]]:
    for meaning, (start, end) in _meanings().find(facts.reading.folded):
        yield start, end, ("meaning", meaning), MEANING
    for one in facts.mentions:
        yield from ((one.start, one.end, ("name", key.lstrip(HINT)), NAME) for key in one.keys)
    for at, keys in countries_in_short(facts.reading.folded):
        yield from ((at, at + 2, ("name", key), NAME) for key in keys)
    for one in facts.readings:
        if one.unit or not one.is_small:
            yield from ((one.start, one.end, ("number", worth), NUMBER) for worth in one.worths)
    for one in facts.dates:
        for part in ("month", "day"):
            if value := getattr(one, part):
                yield one.start, one.end, (part, value), PART_OF_DATE
        if one.year:
            yield one.start, one.end, ("number", one.year), NUMBER


def _words(facts: Facts, body: Facts) -> Iterator[tuple[int, int, Key, float]]:
    """Every two characters of Han in a row, and in two English texts the longer words by their beginnings."""
    folded, known = facts.reading.folded, body.reading.pairs
    for run in HAN_RUN.finditer(folded):
        for at, pair in enumerate(map(add, run[0], run[0][1:]), run.start()):
            if pair in known:
                yield at, at + 2, ("word", pair), WORD
    if facts.language == body.language == "en":
        for match in LATIN_TOKEN.finditer(folded):
            if len(match[0]) >= SHORTEST_WORD:
                yield *match.span(), ("word", match[0][:STEM]), WORD


def _grouped(body: Facts, key: Key) -> dict[int, list[Place]]:
    """Where a body has something, by where its sentences begin."""
    known = _known(body)
    if key not in known:
        places = _places(body)[key] if key[0] != "word" else places_of(key[1], body.reading.folded)
        known[key] = _by_sentence(body, places)
    return known[key]


@lru_cache(maxsize=16)
def _known(_: Facts) -> dict[Key, dict[int, list[Place]]]:
    """What has been looked for in a body."""
    return {}


@lru_cache(maxsize=16)  # a body is asked for each language, and for each change of a summary
def _places(body: Facts) -> dict[Key, list[int]]:
    """Where a body has each of its facts, and each meaning of the list."""
    found: dict[Key, list[int]] = defaultdict(list)
    for start, _, key, _ in _of_facts(body):
        found[key].append(start)
    return found


def _by_sentence(body: Facts, places: Iterable[int]) -> dict[int, list[Place]]:
    grouped: dict[int, list[Place]] = defaultdict(list)
    for at in places:
        sentence = body.sentences.at(at).start
        grouped[sentence].append(Place(at, body.clauses.at(at).start))
    return grouped


@lru_cache(maxsize=1)
def _meanings() -> Wording[int]:
    """The words of the list, each with the number of its line."""
    return Wording((word, line) for line, row in enumerate(rows("concepts")) for word in row.split())
