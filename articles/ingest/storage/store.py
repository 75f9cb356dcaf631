"""Parsed documents → articles. Here alone is decided which article a document becomes, or became before.

Importing is idempotent: a document is known by its checksum, then by its address, then by its name and
headline. One document is one transaction, so a killed import leaves nothing half-saved.
"""

from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from urllib.parse import urlsplit

from django.conf import settings
from django.db import IntegrityError

from articles.ingest.block_markdown import to_markdown
from articles.ingest.clean import CLEANER_VERSION
from articles.ingest.documents import DocumentError, ParsedDocument, RawDocument
from articles.ingest.storage.corrections import with_corrections
from articles.ingest.storage.incoming import Incoming, as_compared, printed_source, raw_document
from articles.ingest.storage.pictures import keep_pictures
from articles.models import Article, Provenance, Source, TagSuggestion
from articles.models.articles.article import Status
from articles.models.articles.change import Why
from articles.models.articles.derivation import derived_once
from articles.models.articles.prepared import prepared
from articles.models.articles.turns import in_turn
from articles.models.source import Rights
from articles.text.diff.containment import containment
from articles.text.scripts import fold

SAME_TEXT = 0.3  # containment above which a page under a known address is its new version, not another page


@dataclass(frozen=True)
class Outcome:
    """What became of a document: created, updated, unchanged, mirror or refused, and why.

    new_source: {name, rights} of one that nobody knew, with what it was taken to let us show. has_source: of
    a new article, whether it has any; not reported.
    """

    path: str
    outcome: str
    url: str = ""
    id: int | None = None
    reason: str = ""
    new_source: dict = field(default_factory=dict)
    has_source: bool = True

    def as_json(self) -> dict:
        """The new source stands only where there is one."""
        unsaid = {"has_source"} | (set() if self.new_source else {"new_source"})
        return {name: value for name, value in asdict(self).items() if name not in unsaid}


@dataclass(frozen=True)
class Terms:
    """On what terms a document comes in.

    publish: readers may see it at once. source: overrides the source that the document prints, and may be one
    that is still to be made. rights: of a source that nobody knows, None for the portal's own. is_seen: an
    editor looked at it, so that a known article may take on a text most of which is new. permit: asked before
    a known article is changed; raises what shall stop that.
    """

    publish: bool = False
    source: Source | None = None
    rights: str | None = None
    is_seen: bool = False
    permit: Callable[[Article], None] = lambda article: None


def cleaned_before(raw: RawDocument) -> ParsedDocument | None:
    """What this cleaner made of the very same document when it came before; None when it has to be asked.

    The answer depends on what the cleaner is given alone. Pictures and warnings may be those of files beside
    the document, which may have changed or come since.
    """
    stored = next(iter(answers(raw.checksum, CLEANER_VERSION, raw.name, raw.url, raw.content_type)), None)
    parsed = stored and ParsedDocument.from_json(stored.parsed)
    if not parsed or parsed.warnings or any(block.src for block in parsed.blocks):
        return None
    return parsed


@prepared
def answers(checksum, cleaner_version, name, url, content_type):
    told = {"name": name, "url": url, "content_type": content_type}
    same = Provenance.objects.filter(checksum=checksum, cleaner_version=cleaner_version, **told)
    return same.order_by().only("parsed", "data")


def import_document(raw: RawDocument, parsed: ParsedDocument, **terms) -> Outcome:
    """Store a cleaned document as an article, or bring the article it became before up to date.

    terms: those of Terms.
    """
    return _stored(Incoming(raw, parsed), Terms(**terms))


def _stored(incoming, terms):
    keep_pictures(incoming.parsed, incoming.raw)
    try:
        with in_turn():
            return _import(incoming, terms)
    except IntegrityError:
        # Another importer stored the same document in the same moment; now it is simply known.
        with in_turn():
            return _import(incoming, terms)


def keep_waiting(raw: RawDocument, parsed: ParsedDocument, by=None) -> Provenance:
    """Keep a document and its pictures in the editors' inbox. by: the person who handed it in."""
    keep_pictures(parsed, raw)
    return Incoming(raw, parsed).keep_waiting(by)


def import_waiting(waiting: Provenance, **terms) -> Outcome:
    """Make an article of a document in the inbox, where an editor has seen it. terms: those of Terms.

    What came by subscription is the source's that was subscribed to, whatever it prints.
    """
    parsed = ParsedDocument.from_json(waiting.parsed)
    arrival = waiting.arrivals.select_related("subscription__source").first()
    if arrival:
        terms = {"source": arrival.subscription.source, **terms}
    incoming = Incoming(raw_document(waiting), parsed, cleaner_version=waiting.cleaner_version)
    return _stored(incoming, Terms(is_seen=True, **terms))


