"""The whole library in one file: database, pictures, secret key. Readers and editors notice nothing."""

from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from articles.management.backups import archive
from articles.management.backups.problem import BackupProblem
from articles.management.preparation import require_prepared


def default_file(purpose: str) -> Path:
    """A new name in var/backups."""
    folder = settings.VAR / "backups"
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{purpose}-{datetime.now(UTC):%Y%m%d-%H%M%S-%f}.zip"


class Command(BaseCommand):
    help = "Writes the whole library into one checksummed file, while it is being used."

    def add_arguments(self, parser):
        parser.add_argument("file", nargs="?", type=Path, help="default: a new one in var/backups")

    def handle(self, file, **options):
        require_prepared()
        file = file or default_file("shuttle")
        try:
            listed = archive.make(file)
        except (BackupProblem, DatabaseError, OSError) as error:
            raise CommandError(f"No backup was made: {error}") from error
        size = sum(each["size"] for each in listed["files"].values())
        self.stdout.write(f"{file}: {len(listed['files'])} files, {size:,} bytes, each with its checksum.")
        if settings.VAR not in file.absolute().parents:
            return
        self.stdout.write("It lies beside what it backs up: copy it to another machine.")
