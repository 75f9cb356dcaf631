"""What a body has where a summary has another one of its kind: a fact of something else, an act turned round.

Of all that a body tells of a kind, the one is meant around which most stands of what stands around the
summary's. Where it says something else, and little speaks for any other that says the same, one of the two is
told wrongly.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from articles.summaries.checks.claims.aligned.kinds import Told, is_of_words, is_sure, kinds
from articles.summaries.checks.claims.aligned.shared import Shared, shared
from articles.summaries.checks.facts import Facts
from articles.summaries.checks.support import HOME, bears_number

# How much has to speak for a place before somebody is asked to look, and before it is surely the one.
LEAST, CERTAIN = 0.8, 1.6
LEAST_OF_NAME = 1.3  # of names, of which a sentence has several
LEAST_OF_AMOUNT = 4  # a summary reckons: all but in the words of the body
# What may speak for another place that says the same, as a part of what speaks for the best.
RIVAL, NO_RIVAL = 0.4, 0.25
DATES = ("month", "day")
MANY = 4  # times that a body prints what it is all about


class Rival(NamedTuple):
    """A word of a text with what a body has instead. is_certain: whether nothing else can be meant."""

    start: int
    end: int
    instead: str
    is_certain: bool


def rivals(facts: Facts, body: Facts) -> Iterator[Rival]:
    """The words of a text in whose place a body has something else."""
    common, theirs = shared(facts, body), kinds(body)
    for kind, own in kinds(facts).items():
        known = theirs.get(kind, [])
        if not known or all(one.may_agree(other) for one in own for other in known):
            continue
        for one in own:
            # What a body lacks is told of by itself.
            is_told = not one.amount or bears_number(body, one.amount)
            if is_told and is_sure(one, facts) and (found := _rival(one, own, known, common)):
                yield found


def _rival(one: Told, own: list[Told], known: list[Told], common: Shared) -> Rival | None:
    support, best = _best(one, known, common)
    if support < _least(one.kind) or best.may_agree(one) or not is_sure(best, common.body):
        return None
    if one.kind in DATES and is_of_words(best, common.body) != is_of_words(one, common.facts):
        return None
    if _is_left_to_reader(one, known, common) or (one.kind == "country" and _is_joined(one, best, common)):
        return None
    if _is_in_sentence(best, own, common.facts, one) or _is_in_sentence(one, known, common.body, best):
        return None
    if one.amount or one.kind == "turn":  # a body may count the same in other units, or in none
        known = [*known, *_amounts_alike(one, common.body)]
        if _is_in_sentence(one, known, common.body, best):
            return None
    same, _ = _best(one, [other for other in known if other.may_agree(one)], common)
    is_near = not one.amount and _is_next(one, known, common.body, best)
    if same > RIVAL * support or (is_near and support < CERTAIN):
        return None
    is_certain = support >= CERTAIN and same <= NO_RIVAL * support and not is_near
    return Rival(one.start, one.end, common.body.reading.quote(best.start, best.end), is_certain)


def _least(kind: str) -> float:
    if kind.startswith("amount"):
        return LEAST_OF_AMOUNT
    return LEAST if kind.startswith(("act", "way", "month")) else LEAST_OF_NAME


def _amounts_alike(one: Told, body: Facts) -> list[Told]:
    return [
        one._replace(start=other.start, end=other.end)
        for other in body.readings
        if not other.worths.isdisjoint(one.values)
    ]


def _best(one: Told, known: Iterable[Told], common: Shared) -> tuple[float, Told]:
    """What speaks most for telling the same as a word, and how much does."""
    supports = ((common.support((one.start, one.end), (other.start, other.end)), other) for other in known)
    return max(
        supports, key=lambda each: (each[0], each[1].is_sure, each[1].end - each[1].start), default=(0, one)
    )


def _is_left_to_reader(one: Told, known: list[Told], common: Shared) -> bool:
    """Whether a body may mean a country, place or day that it does not print again.

    Its own country, what it is all about, and what it prints in other letters.
    """
    if one.kind not in ("country", "place", "month", "day"):
        return False
    printed = sum(other.may_agree(one) for other in known)
    return not 0 < printed < MANY or HOME.get(common.body.language) in one.values


def _is_joined(one: Told, place: Told, common: Shared) -> bool:
    """Whether the sentence around a word tells numbers that a body has in other sentences than a place's.

    Where two sentences are told as one, the country of one of them stands beside what is told of the other's.
    """
    own, their = common.facts.sentences.at(one.start), common.body.sentences.at(place.start)
    numbers = [number for number in common.facts.numbers if own.holds(number.start) and not number.is_small]
    rows = [[other for other in common.body.readings if other.worths & number.worths] for number in numbers]
    return any(row and not any(their.holds(other.start) for other in row) for row in rows)


def _is_in_sentence(one: Told, known: list[Told], facts: Facts, place: Told) -> bool:
    """Whether something that says the same stands in the sentence around a place."""
    sentence = facts.sentences.at(place.start)
    return any(sentence.holds(other.start) and other.may_agree(one) for other in known)


def _is_next(one: Told, known: list[Told], body: Facts, place: Told) -> bool:
    """Whether something that says the same stands in a sentence beside the one around a place."""
    beside = body.sentences.next_to(body.sentences.at(place.start))
    return any(part.holds(other.start) and other.may_agree(one) for part in beside for other in known)
