"""What a line of a front is: names of people, a date, the name of a house or of its series."""

import re
from collections.abc import Iterator
from datetime import date

from articles.ingest.pdf.text.pages import ISSUE
from articles.ingest.pdf.text.paragraphs import LARGE, Paragraph
from articles.text.names.persons import could_be_pen_name, looks_like_affiliation, names_apart
from articles.text.press.bylines import find_byline, unspaced
from articles.text.press.captions import looks_like_caption
from articles.text.press.dates import find_dates

# Between names and what their bearers are.
AFTER_NAMES = re.compile(r"\s{0,4}[（(|｜]\s*| ")
ENCLOSED = re.compile(r"\s*[（(][^（()）]*[)）]$")
# Behind names, whose notes say who they are.
NOTE_SIGNS = re.compile(r"(?<![*＊†‡※¹²³⁴])[*＊†‡※¹²³⁴]++(?=[\s、，,]|$)")
# Short words that open a text and are no names.
NOT_NAMES = re.compile(
    r"[前引導导序緒绪摘結结目評评社短時时專专導]?(?:言|論|论|要|語|语|錄|录|評|评|欄|栏|訪|访|讀|读|題|题|記|记)"
)
LETTERHEAD = re.compile(
    r"新聞稿|新闻稿|press release|news release|報道資料|プレスリリース|보도자료", re.IGNORECASE
)
# How houses and their series are called, whose names stand above headlines.
HOUSE = re.compile(
    r"[^，。：:？?]{1,30}(?:研究院|研究所|研究中心|基金會|基金会|智庫|智库|學會|学会|協會|协会|大學|大学|評論|评论|季刊|月刊|學報"
    r"|学报|紀要|센터|연구원|연구소|학회|재단|리뷰)|.{0,40}\b(?:Institute|Cent(?:er|re)|Council|Foundation|Society|Quarterly|Review)"
    r"|.{0,30}(?:政策簡報|政策简报|工作論文|工作论文|研究報告|研究报告|研究レポート|ポリシーブリーフ|브리프|리포트"
    r"|(?:issue|policy) briefs?|(?:working|policy|discussion) papers?|commentary)",
    re.IGNORECASE,
)
YEAR = re.compile(r"(?:19|20)\d\d\s?年?\s?(?:\d{1,2}\s?月)?$")
# Journals print when a manuscript came in, was changed, was accepted and came out.
PUBLISHED = re.compile(
    r"(?:出版|發表|发表|刊登|刊出|發布|发布|公開|掲載|게재|발행)(?:日期|時間|时间|日|일)?\s?[:：]\s?(?=\d|民|令|平)"
)
DATE_LABEL = re.compile(
    r"[；;，,\s]?(?:收稿|投稿|修回|修訂|修订|接受|受理|採用|采用|錄用|录用|出版|發表|发表|刊登|刊出|發布|发布|公開|掲載|접수|심사|게재|발행)"
    r"(?:日期|時間|时间|日|일)?\s?[:：]\s?"
)
STOPPED = re.compile(r"[。．；;，,]$|[^.]\.$")


def is_byline(text: str) -> bool:
    """Whether a line is none of the text and says who wrote it."""
    return find_byline(text) is not None and not STOPPED.search(text)


def is_labelled(text: str) -> bool:
    """Whether a line says of the names on it that they are its authors'."""
    found = find_byline(text)
    return found is not None and found.spans[0][0] > 0 and not STOPPED.search(text)


def is_names(paragraph: Paragraph, column: int) -> bool:
    """Whether a line holds names of people and nothing else.

    A pen name counts where it is as short as a name, or set in the middle of the page.
    """
    text = paragraph.text
    if names_of(text):
        return True
    longest = 12 if paragraph.first.indent > 0.25 * column else 6
    return paragraph.cells <= longest and could_be_pen_name(text) and not NOT_NAMES.search(text)


def names_of(text: str) -> list[str]:
    """The names on a line that holds nothing else but what these people are, [] when it does."""
    text = NOTE_SIGNS.sub("", text)
    return names_apart(text) or next(_named_first(text), [])


def _named_first(text: str) -> Iterator[list[str]]:
    """The names at the beginning of a line that goes on with what the people are."""
    for found in reversed(list(AFTER_NAMES.finditer(text))):
        head, rest = text[: found.start()], text[found.end() :]
        is_said, is_enclosed = looks_like_affiliation(rest), bool(ENCLOSED.fullmatch(text, found.start()))
        if is_said or is_enclosed:
            yield from filter(None, [names_apart(head)])
        if is_said and is_enclosed and could_be_pen_name(unspaced(head)):
            yield [head]


def is_date(text: str) -> bool:
    """Whether the text prints a date and little else, or dates with what each is the date of."""
    dates = find_dates(text)
    printed = sum(date.end - date.start for date in dates)
    labels = sum(len(label[0]) for label in DATE_LABEL.finditer(text))
    return any(date.end - date.start > 0.6 * len(text) for date in dates) or (
        bool(dates and labels) and printed + labels > 0.9 * len(text)
    )


def date_in(text: str, language: str) -> date:
    """The date a line prints; of several that of publication, else the first."""
    published = PUBLISHED.search(text)
    return find_dates(text[published.start() :] if published else text, language)[0].value


def is_house(text: str) -> bool:
    """Whether a line is the name of a house or of its series."""
    return HOUSE.fullmatch(text) is not None


def names_issue(text: str) -> bool:
    """Whether a line names an issue of a journal, or is a letterhead."""
    return bool(ISSUE.search(text) or LETTERHEAD.search(text))


def is_kicker(paragraph: Paragraph, column: int) -> bool:
    """Whether a line above the headline names a section, a journal or its issue: captions say more."""
    text = paragraph.text
    if len(paragraph.lines) > 2 or looks_like_caption(text) or is_date(text):
        return False
    short = paragraph.cells <= 0.25 * column or paragraph.size > LARGE or is_house(text)
    return short or names_issue(text) or bool(YEAR.search(text) or find_dates(text))
