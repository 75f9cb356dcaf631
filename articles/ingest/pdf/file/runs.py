"""Type as a page of a PDF file sets it: which words, where, and how large."""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise
from math import atan2, cos, hypot, pi, sin

from pypdf import PageObject

from articles.ingest.plain.widths import FULL_WIDTH
from articles.text.radicals import without_radicals

# Widths of Latin type in ems, averages over Times, Helvetica and Noto.
LATIN_WIDTHS = (
    ("iljtfrI.,:;'|!()[]‘’ ", 0.3),
    ("mwMWQO@%&", 0.82),
    ("ABCDEFGHKLNPRSTUVXYZ", 0.68),
)
WIDTHS = {character: width for characters, width in LATIN_WIDTHS for character in characters}
USUAL_WIDTH = 0.52  # ems of a letter that no table has
CONTROL = re.compile(r"[\x00-\x1f\x7f]+")
# Han, kana and their marks, which no space parts. pypdf puts spaces between them where a line is justified.
UNSPACED = re.compile(r"[\u2e80-\ua4cf\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\U00020000-\U0003ffff]")
LETTER_SPACED = re.compile(rf"(?:{UNSPACED.pattern} ){{3,}}")
# Glyphs for plain characters: ligatures, marks turned for vertical lines, a slash of the same shape.
GLYPHS = {
    code: unicodedata.normalize("NFKC", chr(code))
    for code in (*range(0xFB00, 0xFB07), *range(0xFE10, 0xFE1A), *range(0xFE30, 0xFE45))
} | {0x2215: "／"}
EIGHTH = pi / 4
DOWNWARD = 6  # eighths of a circle


@dataclass(frozen=True)
class TypeRun:
    """Type set in one piece, turned so that it reads across the page and down.

    left, y, size: in points; y, of its base line, grows downward. spaced: white space goes before it.
    """

    text: str
    left: float
    y: float
    size: float
    spaced: bool = False

    @property
    def right(self) -> float:
        """Where it ends, by the usual widths of its characters."""
        return self.left + self.size * ems(self.text)


@dataclass(frozen=True)
class Shown:
    """What a page shows, in its own coordinates. turn: in eighths of a circle against the clock."""

    text: str
    x: float
    y: float
    size: float
    turn: int


def ems(text: str) -> float:
    """The width of a text in ems."""
    narrow = FULL_WIDTH.sub("", text)
    return len(text) - len(narrow) + sum(WIDTHS.get(char, USUAL_WIDTH) for char in narrow)


def is_unspaced(char: str) -> bool:
    return UNSPACED.match(char) is not None


def runs_of(page: PageObject) -> list[TypeRun]:
    """The type of a page in the order of the file. Watermarks, set at another angle, are left out."""
    shown = _shown(page)
    if _is_vertical(shown):
        return _placed([_turned(piece, DOWNWARD) for piece in shown])
    lettering = Counter()
    for piece in shown:
        lettering[piece.turn] += len(piece.text)
    turn = max(lettering, key=lettering.get, default=0)
    return _placed([_turned(piece, turn) for piece in shown if piece.turn == turn])


def _shown(page: PageObject) -> list[Shown]:
    shown = []

    def visit(text, matrix, text_matrix, _font, size):
        if text.strip():
            shown.append(_piece(text, _product(text_matrix, matrix), size))
        elif shown and text.strip("\n"):
            shown[-1] = replace(shown[-1], text=shown[-1].text + " ")

    page.extract_text(visitor_text=visit)
    return shown


def _product(inner: list[float], outer: list[float]) -> list[float]:
    """The transformation that does first the inner, then the outer (PDF 32000-1, 8.3.4)."""
    a, b, c, d, e, f = map(float, outer)
    rows = zip(inner[::2], inner[1::2], strict=True)
    moved = [value for x, y in rows for value in (x * a + y * c, x * b + y * d)]
    return [*moved[:4], moved[4] + e, moved[5] + f]


def _piece(text: str, matrix: list[float], size: float) -> Shown:
    a, b, c, d, x, y = matrix
    words = LETTER_SPACED.sub(_closed_up, CONTROL.sub(" ", without_radicals(text).translate(GLYPHS)))
    return Shown(words, x, y, round(size * hypot(c, d), 1) or 1.0, round(atan2(b, a) / EIGHTH) % 8)


def _closed_up(found: re.Match) -> str:
    return found[0].replace(" ", "")


def _is_vertical(pieces: list[Shown]) -> bool:
    """Whether most characters stand right below the one before."""
    below = sum(
        abs(piece.x - before.x) < 0.3 * piece.size and 0.7 < (before.y - piece.y) / piece.size < 1.4
        for before, piece in pairwise(pieces)
        if len(before.text.strip()) <= 2
    )
    return below > 0.5 * len(pieces)


def _turned(piece: Shown, turn: int) -> TypeRun:
    """The piece where it stands when the page is turned so that its lines run across."""
    along, up = cos(turn * EIGHTH), sin(turn * EIGHTH)
    return TypeRun(piece.text, piece.x * along + piece.y * up, piece.x * up - piece.y * along, piece.size)


def _placed(runs: list[TypeRun]) -> list[TypeRun]:
    """The runs without the white space at their ends, each once.

    A change of font does not tell where the pen is: such a run begins where the one before ended.
    """
    placed, seen, before = [], set(), None
    for run in runs:
        stays = before is not None and (run.left, run.y) == (before.left, before.y)
        left = placed[-1].right if stays and placed else run.left
        key = (run.text, round(left / run.size), round(run.y / run.size))
        if key not in seen:
            placed.append(_stripped(replace(run, left=left), before))
        seen.add(key)
        before = run
    return placed


def _stripped(run: TypeRun, before: TypeRun | None) -> TypeRun:
    """The run without white space. A single space before it is one that pypdf has put there."""
    spaced = run.text[0].isspace() or (before is not None and before.text[-1].isspace())
    indent = ems(run.text.removeprefix(" ")) - ems(run.text.lstrip())
    return replace(run, text=run.text.strip(), left=run.left + indent * run.size, spaced=spaced)
