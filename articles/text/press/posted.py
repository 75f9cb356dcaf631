"""Bylines on lines that date a text too: Posted on October 9, 2025 by Miriam Castellane."""

import re
from collections.abc import Iterator

from articles.text.letters import HAN, KANA
from articles.text.names.persons import may_be_section, names_apart
from articles.text.press.bylines import Byline, find_byline, unspaced
from articles.text.press.dates import PrintedDate
from articles.text.quantities.tables import HAN_WEEKDAYS

# The one word in front of a date that says whose the text is, as accounts print it: 原创 王大同 某某公众号
ORIGINAL = re.compile(r"原[创創]\s")
# Where a reporter is, and who that is: ソウル＝山田太郎
PLACED = re.compile(rf"[{HAN}{KANA}・]{{2,10}}\s?[＝=]\s?[{HAN}{KANA}\s]{{2,10}}")
# What stands before the word "by", and what parts a name from the date or the section behind it.
BY = re.compile(r"\s{0,9}(?:(?:posted|published|written|submitted)\s{1,9})?(?=by\s\S)", re.IGNORECASE)
MARKS = re.compile(r"[\s，,、;；|｜]*")
JOINT = re.compile(
    r"(?<!\s)(?:\s{1,9}(?:on|at|in|under)\b|\s{0,9}[|｜·•]|\s{1,9}[-–—]\s|\s*+,?\s{0,9}$)|$", re.IGNORECASE
)
# What is printed beside a date: 發布時間, 更新, 4 min read, 上午 7:30, 1,204 views.
BESIDE_DATE = re.compile(
    r"(發[布佈表]|发[布表]|刊[登出]|上架|出版|建立|文章)?(日期|時間|时间|於|于)|最[後后]?更新|更新|修改|上午|下午|早上|晚上"
    r"|發[布佈表]|发[布表]|[約约]?\s?\d{1,3}\s?(分鐘|分钟)(閱讀|阅读)?|(閱讀|阅读)(時間|时间)?|瀏覽|浏览|點閱|[點点][擊击]|人氣|人气"
    rf"|[週周星][期]?[{HAN_WEEKDAYS}]|公開|配信|掲載|最終|午前|午後|読了|目安|約?\d{{1,3}}分(で読めます)?|수정|등록|승인|오전|오후|기사"
    r"|입력|읽는|시간|약?\s?\d{1,3}\s?분(\s?소요)?|조회수?|閲覧数?|次|回"
    r"|\b(published|posted|updated|last|on|at|date|dated?|first|modified|min(ute)?s?|read(ing)?|time|views?|[ap]\.?m"
    r"|[a-z]{3}day|(mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thu(rs?)?|fri|sat|sun"
    r"|utc|gmt|kst|jst|hkt|bst|sgt|ist|[ecp][sd]?t)\b",
    re.I,
)
LETTER = re.compile(r"[^\W\d_]")
# What parts the fields of such a line, and what is left between a name and a date.
FIELDS = re.compile(r"[|｜\t\u3000]|  |\s[·•/／–—-]\s")
SIGNED = re.compile(r"^by:?\s+", re.IGNORECASE)
BETWEEN = " \t\u3000,，|｜·•・–—-/／"


def find_byline_beside(text: str, dates: list[PrintedDate]) -> Byline | None:
    """Who signed a line that prints dates, behind the last or before the first; None when nobody did."""
    for start, end in _sides(text, dates):
        if found := find_byline(text[start:end]):
            return Byline(found.names, tuple((start + one, start + other) for one, other in found.spans))
    return None


def names_beside(text: str, dates: list[PrintedDate]) -> list[str]:
    """The names on a line of fields that holds a date, what pages print beside one, and no more.

    王大同 | 2025-09-14 | 點閱 1,204. [] when it has no date or anything else, a section above all.
    """
    if not dates:
        return []
    undated = text
    for date in dates:
        undated = f"{undated[: date.start]}{' ' * (date.end - date.start)}{undated[date.end :]}"
    fields = [field.strip(BETWEEN) for field in FIELDS.split(undated.strip())]
    rest = [field for field in fields if LETTER.search(BESIDE_DATE.sub("", field))]
    names = names_apart(SIGNED.sub("", rest[0], count=1)) if len(rest) == 1 else []
    return [] if any(map(may_be_section, names)) else [*map(unspaced, names)]


def _sides(text: str, dates: list[PrintedDate]) -> Iterator[tuple[int, int]]:
    """What stands behind the dates, and what "by" begins on either side, without what follows a name.

    In front of a date a name without that word may be the page's.
    """
    if dates:
        if ORIGINAL.match(text):
            yield 0, len(text[: dates[0].start].rstrip())
        ahead = text[: dates[0].start].rstrip()
        if PLACED.fullmatch(ahead):
            yield 0, len(ahead)
        behind = (MARKS.match(text, dates[-1].end).end(), len(text))
        yield behind
        for start, end in (behind, (0, dates[0].start)):
            if by := BY.match(text, start, end):
                yield by.end(), JOINT.search(text, by.end() + len("by "), end).start()
