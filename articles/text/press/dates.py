"""Dates as documents print them. Only what is printed counts: nothing is completed from the clock."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone


@dataclass(frozen=True)
class PrintedDate:
    """A complete date found in a text. start, end: where it is printed, its time of day included.

    value: a date, or an aware datetime when a time is printed and its zone is known.
    """

    value: date | datetime
    start: int
    end: int


# Full-width digits and marks read as half-width ones; the length stays, so offsets do.
NARROW = str.maketrans({code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20})

HAN_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "元": 1}
HAN_TENS = {"十": 10, "廿": 20, "卅": 30, "百": 100}
# The year before an era's first (令和元年 is 2019). Source: the calendars of Taiwan and Japan.
ERAS = {"民國": 1911, "民国": 1911, "令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867}
MONTHS = {
    name: n
    for n, name in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1
    )
}
# Zones of RFC 2822 and those that East Asian sites print. CST is left out: it is China's or America's.
ZONES = {
    "z": 0, "gmt": 0, "utc": 0, "hkt": 8, "sgt": 8, "jst": 9, "kst": 9, "cet": 1, "cest": 2, "bst": 1,
    "est": -5, "edt": -4, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
}  # fmt: skip
# Where a printed time has no zone: the one zone in which all readers of that language live.
HOME_ZONES = {"zh-Hant": 8, "zh-Hans": 8, "ja": 9, "ko": 9}
# Half of the day → hours to add to a time on the twelve-hour clock.
MORNING = ("上午", "早上", "凌晨", "清晨", "午前", "오전", "am", "a.m.")
AFTERNOON = ("下午", "晚上", "晚間", "晚间", "傍晚", "午後", "午后", "中午", "오후", "pm", "p.m.")
# Years outside are numbers of other things: prices, scores, room numbers.
FIRST_YEAR, LAST_YEAR = 1000, 2999

_NUMERAL = r"(?:\d{1,2}|[〇零一二三四五六七八九十廿卅]{1,3})"
_WEEKDAY_BEFORE = r"(?:\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?"
_MONTH_NAME = (
    r"(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = (
    r"(?:\s*[(（]?\s*(?:星期|週|周|礼拜|禮拜)[一二三四五六日天](?:\s*[)）])?|\s*\(\s*[日月火水木金土일월화수목금토](?:曜日?|요일)?\s*\)"
    r"|\s*(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)?"
)
_TIME = (
    r"(?:(?:\s*,\s*|\s+at\s+|t|\s+-\s+|\s*\|\s*|\s*)"
    r"(?P<half>上午|早上|凌晨|清晨|午前|오전|下午|晚上|晚間|晚间|傍晚|午後|午后|中午|오후)?\s*"
    r"(?P<hour>\d{1,2})\s*(?::|時|时|點|点|시)\s*(?P<minute>\d{2}|\d(?=\s*[分분]))(?!\d)(?:\s*[分분])?"
    r"(?:\s*:?\s*(?P<second>\d{2})(?:\.\d+)?(?![\d:])(?:\s*[秒초])?)?"
    r"(?:\s*(?P<meridiem>[ap]\.m\.|[ap]m\b))?"
    r"(?:\s*[(\[]?\s*(?P<zone>z\b|(?:utc|gmt)?\s*[+-]\d{1,2}:?(?:\d{2})?(?!\d)"
    r"|(?:gmt|utc|hkt|sgt|jst|kst|cest|cet|bst|est|edt|cdt|mst|mdt|pst|pdt)\b)\s*[)\]]?)?)?"
)

_ROC_LABEL = (
    r"(?:(?:發布|發佈|發稿|發表|刊登|刊出|上稿|上架|張貼|公告|公布|更新|出版)(?:日期?|時間)?"
    r"|日期|時間)\s*:?\s*"
)
# What stands before the date of a change; the article's own date is another one.
UPDATED = re.compile(
    r"(?:更新|修改|修訂|修订|수정|(?:last\s)?(?:updated|modified))\S{0,3}[\s:]{0,3}(?:on\s)?$", re.IGNORECASE
)
LONGEST_LABEL = 16  # characters before a date in which its label stands

# Each way of printing a date, why it is safe to read.
SHAPES = [
    # 2025年8月24日, 二〇二五年八月廿四日, 2025년 8월 24일: the units are printed.
    rf"(?<!\d)(?P<year>\d{{4}}|[〇零○一二三四五六七八九]{{4}})\s*[年년]\s*(?P<month>{_NUMERAL})\s*[月월]\s*(?P<day>{_NUMERAL})\s*[日號号일]",
    # 民國114年8月24日, 令和7年8月24日, 民國114/8/24: the era is printed.
    rf"(?P<era>{'|'.join(ERAS)})\s*(?P<year>\d{{1,3}}|[元〇零一二三四五六七八九十百]{{1,6}})\s*(?:年|[-/.])\s*(?P<month>{_NUMERAL})\s*(?:月|[-/.])\s*(?P<day>{_NUMERAL})(?!\d)\s*[日號号]?",
    # 發布：114/08/24, 刊登日期 114.8.24: a year of the Republic, where a label says that a date follows.
    rf"(?P<label>{_ROC_LABEL})(?P<roc>(?:[89]\d|1\d\d))(?P<mark>[-/.])(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}})(?!\d)",
    # 2025/8/24, 2025-08-24, 2025.8.24, 2025. 8. 24.: year first, one mark throughout; not inside an address.
    r"(?<![0-9A-Za-z_/.\-])(?P<year>(?:1[89]|20)\d\d)\s?(?P<mark>[-/.])\s?(?P<month>\d{1,2})\s?(?P=mark)\s?(?P<day>\d{1,2})"
    r"(?![\d/]|[-.]\d)(?:(?<=\d)\.(?=\s|$))?",
    # 24 August 2025, Sun, 24th Aug. 2025, 24-Aug-2025: the month is a word.
    rf"{_WEEKDAY_BEFORE}(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+|\s*-\s*)(?:of\s+)?{_MONTH_NAME}(?:,?\s*|\s*-\s*)(?P<year>\d{{4}})(?!\d)",
    # August 24, 2025, Aug. 24th 2025
    rf"{_WEEKDAY_BEFORE}(?<![a-z]){_MONTH_NAME}\s*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})(?!\d)",
    # 24/8/2025 and 8/24/2025: read only when one of the two cannot be a month, or both are the same.
    r"(?<![0-9A-Za-z_/.\-])(?P<first>\d{1,2})(?P<mark>[/.])(?P<second_number>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d)(?![\d/]|[-.]\d)",
]
# Gaps are short: endless white space would make the search quadratic.
_GAP, _SHORT_GAP = r"\s*", r"\s{0,4}"
PATTERNS = [
    re.compile((shape + _WEEKDAY + _TIME).replace(_GAP, _SHORT_GAP), re.IGNORECASE) for shape in SHAPES
]
# A text without any of these holds no complete date; most lines are done with here.
HINT = re.compile(r"\d{4}|[年년]|民國|民国|\d{2,3}[-/.]\d{1,2}[-/.]\d")


def find_dates(text: str, language: str = "zh-Hant") -> list[PrintedDate]:
    """The complete dates (year, month and day printed) in a text, in order of place.

    language: tells the zone of a printed time that has none: +08:00 for Chinese, +09:00 for Japanese and
    Korean; in other languages such a time is dropped and the date kept. Impossible dates and 03/04/2025,
    which is March or April, are passed over.
    """
    text = text.translate(NARROW)
    if not HINT.search(text):
        return []
    found = sorted(_matches(text, language), key=lambda printed: (printed.start, -printed.end))
    return _without_overlaps(found)


def parse_date(text: str, language: str = "zh-Hant") -> date | datetime | None:
    """The first complete date in a text that is no update's, else the first; None when there is none."""
    found = find_dates(text, language)
    own = [printed for printed in found if not _is_update(text, printed)]
    return (own or found)[0].value if found else None


