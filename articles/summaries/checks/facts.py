"""What a text states, in a form that compares across notations and languages: numbers, dates, names."""

import re
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cached_property, lru_cache

from articles.summaries.checks.dates import PartOfDate, dates, near_dates
from articles.summaries.checks.names import Mention, Names, Sighting, mentions, present
from articles.summaries.checks.numbers import Number, implied, numbers, without_uncounted
from articles.summaries.checks.reading import Reading, mask, read
from articles.text.language import detect_language

LONGEST_TOLD = 600  # characters by which a text's language is told


@dataclass
class Facts:
    """numbers, dates, mentions: what is stated. worths, keys: what may bear out what others state.

    readings: whatever may be read as a number. implied: numbers without a numeral (both, half a year).
    near: dates that follow from the day of printing, where that is known; see `near_dates`.
    """

    reading: Reading
    numbers: list[Number] = field(default_factory=list)
    dates: list[PartOfDate] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    worths: set[int | Fraction] = field(default_factory=set)
    keys: set[str] = field(default_factory=set)
    near: list[PartOfDate] = field(default_factory=list)
    readings: list[Number] = field(default_factory=list)
    implied: set[int | Fraction] = field(default_factory=set)

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
    def months(self) -> set[int]:
        return {one.month for one in self.all_dates if one.month}

    @cached_property
    def language(self) -> str:
        return detect_language(self.reading.text[:LONGEST_TOLD])


@lru_cache(maxsize=64)
def facts_of(text: str, names: Names = Names(), published: date | None = None) -> Facts:  # noqa: B008  frozen
    """What a plain text states. published: the day it was printed, by which yesterday is a date."""
    reading = read(text)
    found = Facts(reading)
    found.dates = dates(reading.folded, reading.narrow)
    seen = Sighting(reading, names)
    found.mentions, found.keys = mentions(seen), present(seen)
    undated = mask(reading.folded, [(one.start, one.end) for one in found.dates])
    named = [(one.start, one.end) for one in found.mentions if one.is_of_glossary]
    found.numbers = [one for one in numbers(without_uncounted(mask(undated, named))) if one.is_stated]
    found.readings, found.implied = numbers(undated), implied(reading.folded)
    found.worths = _worths(found, undated)
    found.near = near_dates(reading.folded, published) if published else []
    return found


def _worths(facts: Facts, undated: str) -> set[int | Fraction]:
    found = {value for number in [*facts.readings, *facts.numbers] for value in number.values} | facts.implied
    found |= {one.year for one in facts.dates if one.year}
    # 三十日 may be thirty days, 24日 stands for a date as well
    found |= {one.day for one in facts.dates if one.day and one.month is None}
    return found | _old_years(undated)


def _old_years(text: str) -> set[int | Fraction]:
    """98年 may be 1998 or the Republic's 98th; 90年代 the nineties."""
    short = {int(printed) for printed in re.findall(r"(?<!\d)(\d{2,3})(?=年)", text)}
    decades = {
        "十": 10,
        "二十": 20,
        "三十": 30,
        "四十": 40,
        "五十": 50,
        "六十": 60,
        "七十": 70,
        "八十": 80,
        "九十": 90,
    }
    short |= {decades[printed] for printed in re.findall(r"([二三四五六七八九]?十)(?=年代)", text)}
    words = re.findall(r"(?<![a-z])(twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies(?![a-z])", text)
    tens = ("twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet")
    short |= {10 * (tens.index(word) + 2) for word in words}
    years = {1900 + year for year in short if year < 100} | {2000 + year for year in short if year < 100}
    return years | {1911 + year for year in short if 80 <= year < 140} | short
