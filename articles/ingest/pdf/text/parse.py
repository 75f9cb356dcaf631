"""Text taken out of a PDF by any tool: hard-wrapped lines, running heads, page numbers, split addresses."""

import re
from datetime import date
from itertools import takewhile, zip_longest

from articles.ingest.documents import Block, BlockType, DocumentError, Kind, ParsedDocument, RawDocument
from articles.ingest.furniture.notes import is_rights
from articles.ingest.furniture.phrases import LEGAL
from articles.ingest.pdf.text.block_types import block_type
from articles.ingest.pdf.text.blocks.lists import ITEM
from articles.ingest.pdf.text.blocks.paragraphs import LABELLED, Paragraph
from articles.ingest.pdf.text.blocks.tables import SURE_CELLS, table_cells
from articles.ingest.pdf.text.front.closing import LONGEST_TAIL
from articles.ingest.pdf.text.line_kinds.dates import date_in, dates_of, dates_somebody, is_date
from articles.ingest.pdf.text.line_kinds.imprint import house_of, is_rights_of_house
from articles.ingest.pdf.text.line_kinds.names import (
    NOTE_SIGNS,
    byline_of,
    is_labelled,
    names_of,
    speaker_of,
    without_raised,
)
from articles.ingest.pdf.text.spaces import without_strewn_spaces
from articles.ingest.pdf.text.typeset import Typeset
from articles.ingest.plain.segment import Span
from articles.ingest.record import Record, as_printed
from articles.text.press.bylines import unspaced
from articles.text.press.captions import split_credit
from articles.text.press.keywords import split_keywords
from articles.text.radicals import without_radicals

SIDE_BY_SIDE = "Columns stand side by side and could not be taken apart; try the PDF file itself."
LONG_LINE, MOST_APART = 40, 0.3  # columns; the share of long lines parted by a gap
TITLE_LABEL = re.compile(r"(?:title|[標标][題题]|[題题書书]名|제목)\s?[:：]\s?", re.IGNORECASE)
# A line whose letters are set apart, to make it as wide as others: 漁 港 與 外 交
SET_APART = re.compile(r"(?:[^\W\dA-Za-z가-힣]|[^\w\s])(?: (?:[^\W\dA-Za-z가-힣]|[^\w\s])){2,39}")
# Where and when a report was sent: HARBOUR CITY, 8 June 2022 – …
DATELINE = re.compile(r"[A-Z][A-Za-z.,’' ]{2,40}[,(] ?[^.–—]{8,24}?\)? ?[–—]")
LONGEST_KEYWORDS = 3  # lines
FARTHEST_DATELINE = 3  # paragraphs
MARK = re.compile(r"^[▲▼△▽↑↓◎]\s*")


def parse(text: str, _raw: RawDocument) -> ParsedDocument:
    """The article in a text that was taken out of a PDF.

    text: the decoded text, pages parted by form feeds if at all.
    Raises DocumentError when nothing but page furniture is found.
    """
    return article_in(Typeset(without_strewn_spaces(without_radicals(text))))


def article_in(typeset: Typeset) -> ParsedDocument:
    """The article with what was left out of its text.

    Raises DocumentError when nothing but page furniture is found.
    """
    return _Reading(typeset).document()


