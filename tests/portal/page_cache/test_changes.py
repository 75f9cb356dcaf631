"""A change is in the next answer: after each, what is kept makes the very pages that Django makes without it.

Kept are pages, and in memory what several of them are made from. Tests run in transactions, in which nothing
is kept in memory; these are told that they do not.
"""

from datetime import timedelta

import pytest
from django.db import transaction
from django.test import TestCase, override_settings
from django.utils import translation

from articles.discovery.stories import join, split
from articles.freshness import ALL, memory
from articles.freshness.clock import place_of
from articles.freshness.scopes import clock
from articles.models import Article, FreePage, Placement, Related, Source, Summary, Tag, TagMerge
from tests.builders import make_article, make_placement, make_summary
from tests.portal.page_cache.conftest import (
    FIRST_DAY,
    HOSTS,
    Portal,
    connection_kept,
    every_address,
    make_library,
    middle,
    told,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def before(django_db_setup, django_db_blocker):
    """Every page of a library before any change, and the portal that keeps them; made once."""
    here = override_settings(ALLOWED_HOSTS=HOSTS, PAGE_CACHE=True)
    with django_db_blocker.unblock(), connection_kept(), here, transaction.atomic():
        with translation.override("zh-hant"):
            make_library()
        portal = Portal()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(memory, "in_transaction", lambda: False)
            pages = told(portal, every_address(prefixes=("/en",)))
        yield portal, pages
        clock().change([place_of(ALL)])  # what is in memory now is of no other test
        transaction.set_rollback(True)


@pytest.fixture
def _clock_turned_back(before):
    """What a test did is undone in the database; the clock of changes does not know of it either."""
    readings = bytes(clock().readings)
    yield
    clock().readings[:] = memoryview(readings).cast("Q")


def publish():
    make_article("第六次會談", tags=["會談"], published_at=FIRST_DAY + timedelta(days=2, hours=1))


def withdraw():
    article = middle()
    article.status = "withdrawn"
    article.save()


def change_headline():
    article = middle()
    article.headline = "會談改期"
    article.save()


def change_date():
    article = middle()
    article.published_at = FIRST_DAY + timedelta(days=9)
    article.save()


def delete():
    middle().delete()


def delete_many():
    Article.objects.filter(pk=middle().pk).delete()


def add_topic():
    middle().tags.add("渡輪")


def remove_topic():
    middle().tags.remove(Tag.objects.get(name="議題0"))


def clear_topics():
    middle().tags.clear()


def publish_summary():
    make_summary(make_article("新到", published_at=FIRST_DAY), text="另一個摘要。[1]")


def change_summary():
    summary = Summary.objects.filter(article=middle(), language="en").get()
    summary.headline = "Talks stall"
    summary.save()


def delete_summary():
    Summary.objects.filter(article=middle(), language="en").get().delete()


def rename_source():
    source = Source.objects.get(name="海岬通訊社")
    source.name, source.rights = "灣口通訊社", "link"
    source.save()


def rename_topic():
    tag = Tag.objects.get(name="會談")
    tag.labels.create(text="Talks", language="en", kind="preferred")


def describe_topic():
    tag = Tag.objects.get(name="會談")
    tag.kind, tag.description_en = "event", "All talks."
    tag.save()


def merge_topics():
    TagMerge.merge(Tag.objects.get(name="議題0").pk, Tag.objects.get(name="議題1").pk)


def forget_name():
    Tag.objects.get(name="會談").labels.get(text="談判").delete()


def pin():
    make_placement(middle())


def pick():
    Placement.objects.put(middle(), "pick")


def unpin():
    Placement.objects.all().delete()


def unpin_one():
    Placement.objects.get().delete()


def join_stories():
    join(middle(), Article.objects.get(headline="第3次會談"))


def split_story():
    split(Article.objects.get(headline="轉載"))


def withdraw_lead():
    article = Article.objects.get(headline="首發")
    article.status = "withdrawn"
    article.save()


def put_beside():
    Related.objects.put(middle(), Article.objects.get(headline="第0次會談"), None, "同一張桌子")


def hide_from_beside():
    Related.objects.hide(middle(), middle().related.first().other, None)


def move_beside():
    for row in middle().related.order_by("-score")[:2]:
        Related.objects.put(middle(), row.other, None)
    Related.objects.by_hand().filter(article=middle()).in_order().last().move(-1)


def rename_free_page():
    page = FreePage.objects.get()
    page.title_hant = "關於灣口"
    page.save()


def hide_free_page():
    page = FreePage.objects.get()
    page.is_published = False
    page.save()


def delete_free_pages():
    FreePage.objects.all().delete()


CHANGES = [
    *(publish, withdraw, change_headline, change_date, delete, delete_many, add_topic, remove_topic),
    *(clear_topics, publish_summary, change_summary, delete_summary, rename_source, rename_topic),
    *(describe_topic, merge_topics, forget_name, pin, pick, unpin, unpin_one, join_stories, split_story),
    *(
        withdraw_lead,
        put_beside,
        hide_from_beside,
        move_beside,
        rename_free_page,
        hide_free_page,
        delete_free_pages,
    ),
]


@pytest.mark.usefixtures("_clock_turned_back")
@pytest.mark.parametrize("change", CHANGES)
def test_the_next_answer_shows_what_has_changed(before, settings, change, monkeypatch):
    first, pages = before
    with TestCase.captureOnCommitCallbacks(execute=True):
        change()
    with monkeypatch.context() as patch:
        patch.setattr(memory, "in_transaction", lambda: False)
        patch.setattr(memory.Memory, "keep", lambda *_given: None)  # what there was before serves every test
        now = told(first.twin(), pages)
    settings.PAGE_CACHE = False
    fresh = told(Portal(), pages)
    assert [address for address in pages if now[address] != fresh[address]] == []
    assert fresh != pages
