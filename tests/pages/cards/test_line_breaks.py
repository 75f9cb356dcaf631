"""Where the lines of a headline may end."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.pages.cards.line_breaks import NOT_AT_END, NOT_AT_HEAD, atoms, break_lines

TEXT = st.text("談判重開，。「」（）ァっー… aB-7'“”韓국외교🎉", min_size=1, max_size=60).map(
    lambda text: " ".join(text.split())
)


def broken(text, width, whole=()):
    return break_lines(text, width, len, whole)


@pytest.mark.parametrize("mark", ["，", "。", "」", "）", "？", "ー", "っ", "ァ", "…", ",", "”"])
def test_no_line_begins_with(mark):
    assert broken(f"兩國信使{mark}談判", 4) == ["兩國信", f"使{mark}談判"]


@pytest.mark.parametrize("mark", ["「", "（", "《", "“", "["])
def test_no_line_ends_with(mark):
    assert broken(f"兩國信{mark}使談判", 4) == ["兩國信", f"{mark}使談判"]


def test_words_of_latin_letters_and_hangul_stay_whole():
    assert broken("兩國的Shuttle外交", 9) == ["兩國的", "Shuttle外交"]
    assert broken("셔틀외교 나라에서", 6) == ["셔틀외교", "나라에서"]


def test_a_word_wider_than_a_line_is_divided():
    assert broken("abcdefgh", 5) == ["abcd", "efgh"]


def test_a_name_stays_whole():
    assert broken("談判的周棠船長", 4, ["周棠"]) == ["談判的", "周棠船長"]


def test_lines_are_of_even_length():
    assert broken("一二三四五六七八", 6) == ["一二三四", "五六七八"]


def test_a_line_rather_ends_after_punctuation():
    assert broken("一二三四五，六七八九十甲乙", 8) == ["一二三四五，", "六七八九十甲乙"]


def test_a_line_of_japanese_rather_ends_after_a_word():
    assert broken("渡輪の上で談判を再開の見通し", 9) == ["渡輪の上で談判を", "再開の見通し"]


def test_nothing_has_no_lines():
    assert broken("", 5) == []


@given(text=TEXT, width=st.integers(2, 20))
def test_no_character_is_lost(text, width):
    assert "".join(broken(text, width)).replace(" ", "") == text.replace(" ", "")


@given(text=TEXT, width=st.integers(2, 20))
def test_no_line_is_wider_than_it_may_be(text, width):
    assert all(len(line) <= width or len(atoms(line)) == 1 for line in broken(text, width))


@given(text=TEXT)
def test_what_belongs_together_is_never_divided(text):
    for before, after in pairwise(atoms(text)):
        assert after[0] not in NOT_AT_HEAD
        assert before[-1] not in NOT_AT_END
