"""The makers' lines in and below an article, asked alike of every document: notes, which readers may want,
and whose right the text is, which stands in a page's footer as well and is left out.
"""

from articles.ingest.furniture.phrase import Phrase
from articles.ingest.furniture.phrases import LEGAL
from articles.text.press.bylines import is_editor_line

_OPEN = r"[(（【\[［〔*＊]?\s*"

SAID = Phrase(
    "note",
    600,
    "It says of itself that it is a note, and may then be as long as it likes.",
    (
        rf"^{_OPEN}(?:編者?|编者?|譯者?|译者?|作者|小編|小编|編輯|编辑|編輯部|编辑部|校者?|筆者|笔者|記者|记者)"
        r"(?:按語?|按语?|案|註|注|附[記记]|附[註注]|後記|后记|說明|说明|的話|的话)\s*(?:[)）】\]］〕:：／/|｜—]|$)",
        rf"^{_OPEN}(?:編集部?注|編注|訳注|訳者注|筆者注|편집자\s?주|역자\s?주|필자\s?주)\s*[)）】\]］〕]?\s*[:：|>)]",
        rf"^{_OPEN}(?:按語|按语|[註注])\s*[:：]|^{_OPEN}※",
        r"^[(\[]?\s*(?:editor|author|translator|publisher|reporter)(?:s|['’]s|s['’])?\s+note\s*[:.—–-]",
        r"^[(\[]?\s*(?:correction|clarification|disclaimer|editorial note)\s*:",
        r"^[(\[]?\s*the (?:views|opinions)(?: and (?:views|opinions))? (?:expressed|in this)",
        r"^(?:更正|訂正|勘誤|勘误|お断り|おことわり|정정)\s*[:：]",
        rf"^{_OPEN}(?:免責|免责)(?:聲明|声明)|^{_OPEN}(?:特別|特别|版[權权])?[聲声]明\s*[:：]",
    ),
)
MAKERS = Phrase(
    "note",
    160,
    "Who made the article, where it comes from, whose view it is: short lines, of which a long one is prose.",
    (
        # editors: 責任編輯：某某, 【审核/某某】
        rf"^{_OPEN}(?:責任?編輯?|责任?编辑?|編輯|编辑|責編|责编|審核|审核|校[對对]|主編|主编|監制|监制|總?編審|核稿|值班)"
        r"\s*[:：／/丨|]",
        # 記者：某某　責編：某某
        r"^(?:記者|记者|文字?|撰文|作者|採訪|采访|主播)\s*[:：／/|｜].{1,40}"
        r"(?:[責责網网]編|[責责网]编|編輯|编辑|校對|校对)\s*[:：／/|｜]",
        # who the writer is: 作者簡介：…, 本文作者為…, The writer is …
        rf"^{_OPEN}(?:作者[簡简]介|(?:本文)?作者[為为係系是])|^the (?:writer|author) is\b",
        # where the text comes from: 原標題：…, 来源 | …
        r"^(?:原標題|原标题|原題|題圖|题图|頭圖|头图|文章?來源|文章?来源|本文來源|本文来源|資料來源|资料来源|稿源)\s*[:：|｜]",
        rf"^{_OPEN}(?:來源|来源|出處|出处|出典|source)\s*[:：|｜]\s*\S{{1,30}}$",
        # whose view it is: 本文僅代表作者觀點
        rf"^{_OPEN}※?\s*(?:本文|此文|文章|以上|該文|该文|文中)\S{{0,16}}(?:[僅仅只不]|純屬|纯属)\S{{0,6}}"
        r"(?:代表|反映|觀點|观点|立場|立场|意見|意见|参考|參考)",
        rf"^{_OPEN}※?\s*(?:本文|本報導|本报道|本專題|本专题).{{0,24}}(?:合作|贊助|赞助|共同)(?:刊[登出]|推出|製作|制作|出版)",
        rf"^{_OPEN}※?\s*(?:本文|此文|文章|該文|该文)\S{{0,10}}"
        r"(?:授權|授权|轉[載自]|转[载自]|原[載载刊]|首[發发]|刊[於于]|[摘選选]自|[譯译]自)",
        # the printed issue it stood in: 《某某日报》（2024年05月11日 09版）
        r"^[《『][^》』]{2,20}[》』]\s*[(（]?\d{4}[年.\-/]",
        # the same in Japanese and English
        r"^この記事は.{0,30}(?:提供|配信)",
        r"^this (?:article|story|post) (?:was|is|has been) (?:originally|first)|^originally published",
        r"^additional reporting by|^reporting by .{3,90}[;,] ?(?:writing|editing) by",
    ),
)


def is_note(text: str) -> bool:
    """Whether a line is an editor's note, whatever document it stands in."""
    text = text.strip()
    told = any(len(text) <= row.longest and row.search(text) for row in (SAID, MAKERS))
    return bool(text) and (told or (len(text) <= MAKERS.longest and is_editor_line(text)))


def is_rights(text: str) -> bool:
    """Whether a line says whose right the text is, and is left out by the rule `LEGAL.rule`."""
    return len(text) <= LEGAL.longest and bool(LEGAL.search(text)) and not is_note(text)
