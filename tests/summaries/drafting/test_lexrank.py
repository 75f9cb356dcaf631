"""LexRank: a sentence that many others speak like is central."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.summaries.drafting.lexrank import lexrank


def test_a_sentence_like_many_others_ranks_above_one_like_none():
    ferry, talks, both, weather = lexrank(["ab", "cd", "abcd", "xyz"])
    assert both > ferry
    assert both > talks
    assert ferry > 0
    assert both > weather


def test_sentences_that_are_all_alike_rank_the_same():
    assert lexrank(["ab", "ab", "ab"]) == pytest.approx([1, 1, 1])


def test_no_sentences_have_no_ranks():
    assert lexrank([]) == []


@given(st.lists(st.text(alphabet="abcd", max_size=8), min_size=1, max_size=8))
def test_ranks_are_on_average_one(sentences):
    ranks = lexrank(sentences)
    assert sum(ranks) == pytest.approx(len(ranks))
    assert min(ranks) > 0
