"""A line of plain text, and what it is like.

Whoever reads text reasons about lines: where one stands and how it is set, how much is said in it, whether
it is prose, a title, a menu. The measures here know no page and no site; half-width and full-width
punctuation count alike, and Latin letters are weighed so that the same thought has about the same width in
every script.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.ingest.plain.lazily import measured
from articles.ingest.plain.widths import cells, width
from articles.text.letters import HANGUL

Span = tuple[int, int]  # where something stands in a document: start and end, in characters

LATIN = re.compile(r"[A-Za-z0-9\u00c0-\u024f]")
IN_HANGUL = re.compile(f"[{HANGUL}]")

BULLETS = "•‣◦▪▫●○■□◆◇*+-"
CAPTION_MARKS = "▲▼△▽▴▾↑↓"
SPACES = " \t\n\r\v\f\u00a0\u3000\u2002\u2003\u2009\u200b\ufeff\x1c\x1d\x1e\x1f\x85\u2028\u2029"
MARKS = re.compile(rf"(?:[{re.escape(BULLETS)}]\s+)?(?:[{CAPTION_MARKS}]\s*)*")

# A full stop ends a sentence in every script; an exclamation or question mark may also end a headline.
# The Latin full stop counts after two letters, so not after "3.", an initial, or inside an ellipsis; and
# after a year, if a new sentence begins or none: 2025. 6. 14. is a date.
FULL_STOP = re.compile(
    r"[。｡]|(?<![\d０-９])．|(?<=[^\W\d_]{2})\.[\"'”’)\]」』]*(?=\s|$)|(?<=\s\d{4})\.[\"'”’)]*(?=$|\s+[A-Z“\"])"
)
STOPS = "。.．｡"  # one of which each of these has
COMMA = re.compile(r"[，、；：,;:]")
TERMINATED = re.compile(r"[。．｡.!！?？][」』”’\"）)】〕］》]*$")
# A title in English: its words of four letters and more all begin with a capital.
SMALL_WORD = re.compile(r"(?<![\w'’])[a-z][a-z'’]{3,}")
CAPITAL_WORD = re.compile(r"(?<![\w'’])[A-Z][a-z'’]{3,}")
FEWEST_CAPITALS = 4
QUOTATION = re.compile(r"[「『“\"].*[」』”\"](?:[（(][^（()）]*[)）])?$")
# As text browsers and clippers print one: [harbour.png], [图片], [Image: two boats]
PICTURE = (
    r"\[(?:[\w.%~-]{1,100}\.(?:gif|png|jpe?g|svg|webp)"
    r"|(?:[Ii]mage|[Pp]hoto|[图圖照相]片|写真|画像|사진|이미지)\s?\d{0,3}(?:\s?[:：][^\[\]\n]{0,200})?)\]"
)
# A line without words: a rule, a counter, a picture.
WORDLESS = re.compile(rf"(?:[\W\d_]*|{PICTURE}|[图圖]片)$")
# What parts the pieces of a menu. Korean and Latin words are parted by spaces in every line.
DIVIDERS = re.compile(r"[|｜/／·•>＞»]")
DIVIDERS_AND_SPACES = re.compile(r"\s*[|｜/／·•>＞»]\s*|\s+")
# No word is so long: an address, or what a script left.
LONGEST_WORD = 60
ADDRESS = re.compile(rf"[!-~]{{{LONGEST_WORD},}}")
MENU_PIECES = 4  # three words in a row may be a headline
MENU_PIECE_WIDTH = 7  # Han characters on the mean: names of sections


@dataclass(frozen=True, eq=False)
class Segment:
    """One line of a document that is not blank.

    text: what it says, without the marks before it. where: the places of its pieces in the document, one
    unless it was put together. marks: a bullet, the signs of a caption, with the white space behind them.
    number: its place among the lines. page: from 0. indent: cells of white space before it. gap: blank lines
    above it. size: of its type, 1 for the body's or when unknown. below_rule: whether a rule stands above it.
    tops_column: whether it is the first of one of several columns. is_across: whether it
    stands across these.
    """

    text: str
    where: tuple[Span, ...]
    marks: str = ""
    number: int = 0
    page: int = 0
    indent: int = 0
    gap: int = 0
    size: float = 1.0
    below_rule: bool = False
    tops_column: bool = False
    is_across: bool = False

    @property
    def start(self) -> int:
        return self.where[0][0]

    @property
    def end(self) -> int:
        return self.where[-1][1]

    @property
    def whole(self) -> Span:
        """Where `text` stands in the document."""
        return self.start, self.end

    @property
    def mark_start(self) -> int:
        """Where its marks begin, or else its text."""
        return self.start - len(self.marks)

    def place(self, start: int, end: int) -> Span:
        """Where a piece of `text` stands in the document."""
        return self.start + start, self.start + end

    @measured
    def bullet(self) -> bool:
        return self.marks[:1] in BULLETS if self.marks else False

    @measured
    def arrow(self) -> bool:
        """Whether a sign before the text points at a picture."""
        return any(mark in CAPTION_MARKS for mark in self.marks)

    @measured
    def cells(self) -> int:
        """Cells the line takes on paper."""
        return cells(self.text)

    @measured
    def said(self) -> str:
        """The text without the addresses in it."""
        return ADDRESS.sub("", self.text) if len(self.text) >= LONGEST_WORD else self.text

    @measured
    def width(self) -> float:
        """How much is said, in Han characters."""
        return width(self.said)

    @measured
    def latin_letters(self) -> int:
        """How many Latin letters and figures it has, which are drawn more or less wide."""
        return len(LATIN.findall(self.text))

    @measured
    def full_stops(self) -> int:
        """How many sentences end in the line."""
        said = self.said
        return len(FULL_STOP.findall(said)) if any(stop in said for stop in STOPS) else 0

    @measured
    def is_terminated(self) -> bool:
        """Whether the line ends where a sentence may end."""
        return TERMINATED.search(self.text) is not None

    @measured
    def is_prose(self) -> bool:
        """Whether the line says something in full: a sentence, a long clause, or a speech."""
        if self.full_stops:
            return self.width >= 6 and not self.is_title_cased
        if self.width < 12 or self.is_menu:
            return False
        clauses = self.width >= 50 and len(COMMA.findall(self.said)) >= 2
        return clauses or QUOTATION.match(self.said) is not None

    @measured
    def is_title_cased(self) -> bool:
        """Whether the line is set as English titles are: Its Mayor Wants a Ferry. So Does Ours."""
        capitals = len(CAPITAL_WORD.findall(self.said))
        return capitals >= FEWEST_CAPITALS and not SMALL_WORD.search(self.said)

    @measured
    def is_menu(self) -> bool:
        """Whether the line is a row of short pieces: a menu, tabs, a footer."""
        if self.full_stops:
            return False
        spaced = self.width < len(self.text) / 2 or IN_HANGUL.search(self.text)
        pieces = (DIVIDERS if spaced else DIVIDERS_AND_SPACES).split(self.text)
        return len(pieces) >= MENU_PIECES and self.width / len(pieces) < MENU_PIECE_WIDTH

    @measured
    def is_wordless(self) -> bool:
        """Whether the line has no letter, but for a picture's file name: a rule, a counter, a page number."""
        return WORDLESS.match(self.text) is not None


def split_lines(text: str) -> list[Segment]:
    """The lines of a text that are not blank, each knowing where it stands."""
    return [line_at(text, number, span) for number, span in enumerate(line_spans(text))]


def line_spans(text: str) -> Iterator[Span]:
    """Where each line that is not blank begins and ends, white space around it left out."""
    offset = 0
    for raw in text.splitlines(keepends=True):
        if stripped := raw.strip(SPACES):
            start = offset + raw.index(stripped)
            yield start, start + len(stripped)
        offset += len(raw)


def line_at(text: str, number: int, span: Span) -> Segment:
    """The line that stands there, its marks apart from its text unless it is nothing but marks."""
    start, end = span
    words = MARKS.match(text, start, end).end()
    words = words if words < end else start
    return Segment(text[words:end], ((words, end),), marks=text[start:words], number=number)
