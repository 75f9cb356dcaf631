"""The numbers that a text states, in any notation: 3萬5千, 35,000, 35 thousand; 15％, 百分之十五, 三分之一.

A number that is *stated* has to be borne out elsewhere. What may be read as one (the 三 of a place, a list of
five names) is found as well, because it may bear another one out.
"""

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from articles.summaries.checks.numerals import (
    KOREAN_SCALES,
    LATIN_SCALES,
    LATIN_UNITS,
    ORDINALS,
    SHORT_SCALES,
    han_values,
    latin_values,
)
from articles.summaries.checks.reading import mask, mask_all
from articles.text.numerals import ENGLISH_TENS
from articles.text.scripts import fold
from articles.text.words import words


@dataclass(frozen=True)
class Number:
    """values: what it may be worth; a year and a half is 1½ and 18. unit: "" when it cannot be told.

    is_stated: it counts something here, so it must be borne out. rounded: "about", "over" or "under" so many.
    is_small: one to three, which both languages imply in many ways (both, a pair, 雙方).
    """

    values: frozenset[int | Fraction]
    unit: str
    start: int
    end: int
    is_stated: bool = True
    rounded: str = ""
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

LATIN_NUMERALS = [*LATIN_UNITS, *ENGLISH_TENS, "hundred", *LATIN_SCALES, *ORDINALS]
_WORD = "|".join(sorted(LATIN_NUMERALS, key=len, reverse=True))
LATIN_NUMBER = re.compile(
    rf"(?<![a-z])(?:{_WORD})(?:[\s-]+(?:and\s+)?(?:{_WORD}))*(?:(?=fold(?![a-z]))|(?![a-z]))"
)
UNDER = {
    "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "hundredth": 100, "thousandth": 1000, "ten-thousandth": 10**4, "hundred-thousandth": 10**5,
    "millionth": 10**6,
}  # fmt: skip
_OVER = r"(?P<over>an?|one|two|three|four|five|six|seven|eight|nine|\d+)"
_UNDER = "|".join(sorted(UNDER, key=len, reverse=True))
LATIN_FRACTION = re.compile(rf"(?<![a-z]){_OVER}[\s-](?P<under>{_UNDER})(?P<many>s?)(?![a-z])")
# "a third reading" is one in a row, "a third of the boats" and "a third more" are shares.
NEXT_IN_A_ROW = re.compile(r"\s(?!(?:of|more|less|fewer|larger|smaller|higher|lower|the|as)(?![a-z]))[a-z]")
OUT_OF = re.compile(
    r"(?<![a-z\d])(?P<over>one|two|three|four|five|six|seven|eight|nine|\d)\s(?:in|out\sof)(?:\severy)?"
    r"\s(?P<under>three|four|five|six|seven|eight|nine|ten|[1-9]|10|100)(?![\w.,%-])(?!\s(?:of\sthe|years?|months?|weeks?|days?|hours?|minutes?)(?![a-z]))"
)
AND_A_HALF = re.compile(
    r"(?<![a-z])(?:an?|one)\s(?=(?:year|month|week|day|hour|decade|century)\sand\sa\shalf)"
)
HALF_PAST = re.compile(rf"(?<![a-z])half[\s-]past\s(?P<hour>{'|'.join(LATIN_UNITS)}|\d{{1,2}})(?![a-z\d])")
# 5兆瓦 is five megawatts, 3千米 three kilometres or thousands of metres.
PREFIX_OF_UNIT = re.compile(r"(?<=[千兆])(?=瓦|赫|帕|焦|伏|米|克|卡|字节|位元)")
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
UNIT = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in UNITS))
HALF_BEHIND = re.compile(
    r"\s?(?:[\u4e00-\u9fff](?<![一过前后上下大]))?半(?!岛|导|数|球|场)|\sand\sa\shalf|-and-a-half|½|\s1/2"
)
_MONEY = r"\s?[¥$€£￥]?\s?(?:us\$|nt\$)?$"
ABOUT = re.compile(
    rf"(?:约|大约|大概|左右|概|about|around|roughly|approximately|some|an?\sestimated|circa){_MONEY}"
)
OVER = re.compile(
    r"(?:逾|超过|超过了|突破|破|达|高达|多达|至少|上"
    rf"|(?:just\s|well\s)?over|above|more\sthan|at\sleast|passed|exceed(?:s|ed|ing)?){_MONEY}"
)
UNDER_SO_MANY = re.compile(
    r"(?:近|将近|接近|最多|不到|不足|未满"
    rf"|nearly|almost|less\sthan|fewer\sthan|(?:just\s)?under|up\sto|close\sto|at\smost){_MONEY}"
)
MINUTES_BEHIND = re.compile(r"(?::|[点时])(\d\d)(?!\d)")
MORE_BEHIND = re.compile(r"\s?[多余來来]|\splus(?![a-z])|\sodd(?![a-z])|\+")
DECADE_BEHIND = re.compile("年代")
VAGUE_BEFORE = re.compile(r"[数几]$|(?:several|few|many|hundreds\sof|tens\sof)\s$")
VAGUE_BEHIND = re.compile(r"几|分之")
ORDINAL_BEFORE = re.compile(r"第\s?$")
GLUED_BEFORE = re.compile(r"[a-z][-‑]?$|[a-z]\.$|[#/.]$")

