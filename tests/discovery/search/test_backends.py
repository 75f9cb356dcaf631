"""The index of the database in use: exact phrases, in order, kept up to date."""

import importlib
import itertools
import random
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from django.db import connection

from articles.discovery import search
from articles.discovery.search import backend, rebuild
from articles.discovery.search.base import (
    LOWEST_PLACE,
    Entry,
    SearchBackend,
    SearchTookTooLong,
    pk_at,
    place_of,
)
from articles.discovery.search.query import parse, phrases_in
from articles.models import Article
from articles.text.tokens import searchable
from tests.builders import make_article, make_summary

pytestmark = pytest.mark.django_db
ALL = 1000


def found(typed, before=None, limit=ALL):
    """Numbers of the articles that match, newest first."""
    return [pk_at(place) for place in backend().older(parse(typed).terms, before, limit)]


def make_on(day, headline="渡輪與信使", **fields):
    return make_article(headline, published_at=datetime(2026, 1, day, tzinfo=UTC), **fields)


def entry_on(day, text):
    article = make_article(status="draft")
    return Entry(article.pk, place_of(datetime(2026, 1, day, tzinfo=UTC), article.pk), text)


def test_an_article_is_found_by_any_part_of_its_text():
    article = make_article("燈塔換了守夜人", body="港務長宣布，新的值班表明日生效。")
    for part in ("燈", "塔換", "守夜人", "港務長宣布", "新的值班表明日"):
        assert found(part) == [article.pk]


@pytest.mark.parametrize("typed", ["塔燈", "燈守", "守夜人港務長", "宣布新的", "明年"])
def test_what_does_not_stand_in_the_text_in_one_piece_is_not_found(typed):
    make_article("燈塔換了守夜人", body="港務長宣布，新的值班表明日生效。")
    assert found(typed) == []


def test_either_script_finds_both():
    traditional, simplified = make_on(1, "韓國總統啟程"), make_on(2, "韩国总统启程")
    assert found("韩国总统") == found("韓國總統") == [simplified.pk, traditional.pk]


def test_words_and_numbers_are_found_whole():
    article = make_article("G7峰會後談COVID-19", body="Two ferries, one table.")
    for typed in ("G7峰會", "g7", "covid-19", "Ferries", "one table", "ferries table"):
        assert found(typed) == [article.pk]
    for typed in ("G77", "covid-1", "ferr", '"ferries one"', '"table one"'):
        assert found(typed) == []


def test_all_words_of_a_query_must_be_found_whatever_their_order():
    both = make_article("信使", body="渡輪靠岸。")
    make_article("信使", body="無船。")
    assert found("渡輪 信使") == [both.pk]
    assert found("渡輪 信") == [both.pk]
    assert found("船 輪") == []


def test_the_newest_comes_first_whatever_was_saved_first():
    second, third, first = make_on(2), make_on(3), make_on(1)
    assert found("渡輪") == [third.pk, second.pk, first.pk]


def test_a_search_goes_on_before_and_after_any_place():
    articles = [make_on(day) for day in (1, 2, 3, 4)]
    places = backend().older(parse("渡輪").terms, None, ALL)
    assert found("渡輪", before=places[1]) == [articles[1].pk, articles[0].pk]
    assert backend().newer(parse("渡輪").terms, places[2], 1) == [places[1]]


def test_many_articles_of_few_minutes_keep_their_order():
    rng = random.Random(5)  # noqa: S311
    begin = datetime(2026, 1, 1, tzinfo=UTC)
    for _ in range(40):
        make_article("渡輪", published_at=begin + timedelta(seconds=rng.randrange(1200)))
    every = [article.pk for article in Article.objects.newest_first()]
    assert paged("渡輪", size=7) == every
    rebuild(Article.objects.all())
    assert paged("渡輪", size=7) == every


def test_an_edited_article_is_found_by_its_new_words_only():
    article = make_article("渡輪停航")
    article.headline = "渡輪復航"
    article.save()
    assert found("停航") == []
    assert found("復航") == [article.pk]


