"""Whether something was not so: 未公布金額 where a summary has 公布金額, whatever the verb is.

Only in one language, where the sentence of the body that tells a clause of a summary has the same verb.
"""

import re
from collections.abc import Iterator

from articles.summaries.checks.claims.beside import LEAST_ALIKE, beside, by_words
from articles.summaries.checks.clauses import CLAUSE, MARK, Part
from articles.summaries.checks.facts import Facts

VERB = 2  # characters of a Chinese verb
NOT = re.compile(
    r"(?:(?<!有)没有|尚未|并未|从未|未能|未曾|未获|未|不会|不再|不予|不愿|不肯|无法|无意|拒绝)"
    r"(?:会|能|就|被|予|再|向|对外)?(?:自己)?(?=([\u4e00-\u9fff]{2}))"
)
ANY_NOT = re.compile(r"(?<![\d.])0(?![\d.])|[未没不无非否拒免勿别莫难]|取消|停止|中止|避免|禁止")
LONGEST_NOT = 4
LONGEST_OF_WORD = 3  # characters of what 無 and 非 deny
LONGEST_BEFORE = 10  # characters before a verb in which it may be denied


def negated_otherwise(facts: Facts, body: Facts) -> Iterator[tuple[int, int, str]]:
    """(start, end, what the body has) of each verb that one of a clause and its sentence alone denies."""
    if facts.language[:2] != "zh" or body.language[:2] != "zh":
        return
    for laid in beside(facts, body):
        clause, sentence = laid.own.text, laid.best.text
        verbs = {match[1] for text in (clause, sentence) for match in NOT.finditer(text)}
        for verb in verbs:
            told, known = _told(verb, clause), _told(verb, sentence)
            if (
                {is_not for _, is_not in told} ^ {is_not for _, is_not in known} == {True, False}
                and told
                and known
            ):
                start, other = laid.own.start + told[0][0], laid.best.start + known[0][0]
                first = max(laid.best.start, other - LONGEST_NOT)
                yield start, start + VERB, body.reading.quote(first, other + VERB)


def _told(verb: str, text: str) -> list[tuple[int, bool]]:
    """Where a text has a verb, and whether something before it in its clause denies it."""
    places = [match.start() for match in re.finditer(re.escape(verb), text)]
    befores = [CLAUSE.split(text[max(0, at - LONGEST_BEFORE) : at])[-1] for at in places]
    return [(at, bool(ANY_NOT.search(before))) for at, before in zip(places, befores, strict=True)]


# What denies a clause; words in which these characters deny nothing.
DENIES = re.compile(
    r"(?:[未没无](?!有?的|有?[^，。；]{1,5}者)|不(?!同|过|断|敌|幸|慎|顾|料|惜|乏|堪|少|仅|只|但|久|论|如|满|足|到|及|排除|超过)|并?非(?![洲常法]))(?!不)|否认|拒绝|难以|免(?=[受于])"
)
FEWEST = 4  # words of a clause, each of two characters
ALIKE = 0.6  # of them that the body's clause has
LONGER = 2  # times as many words as a clause has may stand in the body's


def clauses_denied(facts: Facts, body: Facts) -> Iterator[tuple[int, int, str]]:
    """(start, end, what the body has) of each clause that alone, or of which the body's own, is denied."""
    if facts.language[:2] != "zh" or body.language[:2] != "zh":
        return
    for clause in facts.clauses:
        shares = by_words(clause, body.clauses, FEWEST)
        best = max(shares, key=shares.get, default=None)
        if best and shares[best] >= ALIKE and len(best.words) <= LONGER * len(clause.words):
            own = _is_denied(clause, clause.shared(best))
            alike = [one for one, share in shares.items() if share >= LEAST_ALIKE * shares[best]]
            theirs = [_is_denied(one, clause.shared(one)) for one in alike]
            if own is not None and all(one is not None and one != own for one in theirs):
                yield clause.start, clause.end - 1, body.reading.quote(best.start, best.end - 1)


def _is_denied(clause: Part, words: frozenset[str]) -> bool | None:
    """Whether something in a clause denies one of some words behind it; None where it denies others."""
    ends = [match.end() for match in DENIES.finditer(clause.text)]
    reached = [MARK.split(clause.text[end : end + _reach(clause.text, end)])[0] for end in ends]
    if any(word in part for part in reached for word in words):
        return True
    return None if ends else False


def _reach(text: str, end: int) -> int:
    """How many characters what ends at a place denies: 無 makes a word of the next one, 無條件錄取."""
    return LONGEST_OF_WORD if text[end - 1] in "无非" else LONGEST_BEFORE
