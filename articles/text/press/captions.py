"""Captions of pictures and the credits printed in them, on one line of text."""

import re
from dataclasses import dataclass

from articles.text.quantities.tables import COUNTED_DIGITS


@dataclass(frozen=True)
class Caption:
    """A caption line. text: as printed without ▲▼ marks; caption: without its credit; credit: who made it.

    caption is "" on a line that is nothing but a credit; credit is "" when none is printed.
    """

    text: str
    caption: str
    credit: str


# Marks that point at the picture; they are no part of the caption.
MARKS = "▲▼△▽↑↓▴▾⬆⬇◤◥◣◢"
LEADING_MARKS = re.compile(rf"^[\s{MARKS}\ufe0e\ufe0f]+")

# A caption is a sentence or three; a longer line with a credit in it is a paragraph.
LONGEST_CAPTION = 260
LONGEST_CREDIT = 60

TAKEN_BY = r"(?:photo(?:graph(?:ed)?)?|image|picture)s? by"
# What introduces a credit, each with the languages it is printed in.
LABEL = (
    r"(?:"
    r"(?:圖[片像]?|图[片像]?|照片?|影像|畫面|画面|相片)"  # zh
    r"(?:來源|来源|提供|出處|出处|翻攝自|翻摄自|取自|擷自|截自|源)?"
    r"|資料(?:照片?|畫面|圖片?)|资料(?:照片?|画面|图片?)|檔案照片?"  # zh, archive
    r"|示意[圖图]|[圖图]為?資料照"
    r"|攝影?|摄影?|拍攝|拍摄|(?:攝|摄)影(?:記者|记者)|供[圖图]|翻[攝摄]"  # zh, who took it
    r"|写真|画像|撮影|提供|出典"  # ja
    r"|사진|자료"  # ko
    rf"|{TAKEN_BY}|photo(?:graph)?s?|pictures?|images?|credits?"  # en
    r"|source|courtesy(?: of)?|illustration"
    r")"
)
AGENCY = (
    r"(?:路透社?|法新社|美聯社|美联社|歐新社|欧新社|新華社|新华社|中新社|中央社|韓聯社|韩联社|共同社|時事(?:通信社)?|达志影像|達志影像"
    r"|視覺中國|视觉中国|聯合報系|资料图片?|資料圖片?|網絡圖片|网络图片|網路圖片"
    r"|reuters|afp|ap|epa|getty(?: images)?|xinhua|kyodo|yonhap|vcg|cna|newscom|shutterstock|bloomberg"
    r"|ロイター|時事|共同|연합뉴스)"
)
# Agencies whose names are no words of their own language, so that a space may part them from a caption.
EAST_ASIAN_AGENCY = (
    r"(?:路透社?|法新社|美聯社|美联社|歐新社|欧新社|新華社发?|新华社发?|中新社发?|中央社|韓聯社|韩联社|达志影像|達志影像|視覺中國|视觉中国"
    r"|연합뉴스|뉴시스|뉴스1|로이터)"
)
_SEPARATOR = r"\s*[:：／/|｜=＝]\s*"
_END = r"[\s。.]*$"

