"""Scores and names otherwise than in the text: 3比1 turned into 1比3 or made 3比2, A urged B into B urged A.

Either may be right (a defeat is told as 1 to 3), so that somebody is only asked to look.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from articles.summaries.checks.facts import Facts
from articles.summaries.checks.names import Mention
from articles.text.quantities.quantity import Quantity

AGAINST = re.compile(r"\s?(?:[票席分])?\s?(?:[比对:–-]|votes?\sto|to|against|over)\s?")
# What one does to another: the words of both languages for each act.
ACTS = [
    re.compile(row)
    for row in (
        r"要求|敦促|促请|呼吁|催促|请求|(?<![a-z])(?:urge[sd]?|ask(?:s|ed)?|call(?:s|ed)\son)(?![a-z])",
        r"批评|指责|谴责|抨击|(?<![a-z])(?:criticis|criticiz|condemn|denounc|blam)[a-z]*",
        r"指控|控告|(?<![a-z])accus[a-z]*",
        r"邀请|(?<![a-z])invit[a-z]*",
        r"感谢|致谢|(?<![a-z])thank(?:s|ed)?(?![a-z])",
        r"击败|打败|(?<![a-z])(?:beats?|defeat(?:s|ed)?)(?![a-z])",
        r"警告|(?<![a-z])warn(?:s|ed)?(?![a-z])",
        r"攻击|入侵|(?<![a-z])(?:attack|invad)[a-z]*",
        r"告诉|告知|(?<![a-z])(?:tells?|told)(?![a-z])",
        r"访问|到访|抵达|飞抵|前往|출국|방문|を?訪問|訪れ|(?<![a-z])(?:(?:visit|arriv)(?:s|ed|es|ing)?|(?:went|goes|travell?ed|flew|came)\sto)(?![a-z])",
    )
]
PASSIVE = re.compile(r"[被遭受由]|(?<![a-z])(?:by|was|were|been|being)(?![a-z])")
LONGEST_ACT = 24  # characters between two names of which one does something to the other
LONGEST_LATIN_ACT = 60
CLAUSE_END = re.compile(r"[，。；、,;.\n]")


def turned_scores(facts: Facts, body: Facts) -> list[tuple[Quantity, Quantity]]:
    """The scores of a text that a body has in the other order alone."""
    known = {(one.exact_value, other.exact_value) for one, other in _scores(body)}
    return [
        (one, other)
        for one, other in _scores(facts)
        if one.exact_value != other.exact_value
        and (one.exact_value, other.exact_value) not in known
        and (other.exact_value, one.exact_value) in known
    ]


def other_scores(facts: Facts, body: Facts) -> list[tuple[Quantity, Quantity]]:
    """The scores of a text that a body has in neither order, though it has one with a side the same."""
    known = {(one.exact_value, other.exact_value) for one, other in _scores(body)}
    return [
        (one, other)
        for one, other in _scores(facts)
        if _is_another(one.exact_value, other.exact_value, known)
    ]


def _is_another(one, other, known) -> bool:
    if {(one, other), (other, one)} & known:
        return False
    return any(one == first or other == second for first, second in known)


def _scores(facts: Facts) -> Iterator[tuple[Quantity, Quantity]]:
    for one, other in pairwise(facts.numbers):
        if AGAINST.fullmatch(facts.reading.folded, one.end, other.start):
            yield one, other


def turned_names(facts: Facts, body: Facts) -> list[tuple[Mention, Mention]]:
    """Two names of which one does to the other what in a body the other alone does to the first."""
    own = list(_acts(facts))
    known = list(_acts(body)) if own else []
    return [
        (one, other)
        for one, act, other in own
        if not _stands(known, one, act, other) and _stands(known, other, act, one)
    ]


def _stands(known: list[tuple[Mention, int, Mention]], one: Mention, act: int, other: Mention) -> bool:
    return any(
        act == known_act and first.keys & one.keys and second.keys & other.keys
        for first, known_act, second in known
    )


def _acts(facts: Facts) -> Iterator[tuple[Mention, int, Mention]]:
    """(who, what, to whom), where the two names stand beside the word for it in one clause."""
    folded = facts.reading.folded
    for one, other in pairwise(facts.mentions):
        between = folded[one.end : other.start]
        longest = LONGEST_LATIN_ACT if facts.language == "en" else LONGEST_ACT
        if len(between) <= longest and not CLAUSE_END.search(between) and not PASSIVE.search(between):
            for act, pattern in enumerate(ACTS):
                if pattern.search(between):
                    yield one, act, other
