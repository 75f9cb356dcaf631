"""Whether a line names who publishes: a house, an office, a series and its issue, a section, a letterhead."""

import re
from functools import lru_cache

from articles.ingest.pdf.text.line_kinds.dates import REMEMBERED, dates_of, dates_somebody, is_date
from articles.text.press.bylines import unspaced
from articles.text.quantities.tables import HAN_NUMERALS

# What heads the first words of a text, letter by letter too: 摘　要
ABSTRACT = re.compile(
    r"摘要|提要|要旨|概要|요약|초록|국문초록|(?:executive )?summary|abstract", re.IGNORECASE
)
LONGEST_LABEL = 24  # characters, its letters and marks apart
BEFORE_WORDS = re.compile(r"^\W+")
LETTERHEAD = re.compile(
    r"新聞(?:通|參考)?(?:稿|資料)|新闻(?:通|参考)?(?:稿|资料)"
    r"|(?:press|news|media) release|for immediate release"
    r"|報道(?:資料|発表)|記者発表|プレスリリース|보도\s?(?:참고)?\s?자료",
    re.IGNORECASE,
)
# No. 2025/118, 第114-032號
RELEASE_NUMBER = re.compile(r"[(（]?(?:no\.?|第|제)?\s?[\w./-]{1,15}\s?[號号호]?[)）]?", re.IGNORECASE)
LETTERS_APART = re.compile(r"[^\sA-Za-z](?: [^\sA-Za-z]){3,60}")
# Minutes have numbers and are what they say themselves: 衆議院 外務委員会議録 第四号
MINUTES = re.compile(r"[議议][事員员]?[録錄录]|회의록")
# A letterhead may be set apart letter by letter; what ends like an office is no headline then: 外 務 省
APART = re.compile(r"\S(?:\s{1,8}\S){1,14}")
OFFICE = re.compile(r".*(?:[省部院厅庁廳局署處处府館馆]|委員會|委員会|委员会|[부처청원국실])")
# Who sends out releases: offices say what they are at the end, in English at the beginning.
OFFICES = (
    r"[^，。：:？?\s]{2,20}(?:[省部厅廳庁局室]|(?<![簽签部])署|政府|委員會|委員会|委员会|大使館|大使馆|외교부|통일부|국방부|대통령실)"
    r"|(?:Ministry|Department|Embassy|Office|Cabinet|Government) (?:of|for) .{2,50}"
)
# How houses and their series are called, whose names stand above headlines.
HOUSE = re.compile(
    r"[^，。：:？?]{1,30}(?:研究院|研究所|研究中心|研究室|事務所|事務局|代表處|代表处|領事館|领事馆|基金會|基金会|智庫|智库|學會|学会|協會|协会|大學|大学|評論|评论|季刊|月刊|學報"
    r"|学报|紀要|센터|연구원|연구소|학회|재단|리뷰)|.{0,40}\b(?:Institute|Cent(?:er|re)|Council|Foundation|Society|Quarterly|Review)"
    r"|.{0,40}\b(?:University|College|Faculty|School|Institute|Cent(?:er|re)|Council|Foundation)"
    r" (?:of|for|on) .{2,50}"
    r"|.{1,40} University"
    r"|.{0,30}(?:政策簡報|政策简报|工作論文|工作论文|研究報告|研究报告|研究レポート|ポリシーブリーフ|브리프|리포트"
    r"|(?:issue|policy|research) ?(?:briefs?|reports?)|.{1,24} (?:programme|program|series)"
    r"|(?:working|research|policy|discussion) papers?|commentary)"
    r"|[^，。：:？?\s]{1,8}(?:[日晚時时週周][報报]|[週周]刊)"
    r"|[A-Z][A-Za-z-]{1,20} (?:briefs|papers|insights|reports|notes|analyses)"
    rf"|{OFFICES}",
    re.IGNORECASE,
)
# What a section of a paper or a kind of text is called, above the headline: 【专访】, 特集◎小さな国
SECTIONS = (
    r"(?:本期|本刊|封面|主題|主题|專題|专题|特別|特别|深度|焦點|焦点|熱點|热点|國際|国际|外交|區域[与與]?國別|区域[与與]?国别|大國|大国"
    r"|時事|时事|名家|學術|学术)?"
    r"(?:故事|專題|专题|特稿|特輯|特辑|企劃|策划|專訪|专访|訪談|访谈|觀察|观察|評論|评论|評析|评析|社論|社论|論壇|论坛|專欄|专栏"
    r"|報導|报道|報道|來信|来信|焦點|焦点|聚焦|視角|视角|筆談|笔谈|研究|論文|论文|關係|关系|瞭望|縱橫|纵横|透視|透视|隨筆|随笔"
    r"|演講|演讲|講話|讲话)",
    r"(?:(?:[月火水木金土日]曜|週末)\s?)?(?:特集|論点|論説|社説|解説|寄稿|オピニオン|インタビュー|コラム|座談会|対談|(?:基調|記念|特別)?講演(?:録)?|論考|研究ノート|レポート|視点)",
    r"기획|특집|칼럼|(?:특별)?기고|인터뷰|사설|논단|시론|오피니언|초점|시평|커버스토리|이슈",
    r"cover story|features?|special (?:report|feature|section|issue)|analys[ie]s|opinion|interview",
    r"commentary|essay|perspectives?|viewpoint|in focus|column|editorial|review|briefing|insight",
    r"backgrounder|q ?& ?a|speech|research note|foreword",
)
SECTION = re.compile(
    rf"[\W\d_]{{0,4}}(?:{'|'.join(SECTIONS)})(?:[\W\d_]{{0,4}}|\s?[◎▍｜|∣│／/◆●・].{{1,24}})", re.IGNORECASE
)
# Between a section and what it is about, or its name in two languages: 海域治理 ∣ Maritime Governance
DIVIDED = re.compile(r"[^|｜∣▍│]{1,40}[|｜∣▍│][^|｜∣▍│]{1,40}")
# How journals and letterheads count; a headline may end with a year, but not with one in brackets. Volume and
# number say so wherever they stand, and a code of capitals and figures alone on its line: RAS-WP-2025-014.
COUNT = rf"[\d{HAN_NUMERALS}]{{1,4}}"
ISSUE = re.compile(
    rf"(?:第\s*[\d{HAN_NUMERALS}]+\s*[期卷輯辑号號]|\d호|\b(?:vol|no|number|issue|paper|memo|brief|pp)\b\.?\s*\d+|\((?:19|20)\d\d\)"
    r"|\b[A-Z]{2,4} \d{2}-\d{1,3}|\s(?:19|20)\d\d[-/]\d{1,3}"
    r"|\b\d{1,3} ?\(\d{1,2}\))"
    r"(?:[\W\d年月日頁页년월일]|\bpp?\b)*$"
    rf"|第\s?{COUNT}\s?卷[\s,，]{{0,3}}第?\s?{COUNT}\s?[期號号]|\bvol\.? ?\d{{1,3}},? (?:no|issue)\.? ?\d"
    r"|[總总]第\s?\d|통권\s?제?\d|^[A-Z]{2,8}(?:[-–/][A-Z\d]{1,8}){0,3}[-–/]\d{1,8}$",
    re.IGNORECASE,
)


