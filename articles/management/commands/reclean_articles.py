"""Clean stored documents again after the cleaner has learnt."""

import json
from collections import Counter
from contextlib import nullcontext
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from articles.ingest.storage.recleaning import reclean, waiting_for
from articles.ingest.worker import CleaningWorker
from articles.management.preparation import require_prepared


class Command(BaseCommand):
    help = "Cleans the stored documents again. What an editor has changed is never touched."

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="only say what would change")
        parser.add_argument(
            "--since", default="", metavar="VERSION", help="only documents that an earlier cleaner read"
        )
        parser.add_argument("--report", type=Path, metavar="FILE", help="one line of JSON an article")

    def handle(self, since, report, **options):
        require_prepared()
        outcomes = Counter()
        with CleaningWorker() as worker, self.report_to(report) as file:
            for document in tqdm([*waiting_for(since)], disable=None):
                found = reclean(document, worker, is_trial=options["dry_run"])
                outcomes[found.outcome] += 1
                self.tell(found, file)
        would = "would change" if options["dry_run"] else "changed"
        self.stdout.write(f"{outcomes['changed']} of {outcomes.total()} articles {would}.")
        if outcomes["refused"]:
            raise CommandError(
                f"{outcomes['refused']} documents were refused; their articles stay as they are."
            )

    def report_to(self, path):
        try:
            return path.open("w", encoding="utf-8") if path else nullcontext()
        except OSError as error:
            raise CommandError(f"The report {path} cannot be written: {error.strerror}.") from error

    def tell(self, found, file):
        if file:
            file.write(json.dumps(found.as_json(), ensure_ascii=False) + "\n")
        if found.outcome == "refused":
            self.stderr.write(f"article {found.id}: {found.reason}")
        elif found.outcome == "changed":
            self.stdout.write(f"article {found.id}, {found.headline}: {', '.join(found.fields)}")
