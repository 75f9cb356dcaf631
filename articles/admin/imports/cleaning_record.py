"""What the cleaner made of a raw document, put side by side for an editor."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.admin.imports.reasons import why_found, why_left_out
from articles.ingest.documents import Block, Reason
from articles.ingest.intake.reading import text_of
from articles.ingest.storage.corrections import corrected_document
from articles.ingest.storage.incoming import raw_document
from articles.models import Provenance, Subscription
from articles.models.languages import Language

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


def shown_date(printed: date | datetime | None) -> str:
    """As an editor types it, by the source's clock."""
    return f"{printed:%Y-%m-%d %H:%M}" if isinstance(printed, datetime) else str(printed or "")


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
                '<del>{}</del><small class="rule">{}</small>', self.text, why_left_out(self.rule)
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

    new_source = updates = copies = twin = None  # what somebody has to decide about, where it was looked for

    def __init__(self, document: Provenance):
        self.document = document
        self.parsed = corrected_document(document)

    @property
    def asks(self) -> bool:
        """Whether somebody has to look, or to decide something, before it comes in."""
        is_doubtful = bool(self.parsed.warnings) or self.parsed.headline_is_provisional
        return any((is_doubtful, self.new_source, self.updates, self.copies, self.twin))

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
        value = getattr(self.parsed, name)
        if name == "language":
            return dict(Language.choices).get(value, value)
        if name == "published":
            return shown_date(value)
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
    def kept_count(self) -> int:
        """Characters in the body's blocks."""
        return sum(map(_length, self.parsed.blocks))

    @cached_property
    def raw_text(self) -> str:
        """The text that the cleaner read, which offsets count in; "" when it can no longer be read."""
        return text_of(raw_document(self.document), self.parsed.kind)

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
