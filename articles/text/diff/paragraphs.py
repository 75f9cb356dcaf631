"""Which paragraph of a changed text is which paragraph of the text before."""

from collections import Counter, defaultdict

from articles.text.diff.alignment import gaps
from articles.text.diff.containment import shingles
from articles.text.scripts import fold

LEAST_SHARED = 0.5  # of the former paragraph's runs of characters; below, it is another paragraph
MOST_HOLDERS = 20  # a run that more paragraphs hold tells nothing


def followed(old: list[str], new: list[str]) -> dict[int, int]:
    """The place of each former paragraph among the new ones; those that are gone are missing.

    Script, marks and white space aside. A paragraph that was split is found where most of it is, one that
    was joined to another inside of it. The time grows with the length of the texts.
    """
    one, other = [list(map(_bare, texts)) for texts in (old, new)]
    found = _unchanged(one, other)
    holders = _holders(other)
    for at in set(range(len(one))) - set(found):
        if (place := _best(at, one[at], holders, len(new) / len(old))) is not None:
            found[at] = place
    return dict(sorted(found.items()))


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, fold(text)))


def _unchanged(old: list[str], new: list[str]) -> dict[int, int]:
    """The paragraphs that are equal and in the same order."""
    found, at, new_at = {}, 0, 0
    for gap in [*gaps(old, new), None]:
        length = (gap.start if gap else len(old)) - at
        found |= {at + step: new_at + step for step in range(length)}
        if gap:
            at, new_at = gap.end, gap.new_end
    return found


def _holders(paragraphs: list[str]) -> dict[str, list[int]]:
    """Each run of characters → the paragraphs that hold it."""
    holders = defaultdict(list)
    for at, text in enumerate(paragraphs):
        for run in shingles(text):
            holders[run].append(at)
    return holders


def _best(at: int, text: str, holders: dict[str, list[int]], growth: float) -> int | None:
    """The paragraph that holds most of a text, of equal ones that nearest to where it stood."""
    runs = shingles(text)
    places = [holders.get(run, ()) for run in runs]
    shared = Counter(place for some in places if len(some) <= MOST_HOLDERS for place in some)
    likely = [place for place, count in shared.items() if count >= LEAST_SHARED * len(runs)]
    return min(likely, key=lambda place: (-shared[place], abs(place - at * growth)), default=None)
