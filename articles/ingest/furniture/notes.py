"""The makers' lines in and below an article, asked alike of every document: notes, which readers may want,
and whose right the text is, which stands in a page's footer as well and is left out.
"""

from functools import lru_cache

from articles.ingest.furniture.phrase import Phrase
from articles.ingest.furniture.phrases import LEGAL
from articles.text.press.byline_patterns import narrowed
from articles.text.press.bylines import is_editor_line
from articles.text.quantities.tables import COUNTED_DIGITS

_OPEN = r"[(【\[〔*]?\s*"
_COLON = r"\s*[:/|]"
_DAY = r"\s?[,(]?\s?[^,:()]{0,12}\d[^:()]{0,16}\)?"
_THIS = rf"^{_OPEN}※?\s*(?:本文|此文|文章|该文)"

SAID = Phrase(
    "note",
    600,
    "It says of itself that it is a note, and may then be as long as it likes.",
    (
        rf"^{_OPEN}(?:编者?|译者?|作者|小编|编辑|编辑部|校者?|笔者|记者)"
        r"(?:按语?|案|注|附[记注]|前言|[前后]记|说明|的话)\s*(?:[)】\]〕:/|—]|$)",
        rf"^{_OPEN}(?:编集部?注|编注|訳注|訳者(?:注|より|まえがき|あとがき)|笔者注"
        r"|(?:편집자|역자|필자|옮긴이)(?:의)?\s?(?:주|말|후기))\s*(?:[)】\]〕]\s*\S|[)】\]〕]?\s*[:|>)])",
        rf"^{_OPEN}(?:按语|注)\s*:|^{_OPEN}※|^[(【\[〔][译訳编原]?注[\d{COUNTED_DIGITS}十]{{0,3}}[)】\]〕]",
        r"^[(\[]?\s*(?:editor|author|translator|publisher|reporter)(?:s|['’]s|s['’])?\s+note\s*[:.—–-]",
        # with its day behind it: Correction, 6 February 2023: …, 정정(12월 7일): …
        rf"^[(\[]?\s*(?:correction|clarification|editorial note)(?:{_DAY})?\s*:",
        # （本文為某系列第四篇……）, （本欄每兩周刊出）: what stands in brackets speaks of itself
        r"^[(〔\[](?:本[文栏稿]|本系列|本专栏|この(?:記事|连载)|이 (?:글|기사)"
        r"|this (?:article|essay|piece|column))[^()〔〕\[\]]+[)〕\]]$",
        rf"^(?:更正|订正|勘误|お断り|おことわり|정정|덧붙임)(?:{_DAY})?\s*:"
        r"|^\W{0,2}订正して[,、]?お(?:わび|[詫诧]び)",
    ),
)
DISCLAIMS = Phrase(
    "note",
    90,
    "Whose view it is not: a sentence or two that close an article.",
    (
        rf"^{_OPEN}(?:免责声明|(?:特别)?声明\s*:)|^[(\[]?\s*disclaimer\b",
        r"^[(\[]?\s*the (?:views|opinions)(?: and (?:views|opinions))? (?:expressed|in this)",
        # …。本文仅代表作者观点
        r"本文(?:仅|只|纯属)\S{0,6}(?:作者|个人)\S{0,4}(?:观点|立场|意见)\W*$",
        # 本文僅代表作者觀點, 以上內容來自用戶
        rf"^{_OPEN}※?\s*(?:本文|此文|文章|以上|该文|文中)\S{{0,16}}(?:[仅只不]|纯属)\S{{0,6}}"
        r"(?:代表|反映|观点|立场|意见|参考)",
        r"^\W?(?:以上|本文|文章)内?容?.{0,30}(?:不代表|用户|平台)",
    ),
)
MAKERS = Phrase(
    "note",
    160,
    "Who made the article and where it comes from: short lines, of which a long one is prose.",
    (
        # editors: 責任編輯：某某, 【审核/某某】
        rf"^{_OPEN}(?:责任?编辑?|编辑|审核|校对|主编|监制|总?编审|核稿|值班){_COLON}",
        # 記者：某某　責編：某某
        rf"^(?:记者|文字?|撰文|作者|采访|主播){_COLON}.{{1,40}}(?:[责网]编|编辑|校对){_COLON}",
        # who the writer is: 作者簡介：…, 本文作者為…, The writer is …
        rf"^{_OPEN}(?:作者简介|(?:本[文期篇栏])?作者[为系是])|^the (?:writer|author) is\b",
        # who translated it, and whom to ask about it: 译者：…, 聯絡人：…
        rf"^{_OPEN}(?:译者|翻译|訳者?|翻訳|옮긴이|번역|translator|translation|(?:新闻)?联[络系]人|お?问い?合わ?せ先?|문의처?){_COLON}\s*\S",
        rf"^本[文期篇栏](?:作者|链接|地址){_COLON}",
        # a book's writer and its translator: 某某 著　某某 譯, 글 某某 / 옮긴이 某某
        rf"^{_OPEN}[^,。]{{2,60}}[着作음][,;/|·\s]{{1,3}}[^,。:/|]{{2,24}}(?:[译訳]|옮김)\W?$|^着:.{{2,24}}\s訳:",
        r"^글\s.{2,30}\s(?:옮긴이|번역)\s\D*$|^(?:written )?by .{3,60}\btranslated by\b.{2,40}$",
        # where the text comes from: 原標題：…, 来源 | …
        r"^(?:原标题|原[题文载]|初出|원문|题图|头图|文章?来源|本文来源|资料来源|稿源)\s*[:|]",
        rf"^{_OPEN}(?:来源|出处|出典|source)\s*[:|]\s*\S{{1,30}}$|^sources?\s?:\s?[^.:]{{2,60}}$",
        r"^translated (?:from .{2,30} )?by .{3,60}$",
        rf"^{_OPEN}※?\s*(?:本文|本报[导道]|本专题).{{0,24}}(?:合作|赞助|共同)(?:刊[登出]|推出|制作|出版)",
        rf"^{_OPEN}[^\s,。:]{{2,16}}\s?供稿\W*$|{_THIS}\S{{0,4}}感谢",
        rf"{_THIS}\S{{0,10}}(?:授权|转[载自]|原[载刊]|首发|刊于|[摘选译]自)",
        # what put a copy up: 本文由機器人自動抓取
        rf"{_THIS}由\S{{0,8}}(?:机器人|程[序式]|系统|自动|志愿者|志工)\S{{0,6}}(?:抓取|采集|转码|转换|生成|备份|存档|转存)",
        # the printed issue it stood in: 《某某日报》（2024年05月11日 09版）
        r"^[《『][^》』]{2,20}[》』]\s*\(?\d{4}[年.\-/]",
        # the same in Japanese and English
        r"^この记事は.{0,30}(?:提供|配信)",
        r"^this (?:article|story|post) (?:was|is|has been) (?:originally|first)|^originally published",
        r"^additional reporting by|^reporting by .{3,90}[;,] ?(?:writing|editing) by",
    ),
)
_NUMBER = rf"(?:\d{{1,3}}|[{COUNTED_DIGITS}十]{{1,3}}|[上中下终完]|[①-⑳])"
SERIES = Phrase(
    "note",
    60,
    "Of which series it is a part: 系列：某某（三）, 連載「某某」第3回, [某某 ③], Part 3 of the series.",
    (
        rf"^{_OPEN}(?:系列(?:文章)?|连载|专栏|シリーズ|연재|시리즈|series)(?:\s*[:|]\s*\S|\s?[「『《【\"'“])[^。]*$",
        rf"^{_OPEN}[^,。:]{{2,30}}(?:系列|连载|シリーズ|연재|시리즈)\W{{0,3}}[之第]?\s?{_NUMBER}\s?[篇回章期화]?\W*$",
        rf"^{_OPEN}[^,。:]{{2,30}}(?:之{_NUMBER}|第\s?{_NUMBER}\s?[回篇]|\s[①-⑳])[)】\]〕]$",
        r"^\W*(?:this (?:post|article|essay|story)? ?is )?(?:the )?(?:part (?:\d{1,2}|one|two|three)"
        r"|\w{3,8} (?:part|instal?lment)) (?:of|in) (?:the|a|an|my|our|this)\b.{0,80}$",
    ),
)
CONTRIBUTED = Phrase(
    "note",
    90,
    "Who else reported: the last line of an agency's story.",
    (
        r"^[(【]?[^。]{2,24}[对為为][本此]文[亦也]?(?:有所?|[做作]出?了?)?[^。]{0,4}[贡貢][献獻]\W*$",
        r"\bcontributed\s{1,9}(?:reporting|to\s{1,9}this\s{1,9}(?:report|article|story))"
        r"(?:\s{1,9}from\s{1,9}[^\W\d_][^.,;。]{1,30})?\W*$",
    ),
)
# The same lines are asked about by every step of a parser.
REMEMBERED = 4096


@lru_cache(REMEMBERED)
def is_note(text: str) -> bool:
    """Whether a line is an editor's note, whatever document it stands in."""
    if not (text := text.strip()) or len(text) > SAID.longest:
        return False
    plain = narrowed(text)
    return any(
        row.says(plain, len(text)) for row in (SAID, DISCLAIMS, MAKERS, SERIES, CONTRIBUTED)
    ) or is_editor_line(text)


@lru_cache(REMEMBERED)
def closes_article(text: str, width: float) -> bool:
    """Whether a line names editors or contributors or disclaims, as only the lines below a story do."""
    if width > DISCLAIMS.longest:
        return False
    plain = narrowed(text)
    return any(row.says(plain, width) for row in (DISCLAIMS, CONTRIBUTED)) or is_editor_line(text)


@lru_cache(REMEMBERED)
def is_rights(text: str) -> bool:
    """Whether a line says whose right the text is, and is left out by the rule `LEGAL.rule`.

    One that begins with the sign may be longer than a sentence that speaks of rights: links stand behind it.
    """
    if text.startswith(("©", "ⓒ")):
        return not is_note(text)
    return LEGAL.says(narrowed(text[: LEGAL.longest]), len(text)) and not is_note(text)
