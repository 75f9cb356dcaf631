"""Whether a line of a typeset text is a date, and which."""

import re
from datetime import date
from functools import lru_cache

from articles.text.names.persons import looks_like_affiliation
from articles.text.press.dates import PrintedDate, find_dates
from articles.text.quantities.tables import COUNTED_DIGITS, MONTH_NAME

# An issue's month or season: April 2025, 2025年4月, 中華民國 114 年 4 月, 2025. 4., Spring 2025
MONTH = re.compile(
    r"(?:19|20)\d\d\s?[年년.]\s?\d{1,2}\s?[月월]?\.?(?:号|號|호)?"
    r"|[農农][曆历].{2,14}|[一二][〇○零一二九][〇○零一二三四五六七八九]{2}年[一二三四五六七八九十]{1,2}月[号號]?"
    r"|(?:(?:中華)?民國|(?:中华)?民国|令和)\s?\d{1,3}\s?年\s?\d{1,2}\s?月"
    r"|(?:19|20)\d\d\s?[年년]?\s?(?:[春夏秋冬]季?|봄|여름|가을|겨울)(?:号|號|호)?"
    rf"|(?:{MONTH_NAME}|spring|summer|autumn|fall|winter)\.?,? (?:19|20)\d\d",
    re.IGNORECASE,
)
# Journals print when a manuscript came in, was changed, was accepted and came out.
PUBLISHED = re.compile(
    r"(?:出版|發表|发表|刊登|刊出|發布|发布|公開|掲載|게재|발행|published(?: online)?)"
    r"(?:日期|時間|时间|日|일)?\s?[:：]\s?(?=[\da-z]|民|令|平)",
    re.IGNORECASE,
)
DATE_LABEL = re.compile(
    r"[；;，,\s]?(?:article history\s?[:：]?\s)?"
    r"(?:發稿|发稿|배포|보도|released?|received|revised|accepted|published(?: online)?"
    r"|收稿|投稿|修回|修訂|修订"
    r"|last (?:updated|modified)|updated"
    r"|接受|受理|採用|采用|錄用|录用|出版|發表|发表|刊登|刊出|發布|发布|公開|掲載"
    r"|접수|심사|게재|발행)"
    r"(?:(?:日期|時間|时间|日|일)?\s?[:：]\s?|(?<=[a-z])\s(?=\d))",  # Received 3 March 2025
    re.IGNORECASE,
)
REMEMBERED = 256  # lines of a few fronts, which are asked about by every step
# The day of the week and the time of day behind a date: (일) 09:00, （日）, (Sun)
BESIDE_DATE = re.compile(
    r"(?<=[\d.日일])\s?[(（](?:[月火水木金土日一二三四五六월화수목금토일](?:曜日?|요일)?|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6})[)）]"
    r"(?:\s?\d{1,2}[:：]\d{2})?",
    re.IGNORECASE,
)
# When and where a speech was made: （2025年9月10日，乌鲁木齐）, 2025年9月10日 于北京
PLACED = re.compile(
    r"[（(](?:[^\d，,。]{2,16}[，,]\s?)?(?P<date>[^，,、]{6,30}?)(?:[，,、\s]\s?[^\d，,。]{2,16})?[)）]"
    r"|(?P<signed>.{6,30}?)\s?[于於]\s?[^\W\d]{2,8}"
)
# Offices in Taiwan date what they print by the year of the Republic, without saying so: 115 年 2 月 10 日
OFFICE_YEAR = re.compile(r"(?<![\d年])(?=1[01]\d\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日)")
# What a date goes right on in: 2024年5月6日市政府發言人
BEHIND_DAY = re.compile(r"\d\s?日(?P<who>[^\W\d_]{3,24})$")
# Between a year and its month, the same year by its era: 2025年（令和7年）3月3日
ERA_BESIDE = re.compile(
    rf"(?:(?<=\d\d年)|(?<=\d\d\s年))\s?[（(](?:令和|平成|昭和|民國|民国)\s?[\d元{COUNTED_DIGITS}十]{{1,3}}年[)）]"
)


def dates_of(text: str, language: str = "zh-Hant") -> list[PrintedDate]:
    """The dates in lines of a front. Their places count the era that an office leaves out."""
    return find_dates(in_one_era(text), language)


def in_one_era(text: str) -> str:
    """A line whose dates have the era that an office leaves out, and none beside the year."""
    return OFFICE_YEAR.sub("民國", ERA_BESIDE.sub("", text))


@lru_cache(REMEMBERED)
def is_date(text: str) -> bool:
    """Whether the text prints a date and little else, or dates with what each is the date of."""
    if dates_somebody(text):
        return False
    if placed := PLACED.fullmatch(text):
        text = placed["date"] or placed["signed"]
    text = BESIDE_DATE.sub("", text)
    dates = dates_of(text)
    printed = sum(date.end - date.start for date in dates)
    labels = sum(len(label[0]) for label in DATE_LABEL.finditer(text))
    return any(date.end - date.start > 0.6 * len(text) for date in dates) or (
        bool(dates and labels) and printed + labels > 0.9 * len(text)
    )


def dates_somebody(text: str) -> bool:
    """Whether a date goes right on in what somebody is, as headlines say who spoke that day."""
    behind = BEHIND_DAY.search(text)
    return behind is not None and looks_like_affiliation(behind["who"])


def is_month(text: str) -> bool:
    """Whether a line says of which month or season a publication is; that is no complete date."""
    return MONTH.fullmatch(text) is not None


def date_in(text: str, language: str) -> date:
    """The date a line prints; of several that of publication, else the first."""
    published = PUBLISHED.search(text)
    return dates_of(text[published.start() :] if published else text, language)[0].value


def is_labelled_date(text: str) -> bool:
    """Whether a line says when the text came out, and nothing else but other dates of it."""
    return DATE_LABEL.match(text) is not None and PUBLISHED.search(text) is not None and is_date(text)
