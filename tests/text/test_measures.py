"""Reading time and excerpts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.measures import excerpt, first_sentence, reading_minutes


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("", 1),
        ("國" * 400, 1),
        ("國" * 401, 2),
        ("word " * 220, 1),
        ("word " * 221, 2),
        ("國" * 200 + "word " * 111, 2),
    ],
)
def test_four_hundred_han_characters_or_220_words_take_a_minute(text, minutes):
    assert reading_minutes(text) == minutes


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("會談結束。雙方發表聲明。", "會談結束。"),
        ("他說：「很好！」然後離開。", "他說：「很好！」"),
        ("Mr. Doe met J. Roe in the U.S. capital. They talked.", "Mr. Doe met J. Roe in the U.S. capital."),
        ("沒有句號", "沒有句號"),
    ],
)
def test_the_first_sentence_ends_with_its_closing_marks(text, sentence):
    assert first_sentence(text) == sentence


def test_an_excerpt_ends_with_a_sentence_when_one_fills_half_the_room():
    assert excerpt("會談昨天結束。雙方發表了很長很長的聲明。", 10) == "會談昨天結束。"


def test_an_excerpt_of_a_long_sentence_ends_with_a_clause():
    assert excerpt("會談昨天結束，雙方發表了很長很長的聲明", 12) == "會談昨天結束…"


def test_an_excerpt_does_not_cut_words():
    assert excerpt("Leaders discussed everything at length", 20) == "Leaders discussed…"


def test_a_short_text_is_its_own_excerpt():
    assert excerpt("會談結束", 10) == "會談結束"


@given(st.text(), st.integers(1, 80))
def test_an_excerpt_is_never_longer_than_its_limit(text, limit):
    assert len(excerpt(text, limit)) <= limit
