"""Web pages that a browser or a site has printed: which lines are the title, and what is no article."""

import re
from dataclasses import replace
from itertools import takewhile

from articles.ingest.furniture.notes import is_rights
from articles.ingest.furniture.phrases import ends_article, furniture_rule
from articles.ingest.plain.segment import Segment

# What browsers print at the head of each page and at its foot: when, the title; the address, page by page.
PRINTED_AT = re.compile(
    r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?\s{1,9}(?:[上下]午|午[前後]|오[전후])?\s?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?:\s?[AP]M)?"
    r"\s+(?P<title>\S.*)"
)
ADDRESS_OF_PAGE = re.compile(r"[a-zﬁ]{3,5}:\S+\s{1,200}\d{1,3}\s?/\s?\d{1,3}")
# What sites print above a page of theirs, and the way to it, whose last step is its title.
PUBLISHED_ON = re.compile(r"Published on .{2,80} \(https?://\S{4,120}\)")
HOME = re.compile(r"(?:home|首[页頁]|トップ|홈)\s?[>›»]", re.IGNORECASE)
STEP = re.compile(r"[>›»]\s?(?=[^>›»\s][^>›»]*$)")
# Below a page, what sites print of it.
OF_PAGE = re.compile(r"(?:source url|tags?|links)\s?:?(?:\s?https?:.*)?", re.IGNORECASE)
# Between a title and the name of its site.
PARTS_SITE = re.compile(r"(?:[|｜»_]|\s[-–—·]\s).*")
SPACES = re.compile(r"\s+")
MOST_LINES = 3  # of a title
LEAST_TOLD = 0.34  # of the lines of a page with sentences; readers may say as much as its story
SHORT = 60  # cells of a line that is none of the story, where it ends nothing


def print_of_page(lines: list[Segment]) -> tuple[list[Segment], dict[Segment, str]]:
    """The lines of a printed page's title, and all that is none of its article, with the rules that say so.

    Both are empty where no browser and no site says that it has printed the page.
    """
    edges = [
        line for line in lines if PRINTED_AT.fullmatch(line.text) or ADDRESS_OF_PAGE.fullmatch(line.text)
    ]
    told = [line for line in lines if line not in edges]
    title = _told_by_heads(edges, told) or _told_by_way(told)
    if not title:
        return [], {}
    above = [line for line in told if line.end <= title[0].start]
    if title[0] not in told:
        above.append(_way_to(title[0], told))
    below = [line for line in told if line.start > title[-1].start]
    tail = _tail(below)
    blank = [line for line in below if line.is_wordless and line not in tail]
    return title, dict.fromkeys(edges, "running head") | dict.fromkeys([*above, *blank, *tail], "navigation")


def is_print_head(text: str) -> bool:
    """Whether a line says when a page was printed, which is no date of its article."""
    return PRINTED_AT.fullmatch(text) is not None


def _told_by_heads(edges: list[Segment], told: list[Segment]) -> list[Segment]:
    """The first lines that say what the heads do, where pages are counted behind their address."""
    titles = [found["title"] for line in edges if (found := PRINTED_AT.fullmatch(line.text))]
    if not titles or len(titles) == len(edges):
        return []
    wanted = {_bare(titles[0]), _bare(PARTS_SITE.sub("", titles[0]))}
    runs = (told[at : at + count] for at in range(len(told)) for count in range(1, MOST_LINES + 1))
    return next((run for run in runs if _bare("".join(line.text for line in run)) in wanted), [])


def _told_by_way(told: list[Segment]) -> list[Segment]:
    """The last step of the way to a page, at its head."""
    if len(told) < MOST_LINES or not PUBLISHED_ON.fullmatch(told[0].text):
        return []
    line, step = told[1], STEP.search(told[1].text)
    if not (HOME.match(line.text) and step):
        return []
    return [replace(line, text=line.text[step.end() :], where=(line.place(step.end(), len(line.text)),))]


def _way_to(title: Segment, told: list[Segment]) -> Segment:
    """What stands before a title on its line."""
    line = next(line for line in told if line.end == title.end)
    return replace(line, text=line.text[: -len(title.text)], where=((line.start, title.start),))


def _tail(below: list[Segment]) -> list[Segment]:
    """What follows the story: from the first line that only pages have, with the short lines above it."""
    first = next((at for at, line in enumerate(below) if _follows_story(line)), len(below))
    told = sum(line.full_stops > 0 for line in below[:first])
    if told < LEAST_TOLD * sum(line.full_stops > 0 for line in below):
        return []
    short = list(takewhile(_is_short, reversed(below[:first])))
    return below[first - len(short) :]


def _follows_story(line: Segment) -> bool:
    text = line.text
    return bool(
        ends_article(text) or is_rights(text) or OF_PAGE.fullmatch(text) or furniture_rule(text, line.width)
    )


def _is_short(line: Segment) -> bool:
    return line.cells <= SHORT and not line.is_terminated


def _bare(text: str) -> str:
    return SPACES.sub("", text).casefold()