@lru_cache(REMEMBERED)
def is_section(text: str) -> bool:
    """Whether a line names a section of a publication or a kind of text: 封面故事, 【专访】, COVER STORY"""
    return SECTION.fullmatch(text) is not None


@lru_cache(REMEMBERED)
def is_letterhead(text: str) -> bool:
    """Whether a line says press release, with its number or date beside it or alone."""
    found = LETTERHEAD.match(text)
    rest = text[found.end() :].strip() if found else ""
    beside = bool(rest) and (is_date(rest) or RELEASE_NUMBER.fullmatch(rest) is not None)
    return beside or any(LETTERHEAD.fullmatch(written) for written in (text, unspaced(text)))


@lru_cache(REMEMBERED)
def is_house(text: str) -> bool:
    """Whether a line is the name of a house or of its series."""
    is_apart = APART.fullmatch(text) is not None
    return HOUSE.fullmatch("".join(text.split()) if is_apart else text) is not None or is_office_apart(text)


def heads_abstract(text: str) -> bool:
    """Whether a line is nothing but the heading of an abstract."""
    if len(text) > LONGEST_LABEL:
        return False
    words = BEFORE_WORDS.sub("", text)
    return ABSTRACT.fullmatch(words if words.isascii() else unspaced(words)) is not None


def is_office_apart(text: str) -> bool:
    """Whether a line is an office whose letters are set apart: 外 務 省, 外 交 部."""
    return APART.fullmatch(text) is not None and OFFICE.fullmatch(unspaced(text)) is not None


@lru_cache(REMEMBERED)
def names_publication(text: str) -> bool:
    """Whether a line names a house, a section of what it prints, or the day of its issue beside it."""
    if is_house(text) or is_section(text) or DIVIDED.fullmatch(text):
        return True
    return bool(dates_of(text)) and not dates_somebody(text)


@lru_cache(REMEMBERED)
def names_issue(text: str) -> bool:
    """Whether a line names an issue of a journal, or is a letterhead."""
    if MINUTES.search(text):
        return False
    text = unspaced(text) if LETTERS_APART.fullmatch(text) else text
    return bool(ISSUE.search(text) or LETTERHEAD.search(text) or is_letterhead(text))
