"""Folded text as the tokens that search indexes store, so that finding a phrase is finding a substring.

A run of Han, kana or Hangul gives its overlapping pairs of characters: 外交部 is 外交 交部. Letters and
digits give words: G7 is g 7. Where a run touches a word, the character that touches stands alone as well:
2025年度 is 2025 年 年度. A mark is a token where nothing else shows that the text is parted there. The pairs
overlap, hence a phrase of such tokens stands in a text exactly where its characters do, marks and meaningless
white space aside:

- white space beside Han or kana, and between a letter and a digit, means nothing: 外 交 is 外交;
- every run of punctuation and symbols is one mark, and so is an empty line;
- neither end of a phrase may cut a word of letters or of digits.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from operator import add
from typing import NamedTuple

from articles.text.letters import BOPOMOFO, HAN, HANGUL, KANA, REPEATED
from articles.text.normalise import drop_invisible
from articles.text.scripts import fold

HAN_AND_KANA = REPEATED + KANA + BOPOMOFO + HAN
WRITTEN_SOLID = HAN_AND_KANA + HANGUL

LETTER = rf"(?![{WRITTEN_SOLID}])[^\W\d_]"
PIECE = re.compile(
    rf"([{WRITTEN_SOLID}]+)"  # a run
    rf"|((?:{LETTER})+|\d+)"  # a word
    r"|((?:[^\w\s]|_)+)"  # a mark
)
MEANINGLESS_SPACE = re.compile(
    rf" (?:(?=[{HAN_AND_KANA}])|(?<=[{HAN_AND_KANA}] )"
    rf"|(?<=[{HANGUL}] )(?=[^{HANGUL}])|(?<=[^{HANGUL}] )(?=[{HANGUL}]))"
)
MEANINGLESS_PLACE = re.compile(rf"(?<=[{HAN_AND_KANA}])(?!$)|(?<=.)(?=[{HAN_AND_KANA}])")
EMPTY_LINE = re.compile(r"\n\s*\n")
RUN = re.compile(rf"[{WRITTEN_SOLID}]+")

MARK = "¶"  # stands for every mark
LONGEST_WORD = 40  # characters; what follows in a longer word (base64, say) is not looked at


class SearchPiece(NamedTuple):
    """A run of characters written solid, a word or a mark; the other two are empty."""

    run: str
    word: str
    mark: str

    @property
    def text(self) -> str:
        return self.run or self.word or self.mark

    def is_like(self, other: "SearchPiece") -> bool:
        """Whether the two would be one piece if nothing stood between them."""
        is_one_kind = (self.run and other.run) or (self.word and other.word)
        return bool(is_one_kind) and self.text[-1].isdecimal() == other.text[0].isdecimal()


def searchable(text: str) -> str:
    """Text as it is compared: folded, nothing invisible, no white space that means nothing."""
    # Line by line, because a line without anything invisible, as most are, passes at once.
    visible = "\n".join(map(drop_invisible, text.split("\n")))
    words = EMPTY_LINE.sub(MARK, fold(visible)).split()
    return MEANINGLESS_SPACE.sub("", " ".join(words))


def pieces(text: str) -> list[SearchPiece]:
    """The runs, words and marks of searchable text, in order."""
    return list(map(SearchPiece._make, PIECE.findall(text)))


def tokens(text: str) -> list[str]:
    """The tokens of searchable text, in order. They hold letters, digits and MARK only."""
    return tokens_of(PIECE.findall(text))


def tokens_of(pieces: Iterable[tuple[str, str, str]]) -> list[str]:
    """The tokens of pieces, which may be plain tuples: every save makes hundreds of them, twice."""
    found: list[str] = []
    run_before = word_before = mark_before = ""
    for run, word, mark in pieces:
        if run:
            _add_run(run, word_before, found)
        elif word:
            _add_word(word, run_before, found)
        # After pairs the missing pair says that nothing touches; after one character or a word only this can.
        elif word_before or len(run_before or mark_before) == 1:
            found.append(MARK)
        run_before, word_before, mark_before = run, word, mark
    return found


def _add_run(run: str, word_before: str, found: list[str]) -> None:
    # 中國，國內 would look like 中國內 if nothing stood between.
    if not word_before and found and found[-1][-1] == run[0]:
        found.append(MARK)
    if word_before or len(run) == 1:
        found.append(run[0])
    found.extend(map(add, run, run[1:]))


def _add_word(word: str, run_before: str, found: list[str]) -> None:
    if len(run_before) > 1:
        found.append(run_before[-1])
    found.append(word[:LONGEST_WORD])


def characters(text: str) -> set[str]:
    """The single characters that can be searched for: those of its runs."""
    return set("".join(RUN.findall(text)))


@dataclass(frozen=True)
class SearchPhrase:
    """What must stand in a text in one piece. It begins and ends with a run or a word."""

    pieces: tuple[SearchPiece, ...]

    @cached_property
    def tokens(self) -> list[str]:
        return tokens_of(self.pieces)

    @property
    def is_one_character(self) -> bool:
        """Looked up among the characters, as no pair is there to look for."""
        return len(self.pieces) == 1 and len(self.pieces[0].run) == 1

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    @cached_property
    def pattern(self) -> re.Pattern:
        """Finds the phrase in folded text that still has its white space."""
        joints = zip(self.pieces, self.pieces[1:], strict=False)
        parts = [_piece_pattern(self.pieces[0])]
        parts += [_gap(one, other) + _piece_pattern(other) for one, other in joints]
        return re.compile(_edge(self.pieces[0], "<!") + "".join(parts) + _edge(self.pieces[-1], "!"))


def phrases(text: str) -> list[SearchPhrase]:
    """The phrases of searchable text that somebody looks for.

    A mark between words stays in the phrase (covid-19); beside a run it ends one, so that 金·朴 finds both
    names whatever dot is between them.
    """
    found: list[list[SearchPiece]] = [[]]
    every = pieces(text)
    for before, piece, after in zip([None, *every], every, [*every[1:], None], strict=False):
        is_between_words = before and after and before.word and after.word
        if not piece.mark or is_between_words:
            found[-1].append(piece)
        else:
            found.append([])
    return [SearchPhrase(tuple(group)) for group in found if group]


def _piece_pattern(piece: SearchPiece) -> str:
    if piece.mark:
        return r"[\W_]*(?:[^\w\s]|_)[\W_]*"
    return MEANINGLESS_PLACE.sub(r"\\s*", piece.run) if piece.run else re.escape(piece.word)


def _gap(one: SearchPiece, other: SearchPiece) -> str:
    """White space that has to stand between two pieces, or may."""
    return r"\s+" if one.is_like(other) else r"\s*"


def _edge(piece: SearchPiece, side: str) -> str:
    """A phrase does not begin or end inside a word of letters or digits."""
    if not piece.word:
        return ""
    return rf"(?{side}\d)" if piece.text.isdecimal() else rf"(?{side}{LETTER})"
