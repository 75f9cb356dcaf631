"""Who does what to whom, turned round: A urged B, A visits B, A gives B, where a body has it the other way.

Either may be right (each may visit the other), so that somebody is only asked to look, and only where the
body tells the act in the other direction alone.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from articles.summaries.checks.clauses import MARK
from articles.summaries.checks.facts import Facts
from articles.summaries.checks.names import Mention

# What one does to another named right behind: the words of both languages for each act.
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
        r"召见|传召|传唤|(?<![a-z])summon[a-z]*",
        r"接见|款待|宴请|(?<![a-z])(?:receiv|host)(?:e?s|ed)(?![a-z])",
        r"制裁|(?<![a-z])sanction(?:s|ed)(?![a-z])",
        r"收购|并购|(?<![a-z])(?:acquir(?:es?|ed)|b(?:uys|ought)|t(?:akes|ook)\sover)(?![a-z])",
        r"起诉|提告|(?<![a-z])sue[sd]?(?![a-z])",
        r"扣押|扣留|逮捕|(?<![a-z])(?:detain|arrest|seiz)[a-z]*",
        r"驱逐|(?<![a-z])expel[a-z]*",
        r"威胁|(?<![a-z])threaten[a-z]*",
        r"领先|(?<![a-z])(?:leads?|led|ahead\sof)(?![a-z])",
        r"超越|超车|(?<![a-z])(?:overt(?:akes?|ook)|surpass[a-z]*)(?![a-z])",
        r"告诉|告知|(?<![a-z])(?:tells?|told)(?![a-z])",
    )
]
PASSIVE = re.compile(r"[被遭受由]|(?<![a-z])(?:by|was|were|been|being)(?![a-z])")
LONGEST_ACT = 24  # characters between two names of which one does something to the other
LONGEST_LATIN_ACT = 60


class Way(NamedTuple):
    """An act that goes from one to another, each of whom may stand on either side of the word for it."""

    act: re.Pattern
    from_before: re.Pattern  # right before whom it comes from
    to_before: re.Pattern  # right before whom it goes to
    to_behind: re.Pattern


NEVER = re.compile("(?!)")
_BY = re.compile(r"由$|(?<![a-z])(?:by|from)\s(?:the\s)?$")
VISIT = Way(
    re.compile(
        r"(?<![采专受家查])访问|到访|来访|出访|回访|往访|造访|访(?=[日韩美中俄台越菲印泰英法德澳朝蒙]|$)|访れ|방문|抵达|飞抵|前往|赴"
        r"|(?<![a-z])(?:visit(?:s|ed|ing)?(?![a-z])|(?:went|goes|go|travel(?:s|led|ed)?|fl(?:y|ies|ew)|trip|journey|heads?|headed)\sto"
        r"|arriv(?:es?|ed|ing)\sin)"
    ),
    NEVER,
    re.compile(r"(?:对|到|至|赴|往)$|(?<![a-z])(?:to|in)\s(?:the\s)?$"),
    re.compile(r"[をにへ]|[을를에]"),
)
GIVE = Way(
    re.compile(
        r"捐赠|捐助|捐款|捐出|赠送|赠予|赠与|致赠|援助|提供|移交|转交|出借|借给|售予|卖给|赔付|赔偿|供与|寄付|寄赠|제공|지원|기부"
        r"|(?<![a-z])(?:donat(?:e[sd]?|ing)|g[ai]ve[sn]?|giving|provid(?:e[sd]?|ing)|suppl(?:y|ies|ied)|sells?|sold|lends?|lent"
        r"|hand(?:s|ed)?\sover|transfer(?:s|red)?|repa(?:y|ys|id))(?![a-z])"
    ),
    _BY,
    re.compile(r"(?:[向给予对])$|(?<![a-z])to\s(?:the\s)?$"),
    re.compile(r"[にへ]|側に|에(?:게)?"),
)
EXPORT = Way(
    re.compile(r"出口|外销|输[出往]|销往|수출|(?<![a-z])(?:exports?|exported|shipments?|sales)(?![a-z])"),
    re.compile(r"(?<![a-z])from\s(?:the\s)?$"),
    re.compile(r"(?:[对向往输]|销往|出口到?|输往)$|(?<![a-z])to\s(?:the\s)?$"),
    re.compile(r"向けの?|への|\s?(?:으로의?|로의?|에\s대한)\s|의\s대"),
)
WAYS = (VISIT, GIVE, EXPORT)
# Before one who is neither: invited by, together with.
ASIDE_BEFORE = re.compile(
    r"[应与同跟为获受据在]$|(?<![a-z])(?:with|of|by|in|at|from|near|for|against|thanked)\s(?:the\s)?$"
)
ASIDE_BEHIND = re.compile(r"[^，。；,;]{0,6}邀请")
NEXT_TO = re.compile(r"[了给予过]{0,2}|\s(?:to\s)?(?:the\s)?")
LONGEST_BEFORE = 10  # characters of "from the " and a gap


class Deed(NamedTuple):
    """An act with who does it and to whom; None for one who is not named.

    around: all whom its sentence names, where no other of them may do it.
    """

    act: object
    one: Mention | None
    other: Mention | None
    around: frozenset[str] = frozenset()


def turned_names(facts: Facts, others: list[Facts]) -> Iterator[tuple[Mention, Mention]]:
    """Two names of which one does to the other what in other texts the other alone does to the first."""
    own = [deed for deed in _deeds(facts) if deed.one and deed.other]
    known = [deed for other in others for deed in _deeds(other)] if own else []
    for deed in own:
        # Who gives without saying to whom may well give it to the one; who travels travels anywhere.
        alike = [one for one in known if one.act is deed.act and (deed.act is GIVE or one.other)]
        if _is_turned(deed, alike):
            yield tuple(sorted((deed.one, deed.other), key=lambda one: one.start))


def _is_turned(deed: Deed, known: list[Deed]) -> bool:
    """Whether some deeds go from the other to the one, as far as they are told, and none the deed's way."""
    turned = Deed(deed.act, deed.other, deed.one)
    told = [one for one in known if one.other or not one.around.isdisjoint(deed.one.keys)]
    return any(_may_be(one, turned) for one in told) and not any(_may_be(one, deed) for one in known)


