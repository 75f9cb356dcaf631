"""The library as it was in a backup. What is there now is backed up first."""

from pathlib import Path

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection

from articles import freshness
from articles.management.backups import archive
from articles.management.backups.problem import BackupProblem
from articles.management.commands.backup import default_file


class Command(BaseCommand):
    help = "Puts a backup in the place of the library, which is kept beside it."
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)

    def handle(self, file, **options):
        try:
            archive.check(file)
            with archive.opened(file) as (_archive, listed):
                archive.refuse_others(listed)
            self.keep_what_is_there()
            archive.put_back(file)
        except (BackupProblem, OSError) as error:
            raise CommandError(f"{file} was not restored: {error}") from error
        call_command("migrate", verbosity=0)
        freshness.renew(freshness.ALL)
        self.stdout.write(f"The library is as it was on {listed['made_at']}. Start the portal again.")

    def keep_what_is_there(self):
        """A library that cannot be read to its end is no reason to lose what can be read of it."""
        aside = default_file("before-restore")
        try:
            if not connection.introspection.table_names():
                return
            archive.make(aside)
        except (BackupProblem, DatabaseError) as error:
            raise BackupProblem(
                f"what is there now cannot be kept aside ({error}); move it away yourself and try again"
            ) from error
        self.stdout.write(f"What was there is kept in {aside}.")
