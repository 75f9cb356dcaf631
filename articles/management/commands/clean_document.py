"""Clean files without touching the database."""

import json
from textwrap import shorten

from django.core.management.base import BaseCommand, CommandError

from articles.ingest.documents import DocumentError
from articles.ingest.intake.gather import Refusal, gather
from articles.ingest.worker import CleaningWorker

LONGEST_SHOWN = 160  # characters of what spoke for a field, or of what was removed


class Command(BaseCommand):
    help = "Cleans documents and prints what they hold. Nothing is stored."
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument(
            "paths", nargs="+", metavar="PATH", help="a file, folder, .zip, or - for standard input"
        )
        parser.add_argument("--json", action="store_true", help="print one line of JSON a document")
        parser.add_argument(
            "--explain", action="store_true", help="tell why each field and each removed piece is what it is"
        )

    def handle(self, paths, explain=False, **options):
        write = self.write_json if options["json"] else self.write_reading
        self.explain = explain
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
                self.write_reason(parsed.reasons.get(field))
        for block in parsed.blocks:
            self.stdout.write(f"  [{block.type}] {block.text or block.items or block.rows}")
        self.stdout.write(f"  {len(parsed.removed)} pieces removed")
        for piece in parsed.removed if self.explain else ():
            place = piece.text if piece.start is None else f"characters {piece.start} to {piece.end}"
            self.stdout.write(f"    {piece.rule}: {shorten(place, LONGEST_SHOWN)}")
        for warning in parsed.warnings:
            self.stdout.write(self.style.WARNING(f"  {warning}"))

    def write_reason(self, reason):
        if self.explain and reason:
            evidence = f" · {shorten(reason.evidence, LONGEST_SHOWN)}" if reason.evidence else ""
            self.stdout.write(f"    because: {reason.rule}{evidence}")

    def spelt(self, value):
        return "、".join(value) if isinstance(value, list) else value.isoformat()
