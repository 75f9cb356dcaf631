"""Search: the index an article is kept in, chosen like EMAIL_BACKEND by a dotted path in SEARCH_BACKEND."""

import re
from functools import cache

from django.conf import settings
from django.db import connection, transaction
from django.utils.module_loading import import_string
from tqdm import tqdm

from articles.discovery.search.base import Entry, SearchBackend, pk_at, place_of
from articles.models.articles.turns import in_turn
from articles.text.plain import plain_text
from articles.text.tokens import searchable

OF_THE_DATABASE = {
    "sqlite": "articles.discovery.search.sqlite.SqliteBackend",
    "postgresql": "articles.discovery.search.postgres.PostgresBackend",
}
BATCH = 200  # articles in one transaction of a rebuild, for which editors who save wait
CAPTION_MARK = re.compile(r"^[ \t]*▲", re.MULTILINE)  # without it the line counts as text


def backend() -> SearchBackend:
    """The backend in use: the one that is set, else the one of the database."""
    return backend_at(settings.SEARCH_BACKEND or OF_THE_DATABASE[connection.vendor])


@cache
def backend_at(path: str) -> SearchBackend:
    return import_string(path)()


def derive_search(article) -> None:
    """Bring the index up to date with an article. What no reader will ever see is not in it."""
    if article.visible_from:
        backend().index([entry_of(article)])
    elif not article.is_new:
        backend().forget([article.pk])


def rebuild(articles) -> None:
    """Begin the index anew, while readers search and editors save. articles: a queryset of all of them."""
    shown, hidden = (articles.filter(visible_from__isnull=is_hidden) for is_hidden in (False, True))
    with backend().rebuilding() as take_in:
        busy = [pk for places in batches(places_of(shown)) for pk in taken_in(shown, places, take_in)]
    for pks in batches([*busy, *hidden.values_list("pk", flat=True)]):
        settle(articles, pks)


def places_of(articles) -> list[int]:
    numbers = articles.values_list("sorted_at", "pk").iterator()
    return sorted(place_of(sorted_at, pk) for sorted_at, pk in numbers)


def batches(numbers: list[int]):
    for start in tqdm(range(0, len(numbers), BATCH), disable=None):
        yield numbers[start : start + BATCH]


@transaction.atomic
def taken_in(articles, places: list[int], take_in) -> set[int]:
    """Take in the articles of these places. Returns the numbers of those that somebody is just saving.

    A rebuild does not wait for them, lest it and a save wait for each other; on SQLite there are none.
    """
    found = articles.filter(pk__in=map(pk_at, places)).prefetch_related("summaries")
    entries = list(map(entry_of, found.select_for_update(of=["self"], skip_locked=True)))
    at = {entry.place: entry for entry in entries}
    # One that has another place now was saved a moment ago, and taken in by that.
    take_in([at[place] for place in places if place in at])
    return set(map(pk_at, places)) - {entry.pk for entry in entries}


def settle(articles, pks: list[int]) -> None:
    """Bring the index up to date with articles one by one, each when nobody else saves it."""
    for pk in pks:
        with in_turn():
            for article in articles.select_for_update(of=["self"]).filter(pk=pk):
                derive_search(article)


def entry_of(article) -> Entry:
    place = place_of(article.sorted_at, article.pk)
    return Entry(article.pk, place, indexed_text(article), is_new=article.is_new)


def indexed_text(article) -> str:
    """What an article is found by: headline, standfirst, byline, body with captions, published summaries."""
    ours = [summary.words.plain for summary in article.earlier(article.summaries) if summary.is_shown]
    own = [
        article.headline,
        article.standfirst,
        article.byline,
        plain_text(CAPTION_MARK.sub("", article.body)),
    ]
    return searchable("\n\n".join([*own, *ours]))
