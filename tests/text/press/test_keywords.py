"""Keywords, separated or run together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.press.keywords import split_keywords

MENU = "國際焦點\n港澳要聞\n日韓要聞"
BODY = (
    "金大衛昨天抵達港口城市，金大衛說，穿梭外交將會恢復。王小安表示歡迎，「穿梭外交」對兩國都好。\n"
    "記者問金大衛，他的訪問是否重要；王小安則說，訪問很重要。港口城市的居民歡迎王小安與金大衛。"
)


@pytest.mark.parametrize(
    "printed",
    [
        "金大衛、穿梭外交、訪問",
        "關鍵字：金大衛，穿梭外交；訪問",
        "标签: 金大衛 穿梭外交 訪問",
        "#金大衛 #穿梭外交#訪問",
        "金大衛/穿梭外交/訪問",
        "金大衛 | 穿梭外交 | 訪問",
        "金大衛\n穿梭外交\n訪問\n金大衛",
    ],
)
def test_separated_keywords_are_parted_and_kept_once(printed):
    assert split_keywords(printed) == ["金大衛", "穿梭外交", "訪問"]


def test_keywords_run_together_are_parted_by_what_the_document_names():
    printed = "日韓要聞金大衛穿梭外交王小安訪問"
    assert split_keywords(printed, f"{MENU}\n{BODY}\n{printed}") == [
        "日韓要聞",
        "金大衛",
        "穿梭外交",
        "王小安",
        "訪問",
    ]


def test_a_compound_that_the_document_never_prints_is_known_by_its_head():
    assert split_keywords("金大衛王小安港口城市對岸關係", BODY)[-1] == "對岸關係"


def test_a_name_that_the_document_prints_once_is_a_piece():
    body = f"{BODY}\n代表團在海潮大橋上合影。"
    assert split_keywords("金大衛王小安海潮大橋訪問", body) == ["金大衛", "王小安", "海潮大橋", "訪問"]


def test_a_run_that_the_document_does_not_explain_stays_whole():
    assert split_keywords("亞洲太平洋經濟合作組織會議", BODY) == ["亞洲太平洋經濟合作組織會議"]


def test_a_short_keyword_is_never_cut():
    assert split_keywords("金大衛訪問", BODY) == ["金大衛訪問"]


def test_english_keywords_keep_their_spaces():
    assert split_keywords("Tags: shuttle diplomacy, Jane Doe") == ["shuttle diplomacy", "Jane Doe"]


def test_white_space_parts_a_latin_keyword_from_an_east_asian_one():
    assert split_keywords("Jane Doe 穿梭外交") == ["Jane Doe", "穿梭外交"]


def test_a_slash_between_digits_parts_nothing():
    assert split_keywords("9/11，反恐") == ["9/11", "反恐"]


@given(st.text(max_size=60), st.text(max_size=200))
def test_keywords_are_visible_and_different(printed, body):
    keywords = split_keywords(printed, body)
    assert len(set(keywords)) == len(keywords)
    assert all(keyword.strip() for keyword in keywords)