def test_an_article_takes_a_new_place_with_its_date():
    moved, other = make_on(1), make_on(2)
    moved.published_at += timedelta(days=5)
    moved.save()
    assert found("渡輪") == [moved.pk, other.pk]


def test_a_withdrawn_article_is_found_no_longer():
    article = make_article()
    article.status = "withdrawn"
    article.save()
    assert found("渡輪") == []


@pytest.mark.parametrize("delete", [Article.delete, lambda article: Article.objects.all().delete()])
def test_a_deleted_article_is_found_no_longer(delete):
    delete(make_article())
    other = make_article("燈塔")
    assert found("渡輪") == [other.pk]


def test_published_summaries_are_searched_and_drafts_are_not():
    article = make_article()
    make_summary(article, "en", "Two envoys met again.")
    make_summary(article, "zh-Hant", "只給編輯看。", status="draft")
    assert found("envoys") == [article.pk]
    assert found("只給編輯") == []


def test_a_deleted_summary_is_searched_no_longer():
    make_summary(make_article(), "en", "Two envoys met again.").delete()
    assert found("envoys") == []


def test_captions_are_searched():
    article = make_article(body="正文。\n\n▲渡船靠岸。（攝影組）")
    assert found("渡船靠岸") == [article.pk]


@pytest.mark.parametrize("year", [1, 1425, 1869, 1970, 9999])
def test_articles_of_any_year_are_found_in_order(year):
    recent = make_on(5)
    article = make_article(published_at=datetime(year, 1, 2, tzinfo=UTC))
    assert found("渡輪") == ([article.pk, recent.pk] if year > 2026 else [recent.pk, article.pk])


def test_words_of_one_field_do_not_run_into_the_next():
    make_article("渡輪", body="靠岸")
    assert found("渡輪靠岸") == []


def test_the_best_match_comes_first():
    once = make_on(2, "燈塔", body="港口" * 30 + "，信使。")
    often = make_on(1, "燈塔", body="信使。信使。" + "港口" * 3)
    best = backend().best(parse("信使").terms, ALL)
    assert [pk_at(place) for place in best] == [often.pk, once.pk]


def test_a_rebuilt_index_answers_the_same_and_goes_on_in_order():
    articles = [make_on(day) for day in (3, 1, 2)]
    before = found("渡輪")
    rebuild(Article.objects.all())
    assert found("渡輪") == before
    between = make_on(2, "晚到的渡輪")
    assert found("渡輪") == [articles[0].pk, between.pk, articles[2].pk, articles[1].pk]
    places = backend().older(parse("渡輪").terms, None, ALL)
    assert found("渡輪", before=places[2]) == [articles[1].pk]
    assert backend().newer(parse("渡輪").terms, places[3], 2) == [places[2], places[1]]


def test_a_rebuilt_index_can_be_edited():
    article = make_article("渡輪停航")
    rebuild(Article.objects.all())
    article.headline = "渡輪復航"
    article.save()
    assert found("停航") == []
    assert found("復航") == [article.pk]


def rebuild_watching(monkeypatch, after_each_article):
    """Rebuild with an article a transaction, and do something after each."""
    monkeypatch.setattr(search, "BATCH", 1)
    take = search.taken_in

    def taken_in(*given):
        busy = take(*given)
        after_each_article()
        return busy

    monkeypatch.setattr(search, "taken_in", taken_in)
    rebuild(Article.objects.all())


def paged(typed, size=2):
    """Everything found, newest first, a page at a time; and the same from the other end."""
    terms, down, up = parse(typed).terms, [], []
    while page := backend().older(terms, down[-1] if down else None, size):
        down += page
    while page := backend().newer(terms, up[-1] if up else LOWEST_PLACE, size):
        up += page
    assert up == down[::-1]
    return [pk_at(place) for place in down]


