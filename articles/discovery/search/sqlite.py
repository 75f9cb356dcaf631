"""SQLite: two contentless FTS5 tables, one of phrases and one of single characters.

A table is read in the order of its rows, hence the newest matches are found without looking at the others.
A row's number is that of its article's SLOT, or the next one free: small numbers that lie near each other
make the index almost half as large as places would. A rebuild begins a new stretch of numbers; between
neighbours that leave no number free, a row has its place for a number. Each stretch is in the order of
places, and a search merges them: one (two while a rebuild is going on) and the few rows that have places.

Measured with the queries of tests.benchmarks.search and 74,200 articles on a busy machine, milliseconds of
processor time, p50 and p95: newest first 0.3 and 1.0, ranked 0.6 and 14, one update 5 and 13. The index is
1.26 times the text.
"""

import time
import zlib
from collections.abc import Iterable
from contextlib import contextmanager
from functools import partial
from itertools import chain

from django.db import OperationalError, connection, transaction
from django.db.models.expressions import RawSQL

from articles.discovery.search.base import (
    LOWEST_PLACE,
    PK_BITS,
    Entry,
    SearchBackend,
    SearchTookTooLong,
    Terms,
)
from articles.models import FtsEntry
from articles.text.tokens import characters, tokens

STRETCH_BITS = 28  # of a row's number within its stretch: more than there are slots; they end at LOWEST_PLACE
SLOT = 300  # seconds that a row's number stands for; with 60 the index is 6 % larger, with 3,600 6 % smaller
LAST = 2**63 - 1  # SQLite's highest row number
MOST_RANKED = 10_000  # the newest matches, of which the best are found in bounded time
MOST_SECONDS = 2.0  # for one query, after which the words are told to be too common
PAGES = 500  # of the index that are merged in one transaction
STEPS = 10_000  # of SQLite's machine between two looks at the clock

BOTH = ("search_phrases", "search_characters")


KNOWN = "SELECT place, docid, text FROM articles_ftsentry WHERE article_id = %s"
REMEMBER = "INSERT INTO articles_ftsentry (article_id, place, docid, text) VALUES (%s, %s, %s, %s)"
INSERT = "INSERT INTO {table}(rowid, tokens) VALUES (%s, %s)"
DELETE = "INSERT INTO {table}({table}, rowid, tokens) VALUES ('delete', %s, %s)"
MERGE = "INSERT INTO {table}({table}, rank) VALUES ('merge', %s)"

# The numbers of all stretches, a walk of two or three steps.
STRETCHES = f"""
    WITH RECURSIVE stretch(number) AS (
        SELECT MIN(docid) >> {STRETCH_BITS} FROM articles_ftsentry WHERE docid < {LOWEST_PLACE}
        UNION ALL
        SELECT (
            SELECT MIN(docid) >> {STRETCH_BITS} FROM articles_ftsentry
            WHERE docid >= (number + 1) << {STRETCH_BITS} AND docid < {LOWEST_PLACE}
        )
        FROM stretch WHERE number IS NOT NULL
    )
    SELECT number FROM stretch WHERE number IS NOT NULL
"""  # noqa: S608
# A stretch, the newest where none is given, and its rows that stand next before and next after a place.
BESIDE = f"""
    WITH own(stretch) AS (SELECT COALESCE(
        %s, (SELECT MAX(docid) >> {STRETCH_BITS} FROM articles_ftsentry WHERE docid < {LOWEST_PLACE}), 0
    ))
    SELECT
        stretch,
        (SELECT docid FROM articles_ftsentry WHERE docid >> {STRETCH_BITS} = stretch AND place < %s
         ORDER BY place DESC LIMIT 1),
        (SELECT docid FROM articles_ftsentry WHERE docid >> {STRETCH_BITS} = stretch AND place > %s
         ORDER BY place LIMIT 1)
    FROM own
"""  # noqa: S608


# No savepoints: FTS5 would write what it has gathered at each, twice for a changed row.
in_one_piece = partial(transaction.atomic, savepoint=False)


