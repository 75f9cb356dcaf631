"""Citations of paragraphs inside a summary's text."""

from hypothesis import given

from articles.text.citations import CitedRun, cited, runs, without_citations
from tests.strategies import texts_of

TEXTS = texts_of("[1]", " [12]", "[", "]", "3", "談判重開", "Talks resumed", " ", "。", ". ")


def test_a_citation_is_a_number_in_square_brackets():
    assert cited("兩國重開談判[2]，航線恢復[5]。") == [2, 5]


def test_a_paragraph_cited_twice_is_told_once():
    assert cited("Talks resumed [2]. The ferry sails again [2].") == [2]


def test_other_brackets_are_words():
    assert cited("（3）第［4］條 [a] [] [2025年]") == []


def test_a_text_is_parted_at_its_citations():
    assert runs("Talks resumed [2]; ferries sail [3].") == [
        CitedRun("Talks resumed"),
        CitedRun("2", 2),
        CitedRun("; ferries sail"),
        CitedRun("3", 3),
        CitedRun("."),
    ]


def test_words_without_citations_keep_no_gap_before_a_mark():
    assert without_citations("Talks resumed [2]. Ferries sail [3] again [4] .") == (
        "Talks resumed. Ferries sail again."
    )


@given(TEXTS)
def test_runs_hold_every_character_of_the_text(text):
    held = "".join(f"[{run.text}]" if run.paragraph else run.text for run in runs(text))
    assert "".join(held.split()) == "".join(text.split())


@given(TEXTS)
def test_what_is_left_cites_nothing_when_the_text_has_no_nested_brackets(text):
    plain = text.replace("[", "").replace("]", "")
    assert without_citations(plain + " [7]") == without_citations(plain)
