"""Clean files without touching the database."""

import json

from django.core.management.base import BaseCommand, CommandError

from articles.ingest.documents import DocumentError
from articles.ingest.intake.gather import Refusal, gather
from articles.ingest.worker import CleaningWorker


class Command(BaseCommand):
    help = "Cleans documents and prints what they hold. Nothing is stored."
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument(
            "paths", nargs="+", metavar="PATH", help="a file, folder, .zip, or - for standard input"
        )
        parser.add_argument("--json", action="store_true", help="print one line of JSON a document")

    def handle(self, paths, **options):
        write = self.write_json if options["json"] else self.write_reading
        with CleaningWorker() as worker:
            answers = [self.answer(document, worker, write) for path in paths for document in gather(path)]
        if not all(answers):
            raise CommandError(f"{answers.count(False)} of {len(answers)} documents were refused.")

    def answer(self, document, worker, write):
        """Prints one document's result; False when it was refused."""
        if isinstance(document, Refusal):
            write(document.name, error=document.reason)
            return False
        try:
            write(document.name, parsed=worker.clean(document))
        except DocumentError as error:
            write(document.name, error=str(error))
            return False
        return True

    def write_json(self, name, parsed=None, error=""):
        answer = {"error": error} if error else parsed.as_json()
        self.stdout.write(json.dumps({"path": name, **answer}, ensure_ascii=False))

    def write_reading(self, name, parsed=None, error=""):
        """For a person at a terminal."""
        if error:
            self.stderr.write(f"{name}: {error}")
            return
        self.stdout.write(self.style.SUCCESS(f"{name} ({parsed.kind})"))
        for field in ("headline", "standfirst", "byline", "source_name", "published", "language", "keywords"):
            if value := getattr(parsed, field):
                self.stdout.write(f"  {field}: {value if isinstance(value, str) else self.spelt(value)}")
        for block in parsed.blocks:
            self.stdout.write(f"  [{block.type}] {block.text or block.items or block.rows}")
        self.stdout.write(f"  {len(parsed.removed)} pieces removed")
        for warning in parsed.warnings:
            self.stdout.write(self.style.WARNING(f"  {warning}"))

    def spelt(self, value):
        return "、".join(value) if isinstance(value, list) else value.isoformat()
