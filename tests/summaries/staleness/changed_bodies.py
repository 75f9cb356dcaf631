"""Bodies, invented, and ways of changing them: some leave a summary right, some do not."""

import re
from typing import NamedTuple

from articles.text.scripts import convert
from tests.summaries.staleness import changed_words as words

HANT = """# 海岬會談重開

外長陸明遠週三（8月27日）在東岸港會見韓國外長趙敏書，雙方同意將年度貿易額提高到35,000億韓元，並在三年內取消農產品關稅。

![渡輪](/media/ferry.jpg)
▲ 渡輪停靠東岸港。（圖／海岬通訊社）

會談持續三小時，未觸及半導體出口問題。發言人沈若谷表示：「我們不會在壓力下讓步，但願意繼續對話。」隨行的官員共有28名，其中一半來自經濟部門。

## 航線爭議

日本政府對此表示關切。官房長官在記者會上說，日方反對任何改變現狀的舉動，並將向聯合國提出說明。分析認為，東京的態度比去年強硬，但仍留有餘地。

根據統計，上半年經過海峽的貨輪增加了百分之十二，達到4,560艘；運費則下降約8.5%。船東協會呼籲兩國儘快簽署協定，以免旺季受到影響。

- 第一輪談判於6月在首爾舉行
- 第二輪談判預計9月在北京舉行

學者林知行指出，這次會面的意義在於恢復了中斷兩年的部長級對話，至於能否達成協議，還要看雙方國內的政治氣氛。他提醒，漁權問題可能成為下一個焦點，任何一方都不應低估。

※ 本文由編輯室整理，歡迎轉載。
"""

HANS = convert(HANT, "zh-Hans")

EN = """# Talks resume at the cape

Foreign Minister Lu Mingyuan met his South Korean counterpart, Cho Min-seo, in the port city on \
Wednesday, August 27. The two agreed to raise annual trade to 25 billion dollars and to lift tariffs on \
farm goods within three years.

The talks lasted three hours and did not touch on exports of semiconductors. "We will not yield to \
pressure, but we are willing to keep talking," said Shen Ruogu, the ministry's spokesman. The delegation \
had 28 members, half of them from economic departments.

## A disputed route

Japan expressed concern. The chief cabinet secretary told reporters that Tokyo opposes any change of the \
status quo and will raise the matter at the United Nations. Analysts believe that the tone is harder than \
last year, yet leaves room for compromise.

Freight traffic through the strait increased by 12 percent in the first half of the year, to 4,560 ships, \
while rates fell by about 8.5 percent. The owners' association urged both governments to sign an \
agreement soon, before the busy season begins.

The scholar Lin Zhixing said the meeting mattered because it restored a dialogue between ministers that \
had been interrupted for two years. Whether a deal can be reached depends on politics at home. He warned \
that fishing rights may become the next flashpoint.
"""


class Case(NamedTuple):
    """name: what was done, as a sentence. old, new: the bodies."""

    name: str
    old: str
    new: str


def edited(body, name, *changes):
    new = body
    for before, after in changes:
        assert before in new, (name, before)
        new = new.replace(before, after, 1)
    return Case(name, body, new)


def made(body, name, change):
    new = change(body)
    assert new != body, name
    return Case(name, body, new)


HALF_WIDTH = str.maketrans("，：；？！（）「」", ',:;?!()""')
FULL_WIDTH_DIGITS = str.maketrans("0123456789", "０１２３４５６７８９")
LATIN_OR_DIGIT = re.compile(r"(?<=[\u4e00-\u9fff])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z])(?=[\u4e00-\u9fff])")
SENTENCE = "運費若再上漲，出口商將考慮改走陸路。"

