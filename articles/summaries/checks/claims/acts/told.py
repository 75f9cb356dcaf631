"""What texts tell as done, as not done and as planned: one table of acts for all who ask.

Only acts that the press tells in few words are looked at, in the words of each language for them.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from articles.summaries.checks.clauses import CLAUSE, Part
from articles.summaries.checks.facts import Facts
from articles.text.quantities.reading import latin_runs, matches_in

NEVER = "(?!)"


class Act(NamedTuple):
    """An act by its words in Chinese, Japanese and Korean, by its verb in English, that verb's past and what
    else is made of it.

    loosely: words of both that tell it as done too, but other things as often; they only keep the rest from
    being all there is.
    """

    east_asian: str
    verb: str
    past: str
    more: str = NEVER
    loosely: tuple[str, str] = (NEVER, NEVER)


_ONE = r"\s(?:an?\s|no\s|any\s)?(?:joint\s|written\s)?"
_PAPER = r"(?:statement|text|declaration|communiqu[eé]|paper|document)s?"
_DEAL = r"\s(?:an?y?\s)?(?:[a-z]{1,12}\s)?(?:agreement|accord|deal|consensus)"
ACTS = {
    "agree": Act(
        r"达成[\u4e00-\u9fff]{0,6}?(?:共识|协议|一致)|定案|敲定|谈不?[妥拢成]|合意(?!文?书)|합의(?![문서])",
        rf"reach{_DEAL}|agree", rf"reached{_DEAL}", rf"reach(?:es|ing){_DEAL}",
        (r"同意|一致|商定|议定|决定|일치|하기로", r"agreed|agrees|agreement"),
    ),
    "sign": Act(
        r"签[署约订下字]|署名|调印|서명|체결", "sign", "signed", "sign(?:s|ing)", (r"签|缔结", "signature")
    ),
    "pay": Act(
        r"[付缴还]清|还(?=[给款钱债])|支付|缴纳|支払|납부|[을를]\s(?:모두\s)?냈",
        r"pay\s(?:the|its|their|off|up)",
        r"paid(?!\s(?:a\svisit|tribute))", loosely=(r"付|缴|缴款|지급", r"payments?|pays|paying"),
    ),
    "apologise": Act(r"道歉|致歉|谢罪|사과(?=[했하를])", "apologi[sz]e", "apologi[sz]ed", "apologi[sz]es"),
    "issue": Act(
        r"发[表布出][\u4e00-\u9fff]{0,4}?(?:文件|文书|声明|公报|宣言|新闻稿)|(?:文书|声明)[はがを](?:出|发表)"
        r"|(?:성명|문서)[을를]\s(?:발표|채택)",
        f"issue{_ONE}{_PAPER}", f"issued{_ONE}{_PAPER}", f"issu(?:es|ing){_ONE}{_PAPER}",
    ),
    "exclude": Act(
        r"不?排除(?!万难|障|困|故|干扰)|배제", r"rule\s(?:it\s|that\s|this\s)?out",
        r"ruled\s(?:it\s|that\s|this\s)?out", r"rul(?:es|ing)\s(?:it\s|that\s|this\s)?out",
    ),
    "receive": Act(r"收到|接获|接到|受け取|受领", "receive", "received", "receiv(?:es|ing)"),
    "reply": Act(r"答[复覆]|回[复覆]", "reply", "replied", "replies"),
    "resume": Act(
        r"恢复|重启|复[航飞]|再开|재개", "resume|restart|reopen|revive", "(?:resum|restart|reopen|reviv)ed",
        "(?:resum|restart|reopen|reviv)(?:e?s|ing)",
    ),
    "open": Act(r"开[幕馆放通张业设]|启用|通车", "open(?:ing)?", "opened"),
    "start": Act(r"开始|启动|展开|[动开]工|上路", "start|begin|launch", "started|began|launched"),
    "hold": Act(r"举[行办]|召开", r"hold|host|take\splace|held", r"(?<!be\s)held|hosted|took\splace"),
    "ratify": Act(r"批准|核准|审议通过", "ratify|approve", "ratified|approved"),
    "deliver": Act(r"交付|移交|交船|交机", r"deliver|hand\sover", r"delivered|handed\sover"),
    "effect": Act(
        r"生效|实施|施行", r"(?:take|come\sinto)\s(?:force|effect)", r"(?:took|came\sinto)\s(?:force|effect)"
    ),
    "finish": Act(r"完成|完工|竣工|落成", "complete|finish", "completed|finished"),
    "join": Act("加入", "join", "joined"),
    "establish": Act(r"设立|成立|开设", r"establish|set\sup", "established"),
    "supply": Act(r"提供|供应|移交", r"supply|provide|hand\sover", r"supplied|provided|handed\sover"),
    "leave": Act(r"离[任开职]|返国|回国", "leave|return", "left|returned"),
}  # fmt: skip
NOT_BEFORE = re.compile(
    r"(?:[未没]|无法|拒绝|难以|不肯|不愿|(?<![无得毫莫])不(?=[会能予拟再]))(?:会|能|有|予|再|拟|正式)?(?:[就在][\u4e00-\u9fff]{0,16})?$"
    r"|(?:(?<![a-z])(?:not|never|without|(?:fail|refus|declin)[a-z]{0,4}\sto|yet\sto|unable\sto)|n['’]t)"
    r"(?:\s(?:yet|been|be|formally|officially|even))?\s$"
)
NOT_BEHIND = re.compile(
    r"[ぁ-んー]{0,6}(?:[ぁ-ん]?な[いかく]|せ?ず|至らな|できな|见送|拒)|\s?[가-힣]{0,4}\s?[가-힣]{0,4}\s?(?:않|못|없|무산|거부)"
    r"|\s(?:no|none|nothing|neither)(?![a-z])"
)
LONGEST_NOT = 20  # characters of 未能就, what it is about, and of "declining to "
PLANNED = re.compile(
    r"(?<!必)将|拟|预定|预计|计划|打算|准备|[可有]望|即将|[定订]于|尚待|还须|还需|有待|希望|争取|拟议"
)
CONSIDERED = re.compile(r"研[拟议][^。；]{0,40}$|考虑[^。；]{0,30}$")  # all that stands behind it is no more
LONGEST_CONSIDERED = 42
DONE = re.compile(r"已|刚|业经|甫")
DONE_BEHIND = re.compile(r"了|过(?![去程渡])|完毕|以来|至今")
LONGEST_TIME = 16  # characters between such a word and what is done
WILL = re.compile(
    r"(?<![a-z])(?:will|would|shall|(?:is|are|was|were|plans?|planned|due|set|expected|scheduled|aims?|hopes?"
    r"|wants?|agreed|about|ready|yet)\sto)\s(?:[a-z]+ly\s)?(?:be\s)?$"
)
NO_PAST = re.compile(r"(?<![a-z])(?:be|to)\s$")
LONGEST_WILL = 40  # characters of "is expected to immediately be "


class Told(NamedTuple):
    """An act as a text tells it, with what denies it.

    word: the place of its word alone. is_sure: that means nothing else. is_over: whether the text says that
    it is past; None where it leaves that to the reader.
    """

    start: int
    end: int
    word: tuple[int, int]
    is_done: bool
    is_sure: bool
    is_over: bool | None


class Acts:
    """What a text tells, looked for when an act is asked for."""

    def __init__(self, folded: str):
        self._folded, self._runs = folded, latin_runs(folded)
        self._found: dict[str, list[Told]] = {}

    def __getitem__(self, act: str) -> list[Told]:
        if act not in self._found:
            self._found[act] = sorted(self._look_for(act))
        return self._found[act]

    def within(self, act: str, part: Part) -> list[Told]:
        return [one for one in self[act] if part.holds(one.word[0])]

    def _look_for(self, act: str) -> Iterator[Told]:
        east_asian, latin = _patterns()[act]
        for match in east_asian.finditer(self._folded):
            yield self._told(match, _is_over(self._folded, match))
        for match in matches_in(latin, self._folded, self._runs):
            yield self._told(match, _is_over_in_english(self._folded, match))

    def _told(self, match: re.Match, is_over: bool | None) -> Told:
        before = NOT_BEFORE.search(self._folded, max(0, match.start() - LONGEST_NOT), match.start())
        behind = NOT_BEHIND.match(self._folded, match.end())
        start = before.start() if before else match.start()
        is_not = before or behind or "不" in match[0] or " no " in match[0]
        is_sure = match["loosely"] is None
        return Told(
            start, behind.end() if behind else match.end(), match.span(), not is_not, is_sure, is_over
        )


@lru_cache(maxsize=64)  # several claims ask, and of a body every change of a summary
def acts_of(facts: Facts) -> Acts:
    """The acts that a text tells."""
    return Acts(facts.reading.folded)


def _is_over(folded: str, match: re.Match) -> bool | None:
    before = CLAUSE.split(folded[max(0, match.start() - LONGEST_TIME) : match.start()])[-1]
    if PLANNED.search(before) or CONSIDERED.search(
        folded, max(0, match.start() - LONGEST_CONSIDERED), match.start()
    ):
        return False
    return True if DONE.search(before) or DONE_BEHIND.match(folded, match.end()) else None


def _is_over_in_english(folded: str, match: re.Match) -> bool | None:
    before = folded[max(0, match.start() - LONGEST_WILL) : match.start()]
    if (match["verb"] or match["past"]) and WILL.search(before):
        return False
    return True if match["past"] and not NO_PAST.search(before) else None


@lru_cache(maxsize=1)
def _patterns() -> dict[str, tuple[re.Pattern, re.Pattern]]:
    """What finds each act in the letters of East Asia, and in Latin ones."""
    return {
        name: (
            re.compile(f"(?:{act.east_asian})|(?P<loosely>{act.loosely[0]})"),
            re.compile(
                rf"(?<![a-z])(?:(?P<past>{act.past})|(?P<verb>{act.verb})|(?:{act.more})"
                rf"|(?P<loosely>{act.loosely[1]}))(?![a-z])"
            ),
        )
        for name, act in ACTS.items()
    }
