"""The dates that a text states, whole or in part: 2025年8月24日, 24日, 24 August, Aug. 24, Sunday."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from articles.text.quantities.complete_dates import (
    NAMED_MONTH,
    CompleteDate,
    complete_dates,
    year_of,
)
from articles.text.quantities.numerals import english_values, han_value
from articles.text.quantities.reading import latin_runs, mask, matches_in
from articles.text.quantities.tables import (
    COUNTED_DIGITS,
    ENGLISH_ORDINALS,
    ERAS,
    HAN_DIGITS,
    HAN_NUMERALS,
    HAN_WEEKDAYS,
    LATIN_ERAS,
    MONTH_NAME,
    NO_WEEKDAY,
    WEEKDAYS,
    month_of,
)


@dataclass(frozen=True)
class PartOfDate:
    """What is printed of a date; None for what is not. weekday: 0 for Monday."""

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None

    def agrees(self, other: "PartOfDate") -> bool:
        """Whether both can be one day: nothing that both print differs, and they share something."""
        parts = ("year", "month", "day", "weekday")
        pairs = [(getattr(self, part), getattr(other, part)) for part in parts]
        both = [(one, two) for one, two in pairs if one is not None and two is not None]
        return bool(both) and all(one == two for one, two in both)


_H = "".join(HAN_DIGITS)
N = rf"(?:\d{{1,2}}|[{COUNTED_DIGITS}十廿卅]{{1,3}})"
NUMERAL_AHEAD = f"(?=[0-9{COUNTED_DIGITS}十廿卅])"
NOT_A_DURATION = r"(?!\s?(?:内|之内|以内|后|之后|以后|间|期|游|本|元|圆|军|方|币|韩|中关|美|媒|产|夜))"
AND = r"\s?(?:[、,和及与至到~～\-–—]|以及)\s?"
# What an era begins with; a look at one character spares the search most places of a text.
FIRST_OF_ERAS = "".join({era[0] for era in ERAS})
# 114年8月24日: a year of the Republic where a month follows.
YEAR = (
    rf"(?=[0-9{FIRST_OF_ERAS}{_H}])(?:"
    r"(?P<roc>(?<!\d)(?:[89]\d|1[0-3]\d))\s?年(?=\s?\d{1,2}\s?月)"
    rf"|(?P<year>\d{{4}}|[{_H}]{{4}})\s?[年년]"
    rf"|(?P<era>{'|'.join(ERAS)})\s?(?P<era_year>\d{{1,3}}|[元{HAN_NUMERALS}]{{1,5}})\s?年)"
)
NAME = rf"(?<![a-z])(?P<name>{MONTH_NAME})(?![a-z])\.?"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
OTHER_DAY = r"(?:(?:\s?[-–—]\s?|\s(?:and|to|or|until|&)\s|,\s?)(?P<other>\d{1,2})(?:st|nd|rd|th)?(?!\d))?"
_ORDINAL = "|".join(sorted(ENGLISH_ORDINALS, key=len, reverse=True))
DAY_WORD = rf"(?:(?:twenty|thirty)[\s-])?(?:{_ORDINAL})"
NUMBERED = "(?!码|线|楼|室|房|机|轮|艇|舰|船|井|厂|馆)"  # 五分之一號碼, 一號機: no day
BEHIND_YEAR = r"(?:,?\s(?P<year>(?:1[0-9]|20|21)\d\d)(?!\d))?"
# News forgets the sign behind a month: 11月20進行.
DAY_SIGN = r"(?:[日号일]|(?<=[0-9]{2})(?=[发举进开上在公与和将赴抵宣]))"
SHAPES = [
    # 2025年8月24日, 令和7年8月24日, 8月23、24日, 8月24日至26日, 8월 24일
    rf"(?=[0-9{FIRST_OF_ERAS}{_H}十廿卅])(?:{YEAR}\s?)?(?<![\d.])(?<!不[到足])(?P<month>{N})\s?[月월](?!来)\s?(?:份\s?)?(?:(?:(?P<other>{N})\s?[日号일]?{AND})?(?P<day>{N})\s?两?{DAY_SIGN})?",
    # 23、24日, 24日, (24)日: the month stands elsewhere.
    rf"{NUMERAL_AHEAD}(?<![\d.年])(?:(?P<other>{N})\s?[日号]?{AND})?(?P<day>{N})\)?\s?两?[日号일]{NUMBERED}{NOT_A_DURATION}",
    # 2025年, 114年, 令和7年; 2000年來 are two thousand years
    rf"{YEAR}(?!\s?(?:来|间))",
    # 6·3大選, 6·25: Koreans call elections and wars by their day.
    r"(?<![\d.·])(?P<month>\d{1,2})[·‧・](?P<day>\d{1,2})(?![\d.·])",
]
LATIN_SHAPES = [
    # Reiwa 8, Showa 100
    rf"(?<![a-z])(?P<era>{'|'.join(LATIN_ERAS)})\s(?P<era_year>\d{{1,3}})(?!\d)",
    # 23-24 August 2025, 24th of August, the 24th
    rf"(?<![\d.,:/$]){DAY}{OTHER_DAY}\s?(?:of\s)?{NAME}{BEHIND_YEAR}",
    # August 24, 2025, Aug. 23-24, August 2025
    rf"{NAME}\s?{DAY}(?!\d|,\d{{3}}|:\d){OTHER_DAY}{BEHIND_YEAR}",
    # the third of June, June the third
    rf"(?<![a-z])(?P<word>{DAY_WORD})\s(?:day\s)?of\s{NAME}{BEHIND_YEAR}",
    rf"{NAME}\s(?:the\s)?(?P<word>{DAY_WORD})(?=[,.;:)]|\sof\s|$){BEHIND_YEAR}",
    rf"{NAME}{BEHIND_YEAR}",
    # the 24th, not the 24th session
    r"(?<=the )(?P<day>\d{1,2})(?:st|nd|rd|th)(?=[\s,.;:])(?!\s(?:of\s|(?:[a-z]+\s)?"
    r"(?:centur|anniv|session|parallel|round|time|year|summit|meeting|annual|day)))",
]
PATTERNS = [re.compile(shape) for shape in SHAPES]
LATIN_PATTERNS = [re.compile(shape) for shape in LATIN_SHAPES]
# 民國三十八年至七十六年: the second year is of the era as well.
ERA_RANGE = re.compile(
    rf"(?P<era>{'|'.join(ERAS)})\s?(?:\d{{1,3}}|[元{HAN_NUMERALS}]{{1,5}})\s?年?\s?[至到~–-]\s?(?P<era_year>\d{{1,3}}|[{HAN_NUMERALS}]{{1,5}})\s?年"
)
# 23 and 24 August 2025: the day that stands before a complete date.
DAY_BEFORE = re.compile(
    r"(?<![\d.,:/$])(\d{1,2})(?:st|nd|rd|th)?(?:\s?[-–—]\s?|\s(?:and|to|or|until|&)\s|,\s?)$"
)
LONGEST_DAY_BEFORE = 12  # characters of "23rd until "
AMBIGUOUS_MONTH = re.compile(r"(?:may|march|mar)\.?$")  # auxiliary, verb
GIVEN_NAME = re.compile(r"-[a-z]")  # Lee Jun-seok
SHORT_MONTH = re.compile(r"[a-z]{3}$")
NAME_BEFORE = re.compile(r"[A-Z][a-z]+\s$")  # Lei Jun, Xu Jan
BEFORE_MONTH = re.compile(
    rf"(?i:\b(?:in|since|until|by|of|to|from|and|last|next|early|late|mid|this))[\s-]*$|(?i:\b{MONTH_NAME})\s?[-–]\s?$"
)
LONGEST_BEFORE_MONTH = 12  # characters of "September - "
# Days that are called by a name, by month and day.
NAMED_DAYS = re.compile(
    r"(?=[25元双七九三光광圣二a-z])"
    r"(?:(?P<d0520>(?<![\d.,])520(?=[就演讲前后当的文]))|(?P<d0228>二二八(?=[事纪和])|(?<![\d.,])228(?=事件|纪念|和平))"
    r"|(?P<d0101>元旦|(?<![a-z])(?<!lunar )(?<!chinese )new year['’]s day)"
    r"|(?P<d1010>双十(?![一二])|double tenth)"
    r"|(?P<d0701>七一(?=[游前回讲庆]))|(?P<d0918>九一八)|(?P<d0301>三一(?=[节运]))|(?P<d0815>光复节|광복절)"
    r"|(?P<d1225>圣诞节|christmas day))"
)
LAST_MONTH, LAST_DAY = 12, 31
HAN_WEEKDAY = re.compile(
    rf"(?:星期|礼拜|周)(?P<first>[{HAN_WEEKDAYS}]){NO_WEEKDAY}(?:[、至到和及](?:周|星期)?(?P<last>[{HAN_WEEKDAYS}])(?![十月日号]))?"
    rf"(?!边|年|期|报|刊)|\(([{HAN_WEEKDAYS}])\)|([月火水木金土日])曜|([월화수목금토일])요일"
)
LATIN_WEEKDAY = re.compile(
    r"(?<![a-z])(mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?P<day>day)?s?(?![a-z])"
)
# Behind a short weekday stands a month or nothing large: Sun Weidong and Choe Sun-hee are people.
REST_OF_NAME = re.compile(rf"-[a-z]|\s(?!(?i:{MONTH_NAME}))[A-Z]")


def dates(text: str, original: str) -> list[PartOfDate]:
    """The dates in a folded text in order of place. original: with the capitals that tell May from may."""
    found = [part for day in complete_dates(text) for part in _complete(text, day)]
    whole = [(one.start, one.end) for one in found]
    weekdays = _weekdays(text, original) if whole else ()
    found += [one for one in weekdays if any(start <= one.start < end for start, end in whole)]
    text = mask(text, whole)
    ends = [
        PartOfDate(*match.span("era_year"), year=_year(match.groupdict()))
        for match in ERA_RANGE.finditer(text)
    ]
    found += ends
    text = mask(text, [(one.start, one.end) for one in ends]) if ends else text
    for pattern, within in _searches(text):
        new = [part for match in matches_in(pattern, text, within) for part in _parts(match, original)]
        text = mask(text, [(part.start, part.end) for part in new]) if new else text
        found += new
    found += [
        PartOfDate(*match.span(), month=int(match.lastgroup[1:3]), day=int(match.lastgroup[3:]))
        for match in NAMED_DAYS.finditer(text)
    ]
    return sorted([*found, *_weekdays(text, original)], key=lambda part: part.start)


def _searches(text: str) -> Iterator[tuple[re.Pattern, list[tuple[int, int]]]]:
    """Each pattern with the parts of a text that may match it."""
    yield from ((pattern, [(0, len(text))]) for pattern in PATTERNS)
    runs = latin_runs(text)
    dated = [run for run in runs if NAMED_MONTH.search(text, *run)]
    yield from ((pattern, dated if "name" in pattern.groupindex else runs) for pattern in LATIN_PATTERNS)


def _complete(text: str, day: CompleteDate):
    parts = PartOfDate(day.start, day.end, day.value.year, day.value.month, day.value.day)
    before = DAY_BEFORE.search(text, max(0, day.start - LONGEST_DAY_BEFORE), day.start)
    if day.is_named and before and text[day.start].isdigit():
        yield replace(parts, start=before.start(), end=before.end(1), day=int(before[1]))
    yield parts


def _parts(match: re.Match, original: str) -> list[PartOfDate]:
    groups = match.groupdict()
    month = _month(match, original)
    days = [_ordinal(groups.get("word")), _small(groups.get("other")), _small(groups.get("day"))]
    printed = sorted(day for day in days if day is not None)
    if month == 0 or not all(1 <= day <= LAST_DAY for day in printed):
        return []
    start = match.start() + len(match[0]) - len(match[0].lstrip())
    end = match.start() + len(match[0].rstrip())
    return [PartOfDate(start, end, _year(groups), month, day) for day in printed or [None]]


def _month(match: re.Match, original: str) -> int | None:
    """The printed month; None when none is printed, 0 for what is no month."""
    groups = match.groupdict()
    if name := groups.get("name"):
        return month_of(name) if _names_a_month(match, original) else 0
    month = _small(groups.get("month"))
    return 0 if month and month > LAST_MONTH else month


def _names_a_month(match: re.Match, original: str) -> bool:
    end = match.end("name")
    if not original[match.start("name")].isupper() or GIVEN_NAME.match(original, end):
        return False
    is_dated = any(match.groupdict().get(group) for group in ("word", "day", "year"))
    before = original[max(0, match.start() - LONGEST_BEFORE_MONTH) : match.start()]
    if is_dated or BEFORE_MONTH.search(before):
        return True
    is_in_name = bool(SHORT_MONTH.match(match["name"]) and NAME_BEFORE.search(before))
    return not is_in_name and not AMBIGUOUS_MONTH.match(match["name"])


def _small(printed: str | None) -> int | None:
    return han_value(printed) if printed else None


def _ordinal(printed: str | None) -> int | None:
    return english_values(re.findall("[a-z]+", printed))[0][0] if printed else None


def _year(groups: dict) -> int | None:
    if groups.get("era"):
        return year_of({"era": groups["era"], "year": groups["era_year"]})
    return year_of(groups) if groups.get("roc") or groups.get("year") else None


def _weekdays(text: str, original: str):
    for match in HAN_WEEKDAY.finditer(text):
        for sign in filter(None, match.groups()):
            yield PartOfDate(*match.span(), weekday=WEEKDAYS[sign])
    for match in matches_in(LATIN_WEEKDAY, text, latin_runs(text)):
        is_name = not match["day"] and REST_OF_NAME.match(original, match.end())
        if original[match.start()].isupper() and not is_name:
            yield PartOfDate(*match.span(), weekday=WEEKDAYS[match[1][:3]])


# Words that place a day or a year from the day of printing: what they mean, in days, months or years.
NEAR_DAYS = {
    -2: r"前天|前日|一昨日",
    -1: r"昨天|昨日|昨晚|昨夜|昨|yesterday|어제",
    0: r"今天|今日|今早|今晚|today|tonight|오늘",
    1: r"明天|明日|明早|明晚|tomorrow|내일",
    2: r"后天",
}
NEAR_YEARS = {
    -2: r"前年",
    -1: r"去年|昨年|last\syear|a\syear\sago|previous\syear|작년|지난해",
    0: r"今年|本年|this\syear|올해",
    1: r"明年|来年|next\syear|内年|내년",
    2: r"后年",
}
NEAR_MONTHS = {
    -1: r"上个?月|先月|last\smonth|지난달",
    0: r"本月|这个月|今月|this\smonth|이달",
    1: r"下个?月|来月|next\smonth|다음\s?달",
}
FIRST_MONTHS = re.compile(
    rf"(?:前|头|[今去]年[首前])(?P<count>{N}|两)个?月|(?<![a-z])first\s(?P<word>two|three|five|seven|eight|nine|ten|eleven)\smonths"
)
QUARTER = re.compile(
    rf"第?(?P<number>[一二三四1-4])季|(?<![a-z])(?P<word>{_ORDINAL})\squarter|(?<![a-z])q(?P<q>[1-4])"
)
HALF_YEARS = [
    (re.compile(r"上半年|first\shalf|상반기"), range(1, 7)),
    (re.compile(r"下半年|second\shalf|하반기"), range(7, 13)),
]
MONTH_BEFORE = re.compile(
    r"[较比]上个?月|环比|前月比|전월|(?:previous|preceding)\smonth|month[\s-](?:earlier|on-month)"
)
PRINTED_MONTH = re.compile(r"(?<!\d)(\d{1,2})\s?[月월]")
MONTH_RANGE = re.compile(r"(?<![\d.])(\d{1,2})月?\s?[-~–—至到]\s?(\d{1,2})\s?月")
WEEKEND = re.compile(r"周末|weekend|주말")


def near_dates(text: str, published: date) -> list[PartOfDate]:
    """The days that a folded text names from the day of printing: yesterday, 週三, last month."""
    days = [published, *_days_around(published, _shifts(NEAR_DAYS, text))]
    weekdays = {part.weekday for part in _weekdays(text, text.upper())}
    around = _days_around(published, range(-7, 8))
    weekdays |= {5, 6} if WEEKEND.search(text) else set()
    days += [day for day in around if day.weekday() in weekdays]
    found = [PartOfDate(0, 0, day.year, day.month, day.day) for day in days]
    found += [PartOfDate(0, 0, published.year + shift) for shift in _shifts(NEAR_YEARS, text)]
    found += [PartOfDate(0, 0, published.year, month) for month in sorted(_months_of_year(text))]
    for match in MONTH_RANGE.finditer(text):
        months = range(int(match[1]), min(int(match[2]), LAST_MONTH) + 1)
        found += [PartOfDate(0, 0, _nearest_year(month, published), month) for month in months if month]
    for shift in _shifts(NEAR_MONTHS, text):
        month = published.month - 1 + shift
        found.append(PartOfDate(0, 0, published.year + month // 12, month % 12 + 1))
    return found + _months_before(text, published)


def _days_around(published: date, shifts: Iterable[int]) -> list[date]:
    """Those that the calendar has."""
    numbers = (published.toordinal() + shift for shift in shifts)
    return [date.fromordinal(one) for one in numbers if date.min.toordinal() <= one <= date.max.toordinal()]


def _months_before(text: str, published: date) -> list[PartOfDate]:
    """The month before each that a text compares with the one before: 5月…較上月."""
    if not MONTH_BEFORE.search(text):
        return []
    months = {int(match[1]) for match in PRINTED_MONTH.finditer(text)} & set(range(1, LAST_MONTH + 1))
    return [
        PartOfDate(0, 0, _nearest_year(one, published), (one - 2) % LAST_MONTH + 1) for one in sorted(months)
    ]


def first_months(text: str) -> set[int]:
    """The first and the last of the months that a folded text counts from January: the first five months."""
    found: set[int] = set()
    for match in FIRST_MONTHS.finditer(text):
        count = han_value(match["count"]) if match["count"] else english_values([match["word"]])[0][0]
        found |= {1, min(count, LAST_MONTH)}
    return found


def _months_of_year(text: str) -> set[int]:
    """The months that a folded text names as a part of the year: 前兩個月, the third quarter, 上半年."""
    found = first_months(text)
    for match in QUARTER.finditer(text):
        printed = match["number"] or match["q"]
        number = han_value(printed) if printed else english_values([match["word"]])[0][0]
        found |= {3 * number - 2, 3 * number - 1, 3 * number} if number <= 4 else set()
    return found.union(*(months for pattern, months in HALF_YEARS if pattern.search(text)))


def days_near(found: list[PartOfDate], published: date) -> list[PartOfDate]:
    """The days and months of which a text prints no year, in the year nearest to the day of printing, and the
    days of which it prints no month in the nearest month."""
    printed = {one.day for one in found if one.day and not one.month}
    around = _days_around(published, range(-15, 16))
    near = [PartOfDate(0, 0, day.year, day.month, day.day) for day in around if day.day in printed]
    yearless = [one for one in found if one.month and not one.year]
    return near + [replace(one, year=_nearest_year(one.month, published)) for one in yearless]


def _nearest_year(month: int, published: date) -> int:
    """The year in which a month is at most half a year from the day of printing."""
    return published.year + (month < published.month - 6) - (month > published.month + 6)


def speaks_of_years(text: str) -> list[int]:
    """How far from the year of printing the years are that a folded text names by it: 1 for next year."""
    return _shifts(NEAR_YEARS, text)


def _shifts(near: dict[int, str], text: str) -> list[int]:
    return [shift for shift, pattern in near.items() if re.search(pattern, text)]
