"""Which short lines above a text are its headline, and which say whose the page is."""

from tests.ingest.scrape.test_scrape import HEADLINE, STORY, parse


def test_the_name_of_an_account_is_no_headline_however_often_the_text_says_it():
    head = ["海岬之聲", "海岬之聲", "8.4萬位追蹤者", "海岬之聲", "公開"]
    told = ("海岬之聲獲悉，" + line for line in STORY)
    assert parse(*head, "【兩國外長為什麼要重開漁業熱線】", *told).headline == "兩國外長為什麼要重開漁業熱線"


def test_who_holds_the_rights_is_no_headline():
    told = ("海岬之聲獲悉，" + line for line in STORY)
    document = parse(
        "menu", HEADLINE, "海岬之聲", "5 – 6 分鐘", "2025年3月14日", *told, "© 2025年海岬之聲版權聲明"
    )
    assert document.headline == HEADLINE


def test_a_dateline_in_brackets_is_no_headline():
    assert parse(HEADLINE, "2025-03-14", "【海岬時報綜合報導】", *STORY).headline == HEADLINE


def test_a_headline_printed_again_above_the_text_is_no_heading_of_it():
    document = parse("首頁", HEADLINE, "2025-03-14 18:20", HEADLINE, *STORY)
    assert (document.headline, [block.text for block in document.blocks]) == (HEADLINE, list(STORY))


def test_who_did_what_is_no_standfirst():
    credits = "执行：许知微　统筹：李小安　编辑：周一鸣"
    assert parse("首頁", HEADLINE, credits, "2025-03-14 18:20", *STORY).standfirst == ""


def test_a_line_that_the_subject_of_a_letter_has_behind_its_name_is_the_headline():
    contents = "本期目次 1. 漁業熱線重開 2. 聯絡官到任 3. 讀者來信"
    head = ["[港邊週報 #47] 霧裡來的客人們", "分享", contents, "霧裡來的客人們", "插畫 米米"]
    assert parse(*head, "", *STORY).headline == "霧裡來的客人們"
