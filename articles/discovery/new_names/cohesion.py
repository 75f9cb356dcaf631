"""Pieces of Han text that hold together inside and stand free outside, found in one text alone.

A piece holds together when its parts meet more often than chance would have them (mutual information), and
stands free when many different characters meet it on either side (branching entropy). The edge of a run and
a known word, as those of grammar are, part as surely as a mark does: each counts as another neighbour.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Collection
from itertools import count

from articles.text.scripts import fold

SHORTEST, LONGEST = 2, 8  # characters of a piece
FEWEST = 2  # times that a piece must stand in the text
LEAST_COHESION = 0.25  # of the information that would make the parts stand nowhere else
LEAST_FREEDOM = 0.6  # nats: less than two different neighbours, one as often as the other
CUT = ""  # the neighbour of a piece that ends inside a word


class Pieces:
    """The pieces of runs of Han characters that stand there more than once.

    known: folded words of one or two characters that are no part of what stands beside them.
    """

    def __init__(self, runs: list[str], known: Collection[str] = ()):
        self.counts = _counted(runs)
        self.characters = sum(map(len, runs))
        self._lefts, self._rights = _neighbours(runs, self.counts, known)

    def __iter__(self):
        """Those that hold together and stand free."""
        for piece in self.counts:
            if len(piece) >= SHORTEST and self._coheres(piece) and self.freedom(piece) >= LEAST_FREEDOM:
                yield piece

    def _coheres(self, piece):
        return self.cohesion(piece) >= LEAST_COHESION * self.most_cohesion(piece)

    def cohesion(self, piece: str) -> float:
        """Mutual information, in nats, of the two parts that hold together least."""
        return min(self._information(piece[:at], piece[at:]) for at in range(1, len(piece)))

    def most_cohesion(self, piece: str) -> float:
        """What `cohesion` would be if no part stood anywhere else."""
        return math.log(self.characters / max(self.counts[piece], 1))

    def _information(self, one, other):
        together = self.counts[one + other] * self.characters
        return math.log(together / (self.counts[one] * self.counts[other]))

    def freedom(self, piece: str) -> float:
        """Branching entropy, in nats, of the side on which fewer different characters stand."""
        return min(_entropy(self._lefts[piece]), _entropy(self._rights[piece]))


def _counted(runs) -> Counter:
    """How often each piece stands in the runs: a longer one only where both its parts stand twice."""
    counted = Counter(character for run in runs for character in run)
    for length in range(SHORTEST, LONGEST + 1):
        longer = Counter(
            run[at : at + length]
            for run in runs
            for at in range(len(run) - length + 1)
            if counted[run[at : at + length - 1]] >= FEWEST and counted[run[at + 1 : at + length]] >= FEWEST
        )
        counted.update({piece: n for piece, n in longer.items() if n >= FEWEST})
    return counted


def _neighbours(runs, counted, known):
    """{piece: {neighbour: times}} on the left and on the right."""
    lefts, rights, edges = defaultdict(Counter), defaultdict(Counter), count()
    for run in runs:
        befores, afters = _beside(run, known, edges)
        for at in range(len(run)):
            for end in range(at + SHORTEST, min(at + LONGEST, len(run)) + 1):
                piece = run[at:end]
                if piece not in counted:
                    break
                lefts[piece][befores[at]] += 1
                rights[piece][afters[end]] += 1
    return lefts, rights


def _beside(run, known, edges):
    """Who stands before and behind each place of a run: who parts is another one every time, a word that is
    cut there always the same one."""
    folded = fold(run)
    begun = {at for at in range(len(run) - 1) if folded[at : at + 2] in known}
    befores, afters = [next(edges)], []
    for at, character in enumerate(run):
        parts = folded[at] in known
        afters.append(CUT if at - 1 in begun else next(edges) if parts or at in begun else character)
        befores.append(CUT if at in begun else next(edges) if parts or at - 1 in begun else character)
    return befores, [*afters, next(edges)]


def _entropy(neighbours: Counter) -> float:
    total = neighbours.total()
    return -sum(n / total * math.log(n / total) for n in neighbours.values())
