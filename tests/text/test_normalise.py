"""Tidy text and clean names."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.normalise import clean_name, is_visible, tidy
from tests.strategies import texts_of


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("　兩國\n\t領袖 ", "兩國 領袖"),
        ("穿\u200b梭\ufeff外交", "穿梭外交"),
        ("\u202e外交\u202c", "外交"),
        ("a\x00b\x07", "ab"),
        ("e\u0301", "é"),
        ("e\u200b\u0301", "é"),
        ("全形，標點！", "全形，標點！"),
    ],
)
def test_what_nobody_sees_goes_and_the_rest_stays(printed, expected):
    assert tidy(printed) == expected


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("  Shuttle   Diplomacy ", "Shuttle Diplomacy"),
        ("ＡＰＥＣ", "APEC"),
        ("ｶﾞｲｺｳ", "ガイコウ"),
        ("穿梭\u200d外交\ufe0f", "穿梭外交"),
        ("\u110b\u1175", "이"),
        ("㈱", "㈱"),
        ("\u200b \u3164\u2800", ""),
        ("\u0301", ""),
    ],
)
def test_one_name_has_one_form(printed, expected):
    assert clean_name(printed) == expected


@pytest.mark.parametrize("name", ["國", "A", "9", "!", "🎉"])
def test_letters_numbers_and_marks_are_visible(name):
    assert is_visible(name)


@pytest.mark.parametrize("name", ["", " ", "\u3000", "\u200b", "\u3164", "\u00ad", "\u0301"])
def test_spaces_fillers_and_lone_accents_are_not(name):
    assert not is_visible(name)


TEXTS = texts_of("　", " \n", "\u200b", "\u202e", "\ufe0f", "\u0301", "e", "ｶ", "ﾞ", "Ａ", "\u3164", "\u1100")


@given(TEXTS)
def test_tidying_twice_is_tidying_once(text):
    assert tidy(tidy(text)) == tidy(text)


@given(TEXTS)
def test_cleaning_a_name_twice_is_cleaning_it_once(text):
    assert clean_name(clean_name(text)) == clean_name(text)


@given(TEXTS | st.text(st.characters()))
def test_a_clean_name_is_composed_and_can_be_stored(text):
    name = clean_name(text)
    assert name == unicodedata.normalize("NFC", name)
    assert name.encode("utf-8").decode("utf-8") == name
