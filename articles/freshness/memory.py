"""What every page needs and seldom changes: kept in the process until one of its scopes changes."""

import time
from collections.abc import Callable
from functools import wraps
from typing import NamedTuple

from django.db import transaction

from articles.freshness import scopes
from articles.freshness.clock import place_of
from articles.freshness.page import LONGEST


class Known(NamedTuple):
    """found: what was read at a reading of the clock. until: when it is asked for again (monotonic)."""

    reading: int
    until: float
    found: object


def remembered(*names: str) -> Callable:
    """Decorates a function without arguments: what it finds is kept until one of these scopes changes.

    It is asked each time where no clock runs, and inside a transaction, whose rows are nobody else's yet.
    """
    places = [place_of(name) for name in names]

    def decorate(find: Callable) -> Callable:
        known = None

        @wraps(find)
        def recall():
            nonlocal known
            reading, now = scopes.now(), time.monotonic()
            if reading is None or transaction.get_connection().in_atomic_block:
                return find()
            if known is None or known.until < now or scopes.last_change(places) > known.reading:
                known = Known(reading, now + LONGEST, find())
            return known.found

        return recall

    return decorate
