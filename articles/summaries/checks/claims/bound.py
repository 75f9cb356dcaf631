"""Which number belongs to which name: 吳敬文45%，鄭可信37% where a body has them the other way round.

A number is taken for that of the name right before it, or of one behind "in" and the like. Only two numbers
of one kind that have exchanged their names are told, so that a number taken wrongly seldom says anything.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise, permutations
from typing import NamedTuple

from articles.summaries.checks.claims.pairing import are_alike, told
from articles.summaries.checks.claims.people.speakers import is_written, who_say
from articles.summaries.checks.clauses import Part
from articles.summaries.checks.facts import Facts
from articles.summaries.checks.gazetteer import HINT, places_of
from articles.summaries.checks.unknown_names import capitalised, people
from articles.text.quantities.quantity import Quantity
from articles.text.scripts import fold

RESPECTIVELY = re.compile(r"分别|依序|依次|各为|(?<![a-z])respectively(?![a-z])|각각|それぞれ")
# 45 % in Japan; a name right behind has the number.
OF_NEXT = re.compile(r"[%\w\s-]{0,24}?\s(?:for|in|of|from|among|by|to)\s(?:the\s)?")
FARTHEST, FARTHEST_IN_LATIN = 30, 70  # characters between a name and its number
# A leads B by 45 to 37: the first number is the first one's, behind these the second.
LEADS = re.compile(
    r"领先|击败|打败|险胜|胜过|(?<![a-z])(?:lead|led|ahead|beat|defeat|edg|over|outpoll)[a-z]*"
)
TRAILS = re.compile(r"落后|不敌|输给|败给|(?<![a-z])(?:trail|behind|los[te]|lost)[a-z]*")
SCORE = re.compile(r"[%\s]*(?:to|-|–|比|对|against)[\s]*")


class Named(NamedTuple):
    """A name in a text. keys: what it may mean; a person's are the Han characters of the name."""

    start: int
    end: int
    keys: frozenset[str]


class Bound(NamedTuple):
    """A number and whose it is."""

    number: Quantity
    name: Named


def exchanged(facts: Facts, body: Facts) -> Iterator[tuple[int, int, str]]:
    """(start, end, what the body has) of the numbers of a text that a body gives one another's names."""
    persons = _persons(facts, body)
    own = _bound(facts, persons)
    theirs = _bound(body, persons) if len(own) > 1 else ()
    for one, other in permutations(own, 2) if theirs else ():
        if one.name.keys.isdisjoint(other.name.keys) and _are_of_a_kind(one.number, other.number):
            mine, its = _of(one.name, one.number, theirs), _of(other.name, other.number, theirs)
            is_turned = _has(mine, other.number) and _has(its, one.number)
            if is_turned and not (_has(mine, one.number) or _has(its, other.number)):
                printed = next(each.number for each in mine if are_alike(each.number, other.number))
                yield one.number.start, _end(one.number), body.quote_of(printed)


def _of(name: Named, number: Quantity, bound: tuple[Bound, ...]) -> list[Bound]:
    """What else a name has of a number's kind."""
    return [
        one for one in bound if not one.name.keys.isdisjoint(name.keys) and _are_of_a_kind(one.number, number)
    ]


def _has(bound: list[Bound], number: Quantity) -> bool:
    return any(are_alike(one.number, number) for one in bound)


def _are_of_a_kind(one: Quantity, other: Quantity) -> bool:
    is_money = bool(one.currencies) == bool(other.currencies)
    units = {one.unit, other.unit}
    return is_money and one.is_ordinal == other.is_ordinal and (len(units) == 1 or "" in units)


def _end(number: Quantity) -> int:
    return max(number.end, number.until)


def _persons(facts: Facts, body: Facts) -> tuple[str, ...]:
    """The people of a text and of a Chinese body, folded; of 吳世勳 and 吳世勳為 the shorter."""
    own = map(fold, people(facts)) if facts.language[:2] == "zh" else ()
    found = dict.fromkeys([*(who_say(body) if body.language[:2] == "zh" else ()), *own])
    return tuple(one for one in found if not any(one != other and one.startswith(other) for other in found))


@lru_cache(maxsize=64)
def _bound(facts: Facts, persons: tuple[str, ...]) -> tuple[Bound, ...]:
    names = sorted({*_mentioned(facts), *_people_in(facts, persons)})
    numbers = [one for one in told(facts) if not one.is_ordinal] if len(names) > 1 else []
    found = []
    named, numbered = (_by_sentence(facts, each) for each in (names, numbers))
    for sentence, counted in numbered.items():
        here = named.get(sentence, [])
        if len(here) > 1 and not RESPECTIVELY.search(sentence.text):
            found += _of_score(facts, here, counted) or list(_by_place(facts, here, counted))
    return tuple(found)


def _by_sentence(facts: Facts, found: list) -> dict[Part, list]:
    grouped: dict[Part, list] = {}
    for one in found:
        grouped.setdefault(facts.sentences.at(one.start), []).append(one)
    return grouped


def _of_score(facts: Facts, names: list[Named], numbers: list[Quantity]) -> list[Bound]:
    """A leads B by 45 to 37."""
    text = facts.reading.folded
    for one, other in pairwise(numbers):
        before = [name for name in names if name.end <= one.start]
        if len(before) > 1 and SCORE.fullmatch(text, _end(one), other.start):
            first, second = before[-2:]
            told_as = text[first.end : second.start]
            if LEADS.search(told_as) or TRAILS.search(told_as):
                return [Bound(one, first), Bound(other, second)]
    return []


def _by_place(facts: Facts, names: list[Named], numbers: list[Quantity]) -> Iterator[Bound]:
    text = facts.reading.folded
    farthest = FARTHEST_IN_LATIN if facts.language == "en" else FARTHEST
    for number in numbers:
        behind = [one for one in names if OF_NEXT.fullmatch(text, number.end, one.start)]
        before = [one for one in names if one.end <= number.start <= one.end + farthest]
        if behind:
            yield Bound(number, behind[0])
        elif before and not any(
            before[-1].end <= one.start < number.start and _are_of_a_kind(one, number) for one in numbers
        ):
            yield Bound(number, before[-1])


def _mentioned(facts: Facts) -> Iterator[Named]:
    return (Named(one.start, one.end, _without_hints(one.keys)) for one in facts.mentions)


@lru_cache(maxsize=1024)  # a text names few, and those often
def _without_hints(keys: frozenset[str]) -> frozenset[str]:
    return frozenset(key.lstrip(HINT) for key in keys)


def _people_in(facts: Facts, persons: tuple[str, ...]) -> Iterator[Named]:
    if facts.language[:2] == "zh":
        for name in persons:
            for at in places_of(name, facts.reading.folded):
                yield Named(at, at + len(name), frozenset([name]))
    elif facts.language == "en" and persons:
        text = facts.reading.narrow
        for latin in capitalised(facts):
            keys = frozenset(name for name in persons if is_written(latin, name))
            for at in places_of(latin, text) if keys else ():
                yield Named(at, at + len(latin), keys)
