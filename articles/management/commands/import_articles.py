"""Import documents: clean each, store each in a transaction of its own, report each."""

import json
from collections import Counter
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from articles.ingest.documents import DocumentError
from articles.ingest.intake.gather import Refusal, gather
from articles.ingest.storage.store import Outcome, cleaned_before, import_document
from articles.ingest.worker import CleaningWorker
from articles.management.preparation import require_prepared
from articles.models import Source
from articles.models.source import RIGHTS_WORDS, Rights

NEW = ("created", "mirror")  # outcomes of what was not here before


class Command(BaseCommand):
    help = "Imports documents of any kind. Running it again changes nothing that has not changed."

    def add_arguments(self, parser):
        parser.add_argument(
            "paths",
            nargs="+",
            metavar="PATH",
            help="a file, folder, .zip, http(s) URL, or - for standard input",
        )
        parser.add_argument("--publish", action="store_true", help="let readers see the articles at once")
        parser.add_argument("--source", metavar="NAME", help="the source of all these documents")
        parser.add_argument(
            "--rights", choices=RIGHTS_WORDS, help="of sources that nobody knows yet; else NEW_SOURCE_RIGHTS"
        )
        parser.add_argument("--report", metavar="FILE", help="write one line of JSON a document to this file")

    def handle(self, paths, publish, source, rights, report, **options):
        require_prepared()
        rights = rights and Rights.called(rights)
        self.terms = {"publish": publish, "source": self.named_source(source), "rights": rights}
        self.sourceless = 0
        self.said = "as told" if rights else "assumed; --rights or NEW_SOURCE_RIGHTS decide it"
        with self.opened(report) as lines, CleaningWorker() as self.worker:
            cleaned = self.cleaned(self.documents(paths))
            outcomes = Counter(self.imported(document, answer, lines) for document, answer in cleaned)
        if self.sourceless:
            self.stdout.write(f"without a source, shown whole: {self.sourceless} (--source names one)")
        self.stdout.write(
            ", ".join(f"{count} {outcome}" for outcome, count in sorted(outcomes.items())) or "nothing"
        )
        if outcomes["refused"]:
            raise CommandError(f"{outcomes['refused']} of {outcomes.total()} documents were refused.")

    def named_source(self, name):
        try:
            return Source.objects.unknown(name) if name is not None else None
        except ValidationError as error:
            raise CommandError(f"--source: {error.messages[0]}") from error

    def opened(self, report):
        try:
            return Path(report or "/dev/null").open("w", encoding="utf-8")
        except OSError as error:
            raise CommandError(f"--report: {report} cannot be written: {error.strerror}.") from error

    def documents(self, paths):
        found = (document for path in paths for document in self.found(path))
        return tqdm(found, unit=" documents", disable=None)  # silent unless a person watches

    def found(self, path):
        if not path.lower().startswith(("http://", "https://")):
            yield from gather(path)
            return
        try:
            yield self.worker.fetch(path)
        except DocumentError as error:
            yield Refusal(path, str(error))

    def cleaned(self, documents):
        """Each document with what it was cleaned to, or a DocumentError; the next is cleaned meanwhile."""
        last = None
        for document in documents:
            known = self.known_answer(document)
            if known is None:
                self.worker.begin(document)
            if last:
                yield last
            last = document, known or self.answer(document)
        if last:
            yield last

    def known_answer(self, document):
        """What the cleaner need not be asked; None where it has to be."""
        return DocumentError(document.reason) if isinstance(document, Refusal) else cleaned_before(document)

    def answer(self, document):
        try:
            return self.worker.clean(document)
        except DocumentError as error:
            return error

    def imported(self, document, answer, lines):
        """Imports one document, reports it, and returns its outcome's name."""
        outcome = self.outcome_of(document, answer)
        lines.write(json.dumps(outcome.as_json(), ensure_ascii=False) + "\n")
        lines.flush()  # the report of a killed import ends where the import ended
        if new := outcome.new_source:
            tqdm.write(f"new source {new['name']}: rights {new['rights']} ({self.said})", file=self.stdout)
        self.sourceless += outcome.outcome in NEW and not outcome.has_source
        if outcome.outcome == "refused":
            tqdm.write(f"refused {outcome.path}: {outcome.reason}", file=self.stderr)
        return outcome.outcome

    def outcome_of(self, document, answer):
        try:
            if isinstance(answer, DocumentError):
                raise answer
            return import_document(document, answer, **self.terms)
        except DocumentError as error:
            return Outcome(document.name, "refused", reason=str(error))
