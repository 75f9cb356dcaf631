"""Parsed documents → articles. The only module of the importer that knows the models.

Importing is idempotent: a document is known by its checksum, then by its address, then by its name and
headline. One document is one transaction, so a killed import leaves nothing half-saved.
"""

from dataclasses import asdict, dataclass
from datetime import UTC, datetime, time
from urllib.parse import urlsplit

from django.db import IntegrityError, transaction

from articles.ingest.clean import CLEANER_VERSION
from articles.ingest.documents import ParsedDocument, RawDocument
from articles.ingest.storage.block_markdown import to_markdown
from articles.ingest.storage.pictures import keep_pictures
from articles.models import Article, Provenance, Source, TagSuggestion
from articles.models.article import Precision, Status
from articles.models.derivation import derived_once
from articles.models.suggestion import read_keywords
from articles.models.summary import fingerprint
from articles.text.diff.containment import containment
from articles.text.normalise import clean_name
from articles.text.plain import plain_text
from articles.text.scripts import fold

SAME_TEXT = 0.3  # containment above which a page under a known address is its new version, not another page
MAX_KEYWORDS = 12  # pages that print more list their site's sections
ZONES = {"zh-Hans": "Asia/Shanghai", "ja": "Asia/Tokyo", "ko": "Asia/Seoul", "en": "UTC"}


@dataclass(frozen=True)
class Outcome:
    """What became of a document: created, updated, unchanged, mirror or refused, and why."""

    path: str
    outcome: str
    url: str = ""
    id: int | None = None
    reason: str = ""

    def as_json(self) -> dict:
        return asdict(self)


def import_document(
    raw: RawDocument,
    parsed: ParsedDocument,
    *,
    publish: bool = False,
    source: Source | None = None,
    is_seen: bool = False,
) -> Outcome:
    """Store a cleaned document as an article, or bring the article it became before up to date.

    publish: readers may see it at once. source: overrides the source that the document prints. is_seen: an
    editor looked at it, so that a known article may take on a text most of which is new.
    """
    try:
        with transaction.atomic():
            return _import(raw, parsed, publish, source, is_seen)
    except IntegrityError:
        # Another importer stored the same document in the same moment; now it is simply known.
        with transaction.atomic():
            return _import(raw, parsed, publish, source, is_seen)


def keep_waiting(raw: RawDocument, parsed: ParsedDocument) -> Provenance:
    """Keep a document in the editors' inbox. One known already comes back as it is, with its article."""
    keep_pictures(parsed, raw)
    return Provenance.objects.get_or_create(checksum=raw.checksum, defaults=_provenance_fields(raw, parsed))[
        0
    ]


def import_waiting(waiting: Provenance, *, publish: bool = False) -> Outcome:
    """Make an article of a document in the inbox."""
    raw = RawDocument(
        waiting.name, bytes(waiting.data), waiting.url, waiting.retrieved_at, waiting.content_type
    )
    return import_document(raw, ParsedDocument.from_json(waiting.parsed), publish=publish, is_seen=True)


def _import(raw, parsed, publish, source, is_seen):
    keep_pictures(parsed, raw)
    known = Provenance.objects.select_related("article").filter(checksum=raw.checksum).first()
    if known and known.article:
        return _update(known.article, raw, parsed, publish)
    article = _known_article(raw, parsed)
    if article is None:
        return _create(raw, parsed, publish, source)
    if not is_seen and not _is_same_text(article, parsed):
        return _ask(article, raw, parsed)
    return _update(article, raw, parsed, publish)


def _ask(article, raw, parsed):
    """Leave it to an editor whether another text is the new version of an article."""
    keep_waiting(raw, parsed)
    reason = (
        f"most of its text is not that of article {article.pk}, {article.headline}; it waits for an editor"
    )
    return Outcome(raw.name, "refused", reason=reason)


def _known_article(raw, parsed):
    """The article that an earlier version of this document became, by its address or its name.

    Some sites give one address to every page, so that a text under another headline is another article.
    """
    for article in _known_by_address(parsed.source_url):
        if fold(article.headline) == fold(parsed.headline) or _is_same_text(article, parsed):
            return article
    for earlier in Provenance.objects.select_related("article").filter(name=raw.name, article__isnull=False):
        if fold(earlier.article.headline) == fold(parsed.headline):
            return earlier.article
    return None


def _known_by_address(url):
    return Article.objects.filter(source_url=url) if urlsplit(url).path.strip("/") else ()


def _is_same_text(article, parsed):
    """Whether a text is an article's in another version: two different texts are never one article.

    It is compared with what its source said last, and with what editors have made of that.
    """
    latest = article.provenance.first()
    imported = to_markdown(ParsedDocument.from_json(latest.parsed).blocks) if latest else ""
    new = fold(plain_text(to_markdown(parsed.blocks)))
    known = (fold(plain_text(body)) for body in (imported, article.body) if body)
    return any(containment(body, new) >= SAME_TEXT for body in known)


