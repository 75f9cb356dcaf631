"""Shares and multiples of a whole: 三分之一, 三成五, one in five, half a million, 一刻鐘."""

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from articles.text.language import IN_HANGUL
from articles.text.quantities.numerals import han_value, han_values
from articles.text.quantities.patterns import DECIMAL_HAN, DIGITS, HAN, SCALE_WORD, H, S
from articles.text.quantities.reading import latin_runs, matches_in
from articles.text.quantities.tables import (
    COUNTED_DIGITS,
    ENGLISH_ORDINALS,
    ENGLISH_SCALES,
    ENGLISH_TENS,
    ENGLISH_UNITS,
    KOREAN_ONES,
)


class Share(NamedTuple):
    """A part of a whole, and its place. also: other numbers that say the same. unit: where it is sure."""

    start: int
    end: int
    value: int | Fraction
    unit: str = ""
    also: frozenset = frozenset()
    is_stated: bool = True


# 七成七: 77 %; 六成五年過八旬: 65 %; 成立 and 成長 are words, 成都 is a city, 三成為 needs a word before it.
TENTHS = re.compile(
    rf"(?<![\d.十百千万亿{H}])(?P<tens>[{COUNTED_DIGITS}两\d])成(?:(?P<ones>[{COUNTED_DIGITS}半])(?![十百千万月日个名成]|年(?![过逾满届龄轻纪])))?"
    r"(?![立员功本果长就绩效熟]|为(?<![有约近逾达占中].成为)|都(?![要是在有由不会能被已可经没]))"
)
# Japanese 3割5分: 35 %; elsewhere 割 is to cut.
JAPANESE_TENTHS = re.compile(
    rf"(?<![\d.])(?P<tens>[{COUNTED_DIGITS}\d])割(?:(?P<ones>[{COUNTED_DIGITS}\d])分)?"
)
FRACTION = re.compile(
    rf"((?<![0-9])(?<![0-9][.,]){DIGITS}|(?<![{H}{S}]){HAN})(?:分之|分の|분의\s?)({DECIMAL_HAN}|{DIGITS}|{HAN})"
)
PART_OF = re.compile("分之|分の|분의")
EVERY = re.compile(
    rf"每(?P<under>{DIGITS}|[{H}十]+)[个名]?[\u4e00-\u9fff]{{1,3}}?[中哩]?就?有(?P<over>\d{{1,2}}|[{H}十]{{1,2}})(?=[人个名])"
)
ONE_OF = re.compile(
    rf"(?P<under>(?<![0-9])[0-9]{{1,3}}|(?<![{H}十])[{H}十]{{1,4}})[个名]?人?[中里]?(?:选|取|录取|挑)一(?![些点家])"
)  # 十人取一
SLASH_FRACTION = re.compile(r"(?<![\d/])(?:(\d{1,3})\s)?(\d{1,2})[/⁄](\d{1,3})(?![\d/])")
PRINTED_PARTS = {"½": (1, 2), "¼": (1, 4), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3), "⅕": (1, 5), "⅛": (1, 8)}
PART_SIGN, SLASH = re.compile(f"[{''.join(PRINTED_PARTS)}]"), re.compile("[0-9][/⁄]")  # most texts have none
PRINTED_PART = re.compile(rf"(?<![\d.,])(\d{{1,9}})?\s?([{''.join(PRINTED_PARTS)}])")
PICKED = re.compile("[选取挑]一")
HALF_OF_UNIT = re.compile(
    r"(?<![两一二三四五六七八九十\d个点])半(?=个?(?:小时|钟头|月(?![\u4e00-\u9fff])|多?月)|年|世纪)"
)
ONE_SPAN = re.compile(r"(?<![a-z])an?(?=\s(?:decade|century|fortnight)(?![a-z]))(?!\s[a-z]+\sand\sa\shalf)")
DAYS_BY_WORD = {
    "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "이레": 7, "여드레": 8, "아흐레": 9,
    "열흘": 10, "보름": 15,
}  # fmt: skip
MONTHS_BY_WORD = KOREAN_ONES | {"석": 3, "서": 3, "넉": 4}  # which only measures count with
KOREAN_MONTHS = re.compile(rf"(?<![가-힣])({'|'.join(MONTHS_BY_WORD)})\s?달(?=[\s여간만째에의,.]|$)")
KOREAN_DAYS = re.compile(rf"(?<![가-힣])(?:{'|'.join(DAYS_BY_WORD)})")
HAN_HALF = re.compile(r"一半|半数|절반")
# First what a text has that need not be searched.
MULTIPLES = [
    ("刻钟", re.compile(r"(?<![点时])([一三]|3|1)刻钟"), 15, "minute"),
    ("甲子", re.compile(rf"([{COUNTED_DIGITS}两1-9])个?甲子"), 60, "year"),
    ("旬", re.compile(r"(?<![上中下初])([五六七八九])旬(?!月)"), 10, "age"),
]

