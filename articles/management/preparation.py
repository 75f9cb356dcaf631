"""What a command needs of the database before it begins."""

from django.core.management.base import CommandError
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor


def require_prepared() -> None:
    """Raises CommandError, in words for a person, where the tables are absent or older than the code."""
    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except OperationalError as error:
        raise CommandError(f"The database does not answer: {error}") from error
    if waiting:
        raise CommandError(
            "The database is not prepared yet: start once with make run, or manage.py migrate."
        )
