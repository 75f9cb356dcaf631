"""Lines put together: pieces of one printed line; and what stood between two before they were broken.

That is nothing, a space, or a hyphen that was not there.
"""

import re
import unicodedata
from dataclasses import dataclass, field, replace

from articles.ingest.pdf.text.blocks.broken_words import BrokenWords
from articles.ingest.pdf.text.blocks.measure import may_end
from articles.ingest.pdf.text.blocks.paragraphs import ASIDE, NEVER_FIRST
from articles.ingest.pdf.text.blocks.paragraphs import HAN as HAN_LETTER
from articles.ingest.pdf.text.line_kinds.dates import dates_of
from articles.ingest.plain.chapters import chapter_number, in_order
from articles.ingest.plain.segment import Segment
from articles.text.quantities.tables import HAN_NUMERALS

FULL = r"\u2e80-\u312f\u31a0-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\U00020000-\U0003ffff"
HAN = r"\u2e80-\u2fdf\u3005-\u3007\u3040-\u312f\u3400-\u9fff\uf900-\ufaff"
LATIN = r"A-Za-z0-9\u00c0-\u024f"
HANGUL = re.compile(r"[\uac00-\ud7af]")
# Korean is written with spaces: behind marks that end a word and before what begins one.
ENDS_WORD, BEGINS_WORD = re.compile(r"[A-Za-z0-9%.,!?;:…]"), re.compile(r"[A-Za-z0-9\"'“‘「『《〈]")
SPACED = re.compile(rf"(?:[{HAN}] [{LATIN}]|[{LATIN}] [{HAN}])")
UNSPACED = re.compile(rf"(?:[{HAN}][{LATIN}]|[{LATIN}][{HAN}])")
OPEN_ADDRESS = re.compile(r"(?<![!-~])(?=[!-~]+$).*?(?:https?://|www\.)")
# How an address goes on: with a sign that only addresses have, not with a word of the sentence.
ADDRESS_TAIL = re.compile(r"[/=&?%_#~]|\.\w{2}|^(?=\w+$)\D*\d")
ADDRESS_SIGN = re.compile(r"[/=&?%_#.:-]$|//w{1,3}$")
LETTER = r"A-Za-z\u00c0-\u024f"
HYPHENS = ("-", "\u2010", "\u00ad")
BROKEN_WORD = re.compile(rf"(?<![{LETTER}])([{LETTER}]+)[-\u2010\u00ad]$")
WORD = re.compile(rf"[{LETTER}]+")
WHOLE_WORDS = re.compile(rf"(?<![{LETTER}])(?<!-\n)[{LETTER}]++(?:-[{LETTER}]++)*\b(?!-\n)")
SOFT_HYPHENS = "\u00ad\u2010"
# What compounds begin and end with, whatever else a document prints; and what only ever ends a word.
FIRST_PARTS = re.compile(
    r"all|anti|cross|far|full|half|high|ill|long|low|mid|multi|near|non|post|self|semi|short|well"
    r"|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
)
LAST_PARTS = re.compile(r"backed|based|driven|free|led|level|made|making|old|related|scale|style|term|wide")
ENDING = re.compile(
    r"(?:[a-z]?[ts]ion(?:al|ally|s)?|ments?|ings?|ness|[aeio]rs?|ly|e?d|[ai]ble|ally?|ic(?:al)?|ive(?:ly)?"
    r"|it(?:y|ies)|ful|less|ships?|is[mt]s?|[ae]n(?:ce|cy|t)s?|ary|ous|ages?|i[sz](?:e|ed|ing)|est?|hood"
    r"|wards?|stead|ever|out)"
)
# The mark of a note that is a whole line.
RAISED_MARK = re.compile(r"[①-⑳¹²³*＊†‡]|[\[［]\d{1,3}[\]］]|\d{1,3}[)）]")
# The label of a table or picture that a tool has parted from what it says.
BARE_LABEL = re.compile(rf"(?:[圖图表図]|図表|圖表|图表|그림|표)\s?[\d{HAN_NUMERALS}]{{1,3}}[.．:：]?")
# Curved quotation marks are set full in Chinese type, and around Latin words they are Latin.
ENDS_LATIN = re.compile(rf"[{LATIN}][.,;:!?]?[”’]{{0,2}}$")
BEGINS_LATIN = re.compile(rf"[“‘]{{0,2}}[{LATIN}]")
SPACED_DASH = re.compile(rf"[{LATIN}][,.;:!?’”)]{{0,2}} [–—]$")
# Letters that a tool has printed one below the other, as they stand in vertical type.
LETTERS_BELOW = re.compile(rf"[{HAN}](?: [{HAN}]){{1,15}}")
# What is said of a whole text below its headline.
OF_TEXT = re.compile(r"[（(](?:全文|全訳|[节節][选選錄]|摘[要錄录]|[译譯][文]|仮訳|전문|요지)[)）]")
ENDS_OR_OPENS = re.compile(r"[。！？!?：:」』”]$")
LATIN_WORD = re.compile(r"[A-Za-z\u00c0-\u024f][\w.'’-]*")
FEWEST_BROKEN = 2  # lines of a document that breaks words; fewer end with the hyphens of compounds
SYLLABLE = 3  # letters; a shorter word before a hyphen is more often the beginning of a longer one


