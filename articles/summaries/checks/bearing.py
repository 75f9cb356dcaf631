"""Which words of a text bear a statement out, and what it has instead of one that nothing bears out."""

from dataclasses import dataclass
from fractions import Fraction

from articles.summaries.checks.claims.aligned.shared import shared
from articles.summaries.checks.comparing import Side, Stated
from articles.summaries.checks.derived import derivations
from articles.summaries.checks.facts import Facts
from articles.summaries.checks.names import Mention
from articles.summaries.checks.support import are_rounded
from articles.text.quantities.partial_dates import PartOfDate
from articles.text.quantities.quantity import Quantity

MOST_PLACES = 3  # of one statement; a country's name stands in every paragraph
BEFORE = 8  # characters by which one of several 三 is told from the others
# A number is another one gone wrong when it has its figures in another order of size, or is near it.
NEAR = 2
LITTLE, MUCH = 0.5, 1.2  # of what stands around both, for a number that is like it, and for any


@dataclass(frozen=True)
class Place:
    """Words of a text, and what stands right before them."""

    before: str
    quote: str


@dataclass(frozen=True)
class Borne:
    """A statement of a summary with the words that bear it out. other: words of the other languages."""

    language: str
    field: str
    rule: str
    quote: str
    body: tuple[Place, ...]
    other: tuple[str, ...]


def borne_out(sides: list[Side], body: Facts) -> list[Borne]:
    """Each number, date and name of the summaries that the body has, in reading order."""
    return [
        Borne(
            side.language,
            one.field,
            one.rule,
            one.quote,
            tuple(_place(body, *span) for span in places_in(body, one.fact)[:MOST_PLACES]),
            tuple(
                dict.fromkeys(quote for other in sides if other is not side for quote in _quotes(other, one))
            ),
        )
        for side in sides
        for one in side.stated
        if one.is_borne
    ]


def _quotes(side: Side, one: Stated) -> list[str]:
    return [side.whole.reading.quote(*span) for span in places_in(side.whole, one.fact)[:MOST_PLACES]]


def _place(facts: Facts, start: int, end: int) -> Place:
    line = facts.reading.text.rfind("\n", 0, start) + 1
    return Place(facts.reading.text[max(line, start - BEFORE) : start], facts.reading.text[start:end])


def places_in(facts: Facts, fact: Quantity | PartOfDate | Mention) -> list[tuple[int, int]]:
    """Where a text has a number, date or name, in any notation."""
    if isinstance(fact, Quantity):
        found = _numbers(facts, fact)
    elif isinstance(fact, PartOfDate):
        found = [one for one in facts.dates if one.agrees(fact) and fact.day in (None, one.day)]
    else:
        found = [one for one in facts.mentions if one.keys & fact.keys]
    return [(one.start, max(one.end, getattr(one, "until", 0))) for one in found]


def _numbers(facts: Facts, number: Quantity) -> list[Quantity]:
    alike = [one for one in facts.readings if one.worths & number.worths]
    if alike:
        same = [one for one in alike if one.unit == number.unit]
        return (
            same or [one for one in alike if one.values & number.values] or alike
        )  # 30, or two years and a half
    rounded = [one for one in facts.numbers if are_rounded(one, number) or are_rounded(number, one)]
    return rounded or [one for pair in derivations(facts, number) for one in pair]


def instead_of(facts: Facts, one: Stated) -> str:
    """What a text has where a summary states what it does not have; "" when nothing is like it."""
    if isinstance(one.fact, Quantity):
        found = _like_number(facts, one)
    elif isinstance(one.fact, PartOfDate):
        found = _like_date(facts, one.fact)
    else:
        return ""
    return facts.reading.quote(found.start, max(found.end, getattr(found, "until", 0))) if found else ""


def _like_number(facts: Facts, one: Stated) -> Quantity | None:
    """The number of the same unit around which most of the same stands, or the only one that is near; else
    one of the same worth. None where nothing says that it is meant: an article counts many things.
    """
    number = one.fact
    alike = [
        other
        for other in facts.numbers
        if other.unit == number.unit
        and other.is_ordinal == number.is_ordinal
        and bool(other.currencies) == bool(number.currencies)
    ]
    same_worth = [other for other in facts.numbers if other.worths & number.worths]
    if same_worth and len(_figures(number.exact_value)) > 1:
        return _meant(facts, one, same_worth, LITTLE)
    near = [other for other in alike if _distance(other, number) < NEAR]
    if near and len(alike) == 1:
        return near[0]
    return (
        _meant(facts, one, alike, MUCH)
        or _meant(facts, one, near, LITTLE)
        or _meant(facts, one, same_worth, MUCH)
    )


def _meant(facts: Facts, one: Stated, others: list[Quantity], least: float) -> Quantity | None:
    """The number for which most speaks, when that is enough."""
    common = shared(one.facts, facts)
    supports = [
        (common.support((one.fact.start, one.fact.end), (each.start, each.end)), each) for each in others
    ]
    support, best = max(supports, key=lambda each: each[0], default=(0, None))
    return best if support >= least else None


def _distance(one: Quantity, other: Quantity) -> Fraction:
    """0 for the same figures in another order, else how many times one is the other, less one."""
    first, second = sorted((one.exact_value, other.exact_value))
    if sorted(_figures(first)) == sorted(_figures(second)):
        return Fraction(0)
    return second / Fraction(first) - 1 if first > 0 else Fraction(NEAR)


def _figures(value) -> str:
    return str(float(value)).replace(".", "").strip("0") if value < 10**15 else ""


def _like_date(facts: Facts, date: PartOfDate) -> PartOfDate | None:
    """The date that differs in one of its parts."""
    printed = [part for part in ("year", "month", "day", "weekday") if getattr(date, part) is not None]
    alike = [one for one in facts.dates if all(getattr(one, part) is not None for part in printed)]
    shared = {id(one): sum(getattr(one, part) == getattr(date, part) for part in printed) for one in alike}
    best = max(alike, key=lambda one: shared[id(one)], default=None)
    return best if best and shared[id(best)] >= len(printed) - 1 else None
