"""One process at a time at a task, on one machine or several. Whoever dies lets go."""

import fcntl
from contextlib import contextmanager
from zlib import crc32

from django.conf import settings
from django.db import connection


@contextmanager
def alone_at(task: str):
    """Whether this thread is the only one at a task while the context lasts; nobody waits."""
    with (_by_postgres if connection.vendor == "postgresql" else _by_file)(task) as is_alone:
        yield is_alone


@contextmanager
def _by_file(task):
    """SQLite is used on one machine, where a file can be locked; each opens it anew, so threads count too."""
    with (settings.VAR / f"{task}.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        yield True


@contextmanager
def _by_postgres(task):
    """A lock of the session, which ends with it."""
    number = crc32(f"shuttle:{task}".encode())
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [number])
        (is_alone,) = cursor.fetchone()
    try:
        yield is_alone
    finally:
        if is_alone:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [number])
