"""Raw beside cleaned: a document's units one under the other, each with what an editor may say of it."""

import hashlib
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from articles.admin.imports.cleaning_record import LABELS, CleaningRecord
from articles.admin.imports.reasons import why_left_out
from articles.ingest.block_markdown import to_markdown
from articles.ingest.correcting import Choice, Correction, Unit, apply, units_of
from articles.ingest.documents import ParsedDocument
from articles.ingest.intake.reading import words_of
from articles.ingest.storage.corrections import kept_for, said
from articles.ingest.storage.incoming import raw_document
from articles.models import Provenance
from articles.models.languages import Language
from articles.models.source import Rights
from articles.rendering import UnrenderableBody, render_body

MOST_ROWS = 2000  # of one page
SAID = {
    Choice.KEEP: _("keep"),
    Choice.REMOVE: _("remove"),
    Choice.PARAGRAPH: _("paragraph"),
    Choice.HEADING: _("heading"),
    Choice.CAPTION: _("caption"),
    Choice.NOTE: _("note"),
}

OF_SOURCE = {"home_page": _("Home page"), "rights": _("Rights")}  # said of a new source until it comes in


@dataclass(frozen=True)
class Row:
    """number: of the unit. undo: the number of the correction that it follows, None where there is none."""

    number: int
    unit: Unit
    undo: int | None = None

    @property
    def key(self) -> str:
        """Names the unit, and tells whether it is still the one that was shown."""
        digest = hashlib.sha256(self.unit.words.encode("utf-8", "replace")).hexdigest()
        return f"{self.number}-{digest[:12]}"

    @property
    def html(self) -> str:
        """A kept block as readers see it."""
        try:
            return render_body(to_markdown([self.unit.block])).html
        except UnrenderableBody as error:
            return str(error)

    @property
    def why(self) -> str:
        """Why it is left out, or which field holds it."""
        return why_left_out(self.unit.rule) if self.unit.rule else LABELS.get(self.unit.holder, "")

    @property
    def choices(self) -> list[tuple[str, str]]:
        """What else it may be said to be."""
        return [(choice, SAID[choice]) for choice in self.unit.can_be]


def units_before(document: Provenance) -> list[Unit]:
    """As the cleaner left them."""
    parsed = ParsedDocument.from_json(document.parsed)
    return units_of(parsed, words_of(raw_document(document), parsed.kind))


def rows_shown(record: CleaningRecord) -> dict:
    """For a page: the document's first rows, and how many more there are."""
    rows = rows_of(record)
    return {"rows": rows[:MOST_ROWS], "rows_left_out": max(len(rows) - MOST_ROWS, 0)}


def rows_of(record: CleaningRecord) -> list[Row]:
    """The units of a document with all corrections."""
    units, kept = units_before(record.document), list(kept_for(record.document))
    apply(units, said(kept))
    undo = {correction: row.pk for correction, row in zip(said(kept), kept, strict=True)}
    rows = [Row(number, unit, undo.get(unit.correction)) for number, unit in enumerate(units)]
    return [row for row in rows if row.unit.words.strip() or row.unit.block]


def chosen(document: Provenance, key: str) -> Unit | None:
    """The unit, as the cleaner left it, that a button names; None when it is not there any more."""
    number, _dash, _digest = key.partition("-")
    units = units_before(document)
    if not number.isdecimal() or int(number) >= len(units):
        return None
    row = Row(int(number), units[int(number)])
    return row.unit if row.key == key else None


def corrections_of(document: Provenance) -> list[tuple]:
    """Each with what it says in words, of what, whether that is still there, and whether it is past undoing.

    The fields of an article are changed in its own form; what was said of a source is the source's by then.
    """
    rows = list(kept_for(document).select_related("by"))
    unplaced = apply(units_before(document), said(rows)) if rows else []
    is_in = bool(document.article_id)
    return [
        (row, _told(row), _words(row), one not in unplaced, is_in and row.choice == Choice.FIELD)
        for row, one in zip(rows, said(rows), strict=True)
    ]


def _told(row) -> str:
    if row.choice == Choice.FIELD:
        return str((LABELS | OF_SOURCE).get(row.words, row.words))
    return str(SAID[Choice(row.choice)])


def _words(row) -> str:
    """What a field was said to hold, or the words that something was said of."""
    if row.choice != Choice.FIELD:
        return row.words
    if row.words == "published":
        return row.value.replace("T", " ")[:16]
    named = {"rights": Rights, "language": Language}.get(row.words)
    return str(named(row.value).label) if named and row.value in named else row.value.replace("\n", "、")


def as_correction(choice: str, unit: Unit) -> Correction:
    """Raises ValueError for what nobody can say of a unit."""
    said_of_it = Choice(choice)
    if said_of_it == Choice.FIELD or unit.holder:
        raise ValueError(choice)
    return Correction(said_of_it, unit.words, unit.occurrence)
