"""Whoever writes what others are derived from waits for a turn first, so that no two wait for each other."""

from contextlib import contextmanager
from threading import Event, Thread

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import OperationalError, connection

from articles.discovery.stories import join, split
from articles.models import Article, Related, Tag, TagMerge, TagSuggestion
from articles.models.articles import derivation, turns
from articles.models.topics.story_count import count_stories
from tests.builders import make_article, make_copies, make_summary, make_tag

pytestmark = pytest.mark.django_db


@contextmanager
def told_in_order(monkeypatch):
    """What is done within: turns and writes, by their first word."""
    deeds = []

    def note(execute, sql, params, many, context):
        if sql.startswith(("INSERT", "UPDATE", "DELETE")) or " FOR UPDATE" in sql:
            deeds.append("write")
        return execute(sql, params, many, context)

    monkeypatch.setattr(turns, "take_turn", lambda: deeds.append("turn"))
    with connection.execute_wrapper(note):
        yield deeds


def edit(article, other):
    article.body += "船上的燈亮了。"
    article.save()


def merge(article, other):
    TagMerge.merge(article.tags.get().pk, other.tags.get().pk)


def undo_merge(article, other):
    TagMerge.merge(article.tags.get().pk, other.tags.get().pk).undo()


def rename(article, other):
    article.tags.get().labels.create(text="渡船")


def put_beside(article, other):
    Related.objects.put(article, other, User.objects.get())


def accept(article, other):
    TagSuggestion.objects.get().accept()


WRITES = [
    *(edit, merge, undo_merge, rename, put_beside, accept),
    lambda article, other: make_article(),
    lambda article, other: article.delete(),
    lambda article, other: Article.objects.all().delete(),
    lambda article, other: article.tags.add("燈塔"),
    lambda article, other: article.tags.set(["燈塔"]),
    lambda article, other: article.tags.clear(),
    lambda article, other: article.tags.get().delete(),
    lambda article, other: Tag.objects.all().delete(),
    lambda article, other: count_stories(),
    lambda article, other: join(article, other),
    lambda article, other: split(article),
    lambda article, other: make_summary(article),
    lambda article, other: Related.objects.hide(article, other, User.objects.get()),
    lambda article, other: Related.objects.forget(article, other),
    lambda article, other: call_command("rebuild_derived", only=["story"]),
]


@pytest.mark.parametrize("write", WRITES)
def test_the_turn_comes_before_the_first_row(monkeypatch, write):
    User.objects.create_superuser("editor")
    TagSuggestion.objects.create(article=make_article(), text="海關")
    article, other = make_article("第一艘", tags=["渡輪"]), make_article("第二艘", tags=["碼頭"])
    with told_in_order(monkeypatch) as deeds:
        write(article, other)
    assert "write" in deeds
    assert deeds[0] == "turn"


def test_within_a_turn_nobody_waits_again(monkeypatch):
    with told_in_order(monkeypatch) as deeds:
        make_article(tags=["渡輪"])
    assert deeds.count("turn") == 1


@pytest.mark.django_db(transaction=True)
def test_those_who_come_at_once_all_come_through():
    """Without turns PostgreSQL ends one of them in most runs."""
    articles = [make_article(f"第{number}艘", tags=["渡輪", "碼頭"]) for number in range(6)]
    failed = []

    def edit_all(order):
        try:
            for article in order:
                mine = Article.objects.get(pk=article.pk)
                mine.tags.set([f"新{article.pk}", "碼頭", "渡輪"])
                Related.objects.forget(mine, articles[0])
        except Exception as error:
            failed.append(error)
            raise
        finally:
            connection.close()

    threads = [Thread(target=edit_all, args=[order]) for order in (articles, articles[::-1]) * 2]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert not failed


@pytest.mark.django_db(transaction=True)
def test_nobody_waits_for_a_turn_for_ever(settings):
    settings.WRITERS_WAIT = 0.05
    begun, let_go = Event(), Event()

    def hold():
        with turns.in_turn():
            begun.set()
            let_go.wait(60)
        connection.close()

    thread = Thread(target=hold)
    thread.start()
    assert begun.wait(60)
    try:
        with pytest.raises(OperationalError), turns.in_turn():
            pass
    finally:
        let_go.set()
        thread.join()


@pytest.mark.django_db(transaction=True)
def test_nobody_comes_upon_an_article_of_which_nothing_is_derived(monkeypatch):
    monkeypatch.setattr(derivation, "derivation", lambda name: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        make_article()
    assert not Article.objects.exists()


@pytest.mark.parametrize("change", [edit, lambda article, other: article.tags.add("碼頭")])
def test_an_article_whose_copies_went_away_meanwhile_is_saved_all_the_same(change):
    lead, copy = make_copies()
    mine = Article.objects.get(pk=lead.pk)
    copy.delete()
    change(mine, make_tag())
    assert Article.objects.get(pk=lead.pk).story is None
