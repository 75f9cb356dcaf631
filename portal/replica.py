"""Readers' pages are made from a copy of the database, where one is named, once it has caught up.

A page may show nothing older than what was committed before it was asked for: it is kept until somebody
announces a change, and what was announced before is not announced again. So the database itself is asked how
far it has written, which touches no table, and the copy has to have got there. Whoever is signed in reads
the database itself, and everything is written there.
"""

import logging
import time
from collections.abc import Callable
from contextvars import ContextVar
from functools import cache, partial

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.db import DEFAULT_DB_ALIAS, InterfaceError, OperationalError, connections

from articles.freshness.page import NOTED

REPLICA = "replica"
# A streaming copy is behind by a millisecond or two on one network; to wait longer would cost more than the
# page does.
PATIENCE, PAUSE = 0.05, 0.002  # seconds
REST = 5  # seconds without asking a server that was away or behind, so that not every page waits for it
AWAY = (OperationalError, InterfaceError)

read_from: ContextVar[Callable[[], str]] = ContextVar("read_from", default=lambda: DEFAULT_DB_ALIAS)
logger = logging.getLogger(__name__)


class Router:
    """Django asks it where to read and write."""

    def db_for_read(self, _model, **_hints):
        return read_from.get()()

    def db_for_write(self, _model, **_hints):
        return DEFAULT_DB_ALIAS

    def allow_relation(self, _one, _other, **_hints):
        """The copy holds the same rows."""
        return True

    def allow_migrate(self, db, *_migrated, **_hints):
        """The copy gets its tables as it gets its rows."""
        return db == DEFAULT_DB_ALIAS


class ReadersReadTheReplica:
    """Middleware: chooses the database that a request is answered from."""

    def __init__(self, get_response):
        if REPLICA not in settings.DATABASES:
            raise MiddlewareNotUsed
        self.get_response = get_response
        self.database, self.replica = Server(DEFAULT_DB_ALIAS), Server(REPLICA)

    def __call__(self, request):
        chosen = read_from.set(cache(partial(self.choose, request)))
        try:
            return self.get_response(request)
        finally:
            read_from.reset(chosen)

    def choose(self, request) -> str:
        is_somebody = settings.SESSION_COOKIE_NAME in request.COOKIES
        if is_somebody or request.method not in ("GET", "HEAD") or not self.replica.is_up():
            return DEFAULT_DB_ALIAS
        written = self.database.ask("SELECT pg_current_wal_flush_lsn()")
        if written is None:  # what the copy has is the best there is, but others may have written meanwhile
            if noted := request.environ.get(NOTED):
                noted.doubt()
            return REPLICA
        return REPLICA if self.reaches(written) else DEFAULT_DB_ALIAS

    def reaches(self, written: str) -> bool:
        """Whether the copy holds all that was written up to a place in the log."""
        ends = time.monotonic() + PATIENCE
        while self.replica.is_up():
            if self.replica.ask("SELECT pg_last_wal_replay_lsn() >= %s::pg_lsn", written):
                return True
            if time.monotonic() > ends:
                self.replica.let_rest("is behind")
            time.sleep(PAUSE)
        return False


class Server:
    """One of the two, and until when it is left alone."""

    def __init__(self, alias: str):
        self.alias, self.rests_until = alias, 0.0

    def is_up(self) -> bool:
        return time.monotonic() >= self.rests_until

    def let_rest(self, why):
        logger.warning("The %s database %s; it is not asked for %d seconds.", self.alias, why, REST)
        self.rests_until = time.monotonic() + REST

    def ask(self, question: str, *given):
        """Its one answer; None where it is away."""
        if not self.is_up():
            return None
        try:
            with connections[self.alias].cursor() as cursor:
                cursor.execute(question, given)
                return cursor.fetchone()[0]
        except AWAY as error:
            self.let_rest(f"does not answer ({str(error).splitlines()[0]})")
            return None
