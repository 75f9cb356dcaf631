"""How bylines are printed: what stands before the names, and what may stand behind them.

Patterns are written in Simplified characters and half-width marks; `narrowed` brings a line into that form.
Every gap is bounded, so that no line takes longer than its length allows.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from articles.text.names.persons import (
    HAN,
    HANGUL,
    KANA,
    could_be_pen_name,
    looks_like_japanese_name,
    looks_like_name,
)
from articles.text.quantities.reading import NARROW
from articles.text.quantities.tables import MONTHS
from articles.text.scripts import fold_table
from articles.text.words import words

# Marks that stand for others: 文丨某某, 文∕某某, 記者﹕某某.
MARKS = dict(zip("丨│︱∣┃╱∕⁄∶﹕", "|||||///::", strict=True))


@lru_cache(maxsize=1)
def _table() -> dict[int, str | int]:
    return {**fold_table(), **NARROW, **str.maketrans(MARKS)}


def narrowed(line: str) -> str:
    """A line as the patterns know it: one form for every character and mark, each in its place."""
    return line.translate(_table())


def _compile(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern:
    return re.compile(pattern.translate(fold_table()), flags)


def _any(*lists: str) -> str:
    """A pattern for the words of some lists, the longest first."""
    found = {word.translate(fold_table()) for name in lists for word in words(name)}
    return f"(?:{'|'.join(map(re.escape, sorted(found, key=len, reverse=True)))})"


OPEN, CLOSE = r"[(【〔\[「〈《<]", r"[)】〕\]」〉》>]"
GAP = r"\s{0,3}"
SEP = rf"{GAP}[:/|=·・◎]{GAP}"
EOL = r"\s*$"

# 中央社記者, 某某晚報特約記者, 本報駐日特派員: words of a newsroom, none of a sentence or of a photograph.
NO_SENTENCE = r"[^\s的了是在对向被受问让给据由告诉与等名位从请摄影,，。!?:/|()\[\]【】〔〕「」]"
REPORTER = (
    rf"{NO_SENTENCE}{{0,14}}?(?:记者|特派员|特约撰述|撰述委员|通讯员|特约撰稿人?)"
    r"(?!会|团|协会|们|站|节|证|朋友)"
)
WRITER = rf"(?i:{_any('writer_labels')}(?:[、/・.和&与](?:{_any('writer_labels')}|摄影|撮影|写真|图片?))?)"
# 文, 图文, 文/图, 取材・文, 文・写真: a single character, so that a mark must follow.
TEXT = (
    r"(?:图(?:、|/)?文|(?:取材|写真)[・/、と]文|文(?:[・·/、と](?:图片?|摄影?|写真|撮影|视频))?"
    r"|글(?:[・·/](?:사진|그림))?)"
)
NO_AUTHOR = rf"(?i:{_any('editor_labels')})"
FURNITURE = rf"(?i:{_any('furniture_labels')})"
ROLES = _any("roles")

PLACE_NAME = rf"{_any('places')}[市县区府州都]?"
PLACES = rf"{PLACE_NAME}(?:[、/\-–—\s]{{0,2}}{PLACE_NAME}){{0,3}}"
DAY = r"(?:(?:\d{2,4}年)?\d{1,2}月)?\d{1,2}日"
REPORT = (
    r"(?:综合|连线|专题|采访|整理|独家|即时|现场|直击|编译|摄影|特别){0,3}(?:外电)?"
    r"(?:报导|报道|专电|电|讯|撰稿|撰文|采访|采写|特稿|专访|编译|整理|连线|外电|撰)"
)
EDGE = rf"(?=[\s:,。、/|\-–—]|{CLOSE}|$)"

# What may stand behind names, each with its reason.
REPORTED = rf"\s?等?[/|\-\s]{{0,3}}(?:发?自?于?{PLACES}\s?)?(?:{DAY})?{REPORT}{EDGE}"  # 王大同東京24日專電
# ／台北即時報導: a word for the report ends it, whatever stands before
SLASHED = rf"{GAP}[/|]{GAP}[^。!?,:/|()]{{0,16}}?(?:报导|报道|专电|外电|连线|特稿|专访|[0-9日]电|整理)"
# 特派員某某／東京, 記者某某 发自新潟
FROM_PLACE = rf"{GAP}(?:[/|,]{GAP}{PLACES}|发自{GAP}(?:{PLACES}|[{HAN}]{{2,6}})){GAP}(?=$|{CLOSE})"
NEXT_LABEL = (
    rf"[/|,;、·\s]{{1,3}}(?:{NO_AUTHOR}|摄{SEP}|{WRITER}|{TEXT}(?={SEP}|\s))(?=\s*\S)"  # ／核稿編輯…, 圖／…
)
# 分享到：, 2025-08-24, an address
NEXT_FIELD = rf"(?:[|,;\s]{{1,3}}(?:{FURNITURE}|\d{{2}})|[|,;\s]{{0,3}}(?:\d{{4}}[-/.年]\d|[\w.+-]{{1,40}}@))"
OWN_ROLE = rf"\s?{ROLES}(?=[\s,)/|]|$)"  # 王大同教授
WHO_THEY_ARE = rf"{GAP}{OPEN}"  # （某大學教授）
ABOUT = r"[,;、\s]{0,2}(?:系|为|是|现任|现为|来自|曾任|任职|\bis\b)"  # ，系某大學教授
STOPS = r"[\s,;、|/—–-]"
ENDS = rf"(?:{EOL}|{GAP}{CLOSE}|{REPORTED}|{SLASHED}|{FROM_PLACE}|{NEXT_LABEL}|{NEXT_FIELD})"
# A place that no list has: 記者王大同某鎮報導. Two characters are a place more often than the end of a name.
# With a day behind it, 王大同某某港24日電, it is a place however long.
SOME_PLACE = rf"[{HAN}]{{2}}(?:[{HAN}]{{0,2}}{DAY})?{REPORT}{EDGE}"
# 記者 王大同 某鎮報導: behind a space as well, so that the place is no second author.
SPACED_PLACE = rf"\s{{1,3}}{SOME_PLACE}"
PLACE_OF_REPORT = re.compile(rf"{SLASHED}|{SPACED_PLACE}")

IN_PLACE = r"\sin\s[A-Z][\w.-]{1,20}(?:\s[A-Z][\w.-]{1,20})?"
EN_ROLE = r"\s?,\s(?:[A-Z]\w{1,14}\s){0,3}(?:Editor|Correspondent|Reporter|Writer|Columnist)"
KO_ROLE = r"(?:\s\S{1,4}\s|\s?)(?:객원|선임|전문|인턴|수습|대)?(?:기자|특파원|논설위원|에디터|평론가)"
NAME_SEPARATOR = _compile(
    # 南浜=山田太郎、ソウル=鈴木花子: each where they are
    rf"(?:[、,][{HAN}{KANA}]{{2,8}}=(?=[{HAN}])"
    # 홍길동 기자 김철수 기자: each with a role, an address, and where they are (도쿄=김철수 특파원)
    rf"|{KO_ROLE}(?:\s{{0,2}}[\w.+-]{{1,40}}@[\w.-]{{1,60}})?(?:{GAP}[·,/]{GAP}|\s{{1,3}})(?:[{HANGUL}]{{2,8}}=)?"
    rf"(?=[{HANGUL}]{{2,4}}{KO_ROLE})"
    rf"|(?<=[{HANGUL}]{{3}})(?<![{HANGUL}]{{4}})\s(?=[{HANGUL}]{{3}}{KO_ROLE})"  # 홍길동 김철수 기자
    # 정유진 연구위원, 강민호 부연구위원
    # and where they are, or what: Jane Doe in Jakarta and John Roe; Jane Doe, Ports Editor, and John Roe
    rf"|(?:\s?{ROLES}(?={GAP}[、,;&+])|(?:{IN_PLACE}|{EN_ROLE})(?=,|\sand\s))?{GAP}(?:[,;]{GAP}(?:and\b|&)|[、,;&/|+]|\b(?:and|AND)\b|\bwith\b|[和与及暨](?=[{HAN}]))"
    rf"|[·・](?=[{HANGUL}{HAN}])|\s(?=\s{{0,2}}[{HAN}{KANA}])|(?=通讯员|实习生|实习记者))"
    rf"{GAP}(?!{NO_AUTHOR}{SEP})(?:(?:{NO_SENTENCE}{{0,6}}(?:记者|特派员|通讯员|实习生)|(?:撰文|撰稿|采写|文|文字){SEP}){GAP}:?{GAP})?"
)
ROLE_BEFORE_NAME = _compile(rf"[^\s:/|,、。()]{{0,14}}?(?P<role>{ROLES}){GAP}:?{GAP}(?=\S)")
PRESS_ROLE_END = _compile(r"(?:记者|作者|评论员|撰稿人|特派员|通讯员)$")
CLOSES_THE_LINE = _compile(rf"[^)】〕\]。]{{0,60}}{CLOSE}[\s。]*$")
NO_AUTHOR_BEFORE = _compile(
    rf"{NO_AUTHOR}[员師师人]?{SEP}[^\s(【〔\[|]*$|(?:사진|영상|편집|그래픽|촬영|지난|이전|다음|관련|추천|최근)\s$",
    re.IGNORECASE,
)
SENTENCE = re.compile(r"[。!?]\s*\S|다\.\s|[a-z]\.\s[A-Z]")
EDITOR_LINE = _compile(
    rf"{GAP}{OPEN}?{GAP}(?:本文|本期)?(?:责任编辑|责编|执行编辑|核稿编辑|新媒体编辑|网络编辑|网路编辑|编辑|网编|美编|编审|校对|校审|审校"
    rf"|审稿|审核|初审|复审|终审|一审|二审|三审|监制|监审|核稿|值班|排版|制作|主编|统筹|运营|編集|편집)(?:人|员)?(?:{GAP}[:/|=]\s*|\s+)\S"
    rf"|{GAP}(?:editing|edited) by\b",
    re.IGNORECASE,
)
TRANSLATED = _compile(
    rf"{GAP}{OPEN}?{GAP}(?:(?:本文)?(?:译者|翻译|中译|訳者?|翻訳者?|옮긴이|번역){SEP}|translated\s+by\b|[^:/|着()]{{2,12}}(?:[訳译]|옮김)(?:{CLOSE}|$))",
    re.IGNORECASE,
)


class Opening(Enum):
    """Where a byline begins: a line, a bracket behind a dateline or anywhere, a gap on a line of fields."""

    LINE = "line"
    DATELINE = "dateline"
    BRACKET = "bracket"
    GAP = "gap"


OPENINGS = _compile(
    rf"(?P<line>\A[\s◎●■◆★*>#]{{0,6}}{OPEN}?\s{{0,2}})"
    rf"|(?:电|讯|消息|通信|연합뉴스[)\]])\s{{0,3}}(?P<dateline>\()\s{{0,2}}"
    rf"|(?:(?<=\d)|\|)\s{{1,3}}(?P<field>)(?=By\s)"
    rf"|(?P<bracket>{OPEN})\s{{0,2}}"
    rf"|(?P<gap>(?<=[\s|/\])=])(?=\S)|(?<=\d)(?=[{HAN}])|(?=(?:新华社|中新社|本报|本刊|本网)(?:特约|特派)?记者))"
)


def place_of(opening: re.Match) -> Opening:
    """The kind of place that an opening is."""
    return {"dateline": Opening.DATELINE, "bracket": Opening.BRACKET, "gap": Opening.GAP}.get(
        opening.lastgroup, Opening.LINE
    )


@dataclass(frozen=True)
class Ending:
    """What may stand behind names. shortest: characters of the last name for which it may be trusted."""

    pattern: re.Pattern
    shortest: int = 2

    def closes(self, text: str, start: int, end: int) -> bool:
        return end - start >= self.shortest and self.pattern.match(text, end) is not None


@dataclass(frozen=True)
class Form:
    """A way of printing bylines: what stands before the names, what behind them, and where in a line.

    endings: the surest first. person: who counts as a name there. pen_ending: given where the label itself
    says that a person follows, so that pen names count. roles: whether a role may precede the name.
    pen_beside: whether a pen name may stand beside a name. slash_ends: whether a paper follows a slash.
    """

    before: re.Pattern
    endings: tuple[Ending, ...]
    places: frozenset[Opening] = frozenset(Opening)
    person: Callable[[str], bool] = looks_like_name
    pen_ending: re.Pattern | None = None
    roles: bool = False
    pen_beside: bool = False
    slash_ends: bool = False


def _form(before: str, *endings: str | tuple[str, int], **options) -> Form:
    pairs = [ending if isinstance(ending, tuple) else (ending, 2) for ending in endings]
    compiled = tuple(Ending(_compile(pattern), shortest) for pattern, shortest in pairs)
    return Form(_compile(before), compiled, **options)


def _is_latin_name(text: str) -> bool:
    return bool(re.match(r"[A-Z\u00c0-\u00de]", text)) and looks_like_name(text)


def _is_hangul_name(text: str) -> bool:
    return bool(re.fullmatch(rf"[{HANGUL}]+", text)) and looks_like_name(text)


def _is_han_name(text: str) -> bool:
    return not text.isascii() and not _is_hangul_name(text) and looks_like_name(text)


def _may_be_reporter(text: str) -> bool:
    return bool(re.fullmatch(rf"[{HAN}]{{2,4}}", text)) and could_be_pen_name(text)


# A bracket behind a dateline heads the line: …24日電（記者…）
DATELINE, BRACKET = frozenset({Opening.DATELINE}), frozenset({Opening.BRACKET})
LINE = DATELINE | {Opening.LINE}
HEADS = LINE | BRACKET
PEN_ENDING = _compile(
    rf"{EOL}|{GAP}{CLOSE}|{GAP}[(\[【]|\s于\s|{NEXT_LABEL}|[|,;\s]{{1,3}}(?:{FURNITURE}|\d{{4}})|{GAP}\|"
)
MONTH_OR_DAY = (
    rf"(?i:{'|'.join(name[:3] for name in MONTHS)}|mon|tue|wed|thu|fri|sat|sun"
    r"|updated|published|posted|last)"
)
EN_ENDING = (
    rf"(?:{EOL}|{GAP}[|·•/,;(<\[)]|\s?[-–—]\s|\s?\d|\s(?:in|at|for|from|with|of|reports?|reporting)\s|\s{MONTH_OR_DAY}"
    r"|\s(?i:staff|special|senior|contribut|correspondent|reporter|yonhap|afp|reuters|the\s))"
)
KO_DATE = r"\d{4}\.\s?\d{1,2}\."  # 2025. 11. 5.
KO_ENDING = rf"{KO_ROLE}(?=\s*(?:$|[=(\[\])<|/,]|\S+@|{FURNITURE}|{KO_DATE}))"
PAPER = "(?:报|周刊|新闻|通讯社|电视台|电台)"
DESK = rf"[{HAN}A-Za-z]{{2,8}}(?:中心|组|部|室|新闻网|新闻)"
JA_ROLE = r"(?:编集委员|论说委员|解说委员|论说主干|支局长|总局长|编集长|コラムニスト|ジャーナリスト)"
PRESS_ROLE = r"(?:特派员|特约撰述|记者|撰述|主笔|评论员|专栏作家|专栏作者|作者|作家|教授|研究员|学者|讲师)"

FORMS = (
    # 中央社記者王大同東京24日專電; 記者王大同／核稿編輯…; 記者：王大同 李小安; 新华社记者王大同、李小安
    _form(rf"{REPORTER}(?:{SEP}|{GAP})", ENDS, WHO_THEY_ARE + r"(?!图|摄|圖)", SOME_PLACE, SPACED_PLACE),
    # 編譯李小安／綜合外電報導, 網編王大同／綜合報導: editors, but of their own report
    _form(r"(?:实习|即时)?(?:编译|网编|编辑|小编)", SLASHED, rf"{GAP}/{GAP}核稿", places=HEADS),
    # 國際中心／王大同報導, 政治中心／王大同／台北報導: a desk, then a person
    _form(rf"{DESK}{GAP}[/|]{GAP}", rf"(?:{REPORTED}|{SLASHED})", places=HEADS),
    # 作者：王大同, 文/夜行人, 撰文｜王大同: a label and a mark; a pen name needs an end that leaves no doubt
    _form(
        rf"(?:{TEXT}|{WRITER}){SEP}",
        rf"(?:{ENDS}|\d|{OWN_ROLE}|{WHO_THEY_ARE}|{ABOUT})",
        rf"\s[{HANGUL}]{{2,12}}{OWN_ROLE}",  # 홍길동 송도대 교수
        r"\s",
        (STOPS, 3),
        pen_ending=PEN_ENDING,
        roles=True,
    ),
    # 撰文 王大同, 文 李小安 圖 …, 글 홍길동, 作者王大同: no mark, so that the names must fill the line
    _form(
        rf"(?:{TEXT}\s{{1,3}}|{WRITER}{GAP})",
        (rf"(?:{EOL}|{GAP}{CLOSE}|{NEXT_LABEL}|{OWN_ROLE})", 3),
        places=HEADS,
        pen_ending=_compile(NEXT_LABEL),
    ),
    # [編譯] 王大同　[審稿] 李小安: each behind a label of its own in brackets
    _form(
        rf"(?:{WRITER}|编译|记者){CLOSE}{GAP}",
        rf"(?:{EOL}|\s{{1,3}}{OPEN}[{HAN}]{{1,6}}{CLOSE})",
        places=HEADS,
    ),
    # 王大同 著　李小安 譯, 原文：《某書》，約翰·多伊（John Doe）著，李小安譯: a writer, and who translated
    _form(
        rf"(?:原[文题书载]\s?:[^:|]{{0,60}}?[,》」』]{{1,2}}{GAP})?(?:[(\[]?[{HAN}]{{1,4}}[)\]]\s?)?",
        rf"{GAP}(?:\([^()]{{1,40}}\){GAP})?(?:原?着|作|지음)(?:{EOL}|[,;、/|·\s]{{1,3}}[^,。:/|()]{{2,24}}(?:[译訳]|옮김){GAP}{CLOSE}?{EOL})",
        rf"{GAP}\([^()]{{2,12}}[译訳]\){EOL}",
        places=LINE,
    ),
    _form(
        r"(?:(?:特约|专栏|客座)?作者|撰文|撰稿|编译)\s",
        rf"(?:{EOL}|{GAP}{CLOSE}|{NEXT_LABEL}|{NEXT_FIELD})",
        places=HEADS,
    ),
    # （作者王大同是某大學教授）, 本文作者為王大同
    _form(
        rf"(?<={OPEN})(?:本文)?作者(?:为|是|系)?",
        rf"(?:{GAP}{CLOSE}|{ABOUT}|{WHO_THEY_ARE}|,)",
        places=HEADS,
        roles=True,
    ),
    _form(r"本文作者(?:为|是|系)?", rf"(?:{EOL}|{ABOUT}|{WHO_THEY_ARE}|,)", places=LINE),
    # 以下文章来源于某某公众号，作者夜行人; 本文转载自某某公众号，作者：夜行人，…
    _form(
        r"(?:以下文章来源于|本文(?:转载|转|摘|节选|首发)[自于])[^,|]{1,24}[,|]\s?(?:原文)?作者(?:为|是|:)?\s?",
        rf"(?:{EOL}|[,。])",
        places=LINE,
        pen_ending=_compile(rf"{EOL}|[,。]"),
    ),
    # 本帖最後由 夜行人 於 2025-1-7 編輯
    _form(r"本帖最后由\s?", r"\s于\s", places=LINE, pen_ending=_compile(r"\s于\s")),
    # 原创 王大同 某某公众号
    _form(r"原创\s{1,3}", (rf"(?:{EOL}|\s+\S{{2,16}}{EOL})", 2), places=LINE, person=_is_han_name),
    # 王大同／台北報導, （王大同報導）: names first
    _form(r"", SLASHED, (rf"{REPORTED}{GAP}(?:$|{CLOSE})", 3), places=HEADS, person=_is_han_name),
    # Jane Doe 華盛頓報導: a correspondent who writes in Latin letters
    _form(r"", rf"(?:{SLASHED}|\s{REPORTED}){GAP}{EOL}", places=LINE, person=_is_latin_name),
    # 環宇社記者王大同馬尼拉18日專電: where nothing else can stand between label and place, any name is one
    _form(
        REPORTER,
        rf"{PLACES}{DAY}(?:专?电|讯){EDGE}",
        places=HEADS,
        person=_may_be_reporter,
    ),
    # 某社吉隆坡1月27日电（记者王大同　阿迪）: a short name beside a full one
    _form(rf"{REPORTER}{GAP}", CLOSE, places=DATELINE, person=_is_han_name, pen_beside=True),
    # 王大同/李小安(路透社等), 王大同／李小安（綜合報導）: names, then the wires they drew on
    _form(
        r"",
        rf"{GAP}\((?:[^()]{{0,16}}(?:社|AFP|AP|dpa|Reuters)等?|{REPORT})\){EOL}",
        places=LINE,
        person=_is_han_name,
        pen_beside=True,
    ),
    # 某社东京11月4日电（王大同、李小安）: nothing but names behind a dateline
    _form(r"", CLOSE, places=DATELINE, person=_is_han_name),
    # 王大同（本報東京特派員）, 王大同（某大學教授）: nothing else on the line
    _form(r"", rf"{GAP}\([^(),。:]{{0,30}}{PRESS_ROLE}\){EOL}", places=LINE, person=_is_han_name),
    # 王大同／某研究所副研究員: nothing else on the line
    _form(r"", rf"{GAP}[/|,]{GAP}[^,。:/|()]{{2,30}}{PRESS_ROLE}{EOL}", places=LINE, person=_is_han_name),
    # 王大同（首爾特約）: whence
    _form(r"", rf"{GAP}\({PLACES}(?:特约|特派|专稿|特稿)\){EOL}", places=LINE, person=_is_han_name),
    # 王大同/海岬日報: and the paper that the story is from
    _form(r"", rf"{GAP}/{GAP}[{HAN}]{{2,10}}{PAPER}{EOL}", places=LINE, person=_is_han_name),
    # 某某觀察｜王大同專欄
    _form(r"(?:[^|/:,。]{2,12}\|\s?)?", (rf"\s?专栏{EOL}", 3), places=LINE, person=_is_han_name),
    # 山田太郎記者
    _form(r"", (rf"\s?记者{EOL}", 3), places=LINE, person=_is_han_name),
    # 【東京=山田太郎】, （ソウル＝山田太郎）: a Japanese dateline
    _form(rf"[{HAN}{KANA}・]{{2,14}}=", rf"{CLOSE}", places=HEADS, person=_is_han_name),
    # 【ハノイ=三枝克己】: behind a place any name is a reporter's, but for an agency's or a house's
    _form(
        rf"(?<=[【(\[]){PLACE_NAME}=(?=[{HAN}]{{3,5}})(?!\S{{0,6}}(?:通信|社|新闻|共同|时事|省|厅|府))",
        CLOSE,
        places=HEADS,
        person=_may_be_reporter,
    ),
    # ソウル=山田太郎: the same without brackets; from any place where the name is surely Japanese
    _form(rf"{PLACE_NAME}=", EOL, places=LINE, person=_is_han_name),
    _form(rf"[{HAN}{KANA}・]{{2,8}}=", EOL, places=LINE, person=looks_like_japanese_name),
    # 山田太郎、ソウル=鈴木花子: the first at home, another where the paper has him; any name is one there
    _form(
        rf"(?=[{HAN}]{{3,5}}(?<![部班局社团会军])、{PLACE_NAME}=)", EOL, places=LINE, person=_may_be_reporter
    ),
    # 【山田太郎】, 【外信部・山田太郎】, （山田太郎）: nothing but a Japanese name
    _form(
        rf"(?<=[【(\[])(?:[{HAN}{KANA}]{{2,8}}[・\s])?",
        r"[】)\]]",
        places=HEADS,
        person=looks_like_japanese_name,
    ),
    # 編集委員・山田 太郎
    _form(rf"[{HAN}{KANA}]{{0,8}}?{JA_ROLE}[・\s]{{1,2}}", EOL, places=LINE, person=_is_han_name),
    # ソウル支局 山田太郎, 政治部・山田太郎
    _form(rf"[{HAN}{KANA}]{{1,8}}(?:部|支局|总局)[・\s]", EOL, places=LINE, person=looks_like_japanese_name),
    # 홍길동 기자, 도쿄/홍길동 특파원, [도쿄=연합뉴스] 홍길동 특파원, 홍길동·김철수 기자 =
    _form(rf"(?:[{HANGUL}]{{2,10}}(?:\s?=\s?|/))?", KO_ENDING, person=_is_hangul_name),
    # 홍길동 2025. 11. 5. 12:52: a name and the date fill the line
    _form(r"", rf"\s{{1,3}}{KO_DATE}[\s\d:.]*$", places=LINE, person=_is_hangul_name),
    # 작성자 홍길동 연구위원: who put a page up, unless it says that he does research
    _form(r"작성자\s{0,2}:?\s{0,2}", OWN_ROLE, places=LINE, person=_is_hangul_name),
    # By Jane Doe and John Roe / Taipei Times; Story by Jane Doe; (Reporting by …; Editing by …)
    _form(
        r"(?i:(?:(?:written|posted|reported|reporting|compiled|story|text|words|analysis|report|commentary|opinion)\s)?by:?\s{1,3}"
        r"(?:(?:dr|prof|professor|amb)\b\.?\s)?)",
        EN_ENDING,
        places=HEADS,
        person=_is_latin_name,
        slash_ends=True,
    ),
    # by 王大同, by 夜行人: and nothing else on the line
    _form(rf"(?i:by):?\s(?=[{HAN}{KANA}{HANGUL}])", EOL, places=LINE, pen_ending=_compile(EOL)),
    # Jane Doe, Staff Writer; Jane Doe / Tokyo correspondent; Jane Doe reports from Tokyo
    _form(
        r"",
        r"(?:\s?[,|/(-]\s?(?i:[a-z ]{0,24}(?:writer|reporter|correspondent))\)?\s*$"
        r"|\sreports\sfrom\s[A-Z][\w ]{1,30}[.:]?\s*$)",
        places=LINE,
        person=_is_latin_name,
    ),
)  # fmt: skip

# No byline is without one of these; most lines are done with here.
HINT = _compile(
    r"记者|特派|特约\)|作者|本帖最后由|撰|执笔|采写|编译|译者|翻译|报导|报道|口述|自述|专栏|著者|筆者|原创|访问|采编|编写|网编|小编|[着作](?:[,;、/|·\s]|$)|着:|지음|[译訳]\)\s*$"
    r"|文[\s:/|=・·◎字图、と]|(?:采访|整理|编辑|构成)[\s:/|=・·◎]|整理[)】]|(?:日|专|外)电|[电讯]\s{0,3}\("
    rf"|[{HANGUL}]\s{{1,3}}{KO_DATE}|\b(?:text|words)\s{{1,3}}[{HAN}{KANA}]"
    r"|ライター|聞き手|글|작성자|기고|저자|필자|기자|특파원|논설|에디터|평론가|(?:部|支局|总局)[・\s]"
    rf"|{JA_ROLE}[・\s]|(?:^|、)[{HAN}{KANA}・]{{2,8}}=|张贴"
    r"|\bby\b|writer|reporter|author|\b(?:story|text|words|contributor)\s?[:/|]|correspondent|\breports\b"
    rf"|[社Ps]等?\)\s*$|/.{{1,10}}{PAPER}\s*$|(?:教授|作家|研究员|学者|讲师|主笔|评论员|撰述)\)?\s*$"
    r"|[【(\[].{0,14}[=・].{0,14}[】)\]]|[【(][^】)]{4,14}[】)]\s*$",
    re.IGNORECASE,
)
