"""What a line of a front is: names of people, a date, the name of a house or of its series."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from articles.ingest.pdf.text.dated import dates_of, is_date
from articles.ingest.pdf.text.pages import ISSUE
from articles.ingest.pdf.text.paragraphs import LARGE, Paragraph
from articles.ingest.pdf.text.release import is_release_field
from articles.text.names.persons import (
    HAN,
    KANA,
    could_be_pen_name,
    looks_like_affiliation,
    looks_like_name,
    names_apart,
)
from articles.text.press.bylines import Byline, find_byline, is_editor_line, unspaced
from articles.text.press.captions import looks_like_caption

# Between names and what their bearers are.
AFTER_NAMES = re.compile(r"\s{0,4}[（(|｜/／∕]\s*| ")
SLASH = "/／∕"
ENCLOSED = re.compile(r"(?<!\s)\s{0,4}[（(][^（()）]{0,60}[)）]$")
# Behind names, whose notes say who they are.
NOTE_SIGNS = re.compile(r"(?<![*＊†‡※¹²³⁴])[*＊†‡※¹²³⁴]++(?=[\s、，,·・]|$)")
# The same as figures, which a text has lost the height of: 张伟1,2 李娜2
NOTE_FIGURES = re.compile(r"(?<=[^\W\d_])\d{1,2}(?:[,，]\d{1,2}){0,3}(?=[\s、，,;；]|$)")
# Before a name, and no part of it.
HONORIFIC = re.compile(r"(?<![^\s,&])(?:Dr|Prof|Professor|Mr|Mrs|Ms|Amb)\b\.?\s+")
# Short words that open a text and are no names.
NOT_NAMES = re.compile(
    r"[前引導导序緒绪摘結结目評评社短時时專专導]?(?:言|論|论|要|語|语|錄|录|評|评|欄|栏|訪|访|讀|读|題|题|記|记)"
)
# What heads the first words of a text, letter by letter too: 摘　要
ABSTRACT = re.compile(
    r"摘要|提要|要旨|概要|요약|초록|국문초록|(?:executive )?summary|abstract", re.IGNORECASE
)
BEFORE_WORDS = re.compile(r"^\W+")
LETTERHEAD = re.compile(
    r"新聞(?:通|參考)?(?:稿|資料)|新闻(?:通|参考)?(?:稿|资料)"
    r"|(?:press|news|media) release|for immediate release"
    r"|報道(?:資料|発表)|記者発表|プレスリリース|보도\s?(?:참고)?\s?자료",
    re.IGNORECASE,
)
# No. 2025/118, 第114-032號
RELEASE_NUMBER = re.compile(r"[(（]?(?:no\.?|第|제)?\s?[\w./-]{1,15}\s?[號号호]?[)）]?", re.IGNORECASE)
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
    rf"|{OFFICES}",
    re.IGNORECASE,
)
# What a section of a paper or a kind of text is called, above the headline: 【专访】, 特集◎小さな国
SECTIONS = (
    r"(?:本期|本刊|封面|專題|专题|特別|特别|深度|焦點|焦点|熱點|热点|國際|国际|外交|區域[与與]?國別|区域[与與]?国别|大國|大国"
    r"|時事|时事|名家|學術|学术)?"
    r"(?:故事|專題|专题|特稿|特輯|特辑|企劃|策划|專訪|专访|訪談|访谈|觀察|观察|評論|评论|評析|评析|社論|社论|論壇|论坛|專欄|专栏"
    r"|報導|报道|報道|來信|来信|焦點|焦点|聚焦|視角|视角|筆談|笔谈|研究|論文|论文|關係|关系|瞭望|縱橫|纵横|透視|透视|隨筆|随笔"
    r"|演講|演讲|講話|讲话)",
    r"特集|論点|論説|社説|解説|寄稿|オピニオン|インタビュー|コラム|座談会|対談|講演(?:録)?|論考|研究ノート|レポート|視点",
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
# Who spoke, as said before the name.
SPEAKS = re.compile(
    r"(?:主[講讲]人?|演[講讲][人者]|[講讲]者|講演者|報告人|报告人|発表者|발표자|연사|강연자|speaker)\s?[:：]\s?|(?:演[講讲]|講演)[:：／/]\s?",
    re.IGNORECASE,
)
# The same in a headline: Remarks by Ambassador Jane Doe at the forum
SPOKEN = re.compile(
    r"\b(?:[Rr]emarks|[Aa]ddress|[Ss]peech|[Ss]tatement|[Ll]ecture|[Tt]estimony) by "
    r"(?:[A-Z][\w.’'-]{0,20} ){0,5}?"
    r"(?P<name>[A-Z][\w’'-]{1,20} (?:[A-Z]\. )?[A-Z][\w’'-]{1,20})(?= [a-z]|[,;:]|$)",
)
YEAR = re.compile(r"(?:19|20)\d\d\s?年?\s?(?:\d{1,2}\s?月)?$")
REMEMBERED = 256  # lines of a few fronts, which are asked about by every step
LONGEST_POST = 10  # characters
# What releases say of a headline, right below it: - 15개 지점으로 확대 -
DASHED = re.compile(r"[-–—―－]\s(?:[^\s]|\s(?!$)){4,300}\s?[-–—―－]")
IN_BRACKETS = re.compile(r"[【〔（(][^【〔（()）〕】]{4,60}[】〕）)]")  # 【記者某某、某某／某地連線報導】
LONGEST_SIGNED, LONGEST_LABEL = 80, 12  # characters of a line that signs, and of what is no name on it
# Who writes reports, as said before the name: 客員研究員　三浦 瑠香
WRITES = re.compile(
    r"(?:研究[員员]|教授|[講讲][師师]|[記记]者|(?:編集|論説|論說|论说)委員|연구위원|연구원|교수)$"
)
# Who signs in a paper, as said before the name: 駐沙洲大使  何遠
SERVES = re.compile(
    r"(?:大使|公使|[参參][赞贊]|[总總][领領]事|部[长長]|外[长長]|外相|首相|[总總][统統]|主席|[书書][记記]|[院校所][长長]|主任|代表|대사|장관|총영사)$"
)
# A sign that a newspaper sets before its author: ◎ 林予安
NAME_MARK = re.compile(r"^[◎○●◆■]\s?")
# 東雲 航: whoever writes, behind what they are, has a name with a space in it.
SPACED_PEN_NAME = re.compile(rf"[{HAN}]{{1,3}}[ \u3000][{HAN}{KANA}]{{1,4}}")
# Behind a stop may stand the mark of a note, or in brackets what was heard.
STOPPED = re.compile(
    r"[。．；;，,]$|[^.]\.$"
    r"|[。．.][」』”’\"）)]{0,2}\s?(?:\d{1,2}[)）]?|[①-⑳¹²³*＊†‡]|[（(【［\[][^（()）。]{1,12}[)）】］\]])$"
)


def byline_of(text: str) -> Byline | None:
    """The byline of a line, behind which brackets may say what its people are."""
    return find_byline(text) or find_byline(ENCLOSED.sub("", text))


def is_byline(text: str) -> bool:
    """Whether a line is none of the text and says who wrote it."""
    return (byline_of(text) is not None or _is_spoken(text)) and not STOPPED.search(text)


def is_labelled(text: str) -> bool:
    """Whether a line says of the names on it that they are its authors'."""
    found = byline_of(text)
    is_written = found is not None and found.spans[0][0] > 0
    return (is_written or _is_spoken(text)) and not STOPPED.search(text)


