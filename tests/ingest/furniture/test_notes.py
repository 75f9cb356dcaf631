"""The makers' lines below a story: one answer, whatever document they stand in."""

import pytest

from articles.ingest.documents import BlockType, RawDocument
from articles.ingest.furniture.notes import closes_article, is_note, is_rights
from articles.ingest.html import parse as html
from articles.ingest.markdown import parse as markdown
from articles.ingest.pdf.text import parse as pdf_text
from articles.ingest.scrape import parse as scrape
from articles.text.scripts import SIMPLIFIED, convert

STORY = (
    "兩國外長在港口城市會面，談了三個小時，隨後一同步行到碼頭向記者說明結果。",
    "會談沒有觸及邊界，只談漁業與航班；下一輪定在秋天，地點還沒有公布。",
    "港口的居民說，平常的早晨只有海鷗，這天卻來了六十家媒體，連豆漿都賣完了。",
)
TITLE = "兩國外長碼頭會談"
NOTES = [
    "編按：本文是系列報導的第二篇。",
    "譯註：原文作「海關」，今從當地習慣。",
    "※ 會談紀要的全文將於下週公布。",
    "作者簡介：許知微，海岸研究所研究員。",
    "Editor's note: a first version named the wrong pier.",
    "Correction: the talks lasted three hours, not two.",
    "更正：會談地點是第三碼頭。",
    "原標題：碼頭上的三個小時",
    "本文轉載自海岸評論",
    "本文僅代表作者個人觀點，不代表本站立場。",
    "審核：李小安",
    "Translated from the German by Jane Doe.",
    "（實習生李小安對本文亦有貢獻）",
    "許知微系海岸研究所研究員。本文仅代表作者观点。",
    "系列：海島筆記（三）",
    "連載「島の帳簿」第3回",
    "[섬 노트 ③]",
    "This is part 3 of the series Island Notebooks.",
    "원문: The Fog",
    "責任編輯：李小安",
    "免責聲明：資料僅供參考。",
]
LEFT_OUT = [
    "未經授權不得轉載",
    "版權所有，翻印必究",
    "Copyright © 2025 海岸日報. All rights reserved.",
    "無断転載を禁じます",
]


def page(line):
    paragraphs = "".join(f"<p>{text}</p>" for text in (*STORY, line))
    return html.parse(f"<html><body><h1>{TITLE}</h1><div>{paragraphs}</div></body></html>", RAW)


def dump(line):
    menu = "首頁\n國際\n財經\n"
    return scrape.parse("\n".join([menu, TITLE, "2025年8月24日", *STORY, line, "分享", "回到頂端"]), RAW)


def typeset(line):
    wrapped = ["\n".join(text[at : at + 24] for at in range(0, len(text), 24)) for text in (*STORY, line)]
    return pdf_text.parse("\n\n".join([TITLE, *wrapped]), RAW)


def post(line):
    body = "\n\n".join((*STORY, line))
    return markdown.parse(f"---\ntitle: {TITLE}\n---\n{body}\n", RAW)


RAW = RawDocument("document", b"")
DOCUMENTS = [page, dump, typeset, post]


def answer(document, line):
    words = "".join(line.split()).lstrip("※")
    kinds = {block.type for block in document.blocks if words in "".join(block.text.split())}
    return kinds.pop() if kinds else "left out"


@pytest.mark.parametrize("read", DOCUMENTS)
@pytest.mark.parametrize("line", NOTES)
def test_a_note_is_a_note_in_every_document(line, read):
    assert answer(read(line), line) == BlockType.NOTE


# A line of each kind: what says that it is a note, whose view it is not, who made it and where it is from.
PRINTED = [
    *("編者按：這是第二篇。", "編集部注：地名は当時のもの。", "按語：原稿沒有日期。", "※ 全文下週公布。"),
    *("Author's note: names were changed.", "Clarification: there were two boats.", "訂正：会談は三時間。"),
    *("免責聲明：資料僅供參考。", "The views expressed are the author's.", "文中意見僅供參考。"),
    *("以上內容由用戶上傳。", "責任編輯：", "記者：林海文　責編：周石", "本文作者為海岸研究所研究員。"),
    *("原標題：碼頭上的三個小時", "來源：海岸評論", "本專題由海岸基金會贊助刊出", "此文首發於海岸評論"),
    *("《海岸日報》（2024年5月11日 9版）", "この記事は海岸通信の提供です", "Edited by Lin Haiwen"),
    "Lin Haiwen contributed to this report from Port Town.",
    *("■訂正して、おわびします。船は二隻でした。", "（漁港處　供稿）", "（本文感謝兩館協助）"),
    *("本文由志愿者自动备份自海岸评论。", "本文由志工自動存檔。"),
    *("This article was originally published in Coast Review.", "Additional reporting by Lin Haiwen"),
]


@pytest.mark.parametrize("line", PRINTED)
def test_a_line_of_each_kind_is_a_note(line):
    assert is_note(line)


@pytest.mark.parametrize(
    ("line", "longest"),
    [("編按：本文是", 600), ("以上內容由用戶上傳", 90), ("原標題：碼頭上", 160)],
)
def test_a_note_is_told_up_to_a_length_in_characters(line, longest):
    assert is_note(line.ljust(longest, "海"))
    assert not is_note(line.ljust(longest + 1, "海"))


@pytest.mark.parametrize("line", ["責任編輯：李小安", "免責聲明：資料僅供參考。"])
def test_a_line_of_the_makers_closes_an_article_up_to_a_width(line):
    assert closes_article(line, 90)
    assert not closes_article(line, 91)


@pytest.mark.parametrize("line", ["編按：本文是系列報導的第二篇。", "兩國外長會晤。"])
def test_a_note_and_a_sentence_may_stand_anywhere(line):
    assert not closes_article(line, 20)


def test_a_note_that_speaks_of_rights_is_kept():
    assert not is_rights("編按：未經授權不得轉載的照片已經換下。")


@pytest.mark.parametrize("read", DOCUMENTS)
@pytest.mark.parametrize("line", LEFT_OUT)
def test_whose_right_a_text_is_is_left_out_of_every_document(line, read):
    assert answer(read(line), line) == "left out"


@pytest.mark.parametrize("read", [page, typeset, post])
def test_a_line_that_names_the_source_is_a_note(read):
    assert answer(read("來源：海岸評論"), "來源：海岸評論") == BlockType.NOTE


def test_a_scrape_holds_the_named_source_as_its_field():
    assert dump("來源：海岸評論").source_name == "海岸評論"


@pytest.mark.parametrize("line", NOTES)
def test_a_note_is_one_in_both_scripts(line):
    assert is_note(convert(line, SIMPLIFIED))
    assert is_note(line)


@pytest.mark.parametrize("read", DOCUMENTS)
def test_a_sentence_of_the_story_is_none_of_them(read):
    line = "編輯部的燈一直亮到深夜，記者們守著電話等代表團的消息，沒有人提起版權或轉載的事。"
    assert answer(read(line), line) == BlockType.PARAGRAPH


@pytest.mark.parametrize(
    "line",
    [
        "Correction, 6 February 2025: the talks lasted three hours, not two.",
        "Clarification (February 6): the talks lasted three hours, not two.",
        "정정(2월 6일): 회담은 세 시간이었다.",
        "덧붙임(2월 6일): 회담 장소를 고쳤습니다.",
    ],
)
def test_a_correction_may_print_its_day_before_the_colon(line):
    assert is_note(line)
