"""Tokens of searchable text: a phrase of them is a piece of the text, no more and no less."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.scripts import fold
from articles.text.tokens import MARK, characters, phrases, searchable, tokens

# Few characters, so that phrases are found often and in every company.
TEXTS = st.text("甲乙國国가ab12 \n，-", max_size=12)


def tokens_in(text):
    return tokens(searchable(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("外交部", "外交 交部"),
        ("海", "海"),
        ("2025年度", "2025 年 年度"),
        ("出席APEC峰会", "出席 席 apec 峰 峰会"),
        ("G7", "g 7"),
        ("COVID-19", f"covid {MARK} 19"),
        ("穿梭，外交", "穿梭 外交"),
        ("中国，国内", f"中国 {MARK} 国内"),
        ("정상 회의는", "정상 회의 의는"),
        ("スペースX", "スペ ペー ース ス x"),
    ],
)
def test_text_becomes_pairs_and_words(text, expected):
    assert tokens_in(text) == expected.split()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("韓國總統", "韩国总统"),
        ("外 交\n部", "外交部"),
        ("APEC 峰會", "ａｐｅｃ峰会"),
        ("穿\u200b梭", "穿梭"),
        ("iPhone 6", "iphone6"),
        ("COVID–19", "COVID-19"),
    ],
)
def test_two_ways_to_write_a_thing_have_the_same_tokens(one, other):
    assert tokens_in(one) == tokens_in(other)


def test_an_empty_line_parts_what_a_line_break_does_not():
    assert tokens_in("外\n交") == ["外交"]
    assert "外交" not in tokens_in("外\n\n交")


def test_the_single_characters_are_those_that_are_written_solid():
    assert characters(searchable("G7峰會，가")) == set("峰会가")


def test_a_mark_beside_a_name_parts_a_query_and_one_inside_a_word_does_not():
    assert [phrase.text for phrase in phrases(searchable("金·朴 covid-19！"))] == ["金", "朴covid-19"]


@pytest.mark.parametrize(
    ("typed", "text", "highlighted"),
    [
        ("韩国总统", "新任韓 國總統啟程", "韩 国总统"),
        ("g7峰会", "出席G7 峰會", "g7 峰会"),
        ("covid-19", "COVID – 19", "covid – 19"),
        ("one table", "One  table", "one  table"),
    ],
)
def test_a_phrase_is_found_in_text_that_has_kept_its_white_space(typed, text, highlighted):
    assert phrases(searchable(typed))[0].pattern.search(fold(text)).group() == highlighted


@given(TEXTS, TEXTS)
def test_a_phrase_of_tokens_stands_where_its_characters_do(typed, text):
    for phrase in phrases(searchable(typed)):
        stands = phrase.pattern.search(searchable(text)) is not None
        if phrase.is_one_character:
            assert (phrase.text in characters(searchable(text))) == stands
        else:
            assert has_run(tokens_in(text), phrase.tokens) == stands


def has_run(longer, shorter):
    return any(longer[at : at + len(shorter)] == shorter for at in range(len(longer)))


@given(st.text())
def test_tokens_hold_nothing_that_is_syntax_anywhere(text):
    assert all(token.isalnum() or token == MARK for token in tokens_in(text))


@given(st.text(), st.text())
def test_folding_before_or_after_makes_no_difference(one, other):
    text = f"{one}{other}"
    assert searchable(searchable(text)) == searchable(text)
