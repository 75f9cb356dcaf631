"""Whether something was done or was not: 達成共識 where a body has 合意には至らなかった.

Only a few acts are looked at, and only where one text tells an act as done alone and the other one as not
done alone. Which of several was done cannot be told from the words, so somebody is only asked to look.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from articles.summaries.checks.claims.beside import beside
from articles.summaries.checks.claims.wording import LATIN_RUN
from articles.summaries.checks.facts import Facts

# Each act by its words in Chinese, Japanese and Korean, and in English.
ACTS = {
    "agree": (
        r"达成[\u4e00-\u9fff]{0,6}?(?:共识|协议|一致)|定案|敲定|谈不?[妥拢成]|合意(?!文?书)|합의(?![문서])",
        r"reach(?:ed|es|ing)?\s(?:an?y?\s)?(?:[a-z]{1,12}\s)?(?:agreement|accord|deal|consensus)|agree",
    ),
    "sign": (r"签[署订约下字]|署名|调印|서명|체결", r"sign(?:s|ed|ing)?"),
    "pay": (
        r"[付缴还]清|支付|缴纳|支払|납부|[을를]\s(?:모두\s)?냈",
        r"pay\s(?:the|its|their|off|up)|paid(?!\s(?:a\svisit|tribute))",
    ),
    "apologise": (r"道歉|致歉|谢罪|사과(?=[했하를])", r"apologi[sz]e[sd]?"),
    "issue": (
        r"发[表布出][\u4e00-\u9fff]{0,4}?(?:文件|文书|声明|公报|宣言|新闻稿)|(?:文书|声明)[はがを](?:出|发表)"
        r"|(?:성명|문서)[을를]\s(?:발표|채택)",
        r"issu(?:ed?|es|ing)\s(?:an?\s|no\s|any\s)?(?:joint\s|written\s)?"
        r"(?:statement|text|declaration|communiqu[eé]|paper|document)s?",
    ),
    "exclude": (
        r"不?排除(?!万难|障|困|故|干扰)|배제",
        r"rul(?:ed?|es|ing)\sout|rul(?:ed?|es|ing)\s(?:it|that|this)\sout",
    ),
    "receive": (r"收到|接获|接到|受け取|受领", r"receiv(?:ed?|es|ing)"),
    "reply": (r"答[复覆]|回[复覆]", r"repl(?:ied|y|ies)"),
    "resume": (r"恢复|重启|再开|재개", r"(?:resum|restart|reviv)(?:e?[sd]?|ed|ing)"),
}
# What tells an act as done too, but of other things as often: it only keeps the rest from being all there is.
LOOSELY = {
    "agree": (r"同意|一致|商定|议定|决定|일치|하기로", r"agreed|agrees|agreement"),
    "pay": (r"付|缴|缴款|지급", r"payments?|pays|paying"),
    "sign": (r"签|缔结", "signature"),
}
NOT_BEFORE = re.compile(
    r"(?:[未没]|无法|拒绝|难以|不肯|不愿|(?<![无得毫莫])不(?=[会能予拟再]))(?:会|能|有|予|再|拟|正式)?(?:[就在][\u4e00-\u9fff]{0,16})?$"
    r"|(?:(?<![a-z])(?:not|never|without|(?:fail|refus|declin)[a-z]{0,4}\sto|yet\sto|unable\sto)|n['’]t)"
    r"(?:\s(?:yet|been|be|formally|officially|even))?\s$"
)
NOT_BEHIND = re.compile(
    r"[ぁ-んー]{0,6}(?:[ぁ-ん]?な[いかく]|せ?ず|至らな|できな|见送|拒)|\s?[가-힣]{0,4}\s?[가-힣]{0,4}\s?(?:않|못|없|무산|거부)"
)
OPPOSITE = (({True}, {False}), ({False}, {True}))
LONGEST_NOT = 20  # characters of 未能就, what it is about, and of "declining to "
NOTHING = ("(?!)", "(?!)")


def _pattern(sure: str, loose: str, before: str = "", behind: str = "") -> re.Pattern:
    return re.compile(f"{before}(?:(?P<sure>{sure})|(?:{loose})){behind}")


# What finds each act in the letters of East Asia, and in Latin ones.
PATTERNS = {
    act: (
        _pattern(words[0], LOOSELY.get(act, NOTHING)[0]),
        _pattern(words[1], LOOSELY.get(act, NOTHING)[1], "(?<![a-z])", "(?![a-z])"),
    )
    for act, words in ACTS.items()
}


class Told(NamedTuple):
    """An act as a text tells it. is_sure: in words that mean nothing else."""

    start: int
    end: int
    is_done: bool
    is_sure: bool


def told_otherwise(facts: Facts, others: Iterable[Facts]) -> Iterator[tuple[int, int]]:
    """Where a text tells an act as done, or as not done, of which other ones tell the opposite alone."""
    theirs = [_acts(other.reading.folded) for other in others]
    for act, own in _acts(facts.reading.folded).items():
        if any(_are_opposite(own, other[act]) for other in theirs if act in other):
            yield own[0].start, own[0].end


def told_otherwise_beside(facts: Facts, body: Facts) -> Iterator[tuple[int, int, str]]:
    """(start, end, what the body has) of each act that the body's own sentence tells the other way alone."""
    for laid in beside(facts, body):
        own = _acts(laid.own.cut(facts.reading.folded))
        theirs = _acts(laid.best.cut(body.reading.folded)) if own else {}
        for act in own.keys() & theirs.keys():
            told = {one.is_done for one in own[act]}, {one.is_done for one in theirs[act]}
            others = [_acts(one.cut(body.reading.folded)).get(act, ()) for one in laid.others]
            if told in OPPOSITE and not any(one.is_done in told[0] for other in others for one in other):
                one, other = own[act][0], theirs[act][0]
                instead = laid.best.quote(body, other.start, other.end)
                yield laid.own.start + one.start, laid.own.start + one.end, instead


@lru_cache(maxsize=256)  # the body and its sentences are asked for each language
def _acts(folded: str) -> dict[str, list[Told]]:
    runs = [match.span() for match in LATIN_RUN.finditer(folded)]
    found = {}
    for act, (other, latin) in PATTERNS.items():
        matches = [
            *other.finditer(folded),
            *(match for run in runs for match in latin.finditer(folded, *run)),
        ]
        if matches:
            found[act] = [_told(folded, match) for match in matches]
    return found


def _told(folded: str, match: re.Match) -> Told:
    before = NOT_BEFORE.search(folded[max(0, match.start() - LONGEST_NOT) : match.start()])
    behind = NOT_BEHIND.match(folded, match.end())
    start = match.start() - len(before[0]) if before else match.start()
    end = behind.end() if behind else match.end()
    is_not = before or behind or "不" in match[0] or " no " in match[0]
    return Told(start, end, not is_not, match["sure"] is not None)


def _are_opposite(own: list[Told], theirs: list[Told]) -> bool:
    told = {one.is_done for one in own}, {one.is_done for one in theirs}
    is_sure = any(one.is_sure for one in own) and any(one.is_sure for one in theirs)
    return is_sure and told in OPPOSITE
