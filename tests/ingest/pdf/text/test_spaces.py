"""Spaces that tools strew between Han."""

import pytest

from articles.ingest.pdf.text.spaces import without_strewn_spaces

STREWN = "渡輪公司把 航 線圖重新掛上 候 船室的牆，燈塔 照 常值班。\n" * 3


def unspaced(text: str) -> str:
    return without_strewn_spaces(text).replace("\u200b", "")


def test_spaces_strewn_between_han_have_no_width():
    assert unspaced(STREWN) == STREWN.replace(" ", "")


def test_a_space_before_a_full_width_mark_has_no_width():
    assert unspaced("燈塔照常值班 ，渡輪停航 。\n") == "燈塔照常值班，渡輪停航。\n"


def test_spaces_behind_all_figures_have_no_width_in_korean():
    spaced = "2023 년 5 월, 제 12 호 등대는 4 분 늦게 켜졌다. 문의 02-300 항만청\n"
    assert unspaced(spaced) == "2023년 5월, 제12호 등대는 4분 늦게 켜졌다. 문의 02-300 항만청\n"
    assert unspaced(f"{spaced}3시에 꺼졌다.") == f"{spaced}3시에 꺼졌다."


def test_the_text_keeps_its_length():
    assert len(without_strewn_spaces(STREWN)) == len(STREWN)


@pytest.mark.parametrize(
    "line", ["李明俊 羅以寧", "海港 12 艘", "Ferry to 海港", "渡輪  燈塔航線", "姓名　燈塔航線"]
)
def test_spaces_between_names_and_figures_and_wide_ones_stay(line):
    assert unspaced(f"{STREWN}{line}\n").endswith(f"\n{line}\n")


@pytest.mark.parametrize(
    "text",
    [
        "渡輪在 2025 年 3 月 2 日復航 燈塔照常值班\n" * 9,
        "渡輪復航之後 燈塔照常值班 圖／海港時報\n" * 9,
        STREWN[: len(STREWN) // 3 * 2] + "渡輪公司把航線圖重新掛上候船室的牆，\n" * 3,
        STREWN + "渡輪公司把航線圖重新掛上候船室的牆，\n" * 40,
        "배 한 척 이 항구 를 떠난 다 고 했다\n" * 9,
    ],
    ids=["figures", "words and credits", "two lines", "a few lines of many", "Korean"],
)
def test_a_text_that_parts_no_letters_all_over_stays_as_it_is(text):
    assert without_strewn_spaces(text) == text
