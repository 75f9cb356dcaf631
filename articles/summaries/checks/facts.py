"""What a text states, in a form that compares across notations and languages: numbers, dates, names."""

from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from functools import cached_property, lru_cache

from articles.summaries.checks.clauses import CLAUSE, SENTENCE, Parts, cut_up
from articles.summaries.checks.consonants import consonants
from articles.summaries.checks.gazetteer import LATIN_TOKEN
from articles.summaries.checks.names import Mention, Names, Sighting, mentions, present
from articles.summaries.checks.transcriptions import sound_pairs
from articles.text.language import detect_language
from articles.text.quantities.implied import implied, months_to
from articles.text.quantities.numbers import numbers
from articles.text.quantities.partial_dates import (
    PartOfDate,
    dates,
    days_near,
    first_months,
    near_dates,
    speaks_of_years,
)
from articles.text.quantities.quantity import Quantity
from articles.text.quantities.reading import Reading, mask

# What is printed without a country's name: 元 is of China or Taiwan, 圓 of Japan or Korea as well.
BARE = {"元": ("CNY", "TWD"), "圓": ("JPY", "KRW", "TWD"), "圆": ("JPY", "KRW", "TWD"), "円": ("JPY",)}
FEWEST_BARE = 4  # currencies that one sign may have, where no country is printed
LONGEST_TOLD = 600  # characters by which a text's language is told


@dataclass(eq=False)
class Facts:
    """numbers, dates, mentions: what is stated. worths, keys: what may bear out what others state.

    readings: whatever may be read as a number. implied: numbers without a numeral (both, half a year).
    near: dates that follow from the day of printing, where that is known; see `near_dates`.
    """

    reading: Reading
    numbers: list[Quantity] = field(default_factory=list)
    dates: list[PartOfDate] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    worths: set[int | Fraction] = field(default_factory=set)
    keys: set[str] = field(default_factory=set)
    near: list[PartOfDate] = field(default_factory=list)
    readings: list[Quantity] = field(default_factory=list)
    implied: set[int | Fraction] = field(default_factory=set)

    def quote_of(self, number: Quantity) -> str:
        """A number with its unit, as it is printed."""
        return self.reading.quote(number.start, max(number.end, getattr(number, "until", 0)))

    @cached_property
    def sentences(self) -> Parts:
        return cut_up(self.reading.folded, SENTENCE)

    @cached_property
    def clauses(self) -> Parts:
        return cut_up(self.reading.folded, CLAUSE)

    @property
    def all_dates(self) -> list[PartOfDate]:
        return [*self.dates, *self.near]

    @cached_property
    def years(self) -> set[int]:
        printed = {one.year for one in self.all_dates if one.year}
        return printed | {
            int(worth) for worth in self.worths if worth.denominator == 1 and 1000 <= worth < 3000
        }

    @cached_property
    def is_year_open(self) -> bool:
        """Whether the text speaks of this or next year, and nobody knows which that is."""
        return not self.near and any(speaks_of_years(self.reading.folded))

    @property
    def printed_in(self) -> int | None:
        """The year of printing, where it is known."""
        return self.near[0].year if self.near else None

    @cached_property
    def is_dated_closely(self) -> bool:
        """Whether the text prints days of the month, by which its own days of the week are known."""
        return bool(self.near) and any(one.day and not one.month for one in self.dates)

    @cached_property
    def months(self) -> set[int]:
        printed = {one.month for one in self.all_dates if one.month}
        return printed | first_months(self.reading.folded)

    @cached_property
    def latin_words(self) -> frozenset[str]:
        return frozenset(token.lower() for token in LATIN_TOKEN.findall(self.reading.narrow))

    @cached_property
    def sounds(self) -> frozenset[str]:
        return sound_pairs(self.reading.folded)

    @cached_property
    def consonants(self) -> str:
        return consonants(self.reading.narrow)

    @cached_property
    def language(self) -> str:
        return detect_language(self.reading.text[:LONGEST_TOLD])


@lru_cache(maxsize=64)
def facts_of(text: str, names: Names = Names(), published: date | None = None) -> Facts:  # noqa: B008  frozen
    """What a plain text states. published: the day it was printed, by which yesterday is a date."""
    found = _undated(text, names)
    if published is None:
        return found
    near = [*near_dates(found.reading.folded, published), *days_near(found.dates, published)]
    return replace(found, near=near)


@lru_cache(maxsize=64)
def _undated(text: str, names: Names) -> Facts:
    reading = Reading(text)
    found = Facts(reading)
    found.dates = dates(reading.folded, reading.narrow)
    seen = Sighting(reading, names)
    found.mentions, found.keys = mentions(seen), present(seen)
    undated = mask(reading.folded, [(one.start, one.end) for one in found.dates])
    named = [(one.start, one.end) for one in found.mentions]
    found.readings, found.implied = numbers(undated, found.language, named), implied(reading.folded)
    found.readings += months_to(reading.folded)
    found.readings = [_in_known_currency(found, one) for one in found.readings]
    found.numbers = [one for one in found.readings if one.is_stated]
    found.worths = _worths(found, undated)
    return found


def _in_known_currency(facts: Facts, number: Quantity) -> Quantity:
    """A number whose bare 元 or 円 is of the text's country, or of one that the text names."""
    printed = facts.reading.narrow[number.end : number.end + 2].lstrip("多余餘")[:1]
    if printed not in BARE or len(number.currencies) < FEWEST_BARE:
        return number
    if facts.language == "ja" and printed != "元":
        return number._replace(currencies=frozenset(["JPY"]))
    named = {next(iter(one.currencies)) for one in facts.readings if len(one.currencies) == 1}
    return number._replace(currencies=frozenset({*BARE[printed], *named}) & number.currencies)


def _worths(facts: Facts, undated: str) -> set[int | Fraction]:
    found = {value for number in facts.readings for value in number.worths} | facts.implied
    found |= {one.year for one in facts.dates if one.year}
    # 三十日 may be thirty days, 24日 stands for a date as well
    found |= {one.day for one in facts.dates if one.day and one.month is None}
    return found | _old_years(undated, facts.readings)


def _old_years(text: str, readings: list[Quantity]) -> set[int | Fraction]:
    """98年 may be 1998 or the Republic's 98th; 90年代 the nineties."""
    short = {int(max(one.values)) for one in readings if _is_short_year(text, one)}
    years = {century + year for year in short if year < 100 for century in (1900, 2000)}
    return years | {1911 + year for year in short if 80 <= year < 140} | short


def _is_short_year(text: str, number: Quantity) -> bool:
    printed = text[number.start : number.end]
    is_year = text.startswith("年", number.end) and printed.isdigit() and len(printed) in (2, 3)
    return is_year or text.startswith("年代", number.end) or printed.endswith("ties")
