"""What pages need and seldom changes: kept in the process until one of its scopes changes."""

import math
import time
from collections.abc import Callable, Hashable, Iterable, Iterator
from functools import wraps
from threading import Lock
from typing import NamedTuple

from django.conf import settings
from django.db import transaction

from articles.freshness import scopes
from articles.freshness.clock import place_of
from articles.freshness.page import LONGEST


class Known(NamedTuple):
    """found: what was read at a reading of the clock. until: when it is asked for again (monotonic)."""

    reading: int
    until: float
    places: tuple[int, ...]
    found: object

    @property
    def is_right(self) -> bool:
        return time.monotonic() <= self.until and scopes.last_change(self.places) <= self.reading


class Memory:
    """What was found for as many keys as there is room for; what came first is given up first."""

    def __init__(self, room: int):
        self.room, self.lock = room, Lock()
        self.known: dict[Hashable, Known] = {}

    def find(self, key: Hashable) -> Known | None:
        """None for what is not known, or no longer right."""
        known = self.known.get(key)
        return known if known and known.is_right else None

    def keep(self, key: Hashable, found, reading: int, names: Iterable[str], lasts: float = LONGEST) -> None:
        """reading: the clock's before anything was read for it. names: the scopes that it is made from.

        lasts: how many seconds at most.
        """
        places = tuple(map(place_of, names))
        with self.lock:
            self.known.pop(key, None)
            self.known[key] = Known(reading, time.monotonic() + min(lasts, LONGEST), places, found)
            if len(self.known) > self.room:
                del self.known[next(iter(self.known))]


def reading() -> int | None:
    """The clock's, to be taken before anything is read; None where nothing may be kept or recalled.

    That is where no clock runs, inside a transaction, whose rows are nobody else's yet, and for developers,
    who change templates under a running server.
    """
    return None if settings.DEBUG or in_transaction() else scopes.now()


def in_transaction() -> bool:
    return transaction.get_connection().in_atomic_block


def remembered(
    *names: str | Callable[..., Iterable[str]], room: int = 1, until: Callable[[], float] = lambda: math.inf
) -> Callable:
    """Decorates a function: what it finds for its arguments is kept until one of these scopes changes.

    names: of scopes, or what names some of the arguments. room: for how many different arguments.
    until: tells when an hour changes it (UNIX).
    """

    def decorate(find: Callable) -> Callable:
        memory = Memory(room)

        @wraps(find)
        def recall(*asked):
            if (begun := reading()) is None:
                return find(*asked)
            if known := memory.find(asked):
                return known.found
            lasts = until() - time.time()  # known before anything is read
            found = find(*asked)
            memory.keep(asked, found, begun, named(names, asked), lasts)
            return found

        return recall

    return decorate


def named(names, asked: tuple) -> Iterator[str]:
    """The names of scopes, those of the arguments among them."""
    for each in names:
        yield from [each] if isinstance(each, str) else each(*asked)
