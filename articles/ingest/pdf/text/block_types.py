"""What a paragraph of a typeset text is: a note, a caption, a heading, or told."""

from functools import partial
from itertools import takewhile

from articles.ingest.documents import BlockType
from articles.ingest.furniture.notes import is_note
from articles.ingest.pdf.text.blocks.foot_notes import NOTES_HEADING
from articles.ingest.pdf.text.blocks.lists import is_sub_item
from articles.ingest.pdf.text.blocks.measure import INTRODUCES, LARGE
from articles.ingest.pdf.text.blocks.paragraphs import GOES_ON, SUMMARY, Paragraph
from articles.ingest.pdf.text.blocks.tables import is_label, is_sure_label, is_table_note
from articles.ingest.pdf.text.line_kinds.houses import heads_abstract
from articles.ingest.pdf.text.line_kinds.imprint import closes_publication, is_field_of_journal, is_to_readers
from articles.ingest.pdf.text.typeset import Typeset
from articles.text.press.captions import looks_like_caption

# A caption has at most so many lines.
LONGEST_CAPTION = 6
WIDEST_CAPTION = 100  # cells, of one in the body's type, over however many lines of a narrow column
LONGEST_LABEL = 2  # likewise, of what a label says of a table
LONGEST_HEADING = 3  # lines


def block_type(typeset: Typeset, paragraph: Paragraph, following: Paragraph | None) -> BlockType:
    """What kind of block a paragraph of the body is. following: the next one."""
    if _is_note(typeset, paragraph):
        return BlockType.NOTE
    if _is_caption(typeset, paragraph):
        return BlockType.FIGURE
    return BlockType.HEADING if _is_heading(typeset, paragraph, following) else BlockType.PARAGRAPH


def _is_note(typeset: Typeset, paragraph: Paragraph) -> bool:
    named = paragraph in [*typeset.end_notes, *typeset.closing, *typeset.front.affiliations]
    named = named or is_field_of_journal(paragraph.text)
    return (
        named
        or _is_abstract_in_other_language(typeset, paragraph)
        or is_to_readers(paragraph.text)
        or is_note(paragraph.text)
        or is_table_note(paragraph.text)
        or closes_publication(paragraph.text)
    )


def _is_abstract_in_other_language(typeset: Typeset, paragraph: Paragraph) -> bool:
    """Whether a paragraph is an English abstract of another text, behind its label or below its heading."""
    if typeset.language == "en" or not paragraph.text.isascii():
        return False
    at = typeset.body.index(paragraph)
    above = typeset.body[at - 1].text if at else ""
    return SUMMARY.match(paragraph.text) is not None or (above.isascii() and heads_abstract(above))


def _is_caption(typeset: Typeset, paragraph: Paragraph) -> bool:
    """Whether it stands above the headline, is set in smaller type, or says that it is a caption."""
    if len(paragraph.lines) > LONGEST_CAPTION or is_sub_item(paragraph.first):
        return False
    if len(paragraph.lines) <= LONGEST_LABEL and is_label(paragraph.first):
        return not paragraph.is_terminated or is_sure_label(paragraph.first)
    above = typeset.front.headline and paragraph.first.start < typeset.front.headline.first.start
    if typeset.type.sized:
        return looks_like_caption(paragraph.said) or (above and typeset.type.is_small(paragraph.first))
    if above or all(map(typeset.type.is_small, paragraph.lines[:-1] or paragraph.lines)):
        return True
    width = sum(line.cells for line in paragraph.lines)
    short = len(paragraph.lines) <= 2 or width <= WIDEST_CAPTION
    return (short or any(map(typeset.type.is_small, paragraph.lines))) and looks_like_caption(paragraph.said)


def _is_heading(typeset: Typeset, paragraph: Paragraph, following: Paragraph | None) -> bool:
    """A short line without an end, with a paragraph below it."""
    if paragraph.size > LARGE:
        return len(paragraph.lines) <= LONGEST_HEADING and not paragraph.text.endswith("。")
    if paragraph.first in typeset.headings or heads_abstract(paragraph.text):
        return True
    if following is not None and NOTES_HEADING.fullmatch(paragraph.text):
        return True
    if following is None or len(paragraph.lines) > 2 or paragraph.is_terminated:
        return False
    widest = 0.5 if INTRODUCES.search(paragraph.text) else 0.85
    if GOES_ON.search(paragraph.last.text) or paragraph.cells > widest * typeset.type.column:
        return False
    return not _is_verse(typeset, paragraph)


def _is_verse(typeset: Typeset, paragraph: Paragraph) -> bool:
    """Whether the line is one of three or more in a row that are all short."""
    at, is_line = typeset.body.index(paragraph), partial(_is_line, typeset)
    before = list(takewhile(is_line, reversed(typeset.body[:at])))
    return len(before) + len(list(takewhile(is_line, typeset.body[at:]))) >= 3


def _is_line(typeset: Typeset, paragraph: Paragraph) -> bool:
    """Whether a paragraph of the body is a line without an end."""
    is_told = paragraph not in [*typeset.front.affiliations, *typeset.quotes]
    is_told = is_told and paragraph.first not in typeset.rows
    return len(paragraph.lines) == 1 and not paragraph.is_terminated and is_told
