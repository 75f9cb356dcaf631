"""What stands in the middle of a story and is none of it, and where the story goes on behind it."""

import pytest

from articles.ingest.documents import BlockType
from articles.ingest.furniture.phrases import furniture_rule
from tests.ingest.scrape.test_scrape import HEADLINE, STORY, page, parse, texts

TITLES = ["燈塔由誰來修", "渡輪末班車的乘客們", "颱風逼近南岸學校停課", "港口擴建案今晨動工"]
LAST = "聯絡官七月到任以後，熱線就會全年開放。"
FOOTER = ["關於我們", "隱私權", "聯絡我們"]


def test_titles_below_each_other_in_the_middle_of_a_story_head_nothing():
    document = page(inside=TITLES[1:])
    assert (texts(document), texts(document, BlockType.HEADING)) == (list(STORY), [])


def test_a_heading_with_one_above_it_heads_a_story():
    document = page(inside=["各方的反應如何", "漁民們的說法"])
    assert texts(document, BlockType.HEADING) == ["各方的反應如何", "漁民們的說法"]


@pytest.mark.parametrize(
    "line", ["【写真】会談の様子を見る", "【図解】ホットラインのしくみ", "【地図】二つの港"]
)
def test_a_line_that_offers_pictures_of_another_page_is_left_out(line):
    assert texts(page(inside=[line]), BlockType.HEADING) == []


def test_a_dated_caption_behind_such_a_word_stays():
    caption = "【写真】握手する両外相＝14日、港都"
    assert texts(page(inside=[caption]), BlockType.FIGURE) == [caption]


def test_a_short_last_paragraph_behind_links_is_the_storys():
    document = page(below=["延伸閱讀", *TITLES[:3], LAST, *FOOTER])
    assert texts(document) == [*STORY, LAST]


def test_what_a_title_right_above_it_sums_up_is_another_story():
    title = "聯絡官七月到任以後熱線全年開放"
    assert texts(page(below=["延伸閱讀", *TITLES[:2], title, LAST, *FOOTER])) == list(STORY)


def test_what_readers_say_is_no_last_paragraph():
    assert texts(page(below=["留言", "海邊的人", LAST, *FOOTER])) == list(STORY)


def test_an_address_tells_no_story():
    address = "https://harbour.example/" + "a" * 80
    document = page(below=[f"{title} {address}." for title in TITLES])
    assert texts(document) == list(STORY)


def test_a_script_tells_no_story():
    script = 'window.page = {"uid": "a1", "ads": [{"slot": "top", "size": 300}], "tags": "a, b, c."};'
    document = parse(script, HEADLINE, "2025-03-14 18:20", *STORY, script, script.replace("top", "end"))
    assert texts(document) == list(STORY)


def test_a_pictures_file_name_is_no_heading():
    assert texts(page(inside=["[harbour.jpg]"]), BlockType.HEADING) == []


def test_the_house_behind_a_headline_in_the_title_of_a_page_is_no_part_of_it():
    document = parse(f"{HEADLINE} | 海風日報", "首頁", HEADLINE, "2025-03-14 18:20", *STORY)
    assert document.headline == HEADLINE


def test_the_story_below_the_headline_of_the_pages_title_beats_a_longer_one():
    longer = [
        f"港口的燈塔第{number}年由鎮公所修，費用由漁會和居民各出一半，沒有人反對這件事。"
        for number in range(30)
    ]
    other = ["燈塔由誰來修", "2025-03-12 10:00", "來源：海風日報", *longer]
    head = [f"{HEADLINE} | 海風日報", "首頁", HEADLINE, "分享"]
    between = ["相關新聞", *TITLES, *FOOTER]
    assert texts(parse(*head, *STORY[:2], *between, *other)) == list(STORY[:2])


def test_a_list_is_headed_by_two_words_with_a_dot_between():
    assert furniture_rule("延伸 · 推荐", 5) == "related"


def test_a_quotation_that_the_paragraph_below_it_says_again_is_a_heading():
    again = "在碼頭上等了一夜的船長說，請把我們港口的燈全部算兩遍，這句話後來寫進了紀錄。"
    document = page(inside=["「請把我們港口的燈全部算兩遍」", again])
    assert texts(document, BlockType.HEADING) == ["「請把我們港口的燈全部算兩遍」"]
    assert texts(page(inside=["「請把我們港口的燈全部算兩遍」"]), BlockType.HEADING) == []