def speaker_of(headline: str) -> str:
    """Who spoke what is printed, if its headline says so, "" otherwise."""
    found = SPOKEN.search(headline)
    return found["name"] if found and looks_like_name(found["name"]) else ""


def _is_spoken(text: str) -> bool:
    """Whether a line says who spoke."""
    return SPEAKS.match(text) is not None and bool(names_of(text))


def is_signed(text: str) -> bool:
    """Whether a line is a label, names and next to nothing else."""
    found = find_byline(text) if len(text) <= LONGEST_SIGNED else None
    return is_signed_apart(text) or (
        found is not None and len(text) - sum(end - start for start, end in found.spans) <= LONGEST_LABEL
    )


def is_signed_apart(text: str) -> bool:
    """Whether a line is a byline in brackets, as papers print it above a report."""
    return IN_BRACKETS.fullmatch(text) is not None and find_byline(text) is not None


def is_names(paragraph: Paragraph, column: int) -> bool:
    """Whether a line holds names of people and nothing else.

    A pen name counts where it is as short as a name, or set in the middle of the page.
    """
    text = paragraph.text
    if is_section(text):
        return False
    if names_of(text):
        return True
    if names_issue(text) or is_house(text):
        return False
    longest = 12 if paragraph.first.indent > 0.25 * column else 6
    return paragraph.cells <= longest and could_be_pen_name(text) and not NOT_NAMES.search(text)


