"""What of waiting documents is here already: a version of an article, a copy of one, or of what waits too."""

from collections.abc import Iterable

from articles.admin.imports.cleaning_record import CleaningRecord
from articles.discovery.stories import copied_articles, copies_among
from articles.ingest.block_markdown import to_markdown
from articles.ingest.documents import RawDocument
from articles.ingest.storage.incoming import Incoming, as_compared
from articles.ingest.storage.store import known_article
from articles.models import Article, Provenance


def mark_familiar(records: list[CleaningRecord], beside: Iterable[CleaningRecord] = ()) -> None:
    """Tell each record the article that it would bring up to date, else those that it is a copy of.

    beside: others that wait, and are told nothing.
    """
    mark_updates(records)
    waiting = {record.document.pk: record for record in [*records, *beside]}
    texts = {pk: as_compared(to_markdown(record.parsed.blocks)) for pk, record in waiting.items()}
    copied = copied_articles({record.document.pk: texts[record.document.pk] for record in records})
    twins = copies_among(texts)
    for record in records:
        number = record.document.pk
        record.copies = None if record.updates else copied.get(number)
        record.twin = waiting.get(twins.get(number))


def mark_updates(records: list[CleaningRecord]) -> None:
    """The first of it alone, which costs little."""
    likely = _named_before(records)
    for record in records:
        record.updates = known_article(_incoming(record)) if record.document.pk in likely else None


def _named_before(records):
    """The numbers of those whose address or name an article has or came by."""
    addresses = {record.parsed.source_url for record in records} - {""}
    names = {record.document.name for record in records}
    known = {*Article.objects.filter(source_url__in=addresses).values_list("source_url", flat=True)}
    came = Provenance.objects.filter(name__in=names, article__isnull=False)
    known |= {*came.values_list("name", flat=True)}
    return {
        record.document.pk for record in records if {record.parsed.source_url, record.document.name} & known
    }


def _incoming(record):
    """Without the bytes, which say nothing about what it is known by."""
    return Incoming(RawDocument(record.document.name, b"", record.document.url), record.parsed)
