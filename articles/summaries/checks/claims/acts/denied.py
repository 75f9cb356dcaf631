"""What one language denies and the other tells as so, where the body agrees with the other.

Nobody can tell from words alone what of a sentence is denied, so a language is only held to whether it denies
anything of it at all: 不會要求改名 beside an English sentence without any word that denies.
"""

import re
from collections.abc import Iterator

from articles.summaries.checks.claims.aligned.together import told_together
from articles.summaries.checks.claims.beside import beside
from articles.summaries.checks.clauses import Part
from articles.summaries.checks.facts import Facts

# What surely denies, and whatever may.
DENIES = {
    "zh": re.compile(
        r"不会|没有|尚未|并未|未能|不再|不愿|无意|从未|不予|并非|不得|不应|不能|不是|未(?=[曾获经有])"
    ),
    "en": re.compile(r"(?<![a-z])(?:not|never|no\slonger)(?![a-z])(?!\sonly)|n['’]t(?![a-z])"),
}
MAY_DENY = {
    "zh": re.compile(r"[不未没无非否拒免勿莫难禁停止消撤缺仅只少除外反毫零败空首]"),
    "en": re.compile(
        r"(?<![a-z])(?:not|no|nor|none|nothing|nobody|never|neither|without|(?:refus|declin|den[iy]|reject|lack|fail|stop|halt|suspend"
        r"|ceas|bar|ban|prevent|avoid|oppos|object|cancel|withdr|drop|scrap|abandon|exclu|dismiss|miss|absen|prohibit|forbid|block|cut"
        r"|end|los[est]|unable|un|im|dis|ir|non|free|only|hard|few|little|less|rather|instead|rul|stay|still|remain|keep|kept|yet|too)[a-z-]*"
        r"|off|out|far)(?![a-z])|n['’]t(?![a-z])|in(?:ab|ac|ad|cap|com|con|def|dep|dir|div|eff|eq|ex|fin|flex|fre|sec|suf|tol|val)"
    ),
}


def denied_otherwise(facts: Facts, others: list[Facts]) -> Iterator[tuple[int, int]]:
    """Where each sentence stands of which another language and the body deny something and it nothing, or
    it alone denies something. others: the body first."""
    body, *sides = others
    for other in sides:
        yield from _beside_another(facts, other, body)


def _beside_another(facts: Facts, other: Facts, body: Facts) -> Iterator[tuple[int, int]]:
    language, *theirs = (each.language[:2] for each in (facts, other, body))
    if language == theirs[0] or not all(one in DENIES for one in (language, *theirs)):
        return
    pairs = told_together(facts, other)
    of_body = {one.own.start: one.best for one in beside(facts, body)}
    for own, their in pairs:
        if best := of_body.get(own.start):
            told = [(one, theirs[0]) for each, one in pairs if each is own] + [(best, theirs[1])]
            if denied := DENIES[language].search(own.text):
                if not any(MAY_DENY[each].search(part.text) for part, each in told):
                    yield own.start + denied.start(), own.start + denied.end()
            elif _denies_nothing(own, their, pairs, MAY_DENY[language]) and all(
                DENIES[each].search(part.text) for part, each in told
            ):
                yield own.start, own.start + len(own.text.rstrip())


def _denies_nothing(own: Part, their: Part, pairs: list[tuple[Part, Part]], words: re.Pattern) -> bool:
    """Whether neither a sentence nor any other that tells some of what another one does may deny anything."""
    return not any(words.search(one.text) for one, each in pairs if each is their or one is own)
