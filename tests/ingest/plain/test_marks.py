"""Marks that tools leave in a page they write as text: set aside, on record, and the words stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.ingest.plain.marks import is_dump, unmarked

MENU = "* [首頁](/)\n* [國際](/w)\n* [財經](/e)\n"
STORY = "兩國外長在港口城市會面，談了三個小時。\n\n會談沒有觸及邊界，只談漁業與航班。\n"


@pytest.mark.parametrize(
    ("dump", "words"),
    [
        ("[首頁](https://a.example/0/)", "首頁"),
        ('[首頁](/0 "回首頁")', "首頁"),
        ("[條目](https://a.example/wiki/a_(b))", "條目"),
        ("![港口](/a.jpg)", ""),
        ("[![港口](/a.jpg)港口一景](/b)", "港口一景"),
        ("[logo.gif]", ""),
        ("[Topic_______________]", ""),
        ("( ) 訂閱", " 訂閱"),
        ("## 延伸閱讀", "延伸閱讀"),
        ("他說**不會**讓步", "他說不會讓步"),
        ("a\\_b", "a_b"),
        ("註[1]在此", "註[1]在此"),
        ("snake_case__name", "snake_case__name"),
        ("> 「請講慢一點。」", "「請講慢一點。」"),
        ("_兩人在碼頭。（林海文攝）_", "兩人在碼頭。（林海文攝）"),
        ("the *last* boat, at 3 * 4 knots", "the last boat, at 3 * 4 knots"),
        ("/_next/a_b_c", "/_next/a_b_c"),
    ],
)
def test_a_mark_is_set_aside_and_the_words_stay(dump, words):
    assert unmarked(dump).text == words


def test_the_numbers_of_links_go_where_a_dump_has_many():
    assert unmarked("[1]首頁 [2]國際 [3]財經 [4]海洋 [5]體育").text == "首頁 國際 財經 海洋 體育"


def test_a_page_written_out_is_a_dump():
    assert is_dump(MENU + STORY)


@pytest.mark.parametrize(
    "text", [STORY, f"# 碼頭\n\n{STORY * 4}\n[出處](https://a.example/)\n", MENU + STORY * 9]
)
def test_a_post_is_none(text):
    assert not is_dump(text)


@given(st.text(alphabet="[]()!_*#\\ \n港口ab1./x", max_size=80))
def test_marks_and_words_make_up_the_dump(dump):
    found = unmarked(dump)
    words = [place for start, end in [(0, len(found.text))] for place in found.places(start, end)]
    pieces = sorted([*words, *found.marks])
    assert "".join(dump[slice(*place)] for place in pieces) == dump
    assert "".join(dump[slice(*place)] for place in words) == found.text


def test_a_page_whose_title_stands_below_its_menus_is_a_dump_without_a_link():
    menus = "".join(f"  * 欄目{n}\n\n每天更新\n\n" for n in range(12))
    assert is_dump(f"{menus}# 兩國外長會談\n\n{STORY}")
    assert not is_dump(f"# 兩國外長會談\n\n{menus}{STORY}")


def test_headings_of_a_mailed_newsletter_are_words_without_marks():
    mailed = f"{STORY}\n** Why it matters\n{'-' * 60}\n\n{STORY}\n** Elsewhere\n{'-' * 60}\n\n{STORY}"
    assert is_dump(mailed)
    assert [line.strip() for line in unmarked(mailed).text.splitlines() if line.isascii() and line] == [
        "Why it matters",
        "Elsewhere",
    ]
