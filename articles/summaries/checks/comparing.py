"""Faults of fact: what a summary states and the body lacks."""

import re
from dataclasses import dataclass
from datetime import date

from articles.summaries.checks.claims.turns import bears_turn
from articles.summaries.checks.derived import derivations, is_fiscal_year, is_of_others, lies_between
from articles.summaries.checks.facts import Facts, facts_of
from articles.summaries.checks.findings import Finding, find
from articles.summaries.checks.form import fields
from articles.summaries.checks.names import Mention, Names
from articles.summaries.checks.support import (
    HOME,
    bears_date,
    bears_name,
    bears_number,
    contradicts,
    dates_beside,
    is_unreadable,
    weekdays_of,
)
from articles.summaries.checks.transcriptions import family_names
from articles.summaries.checks.unknown_names import strangers
from articles.text.quantities.partial_dates import PartOfDate
from articles.text.quantities.quantity import THINGS, Quantity

# One of these is never implied by another word.
COUNTED_ONE_BY_ONE = ("age", "person", "term", "time", "tonne", "kilometre", "mile", "nautical_mile")
REST = re.compile(
    r"[未没不无余]|剩|(?<![a-z])(?:not|no|without|rest|remain[a-z]*|others?|unused|empty|fail[a-z]*)(?![a-z])|n['’]t"
)
PLACES = tuple("名位大强")  # of a list
PAIR = 2  # ships that collide, countries that meet


@dataclass
class Stated:
    """One fact of a summary: where it stands, and the number, date or mention itself.

    facts: of its field. whole: of all the words of its language.
    """

    rule: str
    fact: Quantity | PartOfDate | Mention
    field: str
    quote: str
    start: int
    facts: Facts
    whole: Facts
    is_borne: bool = True


class Side:
    """One language's words: what each field states, and what the whole of it bears out."""

    def __init__(self, language: str, words, names: Names, published: date | None):
        self.language, self.names, self.text = language, names, words.text
        self.fields = [(field, facts_of(text, names)) for field, text in fields(words) if text]
        self.whole = facts_of("\n".join(text for _, text in fields(words) if text), names, published)
        own = [text for field, text in fields(words) if text and field != "headline"]
        self.told = facts_of("\n".join(own), names)  # headlines are written freely
        self.stated = [one for field, facts in self.fields for one in _stated(field, facts, self.whole)]

    @property
    def body_mentions(self) -> list[Mention]:
        """The names outside the headline."""
        return [one.fact for one in self.stated if one.rule == "name" and one.field != "headline"]

    def shared(self) -> list[Stated]:
        """What the other language has to say as well: headlines are written freely, so not theirs."""
        return [one for one in self.stated if one.field != "headline" and one.is_borne]


def _stated(field: str, facts: Facts, whole: Facts) -> list[Stated]:
    groups = [("number", facts.numbers), ("date", facts.dates), ("name", facts.mentions)]
    found = [
        Stated(rule, fact, field, facts.reading.quote(fact.start, fact.end), fact.start, facts, whole)
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
        one.is_borne = _is_borne(one, body, side.names) or (
            one.rule == "name" and not one.fact.is_capital_as_place and not told.isdisjoint(one.fact.keys)
        )
    return [one for one in side.stated if not one.is_borne]


def _is_borne(one: Stated, body: Facts, names: Names) -> bool:
    if one.rule == "date":
        return bears_date(body, one.fact) and not _is_of_another_day(one)
    if one.rule == "name":
        return (
            bears_name(body, one.fact)
            or is_unreadable(body, one.fact, names)
            or _is_left_to_reader(one, body)
            or (one.fact.is_part and _is_of_somebody_else(one, body))
        )
    if (told := bears_turn(one.facts, one.fact, body)) is not None:
        return told
    if one.fact.is_small and (not _is_precise(one.fact) or 1 in one.fact.values or _is_of_first(one)):
        return True
    if bears_number(body, one.fact) and not contradicts(body, one.fact):
        return True
    if any(derivations(body, one.fact, is_rest=_is_rest(one))) or lies_between(body, one.fact):
        return True
    return is_fiscal_year(one.facts, one.fact, body) or is_of_others(one.facts, one.fact, body)


def _is_left_to_reader(one: Stated, body: Facts) -> bool:
    """Whether a country is the report's own, which names none: 國考 are the civil service exams of China."""
    is_home = one.fact.is_country and HOME.get(body.language) in one.fact.keys
    return is_home and not any(other.is_country for other in body.mentions)


def _is_of_somebody_else(one: Stated, body: Facts) -> bool:
    """Whether a family name alone may be of somebody whom no glossary knows: Mr Wang of 王先生."""
    return any(han in body.reading.folded for han in family_names().get(one.quote.lower(), ()))


def _is_of_first(one: Stated) -> bool:
    """Whether a number says how many of a list come first, which a text tells by their places: 前三名."""
    folded, end = one.facts.reading.folded, one.fact.end
    return folded[max(0, one.start - 1) : one.start] == "前" and folded[end : end + 1] in PLACES


def _is_rest(one: Stated) -> bool:
    """Whether a clause of a summary tells what is not so, or what is left."""
    return bool(REST.search(one.facts.clauses.at(one.start).text))


def _is_of_another_day(one: Stated) -> bool:
    """Whether a weekday stands right beside a date of the summary that falls on another."""
    if one.fact.weekday is None:
        return False
    dates = dates_beside(one.facts, one.fact)
    return any(one.fact.weekday not in weekdays_of(one.whole, date) for date in dates)


def _is_precise(number: Quantity) -> bool:
    """Whether a small number is a claim of its own: the third round, three dead, two terms."""
    is_counted = number.unit in COUNTED_ONE_BY_ONE or (number.unit in THINGS and number.exact_value > PAIR)
    return bool(number.compared_unit) or number.is_ordinal or is_counted