@lru_cache(REMEMBERED)
def is_section(text: str) -> bool:
    """Whether a line names a section of a publication or a kind of text: 封面故事, 【专访】, COVER STORY"""
    return SECTION.fullmatch(text) is not None


def is_post(text: str) -> bool:
    """Whether a line is what somebody is who writes, and no more: 上席研究員"""
    return len(text) <= LONGEST_POST and WRITES.search(text) is not None


def is_pen_name_above(text: str, below: str) -> bool:
    """Whether a line is two words as short as names, and the one below says what somebody is."""
    return SPACED_PEN_NAME.fullmatch(text) is not None and looks_like_affiliation(below)


def is_pen_name_below(text: str, above: str) -> bool:
    """Whether a line is two words as short as names, and the one above says what somebody is who writes."""
    return SPACED_PEN_NAME.fullmatch(text) is not None and is_post(above)


def names_of(text: str) -> list[str]:
    """The names on a line that holds nothing else but what these people are, [] when it does."""
    return list(_names_of(text))


@lru_cache(REMEMBERED)
def _names_of(text: str) -> list[str]:
    text = SPEAKS.sub(
        "", HONORIFIC.sub("", NOTE_FIGURES.sub("", NOTE_SIGNS.sub("", NAME_MARK.sub("", text)))), count=1
    )
    return names_apart(text) or next(_named_first(text), []) or _named_last(text)


def _named_last(text: str) -> list[str]:
    """The names behind what their bearer is: 客員研究員　三浦 瑠香"""
    words = unicodedata.normalize("NFKC", text).split()
    written = [n for n, word in enumerate(words[:-1], start=1) if WRITES.search(word) or SERVES.search(word)]
    if not written or is_editor_line(text):
        return []
    name = " ".join(words[written[-1] :])
    return names_apart(name) or [name] * (SPACED_PEN_NAME.fullmatch(name) is not None)


def _named_first(text: str) -> Iterator[list[str]]:
    """The names at the beginning of a line that goes on with what the people are."""
    if (bare := ENCLOSED.sub("", text)) != text:
        yield from filter(None, [next(_named_first(bare), [])])
    for found in reversed(list(AFTER_NAMES.finditer(text))):
        head, rest = text[: found.start()], text[found.end() :]
        is_said, is_enclosed = looks_like_affiliation(rest), bool(ENCLOSED.fullmatch(text, found.start()))
        if is_said or is_enclosed:
            yield from filter(None, [names_apart(head)])
        is_parted = is_enclosed or found[0].strip() in set(SLASH)
        if is_said and is_parted and could_be_pen_name(unspaced(head)):
            yield [head]


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
    words = BEFORE_WORDS.sub("", text)
    return ABSTRACT.fullmatch(words if words.isascii() else unspaced(words)) is not None


def is_office_apart(text: str) -> bool:
    """Whether a line is an office whose letters are set apart: 外 務 省, 外 交 部."""
    return APART.fullmatch(text) is not None and OFFICE.fullmatch(unspaced(text)) is not None


@lru_cache(REMEMBERED)
def names_publication(text: str) -> bool:
    """Whether a line names a house, a section of what it prints, or the day of its issue beside it."""
    return is_house(text) or is_section(text) or DIVIDED.fullmatch(text) is not None or bool(dates_of(text))


@lru_cache(REMEMBERED)
def names_issue(text: str) -> bool:
    """Whether a line names an issue of a journal, or is a letterhead."""
    return bool(ISSUE.search(text) or LETTERHEAD.search(text) or is_letterhead(text))


def is_kicker(paragraph: Paragraph, column: int) -> bool:
    """Whether a line above the headline names a section, a journal or its issue: captions say more."""
    text = paragraph.text
    if len(paragraph.lines) > 2 or looks_like_caption(text) or is_date(text):
        return False
    short = paragraph.cells <= 0.25 * column or paragraph.size > LARGE or names_publication(text)
    return short or names_issue(text) or is_release_field(text) or YEAR.search(text) is not None
