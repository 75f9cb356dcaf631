"""Names that stand alone below a headline: whose they are, and what bears them out."""

import pytest

from tests.ingest.html.test_fields import BODY, document

HEADLINE = "<h1>兩國外長碼頭會談</h1>"
DAY = "<p>2025-04-27</p>"
TWO = '<a href="/p/1">許知微</a><a href="/p/2">李小安</a>'


def byline(top: str, **page) -> str:
    return document(top=HEADLINE + top, **page).byline


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        (f'{DAY}<div class="contributors">{TWO}</div>', "許知微、李小安"),
        (f"{DAY}<div>{TWO}</div>", "許知微、李小安"),
        (f"{DAY}<div>許知微　李小安</div>", "許知微、李小安"),
        (
            '<div class="people"><a href="/x">Jane Doe</a>, and <a href="/y">John Roe</a></div>',
            "Jane Doe、John Roe",
        ),
        ("<p><span>文・佐々木 涼</span><span>写真・北村 圭</span></p>", "佐々木涼"),
        ("<div>Jane Doe | March 14, 2025 | 1,204 views</div>", "Jane Doe"),
        ("<div><span>許知微</span> | <span>2025-03-14</span> | 點閱 1,204</div>", "許知微"),
        ("<div class='entry-authors'>Jane Doe · John Roe</div>", "Jane Doe、John Roe"),
        ("<p><a href='/experts/jane-doe'>Jane Doe</a><span>Senior Fellow</span></p>", "Jane Doe"),
        (
            f'{DAY}<em class="reporter">홍길동 기자</em><em class="reporter">김철수 기자</em>',
            "홍길동、김철수",
        ),
    ],
)
def test_names_alone_below_a_headline_are_the_writers_where_their_place_or_markup_says_so(printed, names):
    assert byline(printed) == names


def test_a_line_of_names_is_no_text():
    names = '<div class="people"><a href="/x">Jane Doe</a>, Mary Major, and <a href="/y">John Roe</a></div>'
    found = document(top=HEADLINE, body=names + BODY)
    assert found.byline == "Jane Doe、Mary Major、John Roe"
    assert not [block for block in found.blocks if "Jane" in block.text]


@pytest.mark.parametrize(
    "printed",
    [
        f'{DAY}<div class="tags">{TWO}</div>',
        f'{DAY}<div><a href="/topics/1">許知微</a> <a href="/topics/2">李小安</a></div>',
        f'{DAY}<div class="related-people">{TWO}</div>',
        f"<div>{TWO}</div>",
        f"{DAY}<div>Asia Pacific, Middle East</div>",
        f'{DAY}<figure><img src="/a.jpg"><figcaption>許知微</figcaption></figure>',
        f'{DAY}<div class="interviewee"><a href="/people/1">許知微</a></div>',
        "<p>責任編輯：李小安</p>",
        '<div class="byline"><span>Edited by</span> <a href="/p">Jane Doe</a></div>',
        "<p>攝影／李小安</p>",
    ],
    ids=[
        "tags",
        "topics",
        "related",
        "no date",
        "sections",
        "caption",
        "guest",
        "editor",
        "English editor",
        "photographer",
    ],
)
def test_other_names_near_a_headline_are_nobody_who_wrote(printed):
    assert byline(printed) == ""


def test_a_person_of_whom_the_story_speaks_did_not_write_it():
    told = "<p>會後許知微說，漁民最想知道的是救難的船什麼時候會到，其他的事可以慢慢談。</p>"
    assert byline(f'{DAY}<div class="people">{TWO}</div>', body=BODY + told) == ""


@pytest.mark.parametrize("button", ["+ 关注", "關注", "フォローする", "Follow"])
def test_an_account_named_twice_before_a_button_to_follow_it_wrote_the_page(button):
    card = f'<div><a href="/u/1">碼頭拾貝</a><span>{button}</span></div>'
    assert byline(card, bottom=card) == "碼頭拾貝"
    assert byline(card) == ""


