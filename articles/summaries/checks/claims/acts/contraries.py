"""Acts told instead of their contrary: a visit cancelled where a body has it postponed.

Nobody can tell from words alone which act is meant, so somebody is only asked to look: where a text has the
one, another text has the other and never the one, and none at all bears the one out.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from articles.summaries.checks.claims.wording import Wording
from articles.summaries.checks.facts import Facts
from articles.text.words import rows

# A verb with one of these is another verb: a rocket that lifts off lifts nothing.
PARTICLE = re.compile(r"\s(?:off|up|out|down|over|away|back|on|in)(?![a-z])")
# Who gives an interview, or is treated, accepts nothing.
UNDERGOES = re.compile(r"接受[\u4e00-\u9fff《》]{0,8}?(?:采访|专访|访问|治疗|手术|检查|培训)")
LOOSE = "?"  # behind a word of the list that may mean something else as well


class Act(NamedTuple):
    """One side of a pair of contraries. is_sure: told in a word that means nothing else."""

    pair: int
    side: bool
    is_sure: bool

    @property
    def contrary(self) -> "Act":
        return self._replace(side=not self.side)


def contrary_acts(facts: Facts, others: Iterable[Facts]) -> Iterator[tuple[int, int]]:
    """Where a text tells an act of which others tell the contrary alone."""
    own = _told(facts.reading.folded)
    theirs = [_told(other.reading.folded) for other in others] if own else []
    for act, span in own.items():
        is_told = any(act in other or act._replace(is_sure=False) in other for other in theirs)
        if (
            _tells_only(own, act)
            and not is_told
            and any(_tells_only(other, act.contrary) for other in theirs)
        ):
            yield span


def _tells_only(told: dict[Act, tuple[int, int]], act: Act) -> bool:
    """Whether a text tells an act surely, and its contrary in no word."""
    contrary = act.contrary
    return act.is_sure and act in told and not {contrary, contrary._replace(is_sure=False)} & told.keys()


@lru_cache(maxsize=256)  # the body and its sentences are asked for each language
def _told(folded: str) -> dict[Act, tuple[int, int]]:
    """Where a text tells each act first."""
    return dict(sorted(acts_in(folded), key=lambda one: one[1], reverse=True))


@lru_cache(maxsize=64)  # another claim asks as well
def acts_in(folded: str) -> tuple[tuple[Act, tuple[int, int]], ...]:
    """Each act that a text tells, with each of its places."""
    return tuple(
        (act._replace(is_sure=act.is_sure and not _is_another_verb(folded, *span)), span)
        for act, span in _acts().find(folded)
    )


def _is_another_verb(folded: str, start: int, end: int) -> bool:
    return bool(PARTICLE.match(folded, end) or UNDERGOES.match(folded, start))


@lru_cache(maxsize=1)
def _acts() -> Wording[Act]:
    """What is done once, and what instead of it."""
    return _wording("contraries", shortest=2)


@lru_cache(maxsize=1)
def opposites() -> Wording[Act]:
    """What one text may tell either way of two things."""
    return _wording("opposites", shortest=1)


def _wording(name: str, shortest: int) -> Wording[Act]:
    """The words of a list of contraries. shortest: characters of one that means nothing else."""
    return Wording(
        (word.rstrip(LOOSE), Act(pair, bool(side), not word.endswith(LOOSE) and len(word) >= shortest))
        for pair, row in enumerate(rows(name))
        for side, words in enumerate(row.split("="))
        for word in words.split()
    )