COSMETIC = [
    made(HANT, "Punctuation becomes half-width", lambda body: body.translate(HALF_WIDTH)),
    made(HANT, "Brackets become curly quotes", lambda body: body.replace("「", "“").replace("」", "”")),
    made(HANT, "Spaces are put around numbers", lambda body: LATIN_OR_DIGIT.sub(" ", body)),
    made(HANT, "It is converted to Simplified", lambda body: convert(body, "zh-Hans")),
    made(HANS, "It is converted to Traditional", lambda body: convert(body, "zh-Hant")),
    made(HANT, "Digits become full-width", lambda body: body.translate(FULL_WIDTH_DIGITS)),
    made(
        HANT,
        "Thousands lose their comma",
        lambda body: body.replace("35,000", "35000").replace("4,560", "4560"),
    ),
    made(HANT, "Every sentence becomes a paragraph", lambda body: body.replace("。", "。\n\n")),
    made(HANT, "Paragraphs are joined", lambda body: body.replace("餘地。\n\n", "餘地。")),
    made(HANT, "Lines are broken inside of paragraphs", lambda body: body.replace("，", "，\n")),
    made(HANT, "Lines end in the way of Windows", lambda body: body.replace("\n", "\r\n")),
    made(HANT, "Zero-width spaces are strewn in", lambda body: body.replace("的", "\u200b的")),
    made(HANT, "Invisible marks and ideographic spaces come in", lambda body: "\ufeff　　" + body),
    edited(HANT, "A preposition gives way to its like", ("同意將年度", "同意把年度")),
    edited(HANT, "A sentence is set in bold", ("雙方同意將", "**雙方同意**將")),
    edited(HANT, "A word becomes a link", ("海峽的貨輪", "海峽的[貨輪](https://example.org/ships/2024)")),
    edited(HANT, "A heading goes a level down", ("## 航線", "### 航線")),
    edited(HANT, "A heading becomes a bold line", ("## 航線爭議", "**航線爭議**")),
    edited(HANT, "A subheading is put in", ("學者林知行", "## 學者的看法\n\n學者林知行")),
    edited(HANT, "A subheading is taken out", ("## 航線爭議\n\n", "")),
    edited(HANT, "A list loses its marks", ("- 第一輪", "第一輪"), ("\n- 第二輪", "\n\n第二輪")),
    edited(HANT, "Bullets become another mark", ("- 第一輪", "* 第一輪"), ("- 第二輪", "* 第二輪")),
    edited(HANT, "A quotation is set as one", ("日本政府對此", "> 日本政府對此")),
    edited(HANT, "A slip of the pen is corrected", ("儘快", "盡快")),
    edited(HANT, "Another slip is corrected", ("呼籲", "乎籲")),
    edited(HANT, "A character that was doubled goes", ("強硬", "強硬硬")),
    edited(HANT, "A particle is corrected", ("儘快簽署", "儘快地簽署")),
    edited(HANT, "A word gives way to one that says the same", ("根據統計", "依據統計")),
    edited(HANT, "A verb of saying gives way to another", ("林知行指出", "林知行表示")),
    edited(HANT, "A Chinese numeral becomes a digit", ("三小時", "3小時"), ("三年內", "3年內")),
    edited(HANT, "A large number is written in units", ("35,000億", "3.5萬億")),
    edited(HANT, "A percentage becomes a sign", ("百分之十二", "12%")),
    edited(HANT, "A weekday is named otherwise", ("週三", "星期三")),
    edited(HANT, "A day is called otherwise", ("8月27日", "8月27號")),
    edited(HANT, "A country is called by its other name", ("韓國外長", "南韓外長")),
    edited(HANT, "A caption's credit changes", ("圖／海岬通訊社", "圖／資料照")),
    edited(
        HANT,
        "A picture with its caption moves",
        ("![渡輪](/media/ferry.jpg)\n▲ 渡輪停靠東岸港。（圖／海岬通訊社）\n\n", ""),
        ("## 航線", "![渡輪](/media/ferry.jpg)\n▲ 渡輪停靠東岸港。（圖／海岬通訊社）\n\n## 航線"),
    ),
    edited(
        HANT,
        "A picture with a caption is added",
        ("學者林知行", "![港口](/media/port2.jpg)\n▲ 東岸港夜色。\n\n學者林知行"),
    ),
    edited(HANT, "A picture gets another address", ("/media/ferry.jpg", "/media/2025/ferry-1200x800.jpg")),
    edited(HANT, "The note at the end goes", ("※ 本文由編輯室整理，歡迎轉載。\n", "")),
    made(HANT, "A credit of the editor is added", lambda body: body + "\n（責任編輯：周一帆）\n"),
    made(HANT, "An editor's note is added", lambda body: body + "\n※ 編按：本文原載於2024年春季號。\n"),
    edited(HANT, "A dash is written otherwise", ("讓步，但", "讓步——但")),
    edited(HANT, "A pronoun is exchanged", ("這次會面的意義", "此次會面的意義")),
    made(
        HANS,
        "Simplified text gets corner brackets",
        lambda body: body.replace("“", "「").replace("「", "『").replace("」", "』"),
    ),
    edited(HANS, "A slip is corrected in Simplified", ("呼吁", "忽吁")),
    edited(HANS, "Negation is said otherwise", ("未触及", "没有触及")),
    made(
        EN,
        "Quotes become curly",
        lambda body: body.replace('"We', "“We").replace(',"', ",”").replace("'", "’"),
    ),
    made(EN, "Lines are wrapped", lambda body: re.sub(r"(.{60,72}) ", r"\1\n", body)),
    edited(EN, "A word gets another spelling", ("harder", "hardar")),
    edited(EN, "A pronoun is exchanged in English", ("half of them", "half of whom")),
    edited(EN, "A number is written in words", ("three hours", "3 hours"), ("three years", "3 years")),
    edited(EN, "A number is written out", ("25 billion", "25,000,000,000")),
    edited(EN, "Percent becomes a sign", ("12 percent", "12%"), ("8.5 percent", "8.5%")),
    edited(EN, "A date is turned round", ("August 27", "27 August")),
    edited(EN, "An auxiliary is contracted", ("did not", "didn't")),
    edited(EN, "A comma is put in", ("soon, before", "soon — before")),
    edited(EN, "A conjunction is exchanged", ("yet leaves", "but leaves")),
    edited(EN, "An article goes", ("The scholar Lin", "Scholar Lin")),
    edited(EN, "A sentence opens otherwise", ("Analysts believe", "Still, analysts believe")),
    made(EN, "Emphasis is put on words", lambda body: body.replace("status quo", "*status quo*")),
]

