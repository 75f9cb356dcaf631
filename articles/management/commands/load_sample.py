"""Load the sample library through the real importer, then the rest from library.yaml."""

from dataclasses import replace
from pathlib import Path

import yaml
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from articles.ingest.documents import DocumentError
from articles.ingest.intake.gather import gather
from articles.ingest.storage.store import import_document
from articles.ingest.worker import CleaningWorker
from articles.models import Article, LabelKind, Placement, Source, Summary, Tag
from articles.text.language import detect_language
from articles.text.scripts import fold

LIBRARY = Path(__file__).resolve().parents[2] / "sample"
LANGUAGES = {"zh": "zh-Hant", "en": "en"}


class Command(BaseCommand):
    help = "Loads the sample library. Loading it again restores what was changed or deleted."

    def handle(self, **options):
        library = yaml.safe_load((LIBRARY / "library.yaml").read_text("utf-8"))
        with CleaningWorker() as self.worker:
            for source in library["sources"]:
                self.load_source(source)
            for topic in library["topics"]:
                self.load_topic(topic)
            loaded = {entry["file"]: self.load_document(entry) for entry in library["documents"]}
        for place, entries in library["placements"].items():
            for position, entry in enumerate(entries, start=1):
                self.load_placement(loaded[entry["file"]], place, position, entry["note"])
        self.stdout.write(f"The sample library is loaded: {len(library['documents'])} articles.")

    def load_source(self, source):
        Source.objects.update_or_create(folded=fold(source["name"]), defaults=source)

    @transaction.atomic
    def load_document(self, entry):
        article = self.imported(entry)
        article.source_url = article.source_url or entry["url"]
        article.save()
        article.tags.set(entry["tags"])
        for language, summary in entry["summaries"].items():
            Summary.objects.update_or_create(
                article=article, language=LANGUAGES[language], defaults={"status": "published", **summary}
            )
        return article

    def load_placement(self, article, place, position, note):
        defaults = {"position": position, "note_zh": note["zh"], "note_en": note["en"]}
        Placement.objects.update_or_create(article=article, place=place, defaults=defaults)

    def imported(self, entry):
        (raw,) = gather(str(LIBRARY / entry["file"]))
        raw = replace(raw, name=f"sample/{entry['file']}")  # the same wherever the portal is installed
        source = Source.objects.named(entry["source"])
        try:
            parsed = self.worker.clean(raw)
        except DocumentError as error:
            raise CommandError(f"{entry['file']}: {error}") from error
        return Article.objects.get(pk=import_document(raw, parsed, publish=True, source=source).id)

    @transaction.atomic
    def load_topic(self, topic):
        tag = Tag.objects.named([topic["labels"]["zh-Hant"]])[0]
        tag.kind = topic["kind"]
        tag.description_zh, tag.description_en = topic["description"]["zh"], topic["description"]["en"]
        tag.save()
        for language, text in topic["labels"].items():
            self.load_label(tag, text, LabelKind.PREFERRED, language)
        for alias in topic.get("aliases", []):
            self.load_label(tag, alias["label"], alias["kind"], detect_language(alias["label"]))

    def load_label(self, tag, text, kind, language):
        tag.labels.update_or_create(text=text, language=language, defaults={"kind": kind})
