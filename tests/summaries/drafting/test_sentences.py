"""Sentences and clauses are parted where a reader pauses, and nothing is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.summaries.drafting.sentences import clauses, sentences

TEXTS = st.text(alphabet="渡輪靠岸。，！？：；「」『』“”（） \nabc.,!1—", max_size=60)


def test_a_sentence_ends_with_its_closing_marks():
    assert sentences("渡輪靠岸。船長說：「走吧！」眾人下船。") == [
        "渡輪靠岸。",
        "船長說：「走吧！」",
        "眾人下船。",
    ]


def test_a_quotation_of_several_sentences_is_not_parted():
    assert sentences("他說：「霧散了。我們走。」渡輪離岸。") == ["他說：「霧散了。我們走。」", "渡輪離岸。"]


def test_a_line_ends_a_sentence():
    assert sentences("航線恢復\n渡輪每週兩班。") == ["航線恢復", "渡輪每週兩班。"]


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("霧散了，渡輪離岸；眾人揮手。", ["霧散了，", "渡輪離岸；", "眾人揮手。"]),
        ("船上有1,200人，時間是10:30。", ["船上有1,200人，", "時間是10:30。"]),
        ("The fog lifted, and the ferry left.", ["The fog lifted,", " and the ferry left."]),
    ],
)
def test_a_clause_ends_with_its_comma_but_a_number_goes_on(sentence, parts):
    assert clauses(sentence) == parts


@given(TEXTS)
def test_sentences_lose_nothing_but_white_space(text):
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())


@given(TEXTS)
def test_clauses_joined_are_the_sentence(text):
    assert "".join(clauses(text)) == text