def test_nothing_is_missed_or_out_of_order_while_the_index_is_rebuilt(monkeypatch):
    for day in (3, 1, 4, 2, 5):
        make_on(day)
    before, seen = paged("渡輪"), []
    for _ in range(2):
        rebuild_watching(monkeypatch, lambda: seen.append(paged("渡輪")))
    assert seen == [before] * len(seen)
    assert paged("渡輪") == before


def test_what_editors_do_during_a_rebuild_is_kept(monkeypatch):
    rng = random.Random(3)  # noqa: S311
    articles = [make_on(day, body="靠岸。") for day in range(1, 9)]

    def edit():
        article = rng.choice(articles)
        article.headline, article.body = rng.choice(["渡輪", "燈塔"]), "靠岸。"
        article.status = rng.choice(["published", "withdrawn"])
        article.published_at = datetime(2026, 1, rng.randint(1, 28), tzinfo=UTC)
        article.save()
        articles.append(make_on(rng.randint(1, 28), body="靠岸。"))

    rebuild_watching(monkeypatch, edit)
    matching = Article.objects.published().filter(headline__contains="渡輪").newest_first()
    assert paged("渡輪") == [article.pk for article in matching]


def test_a_rebuild_that_was_broken_off_loses_nothing_and_can_begin_again(monkeypatch):
    articles = [make_on(day) for day in (2, 3, 1)]
    rebuild(Article.objects.all())
    before, steps = paged("渡輪"), iter([None])
    with monkeypatch.context() as patch, pytest.raises(StopIteration):
        rebuild_watching(patch, lambda: next(steps))
    assert paged("渡輪") == before
    articles[0].save()
    rebuild(Article.objects.all())
    assert paged("渡輪") == before


def test_a_rebuilt_index_forgets_what_nobody_told_it():
    hidden, shown = make_on(1), make_on(2)
    Article.objects.filter(pk=hidden.pk).update(visible_from=None)
    rebuild(Article.objects.all())
    assert found("渡輪") == [shown.pk]


def test_a_book_is_found_from_its_first_word_to_its_last():
    words = "，".join(chr(0x4E00 + 3 * number % 9000) * 2 for number in range(20_000))
    book = make_article("長卷", body=f"開頭{words}信使{words}結尾")
    assert found("開頭") == found("信使") == found("結尾") == [book.pk]
    assert found("開頭 信使 結尾") == [book.pk]


def test_phrases_are_exact_on_random_text():
    rng = random.Random(7)  # noqa: S311
    texts = ["".join(rng.choices("甲乙丙a1 ，", k=40)) for _ in range(28)]
    entries = [entry_on(day, searchable(text)) for day, text in enumerate(texts, 1)]
    backend().index(entries)
    queries = {"".join(chars) for length in (1, 2, 3) for chars in itertools.product("甲乙丙", repeat=length)}
    for typed in queries:
        matching = [entry.pk for entry in reversed(entries) if typed in entry.text]
        assert found(typed) == matching


ENDLESS = {
    "sqlite": "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n",
    "postgresql": "SELECT pg_sleep(60)",
}


@pytest.mark.parametrize("lends", [True, False], ids=["the database's own", "a tier of its own"])
def test_a_list_of_articles_is_narrowed_by_phrases(lends):
    both, one = make_article("渡輪", body="霧中的碼頭。"), make_article("燈塔", body="碼頭上的燈。")
    articles = backend().articles if lends else partial(SearchBackend.articles, backend())

    def narrowed(typed):
        return {*Article.objects.filter(pk__in=articles(phrases_in(typed))).values_list("pk", flat=True)}

    assert narrowed("碼頭") == {both.pk, one.pk}
    assert narrowed("霧·碼頭") == {both.pk}


def test_a_search_that_takes_too_long_is_given_up(monkeypatch):
    own = importlib.import_module(type(backend()).__module__)
    monkeypatch.setattr(own, "MOST_SECONDS", 0.01)
    with pytest.raises(SearchTookTooLong):
        ask(ENDLESS[connection.vendor], own.limited_time)


def ask(statement, limited_time):
    with limited_time(), connection.cursor() as cursor:
        cursor.execute(statement)
        cursor.fetchall()