def _create(raw, parsed, publish, source):
    article = Article(**fields_of(parsed), source=source or _source_of(parsed))
    article.headline_is_provisional = parsed.headline_is_provisional
    article.status = Status.PUBLISHED if publish else Status.DRAFT
    keywords = _keywords(parsed, article.source)
    with derived_once(article):
        article.save()
        article.tags.set(keywords.tags)
    TagSuggestion.objects.suggest(article, keywords.unknown)
    remember(article, raw, parsed)
    return _new_outcome(article, raw)


def _new_outcome(article, raw):
    """A copy of a text that is here already is kept, and said to be one."""
    copies = article.story.articles.exclude(pk=article.pk) if article.story else []
    for other in copies:
        return _outcome("mirror", article, raw, f"the same story as article {other.pk}, {other.headline}")
    return _outcome("created", article, raw)


def _update(article, raw, parsed, publish):
    """Take over what the document changed, field by field, except where an editor has changed it since."""
    taken, kept = take_over(article, fields_of(parsed))
    is_made_public = publish and article.status == Status.DRAFT
    if is_made_public:
        article.status = Status.PUBLISHED
    if taken or is_made_public:
        article.save()
    # Known topics are not given again: an editor may have taken one away.
    TagSuggestion.objects.suggest(article, _keywords(parsed, article.source).unknown)
    remember(article, raw, parsed)
    outcome = "updated" if taken or is_made_public else "unchanged"
    return _outcome(outcome, article, raw, _why_kept(kept))


def take_over(article, fields):
    """Sets the fields that only the document changed; returns their names, and those that both changed."""
    latest = article.provenance.first()
    imported = latest.fingerprints if latest else {}
    taken, kept = [], []
    for name, value in fields.items():
        current = getattr(article, name)
        if current == value or imported.get(name) == fingerprint(str(value)):
            continue
        if imported.get(name) == fingerprint(str(current)):
            setattr(article, name, value)
            taken.append(name)
        else:
            kept.append(name)
    return taken, kept


def _why_kept(kept):
    if not kept:
        return ""
    return f"edited here since; the new document is kept beside it, unused for: {', '.join(kept)}"


def fields_of(parsed):
    published_at, precision = _moment(parsed.published)
    return {
        "headline": parsed.headline,
        "standfirst": parsed.standfirst,
        "byline": parsed.byline[:300],
        "source_url": parsed.source_url[:2000],
        "published_at": published_at,
        "published_precision": precision,
        "language": parsed.language,
        "body": to_markdown(parsed.blocks),
    }


def _moment(printed):
    """UTC and its precision. A date without a time is kept as midnight UTC, whatever the zone."""
    if printed is None:
        return None, Precision.UNKNOWN
    if isinstance(printed, datetime):
        return printed.astimezone(UTC), Precision.MINUTE
    return datetime.combine(printed, time(), UTC), Precision.DAY


def _source_of(parsed):
    """The source a document prints, else the host of its address, else none."""
    parts = urlsplit(parsed.source_url)
    name = parsed.source_name or (parts.hostname or "").removeprefix("www.")
    if not clean_name(name):
        return None
    home_page = f"{parts.scheme}://{parts.netloc}/" if parts.netloc else ""
    return Source.objects.named(
        name,
        home_page=home_page,
        language=parsed.language,
        time_zone=ZONES.get(parsed.language, "Asia/Taipei"),
    )


def _keywords(parsed, source):
    """Printed keywords as the glossary reads them; the source's own name is no topic."""
    return read_keywords(parsed.keywords[:MAX_KEYWORDS], but_not=source.folded if source else None)


def remember(article, raw, parsed):
    """Keep the raw document with the article; a known one learns what this cleaner made of it."""
    fields = _provenance_fields(raw, parsed) | {"article": article}
    fields["fingerprints"] = {name: fingerprint(str(value)) for name, value in fields_of(parsed).items()}
    Provenance.objects.update_or_create(checksum=raw.checksum, defaults=fields)


def _provenance_fields(raw, parsed):
    return {
        "name": raw.name[:1000],
        "url": raw.url[:2000],
        "content_type": raw.content_type[:200],
        "retrieved_at": raw.retrieved_at,
        "cleaner_version": CLEANER_VERSION,
        "parsed": parsed.as_json(),
        "data": raw.data,
    }


def _outcome(outcome, article, raw, reason=""):
    return Outcome(raw.name, outcome, article.get_absolute_url(), article.pk, reason)
