"""The numbers of chapters: alone on a line (01, 一, PART 2, 第三章), or before a heading (１．…, 一、…)."""

import re
import unicodedata
from collections.abc import Iterable

from articles.text.quantities.tables import COUNTED_DIGITS, HAN_NUMERALS

_NUMERAL = (
    rf"(?:(?P<digits>[0-9０-９]{{1,2}})|(?P<han>[{HAN_NUMERALS}]{{1,2}})|(?P<roman>[IVX]{{1,4}}\b|[Ⅰ-Ⅹ]))"
)
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
NUMBER = re.compile(
    rf"\W{{0,3}}(?:(?:no|part|chapter|vol)\b\.?|第)?\s?{_NUMERAL}"
    r"\s?(?:章|節|节|部分|[.．、])?\W{0,3}",
    re.IGNORECASE,
)
BEFORE_HEADING = re.compile(rf"\W?{_NUMERAL}\s?[.．、)）]\s?(?=[^\W\d]|[「『“\"《])")
LONGEST = 14  # characters: — Chapter 12 —
FEWEST = 2


def chapter_number(text: str) -> int:
    """The number of a chapter that a line is, 0 for any other line."""
    return _value(NUMBER.fullmatch(text)) if len(text) <= LONGEST else 0


def heading_number(text: str) -> int:
    """The number that a line begins with, 0 for a line that begins with none."""
    return _value(BEFORE_HEADING.match(text))


def _value(found: re.Match | None) -> int:
    if found is None:
        return 0
    if found["digits"]:
        return int(found["digits"])
    return _han(found["han"]) if found["han"] else _roman(found["roman"])


def _roman(numeral: str) -> int:
    letters = unicodedata.normalize("NFKC", numeral)
    return ROMAN.index(letters) + 1 if letters in ROMAN else 0


def _han(numeral: str) -> int:
    """Up to nineteen, more chapters no article has."""
    tens, _, rest = numeral.rpartition("十")
    if tens or len(rest) > 1:
        return 0
    return 10 * ("十" in numeral) + (COUNTED_DIGITS.find(rest) + 1 if rest else 0)


def in_order(numbers: Iterable[tuple[int, int]]) -> dict[int, int]:
    """The places of those that number the chapters of one text: 1, 2, 3, …; {} for fewer than two.

    numbers: places, and the numbers that stand there.
    """
    found: dict[int, int] = {}
    for place, number in numbers:
        if number == len(found) + 1:
            found[place] = number
    return found if len(found) >= FEWEST else {}
