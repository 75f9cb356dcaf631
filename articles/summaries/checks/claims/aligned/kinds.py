"""What gives way to another of its kind: countries, places, public bodies, dates, amounts, contraries."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from articles.summaries.checks.claims.acts.contraries import acts_in, opposites
from articles.summaries.checks.claims.agencies import agencies
from articles.summaries.checks.claims.pairing import told
from articles.summaries.checks.facts import Facts
from articles.summaries.checks.gazetteer import HINT, countries_in_short
from articles.summaries.checks.support import are_told_alike
from articles.text.quantities.quantity import Quantity

# The currency of a country is none of what it does.
NEAR = 10  # two amounts that are one may differ by one part in so many
NAMES = (("press", "agency:"), ("firm", "company:"))
HALF_BEHIND = re.compile(r"[\s-](?:half|quarter)(?![a-z])")
MONEY = re.compile(
    r"[元圆円币원盾]|yen|yuan|renminbi|won(?![a-z])|dollar|\$|卢布|英镑|pound|rouble|ruble|baht|peso"
)
ASIDE = re.compile(r"(?<![a-z])(?:in|at|above|after|(?:first|most|best)\sof)\s$")  # in all, most of all
DENIED = re.compile(r"[不未没无莫勿]$|(?<![a-z])(?:not|no|never|without)\s(?:[a-z]+\s)?$")
LONGEST_BEFORE = 16  # characters of "not necessarily " before a word
# A report begins with when it was told, and few summaries keep that.
_SPEAKS = r"said|says|told|announced|reported|stated|disclosed|revealed|released|issued|published"
SPOKEN_BEHIND = re.compile(
    rf"[\u4e00-\u9fff]{{0,4}}?(?:通报|消息|[电讯]|报[道导]|表示|[说称]|宣布|公布|发[布表]|透露|介绍|指出|声明|撰文|刊[登文])|[,\s]\s?(?:{_SPEAKS})(?![a-z])"
)
SPOKEN_BEFORE = re.compile(rf"(?:公布|发布|宣布|{_SPEAKS})\s(?:[a-z]+\s){{0,3}}?(?:on|in)\s$")
LONGEST_SPOKEN = 32  # characters of "announced a new plan on "
BOUNDS = "way 1"  # above and below, by their line in the list
SIDES = (frozenset([False]), frozenset([True]))
NUMBER_BEHIND = re.compile(
    r"\s?(?:了|约|近|the\s|a\s)?[\d〇一二三四五六七八九十百千万亿兆两半]|\s(?:half|a\s|one|two|three|four|five|six|seven|eight|nine|ten)"
)


class Told(NamedTuple):
    """A word of a text with what it says. kind: of what there is one. values: what it may be.

    is_sure: whether that is what it surely says. amount: the number, where it is one.
    """

    start: int
    end: int
    kind: str
    values: frozenset
    is_sure: bool = True
    amount: Quantity | None = None

    def may_agree(self, other: "Told") -> bool:
        """Whether two may say the same; 61 per cent are six tenths."""
        if self.amount and other.amount:
            return _are_near(self.amount, other.amount) or _are_told_alike(self.amount, other.amount)
        return not self.values.isdisjoint(other.values)


def _are_told_alike(one: Quantity, other: Quantity) -> bool:
    """Whether one is the other rounded; half of something is none of it."""
    return min(one.exact_value, other.exact_value) >= 1 and are_told_alike(one, other)


def _are_near(one: Quantity, other: Quantity) -> bool:
    first, second = one.exact_value, other.exact_value
    return abs(first - second) * NEAR <= max(abs(first), abs(second))


@lru_cache(maxsize=32)  # a body is asked for each language, and for each change of a summary
def kinds(facts: Facts) -> dict[str, list[Told]]:
    """All of every kind that a text tells."""
    found: dict[str, list[Told]] = defaultdict(list)
    for rows in (_countries, _places, _bodies, _dates, _amounts, _turns, _contraries):
        for one in rows(facts):
            found[one.kind].append(one)
    return found


def is_of_words(one: Told, facts: Facts) -> bool:
    """Whether a date is when somebody said something, and not when what is told was: 18日通報, 8日電."""
    folded = facts.reading.folded
    return bool(
        SPOKEN_BEHIND.match(folded, one.end)
        or SPOKEN_BEFORE.search(folded, max(0, one.start - LONGEST_SPOKEN), one.start)
    )


def is_sure(one: Told, facts: Facts) -> bool:
    """Whether a word surely says what it seems to: none that is denied, nor "above" before a number."""
    if not one.is_sure or not one.kind.startswith(("act", "way")):
        return one.is_sure
    folded, before = facts.reading.folded, max(0, one.start - LONGEST_BEFORE)
    if DENIED.search(folded, before, one.start) or ASIDE.search(folded, before, one.start):
        return False
    return one.kind != BOUNDS or not NUMBER_BEHIND.match(folded, one.end)


def _countries(facts: Facts) -> Iterator[Told]:
    folded = facts.reading.folded
    for one in facts.mentions:
        values = _values(one.keys, "country:")
        if values and not one.is_capital_as_place and not MONEY.search(folded, one.start, one.end + 1):
            yield Told(one.start, one.end, "country", values)
    for at, keys in countries_in_short(folded):
        yield Told(at, at + 2, "country", keys, is_sure=False)


def _places(facts: Facts) -> Iterator[Told]:
    for one in facts.mentions:
        for kind, keys in NAMES:
            if values := _values(one.keys, keys):
                yield Told(one.start, one.end, kind, values)
        if values := _values(one.keys, ("city:", "capital:")):
            yield Told(one.start, one.end, "place", values, one.is_capital_as_place or not one.is_capital)


@lru_cache(maxsize=1024)  # a text names few, and those often
def _values(keys: frozenset[str], kinds: str | tuple[str, ...]) -> frozenset[str]:
    return frozenset(key for each in keys if (key := each.lstrip(HINT)).startswith(kinds))


def _bodies(facts: Facts) -> Iterator[Told]:
    fields = defaultdict(set)
    for one in agencies(facts):
        fields[one.start, one.end].add(one.field)
    for span, values in fields.items():
        yield Told(*span, "body", frozenset(values))


def _dates(facts: Facts) -> Iterator[Told]:
    for one in facts.dates:
        if one.month:
            yield Told(one.start, one.end, "month", frozenset([one.month]), is_sure=not one.day)
        if one.month and one.day:
            yield Told(one.start, one.end, "day", frozenset([(one.month, one.day)]))


def _amounts(facts: Facts) -> Iterator[Told]:
    for one in told(facts):
        unit = "money" if one.currencies else one.unit
        if unit and not one.is_ordinal:
            yield Told(one.start, max(one.end, one.until), f"amount {unit}", one.worths, amount=one)


def _turns(facts: Facts) -> Iterator[Told]:
    """The numbers that say the how manieth; years of an era, quarters and the first five months aside.

    The first is left out too: languages have too many words for it.
    """
    counted = {one.start - 1 for one in facts.numbers if not one.is_ordinal}
    for one in facts.numbers:
        is_turn = one.is_ordinal and one.unit not in ("year", "month", "quarter")
        is_turn = is_turn and not HALF_BEHIND.match(facts.reading.folded, one.end)
        if is_turn and one.end not in counted and 1 not in one.values:
            yield Told(one.start, max(one.end, one.until), "turn", one.worths)


def _contraries(facts: Facts) -> Iterator[Told]:
    folded = facts.reading.folded
    for name, found in (("act", acts_in(folded)), ("way", opposites().find(folded))):
        for act, (start, end) in found:
            yield Told(start, end, f"{name} {act.pair}", SIDES[act.side], act.is_sure)
