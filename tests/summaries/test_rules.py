"""The limits of summaries stand in one place; what repeats them has to agree."""

from django.utils import translation

from articles.models import Summary
from articles.summaries.checks import Evidence, Names, check
from articles.summaries.messages import MESSAGES, message_of
from articles.summaries.rules import MOST_HEADLINE
from tests.summaries.checks.words import chinese


def test_the_table_holds_every_headline_that_the_rules_allow():
    assert Summary._meta.get_field("headline").max_length == MOST_HEADLINE


def test_messages_tell_the_limit_in_the_language_of_the_reader():
    (finding,) = check(chinese("渡" * 121), Evidence(), Names())
    for language, told in [
        ("en", "121 characters; a summary has at most 120."),
        ("zh-hant", "121字；摘要最多120字。"),
    ]:
        with translation.override(language):
            assert message_of(finding) == told


def test_no_message_names_a_limit_itself():
    assert not [rule for rule, message in MESSAGES.items() if any(map(str.isdigit, str(message)))]
