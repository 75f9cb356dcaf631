"""What a page prints around and between a story: its writer, its keywords, words of the house."""

import pytest

from articles.ingest.documents import BlockType
from tests.ingest.scrape.test_scrape import HEADLINE, STORY, page, parse, texts


def test_a_name_beside_the_date_that_a_box_about_the_writer_introduces_is_the_byline():
    written = ["浜野岬", "2025年3月14日 5時00分"]
    document = page(above=written, below=["この記事を書いた人", "浜野岬", "港湾部"])
    assert (document.headline, document.byline) == (HEADLINE, "浜野岬")


def test_a_name_that_only_the_box_about_the_writer_prints_is_no_byline():
    document = page(above=["2025-03-14 18:20"], below=["作者簡介", "浪花散步"])
    assert document.byline == ""


@pytest.mark.parametrize(
    "told", ["追蹤我們的 Google 新聞頻道", "請支持獨立新聞:每月 50 元起", "ここから続き", "写真・図版"]
)
def test_what_the_house_says_between_paragraphs_is_no_heading(told):
    document = page(inside=[told])
    assert (texts(document), texts(document, BlockType.HEADING)) == (list(STORY), [])


def test_keywords_one_a_line_are_those_that_the_story_speaks_of():
    document = page(below=["關鍵字：", "漁業熱線", "港都", "海巡單位", "天天抽好禮"])
    assert document.keywords == ["漁業熱線", "港都", "海巡單位"]


def test_what_the_story_speaks_of_one_a_line_above_other_articles_are_keywords():
    document = page(below=["港都", "漁業", "熱線", "", "相關新聞", "燈塔由誰來修"])
    assert document.keywords == ["港都", "漁業", "熱線"]


def test_short_lines_that_the_story_does_not_speak_of_are_no_keywords():
    assert page(below=["港都", "首頁", "登入", "", "相關新聞", "燈塔由誰來修"]).keywords == []


def test_an_account_that_prints_its_writer_before_the_date_is_signed():
    document = page(above=["原创 沈亦舟 海风观察 2025年11月15日 20:30"])
    assert (document.byline, document.published.day) == ("沈亦舟", 15)


def test_topics_below_a_bare_label_go_on_to_the_next_label():
    document = page(below=["關鍵字：", "漁業", "北海", "海巡", "延伸閱讀", "燈塔由誰來修"])
    assert document.keywords == ["漁業", "北海", "海巡"]


def test_the_houses_name_which_the_dateline_prints_too_is_no_headline():
    title = "熱線停了四年，聯絡官怎麼找回來？"
    story = (*STORY, "海風新報向聯絡官查證，海風新報的讀者也來信問起，海風新報將繼續追蹤。")
    document = parse("海風新報", "首頁 | 國際 | 財經", title, "2025-03-14 18:20 海風新報", *story)
    assert document.headline == title


def test_what_stands_below_hashtags_is_no_keyword():
    assert page(below=["#燈塔 #渡輪", "愛心 512．留言 34", "熱門留言"]).keywords == ["燈塔", "渡輪"]
