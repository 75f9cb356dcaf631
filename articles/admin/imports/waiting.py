"""The editors' inbox: what was read and waits for a decision."""

from collections.abc import Collection, Iterable

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
    read_bytes(waiting, [document.pk for document in waiting if document.corrections.all()])
    return [CleaningRecord(document) for document in waiting]


def read_bytes(documents: Iterable[Provenance], corrected: Collection[int] = ()) -> None:
    """Read the bytes of short documents, beside which their records are packed, at once.

    corrected: numbers of those whose bytes are needed as well, as corrections are made by their words.
    """
    needed = {one.pk: one for one in documents if one.is_packed or one.pk in corrected}
    for pk, data in Provenance.objects.filter(pk__in=needed).values_list("pk", "data"):
        needed[pk].data = data
