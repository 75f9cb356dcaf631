"""Prepared queries: the rows are those of the queryset, asked with other values each time."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Article
from articles.models.articles.prepared import left_at, prepared, shared
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


def test_any_number_of_values_is_asked_with():
    @prepared
    def without(now, *numbers):
        return Article.objects.published(now).exclude(pk__in=numbers).order_by("pk")

    ferry, lamp, harbour = (make_article(headline) for headline in ("渡輪", "燈塔", "港口"))
    now = timezone.now()
    assert without(now, lamp.pk) == [ferry, harbour]
    assert without(now, lamp.pk, ferry.pk) == [harbour]


def test_who_asks_for_none_is_given_none():
    @prepared
    def those(*numbers):
        return Article.objects.filter(pk__in=numbers)

    make_article("渡輪")
    assert those() == []


@pytest.fixture
def card():
    """A shared article of some number, with all that lists tell of it."""

    @shared
    def cards(number):
        return Article.objects.filter(pk=number).for_cards()

    return lambda article: cards(article.pk)[0]


def test_equal_rows_share_an_instance(card):
    article = make_article("渡輪")
    assert card(article) is card(article)


def test_what_has_changed_is_another_instance(card):
    article = make_article("渡輪", source=make_source("海岬通訊社"))
    before = card(article)
    article.headline = "渡輪再開"
    article.save()
    assert (before.headline, card(article).headline) == ("渡輪", "渡輪再開")


def test_a_summary_that_has_changed_makes_another_instance(card):
    summary = make_summary(make_article("渡輪"), text="渡輪靠岸。")
    assert [told.text for told in card(summary.article).summaries.all()] == ["渡輪靠岸。"]
    summary.text = "渡輪離岸。"
    summary.save()
    assert [told.text for told in card(summary.article).summaries.all()] == ["渡輪離岸。"]


def test_a_topic_that_is_called_otherwise_makes_another_instance():
    @shared
    def whole(number):
        return Article.objects.filter(pk=number).for_page()

    article = make_article("渡輪", tags=["穿梭外交"])
    assert [tag.name for tag in whole(article.pk)[0].tags.all()] == ["穿梭外交"]
    tag = article.tags.get()
    tag.name = "往返外交"
    tag.save()
    assert [tag.name for tag in whole(article.pk)[0].tags.all()] == ["往返外交"]


def test_what_is_shared_is_not_read_further(card):
    with pytest.raises(RuntimeError):
        card(make_article("渡輪")).body  # noqa: B018


def test_what_was_written_of_an_instance_is_written_again_for_another_version(card):
    article, written = card(make_article("渡輪")), []

    def write():
        written.append(article.headline)
        return len(written)

    assert [left_at(article, "card", version, write) for version in (1, 1, 2, 2)] == [1, 1, 2, 2]