# What implies a number without stating it.
IMPLIED = [
    (re.compile(r"半(?=年)|half(?=\sa\syear)"), {6, Fraction(1, 2)}),
    (re.compile(r"半(?=个?(?:小时|钟))|half(?=\san\shour)"), {30, Fraction(1, 2)}),
    (re.compile(r"(?<=[点时])半|half[\s-]past"), {30}),
    (re.compile(r"半(?=个?世纪)|half(?=\sa\scentury)"), {50, Fraction(1, 2)}),
    (re.compile(r"半|(?<![a-z])half|(?<![a-z])halve"), {Fraction(1, 2), 50}),
    (
        re.compile(r"[双俩二再次对]|both|pair|twice|double|bilateral|couple|either|between|again|또|둘|두"),
        {2},
    ),
    (re.compile(r"trilateral|triple|trio|thrice|세|셋|삼"), {3}),
    (re.compile(r"quadrilateral|quad(?![a-z])|네|넷"), {4}),
    (re.compile(r"dozen|[一两数几]打"), {12, 10}),
    (re.compile(r"decade|旬"), {10}),
    (re.compile(r"centur|hundred|世纪"), {100}),
    (re.compile(r"fortnight"), {14, 2}),
    (re.compile(r"(?<![a-z])(?:a\s|per\s)?week(?:ly)?(?![a-z])|[一每本上下]周"), {7}),
    (re.compile(r"[上下]半年|(?:first|second)\shalf"), {6}),
    (re.compile(r"quarter|季"), {3, Fraction(1, 4)}),
    (re.compile(r"다섯"), {5}),
    (re.compile(r"여섯"), {6}),
    (re.compile(r"일곱"), {7}),
    (re.compile(r"여덟"), {8}),
    (re.compile(r"아홉"), {9}),
    (re.compile(r"열(?=\s|[가-힣])"), {10}),
]
MONTHS_TO = re.compile(r"(?<!\d)(?:1|一)月?\s?[-~—–至到]\s?(\d{1,2})\s?月")  # 1-7月: seven months
SENTENCE = re.compile(r"[^。！？!?;；\n]+")
LATIN_SENTENCE = re.compile(r"(?:[^.!?;\n。]|\.(?=\d))+")


def numbers(text: str) -> list[Number]:
    """The numbers of a folded text in which dates and names are blanked, in order of place."""
    text = KOREAN_SCALE.sub(lambda match: match[1] + match[2].translate(KOREAN_SCALES), text)
    found = []
    for scan in (_fractions, _numerals, _latin_numbers):
        new = list(scan(text))
        found += new
        text = mask(text, [(number.start, number.end) for number in new], "¤")
    return sorted(found, key=lambda number: number.start)


def implied(text: str) -> set[int | Fraction]:
    """What a folded text implies without a numeral: both, half a year, a list of five names."""
    found = set().union(*(values for pattern, values in IMPLIED if pattern.search(text)))
    found |= {int(month) for month in MONTHS_TO.findall(text)}
    for sentence in SENTENCE.findall(text):
        for clause in re.split(r"[，,：:]", sentence):
            if marks := clause.count("、"):
                found |= {marks + 1, marks + 2}
        if marks := sentence.count("，"):
            found |= {marks + 1}
    for sentence in LATIN_SENTENCE.findall(text):
        if (marks := sentence.count(", ")) and re.search(r"(?<![a-z])(?:and|or)(?![a-z])", sentence):
            found |= {marks + 1, marks + 2}
    return found


def _fractions(text):
    for match in TENTHS.finditer(text):
        over = max(han_values(match[1])) * 10 + max(han_values(match[2]))
        yield _number(text, *match.span(), {over, Fraction(over, 10)}, unit="percent")
    for match in FRACTION.finditer(text):
        over, under = max(han_values(match[2])), max(han_values(match[1]))
        if under == 100:
            yield _number(text, *match.span(), {over}, unit="percent")
        elif under:
            yield _number(text, *match.span(), _of_a_part(Fraction(over) / under))
    for match in SLASH_FRACTION.finditer(text):
        if int(match[2]):
            share = Fraction(int(match[1]), int(match[2]))
            yield _number(text, *match.span(), _of_a_part(share), is_stated=False)
    yield from _latin_fractions(text)


