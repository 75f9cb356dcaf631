"""Whether a text bears out what another one states."""

import re
from fractions import Fraction

from articles.summaries.checks.consonants import may_be_heard
from articles.summaries.checks.facts import Facts
from articles.summaries.checks.names import Mention, Names
from articles.text.language import IN_HANGUL, IN_KATAKANA
from articles.text.quantities.partial_dates import PartOfDate
from articles.text.quantities.quantity import THINGS, Quantity

MOST_DECIMALS = 6
LEAST_ROUNDED = 1000  # smaller numbers are copied, not rounded
NEAR_A_SHARE = Fraction(15, 100)  # by which a share may be passed and still be told as passed
# How many days each is.
LENGTHS = {
    "century": 36500, "decade": 3650, "year": 365, "quarter": 91, "month": 30, "fortnight": 14, "week": 7,
    "day": 1, "hour": Fraction(1, 24), "minute": Fraction(1, 1440), "second": Fraction(1, 86400),
}  # fmt: skip
ROUNDED_LENGTHS = ("year", "month", "week", "day", "hour", "minute")  # that are told in one another
CONVERTED_TIMES = (*LENGTHS, "clock")
NEAR_A_LENGTH = Fraction(1, 10)
# What stands between the numbers of a list or range, which have their unit behind the last.
GOES_ON = re.compile(r"\s?(?:[、,~\-–—至到或和与及¤]|(?:and|or|to)(?![a-z]))")
COUNTED = (*THINGS, "person", "term")  # one by one, so that so many of other things are none of them
COUNTER = re.compile(
    r"\s?(?!人次|[笔份口位个])[\u4e00-\u9fff]"
)  # of things that are in no table of units, nor people; 個 counts whatever there is
# Contradicted by one another alone: many texts leave them out.
MEASURES = (
    "nanometre",
    "micrometre",
    "metre",
    "kilometre",
    "mile",
    "nautical_mile",
    "square_metre",
    "hectare",
    "square_kilometre",
    "kilogram",
    "tonne",
)
CAPITAL = re.compile(r"首都|수도(?![가-힣])|(?<![a-z])capital(?![a-z])(?!\s(?:of\s)?(?:city|market|fund))")
WEEK = 7
WEEKDAY_GAP = re.compile(r"\s?[,，、(（]?\s?(?:the\s)?")  # between a weekday and its date
LISTED = 12  # countries that a text may name one by one instead of counting them
# Kinds of names of which the lists have the spelling of every language that they know at all.
LISTED_IN_FULL = ("city:", "company:")
# The country that a report leaves out as its own, by the language of the report.
HOME = {"ja": "country:日本", "ko": "country:南韓", "zh-Hant": "country:台灣", "zh-Hans": "country:中國"}
OWN_SCRIPT = {"ko": IN_HANGUL, "ja": IN_KATAKANA}
PRECISE_UNITS = ("percent", "point", "year", "month", "week", "day", "hour", "minute")


def bears_number(facts: Facts, number: Quantity) -> bool:
    """Whether a number stands in a text in any notation, or rounded where the summary says about so many."""
    if number.worths & facts.worths or any(_is_about(number, other) for other in facts.readings):
        return True
    if any(_is_year(value) and _bears_year(facts, int(value)) for value in number.worths):
        return True
    return any(
        (
            _are_comparable(number, other)
            and (are_rounded(number, other) or (other.rounded and are_rounded(other, number)))
        )
        or lasts_about(number, other)
        for other in facts.readings
    )


def lasts_about(number: Quantity, other: Quantity) -> bool:
    """Whether a length of time is told in another unit: three months for 90 days, 1½ roughly for 43."""
    if number.unit == other.unit or not {number.unit, other.unit} <= set(ROUNDED_LENGTHS):
        return False
    days, other_days = number.exact_value * LENGTHS[number.unit], other.exact_value * LENGTHS[other.unit]
    if number.rounded in ("over", "under"):
        beyond = other_days - days if number.rounded == "over" else days - other_days
        if 0 <= beyond < LENGTHS[number.unit]:
            return True
    if not (number.rounded or number.exact_value.denominator > 1):
        return days == other_days
    return abs(days - other_days) <= other_days * NEAR_A_LENGTH


def are_told_alike(one: Quantity, other: Quantity) -> bool:
    """Whether one of two numbers is the other one rounded, whichever it is: 13.2 % and 13 %."""
    return _are_comparable(one, other) and (are_rounded(one, other) or are_rounded(other, one))


