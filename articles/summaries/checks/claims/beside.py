"""Which sentence of a body tells what a clause of a summary does.

In one language it is the sentence that shares most of the clause's words; across two languages the one that
shares its numbers, dates and names, and no other does.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from articles.summaries.checks.clauses import Part, Parts
from articles.summaries.checks.facts import Facts
from articles.summaries.checks.gazetteer import countries_in_short
from articles.text.quantities.partial_dates import PartOfDate
from articles.text.quantities.quantity import Quantity

FEWEST_WORDS = 5  # of a clause that can be laid beside a sentence
MOST_ALIKE = 0.5  # of the words of a clause that its sentence shares at least
LEAST_ALIKE = 0.5  # of that share, with which another sentence may be meant as well
APART = 0.8  # of the facts, with which another sentence may be the one
FEWEST_FACTS = 2  # that tell a sentence in another language


class Beside(NamedTuple):
    """A part of a summary, the sentence of the body that tells it, and how much of it each sentence tells."""

    own: Part
    best: Part
    shares: dict[Part, float]

    @property
    def others(self) -> list[Part]:
        """The other sentences that may be meant."""
        least = LEAST_ALIKE * self.shares[self.best]
        return [one for one, share in self.shares.items() if share >= least and one is not self.best]


@lru_cache(maxsize=64)  # several claims ask
def beside(facts: Facts, body: Facts) -> tuple[Beside, ...]:
    """Each clause of a text, or sentence of one in another language, that a sentence of the body tells."""
    return tuple(_beside(facts, body))


def _beside(facts: Facts, body: Facts) -> Iterator[Beside]:
    is_of_one = facts.language[:2] == body.language[:2]
    for own in facts.clauses if is_of_one else facts.sentences:
        shares = by_words(own, body.sentences) if is_of_one else _by_facts(facts, own, body)
        if shares:
            yield Beside(own, max(shares, key=shares.get), shares)


def by_words(own: Part, parts: Parts, fewest: int = FEWEST_WORDS) -> dict[Part, float]:
    """How much of a part's words other parts have; none when none has most of them."""
    if len(own.words) < fewest:
        return {}
    shares = {one: count / len(own.words) for one, count in parts.sharing(own).items()}
    return shares if max(shares.values(), default=0) >= MOST_ALIKE else {}


def _by_facts(facts: Facts, own: Part, body: Facts) -> dict[Part, float]:
    """By the facts of a part that few sentences have; none when two sentences have them alike."""
    shares, counts = defaultdict(float), Counter()
    for places in filter(None, (_places(body, one) for one in _facts_in(facts, own))):
        having = {body.sentences.at(place) for place in places}
        for one in having:
            shares[one] += 1 / len(having)
            counts[one] += 1
    shares = {one: shares[one] for one in sorted(shares, key=lambda one: one.start)}
    best = max(shares, key=shares.get, default=None)
    if best is None or counts[best] < FEWEST_FACTS:
        return {}
    rivals = [one for one, share in shares.items() if share >= APART * shares[best] and one is not best]
    return {} if rivals else shares


def shared_places(facts: Facts, laid: Beside, body: Facts) -> list[tuple[int, int]]:
    """Where a part has the facts that the sentence of a body has as well, and where that has each first."""
    rows = {
        fact.start: [place for place in _places(body, fact) if laid.best.holds(place)]
        for fact in _facts_in(facts, laid.own)
    }
    return [(start, min(row)) for start, row in rows.items() if row]


def _facts_in(facts: Facts, part: Part) -> list:
    numbers = [one for one in facts.numbers if not one.is_small]
    named = {one.keys: one for one in reversed(facts.mentions) if part.holds(one.start)}
    return [*(one for one in (*numbers, *facts.dates) if part.holds(one.start)), *named.values()]


def _places(body: Facts, fact) -> list[int]:
    if isinstance(fact, Quantity):
        return [one.start for one in body.readings if one.worths & fact.worths]
    if isinstance(fact, PartOfDate) and fact.weekday is not None:
        return [one.start for one in body.dates if fact.weekday in _weekdays(body, one)]
    if isinstance(fact, PartOfDate):
        return [one.start for one in body.dates if one.agrees(fact) and fact.day in (None, one.day)]
    if fact.is_capital:
        capitals = {key for key in fact.keys if key.startswith("capital:")}
        return [one.start for one in body.mentions if not one.keys.isdisjoint(capitals)]
    named = [one.start for one in body.mentions if not one.keys.isdisjoint(fact.keys) and not one.is_capital]
    return named + [
        at for at, keys in countries_in_short(body.reading.folded) if not keys.isdisjoint(fact.keys)
    ]


def _weekdays(body: Facts, day: PartOfDate) -> set[int]:
    """The weekdays that a day of a text may be, by the day of printing."""
    if day.weekday is not None or not day.day:
        return {day.weekday} - {None}
    return {
        date(one.year, one.month, one.day).weekday()
        for one in body.near
        if one.year and one.month and one.day == day.day and day.month in (None, one.month)
    }
