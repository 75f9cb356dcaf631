"""Highlights: where phrases stand in a text as printed, and the piece of it around them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.pages.search import highlights
from articles.pages.search.highlights import ODD, highlighted, parts_of, printed, snippet
from articles.text.scripts import fold
from articles.text.tokens import phrases, searchable


def looked_for(typed):
    return phrases(searchable(typed))


def found(text, typed):
    (whole,) = printed([text])
    return [text[start:end] for start, end in whole.spans(looked_for(typed))]


def snippet_of(text, typed, length):
    """The words of a snippet; None when there is none."""
    (whole,) = printed([text])
    span = snippet(whole, looked_for(typed), length)
    return span and "".join(part.text for part in parts_of(whole, looked_for(typed), *span))


@pytest.mark.parametrize(
    ("text", "typed", "expected"),
    [
        ("韓國與韩国", "韓国", ["韓國", "韩国"]),
        ("出席 ＡＰＥＣ 峰會", "apec峰会", ["ＡＰＥＣ 峰會"]),
        ("㈱海岬發表", "海岬", ["海岬"]),
        ("カ\u3099ス船", "ガス", ["カ\u3099ス"]),
        ("cafe\u0301 opens", "café", ["cafe\u0301"]),
        ("G77與G7", "G7", ["G7"]),
        ("燈塔", "渡輪", []),
    ],
)
def test_matches_are_where_they_are_printed(text, typed, expected):
    assert found(text, typed) == expected


def test_matches_that_touch_are_one():
    assert found("渡輪信使到了", "渡輪 信使") == ["渡輪信使"]


def test_a_snippet_begins_at_a_sentence_and_says_where_it_was_cut():
    text = "前一句話。" * 20 + "渡輪靠岸了。" + "後一句話。" * 20
    assert snippet_of(text, "渡輪", 12) == "…渡輪靠岸了。後一句話。後…"


def test_a_snippet_keeps_words_whole():
    text = "The envoys crossed the strait again and again before breakfast was served"
    assert snippet_of(text, "breakfast", 10) == "…again and again before breakfast…"


def test_what_is_not_there_has_no_snippet():
    assert snippet_of("燈塔", "渡輪", 100) is None


@given(st.lists(st.text("渡輪㈱ﬁ \0e\u0301ㄱ", max_size=9), min_size=1))
def test_texts_folded_together_are_as_if_folded_apart(texts):
    assert printed(texts) == [printed([text])[0] for text in texts]


@given(st.text())
def test_offsets_lead_from_folded_text_into_the_printed_one(text):
    ((_text, folded, starts),) = printed([text])
    assert len(starts) == len(folded) + 1
    assert list(starts) == sorted(starts)
    assert starts[len(folded)] == len(text)


@given(st.text("渡轮輪ab ，㈱ﬁ", max_size=20), st.text("渡轮ab", min_size=1, max_size=3))
def test_highlighting_changes_nothing_and_marks_what_was_looked_for(text, typed):
    (whole,) = printed([text])
    parts = highlighted(whole, looked_for(typed))
    assert "".join(part.text for part in parts) == text
    assert all("".join(fold(part.text).split()) for part in parts if part.is_match)


@given(st.text("渡輪甲乙ab 。", max_size=60), st.integers(1, 20))
def test_a_snippet_is_a_piece_of_the_text(text, length):
    assert (snippet_of(text, "渡輪", length) or "").strip("…") in text


def test_what_is_taken_to_fold_character_by_character_does():
    every = "".join(map(chr, (*range(0xD800), *range(0xE000, 0x10000))))
    assert {len(fold(char)) for char in ODD.sub("", every)} == {1}


def test_texts_are_folded_in_one_call_but_for_each_odd_character(monkeypatch):
    asked = []
    monkeypatch.setattr(highlights, "fold", lambda text: asked.append(text) or fold(text))
    highlights.folded_cluster.cache_clear()
    printed(["㈱渡輪" * length for length in (10, 1000)])
    assert len(asked) == 1 + len("㈱渡輪")