def _import(incoming, terms):
    known = next(iter(of_checksum(incoming.raw.checksum)), None)
    article = (known and known.article) or known_article(incoming)
    incoming = with_corrections(incoming, known, article)
    if article is None:
        return _create(incoming, terms)
    if article.status == Status.TRASH:
        reason = f"article {article.pk}, {article.headline}, lies in the trash; take it out first"
        return Outcome(incoming.raw.name, "refused", reason=reason)
    if known and known.article:
        return _update(article, incoming, terms)
    if not terms.is_seen and not _is_same_text(article, incoming):
        return _ask(article, incoming)
    return _update(article, incoming, terms)


@prepared
def of_checksum(checksum):
    return Provenance.objects.select_related("article").filter(checksum=checksum)


def _ask(article, incoming):
    """Leave it to an editor whether another text is the new version of an article."""
    incoming.keep_waiting()
    reason = (
        f"most of its text is not that of article {article.pk}, {article.headline}; it waits for an editor"
    )
    return Outcome(incoming.raw.name, "refused", reason=reason)


def known_article(incoming: Incoming) -> Article | None:
    """The article that an earlier version of this document became, by its address or its name.

    Some sites give one address to every page, so that a text under another headline is another article.
    """
    headline = fold(incoming.parsed.headline)
    for article in _known_by_address(incoming.parsed.source_url):
        if fold(article.headline) == headline or _is_same_text(article, incoming):
            return article
    for earlier in of_name(incoming.raw.name):
        if fold(earlier.article.headline) == headline:
            return earlier.article
    return None


@prepared
def of_name(name):
    return Provenance.objects.select_related("article").filter(name=name, article__isnull=False)


def _known_by_address(url):
    return of_address(url) if urlsplit(url).path.strip("/") else ()


@prepared
def of_address(url):
    return Article.objects.filter(source_url=url)


def _is_same_text(article, incoming):
    """Whether a text is an article's in another version: two different texts are never one article.

    It is compared with what its source said last, and with what editors have made of that.
    """
    latest = article.provenance.first()
    imported = to_markdown(ParsedDocument.from_json(latest.parsed).blocks) if latest else ""
    known = (as_compared(body) for body in {imported, article.body} if body)
    return any(containment(body, incoming.compared) >= SAME_TEXT for body in known)


def _create(incoming, terms):
    source, is_new = _source(incoming, terms)
    article = Article(**incoming.fields, source=source)
    article.headline_is_provisional = incoming.document.headline_is_provisional
    article.status = Status.PUBLISHED if terms.publish else Status.DRAFT
    keywords = incoming.keywords(article.source)
    with derived_once(article):
        article.save()
        article.tags.add(*keywords.tags)
    TagSuggestion.objects.suggest(article, keywords.unknown)
    incoming.keep_with(article)
    outcome = _new_outcome(article, incoming)
    return replace(outcome, new_source=_as_told(source) if is_new else {}, has_source=source is not None)


def _source(incoming, terms):
    """The source of a new article, None where it has none, and whether nobody knew it."""
    source = terms.source or printed_source(incoming.document)
    if source is None:
        _require_whole(terms)
    if source is None or source.pk:
        return source, False
    source.rights = terms.rights or source.rights
    return Source.objects.made(source)


def _require_whole(terms):
    """Without a source an article is shown whole, which is not for everybody to assume."""
    rights = terms.rights or Rights.called(settings.NEW_SOURCE_RIGHTS)
    if rights not in (Rights.OWN, Rights.FULL):
        raise DocumentError("it tells no source whose rights could hold; name one with --source")


def _as_told(source):
    return {"name": source.name, "rights": Rights(source.rights).word}


def _new_outcome(article, incoming):
    """A copy of a text that is here already is kept, and said to be one."""
    copies = article.story.articles.exclude(pk=article.pk) if article.story else []
    for other in copies:
        return _outcome(
            "mirror", article, incoming, f"the same story as article {other.pk}, {other.headline}"
        )
    return _outcome("created", article, incoming)


def _update(article, incoming, terms):
    """Take over what the document changed, field by field, except where an editor has changed it since."""
    taken, kept = incoming.take_over(article)
    is_made_public = terms.publish and article.status == Status.DRAFT
    if taken or is_made_public:
        terms.permit(article)
        article.status = Status.PUBLISHED if is_made_public else article.status
        article.changed_because = Why.IMPORT
        article.save()
    # Known topics are not given again: an editor may have taken one away.
    TagSuggestion.objects.suggest(article, incoming.keywords(article.source).unknown)
    incoming.keep_with(article)
    outcome = "updated" if taken or is_made_public else "unchanged"
    return _outcome(outcome, article, incoming, _why_kept(kept))


def _why_kept(kept):
    if not kept:
        return ""
    return f"edited here since; the new document is kept beside it, unused for: {', '.join(kept)}"


def _outcome(outcome, article, incoming, reason=""):
    return Outcome(incoming.raw.name, outcome, article.get_absolute_url(), article.pk, reason)
