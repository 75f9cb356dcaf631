"""Which way a number goes: rose 4 per cent, 減少三成, 2.0%増, 4.9% 늘어; from 25 to 15 per cent.

Read from the words right beside a number alone. What stands farther off (both fell) is not looked at.
"""

import re
from collections.abc import Iterator

from articles.summaries.checks.clauses import MARK
from articles.summaries.checks.facts import Facts
from articles.summaries.checks.support import LENGTHS, are_told_alike
from articles.text.quantities.partial_dates import PartOfDate
from articles.text.quantities.quantity import Quantity

# Behind a Chinese verb of motion stand only words of degree: 增加了約, 大降近, 升至.
_DEGREE = r"[长加幅了约近逾超过达到至为出最高大多少有整足滑退缩落低涨升跌扬挫成]{0,6}"
_SIGN = r"(?:[¥$€£￥]|us\$|nt\$|hk\$|新台币|人民币|港币)?\s?$"
_BOUND_GAP = r"[\u4e00-\u9fff]{0,2}"  # 至少有, 最多可
# 至少 and 最多 say how exact a number is, not which way it goes.
UP_BEFORE = re.compile(
    rf"(?:[增涨升扬攀]|成长|走高|扩大|上调|(?<![最许至更大众])多(?=[出了约逾]|$)|高出){_DEGREE}{_SIGN}"
)
DOWN_BEFORE = re.compile(
    rf"(?:[减跌降挫]|下滑|衰退|萎缩|缩减|走低|下调|缩水|(?<![至不最减])少(?=[了约逾]|$)){_DEGREE}{_SIGN}"
)
FROM_BEFORE = re.compile(
    rf"(?:[由从自](?:原[先来本]的?|[去前上][\u4e00-\u9fff]{{1,5}}的?)?(?:[约近逾])?|(?<![a-z])from\s(?:about\s|an?\s|the\s)?){_SIGN}"
)
TO_BEFORE = re.compile(
    r"(?:[增减升降跌涨滑落调下上高低扩缩大小](?:至|到|为)(?:[约近逾])?"
    rf"|(?<![a-z])to\s(?:about\s|an?\s|nearly\s|a\stotal\sof\s)?){_SIGN}"
)
# English puts a few words between: grew at an annualised, fell by nearly.
_BETWEEN = (
    r"(?:\s(?!(?:and|but|while|as|from|of|for|with|among|after|when|since|against|because)\s)[a-z-]{1,14})"
    r"{0,4}\s"
)
UP_WORDS = (
    r"(?:rose|ris(?:es?|en|ing)|up|jump(?:s|ed)?|climb(?:s|ed)?|gain(?:s|ed)?|surg(?:es?|ed)|increas(?:es?|ed)"
    r"|gr[eo]w[ns]?|soar(?:s|ed)?|advanc(?:es?|ed)|expand(?:s|ed)?|rais(?:es?|ed)|above|leap(?:t|ed)|higher)"
)
DOWN_WORDS = (
    r"(?:f[ae]lls?|fallen|down|drop(?:s|ped)?|declin(?:es?|ed)|slip(?:s|ped)?|plung(?:es?|ed)|plummet(?:s|ed)?"
    r"|tumbl(?:es?|ed)|shrank|shrinks?|shrunk|slid|decreas(?:es?|ed)|contract(?:s|ed)|cut|lower(?:s|ed)?"
    r"|reduc(?:es?|ed)|below|eas(?:es?|ed)|halv(?:es?|ed))"
)
ENGLISH_UP_BEFORE = re.compile(rf"(?<![a-z]){UP_WORDS}{_BETWEEN}{_SIGN}")
ENGLISH_DOWN_BEFORE = re.compile(rf"(?<![a-z]){DOWN_WORDS}{_BETWEEN}{_SIGN}")
_UNIT_BEHIND = r"(?:%|\spercent|\sper\scent|-percent)?\)?\s?"
UP_BEHIND = re.compile(
    rf"{_UNIT_BEHIND}(?:(?:の)?[増增伸]|上昇|高(?![速铁校度])|に(?=[増增伸上拡])|로\s(?=[늘올높증])"
    r"|늘|증가|올[라랐]|상승|오르|높아|(?:rise|increase|gain|jump|growth|higher|more|above|surge)(?![a-z]))"
)
DOWN_BEHIND = re.compile(
    rf"{_UNIT_BEHIND}(?:(?:の)?[減减]|に(?=[落減减下縮缩])|로\s(?=[낮줄떨내감])|下落|低下|下げ|安(?![全保])"
    r"|줄|감소|내[려렸]|하락|떨어|낮아|(?:fall|drop|decline|decrease|lower|below|less|fewer|cut|slide)(?![a-z]))"
)
FROM_BEHIND = re.compile(r"[元圆%人명원]{0,2}(?:から|에서)")
TO_BEHIND = re.compile(r"[元圆%人명원]{0,2}(?:へ|に(?=[落下上増增減减拡引])|으?로\s(?=[낮내높올줄늘인]))")
# 達 and 最多 are as true of exactly so many; these are not.
OVER_BEFORE = re.compile(
    rf"(?:逾|超过了?|突破|超|(?<![a-z])(?:more\sthan|over|exceed(?:s|ed|ing)?|surpass(?:es|ed)?|top(?:s|ped))\s(?:an?\s)?){_SIGN}"
)
UNDER_BEFORE = re.compile(
    rf"(?:不到|不足|未满|未达|低于|少于|将?近|(?<!不)(?<!未)接近|(?<![a-z])(?:less\sthan|fewer\sthan|nearly|almost|just\sunder|under)"
    rf"\s(?:an?\s)?){_SIGN}"
)
# As true of exactly so many as the other of the two, but not of what the other one says.
LEAST_BEFORE = re.compile(
    r"(?:至少|最少|起码|不少于|不低于|少なくとも|最低|적어도|최소|"
    rf"(?<![a-z])(?:at\sleast|no\s(?:fewer|less)\sthan|a\sminimum\sof)\s(?:an?\s)?){_BOUND_GAP}{_SIGN}"
)
MOST_BEFORE = re.compile(
    r"(?:至多|最多|顶多|不超过|不逾|不多于|不高于|上限[为是]?|最大で?|多くとも|최대|"
    rf"(?<![a-z])(?:at\s(?:the\s)?most|no\smore\sthan|up\sto|a\smaximum\sof|not\sexceed(?:ing)?)\s(?:an?\s)?){_BOUND_GAP}{_SIGN}"
)
BEFORE = [
    ("least", LEAST_BEFORE), ("most", MOST_BEFORE),
    ("over", OVER_BEFORE), ("under", UNDER_BEFORE),
    ("up", UP_BEFORE), ("down", DOWN_BEFORE), ("up", ENGLISH_UP_BEFORE), ("down", ENGLISH_DOWN_BEFORE),
    ("from", FROM_BEFORE), ("to", TO_BEFORE),
]  # fmt: skip
OVER_BEHIND = re.compile(
    r"[元圆%人명원万亿兆]{0,3}(?:を?超|を上回|余り|[이가을를]?\s?넘|여\s?[명원]|\s?이상)"
)
UNDER_BEHIND = re.compile(
    r"[元圆%人명원万亿兆]{0,3}(?:未满|を下回|弱(?![势点化])|에?\s?못\s?미|\s?미만|\s?가까)"
)
_BOUND_UNIT = r"[元圆%人名件年月日天岁万亿兆명원개건년월]{0,4}"
_EACH = r"(?:\s(?:an?|per)\s[a-z]{3,7})?"
LEAST_BEHIND = re.compile(
    rf"{_BOUND_UNIT}(?:或?以上|起(?![草火飞]))|\s?이상|{_EACH}\s(?:or\smore|at\sleast|at\sa\sminimum)(?![a-z])"
)
MOST_BEHIND = re.compile(
    rf"{_BOUND_UNIT}(?:为限|以下|以内)|\s?이하|{_EACH}\s(?:or\s(?:less|fewer)|at\smost)(?![a-z])"
)
# Three days ago, three days later; behind a unit of time alone.
_ALONE = r"(?=\s?(?:[.,;:)。]|$))"  # two weeks after an outage: that was two weeks ago
EARLIER_BEHIND = re.compile(
    rf"(?:之前|以前|前(?![往后後来半所])|まえ|\s?전(?![체국쟁])|\s(?:ago|earlier)(?![a-z])|\s(?:before|prior){_ALONE})"
)
LATER_BEHIND = re.compile(
    rf"(?:之后|以后|后(?![来半方续果]))|\s?후(?![보반])|\s(?:later|afterwards|from\snow)(?![a-z])|\safter{_ALONE}"
)
BEHIND = [
    ("earlier", EARLIER_BEHIND), ("later", LATER_BEHIND), ("least", LEAST_BEHIND), ("most", MOST_BEHIND),
    ("up", UP_BEHIND), ("down", DOWN_BEHIND), ("from", FROM_BEHIND), ("to", TO_BEHIND),
    ("over", OVER_BEHIND), ("under", UNDER_BEHIND),
]  # fmt: skip
BOUNDS = ("least", "most")  # which small numbers have as well
CONTRARY = {
    "earlier": "later", "later": "earlier", "least": "most", "most": "least",
    "up": "down", "down": "up", "from": "to", "to": "from", "over": "under", "under": "over",
}  # fmt: skip
RANGE_BEHIND = re.compile(r"\s?[-–—~]\s?\d")
LONGEST_BEFORE = 48  # characters of "expanded at an annualized, seasonally adjusted " and a sign
FEWEST_FIGURES = 2  # by which a number is told from others that happen to be as large


