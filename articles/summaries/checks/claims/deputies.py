"""Whether two languages of a summary call as many people deputies: 副司長, the head of a department.

Only where both name as many offices: one that a language leaves out takes its rank along.
"""

import re
from functools import lru_cache

from articles.summaries.checks.facts import Facts

OFFICE = re.compile(
    r"(?P<deputy>副|常务次|事务次)?(?:部长|司长|院长|议长|局长|处长|署长|厅长|秘书长|总统|首相|总理|主席|主任|大臣|校长|市长|省长|知事|外长|外相|防长|防相)"
    r"|(?P<second>次[长官])"
    r"|(?<![a-z])(?P<under>(?:deputy|vice|assistant)[\s-](?:[a-z]{1,14}[\s-]){0,3}?|state\s(?=minister|secretary)|under-?(?=secretary))?"
    r"(?:head|speaker|minister|chief|director|president|chair(?:man|woman)?|secretary|governor|mayor|premier)(?![a-z-])"
)
DEPUTY = ("deputy", "second", "under")


def other_ranks(one: Facts, other: Facts) -> tuple[list[str], list[str]]:
    """The offices of two texts that have as many of them, but not as many deputies."""
    ours, theirs = _offices(one.reading.folded), _offices(other.reading.folded)
    if len(ours) != len(theirs) or sum(map(_is_deputy, ours)) == sum(map(_is_deputy, theirs)):
        return [], []
    return [_quote(one, match) for match in ours], [_quote(other, match) for match in theirs]


@lru_cache(maxsize=64)
def _offices(folded: str) -> list[re.Match]:
    return list(OFFICE.finditer(folded))


def _is_deputy(match: re.Match) -> bool:
    return any(match[name] for name in DEPUTY)


def _quote(facts: Facts, match: re.Match) -> str:
    return facts.reading.quote(*match.span())
