"""What one language of a summary says and the other one does not: a fact left out, or told otherwise.

Editors choose freely what each language tells, so this alone is advice. Somebody is asked to look where a
language is short beside the other, or where one number, date or place stands against another.
"""

import re
from collections.abc import Iterator
from itertools import combinations, product

from articles.summaries.checks.bearing import places_in
from articles.summaries.checks.claims.agencies import other_agencies
from articles.summaries.checks.claims.aligned.together import replaced, told_together
from articles.summaries.checks.claims.alternatives import other_alternatives
from articles.summaries.checks.claims.pairing import numbers_at_odds
from articles.summaries.checks.claims.people.deputies import other_ranks
from articles.summaries.checks.claims.people.glossed import only_in_one, other_people
from articles.summaries.checks.clauses import Part
from articles.summaries.checks.comparing import Side, Stated
from articles.summaries.checks.derived import derivations, lies_between
from articles.summaries.checks.facts import Facts
from articles.summaries.checks.findings import Finding, find
from articles.summaries.checks.names import MEETING, Mention
from articles.summaries.checks.support import (
    are_told_alike,
    bears_date,
    bears_name,
    bears_number,
    contradicts,
    weekdays_of,
)
from articles.summaries.rules import ratio_of
from articles.text.quantities.partial_dates import PartOfDate
from articles.text.quantities.quantity import Quantity

# Chinese characters for an English word. Of 86 pairs of the library and the tests all lie within; of
# pairs from which a sentence was taken nine in ten do not.
AS_LONG = (1.1, 2.1)
# Words that stand for countries which are not named one by one.
TOGETHER = re.compile(
    r"[两三四各多]国|双方|各方|三方|两地|两岸|彼此|邻|区域|半岛|盟"
    r"|(?<![a-z])(?:both|either|neither|each|two|three|countries|governments|neighbou?rs?|sides|region|peninsula|all(?:y|ies))(?![a-z])"
)


# What stands for somebody whom the other language may name.
UNNAMED = re.compile(r"对方|双方外长|(?<![a-z])counterparts?(?![a-z])")
PART_OF = re.compile(
    r"其中|当中|うち|가운데|(?<![a-z])(?:of\s(?:which|whom|them|these|those)|among\sthem)(?![a-z])"
)
LONGEST_PART_OF = 40  # characters between a number and its part
CAPITAL = re.compile(r"首都|(?<![a-z])capitals?(?![a-z])")


def unshared(sides: list[Side], body: Facts | None) -> list[Finding]:
    """What one language states and another one lacks; each finding is on the one that lacks it."""
    pairs = list(combinations(sides, 2))
    asked = [finding for one, other in pairs for finding in _of_others(one, other, body)]
    told = [finding for one, other in pairs for finding in _between(one, other, body)]
    return asked + [one for one in told if not any(_is_part_of(one, other) for other in asked)]


def _is_part_of(one: Finding, other: Finding) -> bool:
    """Whether a finding says of a number without its unit what another one asks about."""
    return one.rule.startswith("number") and one.language == other.language and one.quote in other.quote


def _of_others(one: Side, other: Side, body: Facts | None) -> Iterator[Finding]:
    """What each language has in the place of what the other has: other people, bodies, words and numbers."""
    ours, theirs = _people(one, other, body)
    agencies, others = other_agencies(one.whole, other.whole, body)
    claims = [claim(one.told, other.told, body) for claim in (other_alternatives, other_ranks)]
    words, instead = ([quote for row in rows for quote in row] for rows in zip(*claims, strict=True))
    for lacking, quotes in ((other, [*ours, *agencies]), (one, [*theirs, *others])):
        for quote in quotes:
            yield find(lacking.language, "text", "name_left_out", quote)
    for lacking, quotes in ((other, words), (one, instead)):
        for quote in quotes:
            yield find(lacking.language, "text", "word_left_out", quote)
    for own, their in replaced(one.told, other.told):
        if _is_part_of_it(own, their, body):
            continue
        rule = "number_left_out" if isinstance(own, Quantity) else "name_left_out"
        yield find(other.language, "text", rule, _quote_of(one.told, own))
        yield find(one.language, "text", rule, _quote_of(other.told, their))
    for own, their in numbers_at_odds(one.told, other.told):
        if _stand_apart(own, their, body) or _is_made_of(own, their, body) or _is_made_of(their, own, body):
            continue
        if _is_part_of_it(own, their, body):
            continue
        yield find(other.language, "text", "number_left_out", one.told.quote_of(own))
        yield find(one.language, "text", "number_left_out", other.told.quote_of(their))


def _quote_of(facts: Facts, fact) -> str:
    return facts.reading.quote(fact.start, max(fact.end, getattr(fact, "until", 0)))


def _people(one: Side, other: Side, body: Facts | None) -> tuple[list[str], list[str]]:
    if one.language == "en":
        return _people(other, one, body)[::-1]
    found = only_in_one(one.whole, other.whole, body) if body else ([], [])
    if any(found) or other.language != "en":
        return found
    if any(UNNAMED.search(side.told.reading.folded) for side in (one, other)):
        return [], []
    return other_people(one.told, other.told, body, one.names)


