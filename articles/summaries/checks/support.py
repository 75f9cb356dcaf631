"""Whether a text bears out what another one states."""

import re
from fractions import Fraction

from articles.summaries.checks.facts import Facts
from articles.summaries.checks.names import Mention
from articles.text.quantities.partial_dates import PartOfDate
from articles.text.quantities.quantity import Quantity

LEAST_ROUNDED = 1000  # smaller numbers are copied, not rounded
NEAR_A_SHARE = Fraction(15, 100)  # by which a share may be passed and still be told as passed
# What stands between the numbers of a list or range, which have their unit behind the last.
GOES_ON = re.compile(r"\s?(?:[、,~\-–—至到或和与及¤]|(?:and|or|to)(?![a-z]))")
MEASURES = ("metre", "kilometre", "tonne")  # contradicted by one another alone: many texts leave them out
PRECISE_UNITS = ("percent", "point", "year", "month", "week", "day", "hour", "minute")


def bears_number(facts: Facts, number: Quantity) -> bool:
    """Whether a number stands in a text in any notation, or rounded where the summary says about so many."""
    if number.worths & facts.worths or any(_is_about(number, other) for other in facts.readings):
        return True
    if any(_is_year(value) and _bears_year(facts, int(value)) for value in number.worths):
        return True
    if any(_is_rounded(value, worth, number.rounded) for value in number.worths for worth in facts.worths):
        return True
    return any(are_rounded(other, number) for other in facts.readings if other.rounded)


def _is_about(share: Quantity, other: Quantity) -> bool:
    """Whether a share is what a percentage is told as: "more than a quarter" for 26 %."""
    if not share.rounded or other.unit != "percent" or share.unit or not 0 < share.exact_value < 1:
        return False
    beyond = (other.exact_value / Fraction(100) - share.exact_value) / share.exact_value
    return 0 <= {"over": beyond, "under": -beyond, "about": abs(beyond)}[share.rounded] <= NEAR_A_SHARE


def are_rounded(rounded: Quantity, number: Quantity) -> bool:
    """Whether a number is what another one says about: 3,514 and some 3,500."""
    return any(
        _is_rounded(value, worth, rounded.rounded) for value in rounded.worths for worth in number.worths
    )


def contradicts(facts: Facts, number: Quantity) -> bool:
    """Whether a text counts in a number's unit, yet never so many: 48 hours where only days come to 48.

    A number of the same worth in another unit is no support, unless it was converted (18 months).
    """
    if _is_in_another_currency(facts, number):
        return True
    alike = [other for other in facts.readings if other.worths & number.worths]
    if number.unit in MEASURES:
        return bool(alike) and all(other.unit in set(MEASURES) - {number.unit} for other in alike)
    if number.compared_unit not in PRECISE_UNITS:
        return False
    if any(_count_alike(facts, other, number) for other in alike):
        return False
    same_unit = [other for other in facts.numbers if other.compared_unit == number.compared_unit]
    if not same_unit:
        return bool(alike) and number.worths.isdisjoint(facts.implied)
    return not any(are_rounded(other, number) or are_rounded(number, other) for other in same_unit)


def _count_alike(facts: Facts, other: Quantity, number: Quantity) -> bool:
    """Whether a number of the same worth has the same unit, one it was converted from, or none yet.

    Two weeks bear 14 days out, but neither two years nor, as five firms, five years.
    """
    is_converted = not other.worths & number.worths <= other.values & number.values
    if is_converted or other.compared_unit == number.compared_unit or other.is_ordinal:
        return True
    return not other.unit and bool(GOES_ON.match(facts.reading.folded, other.end))


def _is_in_another_currency(facts: Facts, number: Quantity) -> bool:
    """Whether a text has so much money only in another currency: $7bn where €7bn is printed."""
    alike = [other for other in facts.readings if other.worths & number.worths]
    currencies = [other.currencies for other in alike]
    return bool(number.currencies and currencies) and all(
        theirs and theirs.isdisjoint(number.currencies) for theirs in currencies
    )


def _is_year(value: int | Fraction) -> bool:
    return value.denominator == 1 and 1000 <= value < 3000


def _is_rounded(value: int | Fraction, worth: int | Fraction, how: str) -> bool:
    """Whether a worth, rounded to the last figure of the value that is no nought, gives the value.

    how: "about", "over" or "under"; "" where nothing says that the value is rounded.
    """
    step, figures = _last_figure(value)
    if value.denominator == 1 and step == 1 and worth.denominator > 1:
        return bool(how) and abs(worth - value) < 1
    if how in ("over", "under") and step > 1:
        return 0 <= (worth - value if how == "over" else value - worth) < step
    if how and step > 1:
        return abs(worth - value) <= step / 2
    return step >= 100 and figures > 1 and value >= LEAST_ROUNDED and abs(worth - value) <= step / 2


def _last_figure(value: int | Fraction) -> tuple[int, int]:
    """The power of ten of the last figure that is no nought, and how many figures there are up to it."""
    if value.denominator != 1 or not value:
        return 1, 1
    digits = str(int(value)).rstrip("0")
    return 10 ** (len(str(int(value))) - len(digits)), len(digits)


def bears_date(facts: Facts, stated: PartOfDate) -> bool:
    """Whether a text prints a date, if in parts: 24日 beside another date of August makes 24 August."""
    if stated.weekday is not None:
        return _bears_weekday(facts, stated)
    if stated.year and not _bears_year(facts, stated.year):
        return False
    if stated.month is None and stated.day is None:
        return True
    if stated.day is None:
        return stated.month in facts.months
    wanted = PartOfDate(0, 0, month=stated.month, day=stated.day)
    whole = [one for one in facts.all_dates if one.day and (one.month or stated.month is None)]
    if any(wanted.agrees(PartOfDate(0, 0, month=one.month, day=one.day)) for one in whole):
        return True
    lone_days = {one.day for one in facts.all_dates if one.day and one.month is None}
    is_duration = stated.month is None and stated.day in facts.worths
    # Where no date of printing is known, the month of a lone 24日 is not known either.
    is_open = not facts.near or stated.month in facts.months
    return is_duration or (stated.day in lone_days and is_open)


def _bears_year(facts: Facts, year: int) -> bool:
    """A text whose day of printing is not known says next year of any that is later than all it prints."""
    return year in facts.years or (facts.is_year_open and year > max(facts.years, default=0))


def _bears_weekday(facts: Facts, stated: PartOfDate) -> bool:
    """Only a text that prints weekdays can be wrong about one."""
    printed = {one.weekday for one in facts.dates if one.weekday is not None}
    return not printed or stated.weekday in printed | weekdays_of(facts)


def weekdays_of(facts: Facts) -> set[int]:
    """The weekdays of the dates in a text, by every year that it speaks of."""
    from datetime import date

    found = set()
    for one in facts.all_dates:
        for year in {one.year} if one.year else facts.years:
            if one.month and one.day:
                try:
                    found.add(date(year, one.month, one.day).weekday())
                except ValueError:  # 29 February of another year
                    continue
    return found


def bears_name(facts: Facts, mention: Mention) -> bool:
    """Whether a text names what a summary does; a capital as a place only by its own name."""
    wanted = mention.keys
    if mention.is_capital and mention.is_in_place:
        wanted = frozenset(key for key in wanted if not key.startswith("country:"))
    return bool(wanted & facts.keys)