def _latin_fractions(text):
    for match in OUT_OF.finditer(text):
        share = Fraction(_worth(match["over"]), _worth(match["under"]))
        yield _number(text, *match.span(), _of_a_part(share))
    for match in AND_A_HALF.finditer(text):
        yield _number(text, match.start(), match.end() - 1, {Fraction(3, 2)})
    for match in HALF_PAST.finditer(text):
        yield _number(text, *match.span(), {_worth(match["hour"]) + Fraction(1, 2)}, unit="clock")
    for match in LATIN_FRACTION.finditer(text):
        under = UNDER[match["under"]]
        values = _of_a_part(Fraction(_worth(match["over"]), under))
        is_of_one = match["over"] in ("a", "an") and not match["many"]
        if is_of_one and NEXT_IN_A_ROW.match(text, match.end()):
            values |= {under}
        is_stated = match["under"] != "quarter"  # the third quarter is a part of a year
        yield _number(text, *match.span(), values, is_stated=is_stated)


def _worth(word: str) -> int:
    if word in ("a", "an"):
        return 1
    return int(word) if word.isdigit() else LATIN_UNITS[word]


def _of_a_part(share: Fraction) -> set[int | Fraction]:
    """A third is 33 per cent as well."""
    return {share, share * 100} | ({round(share * 100)} if share * 100 >= 1 else set())


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
    half = HALF_BEHIND.match(text, end)
    unit = unit or _unit(text, end) or (_unit(text, half.end()) if half else "")
    if PREFIX_OF_UNIT.match(text, end):
        values = values | {value / _SCALE_OF_PREFIX[text[end - 1]] for value in values}
    rounded = _rounded(text, start, end)
    if half:
        values = {value + Fraction(1, 2) for value in values}
    elif unit == "clock" and (minutes := MINUTES_BEHIND.match(text, end)):
        values = values | {value + Fraction(int(minutes[1]), 60) for value in values}
    if DECADE_BEHIND.match(text, end):  # 九十年代, the 1990s
        values = values | {1900 + value for value in values if value < 100}
    converted = frozenset(other for value in values for other in _converted(value, unit))
    # A decade and a score are not what the other language counts in.
    unit = {"decade": "year", "fortnight": "", "dozen": "", "score": "", "clock": ""}.get(unit, unit)
    is_small = all(value <= 3 and value.denominator == 1 for value in values)
    return Number(converted, unit, start, end, is_stated, rounded, is_small)


_SCALE_OF_PREFIX = {"千": Fraction(1000), "兆": Fraction(10**12)}


def _rounded(text: str, start: int, end: int) -> str:
    before = max(0, start - 20)
    if OVER.search(text, before, start) or MORE_BEHIND.match(text, end):
        return "over"
    if UNDER_SO_MANY.search(text, before, start):
        return "under"
    return "about" if ABOUT.search(text, before, start) or text.startswith(("左右", "上下"), end + 1) else ""


def _unit(text: str, end: int) -> str:
    match = UNIT.match(text, end)
    return match.lastgroup if match else ""


def _converted(value: int | Fraction, unit: str) -> set[int | Fraction]:
    """A worth in the units that another text may count in."""
    if unit not in CONVERTED:
        return {value}
    kept = set() if unit in ("decade", "dozen") else {value}
    return kept | CONVERTED[unit](value)


def _is_part(value) -> bool:
    """Small or broken enough to be told in the smaller unit: 1½ years are 18 months."""
    return value <= 3 or value.denominator > 1


CONVERTED = {
    "year": lambda value: {12 * value} if _is_part(value) else set(),
    "month": lambda value: {Fraction(value) / 12} if value % 6 == 0 else set(),
    "week": lambda value: {7 * value} if value <= 4 else set(),
    "day": lambda value: (
        ({24 * value} if value <= 3 else set())
        | ({Fraction(value) / 7} if value % 7 == 0 and value <= 28 else set())
    ),
    "hour": lambda value: {60 * value} if _is_part(value) else set(),
    "minute": lambda value: {Fraction(value) / 60} if value % 30 == 0 else set(),
    "fortnight": lambda value: {2 * value, 14 * value},
    "dozen": lambda value: {12 * value},
    "score": lambda value: {10 * value, Fraction(value) / 10},
    "decade": lambda value: {10 * value},
    "century": lambda value: {100 * value},
    "clock": lambda value: {value + 12, value - 12},
}


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
