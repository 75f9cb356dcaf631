"""Search: the index an article is kept in, chosen like EMAIL_BACKEND by a dotted path in SEARCH_BACKEND."""

import re
from functools import cache
from itertools import groupby

from django.conf import settings
from django.db import connection
from django.utils.module_loading import import_string

from articles.discovery.search.base import PK_BITS, Entry, SearchBackend, place_of
from articles.text.plain import plain_text
from articles.text.tokens import searchable

OF_THE_DATABASE = {
    "sqlite": "articles.discovery.search.sqlite.SqliteBackend",
    "postgresql": "articles.discovery.search.postgres.PostgresBackend",
}
CAPTION_MARK = re.compile(r"^\s*▲", re.MULTILINE)  # without it the line counts as text


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
    else:
        backend().forget([article.pk])


def rebuild(articles) -> None:
    """Begin the index anew. articles: a queryset of all of them."""
    shown = articles.filter(visible_from__isnull=False).prefetch_related("summaries")
    entries = (entry_of(article) for article in shown.order_by("sorted_at", "pk").iterator(500))
    backend().rebuild(in_order(entries))


def in_order(entries):
    """Entries sorted by fractions of a second, in the order of their places, which are whole seconds."""
    for _second, same in groupby(entries, lambda entry: entry.place >> PK_BITS):
        yield from sorted(same, key=lambda entry: entry.place)


def entry_of(article) -> Entry:
    return Entry(article.pk, place_of(article.sorted_at, article.pk), indexed_text(article))


def indexed_text(article) -> str:
    """What an article is found by: headline, standfirst, byline, body with captions, published summaries."""
    ours = [summary.words.plain for summary in article.summaries.all() if summary.is_shown]
    own = [
        article.headline,
        article.standfirst,
        article.byline,
        plain_text(CAPTION_MARK.sub("", article.body)),
    ]
    return searchable("\n\n".join([*own, *ours]))
