"""The printed lines of a text taken out of a PDF: pages, indents, widths, and what repeats on every page."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from articles.ingest.spans import INVISIBLE

# A page number alone on its line, with the words that come with it in our languages.
PAGE_NUMBER = re.compile(
    r"[-–—‧·|\[(（第]*\s*(?:page|p\.?|頁|页)?\s*(?P<number>\d{1,4})\s*"
    r"(?:(?:/|of|共|／)\s*\d{1,4})?\s*(?:頁|页|ページ|쪽)?\s*[-–—‧·|\])）]*",
    re.IGNORECASE,
)
DIGITS = re.compile(r"\d+")
SPACES = re.compile(r"\s+")
# Running heads stand at most so many lines from the edge of a page: title, issue, rule, number.
EDGE = 3


@dataclass(frozen=True)
class Line:
    """One printed line that is not blank, possibly put together from fragments.

    fragments: the offsets of its pieces in the text. indent: cells of white space before it.
    gap: blank lines before it. page: its page, from 0.
    """

    text: str
    fragments: tuple[tuple[int, int], ...]
    page: int = 0
    indent: int = 0
    gap: int = 0

    @property
    def start(self) -> int:
        return self.fragments[0][0]

    @property
    def end(self) -> int:
        return self.fragments[-1][1]

    @cached_property
    def width(self) -> int:
        """Cells the line takes on paper: two for a full-width character, one for any other."""
        return cells(self.text)

    def joined(self, other: "Line") -> "Line":
        """The line with `other`, which was printed on the same line of the page."""
        text, fragments = f"{self.text} {other.text}", self.fragments + other.fragments
        return Line(text, fragments, self.page, self.indent, self.gap)


def cells(text: str) -> int:
    return sum(2 if _is_wide(char) else 1 for char in text)


def _is_wide(char: str) -> bool:
    """Full-width, and the quotation marks, dashes and dots that Chinese and Japanese type sets full."""
    return unicodedata.east_asian_width(char) in "WF" or char in "“”‘’—…‥"


def read_lines(text: str) -> list[Line]:
    """The lines of a text that are not blank. A form feed begins a page."""
    lines, gap, page = [], 0, 0
    for found in re.finditer(r"[^\n\r\v\f\x85\u2028\u2029]+|\r\n|\s", text):
        raw = found[0]
        if INVISIBLE.sub("", raw).strip():
            lines.append(_line(found.start(), raw, page, gap))
            gap = -1
        else:
            page += "\f" in raw
            gap += raw in ("\n", "\r\n", "\r", "\x85", "\u2028", "\u2029")
    return lines


def _line(offset: int, raw: str, page: int, gap: int) -> Line:
    indent = len(raw) - len(raw.lstrip())
    start, end = offset + indent, offset + len(raw.rstrip())
    printed = SPACES.sub(" ", INVISIBLE.sub("", raw)).strip()
    return Line(printed, ((start, end),), page, cells(raw[:indent].replace("\t", "    ")), max(gap, 0))


def pages(lines: list[Line]) -> list[list[Line]]:
    found: dict[int, list[Line]] = {}
    for line in lines:
        found.setdefault(line.page, []).append(line)
    return list(found.values())


def furniture(lines: list[Line]) -> dict[Line, str]:
    """Lines that belong to the page and not to the article, each with the rule that says so."""
    sheets = pages(lines)
    found = {line: "page number" for line in _page_numbers(sheets)}
    heads = _running_heads([[line for line in sheet if line not in found] for sheet in sheets])
    return found | {line: "running head" for line in heads}


def _page_numbers(sheets: list[list[Line]]) -> Iterator[Line]:
    """Numbers at the edge of a page; without form feeds, the numbers that count up through the text."""
    if len(sheets) > 1:
        for sheet in sheets:
            yield from filter(_is_number, _edge(sheet))
    elif sheets:
        yield from _counted(sheets[0])


def _is_number(line: Line) -> bool:
    return PAGE_NUMBER.fullmatch(line.text) is not None


def _counted(lines: list[Line]) -> list[Line]:
    numbered = list(filter(_is_number, lines))
    values = [int(PAGE_NUMBER.fullmatch(line.text)["number"]) for line in numbered]
    if values and values == list(range(values[0], values[0] + len(values))) and numbered[-1] is lines[-1]:
        return numbered
    return []


def _running_heads(sheets: list[list[Line]]) -> list[Line]:
    """Lines that stand at the edge of several pages, their digits aside."""
    edges = [{_key(line): line for line in _edge(sheet)} for sheet in sheets]
    seen = Counter(key for edge in edges for key in edge)
    repeated = {key for key, times in seen.items() if times >= max(2, len(sheets) / 3)}
    return [line for edge in edges for key, line in edge.items() if key in repeated]


def _edge(sheet: list[Line]) -> list[Line]:
    return sheet if len(sheet) <= 2 * EDGE else sheet[:EDGE] + sheet[-EDGE:]


def _key(line: Line) -> str:
    return DIGITS.sub("0", SPACES.sub("", line.text))
