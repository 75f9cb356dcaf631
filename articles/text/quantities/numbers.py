"""The numbers that a folded text prints, in any notation: 3萬5千, 35,000, 35 thousand; 15％, 三分之一.

A number that is *stated* has to be borne out elsewhere. What may be read as one (the 三 of a place, a list of
five names) is found as well, because it may bear another one out.
"""

import re
from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache
from itertools import zip_longest
from math import prod

from articles.text.quantities.durations import with_durations
from articles.text.quantities.numerals import english_values, han_values
from articles.text.quantities.patterns import (
    AND_A_PART,
    ENGLISH_NUMBER,
    NUMERAL,
    ORDINAL_BEHIND,
    SCALE_BEHIND,
    TURN_BEHIND,
)
from articles.text.quantities.quantity import Quantity
from articles.text.quantities.reading import latin_runs, mask, matches_in
from articles.text.quantities.shares import UNDER, scale_of, shares
from articles.text.quantities.tables import (
    ENGLISH_ORDINALS,
    ENGLISH_SCALES,
    ENGLISH_TENS,
    FORMAL_DIGITS,
    HAN_WEEKDAYS,
    KOREAN_ONES,
    KOREAN_SCALES,
    KOREAN_TENS,
    NO_WEEKDAY,
    SCALES,
    SHORT_SCALES,
)
from articles.text.quantities.units import (
    KILOWATTS,
    LAST_HOUR,
    POWER,
    PREFIX_OF_UNIT,
    WORTH_OF_PREFIX,
    converted,
    currencies_of,
    rounding,
    unit_of,
)
from articles.text.scripts import fold
from articles.text.words import words

Span = tuple[int, int]

_KOREAN = str.maketrans(KOREAN_SCALES)
KOREAN_SCALE = re.compile(rf"(?<=[0-9])( ?)([{''.join(KOREAN_SCALES)}]+)( (?=[0-9]))?")
# Two syllables or more; one alone begins too many words. Months so counted are read as `shares` has them.
KOREAN_NUMERAL = re.compile(
    rf"(?<![가-힣0-9])(?P<tens>{'|'.join(filter(None, KOREAN_TENS))}|)(?P<ones>{'|'.join(KOREAN_ONES)})"
    r"(?<=[가-힣]{2})(?=\s?[가-힣])(?!\s?달)"
)
# 2017-18, 2026-28: the last year of a season, of a budget or of a plan.
YEARS = re.compile(r"(?<![0-9])((?:1[89]|20)[0-9]{2})[-–/]([0-9]{2})(?![0-9]|[-–/.][0-9])")
MOST_YEARS = 10  # of a plan; what is longer is written out, and 2026-05 is a month
# 3:40:33 of a race. What has two parts is as often a time of the day, a score or a proportion.
TIMED = re.compile(r"(?<![\d:])(\d{1,2}):([0-5]\d):([0-5]\d)(?![\d:])")
RECENT = ("year", "month", "week", "day")  # 近四年 are the last four as often as nearly four
HEIGHT_BEHIND = re.compile(r"米([0-9]{2})(?![0-9.])")  # 1米93
TENS_AS_WORD = re.compile(r"(?<![a-z])(?P<tens>twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies(?![a-z])")
IN_HIS = re.compile(r"(?<![a-z])in\s(?:his|her|their)\s(?:early\s|mid-?\s?|late\s)?$")
LONGEST_IN_HIS = 15  # characters of "in their early "

