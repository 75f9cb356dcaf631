"""What the whole of a topic tells is read once until the topic changes, by an editor or by the hour."""

from datetime import UTC, datetime

import pytest
from django.utils import timezone

from articles.discovery import topics
from articles.models import Article, ArticleTag
from articles.pages.topics import stored
from tests.builders import make_article, make_source

pytestmark = pytest.mark.django_db(transaction=True)

DAY = datetime(2026, 1, 15, tzinfo=UTC)


def told_of(tag) -> stored.Stored:
    return stored.of_tags(topics.read_topics(timezone.now(), tag.pk))


@pytest.fixture
def article():
    return make_article("渡輪", tags=["霧港"], source=make_source("海岬社"), published_at=DAY)


@pytest.fixture
def tag(article):
    return article.tags.get()


def test_it_is_read_once(tag):
    assert told_of(tag) is told_of(tag)


def test_it_is_read_again_when_an_article_of_it_is_saved(article, tag):
    told_of(tag)
    article.headline = "改名"
    article.save()
    assert [cell.article.headline for cell in told_of(tag).timeline] == ["改名"]


def test_it_is_read_again_when_the_hour_of_an_article_comes(tag):
    later = make_article(
        "信使",
        tags=[tag, "燈塔"],
        published_at=DAY,
        status="scheduled",
        scheduled_for=datetime(2999, 1, 1, tzinfo=UTC),
    )
    assert sum(cell.stories for cell in told_of(tag).timeline) == 1
    for rows in (Article.objects.filter(pk=later.pk), ArticleTag.objects.filter(content_object=later)):
        rows.update(visible_from=DAY)  # as if the hour had come
    told = told_of(tag)
    assert sum(cell.stories for cell in told.timeline) == 2
    assert [other.name for other in told.related.made()] == ["燈塔"]


def test_a_source_that_uses_a_name_and_prints_no_date_is_told_too(tag):
    make_article("無日期", body="霧港的渡輪。", tags=[tag], source=make_source("松濤社"))
    told = told_of(tag)
    assert [source.name for source in told.undated_sources.values()] == ["松濤社"]
