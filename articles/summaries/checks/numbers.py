"""The numbers that a text states, in any notation: 3萬5千, 35,000, 35 thousand; 15％, 百分之十五, 三分之一.

A number that is *stated* has to be borne out elsewhere. What may be read as one (the 三 of a place, a list of
five names) is found as well, because it may bear another one out.
"""

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from articles.summaries.checks.numerals import (
    HAN_DIGITS,
    KOREAN_SCALES,
    LATIN_SCALES,
    LATIN_TENS,
    LATIN_UNITS,
    ORDINALS,
    SHORT_SCALES,
    han_values,
    latin_values,
)
from articles.summaries.checks.reading import mask_all
from articles.text.scripts import fold
from articles.text.words import words


@dataclass(frozen=True)
class Number:
    """values: what it may be worth; a year and a half is 1½ and 18. unit: "" when it cannot be told.

    is_stated: it counts something here, so it must be borne out. is_round: about, nearly, more than so many.
    is_small: one to three, which both languages imply in many ways (both, a pair, 雙方).
    """

    values: frozenset[Fraction]
    unit: str
    start: int
    end: int
    is_stated: bool = True
    is_round: bool = False
    is_small: bool = False


H = "〇零一二三四五六七八九两廿卅"
SCALES = "十百千万亿兆"
DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)"
DECIMAL_HAN = rf"[{H}十]+点[{H}]+(?:[万亿兆](?!一)|(?=[%倍度成个公]))"
NUMERAL = re.compile(
    rf"{DECIMAL_HAN}"
    rf"|(?:{DIGITS}|[{H}{SCALES}]+)(?:[ ]?[{SCALES}]+(?:[ ]?(?:{DIGITS}|[{H}]+(?=[{SCALES}])))?)*"
)
KOREAN_SCALE = re.compile(r"(?<=\d)( ?)([천만억조]+)")
FRACTION = re.compile(rf"({DIGITS}|[{H}{SCALES}]+)分之({DECIMAL_HAN}|{DIGITS}|[{H}{SCALES}]+)")
TENTHS = re.compile(r"([一二三四五六七八九\d])成([一二三四五六七八九])(?![年月日个名成])")  # 七成七: 77 %
SLASH_FRACTION = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,3})(?![\d/])")

