"""Whose man somebody is: 國台辦副主任蘇冠霖 where a body has 陸委會副主任委員蘇冠霖, the Japanese Lee Jae-ho.

The country or body that stands before a name is held against all that a body has before the same one.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from articles.summaries.checks.claims.people.speakers import is_written, who_say
from articles.summaries.checks.facts import Facts
from articles.summaries.checks.gazetteer import HINT, places_of
from articles.summaries.checks.names import Mention
from articles.summaries.checks.unknown_names import HAN, capitalised

# What stands right before a name and belongs to it.
BEFORE_HAN = re.compile(rf"(?:(?![与和跟同及向对在的曾赴访])[{HAN}]){{2,16}}$")
BEFORE_LATIN = re.compile(r"(?:(?<=[\s(])|^)(?:(?!(?:and|with|to|in|at|from|met|by)\s)[A-Za-z'’-]+\s){1,6}$")
# Su Kuan-lin, a deputy director of China's Taiwan Affairs Office,
BEHIND_LATIN = re.compile(r",\s(?:an?|the)\s[^,.;]{3,80}(?=[,.;])")
LONGEST = 80  # characters before a name that are looked at
KINDS = ("country:", "body:")


class Belonging(NamedTuple):
    """A country or body beside a name. kind: which of them. keys: what it may be."""

    kind: str
    keys: frozenset[str]
    mention: Mention


def other_affiliations(facts: Facts, body: Facts) -> Iterator[tuple[int, int, str]]:
    """(start, end, what the body has) of each country or body beside a name that has others in the body."""
    if body.language[:2] != "zh" or facts.language[:2] not in ("zh", "en"):
        return
    for name, start in _named(facts, body):
        theirs = [one for at in places_of(name, body.reading.folded) for one in _before(body, at)]
        own = _around(facts, start) if facts.language == "en" else _before(facts, start)
        for kind in KINDS:
            ours = [one for one in own if one.kind == kind]
            others = [one for one in theirs if one.kind == kind]
            if ours and others and not any(one.keys & other.keys for one in ours for other in others):
                one, other = ours[-1].mention, others[-1].mention
                yield one.start, one.end, body.reading.quote(other.start, other.end)


def _named(facts: Facts, body: Facts) -> Iterator[tuple[str, int]]:
    """The people of a Chinese body whom a text names, each with the place there."""
    known = who_say(body)
    if facts.language[:2] == "zh":
        yield from ((name, at) for name in known for at in places_of(name, facts.reading.folded))
        return
    for latin in capitalised(facts) if known else ():
        for name in known:
            if is_written(latin, name):
                yield name, facts.reading.narrow.index(latin)


def _before(facts: Facts, at: int) -> list[Belonging]:
    match = BEFORE_HAN.search(facts.reading.folded, max(0, at - LONGEST), at)
    return _within(facts, *match.span()) if match else []


def _around(facts: Facts, at: int) -> list[Belonging]:
    """Before an English name and in what is put beside it."""
    before = BEFORE_LATIN.search(facts.reading.narrow, max(0, at - LONGEST), at)
    name = re.compile(r"[A-Z][\w'’-]*(?:\s[A-Z][\w'’-]*)*").match(facts.reading.narrow, at)
    behind = BEHIND_LATIN.match(facts.reading.narrow, name.end()) if name else None
    return [one for match in (before, behind) if match for one in _within(facts, *match.span())]


def _within(facts: Facts, start: int, end: int) -> list[Belonging]:
    found = []
    for one in facts.mentions:
        keys = frozenset(key for key in one.keys if not key.startswith(HINT))
        if start <= one.start and one.end <= end and not one.is_capital:
            found += [
                Belonging(kind, keys, one) for kind in KINDS if all(key.startswith(kind) for key in keys)
            ]
    return found