def _is_update(text: str, printed: PrintedDate) -> bool:
    before = text[max(0, printed.start - LONGEST_LABEL) : printed.start]
    return UPDATED.search(before.translate(NARROW)) is not None


def _matches(text: str, language: str) -> Iterator[PrintedDate]:
    for pattern in PATTERNS:
        for match in pattern.finditer(text):
            if day := _date_of(match.groupdict()):
                yield PrintedDate(_with_time(day, match, language), _start(match), match.end())


def _start(match: re.Match) -> int:
    """Where the date begins: its label is no part of it."""
    return match.end("label") if match.groupdict().get("label") else match.start()


def _without_overlaps(found: list[PrintedDate]) -> list[PrintedDate]:
    kept: list[PrintedDate] = []
    for printed in found:
        if not kept or printed.start >= kept[-1].end:
            kept.append(printed)
    return kept


def _date_of(parts: dict[str, str | None]) -> date | None:
    year, month, day = _year(parts), *_month_and_day(parts)
    if not (FIRST_YEAR <= year <= LAST_YEAR and month):
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _year(parts: dict) -> int:
    if parts.get("roc"):
        return int(parts["roc"]) + ERAS["民國"]
    return _number(parts["year"]) + ERAS.get(parts.get("era") or "", 0)


def _month_and_day(parts: dict) -> tuple[int, int]:
    """(0, 0) when the two cannot be told apart."""
    if parts.get("name"):
        return MONTHS[parts["name"][:3].lower()], int(parts["day"])
    if parts.get("first"):
        return _told_apart(int(parts["first"]), int(parts["second_number"]))
    return _number(parts["month"]), _number(parts["day"])


