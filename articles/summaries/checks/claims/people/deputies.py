"""Which offices are deputies': 副司長, 外務次官, vice foreign minister; and whether two texts have as many.

Only where both languages name as many offices: one that a language leaves out takes its rank along.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from articles.summaries.checks.facts import Facts

# What stands before an office and makes it a deputy's: a word or two of what it is for may stand between.
DEPUTY = re.compile(
    r"(?:副|常务|事务|부|(?<![a-z])(?:(?:deputy|vice|assistant|under-|associate)[\s-]?"
    r"(?:(?!and\s|of\s|the\s|to\s|(?:president|premier|minister)(?!ial))[a-z]{1,14}[\s-]){0,3}|state\s))$"
)
LONGEST = 48  # characters of it
# Where the rank of a deputy stands in an office, and what is written there.
RANKS = [
    (re.compile(r"部長官?$"), "部副部長"),
    (re.compile(r"部長官?$"), "部次長"),
    (re.compile(r"部長官?$"), "部次官"),
    (re.compile(r"大臣$"), "副大臣"),
    (re.compile(r"大臣$"), "次官"),
    (re.compile(r"院?院長$"), "院副院長"),
    (re.compile(r"議長$"), "副議長"),
    (re.compile(r"會議主席$"), "會議副主席"),
    (re.compile(r"會議主席$"), "會議第一副主席"),
    (re.compile(r"장관$"), "차관"),
]
HEAD = re.compile(
    r"司长|院长|议长|局长|处长|署长|厅长|秘书长|主席|主任|校长|市长|省长|知事"
    r"|(?P<state>总统|首相|总理)|(?P<minister>部长|大臣|[外防][长相]|[农法财]相)|(?P<second>次[长官])"
    r"|(?<![a-z])(?:head|speaker|chief|director|chair(?:man|woman)?|governor|mayor"
    r"|(?P<leader>president|premier|prime\sminister)|(?P<of_cabinet>minister|secretary))(?![a-z-])"
)
OF_STATE, OF_CABINET = ("state", "leader"), ("minister", "second", "of_cabinet")


class Office(NamedTuple):
    """Where a text names an office, its rank included."""

    start: int
    end: int
    is_deputy: bool
    level: str


def deputies_of(office: str) -> list[str]:
    """How deputies are called whose rank stands inside: 外交部副部長 of 外交部長, 外務次官 of 外務大臣."""
    return [pattern.sub(rank, office) for pattern, rank in RANKS if pattern.search(office)]


def deputy_before(folded: str, start: int) -> int:
    """Where the words begin that make an office at a place a deputy's; the place when there are none."""
    before = DEPUTY.search(folded, max(0, start - LONGEST), start)
    return before.start() if before else start


def other_ranks(one: Facts, other: Facts, body: Facts | None) -> tuple[list[str], list[str]]:
    """The offices of two texts that have as many of them, but not as many deputies.

    None where the article has offices of either rank, of which each language may tell others.
    """
    ours, theirs = _offices(one.reading.folded), _offices(other.reading.folded)
    if len(ours) != len(theirs) or sum(own.is_deputy for own in ours) == sum(own.is_deputy for own in theirs):
        return [], []
    if any({own.level, other.level} == {"state", "cabinet"} for own, other in zip(ours, theirs, strict=True)):
        return [], []
    if body and len({office.is_deputy for office in _offices(body.reading.folded)}) > 1:
        return [], []
    return [_quote(one, office) for office in ours], [_quote(other, office) for office in theirs]


@lru_cache(maxsize=64)
def _offices(folded: str) -> list[Office]:
    found = []
    for match in HEAD.finditer(folded):
        start = deputy_before(folded, match.start())
        is_deputy = bool(match["second"]) or start < match.start()
        found.append(Office(start, match.end(), is_deputy, _level(match.lastgroup or "")))
    return found


def _level(group: str) -> str:
    return "state" if group in OF_STATE else "cabinet" if group in OF_CABINET else ""


def _quote(facts: Facts, office: Office) -> str:
    return facts.reading.quote(office.start, office.end)