def turned_motions(facts: Facts, body: Facts) -> Iterator[tuple[Quantity, Quantity]]:
    """The numbers that go one way in a text and only the other way in a body, each with the body's."""
    for number in facts.numbers:
        own = _motions(facts, number)
        if own and (_is_amount(number) or not own.isdisjoint(BOUNDS)):
            alike = _alike(number, body)
            theirs = [(one, _motions(body, one)) for one in alike]
            told = [(one, motions) for one, motions in theirs if motions]
            is_bare = len(told) < len(theirs) and len(str(number.exact_value)) < FEWEST_FIGURES
            if told and not is_bare and all(_is_contrary(own, motions) for _, motions in told):
                yield number, told[0][0]


def _is_amount(number: Quantity) -> bool:
    return not number.is_ordinal and bool(
        number.currencies
        or number.unit in ("percent", "point", "score", "person", *LENGTHS)
        or number.exact_value > 100
    )


def _alike(number: Quantity, body: Facts) -> list[Quantity]:
    """The numbers of a body that are a number, or that may be it rounded if none is: nearly ten."""
    same = [
        one
        for one in body.numbers
        if one.worths & number.worths and one.compared_unit == number.compared_unit
    ]
    return same or [one for one in body.numbers if are_told_alike(number, one)]


def _is_contrary(own: set[str], theirs: set[str]) -> bool:
    return any(CONTRARY[motion] in theirs and motion not in theirs for motion in own)


