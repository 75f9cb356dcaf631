"""Whether a text bears out the third, 第三大, the third quarter: by an ordinal, or by a count that makes it.

Only a text that prints ordinals (quarters) can be wrong about one: many leave to the reader which time it is.
"""

import re

from articles.summaries.checks.facts import Facts
from articles.text.quantities.numerals import english_values, han_value
from articles.text.quantities.quantity import Quantity
from articles.text.quantities.tables import ENGLISH_ORDINALS

SMALL = range(2, 13)  # larger ordinals are looked for as any number is
QUARTER_BEHIND = re.compile(r"\s?(?:个?季|四半期|분기)|(?:st|nd|rd|th)?[\s-]quarter")
_ORDINAL = "|".join(sorted(ENGLISH_ORDINALS, key=len, reverse=True))
QUARTERS = re.compile(
    rf"(?P<number>[一二三四1-4])(?:个?季|四半期|\s?분기)|(?<![a-z])(?P<word>{_ORDINAL})[\s-]quarter"
    r"|(?<![a-z0-9])q(?P<q>[1-4])|(?<![a-z0-9])(?P<short>[1-4])(?:q(?![a-z])|(?:st|nd|rd|th)\squarter)"
    r"|(?<!\d)(?P<from>1|4|7|10)月?\s?[-~–—至到]\s?(?:3|6|9|12)\s?月|(?P<first>首季|年初首)|(?P<last>末季)"
)
MONTHS = {"jan": 1, "apr": 2, "jul": 3, "oct": 4}
MONTHS_IN_ENGLISH = re.compile(
    r"(?<![a-z])(jan|apr|jul|oct)[a-z]{0,5}\.?(?:\s?[-–~]\s?|\sto\s|\sthrough\s)(?:mar|jun|sep|dec)"
)
# The quarter of which these speak is reckoned from the text's day, and by whom is not known.
RELATIVE = re.compile(
    r"[上本下今当前次]个?季|上期|当期|(?:this|last|next|current|previous|latest|past)\squarter|전분기|이번\s분기"
)
AGAIN = re.compile(r"[再又]|二度|重返|again|다시|재차|再び")
_N = r"(?P<{}>[一二三四五六七八九十百]{{1,5}}|[0-9]{{1,4}})"
# The third largest, 第三大, 位居第三, 3위, 3位. A rank alone bears a rank out.
RANKS = re.compile(
    rf"第{_N.format('big')}(?:大(?![会道楼使学陆])|高(?=[位的]))|(?:[居列排]在?|排名|全球|世界|全国|亚洲)第{_N.format('placed')}(?![届次季年轮回])"
    rf"|第{_N.format('place')}[位名](?![女男])|(?<![\d.]){_N.format('korean')}\s?[위位](?![원해협치기])"
    rf"|(?<![a-z])(?P<word>{_ORDINAL})[\s-](?:[a-z]{{1,12}}-)?(?:largest|biggest|highest|most|busiest|richest|place|spot)(?![a-z])"
    rf"|(?<![a-z])rank(?:s|ed|ing)?\s(?:as\s)?(?:the\s)?(?P<ranked>{_ORDINAL})(?![a-z])|(?<![a-z])no\.\s?{_N.format('no')}(?!\d)"
    r"|(?P<first>[居列]首(?!位?[都尔次])|榜首|首位)|(?P<second>[居列]次(?!要)|次席|(?<![一二三四五六七八九十两几数每再])次[高大多](?![次量的]))"
)
# What five of is made by a sixth; what is counted in a row.
TURNS = ("time", "term", "round", "year", "month", "week", "day", "country", "quarter", "")


def bears_turn(facts: Facts, number: Quantity, body: Facts) -> bool | None:
    """Whether a body bears out the how manieth a number of a summary says; None where that cannot be told.

    facts: of the summary's field. None as well for numbers that say no such thing.
    """
    if QUARTER_BEHIND.match(facts.reading.folded, number.end) and number.is_ordinal:
        return _bears_quarter(body.reading.folded, number)
    if any(start <= number.start < end for start, end, _ in _ranks(facts)):
        return _bears_rank(number, body)
    return _bears_count(number, body) if _is_turn(number) else None


def _bears_rank(number: Quantity, body: Facts) -> bool | None:
    """Whether a text prints a rank; None where it has none, or tells the same of it knows not what: to drop
    to fourth.
    """
    told = {rank for _, _, rank in _ranks(body)}
    if not told.isdisjoint(number.values):
        return True
    alone = (one for one in body.readings if one.is_ordinal and not one.unit)
    return False if told and not any(number.values & one.values for one in alone) else None


def _is_turn(number: Quantity) -> bool:
    """Whether a number says the how manieth, few enough to be told apart from other counts."""
    return number.is_ordinal and all(value in SMALL for value in number.values)


def _bears_quarter(body: str, number: Quantity) -> bool:
    """Whether a text speaks of a quarter, or of none by its number."""
    told = _quarters(body)
    return not told or bool(RELATIVE.search(body)) or not told.isdisjoint(number.values)


def _ranks(facts: Facts) -> list[tuple[int, int, int]]:
    """Where a text prints ranks, and which."""
    return [(*match.span(), _rank_of(match)) for match in RANKS.finditer(facts.reading.folded)]


def _rank_of(match: re.Match) -> int:
    if word := match["word"] or match["ranked"]:
        return english_values([word])[0][0]
    if match["first"] or match["second"]:
        return 1 if match["first"] else 2
    return han_value(next(filter(None, map(match.group, ("big", "placed", "place", "korean", "no")))))


def _bears_count(number: Quantity, body: Facts) -> bool | None:
    """Whether a text has an ordinal, or a count that makes it; None when it prints none to be told from."""
    if any(_makes(one, value) for one in body.readings for value in number.values):
        return True
    if 2 in number.values and AGAIN.search(body.reading.folded):
        return True
    others = (one for one in body.readings if _is_turn(one))
    is_quarter = QUARTER_BEHIND.match
    return False if any(not is_quarter(body.reading.folded, one.end) for one in others) else None


def _makes(one: Quantity, value: int) -> bool:
    """Whether a number says the how manieth, or so many in a row, or one fewer so far."""
    if one.is_ordinal:
        return value in one.worths
    is_counted = not one.currencies and one.unit in TURNS
    return is_counted and (value in one.values or (one.unit in TURNS[:3] and value - 1 in one.values))


def _quarters(folded: str) -> set[int]:
    found = {MONTHS[match[1]] for match in MONTHS_IN_ENGLISH.finditer(folded)}
    return found | {_quarter_of(match) for match in QUARTERS.finditer(folded)}


def _quarter_of(match: re.Match) -> int:
    if match["word"]:
        return english_values([match["word"]])[0][0]
    if match["from"]:
        return int(match["from"]) // 3 + 1
    if match["first"] or match["last"]:
        return 1 if match["first"] else 4
    return han_value(match["number"] or match["q"] or match["short"])
