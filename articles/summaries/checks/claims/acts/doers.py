"""Who does something in English: Sato asked for data, where the body's own words have Lim ask for them.

Only in one language, by the same verb right behind the name and the same words behind it.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from articles.summaries.checks.clauses import Part
from articles.summaries.checks.facts import Facts
from articles.summaries.checks.gazetteer import written_large

DOES = re.compile(
    r"(?<![A-Za-z\d'’-])(?P<who>[A-Z][a-zÀ-ɏ][A-Za-zÀ-ɏ’-]*),?\s(?:(?:has|had|also|then|later)\s)?"
    r"(?P<verb>[a-z]{3,}ed|said|told|gave|took|sought|won|beat|led|put|held|made|met|left)(?![A-Za-z])"
)
ENDS = re.compile(r"[;\n]|[.!?](?=[\s\"”’)]|$)|,?\s(?:and|but|while|whereas)\s(?=[A-Z])")
# Behind these stands what somebody does who was named before.
UNNAMED = frozenset((
    "it", "he", "she", "they", "we", "you", "i", "this", "that", "these", "those", "who", "both", "neither",
    "one", "all", "many", "some", "most",
))  # fmt: skip
FEWEST, ALIKE = 2, 0.5  # words behind a verb, and how many of them are those of the body's


class Deed(NamedTuple):
    """Who does something. start, end: of the name. before: all before the verb. what: all behind it."""

    start: int
    end: int
    who: str
    verb: str
    before: str
    what: Part


def other_doers(facts: Facts, body: Facts) -> Iterator[tuple[int, int, str]]:
    """(start, end, who does it in the body) of each name in a text that does what another one does there."""
    if facts.language != "en" or body.language != "en":
        return
    for own in _deeds(facts):
        alike = [one for one in _deeds(body) if one.verb == own.verb and _is_of_one(own, one)]
        is_known = own.who.lower() in body.latin_words
        is_told = any(own.who in one.before or one.who.lower() in UNNAMED for one in alike)
        if alike and is_known and not is_told:
            yield own.start, own.end, alike[0].who


def _is_of_one(own: Deed, other: Deed) -> bool:
    shared = own.what.shared(other.what)
    return len(shared) >= FEWEST and len(shared) >= ALIKE * len(own.what.words)


@lru_cache(maxsize=64)  # a body is asked for each change of a summary
def _deeds(facts: Facts) -> tuple[Deed, ...]:
    return tuple(_told(facts.reading.narrow, facts.reading.folded))


def _told(narrow: str, folded: str) -> Iterator[Deed]:
    ends = [0, *(match.end() for match in ENDS.finditer(narrow)), len(narrow)]
    for match in DOES.finditer(narrow):
        if match["who"].lower() not in written_large():
            start = max(end for end in ends if end <= match.start())
            end = min(end for end in ends if end >= match.end())
            what = Part(match.end(), end, folded[match.end() : end])
            yield Deed(
                *match.span("who"), match["who"], match["verb"], narrow[start : match.end("who")], what
            )
