"""Facts that a body tells of something else: 延長半年 where it says 延長一年, and elsewhere 六個月.

Each clause of a summary in the body's own language is laid beside the sentences of the body. Where one that
shares most of its words has another fact of the kind, and those that have the summary's fact share little
with the clause, somebody is asked to look.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from articles.summaries.checks.claims.agencies import Agency, agencies
from articles.summaries.checks.claims.beside import LEAST_ALIKE, Beside, beside
from articles.summaries.checks.claims.pairing import are_alike, are_of_a_kind, told
from articles.summaries.checks.clauses import Part
from articles.summaries.checks.facts import Facts
from articles.summaries.checks.names import Mention
from articles.text.quantities.quantity import Quantity

FEW = frozenset(range(2, 13))


class Kind(NamedTuple):
    """Facts of a kind in a text and in a body; when two are one, and when one may stand for the other."""

    own: Sequence
    theirs: Sequence
    is_same: Callable
    is_rival: Callable


def told_of_others(facts: Facts, body: Facts) -> Iterator[tuple[int, int, str]]:
    """(start, end, what the body has) of each fact of a text that the body tells of something else."""
    kinds = _kinds(facts, body)
    for laid in beside(facts, body):
        for kind in kinds:
            for fact, instead in _told_instead(laid, kind, body):
                yield fact.start, _end(fact), body.reading.quote(instead.start, _end(instead))


def _told_instead(laid: Beside, kind: Kind, body: Facts) -> Iterator[tuple]:
    """The facts of a clause that stand far from the sentence that tells it, with what it has."""
    theirs = _within(kind.theirs, laid.best)
    for fact in _within(kind.own, laid.own) if theirs else ():
        rivals = [one for one in theirs if kind.is_rival(fact, one)]
        rivals = [one for one in rivals if not any(kind.is_same(each, one) for each in kind.own)]
        alike = [one for one in kind.theirs if kind.is_same(fact, one)] if rivals else ()
        # What a body lacks is told of by itself, but for turns, which many a number may make.
        is_asked = bool(alike) or (bool(rivals) and kind.is_rival is _are_rival_turns)
        if is_asked and not any(_may_be_told(one.start, laid, body) for one in alike):
            yield fact, rivals[0]


def _may_be_told(place: int, laid: Beside, body: Facts) -> bool:
    """Whether the sentence at a place tells the clause too, or goes on with what tells it."""
    is_next = abs(body.sentences.number_of(place) - body.sentences.number_of(laid.best.start)) <= 1
    return is_next or laid.told_at(place) >= LEAST_ALIKE


def replaced(one: Facts, other: Facts) -> Iterator[tuple]:
    """The facts that each of two languages has in the other's place, where they tell one thing."""
    kinds = _kinds(one, other)
    for own, their in told_together(one, other):
        for kind in [*kinds, *_kinds_of_numbers(one, other)]:
            ours = [fact for fact in _within(kind.own, own) if not _is_among(fact, kind.theirs, kind)]
            theirs = [fact for fact in _within(kind.theirs, their) if not _is_among(fact, kind.own, kind)]
            if kind.is_rival is are_of_a_kind:
                ours = [fact for fact in ours if not _is_told_in(fact, other, their)]
                theirs = [fact for fact in theirs if not _is_told_in(fact, one, own)]
            if len(ours) == len(theirs) == 1 and kind.is_rival(ours[0], theirs[0]):
                yield ours[0], theirs[0]


def _kinds_of_numbers(one: Facts, other: Facts) -> list[Kind]:
    rows = (_counts(one), _counts(other)), (_few(one), _few(other))
    return [Kind(ours, theirs, are_alike, are_of_a_kind) for ours, theirs in rows]


@lru_cache(maxsize=64)
def _few(facts: Facts) -> list[Quantity]:
    """The counts that languages say in words, of things in no table of units as well."""
    return [one for one in told(facts) if one.values <= FEW and not (one.is_ordinal or one.currencies)]


