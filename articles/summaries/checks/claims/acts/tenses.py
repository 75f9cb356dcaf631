"""Whether something is done or only planned: 已簽署 where the body has 將簽署, opened for will open.

Only acts that both say are done, or are to be, are looked at; most Chinese sentences leave it to the reader.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from articles.summaries.checks.claims.beside import CLAUSE, beside
from articles.summaries.checks.facts import Facts
from articles.text.quantities.reading import latin_runs, matches_in

# Each act by its words in Chinese, by its verb in English, and that verb's past.
ACTS = {
    "sign": (r"签[署订约字]", r"sign(?:ing)?", r"signed"),
    "open": (r"开[幕馆放通张业设]|启用|通车", r"open(?:ing)?", r"opened"),
    "start": (r"开始|启动|展开|[动开]工|上路", r"start|begin|launch", r"started|began|launched"),
    "hold": (r"举[行办]|召开", r"hold|host|take\splace|be\sheld", r"(?<!be\s)held|hosted|took\splace"),
    "ratify": (r"批准|核准|审议通过", r"ratify|approve", r"ratified|approved"),
    "deliver": (r"交付|移交|交船|交机", r"deliver|hand\sover", r"delivered|handed\sover"),
    "resume": (r"恢复|重启|复[航飞]", r"resume|restart|reopen", r"resumed|restarted|reopened"),
    "effect": (
        r"生效|实施|施行", r"(?:take|come\sinto)\s(?:force|effect)", r"(?:took|came\sinto)\s(?:force|effect)"
    ),
    "finish": (r"完成|完工|竣工|落成", r"complete|finish", r"completed|finished"),
    "join": (r"加入", r"join", r"joined"),
    "establish": (r"设立|成立|开设", r"establish|set\sup", r"established"),
    "supply": (r"提供|供应|移交", r"supply|provide|hand\sover", r"supplied|provided|handed\sover"),
    "leave": (r"离[任开职]|返国|回国", r"leave|return", r"left|returned"),
}  # fmt: skip
PLANNED = re.compile(
    r"(?<!必)将|拟|预定|预计|计划|打算|准备|[可有]望|即将|[定订]于|尚待|还须|还需|有待|希望|争取|拟议"
)
CONSIDERED = re.compile(r"研[拟议][^。；]{0,40}$|考虑[^。；]{0,30}$")  # all that stands behind it is no more
DONE = re.compile(r"已|刚|业经|甫")
DONE_BEHIND = re.compile(r"了|过(?![去程渡])|完毕|以来|至今")
LONGEST = 16  # characters between such a word and what is done
_WILL = (
    r"(?:will|would|shall|(?:is|are|was|were|plans?|planned|due|set|expected|scheduled|aims?|hopes?|wants?"
    r"|agreed|about|ready|yet)\sto)"
)


def told_in_another_time(facts: Facts, body: Facts) -> Iterator[tuple[int, int, str]]:
    """(start, end, what the body has) of each act that is done in a text and planned in the body, or not."""
    for laid in beside(facts, body):
        own = _times(laid.own.cut(facts.reading.folded))
        theirs = _times(laid.best.cut(body.reading.folded)) if own else {}
        for act in own.keys() & theirs.keys():
            (start, end), are_done = own[act]
            place, are_theirs = theirs[act]
            if len(are_done) == len(are_theirs) == 1 and are_done != are_theirs:
                yield laid.own.start + start, laid.own.start + end, laid.best.quote(body, *place)


@lru_cache(maxsize=256)
def _times(text: str) -> dict[str, tuple[tuple[int, int], set[bool]]]:
    """Where a text tells each act of which it says when, and whether as done."""
    found: dict[str, tuple[tuple[int, int], set[bool]]] = {}
    for act, span, is_done in [*_in_han(text), *_in_english(text)]:
        found.setdefault(act, (span, set()))[1].add(is_done)
    return found


def _in_han(text: str) -> Iterator[tuple[str, tuple[int, int], bool]]:
    for act, pattern in _han().items():
        for match in pattern.finditer(text):
            before = CLAUSE.split(text[max(0, match.start() - LONGEST) : match.start()])[-1]
            is_planned = bool(PLANNED.search(before) or CONSIDERED.search(text, 0, match.start()))
            if is_planned or DONE.search(before) or DONE_BEHIND.match(text, match.end()):
                yield act, match.span(), not is_planned


def _in_english(text: str) -> Iterator[tuple[str, tuple[int, int], bool]]:
    runs = latin_runs(text)
    for act, (planned, done) in _english().items() if runs else ():
        yield from ((act, match.span(), False) for match in matches_in(planned, text, runs))
        yield from ((act, match.span(), True) for match in matches_in(done, text, runs))


@lru_cache(maxsize=1)
def _han() -> dict[str, re.Pattern]:
    return {act: re.compile(han) for act, (han, _, _) in ACTS.items()}


@lru_cache(maxsize=1)
def _english() -> dict[str, tuple[re.Pattern, re.Pattern]]:
    return {
        act: (
            re.compile(rf"(?<![a-z]){_WILL}\s(?:[a-z]+ly\s)?(?:be\s)?(?:{verb}|{past})(?![a-z])"),
            re.compile(rf"(?<![a-z])(?<!\bbe\s)(?<!\bto\s)(?:{past})(?![a-z])"),
        )
        for act, (_, verb, past) in ACTS.items()
    }
