"""What is due: done once, whoever asks and how often; one failure keeps nothing else from its turn."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.utils import timezone

from articles.management.commands import tick
from articles.models import Article, HandedIn, Provenance
from tests.builders import make_article
from tests.ingest.storage.test_queue import PAGE, alone_in_another_thread

pytestmark = pytest.mark.django_db
SOON = timedelta(minutes=5)


def run(capsys):
    call_command("tick")
    return capsys.readouterr().out


def let_time_pass(monkeypatch, span):
    now = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: now + span)


def test_what_is_handed_in_is_read(capsys):
    HandedIn.objects.create(kind="text", name="pasted", data=PAGE.encode())
    assert "1 documents read." in run(capsys)
    assert Provenance.objects.get().name == "pasted"


def test_a_scheduled_article_takes_its_place_once_it_appears(capsys, monkeypatch):
    fields = {"status": "scheduled", "scheduled_for": timezone.now() + SOON}
    tag = make_article(tags=["渡輪"], **fields).tags.get()
    assert "0 articles appeared." in run(capsys)
    let_time_pass(monkeypatch, 2 * SOON)
    assert "1 articles appeared." in run(capsys)
    assert "0 articles appeared." in run(capsys)
    tag.refresh_from_db()
    assert tag.is_known
    assert Article.objects.get().was_public


def test_the_trash_is_emptied_when_nobody_wants_it_back(capsys, monkeypatch):
    make_article(status="trash")
    assert "0 articles left the trash." in run(capsys)
    let_time_pass(monkeypatch, timedelta(days=365))
    assert "1 articles left the trash." in run(capsys)
    assert not Article.objects.exists()


def test_what_an_editor_takes_out_of_the_trash_meanwhile_stays(capsys, monkeypatch):
    make_article(status="trash")
    make_article(status="trash")
    let_time_pass(monkeypatch, timedelta(days=365))

    def take_out_the_rest(*_scopes):
        Article.objects.update(status="draft")

    # Called when the first is thrown out.
    monkeypatch.setattr("articles.models.articles.queryset.renew", take_out_the_rest)
    assert "1 articles left the trash." in run(capsys)
    assert Article.objects.count() == 1


def test_ended_sessions_and_old_imports_are_swept_away(capsys):
    long_ago = timezone.now() - timedelta(days=100)
    Session.objects.create(session_key="old", expire_date=long_ago)
    Session.objects.create(session_key="new", expire_date=timezone.now() + SOON)
    HandedIn.objects.create(kind="text", name="old", finished_at=long_ago)
    assert "1 finished imports" in run(capsys)
    assert [session.session_key for session in Session.objects.all()] == ["new"]


def test_two_at_once_do_no_harm(capsys):
    with alone_in_another_thread("tick"):
        assert run(capsys) == "Another tick is at work.\n"


def test_what_fails_keeps_nothing_else_from_its_turn(capsys, monkeypatch):
    def read_queue():
        raise RuntimeError("broken")

    monkeypatch.setattr(tick, "TASKS", (read_queue, tick.let_appear, tick.sweep))
    with pytest.raises(CommandError, match="Failed: read_queue"):
        call_command("tick")
    assert "0 articles appeared." in capsys.readouterr().out