def test_a_day_and_a_place_in_brackets_end_a_caption():
    caption = "岸壁で手を振る船員たち（13日、港都）"
    assert texts(page(inside=[caption]), BlockType.FIGURE) == [caption]


def test_what_the_house_runs_is_no_heading():
    assert texts(page(inside=["秋の購読キャンペーン実施中"]), BlockType.HEADING) == []


def test_lines_that_lead_in_above_the_first_full_stop_are_the_text_s():
    led = ["各縣海事單位、各引航站：", "為統一夜間燈號，現將有關事項通知如下：", "一、時間"]
    document = page(above=["2025-03-14 18:20", *led])
    assert [block.text for block in document.blocks][:3] == led


def test_the_value_of_a_field_below_its_name_is_no_headline():
    title = "關於做好燈號更換工作的通知"
    fields = ["名稱：", title, "發文機關：", "港都海巡單位", "發文日期：", "2025-03-14"]
    assert parse(*fields, title, "發布時間：2025-03-14 18:20", *STORY, "港都海巡單位").headline == title


def test_what_stands_below_the_mark_of_a_signature_is_none_of_a_story():
    assert texts(page(below=["--", "潮水會把問題帶走。", "--", *FOOTER])) == list(STORY)


def test_a_part_about_something_new_between_parts_of_a_story_is_the_story_s():
    new = "他帶了一只搪瓷杯、一本詞彙書和一張寫滿號碼的卡片，杯子上印著安全生產一百天，旁邊的人都笑了。"
    end = "聯絡官到任的那一天，港都的漁民在碼頭上試撥漁業熱線，鈴聲響了兩下。"
    document = parse(HEADLINE, "2025-03-14 18:20", *STORY, "一只杯子", new, "第一通電話", end, *FOOTER)
    assert texts(document) == [*STORY, new, end]


def test_a_heading_right_below_titles_of_others_is_told_by_being_narrower():
    others = ["你可能也想看：", "【專題】燈塔十年：守塔人的回憶錄"]
    document = page(inside=[*others, "漁民的說法"])
    assert (texts(document), texts(document, BlockType.HEADING)) == (list(STORY), ["漁民的說法"])


@pytest.mark.parametrize(
    ("heading", "printed"), [("■ 漁民的說法", "漁民的說法"), ("14:10 兩國漁民到場，要求補償與說明", None)]
)
def test_a_heading_right_below_titles_of_others_is_told_by_its_sign_or_its_time(heading, printed):
    document = page(inside=["延伸閱讀", "• 渡輪末班車的乘客們", heading])
    assert texts(document, BlockType.HEADING) == [printed or heading]


@pytest.mark.parametrize("heading", ["■ 港口以外", "「漁業熱線」重開以前"])
def test_a_heading_below_the_label_of_an_advert_is_told_by_its_sign_or_by_the_story(heading):
    assert texts(page(inside=["廣告", heading]), BlockType.HEADING) == [heading.removeprefix("■ ")]


def test_another_line_below_the_label_of_an_advert_is_the_advert():
    assert texts(page(inside=["廣告", "秋冬羽絨外套限時八折"]), BlockType.HEADING) == []


def test_a_line_alone_behind_a_sign_is_a_heading_and_no_list_of_one():
    document = page(inside=["■ 두 항구의 겨울"])
    assert [block.type for block in document.blocks].count(BlockType.LIST) == 0
    assert texts(document, BlockType.HEADING) == ["두 항구의 겨울"]


def test_a_quoted_heading_may_be_said_again_two_paragraphs_below():
    document = page(inside=["“半夜有人接電話就是好消息”"])
    assert texts(document, BlockType.HEADING) == ["“半夜有人接電話就是好消息”"]


@pytest.mark.parametrize("place", ["[图片]", "[Image: 碼頭的漁船]", "[사진]"])
def test_the_place_of_a_picture_is_neither_its_caption_nor_text(place):
    document = page(inside=[place])
    assert (texts(document), texts(document, BlockType.FIGURE)) == (list(STORY), [])


def test_in_which_order_entries_stand_is_said_by_the_page():
    assert texts(page(inside=["最新更新在最上方｜切換為舊到新"]), BlockType.HEADING) == []


def test_a_title_in_brackets_of_a_related_story_is_another_s():
    assert texts(page(inside=["【相關報道】渡輪加開　燈塔重修"]), BlockType.HEADING) == []