# Not 半島, 半導體, 半數 and the like.
HALF_BEHIND = re.compile(
    r"\s?(?:时间|[\u4e00-\u9fff](?<![一过前后上下大]))?半(?!岛|导|数|球|场)|\s?(?:시간|년)\s?반"
)
MINUTES_BEHIND = re.compile(r"(?::|[点时])([0-9]{2})(?![0-9])")
MORE_OF_SCALE = re.compile(r"[多余](?=[万亿兆])([万亿兆]{1,2})")  # 六千多億
TO_ANOTHER = re.compile(r"\s?(?:to|or|[-–~至到或])\s?")
SCALE_AT_END = re.compile("[千万亿兆]$|(?:thousand|million|billion|trillion)$")
VAGUE_BEFORE = re.compile(r"[数几]$|(?:several|few|many|hundreds\sof|tens\sof)\s$")
ENDS_OF_VAGUE = re.compile(r"[数几\s]")
VAGUE_BEHIND = ("几", "分之")
ORDINAL_BEFORE = re.compile(r"第\s?$")
GLUED_BEFORE = re.compile(r"[a-z][-‑]?$|[a-z]\.$|[#/.]$")
LONGEST_VAGUE = 12  # characters of "hundreds of "
# Of the scripts without gaps: where one of them stands right behind, no English word and no mark does.
FIRST_SOLID = "\u2e80"


def numbers(text: str, language: str = "", named: Iterable[Span] = ()) -> list[Quantity]:
    """The numbers of a folded text in which dates are blanked, in order of place.

    language: "ja" reads 3割 as a share. named: places of names; a number in one of them is not stated.
    """
    text = KOREAN_NUMERAL.sub(_in_digits, KOREAN_SCALE.sub(_in_han, text))
    reader = _NumberReader(text, [*named, *(match.span() for match in _uncounted().finditer(text))])
    for scan in (reader.shares, reader.years, reader.times, reader.numerals, reader.english):
        reader.take(scan(language))
    found = sorted(reader.found, key=lambda number: number.start)
    scaled = [_with_scale(text, one, other) for one, other in zip_longest(found, found[1:])]
    return with_durations(text, scaled)


def _in_han(match: re.Match) -> str:
    """Korean scales as Han ones; digits behind a gap belong to the number, as in 2천 600."""
    return match[1] + match[2].translate(_KOREAN) + ("0" if match[3] else "")


def _in_digits(match: re.Match) -> str:
    """As long as the words are, so that places stay."""
    worth = KOREAN_TENS[match["tens"]] + KOREAN_ONES[match["ones"]]
    return str(worth).zfill(len(match[0]))


def _with_scale(text: str, one: Quantity, other: Quantity | None) -> Quantity:
    """A number before another one whose scale is its own as well: fifty to sixty thousand, 5至6萬."""
    if other is None or not TO_ANOTHER.fullmatch(text, one.end, other.start):
        return one
    scale = SCALE_AT_END.search(text, other.start, other.end)
    times = (SCALES | ENGLISH_SCALES).get(scale[0], 1) if scale else 1
    if one.exact_value >= times or other.exact_value < times:
        return one
    larger = frozenset(value * times for value in one.values)
    return one._replace(values=one.values | larger, worths=one.worths | larger)