def _may_be(told: Deed, deed: Deed) -> bool:
    return _are_same(told.one, deed.one) and (told.other is None or _are_same(told.other, deed.other))


def _are_same(one: Mention | None, other: Mention) -> bool:
    return one is not None and not one.keys.isdisjoint(other.keys)


@lru_cache(maxsize=64)  # a body is asked for each language, and for each change of a summary
def _deeds(facts: Facts) -> tuple[Deed, ...]:
    return tuple(_told(facts))


def _told(facts: Facts) -> Iterator[Deed]:
    yield from _done_to_the_next(facts)
    folded = facts.reading.folded
    for sentence in facts.sentences:
        named = [one for one in facts.mentions if sentence.holds(one.start)]
        for way in WAYS if named else ():
            for match in way.act.finditer(folded, sentence.start, sentence.end):
                yield _deed(folded, way, match, named)


def _done_to_the_next(facts: Facts) -> Iterator[Deed]:
    """Where two names stand beside the word for it in one clause."""
    folded = facts.reading.folded
    for one, other in zip(facts.mentions, facts.mentions[1:], strict=False):
        between = folded[one.end : other.start]
        longest = LONGEST_LATIN_ACT if facts.language == "en" else LONGEST_ACT
        if len(between) <= longest and not MARK.search(between) and not PASSIVE.search(between):
            yield from (Deed(act, one, other) for act in ACTS if act.search(between))


def _deed(folded: str, way: Way, match: re.Match, named: list[Mention]) -> Deed:
    clause = [one for one in named if not MARK.search(folded, *_between(one, match))]
    to = [one for one in clause if _goes_to(folded, way, one, match)]
    other = to[-1] if to else None
    by = [one for one in clause if way.from_before.search(_before(folded, one))]
    before = [one for one in named if one.end <= match.start() and _may_do(folded, way, one, other)]
    is_alone = len({one.keys for one in before}) == 1
    around = frozenset(key for one in named for key in one.keys) if is_alone else frozenset()
    return Deed(way, by[-1] if by else before[-1] if before else None, other, around)


def _between(one: Mention, match: re.Match) -> tuple[int, int]:
    return (one.end, match.start()) if one.end <= match.start() else (match.end(), one.start)


def _goes_to(folded: str, way: Way, one: Mention, match: re.Match) -> bool:
    if one.start >= match.end() and NEXT_TO.fullmatch(folded, match.end(), one.start):
        return True
    return bool(
        way.to_before.search(_before(folded, one))
        or (one.end <= match.start() and way.to_behind.match(folded, one.end))
    )


def _may_do(folded: str, way: Way, one: Mention, other: Mention | None) -> bool:
    is_other = other is not None and not one.keys.isdisjoint(other.keys)
    is_aside = ASIDE_BEFORE.search(_before(folded, one)) or ASIDE_BEHIND.match(folded, one.end)
    return not is_other and not is_aside and not way.to_before.search(_before(folded, one))


def _before(folded: str, one: Mention) -> str:
    return folded[max(0, one.start - LONGEST_BEFORE) : one.start]
