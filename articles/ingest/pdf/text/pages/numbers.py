"""The numbers of pages."""

import re
from collections import Counter
from collections.abc import Iterator

from articles.ingest.plain.segment import Segment

# A page number alone on its line, with the words that come with it in our languages.
PAGE_NUMBER = re.compile(
    r"[-–—−－―─‧·|\[(（第]*\s{0,9}(?:page|p\.?|頁|页)?\s{0,9}(?:(?P<number>\d{1,4})|(?P<roman>[ivxl]{1,8}))"
    r"\s{0,9}(?:頁|页)?[\s,，]{0,9}"
    r"(?:(?:/|of|共|／)\s{0,9}\d{1,4})?\s{0,9}(?:頁|页|ページ|쪽)?\s{0,9}[-–—−－―─‧·|\])）]*",
    re.IGNORECASE,
)
BESIDE_FIGURE = re.compile(r"[\s\divxl]+", re.IGNORECASE)  # what of a page number no style tells
ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
# A running head that says which of how many pages it heads, glued into the text by tools without pages.
PAGE_OF_PAGES = re.compile(
    r"^(?:page|p\.)\s?\d{1,4}\s?(?:of|/)\s?\d{1,4}\b|\b(?:page|p\.)\s?\d{1,4}\s?(?:of|/)\s?\d{1,4}$"
    r"|^第\s?\d{1,4}\s?[頁页][,，]?\s?共\s?\d{1,4}\s?[頁页]|第\s?\d{1,4}\s?[頁页][,，]?\s?共\s?\d{1,4}\s?[頁页]$",
    re.IGNORECASE,
)
# Running heads stand at most so many lines from the edge of a page: title, issue, rule, number.
EDGE = 3


def counting_pages(lines: list[Segment]) -> list[Segment]:
    return [line for line in lines if PAGE_OF_PAGES.search(line.text)]


def page_numbers(sheets: list[list[Segment]]) -> Iterator[Segment]:
    if len(sheets) > 1:
        yield from _numbers_at_edges(sheets)
    elif sheets:
        yield from counted(sheets[0])


def _numbers_at_edges(sheets: list[list[Segment]]) -> Iterator[Segment]:
    """The numbers at the edges of pages that count up with these or stand outermost. Others are figures."""
    edges = [(sheet, list(filter(_is_number, edge_lines(sheet)))) for sheet in sheets]
    steps = Counter(_value(line) - line.page for _, edge in edges for line in edge)
    usual, times = max(steps.items(), key=lambda step: step[1], default=(0, 0))
    for sheet, edge in edges:
        counting = [line for line in edge if _value(line) - line.page == usual]
        alone = [line for line in edge if len(edge) == 1 and line in (sheet[0], sheet[-1])]
        yield from counting if times > 1 and counting else alone


def _is_number(line: Segment) -> bool:
    return PAGE_NUMBER.fullmatch(line.text) is not None


def counted(lines: list[Segment]) -> list[Segment]:
    """The numbers that count up through a text, if the last line is one of them, all set as it is.

    A raised figure that a tool has parted from its word stands bare between page numbers with dots: ·1·
    """
    if not (lines and _is_number(lines[-1])):
        return []
    set_as = BESIDE_FIGURE.sub("", lines[-1].text)
    numbered = [line for line in lines if _is_number(line) and BESIDE_FIGURE.sub("", line.text) == set_as]
    values = list(map(_value, numbered))
    return numbered if values == list(range(values[0], values[0] + len(values))) else []


def _value(line: Segment) -> int:
    """The number of a page that a line prints."""
    found = PAGE_NUMBER.fullmatch(line.text)
    if found["number"]:
        return int(found["number"])
    return roman(found["roman"])


def roman(letters: str) -> int:
    """The value of a Roman number; digits are subtracted where a greater one follows, as in xiv."""
    digits = [ROMAN[letter] for letter in letters.lower()]
    return sum(-one if one < other else one for one, other in zip(digits, [*digits[1:], 0], strict=True))


def edge_lines(sheet: list[Segment]) -> list[Segment]:
    return sheet if len(sheet) <= 2 * EDGE else sheet[:EDGE] + sheet[-EDGE:]
