"""Lengths of time told in two units, as one number: 四年五個月, 1시간 20분, an hour and twenty minutes."""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from articles.text.quantities.quantity import Quantity

# The unit in which what is left of a larger one is told, and how many of it make one.
PARTS = {
    "year": ("month", 12),
    "week": ("day", 7),
    "day": ("hour", 24),
    "hour": ("minute", 60),
    "minute": ("second", 60),
}
SMALLER = frozenset(unit for unit, _ in PARTS.values())
JOINT = re.compile(r"\s?(?:[又零]|,?\sand\s)?\s?")
BARE_MONTH = re.compile(r"\s?月")  # 三年五月 is a date of some era
ONE_BEFORE = re.compile(r"(?<![a-z])an?\s(?P<unit>year|week|day|hour|minute),?\s(?:and\s)?$")
LONGEST_ONE = 14  # characters of "a minute, and "


def with_durations(text: str, numbers: list[Quantity]) -> list[Quantity]:
    """The numbers of a folded text, of which every two that are one length of time state it together.

    Each of the two is kept as what may be read as a number.
    """
    joined = list(_joined(text, numbers))
    taken = {id(part) for _, parts in joined for part in parts}  # to compare their worths would cost more
    others = [one._replace(is_stated=False) if id(one) in taken else one for one in numbers]
    return sorted([*others, *(whole for whole, _ in joined)], key=lambda one: one.start)


def _joined(text: str, numbers: list[Quantity]) -> Iterator[tuple[Quantity, tuple[Quantity, ...]]]:
    free = 0
    for one, other in pairwise(numbers):
        if one.start >= free and _goes_on(text, one, other):
            yield _together(one, other), (one, other)
            free = other.until
    for number in (one for one in numbers if one.unit in SMALLER):
        before = ONE_BEFORE.search(text, max(0, number.start - LONGEST_ONE), number.start)
        if before and PARTS[before["unit"]][0] == number.unit:
            hour = number._replace(start=before.start(), values=frozenset({1}), unit=before["unit"])
            yield _together(hour, number), (number,)


def _goes_on(text: str, one: Quantity, other: Quantity) -> bool:
    if one.unit == "hour" and other.unit in ("", "score") and text.startswith("分", other.end):  # 1時間50分
        return bool(JOINT.fullmatch(text, one.until, other.start))
    if one.unit not in PARTS or PARTS[one.unit][0] != other.unit:
        return False
    is_month = other.unit != "month" or not BARE_MONTH.fullmatch(text, other.end, other.until)
    return is_month and bool(JOINT.fullmatch(text, one.until, other.start))


def _together(one: Quantity, other: Quantity) -> Quantity:
    times = PARTS[one.unit][1]
    parts = one.exact_value * times + other.exact_value
    whole = Fraction(parts, times)
    return one._replace(
        values=frozenset({whole}),
        end=other.end,
        until=other.until,
        rounded=one.rounded or other.rounded,
        worths=frozenset({whole, parts}),
    )
