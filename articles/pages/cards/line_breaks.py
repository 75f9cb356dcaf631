"""Where the lines of a headline end, by the rules of East Asian typography.

https://www.w3.org/TR/clreq/#prohibition_rules_for_line_start_end and https://www.w3.org/TR/jlreq/ say what
may not stand at the head or the end of a line; Latin and Korean words stay whole.
"""

import re
from collections.abc import Callable, Collection, Iterator
from itertools import pairwise
from typing import NamedTuple

# Full-width in East Asian fonts; the left half of these is blank, the right half of those.
OPENING = frozenset("「『（〔［｛〈《【〖〘“‘")
CLOSING = frozenset("」』）〕］｝〉》】〗〙”’、。，．：；！？")
NOT_AT_HEAD = (
    CLOSING
    | frozenset("·・‧…‥—―～〜ー々〻ゝゞヽヾ％‰℃,.;:!?)]}%»›")
    | frozenset("ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ")
)
NOT_AT_END = OPENING | frozenset("([{«‹＄￥￡№＃$£¥€#")
NATURAL_END = frozenset("、。，．：；！？,.:;!?…—―")
HIRAGANA = frozenset(map(chr, range(0x3041, 0x3097)))  # what most Japanese words end in, and few begin with

# A word of a script that has spaces, one East Asian character, or the spaces after either.
PIECE = re.compile(r"[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]+|\S|\s+")
UNNATURAL = 0.2  # of the width: how much unevenness a break after punctuation is worth

Measure = Callable[[str], float]


def atoms(text: str, whole: Collection[str] = ()) -> list[str]:
    """A text cut wherever a line may end; spaces stay with what they follow.

    whole: names that are not to be divided.
    """
    cut: list[str] = []
    for piece in pieces(text, whole):
        if cut and belongs_to(cut[-1], piece):
            cut[-1] += piece
        else:
            cut.append(piece)
    return cut


def pieces(text: str, whole: Collection[str]) -> list[str]:
    names = "|".join(re.escape(name) for name in sorted(whole, key=len, reverse=True) if name)
    return re.findall(f"{names}|{PIECE.pattern}" if names else PIECE.pattern, text)


def belongs_to(before: str, piece: str) -> bool:
    return piece.isspace() or piece[0] in NOT_AT_HEAD or before[-1] in NOT_AT_END


def split_wide(pieces: list[str], width: float, measure: Measure) -> list[str]:
    """The same with every piece that is wider than a line cut into characters."""
    fitting = ([piece] if measure(piece.rstrip()) <= width else list(piece) for piece in pieces)
    return [part for parts in fitting for part in parts]


class Setting(NamedTuple):
    """How the beginning of a text is set. unevenness: of its lines. ends: where each of them ends."""

    lines: int = 0
    unevenness: float = 0
    ends: tuple[int, ...] = ()

    def with_line(self, end: int, unevenness: float) -> "Setting":
        return Setting(self.lines + 1, self.unevenness + unevenness, (*self.ends, end))


def break_lines(text: str, width: float, measure: Measure, whole: Collection[str] = ()) -> list[str]:
    """The text in as few lines as possible, as even as possible, ending after punctuation where it can.

    width: of a line, in the unit of `measure`, which tells how wide a piece of text is.
    """
    pieces = split_wide(atoms(text, whole), width, measure)
    best = [Setting()]  # of pieces[:end], for each end
    for end in range(1, len(pieces) + 1):
        pauses = end == len(pieces) or is_pause(pieces[end - 1], pieces[end])
        penalty = 0 if pauses else (UNNATURAL * width) ** 2
        lines = last_lines(pieces, end, width, measure)
        best.append(min(best[start].with_line(end, slack**2 + penalty) for start, slack in lines))
    return ["".join(pieces[start:end]).strip() for start, end in pairwise((0, *best[-1].ends))]


def last_lines(pieces: list[str], end: int, width: float, measure: Measure) -> Iterator[tuple[int, float]]:
    """Where a line that ends with a piece may begin, and what stays free in it; at least with that piece."""
    slack = width + trailing_space(pieces[end - 1], measure)
    for start in range(end - 1, -1, -1):
        slack -= measure(pieces[start])
        if slack < 0 and start < end - 1:
            return
        yield start, slack


def trailing_space(piece: str, measure: Measure) -> float:
    return measure(piece) - measure(piece.rstrip()) if piece[-1].isspace() else 0


def is_pause(before: str, after: str) -> bool:
    """Whether a reader pauses between two pieces: after punctuation, between words."""
    if before[-1].isspace() or before[-1] in NATURAL_END:
        return True
    return before[-1] in HIRAGANA and after[0] not in HIRAGANA
