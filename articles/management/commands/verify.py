"""Is everything whole? A backup to its last byte, or the library itself."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from articles.ingest.documents import RawDocument
from articles.management.backups import archive, databases
from articles.management.backups.problem import BackupProblem
from articles.management.preparation import require_prepared
from articles.models import Article, Picture, Provenance
from articles.models.articles.picture import folder


class Command(BaseCommand):
    help = "Checks a backup, or without a file the library itself: database, raw documents, pictures."

    def add_arguments(self, parser):
        parser.add_argument("file", nargs="?", type=Path)

    def handle(self, file, **options):
        try:
            told = self.told_of_backup(file) if file else self.told_of_library()
        except (BackupProblem, OSError) as error:
            raise CommandError(f"{file or 'The library'}: {error}") from error
        self.stdout.write(told)

    def told_of_backup(self, file) -> str:
        listed = archive.check(file)
        return f"{file}: whole, of {listed['made_at']}, {len(listed['files'])} files."

    def told_of_library(self) -> str:
        require_prepared()
        if databases.vendor() == "sqlite":
            databases.check_sqlite(Path(connection.settings_dict["NAME"]))
        faults = [*changed_documents(), *missing_pictures()]
        for fault in faults:
            self.stderr.write(fault)
        if faults:
            raise BackupProblem(f"{len(faults)} things are not as they were stored")
        articles, documents = Article.objects.count(), Provenance.objects.count()
        return f"Whole: {articles} articles, {documents} raw documents, their pictures."


def changed_documents():
    """Raw documents that are no longer what came."""
    for document in Provenance.objects.only("name", "checksum", "data").iterator(chunk_size=50):
        if RawDocument(document.name, bytes(document.data)).checksum != document.checksum:
            yield f"raw document {document.pk}, {document.name}: its checksum is another"


def missing_pictures():
    """Pictures that an article shows and no file holds."""
    names = Picture.objects.order_by("name").values_list("name", flat=True).distinct()
    for name in names.iterator():
        if not (folder() / name).exists():
            yield f"picture {name}: the file is missing"