def _are_comparable(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers count in one unit, and in no different currencies; "ten" may be per cent."""
    units = {one.unit, other.unit}
    if one.compared_unit != other.compared_unit and units != {"", "percent"}:
        return False
    return not (one.currencies and other.currencies and one.currencies.isdisjoint(other.currencies))


def _is_about(share: Quantity, other: Quantity) -> bool:
    """Whether a share is what a percentage is told as: "more than a quarter" for 26 %."""
    if not share.rounded or other.unit != "percent" or share.unit or not 0 < share.exact_value < 1:
        return False
    beyond = (other.exact_value / Fraction(100) - share.exact_value) / share.exact_value
    return 0 <= {"over": beyond, "under": -beyond, "about": abs(beyond)}[share.rounded] <= NEAR_A_SHARE


def are_rounded(rounded: Quantity, number: Quantity) -> bool:
    """Whether a number is what another one says about: 3,514 and some 3,500."""
    return any(
        is_rounded(value, worth, rounded.rounded) for value in rounded.worths for worth in number.worths
    )


def contradicts(facts: Facts, number: Quantity) -> bool:
    """Whether a text counts in a number's unit, yet never so many: 48 hours where only days come to 48.

    A number of the same worth in another unit is no support, unless it was converted (18 months).
    """
    if _is_in_another_currency(facts, number):
        return True
    alike = [other for other in facts.readings if other.worths & number.worths]
    if number.unit in MEASURES:
        units = {other.unit for other in alike}
        return units.isdisjoint({"", number.unit}) and not units.isdisjoint(MEASURES)
    if number.unit in COUNTED and not number.is_ordinal and number.exact_value.denominator == 1:
        alike += [other for other in facts.readings if are_rounded(number, other)]
        return _counts_otherwise(facts, number, alike)
    if number.compared_unit not in PRECISE_UNITS or _is_lone_day(facts, number):
        return False
    if any(_count_alike(facts, other, number) for other in alike):
        return False
    if any(lasts_about(number, other) for other in facts.readings):
        return False
    same_unit = [other for other in facts.numbers if other.compared_unit == number.compared_unit]
    if not same_unit:
        return bool(alike) and number.worths.isdisjoint(facts.implied)
    if number.unit == "percent":  # 六成 is six tenths as well, but 5.3 per cent are none of them
        return not any(_are_rounded_values(other, number) for other in same_unit)
    return not any(are_rounded(other, number) or are_rounded(number, other) for other in same_unit)


def _is_lone_day(facts: Facts, number: Quantity) -> bool:
    """Whether a text prints so many days as it prints a day of no month: 25일, 二十日."""
    return number.unit == "day" and any(
        one.day == number.exact_value and one.month is None for one in facts.dates
    )


def _are_rounded_values(one: Quantity, other: Quantity) -> bool:
    first, second = one.exact_value, other.exact_value
    return is_rounded(first, second, one.rounded) or is_rounded(second, first, other.rounded)


def _counts_otherwise(facts: Facts, number: Quantity, alike: list[Quantity]) -> bool:
    """Whether a text counts a number's things, yet never so many, and has so many of other things at most."""
    if any(_may_count(facts, other, number) for other in alike):
        return False
    counted = [other for other in facts.readings if other.unit == number.unit and not other.is_ordinal]
    is_many = all(value > LISTED for value in number.values)
    if not counted or (number.unit == "country" and not is_many):
        return False
    return not any(other.worths & number.worths or are_rounded(number, other) for other in counted)


def _may_count(facts: Facts, other: Quantity, number: Quantity) -> bool:
    """Whether a number counts another one's things, the fourth of them as well, or does not say what.

    三條 are no ships.
    """
    is_bare = not (other.unit or other.is_ordinal) and not COUNTER.match(facts.reading.folded, other.end)
    return is_bare or other.unit == number.unit


def _count_alike(facts: Facts, other: Quantity, number: Quantity) -> bool:
    """Whether a number of the same worth has the same unit, one it was converted from, or none yet.

    Two weeks bear 14 days out, but neither two years nor, as five firms, five years.
    """
    units = {other.unit, number.unit}
    is_counted_in_points = units in ({"clock", "score"}, {"", "score"})
    is_share = number.unit in ("percent", "point")  # half a year is six months, and no six per cent
    is_converted = not other.worths & number.worths <= other.values & number.values
    is_converted &= not (is_share and other.unit in CONVERTED_TIMES)
    if is_converted or is_counted_in_points or other.compared_unit == number.compared_unit:
        return True
    if units == {"age", "year"}:  # a 12-year-old agreement
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


def is_rounded(value: int | Fraction, worth: int | Fraction, how: str) -> bool:
    """Whether a worth, rounded to the last figure of the value that is no nought, gives the value.

    how: "about", "over" or "under"; "" where nothing says that the value is rounded.
    """
    if abs(worth - value) > max(abs(value), 1):  # no last figure is worth more than all
        return False
    step, figures = _last_figure(value)
    if value.denominator == 1 and worth.denominator > 1 and not how:
        return abs(worth - value) <= Fraction(1, 2)
    if step == 1 and worth.denominator > 1:
        return abs(worth - value) < 1
    if how and step < 1:  # "almost four and a half" for 4 years and 5 months
        return abs(worth - value) < (Fraction(1, 2) if value.denominator == 2 else step)
    if how == "under" and 2 * worth < value:  # nearly one tenth is no three per cent
        return False
    if how in ("over", "under") and step > 1:
        return 0 <= (worth - value if how == "over" else value - worth) < step
    if how and step > 1:
        return abs(worth - value) <= step / 2
    is_told_shorter = step < 1 and worth.denominator > value.denominator
    is_large = step >= 100 and figures > 1 and value >= LEAST_ROUNDED
    return (is_told_shorter or is_large) and abs(worth - value) <= step / 2


def _last_figure(value: int | Fraction) -> tuple[int | Fraction, int]:
    """The worth of one in the last figure that is no nought, and how many figures there are up to it."""
    if not value:
        return 1, 1
    if value.denominator > 1:  # a third has no last figure
        steps = (Fraction(1, 10**places) for places in range(1, MOST_DECIMALS))
        return next((step for step in steps if (value / step).denominator == 1), Fraction(0)), 2
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
        return stated.month in facts.months and not _is_of_another_year(facts, stated)
    wanted = PartOfDate(0, 0, month=stated.month, day=stated.day)
    whole = [one for one in facts.all_dates if one.day and (one.month or stated.month is None)]
    if any(wanted.agrees(PartOfDate(0, 0, month=one.month, day=one.day)) for one in whole):
        return True
    lone_days = {one.day for one in facts.all_dates if one.day and one.month is None}
    if any(_follows(facts, one, stated) for one in whole if one.month):
        return True
    is_duration = stated.month is None and stated.day in facts.worths
    # Where no date of printing is known, the month of a lone 24日 is not known either.
    is_open = not facts.near or stated.month in facts.months
    return is_duration or (stated.day in lone_days and is_open)


def _follows(facts: Facts, one: PartOfDate, stated: PartOfDate) -> bool:
    """Whether a text prints a date with its weekday, and another weekday that is so many days from it.

    The 18th, a Monday, makes the 19th of a Tuesday.
    """
    if one.month != (stated.month or one.month):
        return False
    days = stated.day - one.day
    known = [day for day in facts.dates if day.weekday is not None]
    own = [day.weekday for day in known if one in dates_beside(facts, day)]
    return abs(days) < WEEK and any(
        (weekday + days) % WEEK == day.weekday for weekday in own for day in known
    )


def dates_beside(facts: Facts, weekday: PartOfDate) -> list[PartOfDate]:
    """The dates right beside which a text prints a weekday."""
    text = facts.reading.folded
    return [
        one
        for one in facts.dates
        if one.day
        and one.month
        and WEEKDAY_GAP.fullmatch(text[min(one.end, weekday.end) : max(one.start, weekday.start)])
    ]


def _is_of_another_year(facts: Facts, stated: PartOfDate) -> bool:
    """Whether a text prints months of a year, that year's month not among them, nor without a year."""
    of_year = {one.month for one in facts.dates if one.month and one.year == stated.year}
    yearless = {one.month for one in facts.dates if one.month and not one.year}
    is_other = bool(stated.year and of_year) and stated.month not in of_year | yearless
    return is_other and (facts.printed_in != stated.year)


def _bears_year(facts: Facts, year: int) -> bool:
    """Whether a text prints a year, or from when it reckons: 81 years ago, for five years.

    One whose day of printing is not known says next year of any that is later than all it prints.
    """
    if year in facts.years or (facts.printed_in and _is_reckoned(facts, year)):
        return True
    return facts.is_year_open and year > max(facts.years, default=0)


def _is_reckoned(facts: Facts, year: int) -> bool:
    """Whether so many years lie between a year and the text's own."""
    lie_between = abs(facts.printed_in - year)
    return any(one.compared_unit == "year" and lie_between in one.worths for one in facts.readings)


def _bears_weekday(facts: Facts, stated: PartOfDate) -> bool:
    """Only a text that prints weekdays, or days close to its own, can be wrong about one."""
    printed = {one.weekday for one in facts.dates if one.weekday is not None}
    if printed or facts.is_dated_closely:
        return stated.weekday in printed | weekdays_of(facts)
    return True


def weekdays_of(facts: Facts, only: PartOfDate | None = None) -> set[int]:
    """The weekdays of the dates in a text, or of one alone, by every year that it speaks of."""
    from datetime import date

    found = set()
    for one in [only] if only else facts.all_dates:
        for year in {one.year} if one.year else facts.years:
            if one.month and one.day:
                try:
                    found.add(date(year, one.month, one.day).weekday())
                except ValueError:  # 29 February of another year
                    continue
    return found


def bears_name(facts: Facts, mention: Mention) -> bool:
    """Whether a text names what a summary does; a capital as a place by its own name, or as the capital."""
    wanted = mention.keys
    if mention.is_capital_as_place and not CAPITAL.search(facts.reading.folded):
        wanted = frozenset(key for key in wanted if not key.startswith("country:"))
    return bool(wanted & facts.keys)


def is_unreadable(facts: Facts, mention: Mention, names: Names) -> bool:
    """Whether a Japanese or Korean text may name what a summary does, in letters in which nobody knows it.

    A name is looked for by its labels in the text's own script, and by the sounds of its Latin ones.
    """
    script = OWN_SCRIPT.get(facts.language)
    if script is None:
        return False
    labels = [label for key in mention.keys for label in names.labels_of(key)]
    if all(key.startswith(LISTED_IN_FULL) for key in mention.keys):
        return not any(script.search(label) for label in labels)
    is_heard = any(label.isascii() and may_be_heard(label, facts.consonants) for label in labels)
    return is_heard or not any(script.search(label) for label in labels)
