"""What a typeset text is made of: what belongs to its pages, its front, its body, its notes."""

from collections.abc import Mapping
from itertools import pairwise

from articles.ingest.pdf.text.blocks.boxes import in_boxes, narrow_lines, over_boxes, resumed
from articles.ingest.pdf.text.blocks.charts import charts
from articles.ingest.pdf.text.blocks.foot_notes import NOTE_MARK, end_notes, foot_notes, without_notes
from articles.ingest.pdf.text.blocks.insets import captions, over_captions
from articles.ingest.pdf.text.blocks.joining import Glue, mend_fragments, with_numbers
from articles.ingest.pdf.text.blocks.lists import clauses, items, long_items, numbered_headings, pull_quotes
from articles.ingest.pdf.text.blocks.measure import Measure, column_width, measure, settle_indents
from articles.ingest.pdf.text.blocks.paragraphs import Paragraph, paragraphs
from articles.ingest.pdf.text.blocks.tables import heads, is_table_note, rows_put_together, table_rows
from articles.ingest.pdf.text.front.closing import closing, other_stories, signature
from articles.ingest.pdf.text.front.parts import Front, read_front, sure_lines
from articles.ingest.pdf.text.line_kinds.dates import is_labelled_date
from articles.ingest.pdf.text.line_kinds.houses import heads_abstract
from articles.ingest.pdf.text.line_kinds.imprint import imprint
from articles.ingest.pdf.text.line_kinds.names import is_labelled
from articles.ingest.pdf.text.line_kinds.release import is_end, release_fields
from articles.ingest.pdf.text.pages.columns import columns_apart
from articles.ingest.pdf.text.pages.furniture import furniture
from articles.ingest.pdf.text.pages.lines import DRAWN, read_lines, without
from articles.ingest.pdf.text.pages.paging import paged
from articles.ingest.pdf.text.pages.prints import print_of_page
from articles.ingest.plain.segment import Segment
from articles.text.language import detect_language

REPEATING = ("running head", "programme")  # by which rules lines are left out that repeat a headline
SHORTEST_HEADLINE = 16  # cells; shorter running heads name a section or a journal


