"""Web pages that a site has printed: which line is the title, and what is no article."""

import re
from dataclasses import replace
from itertools import takewhile

from articles.ingest.furniture.notes import is_rights
from articles.ingest.furniture.phrases import ends_article, furniture_rule
from articles.ingest.plain.segment import Segment

# What sites print above a page of theirs, and the way to it, whose last step is its title.
PUBLISHED_ON = re.compile(r"Published on .{2,80} \(https?://\S{4,120}\)")
HOME = re.compile(r"(?:home|首[页頁]|トップ|홈)\s?[>›»]", re.IGNORECASE)
STEP = re.compile(r"[>›»]\s?(?=[^>›»\s][^>›»]*$)")
# Below a page, what sites print of it.
OF_PAGE = re.compile(r"(?:source url|tags?|links)\s?:?(?:\s?https?:.*)?", re.IGNORECASE)
FEWEST_LINES = 3  # what the site says, the way to the page, and some of it
LEAST_TOLD = 0.34  # of the lines of a page with sentences; readers may say as much as its story
SHORT = 60  # cells of a line that is none of the story, where it ends nothing


def print_of_page(lines: list[Segment]) -> tuple[list[Segment], dict[Segment, str]]:
    """The lines of a printed page's title, and all that is none of its article, with the rules that say so.

    Both are empty where no site says that it has printed the page.
    """
    title = _told_by_way(lines)
    if not title:
        return [], {}
    above = [line for line in lines if line.end <= title[0].start]
    if title[0] not in lines:
        above.append(_way_to(title[0], lines))
    below = [line for line in lines if line.start > title[-1].start]
    tail = _tail(below)
    blank = [line for line in below if line.is_wordless and line not in tail]
    return title, dict.fromkeys([*above, *blank, *tail], "navigation")


def _told_by_way(told: list[Segment]) -> list[Segment]:
    """The last step of the way to a page, at its head."""
    if len(told) < FEWEST_LINES or not PUBLISHED_ON.fullmatch(told[0].text):
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
