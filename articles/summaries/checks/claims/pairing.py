"""Which number of one language stands for which of another one, and the two that are left alone.

Both languages tell one story, so of twenty numbers the one of each that nothing answers stand against each
other: 三艘 where the other has two ships.
"""

from collections.abc import Iterator
from fractions import Fraction

from articles.summaries.checks.facts import Facts
from articles.summaries.checks.support import LENGTHS, MEASURES, are_told_alike, bears_number
from articles.text.quantities.quantity import Quantity

Pair = tuple[Quantity, Quantity]
SHARES = ("percent", "point", "basis_point")
FIRST_YEAR, LAST_YEAR = 1800, 2100  # that reports speak of
NEAR = 10  # two lengths or shares may differ by one part in so many
CONTRARY = {"over": "under", "under": "over"}


def numbers_at_odds(one: Facts, other: Facts) -> list[Pair]:
    """The pairs of numbers of two languages of which one is wrong: rounded to either side, or left alone."""
    ours, theirs = told(one), told(other)
    pairs = list(_pairs(ours, theirs))
    turned = [pair for pair in pairs if CONTRARY.get(pair[0].rounded) == pair[1].rounded != ""]
    left = _left(ours, [first for first, _ in pairs], other)
    others = _left(theirs, [second for _, second in pairs], one)
    alone = _counted(left, others)
    odd = [pair for pair in alone if not (_bears(other, pair[0]) and _bears(one, pair[1]))]
    # What nothing but its being left speaks for is none where either text may have it in another sense.
    last = _sole(_unimplied(left, other), _unimplied(others, one))
    odd += [pair for pair in last if not (_bears(other, pair[0]) or _bears(one, pair[1]))]
    return list(dict.fromkeys([*turned, *odd]))


def _left(numbers: list[Quantity], paired: list[Quantity], other: Facts) -> list[Quantity]:
    """The numbers that nothing in the other language answers, but for ones and the years of dates."""
    taken = set(map(id, paired))
    left = [number for number in numbers if id(number) not in taken and 1 not in number.values]
    return [number for number in left if number.values.isdisjoint(other.years)]


def _unimplied(numbers: list[Quantity], other: Facts) -> list[Quantity]:
    return [number for number in numbers if number.values.isdisjoint(other.implied)]


def _counted(left: list[Quantity], others: list[Quantity]) -> list[Pair]:
    """Those told by their units to be meant for one another and for nothing else."""
    rivals = [
        (number, rival)
        for number in left
        for rival in others
        if _has_unit(number) and _has_unit(rival) and are_of_a_kind(number, rival)
    ]
    return [pair for pair in rivals if sum(pair[0] is one or pair[1] is other for one, other in rivals) == 1]


def _has_unit(number: Quantity) -> bool:
    return bool(number.unit or number.currencies)


def _sole(left: list[Quantity], others: list[Quantity]) -> list[Pair]:
    """The two numbers that are left, when no others are."""
    return (
        list(zip(left, others, strict=True))
        if len(left) == len(others) == 1 and are_of_a_kind(*left, *others)
        else []
    )


def told(facts: Facts) -> list[Quantity]:
    """What a text counts, with the lengths and shares that it has a word for: a fortnight, half."""
    return [one for one in facts.readings if one.is_stated or one.unit in LENGTHS or _is_part(one)]


def _is_part(number: Quantity) -> bool:
    return 0 < number.exact_value < 1


def _pairs(ours: list[Quantity], theirs: list[Quantity]) -> Iterator[Pair]:
    """Each number with the first that says the same and has not been taken, the likest first."""
    free = list(theirs)
    for agree in (_are_equal, _are_equal_lengths, are_alike):
        for number in list(ours):
            match = next((one for one in free if agree(number, one)), None)
            if match is not None:
                free.remove(match)
                ours = [one for one in ours if one is not number]
                yield number, match


def _are_equal(one: Quantity, other: Quantity) -> bool:
    return one.unit == other.unit and one.currencies == other.currencies and bool(one.values & other.values)


def _are_equal_lengths(one: Quantity, other: Quantity) -> bool:
    return one.unit in LENGTHS and other.unit in LENGTHS and are_alike(one, other)


def are_alike(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers may say the same, converted or rounded."""
    if one.unit in LENGTHS and other.unit in LENGTHS and one.unit != other.unit:
        return _are_near(one.exact_value * LENGTHS[one.unit], other.exact_value * LENGTHS[other.unit])
    if not _are_of_one_unit(one, other):
        return False
    if one.worths & other.worths:
        return True
    if _is_part(one) or _is_part(other):
        return _are_near(one.exact, other.exact)
    return are_told_alike(one, other)


def _are_near(one: int | Fraction, other: int | Fraction) -> bool:
    return NEAR * abs(one - other) <= max(one, other)


def _are_of_one_unit(one: Quantity, other: Quantity) -> bool:
    units = {one.unit, other.unit}
    return len(units) == 1 or "" in units or units in ({"age", "year"}, {"fold", "time"})


def are_of_a_kind(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers may be meant for one another, by what they count."""
    if _is_year(one) != _is_year(other):
        return False
    is_money = bool(one.currencies), bool(other.currencies)
    if is_money[0] != is_money[1] or one.is_ordinal != other.is_ordinal:
        return False
    if one.unit in LENGTHS or other.unit in LENGTHS:
        return one.unit in LENGTHS and other.unit in LENGTHS
    is_alike = any(one.unit in units and other.unit in units for units in (MEASURES, SHARES))
    return is_alike or _are_of_one_unit(one, other)


def _is_year(number: Quantity) -> bool:
    """Whether a number without unit is a year, as far as its size tells."""
    return not (number.unit or number.currencies) and FIRST_YEAR <= number.exact_value <= LAST_YEAR


def _bears(facts: Facts, number: Quantity) -> bool:
    alike = [one for one in facts.readings if (one.unit in LENGTHS) == (number.unit in LENGTHS)]
    return bears_number(facts, number) and any(are_alike(number, one) for one in alike)
