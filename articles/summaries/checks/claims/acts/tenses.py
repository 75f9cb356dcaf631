"""Whether something is done or only planned: 已簽署 where the body has 將簽署, opened for will open.

Only acts that both say are done, or are to be, are looked at; most Chinese sentences leave it to the reader.
"""

from collections.abc import Iterator

from articles.summaries.checks.claims.acts.told import ACTS, Told, acts_of
from articles.summaries.checks.claims.beside import beside
from articles.summaries.checks.facts import Facts


def told_in_another_time(facts: Facts, body: Facts) -> Iterator[tuple[int, int, str]]:
    """(start, end, what the body has) of each act that is done in a text and planned in the body, or not."""
    for laid in beside(facts, body):
        for act in ACTS:
            own = _timed(acts_of(facts).within(act, laid.own))
            theirs = _timed(acts_of(body).within(act, laid.best)) if own else []
            times = {one.is_over for one in own}, {one.is_over for one in theirs}
            if len(times[0]) == len(times[1]) == 1 and times[0] != times[1]:
                yield *own[0].word, body.reading.quote(*theirs[0].word)


def _timed(told: list[Told]) -> list[Told]:
    return [one for one in told if one.is_over is not None]
