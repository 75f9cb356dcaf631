"""Text taken out of a PDF by any tool: hard-wrapped lines, running heads, page numbers, split addresses."""

import re
from collections.abc import Mapping
from datetime import date
from itertools import pairwise, takewhile, zip_longest

from articles.ingest.documents import Block, BlockType, DocumentError, Kind, ParsedDocument, RawDocument
from articles.ingest.furniture.notes import is_note, is_rights
from articles.ingest.furniture.phrases import LEGAL
from articles.ingest.pdf.text.dated import date_in, dates_of, is_labelled_date
from articles.ingest.pdf.text.foot_notes import (
    NOTE_MARK,
    NOTES_HEADING,
    end_notes,
    foot_notes,
    without_notes,
)
from articles.ingest.pdf.text.front import Front, read_front, sure_lines
from articles.ingest.pdf.text.front_lines import (
    NOTE_SIGNS,
    byline_of,
    heads_abstract,
    is_labelled,
    names_of,
    speaker_of,
)
from articles.ingest.pdf.text.imprint import (
    closes_publication,
    house_of,
    imprint,
    is_field_of_journal,
    is_rights_of_house,
)
from articles.ingest.pdf.text.joining import Glue, mend_fragments
from articles.ingest.pdf.text.layout import columns_apart
from articles.ingest.pdf.text.lists import (
    ITEM,
    clauses,
    is_sub_item,
    items,
    long_items,
    numbered_headings,
    pull_quotes,
)
from articles.ingest.pdf.text.pages import DRAWN, furniture, paged, read_lines, without
from articles.ingest.pdf.text.paragraphs import (
    GOES_ON,
    INTRODUCES,
    LABELLED,
    LARGE,
    SUMMARY,
    Measure,
    Paragraph,
    column_width,
    measure,
    paragraphs,
    settle_indents,
)
from articles.ingest.pdf.text.release import release_fields
from articles.ingest.pdf.text.tables import (
    heads,
    is_label,
    is_sure_label,
    is_table_note,
    rows_put_together,
    table_cells,
    table_rows,
)
from articles.ingest.plain.segment import Segment, Span
from articles.ingest.record import Record, as_printed
from articles.text.language import detect_language
from articles.text.press.bylines import unspaced
from articles.text.press.captions import looks_like_caption, split_credit
from articles.text.press.keywords import split_keywords
from articles.text.radicals import without_radicals
from articles.text.spaces import without_strewn_spaces

SHORTEST_HEADLINE = 16  # cells; shorter running heads name a section or a journal
# A caption has at most so many lines.
LONGEST_CAPTION = 6
WIDEST_CAPTION = 100  # cells, of one in the body's type, over however many lines of a narrow column
LONGEST_LABEL = 2  # likewise, of what a label says of a table
LONGEST_HEADING = 3  # lines
SIDE_BY_SIDE = "Columns stand side by side and could not be taken apart; try the PDF file itself."
LONG_LINE, MOST_APART = 40, 0.3  # columns; the share of long lines parted by a gap
MARK = re.compile(r"^[▲▼△▽↑↓◎]\s*")


def parse(text: str, _raw: RawDocument) -> ParsedDocument:
    """The article in a text that was taken out of a PDF.

    text: the decoded text, pages parted by form feeds if at all.
    Raises DocumentError when nothing but page furniture is found.
    """
    return Typeset(without_strewn_spaces(without_radicals(text))).parsed()


