"""What must be said of a summary: in its own language, whatever the interface speaks."""

import pytest
from django.utils import translation

from articles.models import Summary
from articles.models.languages import SummaryLanguage
from articles.pages.articles.disclosure import disclosure, stale_line


def drafted(language="en", by=""):
    return Summary(language=language, text="…", origin="drafted", drafted_by=by)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("zh-Hant", "本摘要由機器起草，經編輯審定。"),
        ("zh-Hans", "本摘要由机器起草，经编辑审定。"),
        ("en", "Drafted by machine, checked by an editor."),
    ],
)
@pytest.mark.parametrize("interface", ["zh-hant", "en"])
def test_what_a_machine_drafted_says_so(language, line, interface):
    with translation.override(interface):
        assert disclosure(drafted(language)) == line


def test_the_drafter_is_named_where_it_has_a_name():
    assert disclosure(drafted(by="LexRank {1}")) == "Drafted by machine (LexRank {1}), checked by an editor."


@pytest.mark.parametrize("origin", ["written", "imported"])
def test_of_what_a_person_wrote_nothing_is_disclosed(origin):
    assert disclosure(Summary(language="en", origin=origin, drafted_by="")) == ""


@pytest.mark.parametrize("language", SummaryLanguage.values)
def test_only_a_stale_summary_says_that_the_article_has_changed(language):
    lines = {
        status: stale_line(Summary(language=language, status=status)) for status in ("published", "stale")
    }
    assert lines["published"] == ""
    assert lines["stale"]


def test_no_two_languages_say_it_alike():
    stale = {stale_line(Summary(language=language, status="stale")) for language in SummaryLanguage.values}
    assert len(stale) == len(SummaryLanguage.values)
