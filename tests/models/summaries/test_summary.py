"""What becomes of a summary between the first word and the reader."""

import pytest
from django.contrib.auth import get_user_model

from articles.models import Article, ReviewedBody, Summary, SummaryConflict, Words
from articles.models.summaries.desk_state import DeskState
from articles.models.summaries.summary import BodyChanged, fingerprint
from tests.builders import make_article, make_summary

pytestmark = pytest.mark.django_db

NEW = Words("渡輪復航", "渡輪星期一復航。", ("航程三小時",))


@pytest.fixture
def editor():
    return get_user_model().objects.create_user("editor")


def state_of(article):
    return Article.objects.get(pk=article.pk).desk_state


def test_words_for_a_draft_are_its_words_at_once(editor):
    summary = make_summary(make_article(), status="draft")
    summary.propose(NEW, editor)
    assert Summary.objects.get().words == NEW


def test_words_for_a_published_summary_wait_until_they_are_published(editor):
    summary = make_summary(make_article(), text="兩國信使重開談判。")
    summary.propose(NEW, editor)
    waiting = Summary.objects.get()
    assert (waiting.text, waiting.proposed, waiting.status) == ("兩國信使重開談判。", NEW, "published")
    waiting.publish(editor)
    assert Summary.objects.get().words == NEW
    assert Summary.objects.get().pending is None


def test_words_typed_back_to_what_readers_see_wait_for_nothing(editor):
    summary = make_summary(make_article())
    shown = summary.words
    summary.propose(NEW, editor)
    summary.propose(shown, editor)
    assert Summary.objects.get().pending is None


def test_a_copy_that_somebody_overtook_cannot_be_saved(editor):
    make_summary(make_article(), status="draft")
    mine, theirs = Summary.objects.get(), Summary.objects.get()
    theirs.propose(NEW, editor)
    with pytest.raises(SummaryConflict):
        mine.propose(Words(text="別的話"), editor)
    assert Summary.objects.get().words == NEW


def test_publishing_names_the_reviewer_and_keeps_the_body(editor):
    article = make_article()
    summary = make_summary(article, status="review")
    summary.publish(editor)
    assert (summary.reviewer, summary.status) == (editor, "published")
    assert summary.published_at is not None
    assert ReviewedBody.objects.get(fingerprint=summary.body_fingerprint).body == article.body


def test_a_summary_made_published_vouches_for_the_body_too():
    article = make_article()
    assert make_summary(article).body_fingerprint == fingerprint(article.body)


def test_only_the_bodies_that_summaries_were_reviewed_against_are_kept(editor):
    article = make_article()
    make_summary(article, status="review")
    for body in ("一。", "二。", "三。"):
        article.body = body
        article.save()
        article.summaries.get().publish(editor)
    assert {kept.body for kept in ReviewedBody.objects.all()} <= {"二。", "三。"}


def test_a_published_summary_handed_in_again_stays_with_readers(editor):
    summary = make_summary(make_article())
    summary.propose(NEW, editor)
    summary.submit(editor)
    assert Summary.objects.published().get().text != NEW.text


def test_a_stale_summary_is_still_shown(editor):
    summary = make_summary(make_article(), status="stale")
    assert Summary.objects.published().exists()
    summary.still_right(editor)
    assert Summary.objects.get().status == "published"


def test_a_withdrawn_summary_keeps_the_words_that_waited(editor):
    summary = make_summary(make_article())
    summary.propose(NEW, editor)
    summary.withdraw(editor)
    assert not Summary.objects.published().exists()
    assert Summary.objects.get().words == NEW


def test_every_action_is_in_the_history_with_who_did_it(editor):
    summary = make_summary(make_article(), status="draft")
    summary.propose(NEW, editor)
    summary.publish(editor)
    assert [(row.history_user, row.status) for row in summary.history.all()] == [
        (editor, "published"),
        (editor, "draft"),
        (None, "draft"),
    ]


def test_words_saved_by_the_clock_are_no_history(editor):
    summary = make_summary(make_article(), status="draft")
    summary.propose(NEW, editor, in_history=False)
    assert summary.history.count() == 1
    assert Summary.objects.get().words == NEW


@pytest.mark.parametrize(
    ("summaries", "queue"),
    [
        ([], DeskState.NONE),
        ([("zh-Hant", "draft"), ("en", "draft")], DeskState.NONE),
        ([("zh-Hant", "published")], DeskState.ONE),
        ([("zh-Hant", "published"), ("zh-Hans", "published")], DeskState.ONE),
        ([("zh-Hant", "published"), ("en", "review")], DeskState.REVIEW),
        ([("zh-Hant", "stale"), ("en", "review")], DeskState.STALE),
        ([("zh-Hant", "published"), ("en", "published")], DeskState.DONE),
    ],
)
def test_an_article_stands_in_the_most_urgent_queue_it_belongs_to(summaries, queue):
    article = make_article()
    for language, status in summaries:
        make_summary(article, language, status=status)
    assert state_of(article) == queue


def test_a_revision_that_waits_is_to_be_reviewed(editor):
    article = make_article(summaries={"zh-Hant": "渡輪復航。", "en": "Ferries sail."})
    article.summaries.get(language="en").propose(NEW, editor)
    assert state_of(article) == DeskState.REVIEW


def test_the_queue_follows_when_a_summary_is_deleted():
    article = make_article(summaries={"zh-Hant": "渡輪復航。", "en": "Ferries sail."})
    article.summaries.get(language="en").delete()
    assert state_of(article) == DeskState.ONE


def read_and_changed_meanwhile(summary, **fields):
    """The summary with its article as an editor read it, before somebody else saved the article."""
    read = Summary.objects.select_related("article").get(pk=summary.pk)
    changed = Article.objects.get(pk=read.article_id)
    for name, value in fields.items():
        setattr(changed, name, value)
    changed.save()
    return read


WRITES = {
    "words": lambda summary, by: summary.propose(NEW, by),
    "deleting": lambda summary, _by: summary.delete(),
}


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_an_article_is_found_by_the_body_that_it_has_when_a_summary_is_written(client, editor, write):
    summary = make_summary(make_article("燈塔與霧"), status="draft")
    write(read_and_changed_meanwhile(summary, body="守塔人點亮了燈。"), editor)
    assert "燈塔與霧" in client.get("/search/", {"q": "守塔人"}).content.decode()


@pytest.mark.parametrize("vouch", [Summary.publish, Summary.still_right])
def test_no_other_body_is_vouched_for_than_the_one_that_was_read(editor, vouch):
    summary = make_summary(make_article(), status="stale")
    with pytest.raises(BodyChanged):
        vouch(read_and_changed_meanwhile(summary, body="守塔人點亮了燈。"), editor)
    assert Summary.objects.get().status == "stale"


def test_the_queue_is_told_from_where_the_article_stands_by_now(editor):
    article = make_article(summaries={"zh-Hant": "渡輪靠岸。"})
    make_summary(article, "en", status="review")
    mine = article.summaries.select_related("article").get(language="zh-Hant")
    article.summaries.get(language="en").publish(editor)
    mine.propose(NEW, editor)
    assert state_of(article) == DeskState.REVIEW