def mend_fragments(lines: list[Segment], column: int) -> list[Segment]:
    """Put together what was one printed line.

    Where marks or Latin words come from another font than the Han around them, or sit on another baseline,
    pdftotext -raw and PyMuPDF print each run on a line of its own, some between blank lines.
    """
    mended: list[Segment] = []
    for line in lines:
        if mended and _is_fragment(mended[-1], line, column):
            above = mended.pop()
            line = _joined(above, line)
            if LETTERS_BELOW.fullmatch(line.text):
                line = replace(line, where=(line.whole,))
        mended.append(line)
    return mended


def with_numbers(lines: list[Segment]) -> list[Segment]:
    """The lines, the numbers of chapters that stand alone above their headings on the line of these."""
    numbers = ((at, chapter_number(line.text)) for at, line in enumerate(lines))
    chapters = [at for at in in_order(numbers) if at + 1 < len(lines) and _may_be_numbered(lines[at + 1])]
    joined = {at + 1: _joined(lines[at], lines[at + 1]) for at in chapters}
    return [joined.get(at, line) for at, line in enumerate(lines) if at not in chapters]


def _may_be_numbered(line: Segment) -> bool:
    return not (chapter_number(line.text) or may_end(line)) and any(map(str.isalpha, line.text))


def _joined(line: Segment, following: Segment) -> Segment:
    return replace(line, text=f"{line.text} {following.text}", where=line.where + following.where)


def _is_fragment(line: Segment, following: Segment, column: int) -> bool:
    if line.page == following.page and not following.gap and RAISED_MARK.fullmatch(following.text):
        return True
    if (
        line.page != following.page
        or line.size != following.size
        or line.cells + following.cells > column + 2
    ):
        return False
    if LETTERS_BELOW.fullmatch(f"{line.text} {following.text}") and line.indent == following.indent:
        return not following.gap or (following.gap == 1 and len(following.text) == 1)
    if NEVER_FIRST.match(following.text) or (BARE_LABEL.fullmatch(line.text) and not may_end(following)):
        return True
    return _is_aside(line, following) or (following.gap > 0 and _is_latin_run(line, following))


def _is_aside(line: Segment, following: Segment) -> bool:
    return (
        ASIDE.fullmatch(following.text) is not None
        and not OF_TEXT.fullmatch(following.text)
        and not (may_end(line) or dates_of(f"{line.text} {following.text}"))
    )


def _is_latin_run(line: Segment, following: Segment) -> bool:
    if not (HAN_LETTER.search(line.text) or HAN_LETTER.search(following.text)):
        return False
    tail = line.text.split(" ")[-1]
    apart = tail == line.text or len(line.where) > 1
    return not ENDS_OR_OPENS.search(line.text) and bool(
        LATIN_WORD.fullmatch(following.text)
        or following.text[0].islower()
        or (apart and LATIN_WORD.fullmatch(tail))
    )


