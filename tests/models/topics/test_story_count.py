"""A topic's count of stories moves with its articles, whatever is done to them."""

from datetime import timedelta
from threading import Thread

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from articles.discovery.stories import join, split
from articles.models import Article, Tag, TagMerge
from tests.builders import make_article, make_copies

pytestmark = pytest.mark.django_db


def counts() -> dict[str, int]:
    return dict(Tag.objects.with_counts().values_list("name", "stories"))


def take_tag(article):
    article.tags.remove("渡輪")


def take_all_tags(article):
    article.tags.clear()


def take_back(article):
    article.status = "withdrawn"
    article.save()


def throw_away(article):
    Article.objects.filter(pk=article.pk).delete()


@pytest.mark.parametrize("leave", [take_tag, take_all_tags, take_back, throw_away, Article.delete])
def test_a_story_that_leaves_a_topic_is_not_counted_any_more(leave):
    make_article("留下", tags=["渡輪"])
    leave(make_article("離開", tags=["渡輪"]))
    assert counts() == {"渡輪": 1}


def test_a_draft_is_counted_once_it_is_published():
    article = make_article(tags=["渡輪"], status="draft")
    assert counts() == {}
    article.status = "published"
    article.save()
    assert counts() == {"渡輪": 1}


def test_what_is_scheduled_is_counted_when_its_time_has_come(monkeypatch):
    soon = timezone.now() + timedelta(hours=1)
    make_article(tags=["渡輪"], status="scheduled", scheduled_for=soon)
    assert counts() == {}
    monkeypatch.setattr(timezone, "now", lambda: soon)
    assert counts() == {"渡輪": 1}


def test_copies_of_a_story_are_counted_once_and_again_apart():
    lead, copy = make_copies(tags=["渡輪"])
    assert counts() == {"渡輪": 1}
    split(copy)
    assert counts() == {"渡輪": 2}
    lead.refresh_from_db()
    join(copy, lead)
    assert counts() == {"渡輪": 1}


def test_a_merge_counts_what_both_had_once_and_its_undoing_parts_them():
    make_article("一", tags=["渡輪", "輪渡"])
    make_article("二", tags=["渡輪"])
    old, target = Tag.objects.named(["渡輪", "輪渡"])
    merge = TagMerge.merge(old.pk, target.pk)
    assert counts() == {"輪渡": 2}
    merge.undo()
    assert counts() == {"渡輪": 2, "輪渡": 1}


def test_a_count_that_went_wrong_is_mended_by_the_command():
    make_article(tags=["渡輪"])
    Tag.objects.create(name="空")
    Tag.objects.update(story_count=7)
    call_command("rebuild_derived", only=["topics"])
    assert counts() == {"渡輪": 1}


def test_a_copy_of_a_topic_that_was_read_before_does_not_take_its_count_back():
    tag = Tag.objects.create(name="渡輪")
    make_article(tags=[tag])
    tag.description_zh = "船。"
    tag.save()
    assert counts() == {"渡輪": 1}


@pytest.mark.django_db(transaction=True)
def test_articles_that_come_in_at_once_are_all_counted():
    Tag.objects.create(name="渡輪")

    def come_in(number):
        make_article(f"第{number}艘", body=f"第{number}艘船在霧中靠岸。", tags=["渡輪"])
        connection.close()

    threads = [Thread(target=come_in, args=[number]) for number in range(4)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert counts() == {"渡輪": 4}