def _between(one: Side, other: Side, body: Facts | None) -> list[Finding]:
    ours, theirs = _missing(one, other), _missing(other, one)
    asked = [
        *_at_odds(ours, theirs, body),
        *_left_out(one, other, ours),
        *_left_out(other, one, theirs),
        *_placeless(one, other, ours),
        *_placeless(other, one, theirs),
    ]
    return [
        find(side.language, "text", f"{each.rule}_{'left_out' if each in asked else 'unshared'}", each.quote)
        for side, missing in ((other, ours), (one, theirs))
        for each in missing
    ]


def _missing(side: Side, other: Side) -> list[Stated]:
    return [one for one in side.shared() if _is_missing(one, side, other)]


def _at_odds(ours: list[Stated], theirs: list[Stated], body: Facts | None) -> list[Stated]:
    """What stands in one language against another thing in the other: days, or the one fact of each."""
    for kind in ("date", "weekday"):
        days = [[each for each in row if _kind_of(each) == kind] for row in (ours, theirs)]
        rivals = [pair for pair in product(*days) if not _are_told_apart(*pair, body)]
        if rivals:
            return [each for pair in rivals for each in pair]
    if len(ours) == len(theirs) == 1 and not _are_told_apart(*ours, *theirs, body):
        kinds = {_kind_of(each) for each in (*ours, *theirs)}
        return [*ours, *theirs] if len(kinds) == 1 and kinds != {""} else []
    return []


def _are_told_apart(one: Stated, other: Stated, body: Facts | None) -> bool:
    return _stand_apart(one.fact, other.fact, body)


def _stand_apart(one, other, body: Facts | None) -> bool:
    """Whether a body has both of two facts, and never in one sentence: each language tells one of them."""
    if body is None:
        return False
    first, second = (
        {body.sentences.number_of(start) for start, _ in places_in(body, fact)} for fact in (one, other)
    )
    return bool(first and second) and first.isdisjoint(second)


def _is_made_of(number: Quantity, part: Quantity, body: Facts | None) -> bool:
    """Whether a body has a number as what another one of it comes to: what three cost, and what each does."""
    return body is not None and any(
        one.worths & part.worths for pair in derivations(body, number) for one in pair
    )


def _is_part_of_it(own, their, body: Facts | None) -> bool:
    """Whether a body tells one of two numbers as a part of the other: 17 were boarded, six of them held."""
    if body is None or not all(isinstance(fact, Quantity) for fact in (own, their)):
        return False
    first, second = ([place for place, _ in places_in(body, fact)] for fact in (own, their))
    between = (body.reading.folded[min(pair) : max(pair)] for pair in product(first, second))
    return any(len(text) <= LONGEST_PART_OF and PART_OF.search(text) for text in between)


def _kind_of(one: Stated) -> str:
    """What a fact tells; "" when it may tell something else than another one of its kind."""
    if one.rule == "number":
        return one.fact.compared_unit or " ".join(sorted(one.fact.currencies))
    if one.rule == "date":
        return "date" if one.fact.weekday is None else "weekday"
    is_city = any(key.startswith("city:") for key in one.fact.keys)
    return "place" if one.fact.is_in_place or is_city else ""


def _left_out(side: Side, other: Side, missing: list[Stated]) -> list[Stated]:
    """What another language lacks that is short beside this one, as when a sentence was lost."""
    return missing if _is_short(other, side) else []


def _placeless(side: Side, other: Side, missing: list[Stated]) -> Iterator[Stated]:
    """The places of meetings of which the other language tells without any place."""
    pairs = told_together(side.told, other.told) if any(map(_is_held_in, missing)) else []
    for one in filter(_is_held_in, missing):
        own, their = next((pair for pair in pairs if one.quote in _printed(side, pair[0])), (None, None))
        if own and MEETING.search(their.text) and not _names_a_place(other, their):
            yield one


def _is_held_in(one: Stated) -> bool:
    return one.rule == "name" and one.fact.is_meeting_place


def _printed(side: Side, part: Part) -> str:
    return side.told.reading.quote(part.start, part.end)


def _names_a_place(side: Side, part: Part) -> bool:
    return any(one.is_in_place and part.holds(one.start) for one in side.told.mentions)


def _is_short(side: Side, other: Side) -> bool:
    if "en" not in (side.language, other.language):
        return False
    least, most = AS_LONG
    if side.language == "en":
        ratio = ratio_of(other.text, side.text)
        return ratio is not None and ratio > most
    ratio = ratio_of(side.text, other.text)
    return ratio is not None and ratio < least


def _is_missing(one: Stated, side: Side, other: Side) -> bool:
    check = {"number": _number_is_missing, "date": _date_is_missing, "name": _name_is_missing}[one.rule]
    return check(one.fact, side, other)


