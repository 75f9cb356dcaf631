"""Bylines on lines that date a text too: Posted on October 9, 2025 by Miriam Castellane."""

import re
from collections.abc import Iterator

from articles.text.press.bylines import Byline, find_byline
from articles.text.press.dates import PrintedDate

# The one word in front of a date that says whose the text is, as accounts print it: 原创 王大同 某某公众号
ORIGINAL = re.compile(r"原[创創]\s")
# What stands before the word "by", and what parts a name from the date or the section behind it.
BY = re.compile(r"\s{0,9}(?:(?:posted|published|written|submitted)\s{1,9})?(?=by\s\S)", re.IGNORECASE)
MARKS = re.compile(r"[\s，,、;；|｜]*")
JOINT = re.compile(
    r"(?<!\s)(?:\s{1,9}(?:on|at|in|under)\b|\s{0,9}[|｜·•]|\s{1,9}[-–—]\s|\s*+,?\s{0,9}$)|$", re.IGNORECASE
)


def find_byline_beside(text: str, dates: list[PrintedDate]) -> Byline | None:
    """Who signed a line that prints dates, behind the last or before the first; None when nobody did."""
    for start, end in _sides(text, dates):
        if found := find_byline(text[start:end]):
            return Byline(found.names, tuple((start + one, start + other) for one, other in found.spans))
    return None


def _sides(text: str, dates: list[PrintedDate]) -> Iterator[tuple[int, int]]:
    """What stands behind the dates, and what "by" begins on either side, without what follows a name.

    In front of a date a name without that word may be the page's.
    """
    if dates:
        if ORIGINAL.match(text):
            yield 0, len(text[: dates[0].start].rstrip())
        behind = (MARKS.match(text, dates[-1].end).end(), len(text))
        yield behind
        for start, end in (behind, (0, dates[0].start)):
            if by := BY.match(text, start, end):
                yield by.end(), JOINT.search(text, by.end() + len("by "), end).start()