@dataclass(frozen=True)
class Glue:
    """How this document joins its lines.

    spaced: whether it prints a space between Han and Latin. words: every word and hyphenated word
    printed within a line, in lower case, to tell a broken word from a compound. breaks: whether it
    breaks words at all, softly: with hyphens that nobody writes. korean: the same of Korean words, which are
    cut without a hyphen.
    """

    spaced: bool
    words: frozenset[str]
    breaks: bool = False
    softly: bool = False
    korean: BrokenWords = field(default_factory=BrokenWords)

    @classmethod
    def of(cls, lines: list[str]) -> "Glue":
        text = "\n".join(lines)
        broken = sum(_broken_word(line) is not None for line in lines)
        words = WHOLE_WORDS.findall(text) if broken else []
        spaced = len(SPACED.findall(text)) > len(UNSPACED.findall(text))
        softly = sum(line[-1] in SOFT_HYPHENS and _broken_word(line) is not None for line in lines)
        return cls(
            spaced,
            frozenset(map(str.lower, words)),
            broken >= FEWEST_BROKEN,
            softly >= FEWEST_BROKEN,
            BrokenWords.of(lines),
        )

    def between(self, before: str, after: str) -> str:
        """A space or nothing, for the end of one line and the beginning of the next."""
        if not before or not after or is_broken_address(before, after) or _broken_word(before):
            return ""
        if BARE_LABEL.fullmatch(before) or chapter_number(before):
            return " "
        if (ENDS_LATIN.search(before) or SPACED_DASH.search(before)) and BEGINS_LATIN.match(after):
            return " "
        left, right = before[-1], after[0]
        if HANGUL.match(right) and (HANGUL.match(left) or ENDS_WORD.match(left)):
            return "" if self.korean.go_on(before, after) else " "
        if HANGUL.match(left) and BEGINS_WORD.match(right):
            return " "
        if (_is_full(left) and _is_full(right)) or _is_full_mark(left) or _is_full_mark(right):
            return ""
        return " " if self.spaced or not (_is_full(left) or _is_full(right)) else ""

    def hyphen_is_added(self, before: str, after: str) -> bool:
        """Whether the hyphen that ends `before` was set by the line breaker.

        It was if the whole word is printed elsewhere, or only ever with a soft hyphen; a compound such
        as "decision-making" keeps its own. Else the parts tell: compounds are made of words.
        """
        broken, rest = _broken_word(before), WORD.match(after)
        if not broken or not rest or rest[0][0].isupper():
            return False
        left, right = broken[1].lower(), rest[0].lower()
        if before[-1] in SOFT_HYPHENS:
            return True
        if self.softly:
            return False
        if left + right in self.words:
            return True
        return self.breaks and not (f"{left}-{right}" in self.words or self._is_compound(left, right))

    def _is_compound(self, left: str, right: str) -> bool:
        if FIRST_PARTS.fullmatch(left) or LAST_PARTS.fullmatch(right) or {left, right} <= self.words:
            return True
        return left in self.words and len(left) > SYLLABLE and not ENDING.fullmatch(right)


def _broken_word(line: str) -> re.Match | None:
    """The Latin word before a hyphen that ends a line."""
    return BROKEN_WORD.search(line) if line.endswith(HYPHENS) else None


def is_broken_address(before: str, after: str) -> bool:
    """Whether an address at the end of one line goes on in the next."""
    if not OPEN_ADDRESS.search(before):
        return False
    head = re.match(r"[!-~]*", after)[0]
    return bool(head and (ADDRESS_SIGN.search(before) or ADDRESS_TAIL.search(head)))


def _is_full(char: str) -> bool:
    return unicodedata.east_asian_width(char) in "WF" or char in "“”‘’—…"


def _is_full_mark(char: str) -> bool:
    return _is_full(char) and not char.isalnum()