class Typeset:
    """One text on its way from lines to blocks.

    type: how its lines are set. front: what stands above the body. body: the paragraphs of the rest,
    quotes: those of them that print again what the others say.
    notes: those at the feet of pages, which are put below the body. end_notes: those that stand there.
    """

    def __init__(self, text: str, sizes: Mapping[int, float] | None = None):
        self.text = text
        self.record = Record(text)
        self.blocks: list[Block] = []
        self.language = detect_language(text)
        lines = self._article_lines(paged(read_lines(text, sizes)))
        self.type: Measure = measure(lines)
        headed = {line.start for line in numbered_headings(lines, self.type)}
        self.glue = Glue.of([line.text for line in lines])
        self.notes, lines = self._notes_apart(lines, headed)
        lines, self.cells = rows_put_together(lines, self.type, headed)
        self.items, self.rows = items(lines, self.type), table_rows(lines, text) | self.cells.keys()
        self._before = ""
        self.headings = {line for line in lines if line.start in headed}
        self.items -= self.headings
        openers = self.items | self.rows | clauses(lines, self.type) | heads(lines, text) | sure_lines(lines)
        self.imprint = imprint(lines)
        openers |= self.imprint.keys() | {below for line, below in pairwise(lines) if line in self.imprint}
        openers |= self.headings | {below for line, below in pairwise(lines) if line in self.headings}
        printed = paragraphs(lines, self.type, openers)
        self.items -= long_items(printed, self.items)
        self._read_parts(printed)

    def _article_lines(self, printed: list[Segment]) -> list[Segment]:
        self.furniture = furniture(printed)
        lines = columns_apart(without(printed, self.furniture), self.text)
        drawn = dict.fromkeys((line for line in lines if DRAWN.fullmatch(line.text)), "rule")
        self.furniture |= drawn
        lines = without(lines, drawn)
        fields = release_fields(lines)
        self.furniture |= fields
        lines = without(lines, fields)
        lines = settle_indents(lines)
        return mend_fragments(lines, column_width(lines))

    def _notes_apart(self, lines: list[Segment], headed: set[int]) -> tuple[list[Paragraph], list[Segment]]:
        """The notes at the feet of pages, and the lines of the rest. headed: where headings begin."""
        notes = foot_notes(lines, self.type, headed)
        marked = {line for line in notes if NOTE_MARK.match(line.text)}
        return paragraphs(notes, self.type, marked), without_notes(lines, set(notes))

    def _read_parts(self, printed: list[Paragraph]) -> None:
        heads = [line.text for line, rule in self.furniture.items() if rule == "running head"]
        self.front: Front = read_front(printed, self.type, heads)
        if self.front.headline is None or self._stands_below_prose(printed, self.front.headline):
            headline = self._headline_at_page_head(self.front.headline)
            self.front = self.front if headline is None else Front(headline)
        self.front.dates += [part for part in printed if is_labelled_date(part.text)] * (not self.front.dates)
        self.body = [paragraph for paragraph in printed if not self.front.holds(paragraph)]
        self.end_notes, self.quotes = end_notes(self.body), pull_quotes(self.body, self.type.column)

    def _stands_below_prose(self, printed: list[Paragraph], headline: Paragraph) -> bool:
        """Whether what was taken for the headline has a sentence in full lines above it."""
        above = printed[: printed.index(headline)]
        return any(part.is_terminated and part.cells > 0.85 * self.type.column for part in above)

    def _headline_at_page_head(self, other: Paragraph | None) -> Paragraph | None:
        """The headline that the first page prints once, where the later pages repeat it at their heads.

        other: what stands in the text in place of one; a shorter head that the text repeats is likelier.
        """
        for line, rule in self.furniture.items():
            is_told = self.text.count(line.text) > sum(other.text == line.text for other in self.furniture)
            fits = is_told or (not other and line.cells >= SHORTEST_HEADLINE)
            if rule == "running head" and line.page == 0 and fits:
                del self.furniture[line]
                return Paragraph([line])
        return None

    def parsed(self) -> ParsedDocument:
        document = ParsedDocument(Kind.PDF_TEXT, language=self.language)
        for line, rule in self.furniture.items():
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
        lines = [paragraph.lines for paragraph in self.body if paragraph.first not in self.rows]
        long = [line for group in lines for line in group if line.cells > LONG_LINE]
        return sum(len(table_cells(line, self.text)) > 1 for line in long) > MOST_APART * len(long)

    def _read_front(self, document: ParsedDocument) -> None:
        for paragraph in self.front.kickers:
            self._leave_out("kicker", paragraph)
        if self.front.headline:
            document.headline = self._hold("headline", self.front.headline)
        if self.front.deck:
            document.standfirst = self._hold("standfirst", self.front.deck)
        self._read_names(document)
        dates = list(map(self._read_date, self.front.dates))
        document.published = dates[0] if dates else self._date_of_issue()

    def _date_of_issue(self) -> date | None:
        """The date that is printed above the headline, or at the head of the first page."""
        heads = [line.text for line in [*self.furniture, *self.imprint] if line.page == 0]
        dates = dates_of(
            "\n".join([*heads, *(paragraph.text for paragraph in self.front.kickers)]), self.language
        )
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
        return date_in(paragraph.text, self.language)

    def _read_body(self, document: ParsedDocument) -> None:
        for paragraph, following in zip_longest(self.body, self.body[1:]):
            self._read_paragraph(document, paragraph, following)
        for paragraph in self.notes:
            self.blocks.append(Block(BlockType.NOTE, self._words(paragraph)))
        document.blocks = self.blocks

    def _read_paragraph(self, document, paragraph: Paragraph, following: Paragraph | None) -> None:
        if LABELLED.match(paragraph.text) and not document.keywords:
            document.keywords = self._read_keywords(paragraph)
        elif paragraph.first in self.imprint:
            self._leave_out(self.imprint[paragraph.first], paragraph)
        elif paragraph in self.quotes:
            self._leave_out("furniture", paragraph)
        elif is_rights(paragraph.text) or is_rights_of_house(paragraph.text):
            self._leave_out(LEGAL.rule, paragraph)
        elif paragraph.first in self.items and paragraph not in self.end_notes:
            self._add_item(paragraph)
        elif paragraph.first in self.rows and paragraph not in self.end_notes:
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
        row = self.cells.get(paragraph.first) or table_cells(paragraph.first, self.text)
        last = self.blocks[-1] if self.blocks else None
        if not last or last.type != BlockType.TABLE or len(last.rows[0]) != len(row):
            self.blocks.append(Block(BlockType.TABLE))
        place = len(self.blocks) - 1
        self.blocks[-1].rows.append([self.record.hold(place, *cell) for cell in row])

    def _block(self, paragraph: Paragraph, following: Paragraph | None) -> Block:
        if self._is_note(paragraph):
            return Block(BlockType.NOTE, self._words(paragraph))
        if self._is_caption(paragraph):
            return self._figure(paragraph)
        if self._is_heading(paragraph, following):
            mark = ITEM.match(paragraph.text)
            skip = mark.end() if mark and not mark["number"] else 0
            return Block(BlockType.HEADING, self._words(paragraph, skip), level=2)
        return Block(BlockType.PARAGRAPH, self._words(paragraph))

    def _is_note(self, paragraph: Paragraph) -> bool:
        named = paragraph in self.end_notes or paragraph in self.front.affiliations
        named = named or is_field_of_journal(paragraph.text)
        small = self.type.is_small(paragraph.first) and SUMMARY.match(paragraph.text) is not None
        return (
            named
            or small
            or is_note(paragraph.text)
            or is_table_note(paragraph.text)
            or closes_publication(paragraph.text)
        )

    def _is_caption(self, paragraph: Paragraph) -> bool:
        """Whether it stands above the headline, is set in smaller type, or says that it is a caption."""
        if len(paragraph.lines) > LONGEST_CAPTION or is_sub_item(paragraph.first):
            return False
        if len(paragraph.lines) <= LONGEST_LABEL and is_label(paragraph.first):
            return not paragraph.is_terminated or is_sure_label(paragraph.first)
        above = self.front.headline and paragraph.first.start < self.front.headline.first.start
        if self.type.sized:
            return looks_like_caption(paragraph.text) or (above and self.type.is_small(paragraph.first))
        if above or all(map(self.type.is_small, paragraph.lines[:-1] or paragraph.lines)):
            return True
        width = sum(line.cells for line in paragraph.lines)
        short = len(paragraph.lines) <= 2 or width <= WIDEST_CAPTION
        return (short or any(map(self.type.is_small, paragraph.lines))) and looks_like_caption(paragraph.text)

    def _figure(self, paragraph: Paragraph) -> Block:
        mark = MARK.match(self.text[paragraph.first.start : paragraph.first.end])
        parts = split_credit(self._words(paragraph, mark.end() if mark else 0))
        return Block(BlockType.FIGURE, parts.text, caption=parts.caption, credit=parts.credit)

    def _is_heading(self, paragraph: Paragraph, following: Paragraph | None) -> bool:
        """A short line without an end, with a paragraph below it."""
        if paragraph.size > LARGE:
            return len(paragraph.lines) <= LONGEST_HEADING and not paragraph.text.endswith("。")
        if paragraph.first in self.headings or heads_abstract(paragraph.text):
            return True
        if following is not None and NOTES_HEADING.fullmatch(paragraph.text):
            return True
        if following is None or len(paragraph.lines) > 2 or paragraph.is_terminated:
            return False
        widest = 0.5 if INTRODUCES.search(paragraph.text) else 0.85
        if GOES_ON.search(paragraph.last.text) or paragraph.cells > widest * self.type.column:
            return False
        return not self._is_verse(paragraph)

    def _is_verse(self, paragraph: Paragraph) -> bool:
        """Whether the line is one of three or more in a row that are all short."""
        at = self.body.index(paragraph)
        before = list(takewhile(self._is_line, reversed(self.body[:at])))
        return len(before) + len(list(takewhile(self._is_line, self.body[at:]))) >= 3

    def _is_line(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph of the body is a line without an end."""
        is_told = paragraph not in self.front.affiliations and paragraph.first not in self.rows
        return len(paragraph.lines) == 1 and not paragraph.is_terminated and is_told

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
            words += self.glue.between(self._before, piece) + piece if words else piece
            self._before = self.text[slice(*fragment)]
        return words

    def _hold_fragment(self, holder, fragment: Span, following: Span | None) -> str:
        start, end = fragment
        if following and self.glue.hyphen_is_added(self.text[start:end], self.text[slice(*following)]):
            end -= 1
            self.record.leave_out("hyphen", end, end + 1)
        return self.record.hold(holder, start, end)

    def _leave_out(self, rule: str, paragraph: Paragraph) -> None:
        for start, end in paragraph.where:
            self.record.leave_out(rule, start, end)