class _NumberReader:
    """Takes numbers out of a text, one kind after the other; what has been read is blanked."""

    def __init__(self, text: str, uncounted: list[Span]):
        self.text, self.found = text, []
        self.uncounted = {at: (start, end) for start, end in uncounted for at in range(start, end)}

    def take(self, numbers: Iterable[Quantity]) -> None:
        new, free = [], 0
        for number in sorted(numbers, key=lambda one: (one.start, -one.end)):
            if number.start >= free:
                new.append(number)
                free = number.end
        self.found += new
        self.text = mask(self.text, [(number.start, number.end) for number in new], "¤")

    def shares(self, language):
        for share in shares(self.text, language):
            start, end, value, unit, also, is_stated = share
            yield self.quantity(start, end, {value}, unit=unit, also=also, is_stated=is_stated)

    def years(self, _):
        for match in YEARS.finditer(self.text):
            first, second = int(match[1]), int(match[2])
            years = (second - first) % 100
            if 0 < years <= MOST_YEARS:
                yield self.quantity(match.start(), match.end(1), {first})
                yield self.quantity(match.start(2), match.end(), {first + years}, also=frozenset({second}))

    def times(self, _):
        for match in TIMED.finditer(self.text):
            for at, unit in enumerate(("hour", "minute", "second"), 1):
                number = self.quantity(*match.span(at), {int(match[at])}, unit=unit)
                yield number._replace(until=number.end + (unit == "hour"))  # minutes go on with their hours

    def numerals(self, _):
        for match in NUMERAL.finditer(self.text):
            start, end = match.span()
            printed = match[0].removeprefix("-")
            if printed.endswith(("万千", "亿千")):  # 240萬千瓦: the thousand is the unit's
                printed, end = printed[:-1], end - 1
            if printed.isdigit() and (height := HEIGHT_BEHIND.match(self.text, end)):
                metres = int(printed) + Fraction(int(height[1]), 100)
                yield self.quantity(start, height.end(), {metres}, unit="metre")
                continue
            values, also, more, ordinal = han_values(printed), frozenset(), None, None
            if self.text[end : end + 1] >= FIRST_SOLID:
                if more := MORE_OF_SCALE.match(self.text, end):
                    values, end = {value * _times(more[1]) for value in values}, more.end()
            elif ordinal := ORDINAL_BEHIND.match(self.text, end):
                end = ordinal.end()
            elif scale := SCALE_BEHIND.match(self.text, end):
                # 5m is five metres as often as five million
                also = values if scale[1] == "m" else also
                factor = ENGLISH_SCALES.get(scale[1]) or SHORT_SCALES[scale[1]]
                values, end = {value * factor for value in values}, scale.end()
            if match["sign"]:
                also, values = also | values, {-value for value in values}
            is_turn = ordinal or TURN_BEHIND.match(self.text, end)
            is_ordinal = bool(is_turn or ORDINAL_BEFORE.search(self.text, max(0, start - 2), start))
            is_stated = self._counts(start, match.end(), printed, is_ordinal)
            number = self.quantity(start, end, values, also=also, is_stated=is_stated, is_ordinal=is_ordinal)
            yield number._replace(rounded="over") if more else number

    def english(self, _):
        runs = latin_runs(self.text)
        for match in matches_in(TENS_AS_WORD, self.text, runs):
            tens = ENGLISH_TENS[f"{match['tens']}y"]
            if IN_HIS.search(self.text, max(0, match.start() - LONGEST_IN_HIS), match.start()):
                ages = frozenset(range(tens + 1, tens + 10))
                yield self.quantity(*match.span(), {tens}, unit="age", also=ages)
            else:  # the nineties
                yield self.quantity(*match.span(), {tens}, is_stated=False)
        for match in matches_in(ENGLISH_NUMBER, self.text, runs):
            found = [(token[0], token.span()) for token in re.finditer("[a-z]+", match[0])]
            for value, first, behind in english_values([word for word, _ in found]):
                start, end = match.start() + found[first][1][0], match.start() + found[behind - 1][1][1]
                is_stated = not self._is_vague(start, end)
                is_ordinal = found[behind - 1][0] in ENGLISH_ORDINALS
                yield self.quantity(start, end, {value}, is_stated=is_stated, is_ordinal=is_ordinal)

    def quantity(
        self, start, end, values, unit="", also=frozenset(), is_stated=True, is_ordinal=False
    ) -> Quantity:
        """A number with all that is printed around it."""
        values, end = self._with_part(start, end, values)
        currencies, until = currencies_of(self.text, start, end)
        half = HALF_BEHIND.match(self.text, end)
        if not unit and not currencies:
            unit, until = unit_of(self.text, start, end)
            if half and not unit:
                unit, until = unit_of(self.text, start, half.end())
        if half:
            values = {value + Fraction(1, 2) for value in values}
        if unit == "clock" and min(values) > LAST_HOUR:  # 28點方案, 收報23,434點
            unit = "score"
        if unit == "clock" and "." in self.text[start:end]:  # 8.43am
            also = also | {int(value) + value % 1 * Fraction(100, 60) for value in values}
        return Quantity(
            values=frozenset(values),
            start=start,
            end=end,
            until=until,
            unit=unit,
            currencies=currencies,
            rounded="about"
            if unit in RECENT and self.text.endswith("近", 0, start)
            else rounding(self.text, start, end),
            is_ordinal=is_ordinal,
            is_stated=is_stated and not self._is_uncounted(start, end),
            worths=frozenset(self._worths(values | also, unit, end)),
        )

    def _with_part(self, start, end, values):
        """one and a half million, a million and a half"""
        match = None if self.text[end : end + 1] >= FIRST_SOLID else AND_A_PART.match(self.text, end)
        if not match:
            return values, end
        part = Fraction(1, UNDER[match["part"]])
        if match["scale"]:
            return {(value + part) * scale_of(match["scale"]) for value in values}, match.end()
        return {value + part * (self._scale(start, end) or 1) for value in values}, match.end()

    def _scale(self, start, end) -> int:
        """The scale with which a printed number ends: million."""
        word = re.split(r"[\s\d-]", self.text[start:end])[-1]
        return scale_of(word) if word in ENGLISH_SCALES else 0

    def _worths(self, values, unit, end):
        if power := POWER.match(self.text, end):  # by itself 45 is as true of megawatts as of gigawatts
            values = {value * KILOWATTS[power.lastgroup] for value in values}
        elif PREFIX_OF_UNIT.match(self.text, end):
            values = values | {Fraction(value) / WORTH_OF_PREFIX[self.text[end - 1]] for value in values}
        if unit == "clock" and (minutes := MINUTES_BEHIND.match(self.text, end)):
            values = values | {value + Fraction(int(minutes[1]), 60) for value in values}
        if self.text.startswith("年代", end):  # 九十年代, the 1990s
            values = values | {1900 + value for value in values if value < 100}
        return {other for value in values for other in converted(value, unit)} if unit else values

    def _counts(self, start, end, printed, is_ordinal) -> bool:
        """Whether a numeral counts something here."""
        if GLUED_BEFORE.search(self.text, max(0, start - 2), start) or self._is_vague(start, end):
            return False
        if printed[0].isdigit() or printed[0] in FORMAL_DIGITS:
            return True
        if len(printed) == 1:
            if printed in SCALES and printed != "十":
                return False
            return is_ordinal or bool(_counted().match(self.text, end))
        if "点" in printed:
            return True
        if any(char in SCALES for char in printed):
            return not set(printed) <= set("百千万亿兆")
        # 三五天, 五四: digits in a row say a year or a code.
        return len(printed) == 4 or "〇" in printed

    def _is_vague(self, start, end) -> bool:
        if self.text.startswith(VAGUE_BEHIND, end):
            return True
        may_be = start and ENDS_OF_VAGUE.match(self.text, start - 1)
        return bool(may_be and VAGUE_BEFORE.search(self.text, max(0, start - LONGEST_VAGUE), start))

    def _is_uncounted(self, start, end) -> bool:
        """Whether a number lies in a name, or in a word whose numeral counts nothing (一直, 三星, 週三)."""
        around = self.uncounted.get(start)
        return around is not None and around[1] >= end


def _times(scales: str) -> int:
    """萬億: how many."""
    return prod(SCALES[scale] for scale in scales)


@lru_cache(maxsize=1)
def _counted() -> re.Pattern:
    return re.compile("|".join(sorted({fold(word) for word in words("counted")}, key=len, reverse=True)))


@lru_cache(maxsize=1)
def _uncounted() -> re.Pattern:
    listed = sorted({fold(word) for word in words("numeral_words")} - {"十分"}, key=len, reverse=True)
    weekdays = [f"{week}[{HAN_WEEKDAYS}]{NO_WEEKDAY}" for week in ("星期", "礼拜", "周")]
    # Every branch begins with a character of its own, so that others are passed over at once.
    return re.compile("|".join(["十分(?!钟)", *weekdays, *listed]))
