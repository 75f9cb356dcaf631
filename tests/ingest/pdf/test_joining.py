"""What stood between two lines before they were broken."""

import pytest

from articles.ingest.pdf.text.joining import Glue

BREAKS = ["The arrange-", "ment of the ar-", "rival was recom-", "mended again."]


def glue(*lines: str) -> Glue:
    return Glue.of([*BREAKS, *lines])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a settle-", "ment by talks"),
        ("they recom-", "mend it"),
        ("the agree-", "ment"),
        ("in-", "stead of it"),
    ],
)
def test_a_word_broken_at_a_syllable_loses_its_hyphen(before, after):
    assert glue("in the agree room").hyphen_is_added(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("twenty-", "four hours"),
        ("low-", "income towns"),
        ("a ferry-", "captain spoke"),
        ("decision-", "making"),
        ("the trans-", "Pacific route"),
    ],
)
def test_a_compound_broken_between_its_words_keeps_its_hyphen(before, after):
    assert not glue("the ferry and its captain").hyphen_is_added(before, after)


def test_a_document_that_breaks_no_words_keeps_its_hyphens():
    assert not Glue.of(["the settle-", "ment"]).hyphen_is_added("the settle-", "ment")


@pytest.mark.parametrize(
    ("before", "after", "between"),
    [
        ("적이 없다.", "구체적으로는", " "),
        ("문제는", "“긴급”이라는", " "),
        ("열린", "2025년 회담", " "),
        ("회담이", "열렸다", " "),
        ("각서(Memorandum)", "의 취지", ""),
    ],
)
def test_korean_lines_are_joined_where_its_words_are_parted(before, after, between):
    assert glue().between(before, after) == between
