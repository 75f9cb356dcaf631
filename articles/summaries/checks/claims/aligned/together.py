"""What two languages of a summary tell together, and what each has in the place of what the other has."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from articles.summaries.checks.claims.aligned.kinds import Told, kinds
from articles.summaries.checks.claims.beside import beside
from articles.summaries.checks.claims.pairing import are_alike, are_of_a_kind, told
from articles.summaries.checks.clauses import Part
from articles.summaries.checks.facts import Facts
from articles.text.quantities.quantity import Quantity

FEW = frozenset(range(2, 13))
# What both languages call by its name; bodies and countries have too many.
NAMED = ("turn", "place", "press", "firm")


def told_together(one: Facts, other: Facts) -> list[tuple[Part, Part]]:
    """The sentences of two languages that tell one thing."""
    pairs = [(laid.own, laid.best) for laid in beside(one, other)]
    pairs += [(laid.best, laid.own) for laid in beside(other, one)]
    return list(dict.fromkeys(pairs))


def replaced(one: Facts, other: Facts) -> Iterator[tuple]:
    """The facts that each of two languages has in the other's place, where they tell one thing."""
    for own, their in told_together(one, other):
        for kind in NAMED:
            yield from _named_otherwise(kind, one, own, other, their)
        for counts in (_counts, _few):
            yield from _counted_otherwise(one, own, counts(one), other, their, counts(other))


def _named_otherwise(kind: str, one: Facts, own: Part, other: Facts, their: Part) -> Iterator[tuple]:
    ours, theirs = kinds(one).get(kind, []), kinds(other).get(kind, [])
    only = _only(ours, own, theirs, other), _only(theirs, their, ours, one)
    if len(only[0]) == len(only[1]) == 1:
        yield only[0][0], only[1][0]


def _only(told: list[Told], part: Part, others: list[Told], other: Facts) -> list[Told]:
    """What is told in a part alone; a number that the other text has in any sense, draw 18144, is in both."""
    return [
        one
        for one in _within(told, part)
        if one.is_sure
        and one.values.isdisjoint(other.worths)
        and not any(one.may_agree(each) for each in others)
    ]


def _counted_otherwise(
    one: Facts, own: Part, ours: list[Quantity], other: Facts, their: Part, theirs: list[Quantity]
) -> Iterator[tuple]:
    left = [number for number in _within(ours, own) if not _is_counted(number, theirs, other, their)]
    others = [number for number in _within(theirs, their) if not _is_counted(number, ours, one, own)]
    if len(left) == len(others) == 1 and are_of_a_kind(left[0], others[0]):
        yield left[0], others[0]


def _is_counted(number: Quantity, others: list[Quantity], facts: Facts, part: Part) -> bool:
    """Whether a text has a number, or its sentence has it in any sense: the fourth of them makes four."""
    return any(are_alike(number, other) for other in others) or any(
        not number.worths.isdisjoint(other.worths) for other in _within(facts.readings, part)
    )


@lru_cache(maxsize=64)
def _counts(facts: Facts) -> list[Quantity]:
    """The numbers that say what they count."""
    return [one for one in told(facts) if (one.unit or one.currencies) and not one.is_ordinal]


@lru_cache(maxsize=64)
def _few(facts: Facts) -> list[Quantity]:
    """The counts that languages say in words, of things in no table of units as well."""
    return [one for one in told(facts) if one.values <= FEW and not (one.is_ordinal or one.currencies)]


def _within(facts: Sequence, part: Part) -> list:
    return [one for one in facts if part.holds(one.start)]
