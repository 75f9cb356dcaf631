"""Writers named without a label on lines of their own above a story."""

import pytest

from tests.ingest.scrape.test_scrape import HEADLINE, STORY, page, parse

DAY = "2025-03-14 18:20"


@pytest.mark.parametrize(
    ("above", "byline"),
    [
        (["Jane Doe", "in Jakarta", "and", "John Roe", "in Phnom Penh", DAY], "Jane Doe、John Roe"),
        (["Jane Doe", "in Jakarta", DAY], "Jane Doe"),
        (["By", "Jane Doe", "and", "John Roe", DAY], "Jane Doe、John Roe"),
        (["Jane Doe and John Roe", DAY, "5 min read"], "Jane Doe、John Roe"),
        (["碼頭拾貝", "碼頭拾貝", "國際評論", "关注", DAY], "碼頭拾貝"),
        ([DAY, "許知微 李小安"], "許知微、李小安"),
        (["許知微、李小安", DAY], "許知微、李小安"),
        (["許知微 | 2025-03-14 | 點閱 1,204"], "許知微"),
        (["Miriam Castellane | March 14, 2025 | 1,204 views"], "Miriam Castellane"),
        (["碼頭拾貝", "碼頭拾貝", "+ 关注", DAY], "碼頭拾貝"),
        (["홍길동 기자", "김철수 기자", DAY], "홍길동、김철수"),
        (["譯者：李小安", "作者：許知微", DAY], "許知微"),
        (["譯者：李小安", DAY], "李小安"),
        (["採訪．撰文／許知微　攝影／蒲克勤　責任編輯／李小安　場地協力／半日書屋", DAY], "許知微"),
        (["ソウル＝山田太郎　令和7年3月14日 5時00分"], "山田太郎"),
    ],
)
def test_names_on_lines_of_their_own_are_the_writers_where_something_bears_them_out(above, byline):
    assert page(above=above).byline == byline


@pytest.mark.parametrize(
    "above",
    [
        ["Jane Doe", "and", "John Roe", DAY],
        ["Foreign Minister Jane Doe", "in Jakarta", DAY],
        ["許知微 李小安", "分享", DAY],
        [DAY, "Asia Pacific, Middle East"],
        ["South Asia | March 14, 2025"],
        [DAY, "Middle East and North Africa"],
        ["碼頭拾貝", "+ 关注", DAY],
        ["海島日報", "海島日報", "+ 关注", DAY],
        ["受訪者：許知微", DAY],
        ["責任編輯：許知微", DAY],
    ],
    ids=[
        "no places",
        "office",
        "no date",
        "sections",
        "region",
        "regions",
        "once",
        "house",
        "guest",
        "editor",
    ],
)
def test_names_that_nothing_bears_out_are_nobodys(above):
    assert page(above=above).byline == ""


def test_people_of_whom_the_story_speaks_did_not_write_it():
    told = "會後許知微與李小安一同走到碼頭，向等了三個小時的記者說明結果，沒有人提問。"
    assert page(above=[DAY, "許知微 李小安"], inside=[told]).byline == ""


def test_a_name_in_brackets_behind_the_last_sentence_signed_the_story():
    *first, last = STORY
    assert parse(HEADLINE, DAY, *first, f"{last}（許　薇）").byline == "許薇"
    assert parse(HEADLINE, DAY, f"{last}（許　薇）", *first).byline == ""


@pytest.mark.parametrize(
    "said", ["許知微系海岸研究所研究員；李小安系該所助理。", "許知微，海岸研究所研究員。"]
)
def test_a_last_line_that_says_who_the_writers_are_does_not_make_them_the_story_s(said):
    assert page(above=["許知微、李小安", DAY], below=[said]).byline == "許知微、李小安"


def test_a_writer_s_label_beside_a_photographer_s_is_no_caption():
    document = page(above=["撰文者：許知微　攝影：李小安", DAY])
    assert (document.byline, document.blocks[0].text) == ("許知微", STORY[0])


def test_writers_with_their_offices_stand_below_each_other():
    above = ["Jane Doe", "Senior Fellow, Ports Program", "John Roe", "Visiting Scholar", DAY]
    assert page(above=above, below=["About the Authors", "Jane Doe"]).byline == "Jane Doe、John Roe"


@pytest.mark.parametrize("more", ["물결이님의 게시글 더보기", "물결이さんの記事一覧"])
def test_whose_other_posts_a_page_offers_wrote_this_one(more):
    assert page(above=["물결이", "새싹멤버", DAY], below=[more]).byline == "물결이"


def test_a_badge_above_the_name_of_an_account_is_nobody():
    badge = "海洋領域認證"
    others = [badge, "燈塔守的狗", "關注", "2025-03-12 09:10"]
    assert (
        parse("首頁", HEADLINE, badge, "慢吞吞的船", "關注", "2025-03-14 18:20", *STORY, *others).byline == ""
    )


@pytest.mark.parametrize(
    ("above", "byline"),
    [
        ([DAY, "文字", "許知微"], "許知微"),
        ([DAY, "文字", "許知微", "文字", "李小安", "攝影", "蒲克勤"], "許知微、李小安"),
        ([DAY, "撰文", "許知微", "核稿", "李小安", "責任編輯", "李小安"], "許知微"),
        ([DAY, "攝影", "蒲克勤", "核稿", "李小安", "責任編輯", "李小安"], ""),
        (["攝影", "蒲克勤", DAY], ""),
        (["責任編輯", "蒲克勤", DAY], ""),
    ],
)
def test_of_names_below_labels_one_a_line_those_of_writers_sign(above, byline):
    assert page(above=above).byline == byline


@pytest.mark.parametrize(
    ("above", "byline"),
    [
        (["• 許知微", "• 海風中文記者", DAY], "許知微"),
        (["* 許知微", "* 海風中文記者", "* 李小安", "* 海風駐港都特派員", DAY], "許知微、李小安"),
        ([DAY, "• 許知微", "• 海岸大學教授"], "許知微"),
        (["• 許知微", "• 海風中文記者", "• 燈塔由誰來修", DAY], ""),
        (["• 許知微", "• 李小安", DAY], ""),
        (["• 首頁", "• 許知微", "• 海岸大學教授", DAY], ""),
    ],
)
def test_a_list_of_nothing_but_names_above_offices_is_its_writers(above, byline):
    assert page(above=above).byline == byline
