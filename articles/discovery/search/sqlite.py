"""SQLite: two contentless FTS5 tables, one of phrases and one of single characters.

A table is read in the order of its rows, hence the newest matches are found without looking at the others.
Rows are numbered by place; a rebuild numbers them from 1 without gaps, which makes the index a third smaller.
Both stretches are in the order of places, and a search merges the two.
"""

import time
import zlib
from collections.abc import Iterable
from contextlib import contextmanager
from itertools import islice

from django.db import OperationalError, connection, transaction

from articles.discovery.search.base import LOWEST_PLACE, Entry, SearchBackend, SearchTookTooLong, Terms
from articles.models import FtsEntry
from articles.text.tokens import characters, tokens

DENSE_END = LOWEST_PLACE - 1  # the last row of the stretch without gaps
LAST = 2**63 - 1
MOST_RANKED = 10_000  # the newest matches, of which the best are found in bounded time
MOST_SECONDS = 2.0
BATCH = 500  # entries written at once
STEPS = 10_000  # of SQLite's machine between two looks at the clock

BOTH = ("search_phrases", "search_characters")


KNOWN = "SELECT place, text FROM articles_ftsentry WHERE article_id = %s"
REMEMBER = "INSERT INTO articles_ftsentry (article_id, place, docid, text) VALUES (%s, %s, %s, %s)"
INSERT = "INSERT INTO {table}(rowid, tokens) VALUES (%s, %s)"
DELETE = "INSERT INTO {table}({table}, rowid, tokens) VALUES ('delete', %s, %s)"


class SqliteBackend(SearchBackend):
    @transaction.atomic
    def index(self, entries: Iterable[Entry]) -> None:
        for entry in entries:
            text = pack(entry.text)
            if rows(KNOWN, entry.pk) != [(entry.place, text)]:
                self.forget([entry.pk])
                run(REMEMBER, entry.pk, entry.place, entry.place, text)
                tell(INSERT, entry.place, entry.text)

    @transaction.atomic
    def forget(self, pks: Iterable[int]) -> None:
        for pk in pks:
            run("DELETE FROM articles_ftsentry WHERE article_id = %s", pk)
        for docid, text in rows("SELECT docid, text FROM search_forgotten"):
            tell(DELETE, docid, unpack(text))
        run("DELETE FROM search_forgotten")

    @transaction.atomic
    def rebuild(self, entries: Iterable[Entry]) -> None:
        """In one transaction: readers search the old index until the new one is whole, editors wait."""
        self._empty()
        numbered = enumerate(entries, 1)
        while batch := list(islice(numbered, BATCH)):
            FtsEntry.objects.bulk_create(
                FtsEntry(article_id=entry.pk, place=entry.place, docid=docid, text=pack(entry.text))
                for docid, entry in batch
            )
            for docid, entry in batch:
                tell(INSERT, docid, entry.text)
        for table in BOTH:
            run(f"INSERT INTO {table}({table}) VALUES ('optimize')")  # noqa: S608

    def older(self, terms, before, limit):
        sparse = self._places(terms, LOWEST_PLACE, LAST if before is None else before - 1, "DESC", limit)
        dense = self._places(terms, 1, self._dense_before(before), "DESC", limit)
        return sorted(sparse + dense, reverse=True)[:limit]

    def newer(self, terms, after, limit):
        sparse = self._places(terms, after + 1, LAST, "ASC", limit)
        dense = self._places(terms, self._dense_before(after + 1) + 1, DENSE_END, "ASC", limit)
        return sorted(sparse + dense)[:limit]

    def best(self, terms, limit):
        table, matching, given = condition(terms)
        if table == "search_characters":
            return self.older(terms, None, limit)
        ranked = (
            f"SELECT rowid AS docid, bm25({table}) AS score FROM {table} WHERE {matching} "  # noqa: S608
            "ORDER BY rowid DESC LIMIT %s"
        )
        with limited_time():
            found = rows(
                f"SELECT place FROM ({ranked}) JOIN articles_ftsentry USING (docid) "  # noqa: S608
                "ORDER BY score, place DESC LIMIT %s",
                *given,
                MOST_RANKED,
                limit,
            )
        return [place for (place,) in found]

    def _empty(self):
        FtsEntry.objects.all().delete()
        run("DELETE FROM search_forgotten")
        for table in BOTH:
            run(f"INSERT INTO {table}({table}) VALUES ('delete-all')")  # noqa: S608

    def _places(self, terms: Terms, first, last, direction, limit) -> list[int]:
        """Places of the matches in a stretch of rows."""
        table, matching, given = condition(terms)
        with limited_time():
            found = rows(
                f"SELECT place FROM {table} CROSS JOIN articles_ftsentry ON docid = {table}.rowid "  # noqa: S608
                f"WHERE {matching} AND {table}.rowid BETWEEN %s AND %s "
                f"ORDER BY {table}.rowid {direction} LIMIT %s",
                *given,
                first,
                last,
                limit,
            )
        return [place for (place,) in found]

    def _dense_before(self, place: int | None) -> int:
        """The last row of the dense stretch that stands before a place."""
        if place is None:
            return DENSE_END
        # The plus keeps SQLite to the index on place: from there the row is a step or two away.
        nearest = "SELECT docid FROM articles_ftsentry WHERE place < %s AND +docid <= %s ORDER BY place DESC"
        found = rows(f"{nearest} LIMIT 1", place, DENSE_END)
        return found[0][0] if found else 0


def pack(text: str) -> bytes:
    return zlib.compress(text.encode(), 6)


def unpack(text: bytes) -> str:
    return zlib.decompress(text).decode()


def tell(statement: str, docid: int, text: str) -> None:
    """Say the same of an article to both tables, each in its own tokens."""
    run(statement.format(table="search_phrases"), docid, " ".join(tokens(text)))
    run(statement.format(table="search_characters"), docid, " ".join(characters(text)))


def condition(terms: Terms) -> tuple[str, str, list[str]]:
    """The table to read, the SQL that chooses its rows, and the values that the SQL is given."""
    single = [term for term in terms if is_character(term)]
    longer = [term for term in terms if not is_character(term)]
    if not longer:
        return "search_characters", "search_characters MATCH %s", [expression(single)]
    if not single:
        return "search_phrases", "search_phrases MATCH %s", [expression(longer)]
    also = "search_phrases.rowid IN (SELECT rowid FROM search_characters WHERE search_characters MATCH %s)"
    return "search_phrases", f"search_phrases MATCH %s AND {also}", [expression(longer), expression(single)]


def is_character(term) -> bool:
    return term[0].is_one_character


def expression(terms: Iterable) -> str:
    """FTS5's own query. Tokens are letters and digits: between quotation marks nothing in them is syntax."""
    return " AND ".join(f"({' OR '.join(map(quoted, term))})" for term in terms)


def quoted(phrase) -> str:
    return f'"{" ".join(phrase.tokens)}"'


def run(statement: str, *given) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, given)


def rows(statement: str, *given) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(statement, given)
        return cursor.fetchall()


@contextmanager
def limited_time():
    """Raises SearchTookTooLong when SQLite is not done after MOST_SECONDS."""
    connection.ensure_connection()
    end = time.monotonic() + MOST_SECONDS
    connection.connection.set_progress_handler(lambda: time.monotonic() > end, STEPS)
    try:
        yield
    except OperationalError as error:
        if str(error) != "interrupted":
            raise
        raise SearchTookTooLong from error
    finally:
        connection.connection.set_progress_handler(None, STEPS)
