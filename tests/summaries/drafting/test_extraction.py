"""An extract says what its text says, in its words, within its room."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.summaries.drafting.extraction import CHINESE, ENGLISH, characters, extract

FERRY = [
    "（釜山電）渡輪航線星期一恢復，首航載來三十名代表。",
    "代表團先談漁業，再談海底電纜。雙方同意在秋天再談渡輪航線，地點是對岸的港口。碼頭上天氣很好。",
]
TEXTS = st.lists(st.text(alphabet="渡輪靠岸但如果。，！？：「」（）12 ab", max_size=80), max_size=5)


def words_of(cuts):
    return "".join(cut.text for cut in cuts)


def test_what_is_said_early_and_again_comes_before_what_is_said_once():
    assert "渡輪航線" in words_of(extract(FERRY, 20))
    assert "天氣" not in words_of(extract(FERRY, 50))


def test_each_sentence_knows_its_paragraph():
    found = {cut.paragraph for cut in extract(FERRY, 100)}
    assert found == {1, 2}


def test_asides_and_datelines_are_left_out():
    assert "釜山電" not in words_of(extract(FERRY, 100))


def test_a_dropped_end_leaves_a_full_stop():
    assert all(cut.text.endswith("。") for cut in extract(FERRY, 25))


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("如果霧不散，渡輪渡輪停航。", "如果霧不散，渡輪渡輪停航。"),
        ("船長表示，渡輪渡輪渡輪停航。", "船長表示，渡輪渡輪渡輪停航。"),
        ("霧散了，但是渡輪渡輪停航。", "霧散了，但是渡輪渡輪停航。"),
    ],
)
def test_a_clause_never_stands_without_the_one_it_leans_on(text, together):
    budgets = range(len(text) + 1)
    assert {words_of(extract([text], budget)) for budget in budgets} <= {"", "霧散了。", together}


def test_a_sentence_without_its_beginning_says_so():
    ferry = ["碼頭上天氣很好，渡輪渡輪渡輪航線恢復。"]
    assert words_of(extract(ferry, 14)) == "…渡輪渡輪渡輪航線恢復。"


def test_an_english_sentence_is_taken_whole_or_not_at_all():
    ferry = ["The ferry sails again, the captain said."]
    assert words_of(extract(ferry, 5, ENGLISH)) == ""
    assert words_of(extract(ferry, 7, ENGLISH)) == ferry[0]


def test_an_english_extract_is_measured_in_words():
    text = ["The ferry line was restored on Monday. Delegates sailed on the ferry. The weather was mild."]
    (cut, *_rest) = extract(text, 8, ENGLISH)
    assert cut.text == "The ferry line was restored on Monday."


def test_a_text_without_a_fitting_clause_has_no_extract():
    assert extract(["渡輪" * 60 + "。"], 100) == []


@given(TEXTS, st.integers(min_value=0, max_value=120))
def test_an_extract_stays_within_its_room(paragraphs, budget):
    assert sum(characters(cut.text) for cut in extract(paragraphs, budget)) <= budget


@given(TEXTS, st.integers(min_value=0, max_value=120))
def test_every_clause_of_an_extract_stands_in_its_paragraph(paragraphs, budget):
    for cut in extract(paragraphs, budget, CHINESE):
        left = paragraphs[cut.paragraph - 1]
        for char in cut.text.lstrip("…").rstrip("。"):
            assert char in left
            left = left[left.index(char) + 1 :]
