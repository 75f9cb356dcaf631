"""Words in quotation marks that the body quotes otherwise: in one language they are copied, not retold."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from articles.summaries.checks.facts import Facts

QUOTED = re.compile(r"[「『“]([^「」『』“”\n]{4,120})[」』”]|(?<!\w)\"([^\"\n]{4,120})\"(?!\w)")
MARKS = re.compile(r"[\W_]+")
SHORTEST = 6  # letters or characters of a quotation that is told from a term
ALIKE = 0.7  # from which on two quotations are one


class Quotation(NamedTuple):
    """What stands between quotation marks. bare: without its marks, compared."""

    start: int
    end: int
    bare: str


def altered_quotes(facts: Facts, body: Facts) -> Iterator[tuple[int, int, str]]:
    """(start, end, what the body has) of each quotation that the body has in other words alone."""
    if facts.language[:2] != body.language[:2]:
        return
    own = [one for one in _quotations(facts.reading.folded) if one.bare not in _bare(body.reading.folded)]
    theirs = _quotations(body.reading.folded) if own else ()
    for one in own:
        best = max(theirs, key=lambda other: _likeness(one.bare, other.bare), default=None)
        if best and _are_one(one.bare, best.bare):
            yield one.start, one.end, body.reading.quote(best.start, best.end)


def _quotations(folded: str) -> tuple[Quotation, ...]:
    found = (
        Quotation(*match.span(match.lastindex), _bare(match[match.lastindex]))
        for match in QUOTED.finditer(folded)
    )
    return tuple(one for one in found if len(one.bare) >= SHORTEST)


@lru_cache(maxsize=64)
def _bare(folded: str) -> str:
    return MARKS.sub("", folded)


def _are_one(one: str, other: str) -> bool:
    """Whether two quotations have most letters in rows of both, or all of them in another order."""
    return _likeness(one, other) >= ALIKE


def _likeness(one: str, other: str) -> float:
    if sorted(one) == sorted(other):
        return 1
    return _shared(one, other) / min(len(one), len(other))


def _shared(one: str, other: str) -> int:
    """How many characters two quotations have in the same order, in rows of two and more."""
    if set(pairwise(one)).isdisjoint(pairwise(other)):
        return 0
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size > 1)