# Ways of ending a caption with its credit, the surest first; each has a group "credit".
CREDITS = [
    # （圖／達志影像／美聯社）, (Photo: Reuters), 【圖片來源：…】: a labelled credit in brackets.
    rf"[(（\[［【〔]\s*{LABEL}(?:{_SEPARATOR}|\s*(?=取自|翻|擷|截)|\s+)(?P<credit>[^()（）【】〔〕]{{1,200}}?)\s*[)）\]］】〕]{_END}",
    # (AP Photo/Jane Doe), (Jane Doe via AFP), (Getty Images): an English credit in brackets.
    rf"\(\s*(?P<credit>[^()]{{0,{LONGEST_CREDIT}}}?\b(?:photos?|images?|via|pool|handout|file)\b[^()]{{0,{LONGEST_CREDIT}}})\s*\){_END}",
    # （圖翻攝自網路）, （圖取自臉書）: the label runs into a verb.
    rf"[(（\[［【〔]\s*[圖图照]片?\s*(?:翻攝自?|翻摄自?|取自|擷取?自|截[圖图]?自|来自|來自|由)(?P<credit>[^()（）]{{1,{LONGEST_CREDIT}}})[)）\]］】〕]{_END}",
    # （翻攝自某某臉書）, （取自某某網站）: the verb says that something was taken over.
    rf"[(（\[［【〔]\s*(?P<credit>(?:翻[攝摄]自?|取自|[擷撷]取?自|[截取][圖图]自)[^()（）]{{1,{LONGEST_CREDIT}}})[)）\]］】〕]{_END}",
    # （記者王小明攝）, （王小明 摄）, （市政府提供）, （資料照）: the role stands last.
    rf"[(（\[［【〔]\s*(?P<credit>[^()（）【】。！？!?]{{0,{LONGEST_CREDIT}}}?(?:攝影?|摄影?|提供|供[圖图]|資料照片?|资料照片?|資料圖片?|资料图片?|檔案照片?|[圖图]片|撮影|翻攝|示意[圖图]))\s*[)）\]］】〕]{_END}",
    # （撮影・編集部）: a label with a dot, in brackets
    rf"[(（]\s*(?:撮影|写真|画像|提供|資料)[・･]\s?(?P<credit>[^()（）]{{1,{LONGEST_CREDIT}}}?)\s*[)）]{_END}",
    # （路透社）, (AFP), （AP／達志影像）: nothing but agencies.
    rf"[(（\[［【〔]\s*(?P<credit>{AGENCY}(?:\s*[／/、,，|]\s*[^()（）]{{1,20}}|(?:\s*{AGENCY})+|[圖图]片?|照片)?)\s*[)）\]］】〕]{_END}",
    # …。 圖/路透社, …圖：路透社, …攝：Anthony Correia: a labelled credit behind white space or a full stop.
    rf"(?:^|(?<=[\s。．.！!？?」』”）)]))(?:{LABEL}){_SEPARATOR}(?P<credit>[^。！？!?:：]{{1,{LONGEST_CREDIT}}}?){_END}",
    # 圖像來源，某某社: a line that is nothing but the label of a source and what stands behind its comma.
    rf"^[圖图照影][像片][來来]源[，,]\s?(?P<credit>[^。！？!?，,]{{1,{LONGEST_CREDIT}}})$",
    # 新华社记者 王小明 摄, 記者王小明攝: the photographer, then the verb.
    rf"(?:^|(?<=[\s。．！？」』”）)]))(?P<credit>(?:[^\s。！？，,]{{0,12}}[记記]者|通[讯訊][员員])?\s*[^\s。！？，,]{{2,8}}(?:\s[^\s。！？，,]{{2,4}}){{0,2}}?)\s*[/／]?\s*[攝摄]影?(?:\s*\d{{2,4}}年\d{{1,2}}月\d{{1,2}}日)?{_END}",
    # …。某报记者 王小明 图: the same in a word that needs the reporter beside it
    rf"(?:^|(?<=[\s。．！？」』”）)]))(?P<credit>[^\s。！？，,]{{0,12}}[记記]者\s?[^\s。！？，,]{{2,8}})\s?[/／]?\s?[圖图]片?{_END}",
    # …하고 있다. 항구청 제공: who gave it, behind a Korean sentence
    rf"(?<=다\.\s)(?P<credit>[^\s.]{{2,14}}(?:\s[^\s.]{{1,10}})?\s(?:제공|캡처|자료사진)){_END}",
    # …。某市媒体中心 供图: who gave it, then the verb, behind a full stop.
    rf"(?<=[。．！？」』”])\s*(?P<credit>[^\s。！？，,]{{2,16}})\s?供[图圖]{_END}",
    # …、山田太郎撮影: the last of what a Japanese caption tells.
    rf"[=＝、](?P<credit>[^=＝、。\s]{{2,12}}撮影){_END}",
    # …。路透社, …。達志影像／美聯社, … 연합뉴스: agencies behind the caption's end; 來源 路透社 is a source.
    rf"(?:(?<=[。．！？」』”）)])\s*|(?<=[^源處处\s]\s))(?P<credit>{EAST_ASIAN_AGENCY}(?:\s*[／/、]\s*[^。！？／/\s]{{1,12}})?){_END}",
    # …. Reuters, …. Jane Doe/AFP
    rf"(?<=[.!?]\s)(?P<credit>(?:[A-Z][\w.'\- ]{{2,30}}/\s?)?{AGENCY}){_END}",
    # …. Photo by Jane Doe
    rf"(?:^|(?<=[.!?]\s)){TAKEN_BY}\s(?P<credit>[^.。]{{2,{LONGEST_CREDIT}}}?){_END}",
    # …/연합뉴스, …/AP연합뉴스
    rf"\s?[/=]\s?(?P<credit>[^\s/=]{{0,6}}(?:연합뉴스|뉴시스|뉴스1|로이터)){_END}",
    # …/항구일보 DB, …[남포시 제공]: an archive, or who gave it, as Korean papers print it.
    rf"\s[/=]\s?(?P<credit>[^\s/=]{{2,12}} (?:DB|제공|자료사진)){_END}",
    rf"[(\[]\s*(?P<credit>[^()\[\]]{{2,{LONGEST_CREDIT}}} (?:DB|제공|캡처|자료사진))"
    rf"(?:\.\s재판매[^()\[\]]{{0,16}})?\s*[)\]]{_END}",
    # … 图自蒙通社: whence, without a mark
    rf"\s[圖图](?:片)?(?:自|源自|取自)\s?(?P<credit>[^\s。，,]{{2,16}}){_END}",
    # 视觉中国供图: nothing but who gave it.
    rf"^(?P<credit>{EAST_ASIAN_AGENCY}(?:供[图圖]|[图圖]片|提供)){_END}",
    # © 網路圖片, ©AFP
    rf"(?:©|\(c\)|ⓒ)\s*(?P<credit>[^。！？]{{1,{LONGEST_CREDIT}}}?){_END}",
    # …圖為王小明。…資料圖: an archive picture.
    rf"(?:^|(?<=[\s。．！？」』”）)]))(?P<credit>資料照片?|资料照片?|資料圖片?|资料图片?|檔案照片?){_END}",
]
CREDIT_PATTERNS = [re.compile(pattern, re.IGNORECASE) for pattern in CREDITS]
# No credit is without one of these; most lines are done with here.
CREDIT_HINT = re.compile(
    r"[圖图照攝摄影畫画像片供源写撮典©ⓒ社視视聯联透]|取自|사진|자료|제공|캡처|DB\b|연합|뉴시스|뉴스1|로이터|ロイター|時事|共同"
    r"|[(（][^()（）]*\b[a-z]{2,}|[.!?]\s(?:[a-z][\w.'\- ]{2,30}/)?\s?[a-z]{2,8}(?:\simages)?[\s.]*$"
    r"|photo|picture|image|credit|source|courtesy|illustration",
    re.IGNORECASE,
)
# Openings that only captions have: 圖：…, 图为…, 写真：…, Photo: …
OPENING = re.compile(
    rf"^(?:[照相]片[說说]明|[圖图]像加[註注]文字[，,：:]|[圖图](?:片?說明|片?说明|說|说|[{COUNTED_DIGITS}十\d]{{0,2}}\s*[:：／/]|為|为)|照片[:：]|写真[:：]|사진[:=]|photo\s*:)",
    re.IGNORECASE,
)


def strip_marks(line: str) -> str:
    """The line without the ▲▼ marks before it and the white space around it."""
    return LEADING_MARKS.sub("", line).strip()


def split_credit(line: str) -> Caption:
    """A caption line taken apart: its text without marks, the caption proper, and the credit.

    Credits stand last, so that no more than the last LONGEST_CAPTION characters are looked at.
    """
    text = strip_marks(line)
    tail = max(0, len(text) - LONGEST_CAPTION)
    if not CREDIT_HINT.search(text, tail):
        return Caption(text, text, "")
    for pattern in CREDIT_PATTERNS:
        if match := pattern.search(text, tail):
            return Caption(text, text[: match.start()].strip(), match["credit"].strip())
    return Caption(text, text, "")


def looks_like_caption(line: str) -> bool:
    """Whether a line is a caption: it carries ▲▼ marks, opens as captions do, or ends with a credit."""
    line = line.strip()
    if not line or len(line) > LONGEST_CAPTION:
        return False
    if line[0] in MARKS:
        return bool(strip_marks(line))
    return bool(OPENING.match(line) or split_credit(line).credit)
