"""Scores otherwise than in the text: 3比1 turned into 1比3 or made 3比2.

Either may be right (a defeat is told as 1 to 3), so that somebody is only asked to look.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from articles.summaries.checks.facts import Facts
from articles.text.quantities.quantity import Quantity

AGAINST = re.compile(r"\s?(?:[票席分])?\s?(?:[比对:–-]|votes?\sto|to|against|over)\s?")
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
LONGEST_VOTE = 5  # characters of 贊成票為 and a gap


def turned_scores(facts: Facts, others: list[Facts]) -> list[tuple[Quantity, Quantity]]:
    """The scores of a text that other ones have in the other order alone."""
    known = _known(others)
    return [
        (one, other)
        for one, other in _scores(facts)
        if one.exact_value != other.exact_value
        and (one.exact_value, other.exact_value) not in known
        and (other.exact_value, one.exact_value) in known
    ]


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
    found = [pair for pair in pairwise(facts.numbers) if AGAINST.fullmatch(text, pair[0].end, pair[1].start)]
    return [*found, *_votes(facts)]


def _votes(facts: Facts) -> Iterator[tuple[Quantity, Quantity]]:
    """The votes for something and those against it, in that order whichever comes first."""
    is_told = VOTED.search(facts.reading.folded)
    for one, other in pairwise(facts.numbers) if is_told else ():
        sides = _side(facts, one), _side(facts, other)
        if sides == ("for", "against"):
            yield one, other
        elif sides == ("against", "for"):
            yield other, one


def _side(facts: Facts, number: Quantity) -> str:
    text, end = facts.reading.folded, max(number.end, number.until)
    for side, behind, before in VOTES:
        if behind.match(text, end) or before.search(text, max(0, number.start - LONGEST_VOTE), number.start):
            return side
    return ""
