"""Which paragraph of a changed text is which paragraph of the text before."""

from collections import Counter, defaultdict

from articles.text.overlap import shingles
from articles.text.scripts import fold

LEAST_SHARED = 0.5  # of the former paragraph's runs of characters; below, it is another paragraph


def followed(old: list[str], new: list[str]) -> dict[int, int]:
    """The place of each former paragraph among the new ones; those that are gone are missing.

    A paragraph that was split is found where most of it is, one that was joined to another inside of it;
    of several equal ones the nearest in place is taken. The time grows with the length of the texts.
    """
    holders = _holders(new)
    found = {at: _best(at, text, holders, len(old), len(new)) for at, text in enumerate(old)}
    return {at: place for at, place in found.items() if place is not None}


def _holders(paragraphs: list[str]) -> dict[str, list[int]]:
    """Each run of characters → the paragraphs that hold it."""
    holders = defaultdict(list)
    for at, text in enumerate(paragraphs):
        for run in _runs(text):
            holders[run].append(at)
    return holders


MOST_HOLDERS = 20  # a run that more paragraphs hold tells nothing


def _best(at, text, holders, old_count, new_count) -> int | None:
    runs = _runs(text)
    places = [holders.get(run, ()) for run in runs]
    shared = Counter(place for some in places if len(some) <= MOST_HOLDERS for place in some)
    likely = [place for place, count in shared.items() if count >= LEAST_SHARED * len(runs)]
    expected = at * new_count / max(old_count, 1)
    return min(likely, key=lambda place: (-shared[place], abs(place - expected)), default=None)


def _runs(text: str) -> set[str]:
    return shingles("".join(filter(str.isalnum, fold(text))))
