"""What a body only claims, or gives no reason for, and a summary tells as a fact or gives one.

聲稱 and 據稱 say that somebody claims what follows, and no more; a text that says that no reason was given
has none for a summary to give.
"""

import re
from collections.abc import Iterator

from articles.summaries.checks.claims.beside import beside
from articles.summaries.checks.clauses import Part
from articles.summaries.checks.facts import Facts

CLAIMED = re.compile(
    r"声称|宣称|据称|自称|诬称|疑似|指控|主张した|(?<![a-z])(?:claim(?:s|ed|ing)?|alleg(?:es|ed|edly|ing)|purported(?:ly)?)(?![a-z])"
)
# Any word that says that somebody says it.
SAID = re.compile(
    r"[称说指讯据]|表示|认为|宣布|主张|强调|透露|公布|证实|控诉|传[出言闻说]|据传|疑|可能|或许|恐"
    r"|(?<![a-z])(?:sa(?:y|ys|id)|claim|alleg|accus|accord|report|assert|told|tells|contend|maintain|suspect|purport|charg|blam|den(?:y|ied|ies)|insist|demand|deman|warn|critic|condemn|disput|urg|call|announc|argu|reject|assess|describ|quot|cit)[a-z]*"
)
MOST_OF_IT = 0.6  # of a clause's words in what is claimed
NO_REASON = re.compile(
    r"(?:[没未](?:有)?|不愿|拒绝)(?:写明|说明|透露|交代|解释|公布|提及|给出)[\u4e00-\u9fff]{0,6}?(?:原因|理由)"
    r"|(?:原因|理由)[\u4e00-\u9fff]{0,4}(?:不明|不详|未明|未说明|未公布)|理由は明らかに[しさ]|이유(?:는|를)\s?밝히지"
    r"|without\s(?:giving|citing)\sa\sreason|(?:gave|given|cited)\sno\sreason|no\sreason\swas\sgiven|did\snot\s(?:say|explain)\swhy"
)
BECAUSE = re.compile(
    r"因为|由于|[起肇]因于|(?<![原成起])因(?![应此而果])(?=[\u4e00-\u9fff])|(?<![a-z])(?:because(?:\sof)?|due\sto|owing\sto|on\saccount\sof)(?![a-z])"
)


def told_as_fact(facts: Facts, body: Facts) -> Iterator[tuple[int, int, str]]:
    """(start, end, the word for claiming) of each clause that nobody is said to say."""
    if not CLAIMED.search(body.reading.folded):
        return
    theirs = body.reading.folded
    for laid in beside(facts, body):
        claimed = CLAIMED.search(theirs, laid.best.start, laid.best.end)
        if claimed and not laid.others and not SAID.search(facts.sentences.at(laid.own.start).text):
            told = Part(claimed.start(), laid.best.end, theirs[claimed.start() : laid.best.end])
            is_of_one = facts.language[:2] == body.language[:2]
            if (
                len(laid.own.shared(told)) >= MOST_OF_IT * len(laid.own.words)
                if is_of_one
                else told.start - laid.best.start < (laid.best.end - laid.best.start) / 2
            ):
                yield laid.own.start, laid.own.end - 1, body.reading.quote(*claimed.span())


def invented_reasons(facts: Facts, body: Facts) -> Iterator[tuple[int, int, str]]:
    """(start, end, what the body has) of each reason in a text where the body says that none was given."""
    none_given = NO_REASON.search(body.reading.folded)
    if none_given is None or BECAUSE.search(body.reading.folded):
        return
    for match in BECAUSE.finditer(facts.reading.folded):
        yield *match.span(), body.reading.quote(*none_given.span())