class _Reading:
    """A typeset text on its way to fields and blocks, each of which claims its words."""

    def __init__(self, typeset: Typeset):
        self.typeset = typeset
        self.text, self.front = typeset.text, typeset.front
        self.record = Record(typeset.text)
        self.blocks: list[Block] = []
        self._before = ""

    def document(self) -> ParsedDocument:
        document = ParsedDocument(Kind.PDF_TEXT, language=self.typeset.language)
        for line, rule in self.typeset.furniture.items():
            self.record.leave_out(rule, line.start, line.end)
        self._read_front(document)
        self._read_body(document)
        if not document.blocks:
            raise DocumentError("No article was found: the text has nothing but page furniture.")
        document.removed, document.held = self.record.removed(), self.record.held
        document.warnings += [SIDE_BY_SIDE] * self._has_columns_left()
        return document

    def _has_columns_left(self) -> bool:
        """Whether many lines still hold pieces of neighbouring columns."""
        told = [part for part in self.typeset.body if part.first not in self.typeset.rows]
        long = [line for part in told for line in part.lines if line.cells > LONG_LINE]
        return sum(len(table_cells(line, self.text)) > 1 for line in long) > MOST_APART * len(long)

    def _read_front(self, document: ParsedDocument) -> None:
        for paragraph in self.front.kickers:
            self._leave_out("kicker", paragraph)
        if self.front.headline:
            label = TITLE_LABEL.match(self.front.headline.text)
            document.headline = self._hold("headline", self.front.headline, label.end() if label else 0)
        if self.front.deck:
            document.standfirst = self._hold("standfirst", self.front.deck)
        self._read_names(document)
        dates = list(map(self._read_date, self.front.dates))
        signed = (self._first_date(paragraph.text) for paragraph in self.front.names)
        document.published = next(filter(None, [*dates, *signed]), None) or self._date_of_issue()

    def _date_of_issue(self) -> date | None:
        """The date above the headline or at the head of the first page; or where the text begins or ends."""
        heads = [line.text for line in [*self.typeset.furniture, *self.typeset.imprint] if line.page == 0]
        headline = [line.text for line in self.front.headline.lines] if self.front.headline else []
        told = [*(paragraph.text for paragraph in self.front.kickers), *filter(dates_somebody, headline)]
        above = "\n".join([*heads, *told])
        openings = (DATELINE.match(part.text) for part in self.typeset.body[:FARTHEST_DATELINE])
        printed = (above, *(opening[0] for opening in openings if opening), self._dated_end())
        return next(filter(None, map(self._first_date, printed)), None)

    def _dated_end(self) -> str:
        """The last line that is a date, of the text or of what an office prints below it."""
        below = [line.text for line, rule in self.typeset.furniture.items() if rule == "contact"]
        tail = takewhile(lambda part: not part.is_terminated, reversed(self.typeset.body[-LONGEST_TAIL:]))
        return next(filter(is_date, [*reversed(below), *(part.text for part in tail)]), "")

    def _first_date(self, text: str) -> date | None:
        dates = dates_of(text, self.typeset.language)
        return dates[0].value if dates else None

    def _read_names(self, document: ParsedDocument) -> None:
        names: list[str] = []
        for paragraph in self.front.names:
            names += self._read_byline(paragraph, names)
        told = [part.text for part in (self.front.headline, self.front.deck) if part]
        document.byline = "、".join(names) or speaker_of(" ".join(told))

    def _read_byline(self, paragraph: Paragraph, known: list[str]) -> list[str]:
        """The names on a line, without those known already; its labels go."""
        printed = paragraph.text
        found = byline_of(printed)
        names = [] if found and is_labelled(printed) else names_of(printed)
        if not names:
            names = (
                [printed[slice(*span)] for span in found.spans] if found else [NOTE_SIGNS.sub("", printed)]
            )
        below = self.text[paragraph.last.end :].lstrip().partition("\n")[0]
        names = without_raised(names, below)
        new = [name for name in names if unspaced(name) not in known]
        return list(map(unspaced, self._hold_words("byline", paragraph, new)))

    def _hold_words(self, field: str, paragraph: Paragraph, words: list[str]) -> list[str]:
        """Claims words of a line, in their order, for a field. All between them is left out by its name.

        Returns the words that are printed just so.
        """
        kept: list[str] = []
        for start, end in paragraph.where:
            at = start
            for word in words:
                place = as_printed(word).search(self.text, at, end) if word and word not in kept else None
                if place:
                    self.record.leave_out(field, at, place.start())
                    at = place.end()
                    kept.append(self.record.hold(field, *place.span()))
            self.record.leave_out(field, at, end)
        return kept

    def _read_date(self, paragraph: Paragraph) -> date:
        """The date a line prints. The field holds it in ISO form, so the line itself goes."""
        self._leave_out("date", paragraph)
        return date_in(paragraph.text, self.typeset.language)

    def _read_body(self, document: ParsedDocument) -> None:
        for paragraph, following in zip_longest(self.typeset.body, self.typeset.body[1:]):
            self._read_paragraph(document, paragraph, following)
        for paragraph in self.typeset.strangers:
            self._leave_out("furniture", paragraph)
        for paragraph in self.typeset.notes:
            self.blocks.append(Block(BlockType.NOTE, self._words(paragraph)))
        document.blocks = self.blocks

    def _read_paragraph(self, document, paragraph: Paragraph, following: Paragraph | None) -> None:
        if LABELLED.match(paragraph.text) and not document.keywords:
            document.keywords = self._read_keywords(paragraph)
        elif LABELLED.match(paragraph.text) and len(paragraph.lines) <= LONGEST_KEYWORDS:
            self._leave_out("keywords", paragraph)  # the same in another language
        elif paragraph.first in self.typeset.imprint:
            self._leave_out(self.typeset.imprint[paragraph.first], paragraph)
        elif paragraph in self.typeset.quotes:
            self._leave_out("furniture", paragraph)
        elif is_rights(paragraph.text) or is_rights_of_house(paragraph.text):
            self._leave_out(LEGAL.rule, paragraph)
        elif paragraph.first in self.typeset.items and paragraph not in self.typeset.end_notes:
            self._add_item(paragraph)
        elif paragraph.first in self.typeset.rows and paragraph not in self.typeset.end_notes:
            self._add_row(paragraph)
        else:
            self.blocks.append(self._block(paragraph, following))
            is_note = self.blocks[-1].type == BlockType.NOTE
            document.source_name = document.source_name or (house_of(self.blocks[-1].text) if is_note else "")

    def _read_keywords(self, paragraph: Paragraph) -> list[str]:
        keywords = split_keywords(LABELLED.sub("", paragraph.text), self.text)
        return self._hold_words("keywords", paragraph, keywords)

    def _add_item(self, paragraph: Paragraph) -> None:
        mark = ITEM.match(self.text, *paragraph.where[0])
        ordered = mark["number"] is not None
        if not self.blocks or self.blocks[-1].type != BlockType.LIST or self.blocks[-1].ordered != ordered:
            self.blocks.append(Block(BlockType.LIST, ordered=ordered))
        words = self._hold(len(self.blocks) - 1, paragraph, mark.end() - mark.start())
        self.blocks[-1].items.append(words)

    def _add_row(self, paragraph: Paragraph) -> None:
        row = self.typeset.cells.get(paragraph.first) or table_cells(paragraph.first, self.text)
        last = self.blocks[-1] if self.blocks else None
        if not last or last.type != BlockType.TABLE or not _go_together(len(last.rows[0]), len(row)):
            self.blocks.append(Block(BlockType.TABLE))
        place = len(self.blocks) - 1
        self.blocks[-1].rows.append([self.record.hold(place, *cell) for cell in row])

    def _block(self, paragraph: Paragraph, following: Paragraph | None) -> Block:
        kind = block_type(self.typeset, paragraph, following)
        if kind == BlockType.FIGURE:
            return self._figure(paragraph)
        if kind == BlockType.HEADING:
            mark = ITEM.match(paragraph.text)
            skip = mark.end() if mark and not mark["number"] else 0
            return Block(kind, self._words(paragraph, skip), level=2)
        return Block(kind, self._words(paragraph))

    def _figure(self, paragraph: Paragraph) -> Block:
        mark = MARK.match(self.text[paragraph.first.start : paragraph.first.end])
        parts = split_credit(self._words(paragraph, mark.end() if mark else 0))
        return Block(BlockType.FIGURE, parts.text, caption=parts.caption, credit=parts.credit)

    def _words(self, paragraph: Paragraph, skip: int = 0) -> str:
        """The words of a paragraph, held by a new block. skip: as in `_hold`."""
        return self._hold(len(self.blocks), paragraph, skip)

    def _hold(self, holder: str | int, paragraph: Paragraph, skip: int = 0) -> str:
        """The words of a paragraph in one piece, claimed for a field or block.

        skip: characters at its beginning that are a mark and left out.
        """
        fragments = list(paragraph.where)
        start, end = fragments[0]
        self.record.leave_out("mark", start, start + skip)
        fragments[0] = (start + skip, end)
        words = ""
        for fragment, following in zip_longest(fragments, fragments[1:]):
            piece = self._hold_fragment(holder, fragment, following)
            words += self.typeset.glue.between(self._before, piece) + piece if words else piece
            self._before = self.text[slice(*fragment)]
        return unspaced(words) if SET_APART.fullmatch(words) else words

    def _hold_fragment(self, holder, fragment: Span, following: Span | None) -> str:
        start, end = fragment
        if following and self.typeset.glue.hyphen_is_added(
            self.text[start:end], self.text[slice(*following)]
        ):
            end -= 1
            self.record.leave_out("hyphen", end, end + 1)
        return self.record.hold(holder, start, end)

    def _leave_out(self, rule: str, paragraph: Paragraph) -> None:
        for start, end in paragraph.where:
            self.record.leave_out(rule, start, end)


def _go_together(above: int, below: int) -> bool:
    """Whether rows with so many cells may be of one table."""
    return above == below or min(above, below) >= SURE_CELLS
