"""In how many articles a token stands, asked of the search index that is there anyway."""

from django.core.cache import cache
from django.db import connection

from articles.models import FtsEntry, VectorEntry

VOCABULARY = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_vocabulary USING fts5vocab(main, search_phrases, row)"
)
LOOK_UP = "SELECT term, doc FROM temp.search_vocabulary WHERE term IN ({})"
# PostgreSQL keeps the share of rows of its most common tokens; ANALYZE, which autovacuum runs, counts them.
COMMON = (
    "SELECT unnest(most_common_elems::text::text[]), unnest(most_common_elem_freqs) "
    "FROM pg_stats WHERE tablename = 'articles_vectorentry' AND attname = 'words'"
)
MINUTES = 10
RARE = 2  # articles that a token is taken to stand in when it is not among the common ones
MOST_AT_ONCE = 500  # tokens in one look-up


def frequencies(tokens) -> tuple[dict[str, int], int]:
    """How many articles have each token, RARE where that was not counted; and how many there are in all."""
    return COUNTERS[connection.vendor](list(tokens))


def _on_sqlite(tokens):
    counted = dict.fromkeys(tokens, 0)
    with connection.cursor() as cursor:
        cursor.execute(VOCABULARY)
        for start in range(0, len(tokens), MOST_AT_ONCE):
            some = tokens[start : start + MOST_AT_ONCE]
            cursor.execute(LOOK_UP.format(",".join(["%s"] * len(some))), some)
            counted.update(cursor.fetchall())
    return counted, FtsEntry.objects.count()


def _on_postgresql(tokens):
    total = cache.get_or_set("search-entries", VectorEntry.objects.count, MINUTES * 60)
    shares = cache.get_or_set("search-common-tokens", _common_tokens, MINUTES * 60)
    return {token: round(shares.get(token, 0) * total) or RARE for token in tokens}, total


def _common_tokens():
    with connection.cursor() as cursor:
        cursor.execute(COMMON)
        return dict(cursor.fetchall()[: -3 or None])  # the last three numbers are extremes, not shares


COUNTERS = {"sqlite": _on_sqlite, "postgresql": _on_postgresql}
