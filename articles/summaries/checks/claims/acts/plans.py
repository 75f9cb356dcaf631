"""A plan told as done, whatever it is: has sent a ship, where the body's sentence says 計劃於9月派遣.

Only where the facts of a whole sentence stand behind a word for planning in the body's own one, and the
sentence itself has no word that leaves it open. What is done told as a plan is looked for likewise.
"""

import re
from collections.abc import Iterator

from articles.summaries.checks.claims.beside import Beside, beside, shared_places
from articles.summaries.checks.facts import Facts

# What says in any way that something is to come, or may.
OPEN = {
    "zh": re.compile(
        r"将|拟|[预计规]划?定|计划|打算|准备|望|即将|[定订]于|尚|还须|还需|有待|争取|可能|或|若|如果|倘|料|商讨|研议|考虑|寻求|建议|提议"
        r"|主张|要求|呼吁|同意|承诺|应|可|会(?![谈议晤面长员])|希|盼|力|想|要|不"
    ),
    "en": re.compile(
        r"(?<![a-z])(?:will|would|shall|may|might|could|can|should|must|to\s(?!the|an?|its|their|his|her)[a-z]|if|not|(?:plan|expect|propos|intend|schedul|aim|hop|seek"
        r"|consider|promis|pledg|vow|agree|offer|suggest|recommend|demand|request|urg)[a-z]*|sought|due|likely|next|upcoming|future|(?:is|are|was|were)\s[a-z]+ing)(?![a-z])"
    ),
}
# What says that it is over: 已, and in English the perfect and the past, but for that of speech and for what
# stands behind a comma as a participle.
_SPEECH = (
    "sa(?:id|ys)|told|announced|add|warn|argu|claim|report|call|ask|urg|criticis|criticiz|condemn|accus|describ|releas|publish|unveil"
    "|disclos|reveal|confirm|stat|not|explain|quot|cit|based|led|head|nam|own|so|us|valu|worth|need|indeed|unit|relat|advanc|armed"
)
OVER = {
    "zh": re.compile(r"已(?![故知婚])|业经|完成了"),
    "en": re.compile(
        rf"(?<![a-z])(?<!,\s)(?:(?!(?:{_SPEECH})(?:e?d)?(?![a-z]))[a-z]{{2,}}ed"
        r"|sent|gave|held|took|began|went|bought|built|made|met|left|won|lost|sold|opened|came|set\soff|put|paid|spent|cut)(?![a-z])"
    ),
}
PERFECT = re.compile(
    r"(?<![a-z])(?:has|have)\s(?:already\s|now\s|since\s)?[a-z]+(?:ed|[nt]|lt|ade|eld|old|aid)(?![a-z])"
)
# 將其列入名單: behind 將 what something is done to, and a verb that says what becomes of it.
NO_OBJECT = (
    r"(?!其(?![余他它中次])|(?![于在从由会继再进达对向有\d])[^，,。；;]{2,14}?[列纳归计加写拉送交移转派分调改换变定视升降裁评]"
    r"[入为给成作至到往]|[^，,。；;]{2,16}了)"
)
# What is planned stands behind these, in Japanese and Korean before them.
PLANS = {
    "zh": re.compile(
        rf"(?<![必原])(?:将(?![军领士帅近官]){NO_OBJECT}|计划(?=[于在今明本年\d])|拟(?![议定])|预定(?!地)|打算|准备|[定订]于)"
    ),
    "en": re.compile(
        r"(?<![a-z])(?:will|shall|(?:is|are|plans?|planned|due|set|expected|scheduled|aims?|hopes?|intends?)\sto)(?![a-z])"
    ),
    "ja": re.compile(r"予定|方針|见込み|计画して|する考え"),
    "ko": re.compile(r"예정|계획|방침|하기로"),
}
VERB_LAST = ("ja", "ko")
FEWEST = 2  # facts of a sentence that a plan has


def told_as_done(facts: Facts, body: Facts) -> Iterator[tuple[int, int, str]]:
    """(start, end, what the body has) of each sentence that is over and that the body only plans."""
    for laid in _laid(facts, body, OVER, PLANS):
        over = _over(facts, laid)
        plan = PLANS[body.language[:2]].search(laid.best.text) if over and not _is_open(facts, laid) else None
        if plan and not _has(OVER, body, laid.best.text) and _are_of_one(facts, laid, body, over, plan):
            start = laid.best.start
            yield (
                laid.own.start + over.start(),
                laid.own.start + over.end(),
                body.reading.quote(start + plan.start(), start + plan.end()),
            )


def told_as_planned(facts: Facts, body: Facts) -> Iterator[tuple[int, int, str]]:
    """(start, end, what the body has) of each sentence that is planned and that the body tells as over."""
    for laid in _laid(facts, body, PLANS, OVER):
        plan = PLANS[facts.language[:2]].search(laid.own.text)
        over = OVER[body.language[:2]].search(laid.best.text) if plan and body.language[:2] == "zh" else None
        if over and not OPEN["zh"].search(laid.best.text) and _are_of_one(facts, laid, body, plan, over):
            start = laid.best.start
            yield (
                laid.own.start + plan.start(),
                laid.own.start + plan.end(),
                body.reading.quote(start + over.start(), start + over.end()),
            )


def _laid(facts: Facts, body: Facts, own: dict, theirs: dict) -> tuple[Beside, ...]:
    is_known = facts.language[:2] in own and body.language[:2] in theirs
    return beside(facts, body) if is_known else ()


def _over(facts: Facts, laid: Beside) -> re.Match | None:
    if facts.language != "en":
        return OVER["zh"].search(laid.own.text)
    return PERFECT.search(laid.own.text) or OVER["en"].search(laid.own.text)


def _is_open(facts: Facts, laid: Beside) -> bool:
    # by the text in its own case: to Victoria is no plan
    text = facts.reading.narrow[laid.own.start : laid.own.end]
    return bool(OPEN[facts.language[:2]].search(text))


def _has(table: dict, facts: Facts, text: str) -> bool:
    pattern = table.get(facts.language[:2])
    return bool(pattern and pattern.search(text))


def _are_of_one(facts: Facts, laid: Beside, body: Facts, own: re.Match, word: re.Match) -> bool:
    """Whether most of a sentence's facts, or words, stand where what a body's word is about does.

    Some have to stand in the clause of the sentence's own word as well.
    """
    if facts.language[:2] == body.language[:2]:
        shared = laid.own.shared(laid.best)
        return 2 * sum(one in laid.best.text[word.end() :] for one in shared) > len(shared)
    shared = shared_places(facts, laid, body)
    clause, places = facts.clauses.at(laid.own.start + own.start()), [place for _, place in shared]
    if not any(clause.holds(start) for start, _ in shared):
        return False
    at = laid.best.start + word.start()
    meant = [place for place in places if (place < at) == (body.language[:2] in VERB_LAST)]
    return len(meant) >= FEWEST and 2 * len(meant) > len(places)
