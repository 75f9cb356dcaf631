"""Numbers that a summary works out from two of one sentence: a difference, a share, so many a year."""

import re
from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from itertools import combinations, pairwise, product

from articles.summaries.checks.clauses import Part
from articles.summaries.checks.facts import Facts
from articles.summaries.checks.support import is_rounded
from articles.text.quantities.quantity import THINGS, Quantity

EACH = re.compile(r"每|各|(?<![a-z])(?:each|every|per|a\s(?:year|month|week|day)|annual(?:ly)?)(?![a-z])")
# A share is worked out loosely: 63 of 180 are "more than a third", 8.7 of 24 "about a third".
NEAR = Fraction(1, 10)
HALF = Fraction(1, 2)  # of one in a hundred: what is rounded to whole ones may be off by it
# What goes on with what the sentence before tells: of these, 其中, 内訳は.
GOES_ON = re.compile(
    r"\s?[\u3400-\u9fff、，,]{0,8}?(?:其中|当中|うち|内訳|これまで|此前|以往|去年|同期)|.{0,14}?이\s?(?:가운데|중)"
    r"|(?:of|among)\s(?:them|these|those|the)(?![a-z])|(?:previous|earlier|before|until\snow)"
)
BOTH = re.compile(r"双方|两国|两岸|双边|(?<![a-z])(?:both|each\sside|the\stwo)(?![a-z])|양국|양측|両国|双方")
# Two numbers of a sentence come near some small number by chance.
LEAST_DERIVED = 4
LEAST_LEFT = 10  # that one count of single things leaves of another: small ones do so by chance
MOST_SUMMED = 6  # numbers of a sentence that are tried together
# Japan's year of budgets ends in March of the next one, America's begins in October of the one before.
FISCAL_BEHIND = re.compile(r"\s?(?:财年|年度|财政年度|会计年度)")
FISCAL_BEFORE = re.compile(r"(?<![a-z])(?:fiscal|financial)\s(?:year\s)?$")
LONGEST_FISCAL = 15  # characters of "financial year "
HAN = "\u3400"  # the first character of Han
LISTED = re.compile(r"[及和与、][^，,。；]{0,8}")  # a few words name what is counted next
OTHERS = re.compile(r"\s(?:others?|more)(?![a-z])")
OTHERS_BEFORE = re.compile(r"(?:其[他它余]|另外?|此外)$|(?<![a-z])other\s$")
REST_BEFORE = re.compile(r"(?:其余|剩余|剩下|余下|残り|나머지|(?:rest|remaining))[^，,。]{0,4}$")
LONGEST_REST = 14  # characters of "the remaining "
LONGEST_OTHERS = 6  # characters of "other "
SHARES = ("percent", "point")
HOURS_A_DAY, HALF_DAY = 24, 12
NEAR_EACH, MOST_OF_FEW = (
    16,
    20,
)  # characters of 每輛改裝費約新台幣; things that are counted before they are told of
MOST_BEYOND = Fraction(1, 2)  # years by which a rounded number of them may be passed


def derivations(
    facts: Facts, number: Quantity, *, is_rest: bool = False
) -> Iterator[tuple[Quantity, Quantity]]:
    """The pairs of a text's numbers from which a number can be worked out.

    is_rest: whether it may be what one of them leaves of the other.
    """
    yield from _each_of_few(facts, number)
    for sentence, known in _sentences(facts):
        is_each = bool(EACH.search(sentence))
        for one, other in combinations(known, 2):
            if (
                _is_share_of(number, one, other, is_rest=is_rest)
                or _is_worked_out(number, one, other, is_each=is_each)
                or (
                    _is_counted_alike(facts, one, other)
                    and one.exact_value + other.exact_value in number.values
                )
            ):
                yield one, other
        yield from _sums(number, known)
        yield from _of_both(sentence, number, known)
    yield from _parts(facts, number)
    yield from _beside_rest(facts, number)


def _each_of_few(facts: Facts, number: Quantity) -> Iterator[tuple[Quantity, Quantity]]:
    """A sum of money that each costs, and how many there are a sentence before: 三輛 and 每輛四十五萬元."""
    if not number.currencies:
        return
    text = facts.reading.folded
    for one in facts.numbers:
        is_each = one.currencies & number.currencies and EACH.search(
            text, max(0, one.start - NEAR_EACH), one.start
        )
        times = Fraction(number.exact_value) / one.exact_value if is_each and one.exact_value else 0
        if 1 < times <= MOST_OF_FEW and times.denominator == 1:
            at = facts.sentences.number_of(one.start)
            yield from (
                (other, one)
                for other in facts.readings
                if times in other.values and at - facts.sentences.number_of(other.start) in (0, 1)
            )