def told_together(one: Facts, other: Facts) -> list[tuple[Part, Part]]:
    """The sentences of two languages that tell one thing."""
    pairs = [(laid.own, laid.best) for laid in beside(one, other)]
    pairs += [(laid.best, laid.own) for laid in beside(other, one)]
    return list(dict.fromkeys(pairs))


def _is_told_in(number: Quantity, facts: Facts, part: Part) -> bool:
    """Whether a sentence has a number in any sense: the fourth of them makes four."""
    return any(not number.worths.isdisjoint(one.worths) for one in _within(facts.readings, part))


def _is_among(fact, facts: Sequence, kind: Kind) -> bool:
    return any(kind.is_same(fact, one) for one in facts)


def _kinds(facts: Facts, body: Facts) -> list[Kind]:
    kinds = [
        Kind(_counts(facts), _counts(body), are_alike, _are_rival_numbers),
        Kind(_turns(facts), _turns(body), _are_one_turn, _are_rival_turns),
        Kind(agencies(facts), agencies(body), _are_one_agency, _are_rival_agencies),
        Kind(_places(facts), _places(body), _are_one_name, _are_rival_places),
        Kind(_press(facts), _press(body), _are_one_name, _are_rival_names),
        Kind(_firms(facts), _firms(body), _are_one_name, _are_rival_names),
    ]
    # In two languages numbers are rounded and reckoned, and bodies called by other names.
    is_of_one = facts.language[:2] == body.language[:2]
    return kinds if is_of_one else [one for one in kinds if one.is_rival not in IN_ONE_LANGUAGE]


@lru_cache(maxsize=64)  # a body is asked for each language, and for each change of a summary
def _counts(facts: Facts) -> list[Quantity]:
    """The numbers that say what they count."""
    return [one for one in told(facts) if (one.unit or one.currencies) and not one.is_ordinal]


def _are_rival_numbers(one: Quantity, other: Quantity) -> bool:
    return are_of_a_kind(one, other) and not are_alike(one, other)


@lru_cache(maxsize=64)
def _turns(facts: Facts) -> list[Quantity]:
    """The numbers that say the how manieth; years of an era, quarters and the first five months aside.

    The first is left out too: languages have too many words for it.
    """
    counted = {one.start - 1 for one in facts.numbers if not one.is_ordinal}
    turns = (
        one for one in facts.numbers if one.is_ordinal and one.end not in counted and 1 not in one.values
    )
    return [one for one in turns if one.unit not in ("year", "month", "quarter")]


def _are_one_turn(one: Quantity, other: Quantity) -> bool:
    return not one.worths.isdisjoint(other.worths)


def _are_rival_turns(one: Quantity, other: Quantity) -> bool:
    units = {one.unit, other.unit}
    return one.worths.isdisjoint(other.worths) and (len(units) == 1 or "" in units)


def _are_one_agency(one: Agency, other: Agency) -> bool:
    return one.field == other.field


def _are_rival_agencies(one: Agency, other: Agency) -> bool:
    return one.field != other.field


def _places(facts: Facts) -> list[Mention]:
    return _named(facts, ("city:", "capital:"))


def _press(facts: Facts) -> list[Mention]:
    return _named(facts, ("agency:",))


def _firms(facts: Facts) -> list[Mention]:
    return _named(facts, ("company:",))


@lru_cache(maxsize=256)
def _named(facts: Facts, kinds: tuple[str, ...]) -> list[Mention]:
    return [one for one in facts.mentions if any(key.startswith(kinds) for key in one.keys)]


def _are_one_name(one: Mention, other: Mention) -> bool:
    return not one.keys.isdisjoint(other.keys)


def _are_rival_names(one: Mention, other: Mention) -> bool:
    return not _are_one_name(one, other)


def _are_rival_places(one: Mention, other: Mention) -> bool:
    return one.is_in_place and other.is_in_place and not _are_one_name(one, other)


IN_ONE_LANGUAGE = (_are_rival_numbers, _are_rival_agencies)


def _within(facts: Sequence, part: Part) -> list:
    return [one for one in facts if part.start <= one.start < part.end]


def _end(fact) -> int:
    return max(fact.end, getattr(fact, "until", 0))
