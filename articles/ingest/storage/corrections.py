"""Editors' corrections of the cleaning: kept beside the raw document, made again whenever it is cleaned."""

from django.db.models import Q

from articles.ingest.block_markdown import to_markdown
from articles.ingest.correcting import FIELDS, Choice, Correction, corrected
from articles.ingest.documents import ParsedDocument
from articles.ingest.intake.reading import words_of
from articles.ingest.storage.incoming import Incoming, raw_document
from articles.ingest.storage.patch import patched
from articles.models import Article, Provenance
from articles.models import Correction as Kept
from articles.models.articles.turns import in_turn
from articles.models.summaries.summary import fingerprint


class DoesNotFit(Exception):
    """The passage was changed in the article since, so that the correction cannot be made there."""


def kept_for(document: Provenance, article: Article | None = None):
    """The corrections of a document. Those of an article's earlier documents hold for its later ones."""
    theirs = Q(document=document) if document.pk else Q()
    article_id = article.pk if article else document.article_id
    if article_id:
        theirs |= Q(document__article=article_id)
    return Kept.objects.filter(theirs) if theirs else Kept.objects.none()


def said(rows) -> tuple[Correction, ...]:
    return tuple(Correction(Choice(row.choice), row.words, row.occurrence, row.value) for row in rows)


def corrected_document(document: Provenance) -> ParsedDocument:
    """What the cleaner made of a stored document, with all corrections."""
    rows = kept_for(document) if document.article_id else document.corrections.all()
    parsed, corrections = ParsedDocument.from_json(document.parsed), said(rows)
    if not corrections:
        return parsed
    return corrected(parsed, corrections, words_of(raw_document(document), parsed.kind))


def correct(document: Provenance, correction: Correction, *, rule: str = "", by=None) -> None:
    """Make a correction, in its article too. rule: overruled. Raises DoesNotFit, and makes none then."""
    told = {"words": correction.words, "occurrence": correction.occurrence}
    values = {"choice": correction.choice, "value": correction.value, "rule": rule, "by": by}
    with in_turn():
        before = _body(document)
        Kept.objects.create(document=document, **told, **values)
        _bring_up(document, before, by)


def undo(correction: Kept, by=None) -> None:
    """Take a correction back, in its article too. Raises DoesNotFit, and leaves it then."""
    document = correction.document
    with in_turn():
        before = _body(document)
        correction.delete()
        _bring_up(document, before, by)


def say_fields(document: Provenance, values: dict[str, str], by=None) -> None:
    """Keep what was typed into the fields of a waiting document, but for what the cleaner says too."""
    now = as_typed(ParsedDocument.from_json(document.parsed))
    kept = {row.words: row for row in document.corrections.filter(choice=Choice.FIELD)}
    for name, value in values.items():
        row = kept.get(name)
        if value == now.get(name, ""):
            row and row.delete()
        elif row is None or row.value != value:
            told = {"value": value, "by": by}
            document.corrections.update_or_create(choice=Choice.FIELD, words=name, defaults=told)


def as_typed(parsed: ParsedDocument) -> dict[str, str]:
    """The fields as a form shows them and a correction keeps them."""
    told = parsed.as_json() | {"headline": parsed.headline}
    told["keywords"], told["published"] = "\n".join(parsed.keywords), told["published"] or ""
    return {name: told[name] for name in FIELDS}


def _body(document):
    return to_markdown(corrected_document(document).blocks) if document.article_id else ""


def _bring_up(document, before, by):
    """Make in the article what changed in its document, as an edit of whoever said it."""
    if not document.article_id:
        return
    article = Article.objects.select_for_update().get(pk=document.article_id)
    after = _body(document)
    body = patched(before, after, article.body)
    if body is None or not body:
        raise DoesNotFit
    if body != article.body:
        article.body, article.changed_by = body, by
        article.save(update_fields=["body"])
    # So that another cleaning takes this for what the document says.
    document.fingerprints = document.fingerprints | {"body": fingerprint(after)}
    document.save(update_fields=["fingerprints"])


def with_corrections(incoming: Incoming, known: Provenance | None, article: Article | None) -> Incoming:
    """A document on its way in as editors corrected it, or the earlier versions of its article."""
    if known is None and article is None:
        return incoming
    return incoming.corrected_by(said(kept_for(known or Provenance(), article)))
