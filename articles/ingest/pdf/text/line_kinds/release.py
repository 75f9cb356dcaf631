"""What a release says of itself around its text: when it goes out, who speaks, whom to ask."""

import re
from collections.abc import Iterator
from itertools import takewhile

from articles.ingest.pdf.text.line_kinds.dates import is_date
from articles.ingest.pdf.text.line_kinds.imprint import is_rights_of_house
from articles.ingest.plain.segment import Segment

RELEASED = (
    r"(?:發稿|发稿|發[布佈]|发布|配布|(?:報道)?解禁|배포|보도|공개|엠바고|release|embargo(?:ed)?)"
    r"(?:日期|日時|日|時間|时间|일시|일|시점| date)?\s?[:：]?\s*(?=.{0,12}\d)"
    r"|同時(?:発表|提供|配布)(?:先|資料)?\s?[:：]|(?:發稿|发稿|發[布佈]|发布|承辦|承办|主辦|主办)(?:單位|单位|機關|机关)\s?[:：]"
)
TO_ASK = (
    r"[(（【]?(?:發言人|发言人|(?:新聞)?聯絡(?:人|電話)|联系(?:人|电话)|承辦(?:人|單位)"
    r"|お?問い?合わせ先?|担当(?:者|課|部署)?|連絡先|담당\s?(?:자|부서|과)?|문의처?|연락처|책임자|주무부서|대변인|spokes(?:wo)?(?:man|person)"
    r"|(?:media |press )?(?:contacts?|enquiries)|電話|电话|電子郵件|전화|[字文][號号]"
    r"|發稿字號|发稿字号|(?:發稿|報告)?編號|(?:发稿|报告)?编号)"
    r"[)）】]?(?:\s?[:：]|\s|$|(?<=[)）】]))"
)
RELEASE_FIELD = re.compile(rf"{RELEASED}|{TO_ASK}", re.IGNORECASE)
# A label whose letters are set apart, to be as wide as the others: 聯 絡 人：
SET_APART = re.compile(r"[^\W\d_A-Za-z](?:\s{1,4}[^\W\d_A-Za-z]){1,3}(?=\s?[:：])")
# The same without what is said, where a tool prints it below.
LABEL = re.compile(
    r"(?:(?:보도|배포|공개|엠바고|제공)\s?(?:일시|일자|일|시점)|총\s?매수|담당\s?(?:부서|자|과)|담당자|책임자|주무\s?부서|문의처?|연락처"
    r"|(?:發稿|发稿|發[布佈]|发布|發表)(?:日期|時間|时间|單位|单位)|(?:新聞)?聯絡(?:人|電話)|联系(?:人|电话)|承辦(?:人|單位)|發言人|发言人"
    r"|(?:発表|配布|公表)日時?|担当(?:者|課|部署)?|連絡先|お?問い?合わせ先?"
    r"|(?:release )?date|(?:media |press )?contacts?|embargo|for release)\s?[:：]?",
    re.IGNORECASE,
)
# Where and when something was said, in the front of a speech or of minutes.
EVENT_FIELD = re.compile(
    r"(?:(?:會議|会议|活動|活动|演講|演讲)?(?:時間|时间|地點|地点)|會場|场地|場地|会場|場所|日時|主持人?|指[導导]教[授师師]|司会|司會|整理|記錄|紀錄|记录|장소|일시|사회|venue|place|location|time|moderator|chair)\s?[:：／/]"
    r"|(?:日時|会場|場所|主催|共催|後援|時間|地點|地点)\s",
    re.IGNORECASE,
)
# The same where what they say stands behind white space or on the line below.
EVENT_LABEL = re.compile(
    r"(?:會議|会议|活動|活动|演講|演讲)?(?:時間|时间|地點|地点)|會場|場地|场地|会場|場所|日時|主席|主持人?|司会|司會|出席(?:者|人員)?|列席|[記紀]錄|记录|장소|일시|사회"
)
# What closes a release, below which nobody reads on but who wants to ask: - END -, ＃＃＃, （了）
END = re.compile(
    r"[-–—―－*＊#＃(（【<〈＜\s]{0,6}(?:ends?|###?|끝|完|了|以\s?上)[-–—―－*＊#＃)）】>〉＞.\s]{0,6}|#\s?#\s?#",
    re.IGNORECASE,
)
LONGEST_FRONT, LONGEST_TAIL = 14, 12  # lines
LONGEST_FIELD = 60  # cells; more is a sentence


def is_release_field(text: str) -> bool:
    """Whether a line above a release's headline says when it goes out or whom to ask."""
    if apart := SET_APART.match(text):
        text = "".join(apart[0].split()) + text[apart.end() :]
    return RELEASE_FIELD.match(text) is not None or LABEL.fullmatch(text) is not None


def is_event_field(text: str) -> bool:
    """Whether a line of a front says where and when something was said, or who led it."""
    return EVENT_FIELD.match(text) is not None


def is_end(text: str) -> bool:
    """Whether a line says that a release ends there."""
    return END.fullmatch(text) is not None


def is_event_label(text: str) -> bool:
    """Whether a line is such a field's label and no more."""
    return EVENT_LABEL.fullmatch("".join(text.split())) is not None


def release_fields(lines: list[Segment]) -> dict[Segment, str]:
    """The lines of a release's fields, above and below its text, each with its rule. Not its dates."""
    front = [line for line in _printed_apart(lines[:LONGEST_FRONT]) if not is_date(line.text)]
    ends = [line for line in lines[-LONGEST_TAIL:] if is_end(line.text)]
    return dict.fromkeys(front, "kicker") | dict.fromkeys([*ends, *_to_ask(lines)], "contact")


def _printed_apart(lines: list[Segment]) -> Iterator[Segment]:
    """The labels printed one below the other, and below them as many lines that say what they ask for."""
    at = 0
    while at < len(lines):
        labels = list(takewhile(_is_label, lines[at:]))
        said = lines[at + len(labels) : at + 2 * len(labels)]
        if any(map(_is_label, said)) or any(line.cells > LONGEST_FIELD for line in said):
            said = []
        yield from labels + said
        at += max(len(labels) + len(said), 1)


def _is_label(line: Segment) -> bool:
    return LABEL.fullmatch(line.text) is not None


def _to_ask(lines: list[Segment]) -> list[Segment]:
    """The last lines from where they say whom to ask or that this is the end: all end no sentence."""
    tail = [line for line in lines[-LONGEST_TAIL:] if not is_rights_of_house(line.text)]
    tail = list(takewhile(_may_be_field, reversed(tail)))[::-1]
    start = next((at for at, line in enumerate(tail) if _closes(line)), len(tail))
    return tail[start:]


def _may_be_field(line: Segment) -> bool:
    return line.cells <= 2 * LONGEST_FIELD and (not line.is_terminated or is_end(line.text))


def _closes(line: Segment) -> bool:
    return is_end(line.text) or is_release_field(line.text)
