"""PostgreSQL: a tsvector of the same tokens, under a GIN index.

Phrases stand in it with their positions; single characters without, each followed by CHARACTER, which no
token contains. A tsvector holds 16,383 positions, hence a long article has several rows that overlap.

Measured with the queries of tests.benchmarks.search and 20,000 articles on a busy machine, milliseconds of
processor time of client and server, p50 and p95: newest first 3 and 5.5, ranked 6 and 32, one update 11 and
76, when the list of pending entries is full. The index is 1.18 times the text, the rows with their positions
4.7 times.
"""

import time
from collections.abc import Iterable
from contextlib import contextmanager
from functools import lru_cache

from django.db import OperationalError, connection, connections, router, transaction
from django.db.models.expressions import RawSQL

from articles.discovery.search.base import Entry, SearchBackend, SearchTookTooLong, Terms
from articles.models import VectorEntry
from articles.text.tokens import characters, tokens

PART = 12_000  # tokens in a row
OVERLAP = 600  # tokens that two rows share; the longest query has fewer
CHARACTER = "~"
MOST_RANKED = 300  # the newest matches, of which the best are found in bounded time
MOST_SECONDS = 2.0  # for one query, after which the words are told to be too common
CANCELLED = "57014"  # https://www.postgresql.org/docs/current/errcodes-appendix.html

TABLE = "articles_vectorentry"
WORDS_INDEX = (
    f"CREATE INDEX IF NOT EXISTS search_words ON {TABLE} USING gin (words) "
    "WITH (fastupdate = on, gin_pending_list_limit = 1024)"
)
# PostgreSQL keeps the share of rows of its most common tokens; ANALYZE, which autovacuum runs, counts them.
COMMON = (
    "SELECT unnest(most_common_elems::text::text[]), unnest(most_common_elem_freqs) "
    "FROM pg_stats WHERE tablename = 'articles_vectorentry' AND attname = 'words'"
)
MINUTES = 10  # that these are kept
COST_OF_READING = 20  # a vector from where long values are kept, in rows that the index leads to
KNOWN = f"SELECT 1 FROM {TABLE} WHERE (article_id, place, is_part) = (%s, %s, %s) AND words = %s::tsvector"  # noqa: S608
HAVING = f"SELECT article_id FROM {TABLE} WHERE words @@ %s::tsquery"  # noqa: S608
INSERT = f"INSERT INTO {TABLE} (article_id, place, is_part, words) VALUES (%s, %s, %s, %s::tsvector)"  # noqa: S608


class PostgresBackend(SearchBackend):
    @transaction.atomic
    def index(self, entries: Iterable[Entry]) -> None:
        for entry in entries:
            lines = vector_rows(entry)
            if not entry.is_new:
                if is_known(lines):
                    continue
                self.forget([entry.pk])
            with connection.cursor() as cursor:
                cursor.executemany(INSERT, lines)

    def forget(self, pks: Iterable[int]) -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {TABLE} WHERE article_id = ANY(%s)", [list(pks)])  # noqa: S608

    @contextmanager
    def rebuilding(self):
        """Row by row in place of the old ones; no row outlives its article.

        An empty table is filled before it is indexed, in a fifth of the time.
        """
        is_new = not VectorEntry.objects.exists()
        with connection.cursor() as cursor:
            if is_new:
                cursor.execute("DROP INDEX IF EXISTS search_words")
            yield self.index
            if is_new:
                cursor.execute(WORDS_INDEX)
            cursor.execute(f"ANALYZE {TABLE}")

    def older(self, terms, before, limit):
        return self._places(terms, "place < %s", 2**63 - 1 if before is None else before, "DESC", limit)

    def newer(self, terms, after, limit):
        return self._places(terms, "place > %s", after, "ASC", limit)

    def best(self, terms, limit):
        newest = self.older(terms, None, MOST_RANKED)
        statement = (
            f"SELECT place FROM {TABLE} WHERE place = ANY(%s) GROUP BY place "  # noqa: S608
            "ORDER BY max(ts_rank(words, %s::tsquery, 1)) DESC, place DESC LIMIT %s"
        )
        with limited_time():
            return places(statement, [newest, expression(terms, joint=" | "), limit])

    def articles(self, phrases):
        found = VectorEntry.objects.all()
        for phrase in phrases:  # of a long article each may stand in another part
            having = RawSQL(HAVING, [expression([(phrase,)])])  # noqa: S611
            found = found.filter(article__in=having)
        return found.values("article")

    def _places(self, terms: Terms, bound, place, direction, limit) -> list[int]:
        order = f"ORDER BY place {direction}"
        way = ALONG if is_common(terms, limit) else APART
        found = way.format(bound=bound, after=bound.removeprefix("place"), order=order)
        # The index knows who has all tokens; whether they stand together is looked up newest first.
        exact = f"SELECT DISTINCT place FROM ({found}) f WHERE words @@ %s::tsquery {order} LIMIT %s"  # noqa: S608
        with limited_time():
            whole = places(exact, [place, expression(terms, near=" & "), expression(terms), limit])
            parts = self._in_parts(terms, bound, place, order, limit) if len(terms) > 1 and any_part() else []
        return sorted({*whole, *parts}, reverse=direction == "DESC")[:limit]

    def _in_parts(self, terms: Terms, bound, place, order, limit) -> list[int]:
        """Long articles whose parts have the terms between them."""
        apart = " AND ".join([IN_A_PART] * len(terms))
        statement = f"SELECT DISTINCT place FROM {TABLE} WHERE {bound} AND {apart} {order} LIMIT %s"  # noqa: S608
        return places(statement, [place, *map(alternatives, terms), limit])


