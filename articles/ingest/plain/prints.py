"""What browsers print at the head and the foot of each page of a web page: when, its title, its address."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from articles.ingest.plain.segment import Span

CLOCK = (
    r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?\s{1,9}(?:[上下]午|午[前後]|오[전후])?\s?"
    r"\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?:\s?[AP]M)?"
)
TITLE, ADDRESS = r"(?P<title>\S[^\n]{0,300}?)", r"[a-zﬁ]{3,5}:\S+"
# Which of how many pages: 1/3, Page 1 of 3, 第 1 頁，共 3 頁, 第 1 页（共 3 页）, 3페이지 중 1페이지
COUNT = (
    r"(?:Page )?\d{1,3}(?:\s?/\s?| of )\d{1,3}(?:\s?(?:ページ|페이지))?"
    r"|第\s?\d{1,3}\s?[頁页]\s?[，,（(]\s?共\s?\d{1,3}\s?[頁页][)）]?|\d{1,3}페이지\s중\s\d{1,3}페이지"
)
# White space between the two pieces of a head or foot; some tools print each on a line of its own.
BESIDE, BELOW, LINE_END = r"[^\S\n]{1,200}", r"[^\S\n]{0,200}\n\s{0,9}", r"[^\S\n]*$"
PAGE_COUNT = re.compile(COUNT)
# Between a title and the name of its site.
PARTS_SITE = re.compile(r"(?:[|｜»_]|\s[-–—·]\s).*")
SPACES = re.compile(r"\s+")
FEWEST_ON_TWO_LINES = 2  # heads: a single one may be what the page says itself
REMEMBERED = 2  # texts: a document is asked about when its kind is told and when it is read


@dataclass(frozen=True)
class Browser:
    """What stands at the head and at the foot of its pages, in two pieces each.

    glued: whether the next page may follow on the line of a foot, as some tools print it.
    """

    head: tuple[str, str]
    foot: tuple[str, str]
    glued: bool = False

    def edges(self, between: str) -> tuple[re.Pattern, re.Pattern]:
        """The patterns of its heads and feet. between: what parts their pieces."""
        behind_foot = "" if self.glued and between == BESIDE else LINE_END
        return _edge(self.head, between, LINE_END), _edge(self.foot, between, behind_foot)


BROWSERS = (
    Browser((CLOCK, TITLE), (ADDRESS, COUNT), glued=True),  # Chromium
    Browser((TITLE, ADDRESS), (COUNT, CLOCK)),  # Firefox
    Browser((TITLE, CLOCK), (ADDRESS, COUNT), glued=True),  # Safari
)


def _edge(pieces: tuple[str, str], between: str, end: str) -> re.Pattern:
    return re.compile(rf"^[ \t\f]*(?:{pieces[0]}){between}(?:{pieces[1]}){end}", re.MULTILINE)


def print_edges(text: str) -> list[Span]:
    """Where the heads and feet of a printed web page stand in a text; [] in any other."""
    return sorted(match.span() for match in _edges(text))


def title_of_print(text: str) -> str:
    """The line of a printed page that its heads call its title, with the name of its site or without."""
    title = next(match["title"] for match in _edges(text) if "title" in match.groupdict())
    wanted = {_bare(title), _bare(PARTS_SITE.sub("", title))}
    return next((line.strip() for line in text.split("\n") if _bare(line) in wanted), "")


@lru_cache(REMEMBERED)
def _edges(text: str) -> list[re.Match]:
    """The heads of a printed page, and its feet behind them."""
    if not PAGE_COUNT.search(text):
        return []
    for between, fewest in ((BESIDE, 1), (BELOW, FEWEST_ON_TWO_LINES)):
        for browser in BROWSERS:
            head, foot = browser.edges(between)
            feet = list(foot.finditer(text))
            heads = _alike(head.finditer(text)) if len(feet) >= fewest else []
            if len(heads) >= fewest:
                return [*heads, *feet]
    return []


def _alike(heads: Iterable[re.Match]) -> list[re.Match]:
    """The heads that print what most of them do: others are lines of the page."""
    found = [(match, _bare(match[0])) for match in heads]
    printed = Counter(said for _, said in found)
    return [match for match, said in found if said == max(printed, key=printed.get)]


def _bare(text: str) -> str:
    return SPACES.sub("", text).casefold()