_UNITS = {word: value for word, value in ENGLISH_UNITS.items() if value}
_SMALL = "|".join(sorted([*_UNITS, *ENGLISH_TENS, "hundred"], key=len, reverse=True))
_NUMERALS = ENGLISH_UNITS | ENGLISH_TENS
UNDER = {
    "half": 2, "quarter": 4, "hundredth": 100, "thousandth": 1000, "ten-thousandth": 10**4,
    "hundred-thousandth": 10**5, "millionth": 10**6,
    **{ordinal: _NUMERALS[word] for ordinal, word in ENGLISH_ORDINALS.items() if _NUMERALS.get(word, 0) > 2},
}  # fmt: skip
_OVER = r"(?P<over>an?|one|two|three|four|five|six|seven|eight|nine|\d{1,2})"
_UNDER = "|".join(sorted(UNDER, key=len, reverse=True))
OF_A_SCALE = rf"(?:\s(?:of\s)?an?\s(?P<scale>{SCALE_WORD}|dozen)(?![a-z]))?"
# "users and half a million drivers", but not "one and a half million"
A_NUMBER_OF_ITS_OWN = rf"(?=(?:half|an?\squarter\sof)\sa\s(?:{SCALE_WORD})(?![a-z]))"
ENGLISH_FRACTION = re.compile(
    rf"(?<![a-z])(?:(?<!\sand\s)(?<!\sand\sa\s)|{A_NUMBER_OF_ITS_OWN})(?<!and-a-)(?:{_OVER}[\s-])?(?P<under>{_UNDER})(?P<many>s?)(?![a-z]){OF_A_SCALE}"
)
OF_A_UNIT = re.compile(r"(?:\sof)?\san?(?=\s(?:hour|century|year|month|decade)(?![a-z]))")
# "a third reading" is one in a row, "a third of the boats" and "a third more" are shares.
NEXT_IN_A_ROW = re.compile(r"\s(?!(?:of|more|less|fewer|larger|smaller|higher|lower|the|as)(?![a-z]))[a-z]")
# "a third round" is surely one in a row.
SURELY_NEXT = re.compile(
    r"\s(?:consecutive|straight|successive|rounds?|terms?|time|meeting|summit|session|visit|phase|stage|day|week|month|year)(?![a-z])"
)
# "one in five years" is no share.
OUT_OF = re.compile(
    rf"(?<![a-z\d-])(?P<over>one|two|three|four|five|six|seven|eight|nine|\d)\s(?:in|out\sof)(?:\s(?:every|an?(?=\s[ht])))?"
    rf"\s(?P<under>{_SMALL}|thousand|\d{{1,3}})(?!\w|[.,:]\d|%|-)(?!\s(?:years?|months?|weeks?|days?|hours?|minutes?)(?![a-z]))"
)
AND_A_HALF = re.compile(
    r"(?<![a-z])(?:an?|one)\s(?=(?:year|month|week|day|hour|decade|century)\sand\sa\shalf)"
)
HALF_PAST = re.compile(rf"(?<![a-z])half[\s-]past\s(?P<hour>{'|'.join(_UNITS)}|\d{{1,2}})(?![a-z\d])")


def shares(text: str, language: str = "") -> Iterator[Share]:
    """The shares that a folded text prints; where two overlap, the first of them is meant."""
    yield from _tenths(text, language)
    yield from _han_shares(text)
    yield from _signs(text)
    yield from _english_shares(text)


def _tenths(text, language):
    patterns = (TENTHS, JAPANESE_TENTHS) if language == "ja" else (TENTHS,)
    for pattern in patterns:
        for match in pattern.finditer(text):
            ones = match["ones"] or "0"
            value = 10 * han_value(match["tens"]) + (5 if ones == "半" else han_value(ones))
            also = {Fraction(value, 10), Fraction(value, 100)}
            yield Share(*match.span(), value, "percent", frozenset(also))


