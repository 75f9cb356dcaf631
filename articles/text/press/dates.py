"""Dates as documents print them. Only what is printed counts: nothing is completed from the clock."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone

from articles.text.quantities.complete_dates import CompleteDate, complete_dates
from articles.text.quantities.reading import NARROW


@dataclass(frozen=True)
class PrintedDate:
    """A complete date found in a text. start, end: where it is printed, its time of day included.

    value: a date, or an aware datetime when a time is printed and its zone is known.
    """

    value: date | datetime
    start: int
    end: int


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
TIME = re.compile(
    r"(?:(?:\s{0,4},\s{0,4}|\s+at\s+|t|\s+-\s+|\s{0,4}\|\s{0,4}|\s{0,4})"
    r"(?P<half>上午|早上|凌晨|清晨|午前|오전|下午|晚上|晚間|晚间|傍晚|午後|午后|中午|오후|[ap]\.m\.|[ap]m\b)?\s{0,4}"
    r"(?P<hour>\d{1,2})\s{0,4}(?::|時|时|點|点|시)\s{0,4}(?P<minute>\d{2}|\d(?=\s{0,4}[分분]))(?!\d)(?:\s{0,4}[分분])?"
    r"(?:\s{0,4}:?\s{0,4}(?P<second>\d{2})(?:\.\d+)?(?![\d:])(?:\s{0,4}[秒초])?)?"
    r"(?:\s{0,4}(?P<meridiem>[ap]\.m\.|[ap]m\b))?"
    r"(?:\s{0,4}[(\[]?\s{0,4}(?P<zone>z\b|(?:utc|gmt)?\s{0,4}[+-]\d{1,2}:?(?:\d{2})?(?!\d)"
    r"|(?:gmt|utc|hkt|sgt|jst|kst|cest|cet|bst|est|edt|cdt|mst|mdt|pst|pdt)\b)\s{0,4}[)\]]?)?)?",
    re.IGNORECASE,
)
# A zone of another name (MYT, ET, CST) behind a time: the reader's own must not be put in its place.
OTHER_ZONE = re.compile(r"\s{0,4}[(\[]?[A-Z]{1,4}T\b")
# 17:41 JST, October 13, 2025: English papers of Japan print the time first.
TIME_BEFORE = re.compile(
    r"(?<![\d:])(?P<hour>\d{1,2}):(?P<minute>\d{2})(?P<second>)(?P<half>)\s{0,4}(?P<meridiem>[ap]\.?m\.?)?"
    r"\s{0,4}(?P<zone>gmt|utc|hkt|sgt|jst|kst)?\s{0,4},\s{0,4}$",
    re.IGNORECASE,
)
LONGEST_TIME = 24  # characters before a date
# What stands before the date of a change; the article's own date is another one.
UPDATED = re.compile(
    r"(?:更新|修改|修訂|修订|수정|(?:last\s)?(?:updated|modified))\S{0,3}[\s:]{0,3}(?:on\s)?$", re.IGNORECASE
)
LONGEST_LABEL = 16  # characters before a date in which its label stands


def find_dates(text: str, language: str = "zh-Hant") -> list[PrintedDate]:
    """The complete dates (year, month and day printed) in a text, in order of place.

    language: tells the zone of a printed time that has none: +08:00 for Chinese, +09:00 for Japanese and
    Korean; in other languages such a time is dropped and the date kept. Impossible dates and 03/04/2025,
    which is March or April, are passed over.
    """
    text = text.translate(NARROW)
    return [_with_time(day, text, language) for day in complete_dates(text)]


def parse_date(text: str, language: str = "zh-Hant") -> date | datetime | None:
    """The first complete date in a text that is no update's, else the first; None when there is none."""
    found = find_dates(text, language)
    own = [printed for printed in found if not _is_update(text, printed)]
    return (own or found)[0].value if found else None


def _is_update(text: str, printed: PrintedDate) -> bool:
    before = text[max(0, printed.start - LONGEST_LABEL) : printed.start]
    return UPDATED.search(before.translate(NARROW)) is not None


def _with_time(day: CompleteDate, text: str, language: str) -> PrintedDate:
    match = TIME.match(text, day.end)
    before = TIME_BEFORE.search(text[max(0, day.start - LONGEST_TIME) : day.start])
    if before and not match["hour"]:
        return _timed(day, before, language, day.start - len(before[0]), day.end)
    if not match["zone"] and OTHER_ZONE.match(text, match.end()):
        return PrintedDate(day.value, day.start, match.end())
    return _timed(day, match, language, day.start, match.end())


def _timed(day: CompleteDate, match: re.Match, language: str, start: int, end: int) -> PrintedDate:
    clock, zone = _clock(match), _zone(match["zone"], language)
    is_timed = clock is not None and zone is not None
    value = datetime.combine(day.value, clock, zone) if is_timed else day.value
    return PrintedDate(value, start, end)


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
