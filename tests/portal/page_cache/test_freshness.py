"""Kept pages are the very pages that Django makes, for as long as they are right."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.db import transaction
from django.utils import timezone

from articles import freshness
from articles.freshness.page import LONGEST
from articles.models import Article, Placement, ReviewLink
from articles.pages.kept.scopes import Schedule, next_moment
from tests.builders import make_article, make_placement
from tests.portal.page_cache.conftest import FIRST_DAY, Portal, every_address, middle, told

pytestmark = pytest.mark.usefixtures("library")
committed = pytest.mark.django_db(transaction=True)  # what is saved is committed: what waits for it happens


@pytest.fixture(autouse=True)
def far_end_of_week(monkeypatch):
    """Whenever these run, no week ends in the next hours, and nothing is known of what comes."""
    monkeypatch.setattr("articles.pages.kept.scopes.SCHEDULE", Schedule())
    to_come = timezone.now() + timedelta(weeks=1)
    monkeypatch.setattr(
        "articles.pages.kept.scopes.Week", SimpleNamespace(current=lambda: SimpleNamespace(end=to_come))
    )


def test_every_page_is_the_same_kept_and_made_anew(portal, settings):
    addresses = every_address()
    cold, warm = told(portal, addresses), told(portal, addresses)
    assert {answer.status for answer in cold.values()} == {200}
    assert portal.django.count == len(addresses)
    settings.PAGE_CACHE = False
    assert cold == warm == told(Portal(), addresses)


@committed
def test_an_article_that_comes_in_leaves_the_pages_of_others_kept(portal):
    far = Article.objects.get(headline="第0次會談").get_absolute_url()
    portal.get(far)
    make_article(
        "海上的燈", body="漁船夜裡回港，燈塔重新點亮。" * 5, published_at=FIRST_DAY + timedelta(days=90)
    )
    before = portal.django.count
    portal.get(far)
    assert portal.django.count == before


def test_a_page_is_made_anew_when_the_clock_would_change_it():
    soon = timezone.now() + timedelta(seconds=50)
    make_article("明天", status="scheduled", scheduled_for=soon + timedelta(hours=1))
    make_placement(Article.objects.first(), place="pick", starts_at=soon, ends_at=soon + timedelta(hours=2))
    assert next_moment() == soon
    Placement.objects.filter(starts_at=soon).delete()
    assert next_moment() == soon + timedelta(hours=1)


@committed
def test_the_schedule_is_looked_up_again_after_a_change():
    schedule, soon = Schedule(), timezone.now() + timedelta(seconds=50)
    assert schedule.next() > soon.timestamp()
    make_article("明天", status="scheduled", scheduled_for=soon)
    assert schedule.next() == soon.timestamp()


def test_the_clock_is_asked_again_once_other_machines_are_heard(monkeypatch):
    schedule = Schedule()
    with monkeypatch.context() as deaf:
        deaf.setattr("articles.freshness.now", lambda: None)
        schedule.next()
    soon = timezone.now() + timedelta(seconds=50)
    make_article("明天", status="scheduled", scheduled_for=soon)
    assert schedule.next() == soon.timestamp()


@pytest.mark.parametrize("seconds", [60, LONGEST])
def test_a_page_is_not_kept_beyond_its_time(portal, monkeypatch, seconds):
    if seconds < LONGEST:
        make_article("明天", status="scheduled", scheduled_for=timezone.now() + timedelta(seconds=seconds))
    assert portal.is_kept("/")
    page = portal.edge.kept(next(iter(portal.edge.shelf.pages)))
    begun = timezone.now().timestamp()
    assert page.noted.is_right(begun + seconds - 5)
    assert not page.noted.is_right(begun + seconds + 5)


def test_a_review_link_is_never_kept(portal):
    link = ReviewLink.objects.create(article=middle())
    assert not portal.is_kept(link.get_absolute_url())
    link.revoke()
    assert portal.get(link.get_absolute_url()).status == 404


@committed
def test_what_is_not_committed_renews_nothing(portal):
    portal.get("/")
    before = freshness.now()
    with transaction.atomic():
        make_article("撤回")
        transaction.set_rollback(True)
    assert freshness.now() == before
