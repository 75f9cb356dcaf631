"""Articles: when readers see them, how much of them, and what two editors at once may do."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from articles.models import Article, EditConflict
from tests.builders import make_article, make_source

pytestmark = pytest.mark.django_db


def is_public(article):
    return Article.objects.published().filter(pk=article.pk).exists()


@pytest.mark.parametrize(("status", "public"), [("draft", False), ("published", True), ("withdrawn", False)])
def test_readers_see_published_articles_only(status, public):
    assert is_public(make_article(status=status)) is public


def test_a_scheduled_article_appears_when_its_time_has_come():
    assert is_public(make_article(status="scheduled", scheduled_for=timezone.now() - timedelta(minutes=1)))
    assert not is_public(
        make_article(status="scheduled", scheduled_for=timezone.now() + timedelta(minutes=1))
    )


def test_a_scheduled_article_needs_a_time():
    with pytest.raises(ValidationError) as refused:
        Article(headline="渡輪", body="靠岸。", status="scheduled").clean()
    assert "scheduled_for" in refused.value.message_dict


def test_withdrawing_takes_an_article_from_its_topics_at_once():
    article = make_article(tags=["穿梭外交"])
    article.status = "withdrawn"
    article.save()
    assert article.tagged.get().visible_from is None


def test_the_second_of_two_editors_is_told():
    make_article()
    first, second = Article.objects.get(), Article.objects.get()
    first.save()
    second.headline = "另一個標題"
    with pytest.raises(EditConflict):
        second.save()
    assert Article.objects.get().headline == first.headline


def test_an_editor_may_save_twice_in_a_row():
    article = make_article()
    article.save()
    article.save()
    assert Article.objects.get().version == article.version


def test_newest_means_the_date_the_source_prints():
    old = make_article(published_at=datetime(2025, 8, 24, tzinfo=UTC))
    new = make_article(published_at=datetime(2026, 1, 15, tzinfo=UTC))
    assert list(Article.objects.newest_first()) == [new, old]


def test_neighbours_are_found_even_between_equal_dates():
    day = datetime(2026, 1, 15, tzinfo=UTC)
    first, second, third = (make_article(published_at=day) for _ in range(3))
    assert Article.objects.older_than(second).first() == first
    assert Article.objects.newer_than(second).first() == third


@pytest.mark.parametrize(
    ("rights", "shown"),
    [("own", "第一段。第二段。"), ("full", "第一段。第二段。"), ("excerpt", "第一段。"), ("link", "")],
)
def test_rights_decide_how_much_of_a_body_is_shown(rights, shown):
    article = make_article(body="第一段。\n\n第二段。", source=make_source(rights=rights))
    words = "".join(part.split("</p>")[0] for part in str(article.shown_html).split('">')[1:])
    assert words == shown


def test_a_linked_article_shows_nothing_but_its_headline():
    article = make_article(standfirst="導言", source=make_source(rights="link"))
    assert (article.shown_standfirst, article.shown_excerpt) == ("", "")


def test_whole_texts_of_others_are_left_to_the_search_engines_at_their_source():
    article = make_article(source=make_source(rights="full"), source_url="https://news.example/a")
    assert not article.is_indexed
    assert make_article(source=make_source(rights="own")).is_indexed


def test_a_slug_keeps_its_own_script():
    assert make_article(headline="李在明 訪日！").slug == "李在明-訪日"


def test_a_day_stays_the_same_day_whatever_the_zone():
    source = make_source(time_zone="Pacific/Auckland")
    article = make_article(
        source=source, published_at=datetime(2026, 1, 15, tzinfo=UTC), published_precision="day"
    )
    assert article.printed_at == date(2026, 1, 15)


def test_lists_never_read_bodies(django_assert_num_queries):
    make_article()
    make_article()
    with django_assert_num_queries(2):
        cards = list(Article.objects.for_cards())
        [(card.headline, card.rendering.excerpt, list(card.summaries.all())) for card in cards]
    assert "body" in cards[0].get_deferred_fields()
