"""Scheduling: the hour is typed, shown and listed by the desk's clock."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from articles.management.roles import AUTHORS
from articles.models import Article
from tests.admin.builders import form_data
from tests.builders import make_article, make_source

pytestmark = pytest.mark.django_db

LIST, COMING = "/en/admin/articles/article/", "/en/admin/articles/article/coming/"
EIGHT_IN_TAIPEI = datetime(2031, 3, 5, 0, 0, tzinfo=UTC)


def schedule(headline="明日的渡輪", at=EIGHT_IN_TAIPEI, **fields):
    return make_article(headline, status="scheduled", scheduled_for=at, **fields)


def form_of(article):
    return f"{LIST}{article.pk}/change/"


def test_the_list_shows_the_hour_by_the_desks_clock(desk):
    schedule()
    assert "2031-03-05 08:00" in desk.get(LIST).content.decode()


def test_an_author_sees_the_hour_too(works_as):
    schedule()
    assert "2031-03-05 08:00" in works_as(AUTHORS).get(LIST).content.decode()


def test_another_desk_has_another_clock(desk, settings):
    settings.DESK_TIME_ZONE = "America/New_York"
    schedule()
    assert "2031-03-04 19:00" in desk.get(LIST).content.decode()


def test_the_form_says_whose_clock_and_takes_the_time_by_it(desk):
    article = make_article(status="draft")
    assert "By the desk’s clock (Asia/Taipei)" in (
        desk.get(form_of(article)).content.decode().replace("&#x27;", "’").replace("'", "’")
    )
    typed = {"status": "scheduled", "scheduled_for_0": "2031-03-05", "scheduled_for_1": "08:00"}
    desk.post(form_of(article), form_data(desk, form_of(article), **typed))
    assert Article.objects.get().scheduled_for == EIGHT_IN_TAIPEI


def test_saving_again_moves_neither_the_hour_nor_the_printed_date(desk):
    printed = datetime(2026, 1, 14, 22, 20, tzinfo=UTC)
    of_day = datetime(2026, 1, 15, tzinfo=UTC)
    source = make_source(time_zone="Asia/Seoul")
    articles = [
        schedule("甲", published_at=printed, published_precision="minute", source=source),
        schedule("乙", published_at=printed, published_precision="minute"),
        schedule("丙", published_at=of_day, published_precision="day", source=source),
        schedule("丁", published_at=of_day, published_precision="day"),
    ]
    for article in articles:
        address = form_of(article)
        assert desk.post(address, form_data(desk, address, byline="林小滿")).status_code == 302
        saved = Article.objects.get(pk=article.pk)
        assert (saved.byline, saved.scheduled_for) == ("林小滿", EIGHT_IN_TAIPEI)
        assert saved.published_at == article.published_at
        assert saved.changes.get().before == {"byline": ""}


def test_readers_clock_is_not_the_desks(client):
    article = make_article(
        published_at=datetime(2026, 1, 14, 22, 20, tzinfo=UTC), published_precision="minute"
    )
    assert "22:20" in client.get(article.get_absolute_url()).content.decode()


def test_what_is_coming_stands_day_by_day_in_order(desk):
    schedule("次日", EIGHT_IN_TAIPEI + timedelta(hours=16))
    schedule("清晨")
    schedule("深夜", EIGHT_IN_TAIPEI + timedelta(hours=15, minutes=59))
    make_article("已刊")
    days = desk.get(COMING).context["days"]
    assert [(str(day), [article.headline for article in found]) for day, found in days] == [
        ("2031-03-05", ["清晨", "深夜"]),
        ("2031-03-06", ["次日"]),
    ]


def test_what_has_come_is_coming_no_longer(desk):
    schedule(at=timezone.now() - timedelta(minutes=1))
    assert desk.get(COMING).context["days"] == []


def test_the_page_asks_the_same_however_much_is_coming(desk, django_assert_max_num_queries):
    for number in range(20):
        schedule(f"第{number}則", source=make_source())
    with django_assert_max_num_queries(5):
        desk.get(COMING)


def test_nobody_reads_it_without_an_account(client):
    assert client.get(COMING).status_code == 302