def _told_apart(one: int, other: int) -> tuple[int, int]:
    if one == other or one > 12:
        return other, one
    return (one, other) if other > 12 else (0, 0)


def _number(printed: str) -> int:
    """An Arabic or Chinese numeral: 24, 二十四, 廿四, 一百一十四, 二〇二五; 0 for what is none."""
    if printed.isdigit():
        return int(printed)
    if not any(char in HAN_TENS for char in printed):
        return int("".join(str(HAN_DIGITS[char]) for char in printed))
    total = digit = 0
    for char in printed:
        if char in HAN_TENS:
            total, digit = total + (digit or 1) * HAN_TENS[char], 0
        else:
            digit = HAN_DIGITS[char]
    return total + digit


def _with_time(day: date, match: re.Match, language: str) -> date | datetime:
    clock, zone = _clock(match), _zone(match["zone"], language)
    if clock is None or zone is None:
        return day
    return datetime.combine(day, clock, zone)


def _clock(match: re.Match) -> time | None:
    """The time of day; None when none is printed or it cannot be (25:00, 晚上12:30)."""
    if not match["hour"]:
        return None
    hour = _hour(int(match["hour"]), (match["half"] or match["meridiem"] or "").lower())
    try:
        return time(hour, int(match["minute"]), int(match["second"] or 0))
    except ValueError:
        return None


def _hour(hour: int, half: str) -> int:
    """The hour on the twenty-four-hour clock. 中午12 and 12 p.m. are noon, 凌晨12 and 12 a.m. midnight."""
    if half in MORNING:
        return 0 if hour == 12 else hour
    if half in ("晚上", "晚間", "晚间") and hour == 12:
        return 24
    if half == "中午" and hour > 3:
        return hour
    return hour + 12 if half in AFTERNOON and hour < 12 else hour


def _zone(printed: str | None, language: str) -> timezone | None:
    if not printed:
        return _fixed(HOME_ZONES[language]) if language in HOME_ZONES else None
    offset = re.search(r"([+-])(\d{1,2}):?(\d{2})?$", printed.strip())
    if not offset:
        return _fixed(ZONES[printed.strip().lower()])
    hours, minutes = int(offset[2]), int(offset[3] or 0)
    return _fixed(int(offset[1] + "1") * (hours + minutes / 60)) if hours < 15 and minutes < 60 else None


def _fixed(hours: float) -> timezone:
    return timezone(timedelta(hours=hours)) if hours else UTC
