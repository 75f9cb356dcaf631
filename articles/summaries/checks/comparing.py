"""Faults of fact: what a summary states and the body lacks, or the other language does."""

import re
from dataclasses import dataclass
from datetime import date

from articles.summaries.checks.derived import counts_from_a_year, derivations
from articles.summaries.checks.facts import Facts, facts_of
from articles.summaries.checks.findings import Finding, find
from articles.summaries.checks.form import fields
from articles.summaries.checks.names import Mention, Names
from articles.summaries.checks.support import (
    bears_date,
    bears_name,
    bears_number,
    contradicts,
    weekdays_of,
)
from articles.summaries.checks.unknown_names import strangers
from articles.text.quantities.partial_dates import PartOfDate
from articles.text.quantities.quantity import Quantity

# Words that stand for countries which are not named one by one.
TOGETHER = re.compile(
    r"[两三四各多]国|双方|各方|三方|两地|两岸|彼此|邻|区域|半岛|盟"
    r"|(?<![a-z])(?:both|either|neither|each|two|three|countries|governments|neighbou?rs?|sides|region|peninsula|all(?:y|ies))(?![a-z])"
)


CAPITAL = re.compile(r"首都|(?<![a-z])capitals?(?![a-z])")

# One of these is never implied by another word.
COUNTED_ONE_BY_ONE = ("age", "person", "term", "time", "tonne", "kilometre")


@dataclass
class Stated:
    """One fact of a summary: where it stands, and the number, date or mention itself."""

    rule: str
    fact: Quantity | PartOfDate | Mention
    field: str
    quote: str
    start: int
    is_borne: bool = True


class Side:
    """One language's words: what each field states, and what the whole of it bears out."""

    def __init__(self, language: str, words, names: Names, published: date | None):
        self.language, self.names = language, names
        self.fields = [(field, facts_of(text, names)) for field, text in fields(words) if text]
        self.whole = facts_of("\n".join(text for _, text in fields(words) if text), names, published)
        self.stated = [one for field, facts in self.fields for one in _stated(field, facts)]

    @property
    def body_mentions(self) -> list[Mention]:
        """The names outside the headline."""
        return [one.fact for one in self.stated if one.rule == "name" and one.field != "headline"]

    def shared(self) -> list[Stated]:
        """What the other language has to say as well: headlines are written freely, so not theirs."""
        return [one for one in self.stated if one.field != "headline" and one.is_borne]


def _stated(field: str, facts: Facts) -> list[Stated]:
    groups = [("number", facts.numbers), ("date", facts.dates), ("name", facts.mentions)]
    found = [
        Stated(rule, fact, field, facts.reading.quote(fact.start, fact.end), fact.start)
        for rule, group in groups
        for fact in group
    ]
    return sorted(found, key=lambda one: one.start)


def unknown_names(side: Side, body: Facts) -> list[Finding]:
    """The names that neither the glossary nor the gazetteer knows and the body does not seem to print."""
    return [
        find(side.language, field, rule, quote)
        for field, facts in side.fields
        for rule, quote in strangers(facts, body, side.language)
    ]


def against_body(side: Side, body: Facts, sides: list[Side]) -> list[Stated]:
    """The facts of one language that the body lacks; no other language has to have them then.

    A country that the body does not name is right when the other languages name it too: 脫北者 are from North
    Korea, 圓 are yen.
    """
    told = {key for other in sides if other is not side for key in other.whole.keys if "country:" in key}
    for one in side.stated:
        one.is_borne = _is_borne(one, body) or (one.rule == "name" and not told.isdisjoint(one.fact.keys))
    return [one for one in side.stated if not one.is_borne]


def _is_borne(one: Stated, body: Facts) -> bool:
    if one.rule == "date":
        return bears_date(body, one.fact)
    if one.rule == "name":
        return bears_name(body, one.fact)
    if one.fact.is_small and (not _is_precise(one.fact) or 1 in one.fact.values):
        return True
    if bears_number(body, one.fact) and not contradicts(body, one.fact):
        return True
    return any(derivations(body, one.fact)) or counts_from_a_year(body, one.fact)


def _is_precise(number: Quantity) -> bool:
    """Whether a small number is a claim of its own: the third round, three dead, two terms."""
    return bool(number.compared_unit) or number.is_ordinal or number.unit in COUNTED_ONE_BY_ONE


def across(side: Side, other: Side) -> list[Finding]:
    """What one language states and the other one lacks; the finding is on the one that lacks it."""
    missing = [one for one in side.shared() if _is_missing(one, side, other)]
    return [find(other.language, "text", f"{one.rule}_unshared", one.quote) for one in missing]


def _is_missing(one: Stated, side: Side, other: Side) -> bool:
    check = {"number": _number_is_missing, "date": _date_is_missing, "name": _name_is_missing}[one.rule]
    return check(one.fact, side, other)


def _number_is_missing(number: Quantity, side: Side, other: Side) -> bool:
    if number.is_small:
        return contradicts(other.whole, number) and _only_theirs(number, side, other)
    if not bears_number(other.whole, number) or _stands_for_another(number, side, other):
        return True
    return contradicts(other.whole, number) and _only_theirs(number, side, other)


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
    own = {key for one in side.body_mentions for key in one.keys}
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
