"""What a printed numeral is worth: 3萬5千, 三萬五千, 3.5万, 一百一十三, 三四十; four hundred and twelve."""

import re
from fractions import Fraction
from functools import lru_cache

from articles.text.numerals import (
    ENGLISH_CARDINALS,
    ENGLISH_TENS,
    ENGLISH_UNITS,
    HAN_DIGITS,
    LARGE_UNITS,
    SMALL_UNITS,
)

HAN_JOINED = str.maketrans({"廿": "二十", "卅": "三十"})
KOREAN_SCALES = str.maketrans("천만억조", "千万亿兆")

LATIN_UNITS = {word: worth for word, worth in ENGLISH_CARDINALS.items() if worth}
LATIN_SCALES = {word: worth for word, worth in ENGLISH_UNITS.items() if word != "hundred"}
SHORT_SCALES = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12}
_IRREGULAR = {
    "first": "one", "second": "two", "third": "three", "fifth": "five", "eighth": "eight", "ninth": "nine",
    "twelfth": "twelve",
}  # fmt: skip
ORDINALS = _IRREGULAR | {
    (word[:-1] + "ieth" if word.endswith("y") else word + "th"): word
    for word in [*LATIN_UNITS, *ENGLISH_TENS, "hundred", *LATIN_SCALES]
    if word not in _IRREGULAR.values()
}

HAN_SCALED = frozenset("十百千万亿兆")
HAN_TOKEN = re.compile(r"\d+(?:\.\d+)?|.")
# 三四十, 二三百: two neighbouring digits stand for either; 十七八 likewise.
EITHER = re.compile(
    r"(?<![〇零一二三四五六七八九\d])([一两二三四五六七八九])([二三四五六七八九])(?=[十百千万亿]|$)"
)


@lru_cache(maxsize=4096)
def han_values(printed: str) -> frozenset[int | Fraction]:
    """The worth of a numeral in Han characters or digits, folded; of 三四十 both, 30 and 40."""
    printed = re.sub(r"[,\s]", "", printed).translate(HAN_JOINED)
    if either := EITHER.search(printed):
        start, end = either.span()
        readings = [printed[:start] + one + printed[end:] for one in either.groups()]
        return frozenset(value for reading in [*readings, printed] for value in _one_value(reading))
    return frozenset(_one_value(printed))


def _one_value(printed: str) -> list[int | Fraction]:
    if "点" in printed:
        whole, _, decimals = printed.partition("点")
        digits = "".join(str(HAN_DIGITS[char]) for char in decimals if char in HAN_DIGITS)
        scale = next((LARGE_UNITS[char] for char in decimals if char in LARGE_UNITS), 1)
        return [Fraction(f"{_positional(whole) or 0}.{digits or 0}") * scale]
    if HAN_SCALED.isdisjoint(printed):
        return [_exact(_positional(printed))]
    return [_with_scales(printed)]


def _exact(digits: str) -> int | Fraction:
    """Whole numbers as such: they are as good as fractions and ten times as quick."""
    return Fraction(digits) if "." in digits else int(digits or 0)


def _positional(printed: str) -> str:
    """二〇二五 as 2025."""
    return "".join(str(HAN_DIGITS.get(char, char)) for char in printed) or "0"


def _with_scales(printed: str) -> int | Fraction:
    total, section, digits, last = 0, 0, "", 0
    for token in HAN_TOKEN.findall(printed):
        if token in SMALL_UNITS:
            section += _exact(digits or "1") * SMALL_UNITS[token]
            digits = ""
        elif token in LARGE_UNITS:
            scale = LARGE_UNITS[token]
            section += _exact(digits)
            digits = ""
            if last and scale > last:  # 3万5千亿
                total = (total + section) * scale
            else:
                total += (section or 1) * scale
            section, last = 0, scale
        else:
            digits = (digits if token in HAN_DIGITS else "") + str(HAN_DIGITS.get(token, token))
    return total + section + _exact(digits)


def latin_values(tokens: list[str]) -> list[tuple[int, int, int]]:
    """The numbers in a row of number words, each with its first token and the one behind its last.

    forty-eight is one number, "two three" are two; "and" joins only after hundred and more.
    """
    found, at = [], 0
    while at < len(tokens):
        value, end = _latin_value(tokens, at)
        if end == at:
            at += 1
            continue
        found.append((value, at, end))
        at = end
    return found


def _latin_value(tokens: list[str], start: int) -> tuple[int, int]:
    total, section, end, smallest = 0, 0, start, 10**15
    for at in range(start, len(tokens)):
        word = ORDINALS.get(tokens[at], tokens[at])
        is_large = section >= 100 or total
        if word == "and" and is_large and at + 1 < len(tokens):
            continue
        size = LATIN_UNITS.get(word) or ENGLISH_TENS.get(word)
        if size and (section % 100 == 0 or (section % 100 >= 20 and section % 10 == 0 and size < 10)):
            section += size
        elif word == "hundred" and section < 10:
            section = (section or 1) * 100
        elif word in LATIN_SCALES and LATIN_SCALES[word] < smallest:
            smallest = LATIN_SCALES[word]
            total, section = total + (section or 1) * smallest, 0
        else:
            break
        end = at + 1
        if tokens[at] in ORDINALS:
            break
    return total + section, end
