"""Writers take turns: what follows from one article is stored in rows of many others.

Its story, its topics' counts and what is related to it lead from row to row. PostgreSQL locks rows as they
are written, so two writers that come by the same rows in another order would wait for each other until one is
ended. So whoever writes what others are derived from waits first until nobody else does; readers wait for
nobody. SQLite has one writer at a time of itself.
"""

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, Error, transaction

TURN = 0x7368_7574  # of the advisory lock; any number, the same in every process


class InTurn(transaction.Atomic):
    """One transaction, as `transaction.atomic` makes it, and nobody else's turn before it is over."""

    def __enter__(self):
        connection = transaction.get_connection(self.using)
        has_turn = any(isinstance(block, InTurn) for block in connection.atomic_blocks)
        super().__enter__()
        try:
            if not has_turn:
                take_turn()
        except Error as error:  # nobody else ends what is begun
            self.__exit__(type(error), error, error.__traceback__)
            raise


def in_turn(*, savepoint=True) -> InTurn:
    """A context manager or decorator; before anything else is written, or locked, in a transaction."""
    return InTurn(DEFAULT_DB_ALIAS, savepoint, durable=False)


def take_turn() -> None:
    """Wait for a turn, which ends with the open transaction. Raises OperationalError after WRITERS_WAIT."""
    connection = transaction.get_connection()
    if connection.vendor == "postgresql":
        patience = f"{settings.WRITERS_WAIT * 1000:.0f}ms"
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT set_config('lock_timeout', %s, true), pg_advisory_xact_lock(%s)", [patience, TURN]
            )