def _parts(facts: Facts, number: Quantity) -> Iterator[tuple[Quantity, Quantity]]:
    """A share and the sum of money of which a number is just that share; a text may tell them apart."""
    sums = [one for one in facts.numbers if one.currencies & number.currencies]
    shares = [one for one in facts.readings if _is_share(one)] if sums else ()
    for share, whole in product(shares, sums):
        worth = share.exact_value * whole.exact_value / (100 if share.unit else 1)
        if worth in number.values:
            yield share, whole


def _of_both(sentence: str, number: Quantity, known: list[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """What each of two pays, where a number is what both do: 雙方各負擔六千萬元."""
    if EACH.search(sentence) and BOTH.search(sentence):
        alike = (one for one in known if one.currencies & number.currencies or _counts_the_same(number, one))
        yield from ((one, one) for one in alike if 2 * one.exact_value in number.values)


def _beside_rest(facts: Facts, number: Quantity) -> Iterator[tuple[Quantity, Quantity]]:
    """The share that is told as the rest of what a number is the other share of: 其餘三分之二."""
    if _is_share(number):
        whole = 100 if number.unit else 1
        for one in facts.readings:
            before = facts.reading.folded[max(0, one.start - LONGEST_REST) : one.start]
            is_rest = one.unit == number.unit and REST_BEFORE.search(before)
            if is_rest and one.exact_value + number.exact_value == whole:
                yield one, one


def _is_share(number: Quantity) -> bool:
    return not number.currencies and (number.unit == "percent" or 0 < number.exact_value < 1)


def _is_counted_alike(facts: Facts, one: Quantity, other: Quantity) -> bool:
    """Whether two numbers have one counter behind them: 軍艦7艘及公務船1艘 are eight."""
    text = facts.reading.folded
    is_listed = one.end < other.start and LISTED.fullmatch(text, one.end + 1, other.start)
    return bool(is_listed) and text[one.end] == text[other.end : other.end + 1] > HAN


def _sums(number: Quantity, known: list[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """The first and last of three or more numbers in a row of which a number is the sum: shares of owners."""
    for run in _runs_alike(known):
        for first, last in combinations(range(len(run)), 2):
            summed = sum(one.exact_value for one in run[first : last + 1])
            is_sum = summed == number.exact_value or is_rounded(number.exact_value, summed, number.rounded)
            if last - first > 1 and is_sum and _counts_the_same(number, run[first]):
                yield run[first], run[last]


def _runs_alike(known: list[Quantity]) -> list[list[Quantity]]:
    """The numbers of a sentence by their unit and currency, few enough to try every row of them."""
    found = defaultdict(list)
    for one in known:
        if one.unit or one.currencies:
            found[one.unit, one.currencies].append(one)
    return [run[:MOST_SUMMED] for run in found.values()]


@lru_cache(maxsize=64)  # every number of a summary asks
def _sentences(facts: Facts) -> tuple[tuple[str, list[Quantity]], ...]:
    return tuple(_reckoned_with(facts))


def _reckoned_with(facts: Facts) -> Iterator[tuple[str, list[Quantity]]]:
    for sentence in _told_together(facts):
        # 兩梯次，每梯次三十人: what each is taken so many times of may be few.
        told = facts.readings if EACH.search(sentence.text) else facts.numbers
        known = [one for one in told if sentence.holds(one.start) and not one.is_ordinal]
        if len(known) > 1 or (known and BOTH.search(sentence.text)):
            yield sentence.text, known


def _told_together(facts: Facts) -> Iterator[Part]:
    """Each sentence, and each with the one behind that goes on with it."""
    yield from facts.sentences
    for one, other in pairwise(facts.sentences):
        if GOES_ON.match(other.text):
            yield Part(one.start, other.end, one.text + other.text)


def _is_worked_out(number: Quantity, one: Quantity, other: Quantity, *, is_each: bool) -> bool:
    value, first, second = number.exact_value, one.exact_value, other.exact_value
    if one.unit == other.unit == "clock":  # 早八點至晚七點: eleven hours
        return number.unit == "hour" and value < HOURS_A_DAY and (value - second + first) % HALF_DAY == 0
    is_of_shares = one.unit == other.unit and one.unit in SHARES and number.compared_unit == "point"
    if number.is_ordinal or (value < LEAST_DERIVED and not is_of_shares):
        return False
    if _is_alike(one, other) and _are_counts(one, other) and _counts_the_same(number, one):
        is_summed = number.unit in THINGS or number.unit == "percent"  # what percentages differ by are points
        is_left = not is_summed or (number.unit in THINGS and value >= LEAST_LEFT)
        worked_out = [first + second, *([abs(first - second)] if is_left else [])]
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


def _is_share_of(number: Quantity, one: Quantity, other: Quantity, *, is_rest: bool) -> bool:
    """Whether a number is the share or the multiple that one of two counts is of the other.

    Or how much more it is (12 per cent from 608 to 680), or what it leaves of it: three in four for 2 of 8.
    """
    first, second = sorted((one.exact_value, other.exact_value))
    if first <= 0 or not _is_alike(one, other) or one.unit in SHARES or one.currencies != other.currencies:
        return False
    if number.unit == "percent":
        beyond = number.exact_value * NEAR if number.rounded else HALF
        share = first / Fraction(second)
        shares = [share, 1 / share - 1, *([1 - share] if is_rest else [])]
        return any(abs(100 * each - number.exact_value) <= beyond for each in shares)
    if number.unit in ("time", "fold") or (not number.unit and (number.exact_value < 1 or number.rounded)):
        told, share = number.exact_value, Fraction(first) / Fraction(second)
        worths = [1 / share] if told > 1 else [share, *([1 - share] if is_rest else [])]
        return any(abs(worth - told) <= told * NEAR for worth in worths)
    return False


def is_of_others(facts: Facts, number: Quantity, body: Facts) -> bool:
    """Whether a number counts those beside one that is named: Tokyo and nine other cities, for ten."""
    is_told = OTHERS.match(facts.reading.folded, number.end) or OTHERS_BEFORE.search(
        facts.reading.folded, max(0, number.start - LONGEST_OTHERS), number.start
    )
    return bool(is_told) and any(number.exact_value + 1 in one.values for one in body.readings)


def lies_between(facts: Facts, number: Quantity) -> bool:
    """Whether so much time lies between two dates of a text, that of printing among them: 2017 to 2025."""
    if number.unit == "day":
        return any(number.exact_value in (days, days + 1) for days in _days_between(facts))
    if number.unit == "hour" and number.exact_value % HOURS_A_DAY == 0:
        return number.exact_value // HOURS_A_DAY in {*_days_between(facts), *_days_to_printing(facts)}
    if number.compared_unit not in ("year", "century") and (
        number.unit or number.exact_value.denominator != 2
    ):
        return False
    return _lies_between_months(facts, number) or _lies_between_years(facts, number)


def is_fiscal_year(facts: Facts, number: Quantity, body: Facts) -> bool:
    """Whether a number of a summary names the year of a budget by one of the two into which it falls."""
    text = facts.reading.folded
    is_told = FISCAL_BEHIND.match(text, number.end) or FISCAL_BEFORE.search(
        text, max(0, number.start - LONGEST_FISCAL), number.start
    )
    return bool(is_told) and not body.years.isdisjoint({number.exact_value - 1, number.exact_value + 1})


def _lies_between_months(facts: Facts, number: Quantity) -> bool:
    is_loose = number.exact_value.denominator == 2 or (number.rounded and number.exact_value > 1)
    months = combinations(_months(facts), 2) if is_loose else ()
    return any(_is_near(number, Fraction(abs(one - other), 12)) for one, other in months)


def _lies_between_years(facts: Facts, number: Quantity) -> bool:
    told = max(number.worths, default=0)
    between = {abs(one - other) for one, other in combinations(facts.years, 2)}
    is_told = told in between or any(is_rounded(told, years, number.rounded) for years in between)
    to_printing = {abs(facts.printed_in - year) for year in facts.years} if facts.printed_in else set()
    return (told >= LEAST_DERIVED and is_told) or number.exact_value in to_printing - {0, 1}


def _is_near(number: Quantity, years: Fraction) -> bool:
    """Whether years and months are told so: three and a half years for 42 months, almost eight for 94."""
    beyond = years - number.exact_value
    if number.rounded in ("over", "under"):
        return 0 <= (beyond if number.rounded == "over" else -beyond) <= MOST_BEYOND
    return abs(beyond) <= MOST_BEYOND / 2


def _months(facts: Facts) -> set[int]:
    """The months of which a text prints the year, counted from no year on."""
    return {12 * one.year + one.month for one in facts.all_dates if one.year and one.month}


def _days_to_printing(facts: Facts) -> Iterator[int]:
    """How many days lie between the days of a text's own month and that of printing."""
    for one in facts.dates if facts.near else ():
        if one.day and one.month in (None, facts.near[0].month):
            yield abs(facts.near[0].day - one.day)


def _days_between(facts: Facts) -> Iterator[int]:
    """How many days lie between a date and the next one that a text prints: the 15th to the 17th; and between
    those of which it prints the month."""
    for one, other in pairwise(facts.dates):
        if one.weekday is not None and other.weekday is not None:
            yield (other.weekday - one.weekday) % 7
        elif one.day and other.day and other.month in (None, one.month):
            yield other.day - one.day
    whole = {(one.month, one.day) for one in facts.dates if one.month and one.day}
    for (month, day), (other_month, other_day) in combinations(sorted(whole), 2):
        if month == other_month:
            yield other_day - day