SUBSTANCE = [
    edited(HANT, "One digit changes", ("4,560", "4,570")),
    edited(HANT, "A Chinese numeral changes", ("三小時", "五小時")),
    edited(HANT, "A decimal point is lost", ("8.5%", "85%")),
    edited(HANT, "A percentage changes", ("百分之十二", "百分之二十")),
    edited(HANT, "The day changes", ("8月27日", "8月28日")),
    edited(HANT, "The weekday changes", ("週三", "週四")),
    edited(HANT, "The month changes", ("6月在首爾", "5月在首爾")),
    edited(HANT, "The unit of a number changes", ("35,000億", "35,000萬")),
    edited(HANT, "Two things change places", ("運費則下降", "貨輪則下降"), ("海峽的貨輪", "海峽的運費")),
    edited(HANT, "The currency changes", ("韓元", "日圓")),
    edited(HANT, "A unit of measure changes", ("三小時", "三分鐘")),
    edited(HANT, "A country changes", ("韓國外長", "越南外長")),
    edited(HANT, "A city changes", ("在首爾舉行", "在東京舉行")),
    edited(HANT, "A surname changes", ("外長趙敏書", "外長曹敏書")),
    edited(HANT, "A given name changes by one character", ("外長趙敏書", "外長趙敏淑")),
    edited(HANT, "The name before a verb of saying changes", ("林知行指出", "林知言指出")),
    edited(HANT, "The speaker of a quotation changes", ("發言人沈若谷表示", "發言人高以寧表示")),
    edited(HANT, "An office changes", ("外長陸明遠", "防長陸明遠")),
    edited(
        HANT,
        "Two people change places",
        ("外長陸明遠週三", "外長趙敏書週三"),
        ("韓國外長趙敏書，", "韓國外長陸明遠，"),
    ),
    edited(HANT, "A negation goes", ("未觸及", "觸及")),
    edited(HANT, "A negation comes", ("願意繼續", "不願意繼續")),
    edited(HANT, "不 goes from a quotation", ("我們不會在", "我們會在")),
    edited(HANT, "尚未 comes in", ("留有餘地", "尚未留有餘地")),
    edited(HANT, "Consent becomes refusal", ("雙方同意將", "雙方拒絕將")),
    edited(HANT, "Opposition becomes support", ("日方反對", "日方支持")),
    edited(HANT, "An increase becomes a decrease", ("增加了", "減少了")),
    edited(HANT, "A fall becomes a rise", ("下降約", "上升約")),
    edited(HANT, "提高 becomes 降低", ("提高到", "降低到")),
    edited(HANT, "What will be becomes what has been", ("並將向", "並已向")),
    edited(HANT, "A possibility becomes a certainty", ("可能成為", "必然成為")),
    edited(HANT, "A date is only expected no more", ("預計9月", "已於9月")),
    edited(HANT, "Exports become imports", ("半導體出口", "半導體進口")),
    edited(HANT, "The first half becomes the second", ("上半年", "下半年")),
    edited(HANT, "Last year becomes this year", ("比去年", "比今年")),
    edited(HANT, "A sentence is added", ("受到影響。", "受到影響。" + SENTENCE)),
    edited(HANT, "A sentence goes", ("分析認為，東京的態度比去年強硬，但仍留有餘地。", "")),
    edited(HANT, "A clause goes", ("，並在三年內取消農產品關稅", "")),
    made(HANT, "A paragraph goes", lambda body: re.sub(r"學者林知行.*?\n", "", body)),
    edited(
        HANT,
        "A paragraph is added",
        ("※ 本文", "兩國漁民代表另於港口舉行抗議，要求參加下一輪談判。\n\n※ 本文"),
    ),
    made(HANT, "The body is another one", lambda body: "山城的茶市在雨中開張，茶農帶來新採的春茶。\n\n" * 5),
    made(HANT, "The body is empty", lambda body: ""),
    made(HANT, "Only the first half is left", lambda body: body[: len(body) // 2]),
    edited(
        HANT,
        "A caption's number changes while another comes",
        ("▲ 渡輪停靠東岸港。", "▲ 12艘渡輪停靠東岸港。"),
    ),
    edited(
        HANT,
        "The note becomes a correction",
        ("※ 本文由編輯室整理，歡迎轉載。", "※ 更正：隨行官員實為18名。"),
    ),
    edited(HANT, "Restored becomes broken off", ("恢復了中斷", "中止了中斷")),
    edited(HANT, "Half becomes all", ("其中一半", "其中全部")),
    edited(HANT, "Both sides become one", ("雙方同意", "日方同意")),
    edited(HANS, "One digit changes in Simplified", ("28名", "38名")),
    edited(HANS, "A negation goes in Simplified", ("不会在", "会在")),
    made(
        HANS,
        "It is converted and a number changes",
        lambda body: convert(body, "zh-Hant").replace("28名", "29名"),
    ),
    made(
        HANT,
        "Marks change and so does a name",
        lambda body: body.translate(HALF_WIDTH).replace("沈若谷", "沈若水"),
    ),
    edited(EN, "One digit changes in English", ("4,560", "4,580")),
    edited(EN, "A number word changes", ("lasted three", "lasted four")),
    edited(EN, "Not goes", ("did not touch", "did touch")),
    edited(EN, "Not comes", ("can be reached", "cannot be reached")),
    edited(EN, "A person's name changes in English", ("Cho Min-seo", "Park Min-seo")),
    edited(EN, "A speaker changes in English", ("Shen Ruogu", "Gao Yining")),
    edited(EN, "The country at the head of a sentence changes", ("Japan expressed", "Vietnam expressed")),
    edited(EN, "Increased becomes decreased", ("increased by", "decreased by")),
    edited(EN, "Opposes becomes supports", ("opposes any", "supports any")),
    edited(EN, "Billion becomes million", ("25 billion", "25 million")),
    edited(EN, "Dollars become euros", ("dollars", "euros")),
    edited(EN, "May becomes will", ("may become", "will become")),
    edited(EN, "The day changes in English", ("August 27", "August 28")),
    edited(EN, "The weekday changes in English", ("Wednesday", "Thursday")),
    edited(
        EN, "A sentence goes in English", (" Whether a deal can be reached depends on politics at home.", "")
    ),
    edited(
        EN,
        "A sentence is added in English",
        ("begins.", "begins. Exporters are looking for a way over land."),
    ),
]

# Short bodies, where a single character is more than two per cent.
SHORT_COSMETIC = [
    Case("A short body gets other marks", "兩國重開談判,渡輪復航。", "兩國重開談判，渡輪復航！"),
    Case("A short body is converted", "兩國重開談判，渡輪復航。", "两国重开谈判，渡轮复航。"),
    Case("A short English body loses a hyphen", "The two will co-operate.", "The two will cooperate."),
]
SHORT_SUBSTANCE = [
    Case("Who visits whom is turned round", "金文洙訪問石川遼。", "石川遼訪問金文洙。"),
    Case("Countries change places", "美國要求日本讓步。", "日本要求美國讓步。"),
    Case(
        "One side's abbreviation changes",
        "會後中方表示遺憾，" + "雙方仍將繼續談判。" * 9,
        "會後美方表示遺憾，" + "雙方仍將繼續談判。" * 9,
    ),
]

COSMETIC += SHORT_COSMETIC
SUBSTANCE += SHORT_SUBSTANCE


def exchanged(body, pairs):
    return [edited(body, f"{before!r} becomes {after!r}", (before, after)) for before, after in pairs]


COSMETIC += exchanged(words.CHINESE, words.CHINESE_COSMETIC) + exchanged(
    words.ENGLISH, words.ENGLISH_COSMETIC
)
SUBSTANCE += exchanged(words.CHINESE, words.CHINESE_SUBSTANCE)
SUBSTANCE += exchanged(words.ENGLISH, words.ENGLISH_SUBSTANCE)
