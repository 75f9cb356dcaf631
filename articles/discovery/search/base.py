"""What a search backend does. It knows words and order; what readers may see, the database says."""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.db.models import QuerySet

from articles.models import Article
from articles.text.tokens import SearchPhrase

PK_BITS = 28  # of a place: 268 million articles
SECONDS_BEFORE_1970 = 2**34  # places begin in the year 1425 and end in 2514, that makes 35 bits
LOWEST_PLACE = 2**48  # numbers below are free for a backend's own use
MOST_LISTED = 1_000  # articles, where a backend cannot lend the database its index
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

Terms = tuple[tuple[SearchPhrase, ...], ...]


def place_of(sorted_at: datetime, pk: int) -> int:
    """Where an article stands in time, as one number of 63 bits: its second, then its number."""
    second = (sorted_at - EPOCH) // timedelta(seconds=1) + SECONDS_BEFORE_1970
    return (min(max(second, LOWEST_PLACE >> PK_BITS), 2 * SECONDS_BEFORE_1970 - 1) << PK_BITS) + pk


def pk_at(place: int) -> int:
    return place & (2**PK_BITS - 1)


@dataclass(frozen=True)
class Entry:
    """An article as an index takes it. text: searchable, see `articles.text.tokens`.

    is_new: it is certain that the index knows nothing of it.
    """

    pk: int
    place: int
    text: str
    is_new: bool = False


class SearchTookTooLong(Exception):
    """The index was asked more than it answers in the time it has."""


class SearchBackend:
    """One index. Terms are phrases, all of which must be found; of each term any alternative will do."""

    def index(self, entries: Iterable[Entry]) -> None:
        """Take articles in, in place of what was known of them."""
        raise NotImplementedError

    def forget(self, pks: Iterable[int]) -> None:
        """Articles are found no longer, from this moment."""
        raise NotImplementedError

    def rebuilding(self) -> AbstractContextManager[Callable[[list[Entry]], None]]:
        """Begin anew: gives what takes entries in, all of them, in the order of their places, batch by batch.

        Each batch is a transaction of its own. Meanwhile, and if it is never finished, nothing is missed.
        """
        raise NotImplementedError

    def older(self, terms: Terms, before: int | None, limit: int) -> list[int]:
        """Places of matching articles, newest first, those before a place if one is given."""
        raise NotImplementedError

    def newer(self, terms: Terms, after: int, limit: int) -> list[int]:
        """Places of matching articles after a place, oldest first."""
        raise NotImplementedError

    def best(self, terms: Terms, limit: int) -> list[int]:
        """Places of matching articles, best first."""
        raise NotImplementedError

    def articles(self, phrases: list[SearchPhrase]) -> QuerySet:
        """Numbers of the articles in which phrases stand, one at least: all of them, as a query of one
        column, or the newest.
        """
        places = self.older(tuple((phrase,) for phrase in phrases), None, MOST_LISTED)
        return Article.objects.filter(pk__in=map(pk_at, places)).values("pk")
