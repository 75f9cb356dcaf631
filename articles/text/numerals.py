"""Numbers as they are printed, in digits and in words, and what they are worth: 35,000 = 三萬五千 = 3.5萬.

Everything here reads folded text (scripts.fold), hence full-width digits are plain and 萬 is 万.
"""

import re
from decimal import Decimal

HAN_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "两": 2}
SMALL_UNITS = {"十": 10, "百": 100, "千": 1000}
LARGE_UNITS = {"万": 10**4, "亿": 10**8, "兆": 10**12}
ENGLISH_CARDINALS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
ENGLISH_ONES = ENGLISH_CARDINALS | {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6,
}  # fmt: skip
ENGLISH_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
ENGLISH_UNITS = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}

_DIGIT = "".join(HAN_DIGITS)
_UNIT = "".join({**SMALL_UNITS, **LARGE_UNITS})
_ARABIC = r"(?:\d{1,3}(?:,\d{3})+(?!\d|,\d)|\d+)(?:\.\d+)?"
_HAN = rf"[{_DIGIT}]+(?:点[{_DIGIT}]+(?![{_UNIT}]))?"
_WORD = "|".join([*ENGLISH_TENS, *sorted([*ENGLISH_ONES, *ENGLISH_UNITS], key=len, reverse=True)])
_PART = rf"{_ARABIC}|{_HAN}|[廿卅]|(?:(?<=\d) )?[{_UNIT}]"
# A sign belongs to a number only where nothing but white space or a bracket stands before it.
_SIGN = r"(?:(?<![^\s(])-(?=\d))?"

# Han characters are letters too: \b would not see an English word beside them.
_WORD_START, _WORD_END = r"(?<![a-z])", r"(?![a-z])"
NUMBER = re.compile(
    rf"{_SIGN}(?:{_PART})+(?:(?:st|nd|rd|th){_WORD_END}|\s?(?:{'|'.join(ENGLISH_UNITS)}){_WORD_END})?"
    rf"|{_WORD_START}(?:{_WORD})(?:[ -](?:and )?(?:{_WORD}))*{_WORD_END}"
)
_PIECE = re.compile(rf"({_ARABIC})|({_HAN})|([{_UNIT}])|({'|'.join(ENGLISH_UNITS)})")


def value_of(printed: str) -> str:
    """What a match of NUMBER is worth, as a plain decimal; equal numbers give equal text."""
    sign = "-" if printed.startswith("-") else ""
    printed = printed.removeprefix("-")
    worth = _english(printed) if printed[0].isascii() and printed[0].isalpha() else _figures(printed)
    return sign + format(worth.normalize(), "f") if worth else "0"


def _figures(printed: str) -> Decimal:
    """A number that begins with a digit of either kind or a unit: 1億2000萬, 3.5 million, 二〇二五."""
    total = section = Decimal(0)
    number = unit = last_unit = last_large = None
    for arabic, han, char, english in _PIECE.findall(printed.replace("廿", "二十").replace("卅", "三十")):
        if arabic or han:
            number, unit = Decimal(arabic.replace(",", "")) if arabic else _positional(han), None
        elif char in SMALL_UNITS:
            section += (1 if number is None else number) * SMALL_UNITS[char]
            number, unit = None, SMALL_UNITS[char]
        else:
            times = LARGE_UNITS.get(char) or ENGLISH_UNITS[english]
            counted = section + (number or 0)
            is_larger = last_large and times >= last_large
            total = ((total + counted) or 1) * times if is_larger else total + (counted or 1) * times
            section, number, unit, last_large = Decimal(0), None, times, times
        last_unit = unit or last_unit
    return total + section + _last_digit(printed, number, last_unit)


def _positional(han: str) -> Decimal:
    """Digits one after another: 二〇二五, 三點五."""
    return Decimal("".join("." if char == "点" else str(HAN_DIGITS[char]) for char in han))


def _last_digit(printed: str, number, unit) -> Decimal:
    """The number that no unit follows; 三万五 says 三万五千."""
    if number is None:
        return Decimal(0)
    is_short_for = unit and unit >= 100 and printed[-1] in HAN_DIGITS and printed[-2:-1] in tuple(_UNIT)
    return number * unit / 10 if is_short_for else number


def _english(printed: str) -> Decimal:
    total = section = Decimal(0)
    for word in re.findall("[a-z]+", printed):
        if word in ENGLISH_UNITS and ENGLISH_UNITS[word] > 100:
            total, section = total + (section or 1) * ENGLISH_UNITS[word], Decimal(0)
        elif word == "hundred":
            section = (section or 1) * 100
        else:
            section += ENGLISH_ONES.get(word, 0) + ENGLISH_TENS.get(word, 0)
    return total + section
