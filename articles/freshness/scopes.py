"""The parts of the site that change by themselves. Who saves something says here which of them it changes.

An article's own page hangs on the articles that it names as well; a topic's on all that is said of those
that have it.
"""

import logging
import math
from functools import cache, partial
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction

from articles.freshness.clock import Clock, place_of

ALL = "all"  # names of topics and sources, rights: what any page may show
LISTS = "lists"  # the home page, sources, weeks, indexes, sitemaps, feeds of these

if TYPE_CHECKING:
    from articles.freshness.machines import Machines

logger = logging.getLogger(__name__)


def of_article(pk: int) -> str:
    """What any page says of an article."""
    return f"article:{pk}"


def beside_article(pk: int) -> str:
    """Which others its own page names: that changes with what comes in, and what is said of it does not."""
    return f"beside:{pk}"


def of_topic(pk: int) -> str:
    return f"topic:{pk}"


def renew(*scopes: str) -> None:
    """Let no page show any longer what these scopes were, as soon as the change is committed.

    To be called after the change: outside of a transaction that is committed already.
    """
    transaction.on_commit(partial(announce, scopes), robust=True)


def announce(scopes) -> None:
    """Move the clock on, here and on the other machines. Not being able to is no reason not to save."""
    change(scopes)
    if others := machines():
        others.tell(scopes)


def change(scopes) -> None:
    """Move the clock on, in all processes of this machine."""
    if found := clock():
        found.change([place_of(scope) for scope in scopes])


def now() -> int | None:
    """The clock's reading, to be taken before a page is begun; None when no page may be kept."""
    found, others = clock(), machines()
    return found.now() if found and (others is None or others.hears) else None


def last_change(places) -> float:
    """The latest change at these places (`clock.place_of`); for ever ahead while others are not heard."""
    others = machines()
    return clock().last_change(places) if others is None or others.hears else math.inf


def listen() -> None:
    """Hear from now on what other machines change."""
    if others := machines():
        others.listen()


@cache
def machines() -> "Machines | None":
    """The way to the other machines; None where there is one machine alone, which need not load redis."""
    if not settings.REDIS_URL:
        return None
    from articles.freshness.machines import Machines

    return Machines(settings.REDIS_URL, change, ALL)


@cache
def clock() -> Clock | None:
    """This machine's; None, and a line in the log, where its file cannot be had."""
    try:
        return Clock(settings.VAR / "changes")
    except OSError as error:
        logger.warning("No page is kept: %s", error)
        return None
