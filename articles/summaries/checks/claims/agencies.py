"""Whether two languages of a summary speak of one public body: 外務省 or the Fisheries Agency.

Bodies and those who speak for them are told by what they are for: 外長 is of 外交部.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from articles.summaries.checks.facts import Facts
from articles.text.scripts import fold
from articles.text.words import rows

HAN_HEAD = re.compile("委员会|[部省厅署局处]|大臣|主管|首长|官员|当局")
LATIN_RUN = re.compile(r"[a-zà-ÿ][a-zà-ÿ' -]*")
OFFICE_ENDS = "长相警巡委卫护"  # of stems that are bodies or offices themselves: 外長, 海警
ENGLISH_HEAD = (
    "ministr(?:y|ies)|agenc(?:y|ies)|department|administration|authorit(?:y|ies)|bureau|office|commission|council"
    "|(?:vice-)?ministers?|secretar(?:y|ies)|officials?|chiefs?"
)


class Agency(NamedTuple):
    """Where a text names a public body. field: what it is for."""

    start: int
    end: int
    field: int


def other_agencies(one: Facts, other: Facts, body: Facts | None) -> tuple[list[str], list[str]]:
    """The bodies that each of two texts has for itself; none unless both have one.

    Nor where the article names both in sentences of their own, of which each language tells one.
    """
    ours, theirs = _only_in(one, other), _only_in(other, one)
    if not (ours and theirs) or (body and _are_apart(ours, theirs, body)):
        return [], []
    return [one.reading.quote(*each[:2]) for each in ours], [
        other.reading.quote(*each[:2]) for each in theirs
    ]


def _only_in(one: Facts, other: Facts) -> list[Agency]:
    theirs = {agency.field for agency in agencies(other)}
    return [agency for agency in agencies(one) if agency.field not in theirs]


def _are_apart(ours: list[Agency], theirs: list[Agency], body: Facts) -> bool:
    places = [
        [[each.start for each in agencies(body) if each.field == own.field] for own in row]
        for row in (ours, theirs)
    ]
    return body.sentences.tell_apart(*places)


def agencies(facts: Facts) -> tuple[Agency, ...]:
    """The public bodies that a text names, in order of place."""
    return _agencies(facts.reading.folded)


@lru_cache(maxsize=64)  # the body is asked for each language
def _agencies(folded: str) -> tuple[Agency, ...]:
    return tuple(sorted([*_han(folded), *_english(folded)]))


def _han(folded: str) -> Iterator[Agency]:
    """By their stems, the longest first: 農林水產省 is not for fishery alone."""
    taken: list[tuple[int, int]] = []
    for stem, field in _stems():
        start = folded.find(stem)
        while start >= 0:
            end = start + len(stem)
            head = HAN_HEAD.match(folded, end)
            if (head or stem[-1] in OFFICE_ENDS) and not any(
                one <= start < other and (one, other) != (start, end) for one, other in taken
            ):
                taken.append((start, end))
                yield Agency(start, head.end() if head else end, field)
            start = folded.find(stem, end)


def _english(folded: str) -> Iterator[Agency]:
    pattern, fields = _words()
    for run in LATIN_RUN.finditer(folded):
        for match in pattern.finditer(folded, *run.span()):
            yield Agency(*match.span(), fields[match["before"] or match["behind"]])


@lru_cache(maxsize=1)
def _stems() -> list[tuple[str, int]]:
    """(stem, field), the longest first."""
    found = [(stem, field) for field, han, _ in _domains() for stem in fold(han).split()]
    return sorted(found, key=lambda one: -len(one[0]))


@lru_cache(maxsize=1)
def _words() -> tuple[re.Pattern, dict[str, int]]:
    """What finds an English body by the word for its field, and the field of each word."""
    fields = {word.replace("_", " "): field for field, _, english in _domains() for word in english.split()}
    known = "|".join(map(re.escape, sorted(fields, key=len, reverse=True)))
    return re.compile(
        rf"(?<![a-z])(?:(?P<before>{known})\s(?:{ENGLISH_HEAD})"
        rf"|(?:ministry|department|agency|bureau|minister|secretary)\s(?:of|for)\s(?P<behind>{known}))(?![a-z])"
    ), fields


def _domains() -> Iterator[tuple[int, str, str]]:
    """(field, stems, English words) by the lines of the list."""
    for field, row in enumerate(rows("domains")):
        han, _bar, english = row.partition("|")
        yield field, han, english
