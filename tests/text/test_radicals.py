"""Radicals that stand for characters in text out of PDF files."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.radicals import without_radicals


@pytest.mark.parametrize(
    ("printed", "meant"),
    [("⼈⽇⾸", "人日首"), ("⻑⺠⻄", "長民西"), ("⻓⻢⻛", "长马风"), ("⻤⻘⻝", "鬼青食")],
)
def test_a_radical_becomes_the_character_it_looks_like(printed, meant):
    assert without_radicals(printed) == meant


def test_a_radical_that_is_no_character_stays():
    assert without_radicals("\u2e80") == "\u2e80"


@given(st.text(st.characters(min_codepoint=0x2E70, max_codepoint=0x2FFF)))
def test_the_text_keeps_its_length(text):
    assert len(without_radicals(text)) == len(text)
