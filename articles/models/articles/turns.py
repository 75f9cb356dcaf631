"""Writers take turns: what follows from one article is stored in rows of many others.

Its story, its topics' counts and what is related to it lead from row to row. PostgreSQL locks rows as they
are written, so two writers that come by the same rows in another order would wait for each other until one is
ended. So whoever writes what others are derived from waits first until nobody else does; readers wait for
nobody. SQLite has one writer at a time of itself.
"""

from django.db import DEFAULT_DB_ALIAS, transaction

TURN = 0x7368_7574  # of the advisory lock; any number, the same in every process


class InTurn(transaction.Atomic):
    """One transaction, as `transaction.atomic` makes it, and nobody else's turn before it is over."""

    def __enter__(self):
        connection = transaction.get_connection(self.using)
        has_turn = any(isinstance(block, InTurn) for block in connection.atomic_blocks)
        super().__enter__()
        if not has_turn:
            take_turn()


def in_turn(*, savepoint=True) -> InTurn:
    """A context manager or decorator; before anything else is written, or locked, in a transaction."""
    return InTurn(DEFAULT_DB_ALIAS, savepoint, durable=False)


def take_turn() -> None:
    """Wait for a turn, which ends with the transaction that is open."""
    connection = transaction.get_connection()
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [TURN])
