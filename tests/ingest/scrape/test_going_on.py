"""Where a story goes on behind calls, notices and titles in its middle, and where another text begins."""

import pytest

from articles.ingest.documents import BlockType
from tests.ingest.scrape.test_scrape import STORY, page, texts

MORE = (
    "熱線停擺的四年裡，漁民靠對講機互相通報，聯絡官的電話一直沒有人接。",
    "海巡單位的老值班員說，重開以後最要緊的是縮短時限，費用倒在其次。",
)
FOOTER = ["關於我們", "隱私權", "聯絡我們", "© 2025 海風日報 版權所有"]
HIDDEN = "偵測到您使用廣告攔截程式，部分內容可能無法顯示，請關閉後重新整理頁面。"
INSET = ["相關新聞", "颱風逼近南岸學校停課", "港口擴建案今晨動工", "燈塔由誰來修"]
DATED = ["2025-03-14 18:20"]
BOX = ["請繼續往下閱讀", "海風早報每天六點寄到您的信箱", "訂閱"]


@pytest.mark.parametrize(
    "between",
    [
        [HIDDEN, "延伸閱讀", "颱風逼近南岸學校停課", "港口擴建案今晨動工"],
        [HIDDEN, "延伸閱讀", "颱風逼近南岸學校停課"],
        INSET,
        BOX,
    ],
)
def test_a_story_goes_on_in_its_words_behind_links_and_calls(between):
    document = page(below=[*between, *MORE, *FOOTER])
    assert texts(document) == [*STORY, *MORE]


def test_a_cross_heading_between_paragraphs_of_the_part_that_goes_on_stays():
    inset = [HIDDEN, "延伸閱讀", "颱風逼近南岸學校停課"]
    document = page(below=[*inset, *MORE, "沒有人接的電話", "老值班員說，漁民半夜來電都由他接。", *FOOTER])
    assert texts(document, BlockType.HEADING) == ["沒有人接的電話"]


def test_what_a_call_to_read_on_parts_from_a_button_is_a_call():
    document = page(above=DATED, inside=BOX)
    assert (texts(document), texts(document, BlockType.HEADING)) == (list(STORY), [])


def test_titles_below_the_label_of_a_gallery_are_none_of_the_story():
    document = page(above=DATED, inside=["▼點擊圖片看更多▼", "在野黨：先看預算", "颱風逼近南岸", "+14"])
    assert (texts(document), texts(document, BlockType.HEADING)) == (list(STORY), [])


def test_a_story_begins_above_the_links_in_its_middle_below_its_date():
    document = page(above=DATED, inside=INSET, below=[*MORE, *FOOTER])
    assert texts(document) == [*STORY, *MORE]


def test_a_standfirst_above_the_buttons_is_no_first_part_of_its_story():
    lead = "停擺四年之後，港都的漁民等的是半夜有人接熱線電話。"
    document = page(above=[*DATED, lead, "分享", "列印", "收藏", "字級", "留言"], below=[*MORE, *FOOTER])
    assert texts(document)[0] == STORY[0]


def test_a_paragraph_that_its_writer_repeats_is_no_caption():
    long = "".join(STORY) * 2
    assert texts(page(above=DATED, inside=[long, long])).count(long) == 2


def test_paragraphs_about_something_else_behind_links_are_another_story():
    others = [
        "颱風預計週末掠過南方外海，氣象單位提醒山區慎防豪雨，學校將在週五決定是否停課。",
        "市府已備妥沙包與抽水機，低窪地區的居民可以向里辦公室領取。",
    ]
    assert texts(page(below=[*INSET, *others, *FOOTER])) == list(STORY)