class SqliteBackend(SearchBackend):
    @in_one_piece()
    def index(self, entries: Iterable[Entry]) -> None:
        # What was deleted: its row is free, still has its words, and FTS5 keeps those of one text in each.
        self.forget([])
        for entry in entries:
            text = pack(entry.text)
            place, docid, before = (None, None, None) if entry.is_new else known(entry.pk)
            if (place, before) != (entry.place, text):
                if place is not None:
                    self.forget([entry.pk])
                # In the same row, where the index keeps what was and what is as one.
                row = docid if place == entry.place else free_row(entry.place)
                self._write(entry, row, text)

    @in_one_piece()
    def forget(self, pks: Iterable[int]) -> None:
        for pk in pks:
            run("DELETE FROM articles_ftsentry WHERE article_id = %s", pk)
        gone = rows("SELECT docid, text FROM search_forgotten")
        for docid, text in gone:
            tell(DELETE, docid, unpack(text))
        if gone:
            run("DELETE FROM search_forgotten")

    @contextmanager
    def rebuilding(self):
        """Articles move from their rows to a new stretch; what is searched is always one whole index."""
        if not FtsEntry.objects.exists():
            self._empty()
        stretch = max(stretches(), default=-1) + 1
        merge_from(16)

        def take_in(entries):
            for entry in entries:
                self.forget([entry.pk])
                self._write(entry, free_row(entry.place, stretch), pack(entry.text))

        yield take_in
        for table in BOTH:
            merge(table)
        merge_from(4)  # as FTS5 does by itself

    def _write(self, entry: Entry, docid: int, text: bytes) -> None:
        run(REMEMBER, entry.pk, entry.place, docid, text)
        tell(INSERT, docid, entry.text)

    def older(self, terms, before, limit):
        dense = [(first_of(stretch), last_before(before, stretch)) for stretch in stretches()]
        sparse = (LOWEST_PLACE, LAST if before is None else before - 1)
        found = (self._places(terms, first, last, "DESC", limit) for first, last in [sparse, *dense])
        return sorted(chain.from_iterable(found), reverse=True)[:limit]

    def newer(self, terms, after, limit):
        dense = [(last_before(after + 1, stretch) + 1, last_of(stretch)) for stretch in stretches()]
        sparse = (after + 1, LAST)
        found = (self._places(terms, first, last, "ASC", limit) for first, last in [sparse, *dense])
        return sorted(chain.from_iterable(found))[:limit]

    def best(self, terms, limit):
        table, matching, given = condition(terms)
        if table == "search_characters":
            return self.older(terms, None, limit)
        ranked = (
            f"SELECT rowid AS docid, bm25({table}) AS score FROM {table} WHERE {matching} "  # noqa: S608
            "ORDER BY rowid DESC LIMIT %s"
        )
        best = f"SELECT docid, score FROM ({ranked}) ORDER BY score, docid DESC LIMIT %s"  # noqa: S608
        with limited_time():
            found = rows(
                f"SELECT place FROM ({best}) JOIN articles_ftsentry USING (docid) "  # noqa: S608
                "ORDER BY score, place DESC",
                *given,
                MOST_RANKED,
                limit,
            )
        return [place for (place,) in found]

    def articles(self, phrases):
        table, matching, given = condition([(phrase,) for phrase in phrases])
        found = RawSQL(f"SELECT rowid FROM {table} WHERE {matching}", given)  # noqa: S608, S611
        return FtsEntry.objects.filter(docid__in=found).values("article")

    @transaction.atomic
    def _empty(self):
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


def known(pk: int) -> tuple:
    """Place, row and packed text of an article in the index."""
    return next(iter(rows(KNOWN, pk)), (None, None, None))


def stretches() -> list[int]:
    """The numbers of the stretches that have rows, ascending."""
    return [number for (number,) in rows(STRETCHES)]


def first_of(stretch: int) -> int:
    return stretch << STRETCH_BITS


def last_of(stretch: int) -> int:
    return first_of(stretch + 1) - 1


def beside(place: int, stretch: int | None) -> tuple[int, int | None, int | None]:
    """A stretch, None: the newest; and its rows that stand next before and next after a place."""
    return rows(BESIDE, stretch, place, place)[0]


def free_row(place: int, stretch: int | None = None) -> int:
    """The number for the row of a place: in the stretch where one is free between its neighbours."""
    stretch, before, after = beside(place, stretch)
    slot = first_of(stretch) + (place >> PK_BITS) // SLOT
    row = slot if before is None else max(slot, before + 1)
    return row if after is None or row < after else place


def last_before(place: int | None, stretch: int) -> int:
    """The last row of a stretch that stands before a place."""
    if place is None:
        return last_of(stretch)
    _stretch, before, _after = beside(place, stretch)
    return first_of(stretch) - 1 if before is None else before


def merge_from(count: int) -> None:
    """Have FTS5 merge as many pieces of a table at a time; the fewer, the more often all is written again."""
    for table in BOTH:
        run(f"INSERT INTO {table}({table}, rank) VALUES ('automerge', %s)", count)  # noqa: S608


def merge(table: str) -> None:
    """Put a table in one piece in short steps, as https://www.sqlite.org/fts5.html#the_merge_command says."""
    statement = MERGE.format(table=table)
    changed_by(statement, -PAGES)
    while changed_by(statement, PAGES) >= 2:
        pass


def changed_by(statement: str, *given) -> int:
    """How many rows of SQLite's own a statement changed."""
    before = connection.connection.total_changes
    run(statement, *given)
    return connection.connection.total_changes - before


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
