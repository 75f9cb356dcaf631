"""Kept pages are the very pages that Django makes, before a change and in the next answer after it."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from articles import freshness
from articles.discovery.stories import join, split
from articles.models import Article, FreePage, Placement, Related, ReviewLink, Source, Summary, Tag, TagMerge
from articles.pages.kept import LONGEST, Schedule, next_moment
from tests.builders import make_article, make_placement, make_summary
from tests.portal.page_cache.conftest import FIRST_DAY, Portal, every_address

pytestmark = pytest.mark.usefixtures("library")


def told(portal, addresses):
    return {address: portal.get(address) for address in addresses}


def test_every_page_is_the_same_kept_and_made_anew(portal, settings):
    addresses = every_address()
    cold, warm = told(portal, addresses), told(portal, addresses)
    assert {answer.status for answer in cold.values()} == {200}
    assert portal.django.count == len(addresses)
    settings.PAGE_CACHE = False
    assert cold == warm == told(Portal(), addresses)


def middle() -> Article:
    return Article.objects.get(headline="第2次會談")


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
    *(
        describe_topic,
        merge_topics,
        forget_name,
        pin,
        pick,
        unpin,
        unpin_one,
        join_stories,
        split_story,
        withdraw_lead,
    ),
    *(put_beside, hide_from_beside, move_beside, rename_free_page, hide_free_page, delete_free_pages),
]


@pytest.mark.parametrize("change", CHANGES)
def test_the_next_answer_shows_what_has_changed(portal, settings, change):
    addresses = every_address(prefixes=("/en",))
    before = told(portal, addresses)
    change()
    now = told(portal, addresses)
    settings.PAGE_CACHE = False
    fresh = told(Portal(), addresses)
    assert [address for address in addresses if now[address] != fresh[address]] == []
    assert fresh != before


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


def test_the_schedule_is_looked_up_again_after_a_change():
    schedule, soon = Schedule(), timezone.now() + timedelta(seconds=50)
    assert schedule.next() > soon.timestamp()
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


def test_what_is_not_committed_renews_nothing(portal):
    portal.get("/")
    before = freshness.now()
    with transaction.atomic():
        make_article("撤回")
        transaction.set_rollback(True)
    assert freshness.now() == before
