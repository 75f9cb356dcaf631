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


def test_a_line_that_the_page_s_title_has_before_a_section_and_the_house_is_the_headline():
    title = "港口會談何時有結果？雙方：端看風向"
    head = [f"{title} - 政治 - 海岬時報", "首頁 國際 政治 財經", "兩國外長 雙方同意", "", title, "2025-03-14"]
    document = parse(*head, *STORY)
    assert (document.headline, document.standfirst) == (title, "")


KOREAN_STORY = (
    "김바다 옹은 등대지기로 사십 년을 살았다. 그는 안개가 낀 밤이면 종을 쳤다고 한다.",
    "마을 사람들은 종소리를 듣고 배를 돌렸다. 봉인된 편지도 그 배로 왔다고 옹은 말했다.",
    "지금은 불빛이 저절로 켜진다. 옹은 그래도 밤마다 창밖을 내다본다고 말했다.",
)
KOREAN_DECK = "등대지기 김바다 옹 사십 년… 안개 낀 밤의 종소리"


def test_a_headline_may_number_its_series_where_the_page_s_title_does_not():
    title, headline = (f'[항구의 사람들]{number} "편지보다 종을 먼저"' for number in ("", "③"))
    head = [f"{title} :: 바다신문", headline, "기사입력 2025.03.14 09:10", "홍길동 기자", KOREAN_DECK]
    assert parse(*head, *KOREAN_STORY).headline == headline


def test_the_second_line_of_a_korean_headline_above_the_picture_heads_nothing():
    head = ["안개 낀 밤의 등대지기 김바다 옹", "기사입력 2025.03.14 09:10", "홍길동 기자", KOREAN_DECK]
    document = parse(*head, "▲ 김바다 옹이 종을 보여 주고 있다. 사진=홍길동 기자", *KOREAN_STORY)
    assert [block.text for block in document.blocks][1:] == list(KOREAN_STORY)


def test_a_board_s_label_and_its_mark_of_an_original_are_no_part_of_a_headline():
    head = [
        "发信人: harbour (看海的), 信区: Sea",
        "标  题: [原创]在灯塔上当厨师的三年",
        "发信站: 海岬社区 (2025-03-14), 站内",
    ]
    told = [
        "我在灯塔上当过三年厨师，岛上每两周来一班船，船上有什么就吃什么。",
        "灯塔的厨师第一件事是学会写减法，第二件事是看风向，第三件事是等船。",
    ]
    assert parse(*head, "", *told).headline == "在灯塔上当厨师的三年"