def _han_shares(text):
    for match in FRACTION.finditer(text) if PART_OF.search(text) else ():
        over, under = max(han_values(match[2])), max(han_values(match[1]))
        if under == 100:
            yield Share(*match.span(), over, "percent")
        elif under:
            yield _part(match, Fraction(over) / under)
    for match in EVERY.finditer(text) if "每" in text else ():
        if under := han_value(match["under"]):
            yield _part(match, Fraction(han_value(match["over"]), under))
    for match in ONE_OF.finditer(text) if PICKED.search(text) else ():
        if under := max(han_values(match["under"])):
            yield _part(match, Fraction(1, under))
    for match in HAN_HALF.finditer(text):
        yield _part(match, Fraction(1, 2))._replace(is_stated=False)
    for match in HALF_OF_UNIT.finditer(text) if "半" in text else ():
        yield Share(*match.span(), Fraction(1, 2), is_stated=False)
    if IN_HANGUL.search(text):
        for match in KOREAN_MONTHS.finditer(text):
            yield Share(*match.span(), MONTHS_BY_WORD[match[1]], "month")
        for match in KOREAN_DAYS.finditer(text):
            yield Share(*match.span(), DAYS_BY_WORD[match[0]], "day")
    for sign, pattern, times, unit in MULTIPLES:
        for match in pattern.finditer(text) if sign in text else ():
            yield Share(*match.span(), times * max(han_values(match[1])), unit)


def _signs(text):
    for match in PRINTED_PART.finditer(text) if PART_SIGN.search(text) else ():
        yield Share(*match.span(), int(match[1] or 0) + Fraction(*PRINTED_PARTS[match[2]]))
    for match in SLASH_FRACTION.finditer(text) if SLASH.search(text) else ():
        if int(match[3]):
            share = int(match[1] or 0) + Fraction(int(match[2]), int(match[3]))
            yield _part(match, share)._replace(is_stated=False)


def _english_shares(text):
    runs = latin_runs(text)
    for match in matches_in(ONE_SPAN, text, runs):
        yield Share(*match.span(), 1, is_stated=False)
    for match in matches_in(OUT_OF, text, runs):
        if under := _worth(match["under"]):
            yield _part(match, Fraction(_worth(match["over"]), under))
    for match in matches_in(AND_A_HALF, text, runs):
        yield Share(match.start(), match.end() - 1, Fraction(3, 2))
    for match in matches_in(HALF_PAST, text, runs):
        yield Share(*match.span(), _worth(match["hour"]) + Fraction(1, 2), "clock")
    for match in matches_in(ENGLISH_FRACTION, text, runs):
        if share := _english_fraction(text, match):
            yield share


def _english_fraction(text, match) -> Share | None:
    over, under = match["over"], UNDER[match["under"]]
    value = Fraction(_worth(over or "a"), under)
    if match["scale"]:
        value *= 12 if match["scale"] == "dozen" else scale_of(match["scale"])
        return Share(*match.span(), int(value) if value.denominator == 1 else value)
    if of_a_unit := OF_A_UNIT.match(text, match.end()):
        return Share(match.start(), of_a_unit.end(), value, is_stated=under == 4 and bool(over))
    is_ordinal = under > 10 and not match["many"] and over not in ("a", "an", "one")  # the three hundredth
    if is_ordinal or (not over and under != 2):  # the ninth
        return None
    is_of_one = over in ("a", "an") and not match["many"]
    if is_of_one and under not in (2, 4) and SURELY_NEXT.match(text, match.end()):
        return None
    share = _part(match, value)._replace(is_stated=under not in (2, 4))  # the third quarter is of a year
    if is_of_one and under != 2 and NEXT_IN_A_ROW.match(text, match.end()):
        return share._replace(also=share.also | {under})
    return share


def _part(match: re.Match, share: Fraction) -> Share:
    """A third is 33 per cent as well."""
    return Share(*match.span(), share, also=frozenset({share * 100, round(share * 100) or share}))


def _worth(word: str) -> int:
    if word in ("a", "an"):
        return 1
    return int(word) if word.isdigit() else {**_UNITS, **ENGLISH_TENS, "hundred": 100, "thousand": 1000}[word]


def scale_of(word: str) -> int:
    """hundred, million, bn: how many."""
    return {"hundred": 100, **ENGLISH_SCALES, "mn": 10**6, "bn": 10**9, "tn": 10**12}[word]