LATIN_NUMERALS = [*LATIN_UNITS, *LATIN_TENS, "hundred", *LATIN_SCALES, *ORDINALS]
_WORD = "|".join(sorted(LATIN_NUMERALS, key=len, reverse=True))
LATIN_NUMBER = re.compile(rf"(?<![a-z])(?:{_WORD})(?:[\s-]+(?:and\s+)?(?:{_WORD}))*(?![a-z])")
LATIN_FRACTION = re.compile(
    r"(?<![a-z])(?P<over>a|one|two|three|four|five|\d+)[\s-](?P<under>third|quarter|fifth|sixth|eighth|tenth)s?(?=\s+of|\s*[a-z]*)(?![a-z])"
)
UNDER = {"third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
ENGLISH_SCALE = re.compile(r"[\s-]?(thousand|million|billion|trillion|mn|bn|tn|[km](?![a-z/]))(?![a-z])")

# What a number counts, where both languages have one word for it. A unit in the table keeps 48 hours from
# bearing 48 days out; whatever is not in it is compared by worth alone.
UNITS = [
    ("percent", r"\s?(?:%|percent|per\scent|percentage|个百分点|퍼센트)"),
    (
        "year",
        r"\s?[多余几]?(?:个?年(?!代|级|度|初|中|底|末|前夕)|years?(?![a-z])|년(?!대))|[\s-]years?(?![a-z])",
    ),
    ("month", r"\s?[多余几]?(?:个?多?月|개월|か月|ヶ月|カ月)|[\s-]months?(?![a-z])"),
    ("week", r"\s?[多余几]?(?:个?星期|周(?!年|边)|个?礼拜|주일?)|[\s-]weeks?(?![a-z])"),
    ("day", r"\s?[多余几]?(?:天(?!皇|下|然)|日(?!本|元|韩|军|方|币)|일)|[\s-]days?(?![a-z])"),
    ("hour", r"\s?[多余几]?(?:个?小时|个?钟头|个钟|时间|시간)|[\s-]hours?(?![a-z])"),
    ("minute", r"\s?[多余几]?(?:分钟|分间|분)|[\s-](?:minutes?|mins?)(?![a-z])"),
    ("decade", r"[\s-]decades?(?![a-z])"),
    ("century", r"\s?个?世纪|[\s-]centur(?:y|ies)(?![a-z])"),
    ("fortnight", r"[\s-]fortnights?(?![a-z])"),
    ("dozen", r"[\s-]dozens?(?![a-z])"),
    ("score", r"成(?![为员立功果本就长])"),
    ("clock", r"(?:点(?!名|出|明|头|子|滴)|时(?!间|代|期))|:\d\d|\s?[ap]\.?m(?![a-z])"),
]
UNIT = [(name, re.compile(pattern)) for name, pattern in UNITS]
HALF_BEHIND = re.compile(
    r"\s?(?:[\u4e00-\u9fff](?<![一过前后上下大]))?半(?!岛|导|数|球|场)|\sand\sa\shalf|-and-a-half|½|\s1/2"
)
MORE_BEHIND = re.compile(r"\s?[多余來来]|\splus(?![a-z])|\sodd(?![a-z])|\+")
ROUND_BEFORE = re.compile(
    r"(?:约|大约|近|将近|接近|逾|超过|超过了|高达|多达|达|至少|最多|不到|不足|上|大概|左右|about|around|roughly|approximately|some|nearly|almost|over|above"
    r"|more\sthan|less\sthan|fewer\sthan|under|at\sleast|up\sto|close\sto|just\sover|just\sunder|well\sover|an?\sestimated)\s?[¥$€£￥]?\s?(?:us\$|nt\$)?$"
)
VAGUE_BEFORE = re.compile(r"[数几]$|(?:several|few|many|hundreds\sof|tens\sof)\s$")
VAGUE_BEHIND = re.compile(r"几|分之")
ORDINAL_BEFORE = re.compile(r"第\s?$")
GLUED_BEFORE = re.compile(r"[a-z][-‑]?$|[a-z]\.$|[#/.]$")
GLUED_BEHIND = re.compile(r"[a-z]")

# What implies a number without stating it.
IMPLIED = [
    (re.compile(r"半(?=年)|half(?=\sa\syear)"), {Fraction(6), Fraction(1, 2)}),
    (re.compile(r"半(?=个?(?:小时|钟))|half(?=\san\shour)"), {Fraction(30), Fraction(1, 2)}),
    (re.compile(r"半(?=个?世纪)|half(?=\sa\scentury)"), {Fraction(50), Fraction(1, 2)}),
    (re.compile(r"半|(?<![a-z])half|(?<![a-z])halve"), {Fraction(1, 2), Fraction(50)}),
    (
        re.compile(r"[双俩二再次对]|both|pair|twice|double|bilateral|couple|either|between|again|또|둘|두"),
        {Fraction(2)},
    ),
    (re.compile(r"trilateral|triple|trio|thrice|세|셋|삼"), {Fraction(3)}),
    (re.compile(r"quadrilateral|quad(?![a-z])|네|넷"), {Fraction(4)}),
    (re.compile(r"dozen|[一两数几]打"), {Fraction(12), Fraction(10)}),
    (re.compile(r"decade|旬"), {Fraction(10)}),
    (re.compile(r"centur|hundred|世纪"), {Fraction(100)}),
    (re.compile(r"fortnight"), {Fraction(14), Fraction(2)}),
    (re.compile(r"(?<![a-z])(?:a\s|per\s)?week(?:ly)?(?![a-z])|[一每本上下]周"), {Fraction(7)}),
    (re.compile(r"quarter|季"), {Fraction(3), Fraction(1, 4)}),
    (re.compile(r"다섯"), {Fraction(5)}),
    (re.compile(r"여섯"), {Fraction(6)}),
    (re.compile(r"일곱"), {Fraction(7)}),
    (re.compile(r"여덟"), {Fraction(8)}),
    (re.compile(r"아홉"), {Fraction(9)}),
    (re.compile(r"열(?=\s|[가-힣])"), {Fraction(10)}),
]
SENTENCE = re.compile(r"[^。！？!?;；\n]+")
LATIN_SENTENCE = re.compile(r"(?:[^.!?;\n。]|\.(?=\d))+")


def numbers(text: str) -> list[Number]:
    """The numbers of a folded text in which dates and names are blanked, in order of place."""
    text = KOREAN_SCALE.sub(lambda match: match[1] + match[2].translate(KOREAN_SCALES), text)
    found = []
    for scan in (_fractions, _numerals, _latin_numbers):
        new = list(scan(text))
        found += new
        for number in new:
            text = text[: number.start] + "¤" * (number.end - number.start) + text[number.end :]
    return sorted(found, key=lambda number: number.start)


def implied(text: str) -> set[Fraction]:
    """What a folded text implies without a numeral: both, half a year, a list of five names."""
    found = set().union(*(values for pattern, values in IMPLIED if pattern.search(text)))
    for sentence in SENTENCE.findall(text):
        for clause in re.split(r"[，,：:]", sentence):
            if marks := clause.count("、"):
                found |= {Fraction(marks + 1), Fraction(marks + 2)}
        if marks := sentence.count("，"):
            found |= {Fraction(marks + 1)}
    for sentence in LATIN_SENTENCE.findall(text):
        if (marks := sentence.count(", ")) and re.search(r"(?<![a-z])(?:and|or)(?![a-z])", sentence):
            found |= {Fraction(marks + 1), Fraction(marks + 2)}
    return found


def _fractions(text):
    for match in TENTHS.finditer(text):
        over = max(han_values(match[1])) * 10 + max(han_values(match[2]))
        yield _number(text, *match.span(), {over, over / 10}, unit="percent")
    for match in FRACTION.finditer(text):
        over, under = max(han_values(match[2])), max(han_values(match[1]))
        if under == 100:
            yield _number(text, *match.span(), {over}, unit="percent")
        elif under:
            yield _number(text, *match.span(), _of_a_part(over / under))
    for match in SLASH_FRACTION.finditer(text):
        if int(match[2]):
            share = Fraction(int(match[1]), int(match[2]))
            yield _number(text, *match.span(), _of_a_part(share), is_stated=False)
    for match in LATIN_FRACTION.finditer(text):
        over = 1 if match["over"] == "a" else LATIN_UNITS.get(match["over"]) or int(match["over"])
        is_stated = match["under"] != "quarter"  # the third quarter is a part of a year
        yield _number(
            text, *match.span(), _of_a_part(Fraction(over, UNDER[match["under"]])), is_stated=is_stated
        )


def _of_a_part(share: Fraction) -> set[Fraction]:
    """A third is 33 per cent as well."""
    return {share, share * 100, Fraction(round(share * 100))}


def _numerals(text):
    for match in NUMERAL.finditer(text):
        start, end = match.span()
        values = han_values(match[0])
        is_stated = _is_stated(text, start, end, match[0])
        if scale := ENGLISH_SCALE.match(text, end):
            factor = LATIN_SCALES.get(scale[1]) or SHORT_SCALES[scale[1]]
            # 5m is five metres as often as five million
            values = {value * factor for value in values} | (values if scale[1] == "m" else set())
            end = scale.end()
        yield _number(text, start, end, values, is_stated=is_stated)


def _latin_numbers(text):
    for match in LATIN_NUMBER.finditer(text):
        tokens = [(token[0], token.span()) for token in re.finditer("[a-z]+", match[0])]
        for value, first, behind in latin_values([token for token, _ in tokens]):
            start, end = match.start() + tokens[first][1][0], match.start() + tokens[behind - 1][1][1]
            yield _number(text, start, end, {value}, is_stated=not _is_vague(text, start, end))


def _number(text, start, end, values, unit="", is_stated=True) -> Number:
    unit = unit or _unit(text, end)
    is_round = bool(ROUND_BEFORE.search(text, max(0, start - 20), start) or MORE_BEHIND.match(text, end))
    if HALF_BEHIND.match(text, end):
        values = {value + Fraction(1, 2) for value in values}
    converted = frozenset(other for value in values for other in _converted(value, unit))
    # A decade and a score are not what the other language counts in.
    unit = {"decade": "year", "fortnight": "", "dozen": "", "score": "", "clock": ""}.get(unit, unit)
    is_small = all(value <= 3 and value.denominator == 1 for value in values)
    return Number(converted, unit, start, end, is_stated, is_round, is_small)


def _unit(text: str, end: int) -> str:
    return next((name for name, pattern in UNIT if pattern.match(text, end)), "")


def _converted(value: Fraction, unit: str) -> set[Fraction]:
    """A worth in the units that another text may count in."""
    factors = {
        "year": [12] if value <= 3 or value.denominator > 1 else [],
        "month": [Fraction(1, 12)] if value % 6 == 0 else [],
        "week": [7] if value <= 4 else [],
        "day": [Fraction(1, 7)] if value % 7 == 0 and value <= 28 else [],
        "hour": [60] if value <= 3 or value.denominator > 1 else [],
        "minute": [Fraction(1, 60)] if value % 30 == 0 else [],
        "fortnight": [2, 14],
        "dozen": [12],
        "score": [10, Fraction(1, 10)],
        "decade": [10],
        "century": [100],
    }.get(unit, [])
    if unit == "clock":
        return {value, value + 12, value - 12}
    kept = set() if unit in ("decade", "dozen") else {value}
    return kept | {value * factor for factor in factors}


def _is_stated(text, start, end, printed) -> bool:
    if GLUED_BEFORE.search(text, max(0, start - 2), start) or _is_vague(text, start, end):
        return False
    if printed[0].isdigit():
        return True
    if len(printed) == 1:
        if printed in SCALES and printed != "十":
            return False
        return bool(ORDINAL_BEFORE.search(text, max(0, start - 2), start) or _counted().match(text, end))
    if any(char in SCALES for char in printed):
        return not set(printed) <= set("百千万亿兆")
    # 三五天, 五四: digits in a row say a year or a code.
    return len(printed) == 4 or "〇" in printed


def _is_vague(text, start, end) -> bool:
    before = text[max(0, start - 12) : start]
    return bool(VAGUE_BEFORE.search(before) or VAGUE_BEHIND.match(text, end))


@lru_cache(maxsize=1)
def _counted() -> re.Pattern:
    return re.compile("|".join(sorted({fold(word) for word in words("counted")}, key=len, reverse=True)))


@lru_cache(maxsize=1)
def _uncounted() -> re.Pattern:
    listed = sorted({fold(word) for word in words("numeral_words")}, key=len, reverse=True)
    minutes = "十分(?!钟)"
    weekdays = r"(?:星期|礼拜|周)[一二三四五六日天]"
    return re.compile("|".join([minutes, weekdays, *(word for word in listed if word != "十分")]))


def without_uncounted(text: str) -> str:
    """A folded text with the words blanked whose numeral counts nothing (一直, 三星, 週三)."""
    return mask_all(text, _uncounted())


def is_numeral(char: str) -> bool:
    return char.isdigit() or char in HAN_DIGITS or char in SCALES
