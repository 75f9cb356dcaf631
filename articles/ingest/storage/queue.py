"""Working through what people handed in, one document after another, whoever asks for it.

A document is stored in one transaction with the note that it is done: killed at any point, the work goes on
where it ended.
"""

from collections.abc import Iterator
from itertools import islice

from django.db import transaction

from articles.ingest.documents import DocumentError, RawDocument
from articles.ingest.intake.gather import Refusal, gather_upload
from articles.ingest.storage.store import keep_waiting
from articles.ingest.worker import CleaningWorker
from articles.models import HandedIn
from articles.models.alone import alone_at

STUCK = "The portal stopped several times while it read this document; it was left out."


def work_through() -> int | None:
    """Clean all that waits and keep it in the inbox; how many documents. None when somebody else is at it."""
    with alone_at("queue") as is_ours:
        if not is_ours:
            return None
        with CleaningWorker() as worker:
            return sum(work_on(item, worker) for item in waiting())


def waiting() -> Iterator[HandedIn]:
    """One after another, those too that come in meanwhile."""
    while item := HandedIn.objects.waiting().first():
        yield item


def work_on(item: HandedIn, worker: CleaningWorker) -> int:
    """Everything in it that is not done yet; how many documents."""
    item.begin()
    before = item.done
    if item.is_lost():
        item.step(refused=[item.name, STUCK])
    else:
        read_on(item, worker)
    item.finish()
    return item.done - before


def read_on(item: HandedIn, worker: CleaningWorker) -> None:
    for document in islice(documents_of(item, worker), item.done, None):
        if item.is_stuck():
            document = Refusal(document.name, STUCK)
        take(document, item, worker)


def documents_of(item: HandedIn, worker: CleaningWorker) -> Iterator[RawDocument | Refusal]:
    if item.kind == "files":
        return gather_upload(item.name, bytes(item.data))
    if item.kind == "text":
        return iter([RawDocument(item.name, bytes(item.data))])
    return iter([fetched(item.name, worker)])


def fetched(address: str, worker: CleaningWorker) -> RawDocument | Refusal:
    try:
        return worker.fetch(address)
    except DocumentError as error:
        return Refusal(address, str(error))


def take(document: RawDocument | Refusal, item: HandedIn, worker: CleaningWorker) -> None:
    """Clean a document and keep it; a refused one leaves its name and the reason."""
    try:
        if isinstance(document, Refusal):
            raise DocumentError(document.reason)
        parsed = worker.clean(document)
        with transaction.atomic():
            item.step(kept=keep_waiting(document, parsed, item.by).pk)
    except DocumentError as error:
        item.step(refused=[document.name, str(error)])
