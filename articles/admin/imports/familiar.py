"""What of a list of waiting documents is here already: another version of an article, or a copy of one."""

from articles.admin.imports.cleaning_record import CleaningRecord
from articles.discovery.stories import copied_articles
from articles.ingest.block_markdown import to_markdown
from articles.ingest.documents import RawDocument
from articles.ingest.storage.incoming import Incoming, as_compared
from articles.ingest.storage.store import known_article
from articles.models import Article, Provenance


def mark_familiar(records: list[CleaningRecord]) -> None:
    """Tell each record the article that it would bring up to date, else the one that it is a copy of."""
    likely = _named_before(records)
    for record in records:
        record.updates = known_article(_incoming(record)) if record.document.pk in likely else None
    texts = {record.document.pk: as_compared(to_markdown(record.parsed.blocks)) for record in records}
    copied = copied_articles(texts)
    for record in records:
        record.copies = None if record.updates else copied.get(record.document.pk)


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
