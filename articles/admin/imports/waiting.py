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
    waiting = list(waiting.prefetch_related("corrections", "arrivals__subscription__source")[:SHOWN])
    read_corrected(waiting)
    return [CleaningRecord(document) for document in waiting]


def read_corrected(documents: list[Provenance]) -> None:
    """Read the bytes of those that editors have corrected, which are corrected by their words, at once."""
    corrected = {document.pk: document for document in documents if document.corrections.all()}
    for pk, data in Provenance.objects.filter(pk__in=corrected).values_list("pk", "data"):
        corrected[pk].data = data
