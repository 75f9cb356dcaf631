"""Plain text as lines, and what a line is like.

The parsers of plain text reason about lines: how much is said in one, whether it is prose, a title, a
menu, an advert. The measures here know no page and no site; half-width and full-width punctuation count
alike, and Latin letters are weighed so that the same thought has about the same width in every script.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from articles.text.letters import HANGUL

# A Han, kana or Hangul character says about as much as three Latin letters: 1,000 Chinese characters
# are 600 to 750 English words, and an English word with its space is about six letters.
LATIN_WIDTH = 0.3
IN_HANGUL = re.compile(f"[{HANGUL}]")

BULLETS = "•‣◦▪▫●○■□◆◇*+-"
CAPTION_MARKS = "▲▼△▽▴▾↑↓"
SPACES = " \t\n\r\v\f\u00a0\u3000\u2002\u2003\u2009\u200b\ufeff\x1c\x1d\x1e\x1f\x85\u2028\u2029"
HEAD = re.compile(rf"(?P<bullet>[{re.escape(BULLETS)}]\s+)?(?P<arrow>(?:[{CAPTION_MARKS}]\s*)+)?")

# A full stop ends a sentence in every script; an exclamation or question mark may also end a headline.
# The Latin full stop counts after two letters, so not after "3.", an initial, or inside an ellipsis.
FULL_STOP = re.compile(r"[。．｡]|(?<=[^\W\d_]{2})\.[\"'”’)\]」』]*(?=\s|$)")
COMMA = re.compile(r"[，、；：,;:]")
TERMINATED = re.compile(r"[。．｡.!！?？][」』”’\"）)】〕］》]*$")
QUOTATION = re.compile(r"[「『“\"].*[」』”\"](?:[（(][^（()）]*[)）])?$")
WORDLESS = re.compile(r"[\W\d_]*$")
# What parts the pieces of a menu. Korean and Latin words are parted by spaces in every line.
DIVIDERS = re.compile(r"[|｜/／·•>＞»]")
DIVIDERS_AND_SPACES = re.compile(r"\s*[|｜/／·•>＞»]\s*|\s+")
MENU_PIECES = 4
MENU_PIECE_WIDTH = 7


@dataclass(frozen=True)
class Line:
    """One line that is not blank.

    start, end: offsets of `text` in the document, without indent, bullet and caption marks.
    mark_start: where the marks before `text` begin. bullet, arrow: whether they are there.
    width: how much is said, in Han characters. full_stops: how many sentences end in it.
    """

    number: int
    start: int
    end: int
    text: str
    mark_start: int
    bullet: bool
    arrow: bool
    width: float
    full_stops: int

    @property
    def whole(self) -> tuple[int, int]:
        """Where `text` stands in the document."""
        return self.start, self.end

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where a piece of `text` stands in the document."""
        return self.start + start, self.start + end

    @cached_property
    def is_terminated(self) -> bool:
        """Whether the line ends where a sentence may end."""
        return TERMINATED.search(self.text) is not None

    @cached_property
    def is_prose(self) -> bool:
        """Whether the line says something in full: a sentence, a long clause, or a speech."""
        if self.full_stops:
            return self.width >= 6
        if self.width < 12 or self.is_menu:
            return False
        clauses = self.width >= 50 and len(COMMA.findall(self.text)) >= 2
        return clauses or QUOTATION.match(self.text) is not None

    @cached_property
    def is_menu(self) -> bool:
        """Whether the line is a row of short pieces: a menu, tabs, a footer."""
        if self.full_stops:
            return False
        spaced = self.width < len(self.text) / 2 or IN_HANGUL.search(self.text)
        pieces = (DIVIDERS if spaced else DIVIDERS_AND_SPACES).split(self.text)
        return len(pieces) >= MENU_PIECES and self.width / len(pieces) < MENU_PIECE_WIDTH

    @cached_property
    def is_wordless(self) -> bool:
        """Whether the line has no letter: a rule, a counter, a page number."""
        return WORDLESS.match(self.text) is not None


def split_lines(text: str) -> list[Line]:
    """The lines of a text that are not blank, each knowing where it stands."""
    return [line_at(text, number, *span) for number, span in enumerate(line_spans(text))]


def line_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where each line that is not blank begins and ends, white space around it left out."""
    offset = 0
    for raw in text.splitlines(keepends=True):
        if stripped := raw.strip(SPACES):
            start = offset + raw.index(stripped)
            yield start, start + len(stripped)
        offset += len(raw)


def line_at(text: str, number: int, start: int, end: int) -> Line:
    """The line that stands there, its marks told from its text."""
    head = HEAD.match(text, start, end)
    marks = head.end() if head.end() < end else start
    said = text[marks:end]
    return Line(
        number=number,
        start=marks,
        end=end,
        text=said,
        mark_start=start,
        bullet=marks > start and head["bullet"] is not None,
        arrow=marks > start and head["arrow"] is not None,
        width=width(said),
        full_stops=len(FULL_STOP.findall(said)),
    )


def width(text: str) -> float:
    """How much a text says, in Han characters."""
    wide = len(text) - len(text.encode("ascii", "ignore"))
    return wide + (len(text) - wide) * LATIN_WIDTH