def test_a_date_may_stand_between_an_account_and_its_button():
    card = '<div><a href="/u/1">碼頭拾貝</a><em>2025-04-27</em><button>关注</button></div>'
    assert byline(card, bottom='<a href="/u/1">碼頭拾貝</a>') == "碼頭拾貝"


@pytest.mark.parametrize("name", ["海島日報", "官方帳號編輯部"])
def test_an_account_of_a_house_is_nobody(name):
    card = f"<div><a href='/u/1'>{name}</a><span>關注</span></div>"
    assert byline(card, bottom=card) == ""


def test_a_translator_stands_for_a_writer_whom_the_page_does_not_name():
    translator = "<p>譯者：李小安</p>"
    assert byline(f"<p>作者：許知微</p>{translator}") == "許知微"
    assert byline(f'{translator}<p class="author">許知微（海濱大學教授）</p>') == "許知微"
    assert byline(translator) == "李小安"


def test_a_box_of_credits_that_begins_with_the_writer_is_no_caption():
    printed = '<div class="credit">文／許知微　攝影／李小安　責任編輯／王大同</div>'
    assert document(body=printed + BODY).byline == "許知微"
    assert document(body='<div class="credit">攝影／李小安</div>' + BODY).byline == ""


def test_a_date_beside_several_names_is_read():
    found = document(top="<h1>Two harbours</h1><p>May 6, 2025 | By Jane Doe, Mary Major and John Roe</p>")
    assert (str(found.published), found.byline) == ("2025-05-06", "Jane Doe、Mary Major、John Roe")


def test_a_date_in_a_box_that_touches_another_is_read():
    found = document(top="<h1>Two harbours</h1><p><span>Jane Doe</span><span>Nov 5, 2025</span></p>")
    assert str(found.published) == "2025-11-05"


def test_the_card_of_the_writer_may_stand_below_the_text():
    card = (
        '<div class="{}"><span class="author vcard"><a class="url fn n" href="/ku/">碼頭拾貝</a></span></div>'
    )
    assert byline("", bottom=card.format("entry-footer")) == "碼頭拾貝"
    assert byline("", bottom=card.format("comment-meta")) == ""


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("<p><span>許知微</span><span>特約記者</span><time>2025-04-27</time></p>", "許知微"),
        (f"{DAY}<p>長谷川 岬（はせがわ・みさき）</p>", "長谷川岬"),
        ("<p><span>2025-04-27</span><span>作者</span><span>碼頭拾貝</span></p>", "碼頭拾貝"),
        ("<p>撰文・攝影　許知微</p>", "許知微"),
        ('<div class="author">海岸觀察｜許知微專欄</div>', "許知微"),
        ("<p>By <a>Jane Doe</a>, Ports Editor, and <a>John Roe</a></p>", "Jane Doe、John Roe"),
    ],
)
def test_what_stands_beside_names_tells_that_their_bearers_wrote(printed, names):
    assert byline(printed) == names


@pytest.mark.parametrize("printed", ["<p><span>作者</span><span>海島日報</span></p>", "<p>文化專欄</p>"])
def test_a_label_or_a_column_without_a_person_names_nobody(printed):
    assert byline(DAY + printed) == ""


def test_a_pen_name_behind_the_word_by_is_the_writer_s_and_an_account_s_is_not():
    assert byline("<p>2025-04-27 in <a>隨筆</a> by <a>碼頭拾貝</a></p>") == "碼頭拾貝"
    assert byline("<p>2025-04-27 in <a>隨筆</a> by <a>admin</a></p>") == ""


def test_the_button_to_follow_an_account_may_stand_on_its_card_below_the_text():
    head = "<p><a>みなと</a><time>2025-04-27</time></p>"
    card = "<div><h3>みなと</h3><p>島と港について書いています。</p><button>フォロー</button></div>"
    assert byline(head, bottom=card) == "みなと"
    assert byline("<p><a>みなと</a></p>", bottom=card) == ""
