"""Pages by keyset: what comes before a row is found by index, however deep a reader goes."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from django.db.models import F, Q

PAGE_SIZE = 20
CURSORS = ("before", "after")  # the query's names: what is older, what is newer than a cursor
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


class Cursor(NamedTuple):
    """A place in a list: between an article and the next."""

    sorted_at: datetime
    pk: int

    @classmethod
    def read(cls, text: str | None) -> "Cursor | None":
        """The cursor that `str` wrote; None for anything else."""
        instant, _dot, pk = (text or "").partition(".")
        place = read_place(pk)
        try:
            return None if place is None else cls(EPOCH + int(instant, 36) * MICROSECOND, place)
        except (ValueError, OverflowError):
            return None

    def __str__(self):
        return f"{base36((self.sorted_at - EPOCH) // MICROSECOND)}.{base36(self.pk)}"


def base36(number: int) -> str:
    """The number as `int(text, 36)` reads it, negative ones too: articles may be older than 1970."""
    if number < 0:
        return "-" + base36(-number)
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    return (base36(number // 36) if number >= 36 else "") + digits[number % 36]


def read_place(text: str | None) -> int | None:
    """The number of a row that `base36` wrote; None for anything else, or more than a database counts."""
    try:
        number = int(text or "", 36)
    except ValueError:
        return None
    return number if 0 <= number < 2**63 else None


NOWHERE = Cursor(EPOCH, 0)


@dataclass(frozen=True)
class Page:
    """articles: newest first. older, newer: cursors of the neighbouring pages, None where there is none.

    undated_path: where what prints no date is read, of a page that goes on before it and shows none.
    """

    articles: list
    older: Cursor | None = None
    newer: Cursor | None = None
    undated_path: str = ""

    @property
    def made_from(self) -> tuple:
        """What tells it from another one; its articles are shared."""
        return self.older, self.newer, self.undated_path, [article.told for article in self.articles]

    @property
    def dated(self) -> list:
        return [article for article in self.articles if not article.is_undated]

    @property
    def undated(self) -> list:
        """What prints no date, at the end of every list."""
        return [article for article in self.articles if article.is_undated]


def page_of(queryset, query, at="sorted_at", key="pk") -> Page:
    """The page of a list that a query asks for. at, key: see `ordered_by`."""
    queryset = ordered_by(queryset, at, key)
    return page_read(lambda side, cursor, most: list(side(queryset, cursor)[:most]), query)


def page_read(read, query) -> Page:
    """The page that a query asks for, the first one when its cursor is none of ours.

    read: gives the rows on one side of a cursor, `newest`, `older_than` or `newer_than`, and how many.
    query: the request's.
    """
    before, after = (Cursor.read(query.get(name)) for name in CURSORS)
    page = (before and older_page(read, before)) or (after and newer_page(read, after))
    return page or first_page(read)


def ordered_by(queryset, at: str, key: str):
    """at, key: the fields the list is ordered by, in the table whose index serves it."""
    return queryset.alias(at=F(at), key=F(key))


def first_page(read) -> Page:
    rows = read(newest, NOWHERE, PAGE_SIZE + 1)
    return Page(rows[:PAGE_SIZE], older=oldest_beyond(rows))


def older_page(read, cursor) -> Page | None:
    """None when nothing is older."""
    rows = read(older_than, cursor, PAGE_SIZE + 1)
    return rows and Page(rows[:PAGE_SIZE], oldest_beyond(rows), cursor_of(rows[0]))


def newer_page(read, cursor) -> Page | None:
    """None when what is newer would not fill a page: the first page shows it then."""
    rows = read(newer_than, cursor, PAGE_SIZE + 1)
    if len(rows) <= PAGE_SIZE:
        return None
    rows = rows[PAGE_SIZE - 1 :: -1]
    return Page(rows, cursor_of(rows[-1]), cursor_of(rows[0]))


def newest(queryset, _cursor):
    return queryset.order_by("-at", "-key")


def older_than(queryset, cursor):
    # Said with <= first, so that the index is entered at the cursor instead of read up to it.
    older = Q(at__lte=cursor.sorted_at) & (Q(at__lt=cursor.sorted_at) | Q(key__lt=cursor.pk))
    return queryset.filter(older).order_by("-at", "-key")


def newer_than(queryset, cursor):
    newer = Q(at__gte=cursor.sorted_at) & (Q(at__gt=cursor.sorted_at) | Q(key__gt=cursor.pk))
    return queryset.filter(newer).order_by("at", "key")


def oldest_beyond(rows) -> Cursor | None:
    return cursor_of(rows[PAGE_SIZE - 1]) if len(rows) > PAGE_SIZE else None


def cursor_of(article) -> Cursor:
    return Cursor(article.sorted_at, article.pk)
