"""Scores otherwise than in the text: 3比1 turned into 1比3 or made 3比2; and two ships and four aircraft.

Either may be right (a defeat is told as 1 to 3), so that somebody is only asked to look.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from articles.summaries.checks.facts import Facts
from articles.summaries.checks.support import are_told_alike
from articles.text.quantities.quantity import THINGS, Quantity

AGAINST = re.compile(r"\s?(?:[票席分])?\s?(?:[比对:–-]|votes?\sto|to|against|over)\s?")
# Who loses by 98 to 80 has 80: languages begin with either.
LOST = re.compile(
    r"[输负]|(?<![击打大挫完])败|不敌|(?<![a-z])(?:los(?:es?|t|ing)|defeat(?:s|ed)?|fell|beaten|went\sdown)(?![a-z])"
)
# 67票贊成, 賛成67票, 찬성 67표, 67 in favour.
VOTES = [
    (
        "for",
        re.compile(r"[票人]?(?:赞成|同意|赞同|支持)|\s(?:votes\s)?(?:in\sfavou?r|for)(?=[\s,.;]|$)"),
        re.compile(r"(?:赞成|赛成|同意|찬성)[票是为]{0,2}\s?$"),
    ),
    (
        "against",
        re.compile(r"[票人]?(?:反对|不同意)|\s(?:votes\s)?against(?=[\s,.;]|$)"),
        re.compile(r"(?:反对|반대)[票是为]{0,2}\s?$"),
    ),
]
VOTED = re.compile(r"反对|不同意|반대|(?<![a-z])against(?![a-z])")  # nobody counts the votes for alone
# What stands between two counts of one list: 三艘艦艇與兩架, two ships and two.
LISTED = re.compile(
    r"[\u4e00-\u9fff]{1,8}[和与及、跟]|(?:\s(?!and\s)[a-z'’-]{1,16}){1,4}\s(?:and|plus)\s(?:some\s|about\s)?"
)
LONGEST_LISTED = 80  # characters of four words and what joins them
LONGEST_VOTE = 5  # characters of 贊成票為 and a gap


def turned_scores(facts: Facts, others: list[Facts]) -> list[tuple[Quantity, Quantity]]:
    """The scores of a text that other ones have in the other order alone.

    None where somebody loses, or where several are turned: told of the other side, all of them are.
    """
    known = _known(others)
    turned = [
        (one, other)
        for one, other in _scores(facts)
        if one.exact_value != other.exact_value
        and (one.exact_value, other.exact_value) not in known
        and (other.exact_value, one.exact_value) in known
    ]
    return [pair for pair in turned if not _is_lost(facts, pair)] if len(turned) == 1 else []


def _is_lost(facts: Facts, score: tuple[Quantity, Quantity]) -> bool:
    return bool(LOST.search(facts.sentences.at(score[0].start).text))


def other_scores(facts: Facts, others: list[Facts]) -> list[tuple[Quantity, Quantity]]:
    """The scores of a text that others have in neither order, though they have one with a side the same."""
    known = _known(others)
    return [
        (one, other)
        for one, other in _scores(facts)
        if _is_another(one.exact_value, other.exact_value, known)
    ]


def _known(others: list[Facts]) -> set[tuple]:
    return {(one.exact_value, other.exact_value) for facts in others for one, other in _scores(facts)}


def _is_another(one, other, known) -> bool:
    if {(one, other), (other, one)} & known:
        return False
    return any(one == first or other == second for first, second in known)


@lru_cache(maxsize=64)  # two claims ask, and of a body every change of a summary
def _scores(facts: Facts) -> list[tuple[Quantity, Quantity]]:
    text = facts.reading.folded
    whole = [one for one in facts.numbers if one.exact_value.denominator == 1]
    found = [pair for pair in pairwise(whole) if AGAINST.fullmatch(text, pair[0].end, pair[1].start)]
    return [*found, *_votes(facts)]


def _votes(facts: Facts) -> Iterator[tuple[Quantity, Quantity]]:
    """The votes for something and those against it, in that order whichever comes first."""
    numbers = facts.numbers if VOTED.search(facts.reading.folded) else ()
    for (one, side), (other, their) in pairwise((number, _side(facts, number)) for number in numbers):
        if (side, their) == ("for", "against"):
            yield one, other
        elif (side, their) == ("against", "for"):
            yield other, one


def _side(facts: Facts, number: Quantity) -> str:
    text, end = facts.reading.folded, max(number.end, number.until)
    for side, behind, before in VOTES:
        if behind.match(text, end) or before.search(text, max(0, number.start - LONGEST_VOTE), number.start):
            return side
    return ""


def counted_otherwise(facts: Facts, body: Facts) -> Iterator[tuple[int, int, str]]:
    """(start, end, what the body has) of each count in a list of two things of which the body has the other
    alone: two ships and two aircraft, where three ships and two aircraft are all that it lists of both."""
    known = _lists(body)
    for pair in _lists(facts):
        alike = [other for each in known if (other := _in_order_of(pair, each))]
        agree = [[_are_equal(*both) for both in zip(pair, other, strict=True)] for other in alike]
        if agree and all(sum(row) == 1 for row in agree):
            wrong = agree[0].index(False)
            one, other = pair[wrong], alike[0][wrong]
            yield one.start, max(one.end, one.until), body.quote_of(other)


@lru_cache(maxsize=64)
def _lists(facts: Facts) -> list[tuple[Quantity, Quantity]]:
    """The things of two kinds that a text counts side by side."""
    text = facts.reading.folded
    counts = [one for one in facts.readings if one.unit in THINGS and not one.is_ordinal]
    return [
        (one, other)
        for one, other in pairwise(counts)
        if one.unit != other.unit
        and other.start - one.end <= LONGEST_LISTED
        and LISTED.fullmatch(text, one.end, other.start)
    ]


def _in_order_of(pair: tuple[Quantity, Quantity], other: tuple[Quantity, Quantity]) -> tuple | None:
    """Another list of the same two things, in the order of the first; None when it lists others."""
    units = [one.unit for one in pair]
    return next((row for row in (other, other[::-1]) if [one.unit for one in row] == units), None)


def _are_equal(one: Quantity, other: Quantity) -> bool:
    return bool(one.worths & other.worths) or are_told_alike(one, other)
