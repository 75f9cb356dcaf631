"""Dates of which year, month and day are printed, in any notation that cannot be another date's."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from articles.text.quantities.numerals import han_value
from articles.text.quantities.reading import latin_runs, matches_in
from articles.text.quantities.tables import (
    ERAS,
    HAN_DIGITS,
    HAN_NUMERALS,
    HAN_WEEKDAYS,
    LATIN_ERAS,
    MONTH_NAME,
    month_of,
)

# Years outside are numbers of other things: prices, scores, room numbers.
FIRST_YEAR, LAST_YEAR = 1000, 2999

_H = "".join(HAN_DIGITS)
_NUMERAL = rf"(?:\d{{1,2}}|[{HAN_NUMERALS}]{{1,3}})"
_WEEKDAY_BEFORE = r"(?:\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?"
_MONTH_NAME = rf"(?P<name>{MONTH_NAME})\.?"
_WEEKDAY = (
    rf"(?:\s*[(（]?\s*(?:星期|週|周|礼拜|禮拜)[{HAN_WEEKDAYS}](?:\s*[)）])?|\s*\(\s*[日月火水木金土일월화수목금토](?:曜日?|요일)?\s*\)"
    r"|\s*(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)?"
)
_ROC_LABEL = (
    r"(?:(?:發布|發佈|發稿|發文|發表|刊登|刊出|上稿|上架|張貼|公告|公布|更新|出版)(?:日期?|時間)?"
    r"|日期|時間)\s*:?\s*"
)
# May 11, 20247:00 AM, 2024-05-2014:33: tools that leave tags out leave nothing between a date and its time.
_TIME_ON_IT = r"(?=\d{1,2}:\d\d)"
# Each way of printing a date, why it is safe to read.
SHAPES = [
    # 2025年8月24日, 二〇二五年八月廿四日, 2025년 8월 24일: the units are printed.
    rf"(?:(?<!\d)|(?<=\d:\d\d))(?P<year>\d{{4}}|[{_H}]{{4}})\s*[年년]\s*(?P<month>{_NUMERAL})\s*[月월]\s*(?P<day>{_NUMERAL})\s*[日號号일]",
    # 民國114年8月24日, 令和7年8月24日, 民國114/8/24: the era is printed.
    rf"(?P<era>{'|'.join(ERAS)})\s*(?P<year>\d{{1,3}}|[元{HAN_NUMERALS}]{{1,6}})\s*(?:年|[-/.])\s*(?P<month>{_NUMERAL})\s*(?:月|[-/.])\s*(?P<day>{_NUMERAL})(?!\d)\s*[日號号]?",
    # 發布：114/08/24, 刊登日期 114.8.24: a year of the Republic, where a label says that a date follows.
    rf"(?P<label>{_ROC_LABEL})(?P<roc>(?:[89]\d|1\d\d))(?P<mark>[-/.])(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}})(?!\d)",
    # 發稿日期：114 年 8 月 24 日, as offices of Taiwan print it
    rf"(?P<label>{_ROC_LABEL})(?P<roc>(?:[89]\d|1\d\d))\s*年\s*(?P<month>\d{{1,2}})\s*月\s*(?P<day>\d{{1,2}})\s*日",
    # 2025/8/24, 2025-08-24, 2025.8.24, 2025. 8. 24.: year first, one mark throughout; not inside an address.
    r"(?<![0-9A-Za-z_/.\-])(?P<year>(?:1[89]|20)\d\d)\s?(?P<mark>[-/.])\s?(?P<month>\d{1,2})\s?(?P=mark)\s?(?P<day>\d{1,2})"
    rf"(?:(?![\d/]|[-.]\d)|{_TIME_ON_IT})(?:(?<=\d)\.(?=\s|$))?",
    # 24 August 2025, Sun, 24th Aug. 2025, 24-Aug-2025: the month is a word.
    rf"{_WEEKDAY_BEFORE}(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+|\s*-\s*)(?:of\s+)?{_MONTH_NAME}(?:,?\s*|\s*-\s*)(?P<year>\d{{4}})(?!\d)",
    # August 24, 2025, Aug. 24th 2025
    rf"{_WEEKDAY_BEFORE}(?<![a-z]){_MONTH_NAME}\s*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})(?:(?!\d)|{_TIME_ON_IT})",
    # Nov 05 Wed 2025, as blogs print it
    rf"(?<![a-z]){_MONTH_NAME}\s*(?P<day>\d{{1,2}})\s+(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\s+(?P<year>\d{{4}})(?!\d)",
    # Wed Apr  2 21:14:33 2025, as the clocks of Unix and its boards print it
    rf"{_WEEKDAY_BEFORE}(?<![a-z]){_MONTH_NAME}\s*(?P<day>\d{{1,2}})\s+\d\d:\d\d(?::\d\d)?\s+(?P<year>\d{{4}})(?!\d)",
    # 2025 03/22 19:48:12: the year stands apart, and the time tells that a date does
    r"(?<!\d)(?P<year>20\d\d)\s+(?P<month>\d\d)/(?P<day>\d\d)(?=\s+\d\d:\d\d)",
    # 星期日, 8月 24, 2025: an English page with its month translated; the unit and the comma tell.
    r"(?<!\d)(?P<month>\d{1,2})月\s*(?P<day>\d{1,2})日?\s*,\s*(?P<year>\d{4})(?!\d)",
    # 24/8/2025 and 8/24/2025: read only when one of the two cannot be a month, or both are the same.
    r"(?<![0-9A-Za-z_/.\-])(?P<first>\d{1,2})(?P<mark>[/.])(?P<second_number>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d)(?![\d/]|[-.]\d)",
]
# Gaps are short: endless white space would make the search quadratic.
_GAP, _SHORT_GAP = r"\s*", r"\s{0,4}"
PATTERNS = [re.compile((shape + _WEEKDAY).replace(_GAP, _SHORT_GAP), re.IGNORECASE) for shape in SHAPES]
# A text without any of these holds no complete date; most lines are done with here.
HINT = re.compile(r"\d{4}|[年년]|民國|民国|\d{2,3}[-/.]\d{1,2}[-/.]\d")
NAMED_MONTH = re.compile(rf"(?<![a-z]){MONTH_NAME}(?![a-z])", re.IGNORECASE)


@dataclass(frozen=True)
class CompleteDate:
    """A date and where it stands, the weekday behind it included. is_named: its month is an English word."""

    value: date
    start: int
    end: int
    is_named: bool = False


def complete_dates(text: str) -> list[CompleteDate]:
    """The complete dates in a text with half-width digits, in order of place.

    Impossible dates and 03/04/2025, which is March or April, are passed over.
    """
    if not HINT.search(text):
        return []
    found = sorted(_matches(text), key=lambda one: (one.start, -one.end))
    kept: list[CompleteDate] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _matches(text: str) -> Iterator[CompleteDate]:
    runs = [run for run in latin_runs(text) if NAMED_MONTH.search(text, *run)]
    for pattern in PATTERNS:
        is_named = "name" in pattern.groupindex
        for match in matches_in(pattern, text, runs) if is_named else pattern.finditer(text):
            if day := _date_of(match.groupdict()):
                yield CompleteDate(day, _start(match), match.end(), is_named)


def _start(match: re.Match) -> int:
    """Where the date begins: its label is no part of it."""
    return match.end("label") if match.groupdict().get("label") else match.start()


def _date_of(parts: dict[str, str | None]) -> date | None:
    year, month, day = year_of(parts), *_month_and_day(parts)
    if not (is_year(year) and month):
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def is_year(number: int) -> bool:
    """Whether a date may be of this year."""
    return FIRST_YEAR <= number <= LAST_YEAR


def year_of(parts: dict[str, str | None]) -> int:
    """The year of the Common Era that the groups roc, or era and year, of a match print."""
    if parts.get("roc"):
        return int(parts["roc"]) + ERAS["民國"]
    year = 1 if parts["year"] == "元" else han_value(parts["year"])
    return year + (ERAS | LATIN_ERAS).get(parts.get("era") or "", 0)


def _month_and_day(parts: dict) -> tuple[int, int]:
    """(0, 0) when the two cannot be told apart."""
    if parts.get("name"):
        return month_of(parts["name"]), int(parts["day"])
    if parts.get("first"):
        return _told_apart(int(parts["first"]), int(parts["second_number"]))
    return han_value(parts["month"]), han_value(parts["day"])


def _told_apart(one: int, other: int) -> tuple[int, int]:
    if one == other or one > 12:
        return other, one
    return (one, other) if other > 12 else (0, 0)