def test_a_box_of_calls_is_left_out_with_what_stands_in_it():
    box = ["訂閱電郵通訊", "每天一封，掌握區域要聞", "電郵地址", "訂閱"]
    last = "兩國外長說，漁業熱線重開以後，聯絡官將全年輪值，漁民半夜也有人接電話，費用由兩國分擔。"
    document = parse(HEADLINE, "2025-03-14", *STORY, *box, last, f"他們又說，{last}")
    assert (texts(document)[:4], texts(document, BlockType.HEADING)) == ([*STORY, last], [])


def test_lines_of_names_and_what_is_to_say_of_them_are_the_story_s_list():
    lines = ["北灣：平日十二班，假日十六班", "南礁：平日六班，假日八班", "石嶼：平日四班，假日五班"]
    last = "官員沒有說明船艙翻修還要多久，只答應月底公布時刻，並開巴士接送。"
    assert texts(parse(HEADLINE, "2025-03-14", *STORY, *lines, last)) == [*STORY, *lines, last]


def test_other_articles_with_their_dates_are_an_inset_though_it_is_long():
    inset = [line for n, title in enumerate(TITLES) for line in (f"• {title}", f"0{n + 1} Oct 2024")]
    document = parse(
        HEADLINE, "2025-03-14 18:20", *STORY, "相關新聞", *inset, *(line + "隔天也是如此。" for line in STORY)
    )
    assert len(texts(document)) == 2 * len(STORY)
    assert texts(document, BlockType.HEADING) == []


def test_what_leads_to_a_list_below_a_label_for_adverts_is_the_storys():
    lead = "雙方的備忘錄只有兩頁，列出三項變更："
    document = page(inside=["請繼續往下閱讀", "贊助廣告", lead, "• 熱線全年開放。", "• 費用平均分擔。"])
    assert texts(document)[:2] == [STORY[0], lead]


def test_what_a_paper_marks_as_paid_for_heads_nothing():
    assert texts(page(inside=["【PR】冬の鍋セット　応募は30日まで"]), BlockType.HEADING) == []


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("跳過 最多人看 並繼續閱讀", "End of 最多人看"),
        ("Skip 人気の記事 and continue reading", "End of 人気の記事"),
    ],
)
def test_a_story_goes_on_below_a_list_that_links_of_one_name_hold(opening, closing):
    titles = [f"{number}. {title}" for number, title in enumerate(TITLES * 3, 1)]
    document = page(inside=[opening, *titles, closing, "漁民怎麼說"])
    assert (texts(document), texts(document, BlockType.HEADING)) == (list(STORY), ["漁民怎麼說"])


def test_what_such_links_hold_is_left_out_whatever_it_says():
    notice = "此處的影片由別的網站提供，播放以前請先同意對方使用您的資料。"
    document = page(inside=["跳過 影片 帖子", notice, "接受並繼續", "結尾 影片 帖子"])
    assert texts(document) == list(STORY)


TAKEN = "(남포=연합통신) 홍길동 기자 = 두 항만청장이 14일 부두에서 악수하고 있다."


@pytest.mark.parametrize("sent", ["2025.3.14 hong@harbour.example", "2025. 3. 14. hong@harbour.example"])
def test_a_korean_caption_ends_in_its_day_and_its_photographer_s_address(sent):
    assert texts(page(inside=[f"{TAKEN} {sent}"]), BlockType.FIGURE) == [f"{TAKEN} {sent}"]


@pytest.mark.parametrize("end", ["", " hong@harbour.example", " 2025.3.14"])
def test_a_korean_sentence_with_one_of_them_is_none(end):
    assert texts(page(inside=[f"{TAKEN}{end}"]), BlockType.FIGURE) == []


BUTTONS = ["이미지 확대", "写真を拡大する", "點擊放大圖片", "Enlarge image"]


@pytest.mark.parametrize("button", BUTTONS)
def test_between_a_picture_s_button_and_its_caption_stands_its_title(button):
    inside = [button, "霧裡的兩座燈塔", "（資料照片）"]
    assert texts(page(inside=inside), BlockType.FIGURE) == inside[1:]


@pytest.mark.parametrize("above", [[], ["漁民怎麼說"]])
def test_a_heading_without_such_a_button_stays_one_above_a_caption(above):
    document = page(inside=[*above, "霧裡的兩座燈塔", "（資料照片）"])
    assert "霧裡的兩座燈塔" in texts(document, BlockType.HEADING)
