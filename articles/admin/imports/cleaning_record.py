"""What the cleaner made of a raw document, put side by side for an editor."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO

from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.admin.imports.reasons import why_found, why_left_out
from articles.ingest.block_markdown import to_markdown
from articles.ingest.documents import Block, DocumentError, Kind, ParsedDocument, RawDocument, Reason
from articles.ingest.intake.decoding import decode
from articles.ingest.mhtml.archive import Archive
from articles.models import Provenance, Subscription
from articles.models.languages import Language
from articles.rendering import UnrenderableBody, render_body

MAX_SHOWN = 400_000  # characters of raw text on one page

# The fields in the order an editor checks them, and which of them hold the document's own words.
FIELDS = [
    ("headline", _("Headline"), True),
    ("standfirst", _("Standfirst"), True),
    ("byline", _("Byline"), True),
    ("published", _("Date"), False),
    ("source_name", _("Source"), True),
    ("source_url", _("Source URL"), False),
    ("language", _("Language"), False),
    ("keywords", _("Keywords"), True),
]
NO_REASON = Reason("not told")
LABELS = {name: label for name, label, _is_printed in FIELDS}


@dataclass(frozen=True)
class Piece:
    """A run of raw text: the rule that left it out, or what holds it, in words; neither for white space."""

    text: str
    rule: str = ""
    holder: str = ""

    @property
    def html(self) -> str:
        """Without white space of its own, for inside a `pre` every character shows."""
        if self.rule:
            return format_html(
                '<del title="{}">{}</del><small class="rule">{}</small>',
                self.rule,
                self.text,
                why_left_out(self.rule),
            )
        return format_html('<span title="{}">{}</span>', self.holder, self.text) if self.holder else self.text


@dataclass(frozen=True)
class Field:
    """why: how the value was found. evidence: what in the document spoke for it, where that says more."""

    label: str
    value: str
    lang: str = ""
    why: str = ""
    evidence: str = ""


class CleaningRecord:
    """A Provenance as an editor reads it: fields, body, and what was left out by which rule."""

    def __init__(self, document: Provenance):
        self.document = document
        self.parsed = ParsedDocument.from_json(document.parsed)

    @property
    def headline(self) -> str:
        return self.parsed.headline or self.document.name

    @property
    def fields(self) -> Iterator[Field]:
        for name, label, in_own_words in FIELDS:
            value = self._shown(name)
            reason = self.parsed.reasons.get(name, NO_REASON) if value else NO_REASON
            evidence = "" if reason.evidence == value else reason.evidence
            lang = self.parsed.language if in_own_words else ""
            yield Field(label, value, lang, why_found(reason.rule), evidence)

    def _shown(self, name):
        value = self.document.parsed.get(name)
        if name == "headline":
            return self.parsed.headline  # the provisional one where none is printed
        if name == "language":
            return dict(Language.choices).get(value, value)
        if name == "published":
            return (value or "").replace("T", " ")
        return "、".join(value) if isinstance(value, list) else value

    @property
    def subscription(self) -> Subscription | None:
        """By which it came, where nobody handed it in."""
        return next((arrival.subscription for arrival in self.document.arrivals.all()), None)

    @property
    def facts(self) -> list[str]:
        """What a list of documents says of each: where it is from, when, in what language, how much of it."""
        shown = [self._shown("source_name"), self._shown("published"), self._shown("language")]
        counted = ngettext("%d character kept", "%d characters kept", self.kept_count) % self.kept_count
        return [*filter(None, shown), counted]

    @property
    def body_html(self):
        try:
            return render_body(to_markdown(self.parsed.blocks)).html
        except UnrenderableBody as error:
            return str(error)

    @property
    def kept_count(self) -> int:
        """Characters in the body's blocks."""
        return sum(map(_length, self.parsed.blocks))

    @cached_property
    def raw_text(self) -> str:
        """The text that the cleaner read, which offsets count in; "" when it can no longer be read."""
        data = bytes(self.document.data)
        try:
            if self.parsed.kind == Kind.PDF:
                return _text_of_pdf(data)
            if self.parsed.kind == Kind.WEB_ARCHIVE:
                return Archive(RawDocument(self.document.name, data, self.document.url)).page()[0]
            return decode(data, self.document.content_type).text
        except DocumentError:
            return ""

    @property
    def is_marked(self) -> bool:
        """Whether the record tells where in the raw text each removed piece stood."""
        return bool(self.raw_text) and all(piece.start is not None for piece in self.parsed.removed)

    @property
    def pieces(self) -> list[Piece]:
        """The raw text in order, each run with its claim."""
        if not self.is_marked:
            return [Piece(self.raw_text[:MAX_SHOWN])]
        claims = [(one.start, one.end, one.rule, "") for one in self.parsed.removed]
        claims += [(one.start, one.end, "", self._holder(one.holder)) for one in self.parsed.held]
        return list(_runs(self.raw_text[:MAX_SHOWN], sorted(claims)))

    def _holder(self, holder: str | int) -> str:
        """What holds a piece, as the preview beside it is read: a field's label, or a block by its number."""
        if isinstance(holder, int):
            return str(_("Block %(number)d") % {"number": holder + 1})
        return str(LABELS.get(holder, holder))

    @property
    def is_cut(self) -> bool:
        return len(self.raw_text) > MAX_SHOWN

    @property
    def removed_by_rule(self) -> list[tuple[str, list[str]]]:
        """Each rule, in the reader's words, with the texts it removed, the busiest first."""
        texts = defaultdict(list)
        for piece in self.parsed.removed:
            text = piece.text if piece.start is None else self.raw_text[piece.start : piece.end]
            if text.strip():
                texts[why_left_out(piece.rule)].append(text.strip())
        return sorted(texts.items(), key=lambda found: -len(found[1]))


def _text_of_pdf(data):
    """As the cleaner took it out; it did so within its limits before the document was stored."""
    from pypdf import PdfReader  # takes long to load, and few documents need it

    from articles.ingest.pdf.file.parse import extract

    return extract(PdfReader(BytesIO(data)))


def _runs(text, claims):
    end = 0
    for start, stop, rule, holder in claims:
        if start > end:
            yield Piece(text[end:start])
        if start < len(text):
            yield Piece(text[start:stop], rule, holder)
        end = max(end, stop)
    if end < len(text):
        yield Piece(text[end:])


def _length(block: Block) -> int:
    return len(block.text) + sum(map(len, block.items)) + sum(len(cell) for row in block.rows for cell in row)
