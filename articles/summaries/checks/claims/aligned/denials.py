"""What one of a summary and its body denies and the other tells as so, whatever the words are.

A clause is laid beside the clauses of the body that have most of what stands in and around it. Where all of
these deny what it asserts, or it denies what they assert, one of the two is told wrongly. Nothing is said
of sentences with any word that may deny something else.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from articles.summaries.checks.claims.aligned.shared import (
    ELSEWHERE_IN_BODY,
    ELSEWHERE_IN_OWN,
    Common,
    Shared,
    shared,
)
from articles.summaries.checks.clauses import Part
from articles.summaries.checks.facts import Facts

# What surely denies what stands behind it in Chinese and English, before it in Japanese and Korean.
DENIES = {
    "zh": re.compile(
        r"不(?!仅|断|同(?!意)|过|少|久|满|到|足|及(?!格)|只|但|论|如|管|远|利|锈|得不|排除|超过|逾|多|低于|高于|少于|妨|堪)|未(?![来婚必满及达具])"
        r"|没(?!收|有?的|有?[^，。；]{1,5}者)|(?<![全毫])无(?!人[机载]|[线论锡疑不])|毫无|非(?=[为是])|难以|否认|拒绝|禁止|避免|免[受于]"
    ),
    "en": re.compile(
        r"(?<![a-z])(?:not(?!\sonly)|never|no(?!\s(?:less|fewer|more|later))|neither|nor|nothing|nobody|yet\sto"
        r"|unable\sto|(?:fail|refus|declin)(?:s|ed|es)\sto|den(?:y|ies|ied)|reject(?:s|ed)?)(?![a-z])|n['’]t(?![a-z])"
    ),
    "ja": re.compile(
        r"な(?:い(?!し)|かっ|く(?=て|、))|(?<=[しきれらさえべ])ず|ぬ(?=[、。])|せず|否定|拒否|见送|未(?=[だ定])|困难"
    ),
    "ko": re.compile(r"않|못|없|거부|부인|아니"),
}
# Whatever may deny something.
MAY_DENY = {
    "zh": re.compile(r"[不未没无非否拒免勿莫难禁停止撤缺仅只除反毫败消取空失]"),
    "en": re.compile(
        r"(?<![a-z])(?:not|no|nor|none|nothing|nobody|never|neither|without|yet|(?:refus|declin|den[iy]|reject|lack|fail|stop|halt|suspend"
        r"|prevent|avoid|oppos|object|cancel|withdr|drop|scrap|abandon|exclu|dismiss|miss|absen|prohibit|forbid|block|unable|un|non|free"
        r"|only|hard|few|little|rather|instead|rul|still|far|except|apart|bar|beyond|outside)[a-z-]*)(?![a-z])|n['’]t(?![a-z])|(?<![a-z])in(?:ab|ac|cap|comp|def|eff|suf)"
    ),
    "ja": re.compile(r"な[いかくし]|ず|ぬ|否|拒|见送|未|不|无|停|中止|难|わけ|だけ|のみ|[内止]"),
    "ko": re.compile(r"않|못|없|거부|부인|아니|안\s|불|미|무|비|만\s|뿐|중단|이내"),
}
VERB_LAST = ("ja", "ko")
REACH = {"zh": 14, "en": 40, "ja": 16, "ko": 16}  # characters within its clause of what is denied
LEAST, CERTAIN = (
    1.2,
    2.2,
)  # how much two clauses have to have in common, to be asked about and to be surely one
ALIKE = 0.6  # of the best, with which another clause may be meant as well
LEAST_DENIED = 0.3  # of it that one of the two denies


class Denial(NamedTuple):
    """A clause of a text with the one of a body that says the contrary."""

    start: int
    end: int
    instead: str
    is_certain: bool


class Beside(NamedTuple):
    """A clause of a body, how much of another one it has, and how much of that only one, or each, denies."""

    part: Part
    support: float
    by_one: float
    by_both: float


def denials(facts: Facts, body: Facts) -> Iterator[Denial]:
    """The clauses of a text of which one of it and the body alone denies what they tell."""
    if not {facts.language[:2], body.language[:2]} <= DENIES.keys():
        return
    common = shared(facts, body)
    for clause in facts.clauses:
        beside = _beside(clause, common)
        best = max(beside, key=lambda one: one.support, default=None)
        if best and best.support >= LEAST and _is_contrary(clause, best, common):
            alike = [one for one in beside if one.support >= ALIKE * best.support]
            if all(one.by_one >= LEAST_DENIED and not one.by_both for one in alike):
                quote = body.reading.quote(best.part.start, best.part.end)
                is_certain = best.support >= CERTAIN and best.by_one >= 2 * LEAST_DENIED
                yield Denial(clause.start, clause.end, quote.rstrip("，,。.；;"), is_certain)


def _is_contrary(clause: Part, best: Beside, common: Shared) -> bool:
    """Whether the sentence of the one that asserts has no word at all that may deny something."""
    facts, place = (common.facts, clause.start)
    if _is_denied(facts, clause):
        facts, place = (common.body, best.part.start)
    return not _may_be_denied(facts, facts.sentences.at(place))


def _beside(clause: Part, common: Shared) -> list[Beside]:
    found = []
    rows = [row for row in common.beside(clause.start) if sum(one.weight for one in row) >= LEAST]
    for row in rows:
        parts = {place.clause for one in row for place in one.places if one.clause == clause.start}
        found += [_laid(clause, common.body.clauses.at(start), row, common) for start in parts]
    return found


def _laid(clause: Part, part: Part, row: list[Common], common: Shared) -> Beside:
    support = by_one = by_both = 0.0
    for one in row:
        is_own, within = (
            one.clause == clause.start,
            [place for place in one.places if place.clause == part.start],
        )
        near = (1 if is_own else ELSEWHERE_IN_OWN) * (1 if within else ELSEWHERE_IN_BODY)
        support += one.weight * near
        if is_own and within:
            is_denied = _reaches(common.facts, one.start)
            told = {_reaches(common.body, place.start) for place in within}
            by_one += one.weight * (told == {not is_denied})
            by_both += one.weight * (is_denied and True in told)
    return Beside(part, support, by_one, by_both)


def _is_denied(facts: Facts, clause: Part) -> bool:
    return any(clause.start <= start < clause.end for start, _ in _reached(facts))


def _may_be_denied(facts: Facts, part: Part) -> bool:
    return bool(MAY_DENY[facts.language[:2]].search(facts.reading.folded, part.start, part.end))


def _reaches(facts: Facts, place: int) -> bool:
    """Whether something denies what stands at a place."""
    return any(start <= place < end for start, end in _reached(facts))


@lru_cache(maxsize=32)
def _reached(facts: Facts) -> list[tuple[int, int]]:
    """What is denied in a text."""
    language, found = facts.language[:2], []
    for match in DENIES[language].finditer(facts.reading.folded):
        clause, reach = facts.clauses.at(match.start()), REACH[language]
        if language in VERB_LAST:
            found.append((max(clause.start, match.start() - reach), match.start()))
        else:
            found.append((match.end(), min(clause.end, match.end() + reach)))
    return found
