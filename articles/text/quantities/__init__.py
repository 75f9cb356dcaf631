"""Numbers, shares, money, ages and dates as Chinese, English, Japanese and Korean texts print them."""

from articles.text.quantities.numbers import numbers
from articles.text.quantities.partial_dates import dates
from articles.text.quantities.quantity import Quantity
from articles.text.quantities.reading import Reading, mask

__all__ = ["Quantity", "read"]


def read(text: str, language: str = "") -> list[Quantity]:
    """The quantities of a text, dates among them, in order of place; no text is an error.

    language: BCP 47, "" when it is not known. Only what no other language means depends on it: 3割 in
    Japanese is 30 per cent. start and end of a quantity are places in the text as it is given.
    """
    reading = Reading(text)
    dated = dates(reading.folded, reading.narrow)
    undated = mask(reading.folded, [(one.start, one.end) for one in dated])
    found = [Quantity(frozenset(), one.start, one.end, one.end, "date", date=one) for one in dated]
    return sorted([*found, *numbers(undated, language)], key=lambda one: (one.start, one.end))
