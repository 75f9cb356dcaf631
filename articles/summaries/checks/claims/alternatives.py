"""Whether two languages of a summary have different ones of a kind: spring and 秋天, navy and 海警."""

from collections import defaultdict
from functools import lru_cache

from articles.summaries.checks.claims.wording import Wording
from articles.summaries.checks.facts import Facts
from articles.text.words import rows


def other_alternatives(one: Facts, other: Facts, body: Facts | None) -> tuple[list[str], list[str]]:
    """The words of each of two texts for one of a kind, where the other has another of it instead.

    An article that has both may tell them of two things.
    """
    ours, theirs = _told(one.reading.folded), _told(other.reading.folded)
    known = _told(body.reading.folded) if body else {}
    found: tuple[list[str], list[str]] = [], []
    for kind in ours.keys() & theirs.keys():
        left = [span for at, span in ours[kind].items() if at not in theirs[kind]]
        others = [span for at, span in theirs[kind].items() if at not in ours[kind]]
        if left and others and not (ours[kind].keys() | theirs[kind].keys()) <= known.get(kind, {}).keys():
            found[0].extend(one.reading.quote(*span) for span in left)
            found[1].extend(other.reading.quote(*span) for span in others)
    return found


@lru_cache(maxsize=64)
def _told(folded: str) -> dict[str, dict[int, tuple[int, int]]]:
    """Where a text has each of a kind, by the kind and the line of the list."""
    found: dict[str, dict[int, tuple[int, int]]] = defaultdict(dict)
    for (kind, at), span in _alternatives().find(folded):
        found[kind].setdefault(at, span)
    return found


@lru_cache(maxsize=1)
def _alternatives() -> Wording[tuple[str, int]]:
    table = [row.split("|") for row in rows("alternatives")]
    return Wording(
        (word, (kind.strip(), at))
        for at, (kind, han, english) in enumerate(table)
        for word in f"{han} {english}".split()
    )
