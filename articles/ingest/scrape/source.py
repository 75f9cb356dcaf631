"""Which house an article comes from: a label, a masthead beside the date, or the footer's rights line.

A page that passes on other houses' articles names the other house beside the date and itself in its
footer, so the footer is heard last, and only when the rest of the page bears it out.
"""

import re
from collections.abc import Iterator

from articles.ingest.furniture.labels import SOURCE
from articles.ingest.furniture.phrase import any_of
from articles.ingest.plain.segment import Segment, Span
from articles.ingest.scrape.page import META_WIDTH, Page
from articles.text.letters import EAST_ASIAN

# A label that stands alone, its value on the line below: 媒體來源：
BARE_LABEL = re.compile(
    r"[\W\d]*(?:新聞|新闻|媒體|媒体|文章)?(?:來源|来源|出處|出处|source)\s*[:：]$", re.IGNORECASE
)

# What parts the pieces of the line below a headline.
PIECE = re.compile(r"[^\s|｜/／·•,，>＞»:：]+")
LATIN_PIECE = re.compile(r"[^|｜/／·•,，>＞»:：\d]+")
MASTHEAD_WIDTH = (2.5, 14)
# How papers, agencies and stations are called.
PAPERS = any_of(
    "日報 日报 晚報 晚报 早報 早报 時報 时报 週報 周报 商報 商报 郵報 邮报 周刊 週刊 雜誌 杂志 新聞網 新闻网 "
    "新聞雲 資訊網 在線 在线 電視台 电视台 電臺 電台 电台 通訊社 通讯社 通信社 新聞社 放送 テレビ スポーツ "
    "デジタル オンライン 일보 신문 뉴스 방송 통신"
)
AGENCIES = any_of("新華社 新华社 中新社 中央社 法新社 路透社 美聯社 美联社 共同社 韓聯社 韩联社")
MASTHEAD = re.compile(
    rf".*(?:{PAPERS}|{AGENCIES}|[^\W\d_]{{2}}[網网]|"
    r"\b(?:Times|News|Post|Daily|Wire|Review|Herald|Tribune|Journal|Press|Gazette|Chronicle))$"
)
# A section's name ends as a paper's does.
SECTION = re.compile(
    any_of(
        "國際 国际 即時 即时 社會 社会 政治 財經 财经 娛樂 娱乐 體育 体育 生活 最新 頭條 头条 熱門 热门 兩岸 "
        "两岸 地方 焦點 焦点 影音 綜合 综合 科技 軍事 军事 全球 世界 相關 相关 更多 主要 本 大 互聯 互联 "
        "latest breaking world local top more"
    ),
    re.IGNORECASE,
)

# Who holds the rights, in the words of rights lines; a firm's name before the paper's is none of it.
FIRM = r"(?:.{0,40}(?:有限公司|股份公司|集團|集团|株式会社|\bInc\.|\bLtd\.?))?\s{0,9}"
HOLDERS = (
    re.compile(
        rf"^\W*+{FIRM}(?P<name>\S{{2,16}}?)\s{{0,9}}(?:[©ⓒ].{{0,60}})?(?:版權|版权|著作權|著作权)(?:所有|聲明|声明)"
    ),
    re.compile(
        r"(?:版權|版权)所有\s{0,9}[:：]?\s{0,9}(?:[©ⓒ]\s{0,9})?(?:\d{4}\s{0,9})?(?P<name>[^\s\W\d]{2,16})(?=\s|$)"
    ),
    re.compile(
        r"(?:[©ⓒ]|\(c\))\s{0,9}(?:\d{4}\s{0,9}(?:[-–]\s{0,9}\d{4})?\s{0,9})?(?P<name>\S.{1,38}?)\s?"
        r"(?:(?:股份)?有限公司|\.\s|\.?\s*all rights|版權|版权|無断|무단|,|，|。|\||$)",
        re.IGNORECASE,
    ),
)
# A firm alone is no house, and what a house calls itself in its own pages names nobody.
NO_HOUSE = re.compile(r".*(?:公司|集團|集团|会社|Inc\.?|Ltd\.?)$|[本當当]\S{1,2}$")
EAST_ASIAN_LETTER = re.compile(f"[{EAST_ASIAN}]")
LATIN_HEAD = re.compile(r"[A-Za-z]{3,}")
# So many other lines must share the Latin word that a name begins with.
WITNESSES = 2


def printed_source(page: Page, around: list[int], top: int) -> Iterator[Span]:
    """The sources that labels name around a body, then the mastheads on the lines that date it.

    around: numbers of the lines around the body. top: the first line below the headline.
    """
    for number in around:
        if page.lines[number].width <= META_WIDTH and not page.captions[number]:
            yield from _labelled(page, number)
    for number in around:
        if number >= top and _is_beside_date(page, number):
            yield from _mastheads(page.lines[number])


def house_name(page: Page, around: list[int]) -> Iterator[Span]:
    """The house that a rights line names, where the rest of the page bears the name out."""
    for line in page.lines:
        if page.rules[line.number] != "legal":
            continue
        for holder in HOLDERS:
            if (found := holder.search(line.text)) and _is_borne_out(page, line, found["name"]):
                yield line.place(*found.span("name"))


def _labelled(page: Page, number: int) -> Iterator[Span]:
    line = page.lines[number]
    if found := SOURCE.search(line.text):
        yield line.place(*found.span("name"))
    elif number and BARE_LABEL.match(page.lines[number - 1].text) and line.width <= MASTHEAD_WIDTH[1]:
        yield line.whole


def _is_beside_date(page: Page, number: int) -> bool:
    line = page.lines[number]
    beside = any(page.prints_date(n) for n in (number - 1, number, number + 1) if 0 <= n < len(page.lines))
    return beside and line.width <= META_WIDTH and not page.rules[number] and not page.captions[number]


def _mastheads(line: Segment) -> Iterator[Span]:
    pieces = PIECE if EAST_ASIAN_LETTER.search(line.text) else LATIN_PIECE
    for piece in pieces.finditer(line.text):
        name = piece.group().strip()
        if MASTHEAD_WIDTH[0] <= len(name) <= 30 and MASTHEAD.match(name) and not SECTION.match(name):
            start = piece.start() + piece.group().index(name)
            yield line.place(start, start + len(name))


def _is_borne_out(page: Page, line: Segment, name: str) -> bool:
    """Whether other lines print the name, or the Latin word it begins with, in the script of the page."""
    if NO_HOUSE.match(name) or (page.language != "en" and not EAST_ASIAN_LETTER.search(name)):
        return False
    others = [other.text for other in page.lines if other is not line and len(other.text) <= META_WIDTH]
    head = LATIN_HEAD.match(name)
    shared = sum(head.group() in text for text in others) if head and EAST_ASIAN_LETTER.search(name) else 0
    return shared >= WITNESSES or any(name in text for text in others)
