"""What a page scrape loses and what it keeps, one rule at a time."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.ingest.documents import BlockType, DocumentError, RawDocument
from articles.ingest.furniture.phrases import furniture_rule
from articles.ingest.plain.widths import width
from articles.ingest.scrape import parse as scrape
from articles.ingest.scrape.body import maximal_runs
from articles.ingest.scrape.body_score import is_headed
from articles.ingest.scrape.lines.reading import read_lines
from articles.ingest.scrape.page import LineRun, Page
from tests.ingest.partition import assert_partition

HEADLINE = "兩國外長同意重開漁業熱線"
STORY = (
    "兩國外長十四日在港都會談，同意在六月底以前重開停擺四年的漁業熱線，並縮短通報的時限。",
    "雙方將各派五名聯絡官常駐對方的海巡單位，費用由兩國平均分擔，第一批人員七月到任。",
    "港都的漁民說，半夜有人接電話就是好消息，他希望熱線能夠全年無休地開下去。",
)


def parse(*lines):
    return scrape.parse("\n".join(lines), RawDocument("page.txt", b""))


def page(above=(), inside=(), below=(), headline=HEADLINE):
    """A page with a story; what stands above it, after its first paragraph, and below it is given."""
    return parse(headline, *above, STORY[0], *inside, *STORY[1:], *below)


def texts(document, kind=BlockType.PARAGRAPH):
    return [block.text for block in document.blocks if block.type == kind]


def rule_of(document, lines, piece):
    """The rule by which a piece of a page was removed."""
    at = lines.index(piece)
    return next((cut.rule for cut in document.removed if cut.start <= at < cut.end), None)


def test_the_story_is_kept_without_its_surroundings():
    document = page(below=["延伸閱讀", "燈塔由誰來修", "熱線為什麼停擺"])
    assert texts(document) == list(STORY)


def test_the_line_that_the_story_echoes_is_its_headline():
    document = parse("國際要聞", "東北亞", HEADLINE, "2025-03-14", *STORY)
    assert document.headline == HEADLINE


def test_a_headline_above_a_byline_needs_no_echo():
    document = parse("首頁 > 國際 > 東北亞", "霧裡來的客人", "2025-03-14 18:20 記者沈亦舟／港都報導", *STORY)
    assert (document.headline, document.byline) == ("霧裡來的客人", "沈亦舟")


def test_a_sections_name_beside_the_date_is_no_headline():
    assert parse("發布時間：2025/3/14 18:20", "國際新聞", *STORY).headline == ""


def test_a_page_without_a_headline_gets_none():
    assert parse("發布時間：2025/3/14 18:20", *STORY).headline == ""


def test_a_caption_printed_twice_is_kept_once():
    document = page(
        inside=["▲▼碼頭的漁船照常出海作業。（圖／海風社）", "▲碼頭的漁船十四日照常出海作業。（圖／海風社）"]
    )
    assert texts(document, BlockType.FIGURE) == ["碼頭的漁船十四日照常出海作業。（圖／海風社）"]


def test_a_dated_place_behind_an_equals_sign_ends_a_caption():
    document = page(inside=["握手する両外相＝14日、港都、代表撮影"])
    assert texts(document, BlockType.FIGURE) == ["握手する両外相＝14日、港都、代表撮影"]


def test_a_line_of_a_date_and_an_agency_is_no_caption():
    document = page(above=["2025-03-14 18:20 · 中央社"])
    assert (document.source_name, texts(document, BlockType.FIGURE)) == ("中央社", [])


def test_a_caption_is_told_from_its_credit():
    (figure,) = [b for b in page(inside=["▲碼頭的漁船。（圖／海風社）"]).blocks if b.type == BlockType.FIGURE]
    assert (figure.caption, figure.credit) == ("碼頭的漁船。", "海風社")


@pytest.mark.parametrize("advert", ["廣告 更多內容請繼續往下閱讀", "請繼續往下閱讀...", "ADVERTISEMENT"])
def test_an_advert_in_the_middle_is_removed(advert):
    assert texts(page(inside=[advert])) == list(STORY)


def test_a_call_to_follow_a_channel_is_removed():
    assert texts(page(inside=["歡迎加入海風新聞網的LINE好友，天天看新聞。"])) == list(STORY)


def test_a_list_of_other_articles_in_the_middle_is_removed():
    document = page(inside=["延伸閱讀", "• 燈塔由誰來修", "• 熱線為什麼停擺"])
    assert texts(document) == list(STORY)
    assert not any(block.type == BlockType.LIST for block in document.blocks)


def test_a_list_in_the_story_stays_a_list():
    document = page(inside=["聯合說明有兩點：", "• 熱線每天測試一次。", "• 聯絡官每半年輪調。"])
    (items,) = [block.items for block in document.blocks if block.type == BlockType.LIST]
    assert items == ["熱線每天測試一次。", "聯絡官每半年輪調。"]


def test_a_list_of_bare_items_stays_when_the_story_goes_on_below_it():
    document = page(inside=["會後的清單", "• 人口與托育", "• 鄉鎮的渡輪", "• 防災的演練"])
    assert texts(document, BlockType.HEADING) == ["會後的清單"]
    assert [b.items for b in document.blocks if b.items] == [["人口與托育", "鄉鎮的渡輪", "防災的演練"]]
    assert texts(document) == list(STORY)


def test_a_list_behind_a_colon_may_end_the_story():
    document = page(below=["接下來有兩件事：", "- 五月的技術會議", "- 六月的開通儀式"])
    assert document.blocks[-1].items == ["五月的技術會議", "六月的開通儀式"]


def test_a_short_line_above_what_leads_to_a_list_is_a_heading():
    document = page(inside=["織網的規矩", "漁會只有兩條慣例：", "• 輪流作東；", "• 不帶稿子；"])
    assert texts(document, BlockType.HEADING) == ["織網的規矩"]


def test_one_other_title_in_the_middle_of_a_short_story_is_removed():
    document = page(inside=["【更多新聞】", "外長夫人逛夜市　吃了三碗魚丸湯"])
    assert texts(document) == list(STORY)


def test_a_sentence_that_its_writer_repeats_is_kept():
    refrain = "半夜裡，沒有人接電話。"
    assert texts(page(inside=[refrain, STORY[1] + "漁民都懂。", refrain])).count(refrain) == 2


def test_a_rights_line_is_no_note():
    document = page(below=["※本文版權屬海風新聞網，轉載請先取得書面同意。"])
    assert texts(document, BlockType.NOTE) == []


def test_a_short_line_between_paragraphs_is_a_heading():
    assert texts(page(inside=["還沒有談完的事"]), BlockType.HEADING) == ["還沒有談完的事"]


def test_a_line_that_goes_on_joins_the_paragraph_above():
    document = page(inside=["兩國海巡署長隨後", "，在碼頭上試撥了第一通電話。"])
    assert texts(document)[1] == "兩國海巡署長隨後，在碼頭上試撥了第一通電話。"


def test_a_line_below_a_removed_one_joins_nothing():
    document = page(inside=["兩國海巡署長隨後試撥了電話", "文／沈亦舟", "，在碼頭上試撥了第一通電話。"])
    assert "，在碼頭上試撥了第一通電話。" in texts(document)


def test_a_numbered_line_above_the_story_is_its_first_heading():
    document = page(above=["01", "碼頭的凌晨"], inside=["02", "值班室的電話"])
    assert texts(document, BlockType.HEADING) == ["01 碼頭的凌晨", "02 值班室的電話"]


def test_a_question_behind_its_speaker_is_a_paragraph():
    assert "問：第一通電話是誰打的？" in texts(page(inside=["問：第一通電話是誰打的？"]))


def test_a_mark_of_the_end_ends_the_story():
    document = page(below=["- END -", "港都天氣轉晴，週末適合到碼頭走走，記得帶一件薄外套。"])
    assert texts(document) == list(STORY)
    assert not any(block.type == BlockType.NOTE for block in document.blocks)


def test_an_editors_line_is_a_note_and_ends_the_story():
    document = page(below=["責任編輯：林小舟", "港都天氣轉晴，週末適合到碼頭走走，記得帶一件薄外套。"])
    assert texts(document, BlockType.NOTE) == ["責任編輯：林小舟"]
    assert texts(document) == list(STORY)


def test_a_byline_gives_the_name_and_loses_its_label():
    document = page(above=["記者沈亦舟／港都報導"])
    assert document.byline == "沈亦舟"
    assert "記者沈亦舟／港都報導" not in texts(document)


def test_a_name_before_its_bearers_office_is_a_byline():
    assert page(above=["沈亦舟 海風大學國際關係研究所教授"]).byline == "沈亦舟"


def test_a_name_alone_above_an_office_is_a_byline():
    assert page(above=["沈亦舟", "海風大學國際關係研究所教授"]).byline == "沈亦舟"


def test_a_name_alone_beside_a_date_is_a_byline_unless_a_menu_names_it():
    assert page(above=["沈亦舟", "2025-03-14"]).byline == "沈亦舟"
    assert page(above=["沈亦舟", "2025-03-14"], below=["首頁 國際 沈亦舟 財經 體育"]).byline == ""


def test_a_photographer_is_no_author():
    assert page(inside=["碼頭的漁船十四日照常出海。（記者沈亦舟攝）"]).byline == ""


def test_the_date_of_publication_goes_before_that_of_an_update():
    document = page(above=["更新時間：2025-03-15 09:00", "發布時間：2025-03-14"])
    assert document.published == date(2025, 3, 14)


def test_a_date_in_the_story_is_not_the_date_of_publication():
    assert page(inside=["熱線在2021年3月1日停擺，當時沒有任何一方願意說明原因。"]).published is None


def test_a_labelled_date_before_the_text_of_its_line_is_read():
    document = parse("date 2025-03-14 ▲碼頭的漁船照常出海。（圖／海風社）", *STORY)
    assert document.published == date(2025, 3, 14)
    assert texts(document, BlockType.FIGURE) == ["碼頭的漁船照常出海。（圖／海風社）"]


def test_a_source_is_read_from_its_label():
    assert page(above=["2025-03-14 09:00 來源：海風通訊社"]).source_name == "海風通訊社"


def test_the_source_of_figures_is_not_the_articles():
    assert page(below=["※ 資料來源：海風統計所"]).source_name == ""


def test_a_paper_named_beside_the_date_is_the_source():
    assert page(above=["海風日報", "2025-03-14 09:00"]).source_name == "海風日報"


def test_a_house_that_holds_the_rights_is_the_source_when_the_page_names_it_elsewhere():
    footer = "海風傳媒股份有限公司海風新聞雲 版權所有"
    assert page(below=["追蹤海風新聞雲", footer]).source_name == "海風新聞雲"
    assert page(below=[footer]).source_name == ""


@pytest.mark.parametrize("label", ["摘要：", "[導讀] ", "【核心提示】", "（提要）"])
def test_a_labelled_summary_is_the_standfirst(label):
    document = page(above=[f"{label}熱線停擺四年，漁民等的是有人接電話。"])
    assert document.standfirst == "熱線停擺四年，漁民等的是有人接電話。"
    assert texts(document) == list(STORY)


def test_a_sentence_between_headline_and_byline_is_the_standfirst():
    lead = "停擺四年之後，漁民等的是有人接電話"
    assert page(above=[lead, "記者沈亦舟／港都報導"]).standfirst == lead


def test_keywords_are_read_from_behind_their_label_and_from_below_it():
    assert page(below=["關鍵字：漁業熱線、港都"]).keywords == ["漁業熱線", "港都"]
    assert page(below=["關鍵字", "#漁業熱線 #港都"]).keywords == ["漁業熱線", "港都"]


def test_a_pages_own_popular_keywords_are_not_the_articles():
    assert parse("熱門關鍵字", "棒球 颱風 麵店", HEADLINE, *STORY).keywords == []


def test_an_article_above_goes_before_a_longer_one_below():
    other = [
        "街角麵店今年首度展店",
        "2025-03-13",
        *[f"麵店老闆說，第{n}家分店的湯頭和老店一樣。" * 6 for n in "一二三四"],
    ]
    document = parse(
        HEADLINE, "2025-03-14", *STORY, "分享", "收藏", "評論", "舉報", "換一換", "看了又看", *other
    )
    assert texts(document) == list(STORY)


def test_a_clean_text_loses_nothing():
    assert page().removed == []


def test_the_last_line_of_a_clean_text_stays_without_a_full_stop():
    assert texts(page(below=["——寫於港都"]))[-1] == "——寫於港都"


def test_a_page_without_a_body_is_refused_with_the_reason():
    with pytest.raises(DocumentError, match="No body found: none of its 3 lines"):
        parse("首頁", "國際", "財經")
    with pytest.raises(DocumentError, match="the text is empty"):
        parse("", "　")


def test_a_removal_names_its_rule():
    lines = "\n".join([HEADLINE, *STORY, "延伸閱讀", "燈塔由誰來修", "熱線為什麼停擺", "© 2025 海風新聞網"])
    document = scrape.parse(lines, RawDocument("page.txt", b""))
    assert rule_of(document, lines, "延伸閱讀") == "related"
    assert rule_of(document, lines, "燈塔由誰來修") == "footer"
    assert rule_of(document, lines, "©") == "legal"


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("相關新聞", "related"),
        ("関連記事", "related"),
        ("관련 기사", "related"),
        ("You may also like", "related"),
        ("版权所有 不得转载", "legal"),
        ("All rights reserved", "legal"),
        ("3 小時前", "list"),
        ("2 hours ago", "list"),
        ("分享給朋友：", "share"),
        ("Facebook Twitter LINE", "share"),
        ("廣告", "advert"),
        ("我是廣告 請繼續往下閱讀", "advert"),
        ("延伸閱讀：燈塔由誰來修", "related link"),
        ("【関連記事】", "related"),
        ("この記事は有料会員記事です。残り512文字", "paywall"),
        ("We value your privacy", "notice"),
    ],
)
def test_furniture_is_told_by_its_words(line, rule):
    assert furniture_rule(line, width(line)) == rule


@pytest.mark.parametrize(
    "line", ["分享彼此的經驗。", "廣告收入下滑三成。", "最新消息傳來，船已靠岸。", "Print is not dead yet"]
)
def test_a_sentence_that_begins_like_furniture_is_none(line):
    assert furniture_rule(line, width(line)) == ""


def test_a_note_stands_within_six_lines_of_the_story():
    note, lines = "編按：本文為系列報導。", ["港口消息"] * 6
    assert texts(page(below=[*lines[:5], note]), BlockType.NOTE) == [note]
    assert texts(page(below=[*lines, note]), BlockType.NOTE) == []


def test_sentences_that_come_again_in_a_text_more_than_twice_as_long_sum_it_up():
    told, longer = STORY[:2], "港" * len(STORY[0] + STORY[1])

    def is_an_article(last):
        lines = read_lines("\n".join([HEADLINE, "2025-03-14", *told, "首頁", *told, last]))
        return is_headed(Page(lines, "zh-Hant"), LineRun(2, 3, 9.0))

    assert is_an_article(longer[:-1] + "。")
    assert not is_an_article(longer + "。")


def test_maximal_runs_join_over_a_small_loss_and_part_over_a_large_one():
    runs = maximal_runs([5, -1, 5, -20, 7])
    assert [(run.first, run.last, run.worth) for run in runs] == [(0, 2, 9), (4, 4, 7)]


@given(st.lists(st.integers(-9, 9), max_size=12))
def test_the_best_maximal_run_is_the_best_of_all_runs(values):
    sums = [sum(values[a:b]) for a in range(len(values)) for b in range(a + 1, len(values) + 1)]
    best = max((run.worth for run in maximal_runs(values)), default=0)
    assert best == max([0, *sums])


PIECES = st.sampled_from(
    [
        HEADLINE,
        "▲",
        "• ",
        "廣告",
        "相關新聞",
        "記者沈亦舟／港都報導",
        "作者：",
        "沈亦舟",
        "2025-03-14",
        "來源：海風社",
        "關鍵字：",
        "#港都 #熱線",
        "港都熱線",
        "（圖／海風社）",
        "By Miriam Oakes",
        "\u200b",
        "責編：林小舟",
        "date 2025-03-14 ▲",
        "這一句話屬於另一則新聞，與漁業熱線沒有關係。",
    ]
)
LINES = st.lists(st.one_of(PIECES, st.text(max_size=20), st.builds(str.__add__, PIECES, PIECES)), max_size=9)


@given(LINES, LINES, LINES)
def test_whatever_stands_around_a_story_is_held_or_removed(above, inside, below):
    lines = [*above, STORY[0], *inside, *STORY[1:], *below]
    assert_partition("\n".join(lines), parse(*lines))


def test_a_line_is_recorded_though_a_field_repeats_its_words():
    lines = [HEADLINE, *STORY, "延伸閱讀", HEADLINE]
    document = parse(*lines)
    assert_partition("\n".join(lines), document)
    assert rule_of(document, "\n".join(lines), "延伸閱讀") == "related"
    assert document.removed[-1].end == len("\n".join(lines))


def test_the_body_holds_the_name_that_a_byline_inside_it_quotes():
    document = page(inside=["（記者沈亦舟／港都報導）熱線的號碼已經印在漁民的證件背面，夜裡也有人接。"])
    assert document.byline == "沈亦舟"
    assert {piece.holder for piece in document.held} == {"headline", *range(len(document.blocks))}
