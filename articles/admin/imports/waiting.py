"""The editors' inbox: what was read and waits for a decision."""

from articles.admin.imports.cleaning_record import CleaningRecord
from articles.models import Provenance

SHOWN = 50  # waiting documents on the import page; the rest follow when these are decided


def waiting_documents():
    return Provenance.objects.filter(article=None).order_by("pk")


def waiting_records(but: Provenance | None = None) -> list[CleaningRecord]:
    """The first of them, as editors read them."""
    waiting = waiting_documents().defer("data")
    if but:
        waiting = waiting.exclude(pk=but.pk)
    waiting = waiting.prefetch_related("corrections", "arrivals__subscription__source")
    return [CleaningRecord(document) for document in waiting[:SHOWN]]