def _number_is_missing(number: Quantity, side: Side, other: Side) -> bool:
    if number.is_small:
        return contradicts(other.whole, number) and _only_theirs(number, side, other)
    if _is_told_otherwise(number, side, other):
        return False
    if not bears_number(other.whole, number) or _stands_for_another(number, side, other):
        return True
    return contradicts(other.whole, number) and _only_theirs(number, side, other)


def _is_told_otherwise(number: Quantity, side: Side, other: Side) -> bool:
    """Whether another language rounds a number, or tells what it is worked out from or what it makes."""
    if any(are_told_alike(one, number) for one in other.whole.numbers):
        return True
    if any(number in pair for one in other.whole.numbers for pair in derivations(side.whole, one)):
        return True
    return any(derivations(other.whole, number)) or lies_between(other.whole, number)


def _stands_for_another(number: Quantity, side: Side, other: Side) -> bool:
    """Whether the other language has such a number only in a unit in which this one has it as well.

    Of 20 firms and 20 per cent, one is missing when the other language says 20 per cent alone.
    """
    alike = [one for one in other.whole.readings if one.worths & number.worths]
    units = {one.compared_unit for one in alike}
    if number.compared_unit or not units or "" in units or number.worths & other.whole.implied:
        return False
    return any(one.compared_unit in units and one.worths & number.worths for one in side.whole.numbers)


def _only_theirs(number: Quantity, side: Side, other: Side) -> bool:
    """Whether the other language counts something else in the same unit that this one does not count."""
    theirs = [one for one in other.whole.numbers if one.compared_unit == number.compared_unit]
    return any(not bears_number(side.whole, one) or contradicts(side.whole, one) for one in theirs)


def _date_is_missing(stated: PartOfDate, side: Side, other: Side) -> bool:
    if stated.weekday is not None:
        theirs = {one.weekday for one in other.whole.dates if one.weekday is not None}
        return bool(theirs) and stated.weekday not in theirs | weekdays_of(other.whole)
    known = other.whole.all_dates
    if stated.month is None and stated.day is None:
        return stated.year not in other.whole.years
    if stated.year and stated.year in other.whole.years:
        return not bears_date(other.whole, stated)
    # The year beside a month or day may be left out in one language.
    yearless = PartOfDate(0, 0, month=stated.month, day=stated.day)
    years = {one.year for one in known if one.year and one.month == stated.month and one.day == stated.day}
    if stated.year and years and stated.year not in years:
        return True
    return not bears_date(other.whole, yearless)


def _name_is_missing(mention: Mention, side: Side, other: Side) -> bool:
    if bears_name(other.whole, mention):
        return _meets_elsewhere(mention, side, other)
    topics = [side.names.by_key[key] for key in mention.keys if key.startswith("topic:")]
    if topics and (mention.is_in_place or not mention.is_capital):
        return all(topic.has_label_for(other.language) for topic in topics)
    if mention.is_capital and mention.is_meeting_place and _says_no_place(other, mention):
        return True
    return _is_swapped(mention, side, other) or _is_left_out(mention, side, other)


def _says_no_place(other: Side, mention: Mention) -> bool:
    """Whether a language does not say that something was at a capital, nor in its country."""
    places = {key for one in other.whole.mentions if one.is_in_place for key in one.keys}
    return places.isdisjoint(mention.keys) and not CAPITAL.search(other.whole.reading.folded)


def _is_left_out(mention: Mention, side: Side, other: Side) -> bool:
    """Whether the other language lacks a city, or names the other countries one by one, but not this one."""
    if all(key.startswith("city:") for key in mention.keys):
        return True
    if not mention.is_country or len(mention.keys) > 1 or TOGETHER.search(other.whole.reading.folded):
        return False
    own = {key for one in side.body_mentions if one.is_country for key in one.keys} - mention.keys
    theirs = {key for one in other.body_mentions if one.is_country for key in one.keys}
    return bool(own) and own <= theirs


def _meets_elsewhere(mention: Mention, side: Side, other: Side) -> bool:
    """Whether a text puts at a capital what the other one puts at a place that this text does not know."""
    if not (mention.is_capital and mention.is_in_place):
        return False
    theirs = [one for one in other.body_mentions if one.is_in_place and not one.is_country]
    is_theirs = any(one.keys & mention.keys for one in theirs)
    own = {key for one in side.body_mentions if not one.is_country for key in one.keys}
    return bool(theirs) and not is_theirs and not any(one.keys & own for one in theirs)


def _is_swapped(mention: Mention, side: Side, other: Side) -> bool:
    """Whether each language names a country, capital or body that the other does not.

    One of them alone may say "the two neighbours" instead.
    """
    kind = _kind(mention)
    return any(
        _kind(one) == kind and not bears_name(side.whole, one) for one in other.whole.mentions if one.keys
    )


def _kind(mention: Mention) -> str:
    return "capital" if mention.is_capital else min(mention.keys).partition(":")[0]
