"""Which country does something: 中方稱人手緊張 where in the body's own clause it is 越方.

Only in Chinese, and only where a clause names one country and the body's clause with its words another one.
"""

from collections.abc import Iterator
from functools import lru_cache

from articles.summaries.checks.claims.beside import Beside, by_words
from articles.summaries.checks.clauses import CLAUSE, Part, Parts, cut_up
from articles.summaries.checks.facts import Facts
from articles.summaries.checks.names import Mention
from articles.text.quantities.reading import mask

FARTHEST = 3  # characters before a country at the beginning of a clause


def other_subjects(facts: Facts, body: Facts) -> Iterator[tuple[int, int, str]]:
    """(start, end, what the body has) of each country that begins a clause in the body's one's place."""
    if facts.language[:2] != "zh" or body.language[:2] != "zh":
        return
    for clause in _without_countries(facts):
        own = _countries(facts, clause)
        is_first = len(own) == 1 and own[0].start - clause.start <= FARTHEST
        shares = by_words(clause, _without_countries(body)) if is_first else {}
        if shares and (other := _other(own[0], Beside(clause, max(shares, key=shares.get), shares), body)):
            yield own[0].start, own[0].end, body.reading.quote(other.start, other.end)


def _other(own: Mention, laid: Beside, body: Facts) -> Mention | None:
    """The one country of the body's clause, when no clause that may be meant names the summary's."""
    named = _countries(body, laid.best)
    around = [one for part in (laid.best, *laid.others) for one in _countries(body, part)]
    if len(named) != 1 or any(not one.keys.isdisjoint(own.keys) for one in around):
        return None
    return named[0]


def _countries(facts: Facts, part: Part) -> list[Mention]:
    return [one for one in facts.mentions if part.holds(one.start) and one.is_country]


@lru_cache(maxsize=64)
def _without_countries(facts: Facts) -> Parts:
    """Its clauses, whose words are the same whichever country they are of."""
    named = [(one.start, one.end) for one in facts.mentions if one.is_country]
    return cut_up(mask(facts.reading.folded, named), CLAUSE)
