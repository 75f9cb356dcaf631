"""Names printed one after another without a mark between them, told apart by the names that are known."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from articles.text.press.keywords import LEAST_KNOWN, LONGEST_WHOLE
from articles.text.scripts import fold

# A Latin word or a number is never cut.
UNITS = re.compile(r"[^\W\d_\u0250-\U0010ffff]+|\d+|\S")
LONGEST_RUN = 200  # characters
LONGEST_NAME = 12  # units; a Latin word is one


@dataclass(frozen=True)
class Piece:
    text: str
    is_known: bool


def possible_names(run: str) -> set[str]:
    """Every folded name that may stand in a run; at most some 2,400."""
    return {fold(run)[start:end] for start, end in _spans(run)}


def cut(run: str, known: Collection[str]) -> list[Piece]:
    """A run as known names and what stands between them; [] when they do not explain it.

    known: folded names. At least two must stand in the run. They must fill it, or most of it when it is too
    long for one keyword: 穿梭外交 is not cut because 外交 is known.
    """
    pieces = _pieces(run, _best_names(run, known))
    found = sum(len(piece.text) for piece in pieces if piece.is_known)
    whole = sum(len(piece.text) for piece in pieces)
    is_long = len(UNITS.findall(run)) > LONGEST_WHOLE
    is_explained = found == whole or (is_long and found >= LEAST_KNOWN * whole)
    return pieces if is_explained and sum(piece.is_known for piece in pieces) > 1 else []


def _spans(run):
    """Where a name may begin and end. None in a run whose folding changes its length."""
    units = [match.span() for match in UNITS.finditer(run)]
    if len(run) > LONGEST_RUN or len(fold(run)) != len(run):
        return
    for first, (start, _) in enumerate(units):
        for _, end in units[first : first + LONGEST_NAME]:
            yield start, end


def _best_names(run, known):
    """The spans of known names that leave the fewest characters out, of these the fewest names."""
    folded = fold(run)
    ending = {}
    for start, end in _spans(run):
        if end - start > 1 and folded[start:end] in known:
            ending.setdefault(end, []).append(start)
    best = [(0, 0, ())]
    for end in range(1, len(run) + 1):
        left, count, spans = best[end - 1]
        ways = [(left + 1, count, spans)]
        for start in ending.get(end, ()):
            left, count, spans = best[start]
            ways.append((left, count + 1, (*spans, (start, end))))
        best.append(min(ways))
    return best[-1][2]


def _pieces(run, spans):
    pieces, last = [], 0
    for start, end in [*spans, (len(run), len(run))]:
        if between := run[last:start].strip():
            pieces.append(Piece(between, is_known=False))
        if start < end:
            pieces.append(Piece(run[start:end], is_known=True))
        last = end
    return pieces
