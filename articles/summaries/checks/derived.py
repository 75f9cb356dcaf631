"""Numbers that a summary works out from two of one sentence: a difference, a share, so many a year."""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations, pairwise

from articles.summaries.checks.facts import Facts
from articles.summaries.checks.support import is_rounded
from articles.text.quantities.quantity import Quantity

SENTENCE_END = re.compile(r"[。！？!?\n]|\.(?=\s|$)")
EACH = re.compile(r"每|各|(?<![a-z])(?:each|every|per|a\s(?:year|month|week|day)|annual(?:ly)?)(?![a-z])")
# A share is worked out loosely: 63 of 180 are "more than a third", 8.7 of 24 "about a third".
NEAR = Fraction(1, 10)
# Two numbers of a sentence come near some small number by chance.
LEAST_DERIVED = 4
SHARES = ("percent", "point")
MOST_BEYOND = Fraction(1, 2)  # years by which a rounded number of them may be passed


def derivations(facts: Facts, number: Quantity) -> Iterator[tuple[Quantity, Quantity]]:
    """The pairs of a text's numbers from which a number can be worked out."""
    for sentence, known in _sentences(facts):
        is_each = bool(EACH.search(sentence))
        for one, other in combinations(known, 2):
            if _is_share_of(number, one, other) or _is_worked_out(number, one, other, is_each=is_each):
                yield one, other


def _sentences(facts: Facts) -> Iterator[tuple[str, list[Quantity]]]:
    text, start = facts.reading.folded, 0
    for end in [*(match.end() for match in SENTENCE_END.finditer(text)), len(text)]:
        known = [one for one in facts.numbers if start <= one.start < end and not one.is_ordinal]
        if len(known) > 1:
            yield text[start:end], known
        start = end


def _is_worked_out(number: Quantity, one: Quantity, other: Quantity, *, is_each: bool) -> bool:
    value, first, second = number.exact_value, one.exact_value, other.exact_value
    is_of_shares = one.unit == other.unit and one.unit in SHARES and number.compared_unit == "point"
    if number.is_ordinal or (value < LEAST_DERIVED and not is_of_shares):
        return False
    if _is_alike(one, other) and _are_counts(one, other) and _counts_the_same(number, one):
        worked_out = abs(first - second), first + second
        return value in worked_out or any(is_rounded(value, one, number.rounded) for one in worked_out)
    return (
        is_each
        and _counts_the_same(number, one) | _counts_the_same(number, other)
        and value == first * second
        and min(first, second) > 1
    )


def _are_counts(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers are ones to reckon with: one pair is none, and a few of nothing in particular."""
    return all(each.unit or each.exact_value >= LEAST_DERIVED for each in (one, other))


def _is_alike(one: Quantity, other: Quantity) -> bool:
    return one.unit == other.unit and one.currencies == other.currencies


def _counts_the_same(number: Quantity, other: Quantity) -> bool:
    """Whether a number may count what another one does; points are what percentages differ by."""
    units = {number.unit, other.unit} - {""}
    return number.currencies == other.currencies and (
        len(units) < 2 or units <= {"point", "score", "percent"}
    )


def _is_share_of(number: Quantity, one: Quantity, other: Quantity) -> bool:
    share = number.exact_value
    first, second = sorted((one.exact_value, other.exact_value))
    if not (0 < share < 1 and first > 0) or number.unit or not _is_alike(one, other) or one.unit == "percent":
        return False
    return abs(first / Fraction(second) - share) <= share * NEAR


def lies_between(facts: Facts, number: Quantity) -> bool:
    """Whether so much time lies between two dates of a text, that of printing among them: 2017 to 2025."""
    if number.unit == "day":
        return any(number.exact_value in (days, days + 1) for days in _days_between(facts))
    if number.compared_unit not in ("year", "century") and (
        number.unit or number.exact_value.denominator != 2
    ):
        return False
    return _lies_between_months(facts, number) or _lies_between_years(facts, number)


def _lies_between_months(facts: Facts, number: Quantity) -> bool:
    is_loose = number.exact_value.denominator == 2 or (number.rounded and number.exact_value > 1)
    months = combinations(_months(facts), 2) if is_loose else ()
    return any(_is_near(number, Fraction(abs(one - other), 12)) for one, other in months)


def _lies_between_years(facts: Facts, number: Quantity) -> bool:
    told = max(number.worths, default=0)
    between = {abs(one - other) for one, other in combinations(facts.years, 2)}
    is_told = told in between or any(is_rounded(told, years, number.rounded) for years in between)
    return told >= LEAST_DERIVED and is_told


def _is_near(number: Quantity, years: Fraction) -> bool:
    """Whether years and months are told so: three and a half years for 42 months, almost eight for 94."""
    beyond = years - number.exact_value
    if number.rounded in ("over", "under"):
        return 0 <= (beyond if number.rounded == "over" else -beyond) <= MOST_BEYOND
    return abs(beyond) <= MOST_BEYOND / 2


def _months(facts: Facts) -> set[int]:
    """The months of which a text prints the year, counted from no year on."""
    return {12 * one.year + one.month for one in facts.all_dates if one.year and one.month}


def _days_between(facts: Facts) -> Iterator[int]:
    """How many days lie between a date and the next one that a text prints: the 15th to the 17th."""
    for one, other in pairwise(facts.dates):
        if one.weekday is not None and other.weekday is not None:
            yield (other.weekday - one.weekday) % 7
        elif one.day and other.day and one.month == other.month:
            yield other.day - one.day
