"""What is found is told in words that agree with their number."""

import pytest
from django.utils.translation import override

from articles.models.summaries.summary import Words
from articles.summaries.checks import Evidence, Names, check
from articles.summaries.checks.findings import FAULTS, TO_LOOK_AT, find
from articles.summaries.messages import message_of


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "Talks.", "1 word; 40 to 60 read best."),
        ("en", "Talks resumed.", "2 words; 40 to 60 read best."),
        ("zh-Hant", "談", "1 character; "),
        ("zh-Hant", "談判", "2 characters; "),
    ],
)
def test_one_word_is_not_words(language, text, told):
    found = check({language: Words(text=text)}, Evidence(), Names())
    with override("en"):
        assert any(message_of(one).startswith(told) for one in found if one.rule == "length")


@pytest.mark.parametrize("rule", FAULTS + TO_LOOK_AT)
def test_whatever_a_body_has_instead_can_be_told(rule):
    assert message_of(find("en", "text", rule, "here", instead="there", ours="ours"))
