"""SQLite's index: the numbers of its rows, which make it small."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection

from articles.discovery.search import backend, rebuild
from articles.discovery.search.base import LOWEST_PLACE, place_of
from articles.discovery.search.query import parse
from articles.models import Article, FtsEntry
from tests.builders import make_article

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="the index of SQLite"),
]
NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


def row_of(minutes):
    """The number of the row of an article, new, of so many minutes past noon."""
    article = make_article(published_at=NOON + timedelta(minutes=minutes))
    return FtsEntry.objects.get(article=article).docid


def test_articles_of_one_day_have_numbers_that_lie_near_each_other():
    first = row_of(0)
    assert row_of(60) == first + 12
    assert row_of(1) == first + 1


def test_a_number_is_given_again_once_its_words_are_forgotten():
    """Two texts under one number leave the index in ruins when one of them goes."""
    make_article("渡輪靠岸", published_at=NOON)
    Article.objects.all().delete()
    article = make_article("渡輪離岸", published_at=NOON)
    backend().forget([])
    assert backend().best(parse("渡輪").terms, 10) == [place_of(article.sorted_at, article.pk)]


def test_a_row_has_its_place_where_its_neighbours_leave_no_number():
    row_of(0), row_of(2)
    between = row_of(1)
    article = Article.objects.latest("pk")
    assert between == place_of(article.sorted_at, article.pk)


def test_a_rebuild_finds_such_rows_a_number():
    rows = [row_of(minutes) for minutes in (0, 2, 1)]
    rebuild(Article.objects.all())
    numbers = sorted(FtsEntry.objects.values_list("docid", flat=True))
    assert max(rows) > LOWEST_PLACE > numbers[-1]
    assert numbers == [*range(numbers[0], numbers[0] + 3)]
