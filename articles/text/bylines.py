"""People's names in bylines: 記者某某／台北報導, 文／某某, 新华社记者某某, By So-and-so, 某某 기자.

A rule says where names may stand in a line; whether what stands there is a person's name is for names.py.
A line is only believed when everything in the place of names is a name.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.text.dates import NARROW
from articles.text.names import (
    DOT,
    HAN,
    HANGUL,
    KANA,
    LATIN_NAME,
    could_be_pen_name,
    is_office,
    looks_like_affiliation,
    looks_like_name,
)
from articles.text.words import words

__all__ = ["Byline", "find_byline", "is_editor_line", "looks_like_affiliation", "looks_like_name"]


@dataclass(frozen=True)
class Byline:
    """The people a line names as its authors. spans: where each name stands, (start, end) in the line."""

    names: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]

    @property
    def joined(self) -> str:
        return "、".join(self.names)


@dataclass(frozen=True)
class Rule:
    """pattern: has a group "names". lenient: the label says that a person follows, so pen names count."""

    pattern: re.Pattern
    lenient: bool = False


def _rule(pattern: str, lenient: bool = False) -> Rule:
    return Rule(re.compile(pattern, re.IGNORECASE), lenient)


# Bylines are short, or stand at the head or the tail of a paragraph; no more of it is looked at.
HEAD, TAIL = 90, 90
# The end of a report's own line: 綜合報導, 台北报道, 東京24日專電, 撰稿
REPORT = (
    r"(?:綜合|综合|連線|连线|專題|专题|採訪|采访|整理)?(?:外電|外电)?"
    r"(?:報導|报导|報道|报道|專電|专电|電|电|訊|讯|撰稿|撰文|採訪|采访)"
)
OPEN, CLOSE = r"[(【〔\[「〈《<]", r"[)】〕\]」〉》>]"
SEP = r"\s*[:/|=]\s*"
REPORTER = (
    r"(?:(?:特約|特约|特派|見習|见习|實習|实习|首席|駐\S{2,6}|驻\S{2,6}|攝影|摄影|文字|本报|本報|本刊|本网|本網)*"
    r"(?:記者|记者|特派員|特派员|撰述委員))"
)
WRITER = (
    r"(?:作者|撰文|撰稿人?|執筆|执笔|采写|採寫|採訪[・、/]?撰文|采访[・、/]?撰文|編譯|编译|譯者|译者|翻譯|翻译|專欄作家|专栏作家"
    r"|ライター|(?:取材[・/、])?文(?:[・/、](?:写真|圖|图|攝影|摄影|撮影))?|[圖图]文|글|글쓴이)"
)
PLACE = "(?:" + "|".join(sorted(words("places"), key=len, reverse=True)) + ")"
HAN_LIST = rf"[{HAN}{KANA}{DOT}]{{2,12}}(?:\s*[、,，;/\s&和與与]\s*[{HAN}{KANA}{DOT}]{{2,8}}){{0,7}}"

RULES = [
    # 記者羅某某／綜合外電報導; (記者王某某/台北報導); 〔記者王某某、李某某／台北報導〕
    _rule(rf"^{OPEN}?\s*(?:[{HAN}A-Za-z]{{0,8}}{SEP})?(?:[{HAN}A-Za-z]{{0,8}})?{REPORTER}\s*[:|]?\s*(?P<names>[^/|:。!?]{{2,40}}?)\s*[/|]\s*[^。!?]{{0,16}}?{REPORT}"),
    # 記者/王某某, 记者：王某某 李某某  责编：…, 記者|王某某、李某某: a separator behind the label
    _rule(rf"(?:^|(?<=[\s(【\[]))[{HAN}]{{0,6}}{REPORTER}{SEP}(?P<names>[^/|:。!?]{{2,60}})", lenient=True),
    # 財經中心/王某某報導, 王某某/綜合報導
    _rule(rf"^{OPEN}?\s*[{HAN}A-Za-z]{{2,8}}(?:中心|組|组|部)\s*/\s*(?P<names>{HAN_LIST}?)\s*{PLACE}?{REPORT}\s*{CLOSE}?"),
    _rule(rf"^{OPEN}?\s*(?P<names>{HAN_LIST}?)\s*/\s*(?:{PLACE}|[{HAN}]{{0,6}}?){REPORT}\s*{CLOSE}?\s*$"),
    # 記者 王某某 李某某 報導, 记者王某某北京报道, 新华社记者王某某: it ends the line or bracket
    _rule(rf"^{OPEN}?\s*(?:[{HAN}A-Za-z0-9]{{0,14}}?)\s*{REPORTER}\s*(?P<names>{HAN_LIST}?)\s*(?:{PLACE}|\d{{1,2}}日|\s)*{REPORT}\s*(?:{CLOSE}|$|[:\s])"),
    _rule(rf"^{OPEN}?\s*(?:[{HAN}A-Za-z0-9]{{0,14}}?)\s*{REPORTER}\s*(?P<names>{HAN_LIST})\s*(?:{CLOSE}|$)"),
    # 新华社北京5月9日电（记者王某某、李某某）
    _rule(rf"(?:電|电|訊|讯)\s*\(\s*(?:[{HAN}]{{0,8}}?)\s*{REPORTER}\s*[:]?\s*(?P<names>[^()。]{{2,40}}?)\s*\)"),
    # 作者：王某某, 文/王某某, 取材・文=山田某某, 編譯：王某某, 글 홍길동
    _rule(rf"(?:^|(?<=[\s(【〔\[|]))(?:{WRITER}){SEP}(?P<names>[^|:。!?]{{2,60}})", lenient=True),
    _rule(rf"^{OPEN}?\s*(?:作者|撰文|撰稿|編譯|编译|글)\s*(?P<names>{HAN_LIST}|[{HANGUL}]{{2,4}})\s*{CLOSE}?$"),
    # （作者：王某某，系某某大学研究员）, （记者 王某某）, (王某某 采写) at the end of a paragraph
    _rule(rf"\(\s*(?:本文)?(?:作者|撰文|文){SEP}(?P<names>[^()。:]{{2,60}})\)?\s*$", lenient=True),
    _rule(rf"\(\s*(?:[{HAN}]{{0,8}}?){REPORTER}\s*[:]?\s*(?P<names>{HAN_LIST})\s*\)\s*$"),
    # 홍길동 기자, (서울=연합뉴스) 홍길동 기자 =, 홍길동 특파원
    _rule(rf"(?:^|[\s\])]|=)(?P<names>[{HANGUL}]{{2,4}}(?:[·,]\s*[{HANGUL}]{{2,4}})*)\s*(?:기자|특파원|논설위원|선임기자)(?=\s*(?:$|[=(\[]|\S+@))"),
    # 山田太郎記者, 【東京=山田太郎】, （文・山田太郎）
    _rule(rf"^{OPEN}[{HAN}{KANA}]{{2,6}}=(?P<names>[{HAN}{KANA}、]{{3,20}}){CLOSE}"),
    _rule(rf"^(?P<names>[{HAN}]{{2,4}}(?:[、\s][{HAN}]{{2,4}})*)\s*(?:記者|记者)$"),
    _rule(rf"\((?:取材)?(?:文|構成|聞き手)[・:/](?P<names>[{HAN}{KANA}、]{{3,20}})\)"),
    # 王某某/李某某(路透社等): names, then the wires they drew on
    _rule(rf"^(?P<names>[{HAN}]{{2,4}}(?:\s*[/、]\s*[{HAN}]{{2,4}})*)\s*\([^()]{{0,16}}(?:社|AFP|AP|dpa|Reuters)等?\)\s*$"),
    # By Jane Doe and John Roe, Written by …
    _rule(r"^(?:(?:written|reported|story|text|words)\s+)?by:?\s+(?P<names>\S.{2,80}?)\s*(?:$|\||\d|\s[-–—]\s|\bin\s+[A-Z])"),
    _rule(r"^(?P<names>[A-Z]\S+(?:\s[A-Z]\S+){1,3}?)\s*[,|/-]\s*(?:staff|special) (?:writer|reporter)"),
]  # fmt: skip

# No byline is without one of these; most lines are done with here.
HINT = re.compile(
    r"記者|记者|特派|作者|文|撰|執筆|执笔|采写|採寫|編譯|编译|[譯译]者|翻[譯译]|報導|报导|報道|报道|[電电訊讯]|採訪|采访"
    r"|ライター|聞き手|構成|글|기자|논설|\bby\b|writer|reporter|[社Ps]等?\)|^[(【].{2,8}=",
    re.IGNORECASE,
)

# Everything from here on is about the author, or about somebody else: （某大學教授）, 系…, 責編…, 攝影…
STOP = re.compile(
    r"[(（<【\[〔].*|[)）>】\]〕].*|[,;、。]\s*(?:系|係|为|為|是|现任|現任|來自|来自|曾任|任职|任職|收|本文|\bis\b).*"
    r"|\s*(?:責任編輯|责任编辑|責編|责编|編輯|编辑|網編|网编|校對|校对|審校|审校|審稿|審核|审核|攝影|摄影|圖|图|來源|来源|出處|时间|時間|日期"
    r"|分享|發布|发布|更新|點擊|点击|字號|字号|閱讀|阅读|評論|评论|\d).*"
    r"|\s*[/|].*(?:報導|报导|報道|报道|電|电).*|\s*(?:報導|报导|報道|报道|撰文|撰稿|\S{0,6}(?:連線|綜合)).*$"
)
SPLIT = re.compile(r"\s*(?:[、,;/&|]|\band\b)\s*|(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f])", re.IGNORECASE)
JOINERS = re.compile(r"[和與与及]")
ROLE_BEFORE = re.compile(
    rf"^.*(?:{'|'.join(sorted(words('roles'), key=len, reverse=True))})\s*[:/]?\s*(?=\S)"
)
ROLE_AFTER = re.compile(rf"\s*(?:{'|'.join(sorted(words('roles'), key=len, reverse=True))})+$")

EDITOR = (
    r"(?:責任編輯|责任编辑|責編|责编|執行編輯|执行编辑|核稿編輯|新媒體編輯|網路編輯|网络编辑|編輯|编辑|網編|网编|美編|美编|編審|编审|校對|校对"
    r"|校審|審校|审校|審稿|审稿|審核|审核|初審|初审|複審|复审|終審|终审|監製|监制|监审|核稿|值班|排版|制作|製作|主編|主编|統籌|统筹|運營|运营|編集|편집)"
)
EDITOR_LINE = re.compile(
    rf"^\s*{OPEN}?\s*(?:本文|本期)?{EDITOR}(?:人|員|员)?(?:{SEP}|\s+)\S|^\s*(?:editing|edited) by\b",
    re.IGNORECASE,
)


def find_byline(line: str) -> Byline | None:
    """The people whom a line, or the head or tail of a paragraph, prints as its authors.

    None when there are none, when only an organisation is named, or when anything in their place is not
    a name. Editors (責編, 责任编辑) are no authors. Spans are offsets in the line as given.
    """
    narrow = line.translate(NARROW)
    for start, end in _windows(narrow):
        if not HINT.search(narrow, start, end):
            continue
        for rule in RULES:
            for match in rule.pattern.finditer(narrow[start:end]):
                if byline := _byline(line, start + match.start("names"), match["names"], rule.lenient):
                    return byline
    return None


def _windows(line: str) -> list[tuple[int, int]]:
    """The parts of a line in which a byline may stand."""
    if len(line) <= HEAD + TAIL:
        return [(0, len(line))]
    return [(0, HEAD), (len(line) - TAIL, len(line))]


def _byline(line: str, start: int, printed: str, lenient: bool) -> Byline | None:
    spans = []
    for at, piece in _pieces(printed):
        if not _is_person(piece, lenient and not spans):
            if spans and (looks_like_affiliation(piece) or lenient):
                break
            return None
        spans.append((start + at, start + at + len(piece)))
    names = tuple(re.sub(r"(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f])", "", line[a:b]) for a, b in spans)
    return Byline(names, tuple(spans)) if spans else None


def _pieces(printed: str) -> Iterator[tuple[int, str]]:
    """What stands between the separators, with its offset, roles before and behind it cut off."""
    printed = STOP.sub("", printed)
    at = 0
    for separator in [*SPLIT.finditer(printed), None]:
        end = separator.start() if separator else len(printed)
        yield from _names_in(at, printed[at:end])
        at = separator.end() if separator else end


def _names_in(at: int, piece: str) -> Iterator[tuple[int, str]]:
    if role := ROLE_BEFORE.match(piece):
        at, piece = at + role.end(), piece[role.end() :]
    if (role := ROLE_AFTER.search(piece)) and not looks_like_name(piece := piece[: role.start()]):
        return  # 某某網專欄作者 王某某: where the author writes, before the name
    joiner = JOINERS.search(piece)
    if joiner and looks_like_name(piece[: joiner.start()]) and looks_like_name(piece[joiner.end() :]):
        yield at, piece[: joiner.start()]
        yield at + joiner.end(), piece[joiner.end() :]
    elif stripped := piece.strip():
        yield at + piece.index(stripped), stripped


def _is_person(piece: str, lenient: bool) -> bool:
    return (
        looks_like_name(piece)
        or (lenient and could_be_pen_name(piece))
        or (LATIN_NAME.fullmatch(piece) is not None and not is_office(piece))
    )


def is_editor_line(line: str) -> bool:
    """Whether a line names editors, proofreaders or producers: 責編：…, 【责任编辑：…】, Edited by …"""
    return len(line) <= HEAD and bool(EDITOR_LINE.match(line.translate(NARROW)))
