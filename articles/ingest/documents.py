"""The neutral types that every parser reads and returns. No database, no Django.

A RawDocument goes in; a ParsedDocument comes out: fields, blocks in reading order, and a record of
everything that was left out. `clean.py` writes the order of the stages once.
"""

import hashlib
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

MAX_BYTES = 12 * 1024 * 1024  # of one document; the largest labelled page has 1.3 MB, a PDF rarely 10
TOO_LARGE = f"it is larger than {MAX_BYTES:,} bytes."  # of a file beside one


class DocumentError(Exception):
    """A document cannot be cleaned. The message says what is wrong and where, in one line for a person."""


class RefusedByServer(DocumentError):
    """What was asked for was answered with another status than 200: the message, and the status."""

    def __str__(self):
        return self.args[0]

    @property
    def status(self) -> int:
        return self.args[1]


class Redirected(DocumentError):
    """What was asked for is elsewhere, and who asked goes on by themselves: the message, and the address."""

    def __str__(self):
        return self.args[0]

    @property
    def address(self) -> str:
        return self.args[1]


class Kind(StrEnum):
    """What a document is. Detected, never asked for."""

    HTML = "html"
    MARKDOWN = "markdown"
    SCRAPE = "scrape"
    PDF_TEXT = "pdf-text"
    PDF = "pdf"
    CLEAN_TEXT = "clean-text"
    WEB_ARCHIVE = "web-archive"
    WORD = "word"


class Neighbours(Protocol):
    """The files beside a document."""

    def read(self, relative: str) -> bytes | None:
        """The bytes of the file at a path relative to the document, None when there is none in reach.

        Raises ValueError, in words for an editor, when it is there and cannot be read.
        """


@dataclass(frozen=True)
class RawDocument:
    """A document as it was handed in.

    name: the path, URL or label it came by; shown to people in every message about it.
    data: its bytes, untouched.
    url: where it was fetched from, "" for files and pasted text.
    retrieved_at: when it was fetched (aware, UTC), None for files.
    content_type: the server's Content-Type header, "" when there is none.
    neighbours: the files that lie beside it (the pictures of a saved page), when it came with any.
    """

    name: str
    data: bytes
    url: str = ""
    retrieved_at: datetime | None = None
    content_type: str = ""
    neighbours: Neighbours | None = None

    @property
    def checksum(self) -> str:
        """SHA-256 of the bytes, in hex."""
        return hashlib.sha256(self.data).hexdigest()


class BlockType(StrEnum):
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    FIGURE = "figure"
    QUOTE = "quote"
    LIST = "list"
    TABLE = "table"
    NOTE = "note"


@dataclass
class Block:
    """One piece of a cleaned body, plain text only.

    text: the piece as printed, white space tidied, without ▲▼ • marks ("" for lists and tables).
    level: of a heading, 2 to 4.
    caption, credit, src, alt: of a figure, as known; `text` stays the caption line as printed.
    items: of a list. ordered: whether its items are numbered. rows: of a table, cells as strings.
    """

    type: BlockType
    text: str = ""
    level: int = 0
    caption: str = ""
    credit: str = ""
    src: str = ""
    alt: str = ""
    items: list[str] = field(default_factory=list)
    ordered: bool = False
    rows: list[list[str]] = field(default_factory=list)

    def as_json(self) -> dict:
        """Only what is known: empty attributes are left out, `type` and `text` always stand."""
        known = {name: value for name, value in vars(self).items() if value}
        return {"type": str(self.type), "text": self.text} | known


@dataclass(frozen=True)
class Removed:
    """A piece of the document that was left out, and the rule that left it out.

    Plain text and PDF text give start and end, offsets in characters of the decoded text.
    HTML and Markdown give the visible text itself.
    """

    rule: str
    start: int | None = None
    end: int | None = None
    text: str = ""

    def as_json(self) -> dict:
        if self.start is None:
            return {"text": self.text, "rule": self.rule}
        return {"start": self.start, "end": self.end, "rule": self.rule}


@dataclass(frozen=True)
class Held:
    """A piece of plain text or PDF text, by offsets as in Removed, and what holds it.

    holder: the name of a field, or the place of a block in the document's blocks.
    """

    holder: str | int
    start: int
    end: int


@dataclass(frozen=True)
class Reason:
    """Why a field holds what it does.

    rule: the way by which it was found, noted where it was. evidence: what in the document spoke for it.
    """

    rule: str
    evidence: str = ""


@dataclass
class ParsedDocument:
    """A cleaned document.

    held: of plain text and PDF text. With `removed` it covers the text, white space aside, and nothing twice.
    byline: people's names joined by "、"; "" when none is printed.
    published: date or aware datetime as printed; None when the document prints none.
    language: BCP 47, one of zh-Hant, zh-Hans, en, ja, ko.
    headline_is_provisional: the headline was cut from the first sentence because none was printed.
    reasons: why a field holds what it does, by the field's name, as far as its parser notes it.
    """

    kind: Kind
    headline: str = ""
    standfirst: str = ""
    byline: str = ""
    source_name: str = ""
    source_url: str = ""
    published: date | datetime | None = None
    language: str = ""
    keywords: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    removed: list[Removed] = field(default_factory=list)
    held: list[Held] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    headline_is_provisional: bool = False
    reasons: dict[str, Reason] = field(default_factory=dict)

    def as_json(self) -> dict:
        """The contract of `clean_document --json` without the path; only a printed headline is a headline."""
        return {
            "kind": str(self.kind),
            "headline": "" if self.headline_is_provisional else self.headline,
            "standfirst": self.standfirst,
            "byline": self.byline,
            "source_name": self.source_name,
            "source_url": self.source_url,
            "published": self.published.isoformat() if self.published else None,
            "language": self.language,
            "keywords": self.keywords,
            "blocks": [block.as_json() for block in self.blocks],
            "removed": [piece.as_json() for piece in self.removed],
            "held": [{**vars(piece)} for piece in self.held],
            "warnings": self.warnings,
            "provisional_headline": self.headline if self.headline_is_provisional else "",
            "reasons": {name: asdict(reason) for name, reason in self.reasons.items()},
        }

    @classmethod
    def from_json(cls, stored: dict) -> "ParsedDocument":
        """What `as_json` wrote, read back."""
        stored = dict(stored)
        printed, provisional = stored.pop("published"), stored.pop("provisional_headline")
        blocks = [Block(**{**block, "type": BlockType(block["type"])}) for block in stored.pop("blocks")]
        removed = [Removed(**piece) for piece in stored.pop("removed")]
        held = [Held(**piece) for piece in stored.pop("held", [])]
        reasons = {name: Reason(**reason) for name, reason in stored.pop("reasons", {}).items()}
        return cls(
            kind=Kind(stored.pop("kind")),
            headline=stored.pop("headline") or provisional,
            headline_is_provisional=bool(provisional),
            published=_date_from(printed) if printed else None,
            blocks=blocks,
            removed=removed,
            held=held,
            reasons=reasons,
            **stored,
        )


def _date_from(printed: str) -> date | datetime:
    return datetime.fromisoformat(printed) if "T" in printed else date.fromisoformat(printed)
