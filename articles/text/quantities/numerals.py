"""What a printed numeral is worth: 3萬5千, 三萬五, 一點五億, 五六百; four hundred and twelve."""

import re
from fractions import Fraction
from functools import lru_cache

from articles.text.quantities.tables import (
    COUNTED_DIGITS,
    ENGLISH_ORDINALS,
    ENGLISH_SCALES,
    ENGLISH_TENS,
    ENGLISH_UNITS,
    HAN_DIGITS,
    SCALES,
    WRITTEN_FOR,
)

_PLAIN = str.maketrans(WRITTEN_FOR)
_H = "".join(HAN_DIGITS)
_PIECE = re.compile(rf"[0-9]+(?:\.[0-9]+)?|[{_H}]+|[{''.join(SCALES)}]")
# 三四十, 二三百, 三五天: two digits of which either may be meant; 十七八 likewise.
_EITHER = re.compile(rf"(?<![{_H}0-9])([{COUNTED_DIGITS}两])([{COUNTED_DIGITS}])(?![{_H}0-9])")


@lru_cache(maxsize=4096)
def han_values(printed: str) -> frozenset[int | Fraction]:
    """The worths of a folded numeral in Han characters or digits; of 三四十 both, 30 and 40.

    What has no worth (a mark alone) is nought.
    """
    printed = re.sub(r"[,\s]", "", printed).translate(_PLAIN)
    either = None if "点" in printed else _EITHER.search(printed)
    if not either or not _are_neighbours(*either.groups()):
        return frozenset({_han_value(printed)})
    start, end = either.span()
    readings = [printed[:start] + one + printed[end:] for one in either.groups()]
    if either[0] == printed:  # 三四 may be digits in a row
        readings.append(printed)
    return frozenset(map(_han_value, readings))


def han_value(printed: str) -> int:
    """The one worth of a folded numeral that is whole: the year, month or day of a date."""
    return int(max(han_values(printed)))


def _are_neighbours(one: str, other: str) -> bool:
    return HAN_DIGITS[other] - HAN_DIGITS[one] == 1 or one + other == "三五"


def _han_value(printed: str) -> int | Fraction:
    whole, point, broken = printed.partition("点")
    if not point:
        return _scaled(_PIECE.findall(printed))
    decimals, *scales = _PIECE.findall(broken) or ["0"]
    digits = _positional(decimals)
    value = _scaled(_PIECE.findall(whole)) + Fraction(int(digits), 10 ** len(digits))
    for scale in scales:
        value *= SCALES.get(scale, 1)
    return _whole(value)


def _scaled(pieces: list[str]) -> int | Fraction:
    """The largest scale parts a numeral: what is before it is counted in it, what is behind it is added."""
    scales = [SCALES.get(piece, 0) for piece in pieces]
    if not any(scales):
        return _exact(pieces[-1]) if pieces else 0
    largest = max(scales)
    at = len(scales) - 1 - scales[::-1].index(largest)
    times = _scaled(pieces[:at]) if at else 1
    return _whole(times * largest) + _tail(pieces[at + 1 :], largest)


def _tail(pieces: list[str], scale: int) -> int | Fraction:
    """三萬五 says 三萬五千; 三萬零五 says five."""
    if len(pieces) == 1 and len(pieces[0]) == 1 and pieces[0] not in SCALES:
        return _exact(pieces[0]) * scale // 10
    return _scaled(pieces)


def _exact(digits: str) -> int | Fraction:
    """Whole numbers as such: they are as good as fractions and ten times as quick."""
    return _whole(Fraction(digits)) if "." in digits else int(_positional(digits))


def _whole(value: int | Fraction) -> int | Fraction:
    return int(value) if value.denominator == 1 else value


def _positional(printed: str) -> str:
    """二〇二五 as 2025."""
    return "".join(str(HAN_DIGITS.get(char, char)) for char in printed)


def english_values(words: list[str]) -> list[tuple[int | Fraction, int, int]]:
    """The numbers in a row of folded number words, each with its first word and the one behind its last.

    forty-eight is one number, "two three" are two; "and" joins only after hundred and more.
    """
    found, at = [], 0
    while at < len(words):
        value, end = _english_value(words, at)
        if end > at:
            found.append((value, at, end))
        at = max(end, at + 1)
    return found


def _english_value(words: list[str], start: int) -> tuple[int | Fraction, int]:
    total, section, end, smallest = 0, 0, start, 10**15
    for at in range(start, len(words)):
        word = ENGLISH_ORDINALS.get(words[at], words[at])
        if word == "and" and (section >= 100 or total):
            continue
        if word == "point" and at == end > start:
            return _with_decimals(total + section, words, at)
        if word in ENGLISH_SCALES and ENGLISH_SCALES[word] < smallest:
            smallest = ENGLISH_SCALES[word]
            total, section = total + (section or 1) * smallest, 0
        elif (joined := _joined(section, word, at == start)) is not None:
            section = joined
        else:
            break
        end = at + 1
        if words[at] in ENGLISH_ORDINALS:
            break
    return total + section, end


def _joined(section: int, word: str, is_first: bool) -> int | None:
    """A number below a thousand with one more word of it; None when the word begins another number."""
    if word == "hundred":
        return (section or 1) * 100 if section < 100 else None
    size = ENGLISH_UNITS.get(word, ENGLISH_TENS.get(word))
    if size is None or (size == 0 and not is_first):
        return None
    is_open = section % 100 == 0 or (section % 100 >= 20 and section % 10 == 0 and size < 10)
    return section + size if is_open else None


def _with_decimals(whole: int, words: list[str], point: int) -> tuple[int | Fraction, int]:
    """one point two five million"""
    end = point + 1
    while end < len(words) and ENGLISH_UNITS.get(words[end], 10) < 10:
        end += 1
    digits = "".join(str(ENGLISH_UNITS[word]) for word in words[point + 1 : end])
    if not digits:
        return whole, point
    scale = ENGLISH_SCALES.get(words[end]) if end < len(words) else None
    value = whole + Fraction(int(digits), 10 ** len(digits))
    return _whole(value * (scale or 1)), end + bool(scale)
