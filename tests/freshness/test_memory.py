"""What is kept in memory is asked for again when it has changed, and never taken from an open transaction."""

import pytest
from django.db import transaction

from articles.freshness import memory, renew, scopes
from articles.freshness.memory import remembered

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def asked():
    """A remembered function that counts how often it is asked."""
    counted = []

    @remembered("pages")
    def find():
        counted.append(None)
        return len(counted)

    return find


def test_what_was_found_is_kept(asked):
    assert [asked(), asked()] == [1, 1]


def test_it_is_asked_again_after_a_change(asked):
    asked()
    renew("pages")
    assert [asked(), asked()] == [2, 2]


def test_a_change_of_something_else_leaves_it(asked):
    asked()
    renew("something else")
    assert asked() == 1


def test_an_open_transaction_neither_reads_nor_leaves_anything(asked):
    asked()
    with transaction.atomic():
        assert asked() == 2
    assert asked() == 1


def test_it_is_asked_again_after_some_minutes(asked, monkeypatch):
    asked()
    now = memory.time.monotonic()
    monkeypatch.setattr(memory.time, "monotonic", lambda: now + memory.LONGEST + 1)
    assert asked() == 2


def test_nothing_is_kept_where_no_clock_runs(asked, monkeypatch):
    monkeypatch.setattr(scopes, "now", lambda: None)
    assert [asked(), asked()] == [1, 2]


def test_what_is_found_is_kept_for_each_thing_that_is_asked():
    told = []

    @remembered("pages", room=2)
    def find(name):
        told.append(name)
        return len(told)

    assert [find("a"), find("b"), find("a")] == [1, 2, 1]


def test_what_came_first_gives_way_where_there_is_no_room():
    @remembered("pages", room=2)
    def find(name):
        return object()

    first, second = find("a"), find("b")
    find("c")
    assert find("b") is second
    assert find("a") is not first


def test_developers_see_their_templates_as_they_are(asked, settings):
    settings.DEBUG = True
    assert [asked(), asked()] == [1, 2]


def test_what_is_found_may_hang_on_what_is_asked():
    told = []

    @remembered(lambda name: [f"page {name}"], room=2)
    def find(name):
        told.append(name)
        return len(told)

    find("a"), find("b")
    renew("page a")
    assert [find("a"), find("b")] == [3, 2]


def test_what_an_hour_changes_is_asked_again_then(monkeypatch):
    hour, told = memory.time.time() + 60, []

    @remembered("pages", until=lambda: hour)
    def find():
        told.append(None)
        return len(told)

    now = memory.time.monotonic()
    find()
    for seconds, expected in ((55, 1), (65, 2)):
        monkeypatch.setattr(memory.time, "monotonic", lambda seconds=seconds: now + seconds)
        assert find() == expected
