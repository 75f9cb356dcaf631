"""Stored documents cleaned again when the cleaner has learnt; what an editor changed stays."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field

from articles.ingest.documents import DocumentError, ParsedDocument
from articles.ingest.storage.corrections import with_corrections
from articles.ingest.storage.incoming import Incoming, raw_document
from articles.ingest.worker import CleaningWorker
from articles.models import Article, Provenance
from articles.models.articles.change import Why
from articles.models.articles.turns import in_turn


@dataclass(frozen=True)
class Recleaned:
    """What another cleaning makes of an article.

    outcome: changed, unchanged or refused. fields: those that change. kept: those that would, but for an
    editor's own change. added, lost: texts of blocks that the new body has more, and has no more.
    """

    id: int
    headline: str
    outcome: str
    fields: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    reason: str = ""

    def as_json(self) -> dict:
        return asdict(self)


def waiting_for(version: str) -> Iterator[Provenance]:
    """The latest document of each article, of those that a cleaner before a version read; "" for all."""
    articles = Article.objects.filter(provenance__isnull=False).distinct().order_by("pk")
    for article in articles.only("pk").iterator(500):
        latest = article.provenance.first()
        if not version or _as_numbers(latest.cleaner_version) < _as_numbers(version):
            yield latest


def _as_numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdecimal())


def reclean(document: Provenance, worker: CleaningWorker, *, is_trial: bool = False) -> Recleaned:
    """Clean a stored document again and let its article take over what changed, in one transaction.

    is_trial: nothing is stored. A document that the cleaner refuses now leaves its article as it is.
    """
    raw = raw_document(document)
    try:
        parsed = worker.clean(raw)
    except DocumentError as error:
        return Recleaned(document.article_id, document.article.headline, "refused", reason=str(error))
    with in_turn():
        article = Article.objects.select_for_update().get(pk=document.article_id)
        _keep_our_pictures(parsed, document)
        incoming = with_corrections(Incoming(raw, parsed), document, article)
        fields, kept = incoming.take_over(article)
        if not is_trial:
            if fields:
                article.changed_because = Why.RECLEAN
                article.save()
            incoming.keep_with(article)
    added, lost = _changed_blocks(document, parsed)
    outcome = "changed" if fields else "unchanged"
    return Recleaned(article.pk, article.headline, outcome, fields, kept, added, lost)


def _keep_our_pictures(parsed: ParsedDocument, document: Provenance) -> None:
    """Pictures that came beside the document once are at hand only as our copies."""
    stored = ParsedDocument.from_json(document.parsed).blocks
    ours = {(block.text, block.alt): block.src for block in stored if block.src}
    for block in parsed.blocks:
        block.src = ours.get((block.text, block.alt), block.src)


def _changed_blocks(document: Provenance, parsed: ParsedDocument) -> tuple[list[str], list[str]]:
    """The texts that only the new blocks have, and those that only the stored ones have."""
    old, new = (Counter(map(_words, blocks)) for blocks in (document.parsed["blocks"], _stored(parsed)))
    return [*(new - old).elements()], [*(old - new).elements()]


def _stored(parsed: ParsedDocument) -> list[dict]:
    return [block.as_json() for block in parsed.blocks]


def _words(block: dict) -> str:
    rows = [" ".join(row) for row in block.get("rows", ())]
    return "\n".join(filter(None, [block["text"], *block.get("items", ()), *rows]))
