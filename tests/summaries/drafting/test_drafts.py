"""Drafts by machine: made once, counted, checked, and no summary until a person takes them."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.utils import timezone

from articles.models import Summary
from articles.models.summaries.draft import Draft
from articles.models.summaries.summary import SummaryConflict, Words
from articles.summaries.drafting import check_backend
from articles.summaries.drafting.base import CannotDraft, Drafter, DraftError, DraftFailed, DraftRefused
from articles.summaries.drafting.drafts import DailyLimit, accept, make_draft
from tests.builders import make_article, make_summary, make_tag

pytestmark = pytest.mark.django_db

BODY = "渡輪星期一在釜山靠岸，載來三十名代表。\n\n雙方同意在秋天重開談判，並公開會議紀錄。"
SAID = "雙方同意在秋天重開談判[2]。"


class Scripted(Drafter):
    """Says what a test wants it to say."""

    model = "scripted"
    prompt_version = "1"
    says = Words("談判重開", SAID)
    asked = 0

    def draft(self, manuscript, language):
        Scripted.asked += 1
        if isinstance(self.says, Exception):
            raise self.says
        return self.says


@pytest.fixture
def scripted(settings, monkeypatch):
    """Sets what the backend says; returns it."""
    settings.SUMMARY_BACKEND = f"{__name__}.Scripted"
    monkeypatch.setattr(Scripted, "asked", 0)

    def set_answer(says):
        monkeypatch.setattr(Scripted, "says", says)

    return set_answer


@pytest.fixture
def article():
    return make_article("渡輪靠岸", body=BODY)


@pytest.fixture
def editor():
    return get_user_model().objects.create_user("林可")


def test_a_draft_keeps_the_words_and_whose_they_are(scripted, article):
    draft = make_draft(article, "zh-Hant")
    assert (draft.state, draft.words, draft.model) == ("ready", Words("談判重開", SAID), "scripted")


def test_the_same_body_is_drafted_once(scripted, article):
    assert make_draft(article, "zh-Hant") == make_draft(article, "zh-Hant")
    assert Scripted.asked == 1


def test_another_body_another_prompt_or_another_model_is_drafted_anew(scripted, article, monkeypatch):
    make_draft(article, "zh-Hant")
    monkeypatch.setattr(Scripted, "prompt_version", "2")
    make_draft(article, "zh-Hant")
    monkeypatch.setattr(Scripted, "model", "scripted-large")
    make_draft(article, "zh-Hant")
    article.body += "\n\n船長沒有說話。"
    article.save()
    make_draft(article, "zh-Hant")
    assert Scripted.asked == Draft.objects.count() == 4


@pytest.mark.parametrize(
    ("text", "missing"),
    [("四十名代表靠岸[1]。", "四十"), ("兩國在3月9日重開談判[2]。", "3月9日")],
)
def test_a_draft_with_a_number_or_date_that_the_body_lacks_is_refused(scripted, article, text, missing):
    scripted(Words("談判重開", text))
    draft = make_draft(article, "zh-Hant")
    assert draft.state == "refused"
    assert missing in draft.reason
    assert draft.text == ""


def test_a_draft_with_a_name_that_the_body_lacks_is_refused(scripted, article):
    make_tag("林可兒", kind="person")
    scripted(Words("談判重開", "林可兒同意在秋天重開談判[2]。"))
    assert make_draft(article, "zh-Hant").state == "refused"


def test_a_draft_that_cites_a_paragraph_that_is_not_there_is_refused(scripted, article):
    scripted(Words("談判重開", "雙方同意在秋天重開談判[9]。"))
    assert make_draft(article, "zh-Hant").state == "refused"


def test_a_draft_in_another_language_is_refused(scripted, article):
    scripted(Words("Talks", "Both sides agreed to resume their talks in autumn [2]."))
    assert make_draft(article, "zh-Hant").state == "refused"


@pytest.mark.parametrize(
    ("error", "state"),
    [
        (DraftFailed("No answer\nwithin 30 seconds."), "failed"),
        (DraftRefused("No JSON."), "refused"),
        (ZeroDivisionError("division\nby zero"), "failed"),
    ],
)
def test_a_backend_that_fails_costs_one_line(scripted, article, error, state):
    scripted(error)
    draft = make_draft(article, "zh-Hant")
    assert draft.state == state
    assert draft.reason
    assert "\n" not in draft.reason


def test_what_failed_is_asked_again_on_another_day_or_by_a_person(scripted, article):
    scripted(DraftFailed("No answer."))
    make_draft(article, "zh-Hant")
    make_draft(article, "zh-Hant")
    assert Scripted.asked == 1
    make_draft(article, "zh-Hant", again=True)
    assert Scripted.asked == 2
    Draft.objects.update(created_at=timezone.now() - timedelta(days=1))
    scripted(Words("談判重開", SAID))
    assert make_draft(article, "zh-Hant").state == "ready"


def test_a_refused_draft_is_not_asked_for_again(scripted, article):
    scripted(DraftRefused("No JSON."))
    make_draft(article, "zh-Hant")
    make_draft(article, "zh-Hant", again=True)
    assert Scripted.asked == 1


def test_a_day_has_so_many_drafts(scripted, settings, article):
    settings.SUMMARY_DAILY_DRAFTS = 2
    make_draft(article, "zh-Hant")
    make_draft(make_article(body=BODY), "zh-Hant")
    with pytest.raises(DailyLimit):
        make_draft(make_article(body=BODY), "zh-Hant")
    assert make_draft(article, "zh-Hant").state == "ready"
    assert Scripted.asked == 2


def test_an_article_without_paragraphs_is_not_drafted(scripted):
    with pytest.raises(CannotDraft):
        make_draft(make_article(body="▲ 渡輪"), "zh-Hant")
    assert Draft.objects.count() == 0


def test_a_person_takes_a_draft_and_it_is_a_draft_still(scripted, article, editor):
    summary = accept(make_draft(article, "zh-Hant"), editor)
    assert (summary.status, summary.origin, summary.drafted_by) == ("draft", "drafted", "scripted")
    assert (summary.words, summary.writer) == (Words("談判重開", SAID), editor)
    assert summary.history.get().history_user == editor


def test_a_draft_never_overwrites_a_summary(scripted, article, editor):
    draft = make_draft(article, "zh-Hant")
    make_summary(article, "zh-Hant", "談判在秋天重開。", status="draft")
    with pytest.raises(SummaryConflict):
        accept(draft, editor)
    assert article.summaries.get().text == "談判在秋天重開。"


def test_a_draft_of_a_former_body_is_not_taken(scripted, article, editor):
    draft = make_draft(article, "zh-Hant")
    article.body += "\n\n船長沒有說話。"
    article.save()
    with pytest.raises(DraftError):
        accept(Draft.objects.get(pk=draft.pk), editor)


def test_a_refused_draft_is_not_taken(scripted, article, editor):
    scripted(DraftRefused("No JSON."))
    with pytest.raises(DraftError, match="No JSON"):
        accept(make_draft(article, "zh-Hant"), editor)
    assert Summary.objects.count() == 0


# The command


def run(capsys, *arguments):
    call_command("draft_summaries", *arguments)
    return capsys.readouterr()


def test_the_command_drafts_for_articles_without_a_summary_newest_first(scripted, capsys):
    make_article(body=BODY, summaries={"zh-Hant": "談判重開。"})
    make_article(body=BODY)
    newest = make_article(body=BODY)
    assert run(capsys, "--limit", "1").out == "1 ready\n"
    assert Draft.objects.get().article == newest
    assert Summary.objects.count() == 1


def test_the_command_drafts_in_the_language_asked_for(scripted, article, capsys):
    make_summary(article, "zh-Hant", "談判重開。")
    scripted(Words("Talks", "Both sides agreed to resume the talks in autumn [2]."))
    run(capsys, "--language", "en")
    assert Draft.objects.get().language == "en"


def test_the_command_tells_each_failure_in_one_line_and_goes_on(scripted, capsys):
    make_article(body=BODY)
    make_article(body=BODY)
    scripted(DraftFailed("No answer."))
    told = run(capsys)
    assert told.out == "2 failed\n"
    assert told.err.count("No answer.") == 2


def test_the_command_ends_at_the_daily_limit(scripted, settings, capsys):
    settings.SUMMARY_DAILY_DRAFTS = 1
    make_article(body=BODY)
    make_article(body=BODY)
    told = run(capsys)
    assert told.out == "1 ready\n"
    assert told.err.count("\n") == 1


def test_a_dry_run_drafts_nothing(scripted, article, capsys):
    assert run(capsys, "--dry-run").out == f"{article.pk}\t渡輪靠岸\n"
    assert Draft.objects.count() == 0


def test_the_command_needs_as_many_queries_for_each_article(
    scripted, article, capsys, django_assert_max_num_queries
):
    for _ in range(4):
        make_article(body=BODY)
    with django_assert_max_num_queries(2 + 5 * 12):
        run(capsys)


def test_the_command_wants_a_limit_that_is_one():
    with pytest.raises(CommandError, match="--limit"):
        call_command("draft_summaries", "--limit", "0")


# Settings


@pytest.mark.parametrize("path", ["", "nowhere.Drafter", "articles.summaries.drafting.none.Nobody"])
def test_an_unknown_backend_is_told_before_anything_runs(settings, path):
    settings.SUMMARY_BACKEND = path
    (error,) = check_backend(None)
    assert "SUMMARY_BACKEND" in error.msg


@pytest.mark.parametrize("name", ["extractive.ExtractiveDrafter", "none.NoDrafter"])
def test_the_built_in_backends_need_no_setting(settings, name):
    settings.SUMMARY_BACKEND = f"articles.summaries.drafting.{name}"
    assert check_backend(None) == []


def test_without_a_drafter_nothing_is_drafted(settings, article, capsys):
    settings.SUMMARY_BACKEND = "articles.summaries.drafting.none.NoDrafter"
    with pytest.raises(CannotDraft):
        make_draft(article, "zh-Hant")
    assert Draft.objects.count() == 0
