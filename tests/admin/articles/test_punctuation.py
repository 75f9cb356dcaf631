"""Half-width marks of Chinese text become full-width; nothing else changes."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from articles.admin.articles.punctuation import full_width


@pytest.mark.parametrize(
    ("typed", "set_in_full"),
    [
        ("會談結束,雙方握手.", "會談結束，雙方握手。"),
        ("會談結束, 雙方握手. 船靠岸.", "會談結束，雙方握手。船靠岸。"),
        ("真的?! 他說:好;走", "真的？！他說：好；走"),
        ("李在明(Lee Jae-myung)抵達東京", "李在明（Lee Jae-myung）抵達東京"),
        ('他說"港口開了",便走', "他說「港口開了」，便走"),
        ("港口...開了", "港口……開了"),
        ("港口--開了", "港口——開了"),
    ],
)
def test_marks_beside_han_are_made_full_width(typed, set_in_full):
    assert full_width(typed, "zh-Hant") == set_in_full


def test_simplified_chinese_quotes_with_curved_marks():
    assert full_width('他说"港口开了"', "zh-Hans") == "他说“港口开了”"


@pytest.mark.parametrize(
    "text",
    [
        "共1,500噸, 8:30出發"[:7],
        "會談自8:30到9.5點",
        "見 https://news.example/a,b?c=d(e) 與 `a, b`",
        "[船期](https://news.example/a,b)",
        "![港口](https://news.example/a.jpg)",
        "1. 港口\n2. 渡輪",
        "- 港口\n# 渡輪",
        'Lee said: "yes", and left (early).',
        "他看了![圖](a.png)",
    ],
)
def test_numbers_addresses_latin_words_and_marks_of_markdown_stay(text):
    assert full_width(text, "zh-Hant") == text


@pytest.mark.parametrize("language", ["en", "ja", "ko"])
def test_other_languages_stay(language):
    assert full_width("會談結束,雙方握手.", language) == "會談結束,雙方握手."


texts = st.text(alphabet=st.sampled_from('港口會談A b1,.;:?!()[]"`-# \n「」'), max_size=60)


@given(texts)
@example("會?!.")
def test_no_letter_is_lost_or_moved_and_a_second_time_changes_nothing(text):
    widened = full_width(text, "zh-Hant")
    letters = re.compile(r"[\W_]+")
    assert letters.sub("", widened) == letters.sub("", text)
    assert full_width(widened, "zh-Hant") == widened
