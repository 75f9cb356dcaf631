"""What a line of a front is by its words and by how it is set: names, a kicker, what stands for others."""

import re
from functools import lru_cache

from articles.ingest.pdf.text.blocks.measure import LARGE
from articles.ingest.pdf.text.blocks.paragraphs import SUMMARY, Paragraph
from articles.ingest.pdf.text.line_kinds.dates import REMEMBERED, is_date, is_month
from articles.ingest.pdf.text.line_kinds.houses import (
    heads_abstract,
    is_house,
    is_section,
    names_issue,
    names_publication,
)
from articles.ingest.pdf.text.line_kinds.names import is_byline, is_labelled, is_post, names_of
from articles.ingest.pdf.text.line_kinds.release import is_release_field
from articles.text.names.persons import could_be_pen_name, looks_like_affiliation
from articles.text.press.captions import looks_like_caption

# Short words that open a text and are no names.
NOT_NAMES = re.compile(
    r"[前引導导序緒绪摘結结目評评社短時时專专導]?(?:言|論|论|要|語|语|錄|录|評|评|欄|栏|訪|访|讀|读|題|题|記|记)"
)
YEAR = re.compile(r"(?:19|20)\d\d\s?年?\s?(?:\d{1,2}\s?月)?$")
# What releases say of a headline, right below it: - 15개 지점으로 확대 -
DASHED = re.compile(r"[-–—―－]\s(?:[^\s]|\s(?!$)){4,300}\s?[-–—―－]")


def is_names(paragraph: Paragraph, column: int) -> bool:
    """Whether a line holds names of people and nothing else.

    A pen name counts where it is as short as a name, or set in the middle of the page.
    """
    text = paragraph.text
    if is_section(text) or (text.isascii() and is_house(text)):
        return False
    if names_of(text):
        return True
    if names_issue(text) or is_house(text):
        return False
    longest = 12 if paragraph.first.indent > 0.25 * column else 6
    return paragraph.cells <= longest and could_be_pen_name(text) and not NOT_NAMES.search(text)


def is_kicker(paragraph: Paragraph, column: int) -> bool:
    """Whether a line above the headline names a section, a journal or its issue: captions say more."""
    text = paragraph.text
    if len(paragraph.lines) > 2 or looks_like_caption(text) or is_date(text):
        return False
    short = paragraph.cells <= 0.25 * column or paragraph.size > LARGE or names_publication(text)
    return short or names_issue(text) or is_release_field(text) or YEAR.search(text) is not None


def stands_for_other(paragraph: Paragraph, column: int) -> bool:
    """Whether a line names a house, a section, an issue or a person rather than what is told."""
    text = paragraph.text
    return names_publication(text) or is_kicker(paragraph, column) or is_names(paragraph, column)


@lru_cache(REMEMBERED)
def is_told_of(text: str) -> float:
    """How surely a line says who wrote what stands above it, or when it came out."""
    if is_labelled(text):
        return 4
    if names_of(text) or is_byline(text) or heads_abstract(text) or SUMMARY.match(text):
        return 3
    return 2 if is_date(text) or is_month(text) or looks_like_affiliation(text) or is_post(text) else 0
