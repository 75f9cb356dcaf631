"""What is read of a number: its worths, what it counts, and how it is meant."""

from fractions import Fraction
from typing import NamedTuple

from articles.text.quantities.partial_dates import PartOfDate

# Units that texts count the same thing in: seven decades are years, a dozen is no unit of anything.
COMPARED = {
    **{unit: unit for unit in ("percent", "point", "year", "month", "week", "day", "hour", "minute")},
    "decade": "year",
    "century": "century",
    "basis_point": "point",
    "score": "point",  # bare points may be percentage points
}
# What is counted one by one.
THINGS = frozenset(["ship", "aircraft", "country", "round", "vote", "seat"])


class Quantity(NamedTuple):
    """A number that a text prints, or a date, whole or in part.

    values: what it may be worth in its unit; 三四十 is 30 or 40. Empty for a date.
    start, end: its place, unit and currency left out. until: the end of its unit where one is printed.
    unit: an English word (year, percent, tonne); "" when none is known. currencies: the codes (ISO 4217) that
    its currency may have: ¥ is yen or yuan; empty when no currency is printed.
    rounded: "about", "over" or "under" so many; "" for exactly so many.
    is_ordinal: the ninth, 第九. is_stated: it counts something here; the 三 of a name does not.
    worths: its values, and what they come to in the units that another text may count in: a year and a half
    is 18 as well. date: what is printed of a date.
    """

    values: frozenset[int | Fraction]
    start: int
    end: int
    until: int = 0
    unit: str = ""
    currencies: frozenset[str] = frozenset()
    rounded: str = ""
    is_ordinal: bool = False
    is_stated: bool = True
    worths: frozenset[int | Fraction] = frozenset()
    date: PartOfDate | None = None

    @property
    def compared_unit(self) -> str:
        """The unit in which another text must count too; "" when worth alone decides."""
        return COMPARED.get(self.unit, "")

    @property
    def is_small(self) -> bool:
        """One to three, which both languages imply in many ways (both, a pair, 雙方)."""
        return all(value <= 3 and value.denominator == 1 for value in self.values)

    @property
    def exact_value(self) -> int | Fraction:
        """The largest of its values, in its own unit."""
        return max(self.values)

    @property
    def exact(self) -> int | Fraction:
        """The one worth by which two printings of a number are told equal: 50 % is half."""
        value = self.exact_value
        return Fraction(value) / 100 if self.unit == "percent" else value
