"""What an article takes from a cleaned document, computed once however often it is asked for."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from functools import cached_property
from urllib.parse import urlsplit

from articles.ingest.block_markdown import to_markdown
from articles.ingest.clean import CLEANER_VERSION
from articles.ingest.correcting import Correction, corrected
from articles.ingest.documents import ParsedDocument, RawDocument
from articles.ingest.intake.reading import words_of
from articles.models import Article, Provenance, Source
from articles.models.articles.article import Precision
from articles.models.summaries.summary import fingerprint
from articles.models.topics.suggestion import Keywords, read_keywords
from articles.text.normalise import clean_name
from articles.text.plain import plain_text
from articles.text.scripts import fold

MAX_KEYWORDS = 12  # pages that print more list their site's sections
ZONES = {"zh-Hans": "Asia/Shanghai", "ja": "Asia/Tokyo", "ko": "Asia/Seoul", "en": "UTC"}


@dataclass(frozen=True)
class Incoming:
    """A document on its way in. Its pictures have found their places.

    parsed: what the cleaner made of it, in that version. corrections: what editors decided about it.
    """

    raw: RawDocument
    parsed: ParsedDocument
    corrections: tuple[Correction, ...] = ()
    cleaner_version: str = CLEANER_VERSION

    def corrected_by(self, corrections: tuple[Correction, ...]) -> "Incoming":
        return replace(self, corrections=corrections)

    @cached_property
    def document(self) -> ParsedDocument:
        """What comes in of it."""
        if not self.corrections:
            return self.parsed
        return corrected(self.parsed, self.corrections, words_of(self.raw, self.parsed.kind))

    @cached_property
    def fields(self) -> dict:
        """The article's fields by name."""
        published_at, precision = _moment(self.document.published)
        return {
            "headline": self.document.headline,
            "standfirst": self.document.standfirst,
            "byline": self.document.byline[:300],
            "source_url": self.document.source_url[:2000],
            "published_at": published_at,
            "published_precision": precision,
            "language": self.document.language,
            "body": to_markdown(self.document.blocks),
        }

    @cached_property
    def compared(self) -> str:
        """The text as it is compared with others."""
        return as_compared(self.fields["body"])

    def keywords(self, source: Source | None) -> Keywords:
        """Printed keywords as the glossary reads them; the source's own name is no topic."""
        printed = self.document.keywords[:MAX_KEYWORDS]
        return read_keywords(printed, but_not=source.folded if source else None)

    def take_over(self, article: Article) -> tuple[list[str], list[str]]:
        """Set the fields that only the document changed: returns their names, and those that both changed."""
        latest = article.provenance.first()
        imported = latest.fingerprints if latest else {}
        taken, kept = [], []
        for name, value in self.fields.items():
            current = getattr(article, name)
            if current == value or imported.get(name) == fingerprint(str(value)):
                continue
            if imported.get(name) == fingerprint(str(current)):
                setattr(article, name, value)
                taken.append(name)
            else:
                kept.append(name)
        return taken, kept

    def keep_waiting(self, by=None) -> Provenance:
        """Keep it in the editors' inbox. One known already comes back as it is, with its article.

        by: the person who handed it in, None for a command.
        """
        fields = self._as_provenance() | {"handed_in_by": by}
        return Provenance.objects.get_or_create(checksum=self.raw.checksum, defaults=fields)[0]

    def keep_with(self, article: Article) -> None:
        """Keep the raw document with the article; a known one learns what this cleaner made of it."""
        marks = {name: fingerprint(str(value)) for name, value in self.fields.items()}
        fields = self._as_provenance() | {"article": article, "fingerprints": marks}
        document = Provenance(checksum=self.raw.checksum, **fields)
        Provenance.objects.bulk_create(
            [document], update_conflicts=True, unique_fields=["checksum"], update_fields=list(fields)
        )

    def _as_provenance(self) -> dict:
        return {
            "name": self.raw.name[:1000],
            "url": self.raw.url[:2000],
            "content_type": self.raw.content_type[:200],
            "retrieved_at": self.raw.retrieved_at,
            "cleaner_version": self.cleaner_version,
            "parsed": self.parsed.as_json(),
            "data": self.raw.data,
        }


def printed_source(parsed: ParsedDocument) -> Source | None:
    """The source a document prints, else the host of its address, else none; as it would be made."""
    parts = urlsplit(parsed.source_url)
    name = parsed.source_name or (parts.hostname or "").removeprefix("www.")
    if not clean_name(name):
        return None
    home_page = f"{parts.scheme}://{parts.netloc}/" if parts.netloc else ""
    zone = zone_of(parsed.language)
    return Source.objects.unknown(name, home_page=home_page, language=parsed.language, time_zone=zone)


def zone_of(language: str) -> str:
    """The time zone in which sources of a language usually print their dates."""
    return ZONES.get(language, "Asia/Taipei")


def as_compared(body: str) -> str:
    """The words of Markdown, folded."""
    return fold(plain_text(body))


def raw_document(kept: Provenance) -> RawDocument:
    """A document as it was handed in once; what lay beside it is not kept."""
    return RawDocument(kept.name, bytes(kept.data), kept.url, kept.retrieved_at, kept.content_type)


def _moment(printed):
    """UTC and its precision. A date without a time is kept as midnight UTC, whatever the zone."""
    if printed is None:
        return None, Precision.UNKNOWN
    if isinstance(printed, datetime):
        return printed.astimezone(UTC), Precision.MINUTE
    return datetime.combine(printed, time(), UTC), Precision.DAY
