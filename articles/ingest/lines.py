"""Plain text as lines, and what a line is like.

The parsers of plain text reason about lines: how much is said in one, whether it is prose, a title, a
menu, an advert. The measures here know no page and no site; half-width and full-width punctuation count
alike, and Latin letters are weighed so that the same thought has about the same width in every script.
"""

import re
from dataclasses import dataclass
from functools import cached_property

# A Han, kana or Hangul character says about as much as three Latin letters: 1,000 Chinese characters
# are 600 to 750 English words, and an English word with its space is about six letters.
LATIN_WIDTH = 0.3
WIDE = re.compile("[⺀-〇〡-鿿ꥠ-ꥼ가-힣豈-﫿𠀀-𿿿]")

BULLETS = "•‣◦▪▫●○■□◆◇*+"
CAPTION_MARKS = "▲▼△▽▴▾↑↓"
SPACES = " \t\n\r\v\f\u00a0\u3000\u2002\u2003\u2009\u200b\ufeff\x1c\x1d\x1e\x1f\x85\u2028\u2029"
HEAD = re.compile(rf"(?P<bullet>[{BULLETS}]\s+)?(?P<arrow>(?:[{CAPTION_MARKS}]\s*)+)?")

# A full stop ends a sentence in every script; an exclamation or question mark may also end a headline.
# The Latin full stop counts after two letters, so not after "3.", an initial, or inside an ellipsis.
FULL_STOP = re.compile(r"[。．｡]|(?<=[^\W\d_]{2})\.[\"'”’)\]」』]*(?=\s|$)")
COMMA = re.compile(r"[，、；：,;:]")
TERMINATED = re.compile(r"[。．｡.!！?？][」』”’\"）)】〕］》]*$")
QUOTATION = re.compile(r"[「『“\"].*[」』”\"](?:[（(][^（()）]*[)）])?$")
WORDLESS = re.compile(r"[\W\d_]*$")
SHORT_PIECES = re.compile(r"\s*[|｜/／·•>＞»]\s*|\s+")


@dataclass(frozen=True)
class Line:
    """One line that is not blank.

    start, end: offsets of `text` in the document, without indent, bullet and caption marks.
    mark_start: where the marks before `text` begin. bullet, arrow: whether they are there.
    indent: columns of white space before it. gap: blank lines before it.
    """

    number: int
    start: int
    end: int
    text: str
    mark_start: int
    bullet: bool = False
    arrow: bool = False
    indent: int = 0
    gap: int = 0

    @cached_property
    def width(self) -> float:
        """How much is said, in Han characters."""
        wide = len(WIDE.findall(self.text))
        return wide + (len(self.text) - wide) * LATIN_WIDTH

    @cached_property
    def full_stops(self) -> int:
        return len(FULL_STOP.findall(self.text))

    @cached_property
    def commas(self) -> int:
        return len(COMMA.findall(self.text))

    @cached_property
    def is_terminated(self) -> bool:
        """Whether the line ends where a sentence may end."""
        return TERMINATED.search(self.text) is not None

    @cached_property
    def is_prose(self) -> bool:
        """Whether the line says something in full: a sentence, a long clause, or a speech."""
        if self.is_menu:
            return False
        if self.full_stops:
            return self.width >= 6
        return (self.width >= 50 and self.commas >= 2) or (
            self.width >= 12 and bool(QUOTATION.match(self.text))
        )

    @cached_property
    def is_menu(self) -> bool:
        """Whether the line is a row of short pieces: a menu, tabs, a footer."""
        if self.width > 400 or (self.full_stops and self.commas):
            return False
        pieces = [piece for piece in SHORT_PIECES.split(self.text) if piece]
        wide = WIDE.search(self.text) is not None
        return wide and len(pieces) >= 4 and self.width / len(pieces) < 7

    @cached_property
    def is_wordless(self) -> bool:
        """Whether the line has no letter: a rule, a counter, a page number."""
        return WORDLESS.match(self.text) is not None


def split_lines(text: str) -> list[Line]:
    """The lines of a text that are not blank, each knowing where it stands."""
    lines, offset, gap = [], 0, 0
    for raw in text.splitlines(keepends=True):
        stripped = raw.strip(SPACES)
        if stripped:
            lines.append(_line(len(lines), raw, stripped, offset, gap))
        gap = 0 if stripped else gap + 1
        offset += len(raw)
    return lines


def _line(number: int, raw: str, stripped: str, offset: int, gap: int) -> Line:
    indent = raw.index(stripped)
    head = HEAD.match(stripped)
    marks = head.end() if head.end() < len(stripped) else 0
    start = offset + indent + marks
    return Line(
        number=number,
        start=start,
        end=offset + indent + len(stripped),
        text=stripped[marks:],
        mark_start=offset + indent,
        bullet=bool(marks and head["bullet"]),
        arrow=bool(marks and head["arrow"]),
        indent=indent,
        gap=gap,
    )