# PostgreSQL does not reckon what reading a vector costs, and would take either way at the wrong time. Common
# words are met soon along the order of places; of rare ones the index knows all, and these are sorted.
ROWS = "SELECT place, words FROM articles_vectorentry WHERE "
ALONG = ROWS + "{bound} AND (words @@ %s::tsquery) IS TRUE {order} OFFSET 0"
APART = ROWS + "place + 0 {after} AND words @@ %s::tsquery {order} OFFSET 0"


def is_common(terms: Terms, limit: int) -> bool:
    """Whether matches stand so near each other that reading what is between costs less than sorting all."""
    shares, total = common_tokens(this_while())
    share = min(max(min(shares.get(name, 0) for name in names(one)) for one in term) for term in terms)
    return share * share * total > COST_OF_READING * limit


def names(phrase) -> list[str]:
    """The tokens of a phrase as the table has them."""
    return [phrase.text + CHARACTER] if phrase.is_one_character else phrase.tokens


def this_while() -> int:
    """A number that changes now and then; what is kept by it in this process is as old as that at most."""
    return int(time.monotonic() / 60 / MINUTES)


@lru_cache(maxsize=1)
def common_tokens(_while) -> tuple[dict[str, float], int]:
    """The share of rows that have each common token, and about how many rows there are."""
    with connections[read_from()].cursor() as cursor:
        cursor.execute(COMMON)
        shares = dict(cursor.fetchall()[: -3 or None])  # the last three numbers are extremes, not shares
        cursor.execute("SELECT reltuples FROM pg_class WHERE relname = %s", [TABLE])
        return shares, int(cursor.fetchone()[0])


def any_part() -> bool:
    """Whether any article is so long that it has several rows."""
    return bool(places(f"SELECT 1 FROM {TABLE} WHERE is_part LIMIT 1", []))  # noqa: S608


IN_A_PART = f"article_id IN (SELECT article_id FROM {TABLE} WHERE is_part AND words @@ %s::tsquery)"  # noqa: S608


def is_known(lines: list[tuple]) -> bool:
    """Whether the table has these rows already; the few articles of several rows are simply written again."""
    return len(lines) == 1 and bool(places(KNOWN, lines[0]))


def vector_rows(entry: Entry) -> list[tuple]:
    """The rows of an article, nearly always one."""
    every = tokens(entry.text)
    starts = range(0, max(len(every) - OVERLAP, 1), PART - OVERLAP)
    single = characters(entry.text)
    return [
        (entry.pk, entry.place, len(starts) > 1, vector(every[start : start + PART], single))
        for start in starts
    ]


def vector(tokens: list[str], single: Iterable[str]) -> str:
    """A tsvector as PostgreSQL reads it. Tokens are letters and digits, quotation marks need no care."""
    positions: dict[str, list[str]] = {}
    for position, token in enumerate(tokens, 1):
        positions.setdefault(token, []).append(str(position))
    lexemes = [f"'{token}':{','.join(at)}" for token, at in positions.items()]
    return " ".join([*lexemes, *(f"'{char}{CHARACTER}'" for char in single)])


def expression(terms: Terms, near: str = " <-> ", joint: str = " & ") -> str:
    """PostgreSQL's own query. near: how the tokens of a phrase have to stand together."""
    return joint.join(f"({alternatives(term, near)})" for term in terms)


def alternatives(term, near: str = " <-> ") -> str:
    return " | ".join(f"({lexemes(phrase, near)})" for phrase in term)


def lexemes(phrase, near: str) -> str:
    return near.join(f"'{name}'" for name in names(phrase))


def read_from() -> str:
    """The database that readers are answered from: it, or a copy."""
    return router.db_for_read(VectorEntry)


def places(statement: str, given: list) -> list[int]:
    with connections[read_from()].cursor() as cursor:
        cursor.execute(statement, given)
        return [place for (place,) in cursor.fetchall()]


@contextmanager
def limited_time():
    """Raises SearchTookTooLong when PostgreSQL is not done after MOST_SECONDS."""
    try:
        with transaction.atomic(using=read_from()), connections[read_from()].cursor() as cursor:
            # Tables priced out of reach look costly enough to compile a query first, for up to .3 s.
            cursor.execute(
                f"SET LOCAL statement_timeout = {int(MOST_SECONDS * 1000)};"
                "SET LOCAL enable_seqscan = off; SET LOCAL jit = off"
            )
            yield
    except OperationalError as error:
        if error.__cause__.sqlstate != CANCELLED:
            raise
        raise SearchTookTooLong from error
