"""Whether something was done or was not: 達成共識 where a body has 合意には至らなかった.

Only where one text tells an act as done alone and the other one as not done alone. Which of several was done
cannot be told from the words, so somebody is only asked to look.
"""

from collections.abc import Iterable, Iterator

from articles.summaries.checks.claims.acts.told import ACTS, Told, acts_of
from articles.summaries.checks.claims.beside import beside
from articles.summaries.checks.facts import Facts

# What is done once in a story as a rule, so that any sentence of another text that denies it is meant.
DONE_ONCE = ("agree", "sign", "pay", "apologise", "issue", "exclude", "receive", "reply", "resume")
OPPOSITE = (({True}, {False}), ({False}, {True}))


def told_otherwise(facts: Facts, others: Iterable[Facts]) -> Iterator[tuple[int, int]]:
    """Where a text tells an act as done, or as not done, of which other ones tell the opposite alone."""
    for act in DONE_ONCE:
        own = acts_of(facts)[act]
        if own and any(_are_opposite(own, acts_of(other)[act]) for other in others):
            yield own[0].start, own[0].end


def told_otherwise_beside(facts: Facts, body: Facts) -> Iterator[tuple[int, int, str]]:
    """(start, end, what the body has) of each act that the body's own sentence tells the other way alone."""
    own_acts, their_acts = acts_of(facts), acts_of(body)
    for laid in beside(facts, body):
        for act in ACTS:
            own = own_acts.within(act, laid.own)
            theirs = their_acts.within(act, laid.best) if own else []
            told = {one.is_done for one in own}, {one.is_done for one in theirs}
            if told in OPPOSITE and not any(
                one.is_done in told[0] for part in laid.others for one in their_acts.within(act, part)
            ):
                yield own[0].start, own[0].end, body.reading.quote(theirs[0].start, theirs[0].end)


def _are_opposite(own: list[Told], theirs: list[Told]) -> bool:
    told = {one.is_done for one in own}, {one.is_done for one in theirs}
    is_sure = any(one.is_sure for one in own) and any(one.is_sure for one in theirs)
    return is_sure and told in OPPOSITE
