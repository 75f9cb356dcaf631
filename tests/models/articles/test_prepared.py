"""Prepared queries: the rows are those of the queryset, asked with other values each time."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Article
from articles.models.articles.prepared import prepared
from tests.builders import make_article, make_source, make_summary

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked():
    """What a query was made from, each time that one was made."""
    return []


@pytest.fixture
def named(asked):
    @prepared
    def named(now, headline, *, newest_first=False):
        asked.append(newest_first)
        rows = Article.objects.published(now).filter(headline=headline).for_cards()
        return rows.newest_first() if newest_first else rows.order_by("sorted_at", "pk")

    return named


def test_rows_are_those_of_the_values_asked_with(named):
    ferry, lamp = make_article("渡輪"), make_article("燈塔")
    assert named(timezone.now(), "渡輪") == [ferry]
    assert named(timezone.now(), "燈塔") == [lamp]


def test_the_time_is_that_of_the_asking(named):
    article = make_article("渡輪")
    assert named(article.visible_from, "渡輪") == [article]
    assert named(article.visible_from - timedelta(seconds=1), "渡輪") == []


def test_each_choice_has_a_query_of_its_own_that_is_made_once(named, asked):
    older, newer = (make_article("渡輪", published_at=datetime(2026, 1, day, tzinfo=UTC)) for day in (1, 2))
    for _time in range(2):
        assert named(timezone.now(), "渡輪", newest_first=True) == [newer, older]
        assert named(timezone.now(), "渡輪", newest_first=False) == [older, newer]
    assert asked == [True, False]


def test_what_belongs_to_the_rows_is_read_with_them(named):
    make_summary(make_article("渡輪", source=make_source("海岬通訊社")))
    (article,) = named(timezone.now(), "渡輪")
    with CaptureQueriesContext(connection) as queries:
        assert article.source.name == "海岬通訊社"
        assert len(article.summaries.all()) == 1
    assert len(queries) == 0


def test_no_value_becomes_part_of_the_sql(named):
    make_article("渡輪")
    assert named(timezone.now(), "' OR 1=1 --") == []
