"""Which lines of a front may be a headline, and which are something else that fronts have."""

import re
from functools import lru_cache

from articles.ingest.pdf.text.blocks.measure import Measure
from articles.ingest.pdf.text.blocks.paragraphs import ASIDE, LABELLED, SUMMARY, Paragraph
from articles.ingest.pdf.text.front.joins import leads_on
from articles.ingest.pdf.text.front.lines import DASHED
from articles.ingest.pdf.text.line_kinds.dates import REMEMBERED, is_date, is_month
from articles.ingest.pdf.text.line_kinds.houses import (
    heads_abstract,
    is_house,
    is_letterhead,
    is_office_apart,
    names_issue,
)
from articles.ingest.pdf.text.line_kinds.imprint import NET_ADDRESS, is_address, is_number
from articles.ingest.pdf.text.line_kinds.names import STOPPED, is_byline, is_post, names_of
from articles.ingest.pdf.text.line_kinds.release import is_event_field, is_event_label, is_release_field
from articles.ingest.plain.segment import FEWEST_CAPITALS, SMALL_WORD
from articles.text.press.bylines import is_editor_line
from articles.text.press.captions import looks_like_caption

MOST_LINES = 4  # of a headline
LONGEST_PRINTED = 160  # characters
LETTER = re.compile(r"[^\W\d_]")
# The page of a newspaper, above its name and date.
PAGE_OF_PAPER, LONGEST_MAST = re.compile(r"[A-Z]\d{1,2}|第?\s?\d{1,2}\s?版", re.IGNORECASE), 6
OF_SOME_AGE = re.compile(r"\S{2,12}(?:さん|氏)\s?[（(]\d{1,3}[)）]")  # whom an interview presents


def may_be_headline(paragraph: Paragraph, type_: Measure, *, is_last: bool = True) -> bool:
    """Whether a line has the length of a headline and is nothing else that fronts have.

    is_last: whether it would be the end of one, which ends no sentence.
    """
    text = paragraph.text
    if len(paragraph.lines) > MOST_LINES or (type_.sized and any(map(type_.is_small, paragraph.lines))):
        return False
    if STOPPED.search(text) and (is_last or not leads_on(text)) and not _is_in_title_case(text):
        return False
    return not is_other(text)


def _is_in_title_case(text: str) -> bool:
    """Whether an English line that ends a sentence is set as headlines are: The Ferry Is Back. Pay for It."""
    words = text.split()
    capitals = sum(word[0].isupper() for word in words)
    return text.isascii() and not SMALL_WORD.search(text) and capitals >= max(FEWEST_CAPITALS, len(words) / 2)


@lru_cache(REMEMBERED)
def is_other(text: str) -> bool:
    """Whether a line is too long, or has no letter, or is something else that fronts have."""
    if (
        len(text) > LONGEST_PRINTED
        or not LETTER.search(text)
        or ASIDE.fullmatch(text)
        or OF_SOME_AGE.fullmatch(text)
        or DASHED.fullmatch(text)
    ):
        return True
    if is_post(text) or NET_ADDRESS.fullmatch(text) or is_release_field(text) or is_month(text):
        return True
    if is_event_label(text) or is_event_field(text):
        return True
    if (
        names_issue(text)
        or is_number(text)
        or is_office_apart(text)
        or heads_abstract(text)
        or SUMMARY.match(text)
    ):
        return True
    if is_editor_line(text):
        return True
    return bool(looks_like_caption(text) or is_byline(text) or is_date(text) or LABELLED.match(text))


def letterhead_end(parts: list[Paragraph]) -> int:
    """How many lines a letterhead has: all down to its address, or to the line that says press release.

    Below names such an address is their bearers', unless a house is named first.
    """
    if parts and PAGE_OF_PAPER.fullmatch(parts[0].text):
        return max((n + 1 for n, line in enumerate(parts[:LONGEST_MAST]) if is_date(line.text)), default=1)
    last = max((n for n, line in enumerate(parts) if _ends_letterhead(line.text)), default=-1)
    signed = any(is_byline(line.text) or names_of(line.text) for line in parts[: last + 1])
    return 0 if signed and not is_house(parts[0].text) else last + 1


def _ends_letterhead(text: str) -> bool:
    return is_address(text) or is_letterhead(text)
