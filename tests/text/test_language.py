"""The language of a text, long or short."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.language import detect_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("兩國領袖在東京舉行會談", "zh-Hant"),
        ("两国领导人在东京举行会谈", "zh-Hans"),
        ("日韓首脳が東京で会談した", "ja"),
        ("日韓経済対話再開", "ja"),
        ("시진핑 방한, 한일 정상회담", "ko"),
        ("Leaders meet in Tokyo", "en"),
        ("ABC新聞網", "zh-Hant"),
        ("穿梭外交（シャトル外交）在兩人任內延續下去，韓方重申立場", "zh-Hant"),
        ("记者 李明 https://example.org/some/long/path/in/english", "zh-Hans"),
        ("皇后住在公里以外", "zh-Hant"),
        ("12:30", "zh-Hant"),
        ("", "zh-Hant"),
    ],
)
def test_the_language_is_told_by_the_characters(text, language):
    assert detect_language(text) == language


@given(st.text())
def test_any_text_has_one_of_five_languages(text):
    assert detect_language(text) in {"zh-Hant", "zh-Hans", "en", "ja", "ko"}