def _motions(facts: Facts, number: Quantity) -> set[str]:
    text = facts.reading.folded
    if RANGE_BEHIND.match(text, max(number.until, number.end)):  # 擴大到2010-2016年: to all of it
        return set()
    before = MARK.split(text[max(0, number.start - LONGEST_BEFORE) : number.start])[-1]
    found = {motion for motion, pattern in BEFORE if pattern.search(before)}
    if {"up", "down"} <= found:  # up after falling: which of them is the number's is not certain
        found -= {"up", "down"}
    behind = {
        motion
        for motion, pattern in BEHIND
        if pattern.match(text, number.end) or pattern.match(text, max(number.until, number.end))
    }
    return found | (behind if found.isdisjoint(CONTRARY[motion] for motion in behind) else set())


# What stands right before or behind a date: by 5 May, 5月5日前; since 5 May, 5月5日起.
UNTIL = re.compile(r"(?<![a-z])(?:before|by|until|till|prior\sto)\s(?:the\s)?(?:[a-z]+day,?\s)?$")
UNTIL_BEHIND = re.compile(r"(?:之前|以前|前(?![往后後来半夕])|截止|为止|まで)")
SINCE = re.compile(
    r"(?<![a-z])(?:after|since|from|starting(?:\son)?|beginning(?:\son)?)\s(?:the\s)?(?:[a-z]+day,?\s)?$|自$"
)
SINCE_BEHIND = re.compile(r"(?:之后|以后|后(?![来半方续])|起(?![草火飞])|以来|から|부터)")


def turned_dates(facts: Facts, body: Facts) -> Iterator[tuple[PartOfDate, PartOfDate]]:
    """The dates before which something is in a text, and since which it is in a body alone, or reversely."""
    for day in facts.dates:
        own = _sides(facts, day)
        alike = [one for one in body.dates if one.agrees(day) and one.day == day.day] if len(own) == 1 else []
        theirs = [_sides(body, one) for one in alike]
        if theirs and all(len(sides) == 1 and sides != own for sides in theirs):
            yield day, alike[0]


def _sides(facts: Facts, day: PartOfDate) -> set[str]:
    text = facts.reading.folded
    before = text[max(0, day.start - LONGEST_BEFORE) : day.start]
    is_until = UNTIL.search(before) or UNTIL_BEHIND.match(text, day.end)
    is_since = SINCE.search(before) or SINCE_BEHIND.match(text, day.end)
    return {side for side, is_so in (("until", is_until), ("since", is_since)) if is_so}