class Typeset:
    """A text on its way from lines to paragraphs.

    furniture: the lines that belong to pages, imprint: those that a publication prints of itself, with the
    rules that say so. type: how the others are set. front: what stands above the body. body: the paragraphs
    of the rest, quotes: those that print again what others say, end_notes: those that are notes, closing:
    those about authors and publication, and those below the end of a release, strangers: those of other
    stories. notes: those at the feet of pages. items, rows, headings: the lines that begin some, cells: of
    rows in pieces. boxed: those between a sentence and the end of its page. end: where a release ends.
    """

    def __init__(self, text: str, sizes: Mapping[int, float] | None = None):
        self.text = text
        self.language = detect_language(text)
        lines = self._article_lines(paged(read_lines(text, sizes)))
        self.type: Measure = measure(lines)
        headed = {line.start for line in numbered_headings(lines, self.type)}
        self.glue = Glue.of([line.text for line in lines])
        self.notes, lines = self._notes_apart(lines, headed)
        lines, self.cells = rows_put_together(lines, self.type, headed)
        self.items, self.rows = items(lines, self.type), table_rows(lines, text) | self.cells.keys()
        self.headings = {line for line in lines if line.start in headed}
        self.items -= self.headings
        openers = self.items | self.rows | clauses(lines, self.type) | heads(lines, text) | sure_lines(lines)
        self.imprint = imprint(lines)
        openers |= self.imprint.keys() | {below for line, below in pairwise(lines) if line in self.imprint}
        openers |= self.headings | {below for line, below in pairwise(lines) if line in self.headings}
        openers |= set(next(([line] for line in lines if line.start > self.end), []))
        broken = resumed(lines, self.type)
        openers |= {below for line, below in pairwise(lines) if self._is_whole_note(line, below)}
        openers |= {line for pair in pairwise(lines) if heads_abstract(pair[0].text) for line in pair}
        openers |= broken.keys() | {below for line, below in pairwise(lines) if line in broken.values()}
        self.boxed = set(in_boxes(lines, broken))
        printed = paragraphs(lines, self.type, openers | captions(lines), narrow_lines(lines, self.type))
        printed = over_captions(over_boxes(printed, broken), self.type)
        self.items -= long_items(printed, self.items)
        self._read_parts(printed)

    def _is_whole_note(self, line: Segment, below: Segment) -> bool:
        """Whether a line says where a table is from, and has room for more of it."""
        return is_table_note(line.text) and self.type.has_room(line, below)

    def _article_lines(self, printed: list[Segment]) -> list[Segment]:
        self.title, others = print_of_page(printed)
        self.furniture = others | furniture([line for line in printed if line not in others])
        printed = self._with_title(printed)
        lines = columns_apart(without(printed, self.furniture), self.text)
        drawn = dict.fromkeys((line for line in lines if DRAWN.fullmatch(line.text)), "rule")
        self.furniture |= drawn
        lines = without(lines, drawn)
        fields = release_fields(lines)
        self.furniture |= fields
        self.end = max((line.start for line in fields if is_end(line.text)), default=len(self.text))
        lines = without(lines, fields)
        column = column_width(lines)
        drawn = dict.fromkeys(charts(lines, column), "chart")
        self.furniture |= drawn
        lines = without(lines, drawn)
        lines = settle_indents(lines)
        return with_numbers(mend_fragments(lines, column))

    def _with_title(self, printed: list[Segment]) -> list[Segment]:
        """The lines with those of a printed page's title, which are none of its furniture."""
        for line in self.title:
            self.furniture.pop(line, None)
        return [self._title_on(line) for line in printed]

    def _title_on(self, line: Segment) -> Segment:
        return next((title for title in self.title if title.end == line.end), line)

    def _notes_apart(self, lines: list[Segment], headed: set[int]) -> tuple[list[Paragraph], list[Segment]]:
        """The notes at the feet of pages, and the lines of the rest. headed: where headings begin."""
        notes = foot_notes(lines, self.type, headed)
        marked = {line for line in notes if NOTE_MARK.match(line.text)}
        return paragraphs(notes, self.type, marked), without_notes(lines, set(notes))

    def _read_parts(self, printed: list[Paragraph]) -> None:
        heads = [line.text for line, rule in self.furniture.items() if rule in REPEATING]
        self.front: Front = read_front(printed, self.type, heads, {line.start for line in self.title})
        if self.front.headline is None or self._stands_below_prose(printed, self.front.headline):
            headline = self._headline_at_page_head(self.front.headline)
            self.front = self.front if headline is None else Front(headline)
        self.front.dates += [part for part in printed if is_labelled_date(part.text)] * (not self.front.dates)
        self.body = [paragraph for paragraph in printed if not self.front.holds(paragraph)]
        self.body, self.strangers = other_stories(self.body, self.front)
        self.end_notes, self.quotes = end_notes(self.body), pull_quotes(self.body, self.type.column)
        self._read_signature()
        self.closing = [part for part in self.body if part.first.start > self.end] or closing(
            self.body, self.front, [*heads, *(line.text for line in self.imprint)]
        )

    def _read_signature(self) -> None:
        """Puts the line that signs the text below it with the names, where the front has none."""
        told = [part for part in self.body if part not in self.end_notes]
        boxed = [part for part in told if part.first in self.boxed and is_labelled(part.text)]
        signed = None if self.front.names else signature([*told, *self.notes, *boxed])
        if signed:
            self.front.names.append(signed)
            self.body, self.notes = _without(self.body, signed), _without(self.notes, signed)

    def _stands_below_prose(self, printed: list[Paragraph], headline: Paragraph) -> bool:
        """Whether what was taken for the headline has a sentence in full lines above it."""
        above = printed[: printed.index(headline)]
        return any(part.is_terminated and part.cells > 0.85 * self.type.column for part in above)

    def _headline_at_page_head(self, other: Paragraph | None) -> Paragraph | None:
        """The headline that the first page prints once, where the later pages repeat it at their heads.

        other: what stands in the text in place of one; a shorter head that the text repeats is likelier.
        """
        has_pages = any(line.page for line in self.furniture)
        for line, rule in self.furniture.items():
            is_told = self.text.count(line.text) > sum(other.text == line.text for other in self.furniture)
            fits = is_told or (has_pages and not other and line.cells >= SHORTEST_HEADLINE)
            if rule == "running head" and line.page == 0 and fits:
                del self.furniture[line]
                return Paragraph([line])
        return None


def _without(parts: list[Paragraph], other: Paragraph) -> list[Paragraph]:
    return [part for part in parts if part is not other]
