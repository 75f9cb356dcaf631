"""What browsers print at the head and the foot of each page of a web page: when, its title, its address."""

import re

from articles.ingest.plain.segment import Span

PRINTED_AT = re.compile(
    r"^[ \t]*\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?\s{1,9}(?:[上下]午|午[前後]|오[전후])?\s?"
    r"\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?:\s?[AP]M)?[^\S\n]+(?P<title>\S.*)$",
    re.MULTILINE,
)
# Its pages are counted behind it; some tools let the next page follow on the same line.
ADDRESS_OF_PAGE = re.compile(r"^[ \t]*[a-zﬁ]{3,5}:\S+[^\S\n]{1,200}\d{1,3}\s?/\s?\d{1,3}", re.MULTILINE)
# Between a title and the name of its site.
PARTS_SITE = re.compile(r"(?:[|｜»_]|\s[-–—·]\s).*")
SPACES = re.compile(r"\s+")


def print_edges(text: str) -> list[Span]:
    """Where the heads and feet of a printed web page stand in a text; [] in any other."""
    heads = [match.span() for match in PRINTED_AT.finditer(text)]
    feet = [match.span() for match in ADDRESS_OF_PAGE.finditer(text)] if heads else []
    return sorted([*heads, *feet]) if feet else []


def title_of_print(text: str) -> str:
    """The line of a printed page that its heads call its title, with the name of its site or without."""
    title = PRINTED_AT.search(text)["title"]
    wanted = {_bare(title), _bare(PARTS_SITE.sub("", title))}
    return next((line.strip() for line in text.split("\n") if _bare(line) in wanted), "")


def _bare(text: str) -> str:
    return SPACES.sub("", text).casefold()
