"""Marks that tools put into a page when they write it as text: html2text, clippers, lynx, w3m.

Such a dump is read as a page scrape: its marks are set aside, on record, and its lines tell the rest.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import takewhile

from articles.ingest.documents import Held, Removed
from articles.ingest.plain.prints import print_edges, title_of_print
from articles.ingest.plain.segment import PICTURE, Segment, Span, split_lines
from articles.ingest.plain.wrapping import breaks_inside, rejoins_without_space
from articles.text.radicals import without_radicals

RULE = "mark"  # by which marks are recorded
ADDRESS = r"\([^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,500})?(?:\s{1,3}\"[^\"\n]{0,300}\")?\s?\)"
# Marks that stand for something which is no text, wholly set aside.
WHOLE = re.compile(
    rf"!\[[^\[\]\n]{{0,500}}\](?:{ADDRESS}|\[[^\[\]\n]{{0,40}}\])"  # pictures of Markdown
    rf"|{PICTURE}"  # and of text browsers
    r"|\[[^\W\d_][^\[\]\n_]{0,40}_{3,}\]|\[?_{3,}\]?|\[[ xX]?\]|\((?:BUTTON|\s|\*)\)"  # fields of forms
)
# Words set in italics: _said_, *said*; not snake_case.
ITALICS = re.compile(
    r"(?<![^\s“「『（(])(?:(?P<open>_)(?=\S)[^_\n]{1,600}(?<=\S)(?P<close>_)"
    r"|(?P<begin>\*)(?=[^\s*])[^*\n]{1,600}(?<=[^\s*])(?P<end>\*))(?![\w*])"
)
LINK = re.compile(rf"(?P<open>\[)[^\[\]\n]{{0,500}}(?P<close>\]{ADDRESS})")
# Marks beside words: headings, quotations, bold, underlines, escapes.
BESIDE = re.compile(
    r"^[ \t]{0,8}#{1,6}[ \t]+|^[ \t]{0,8}>[ \t]+(?=\S)"
    r"|^[ \t]{0,8}(?:[-=*_][ \t]?){3,}$|\*\*|(?<![^\s])__(?=\S)|(?<=\S)__(?!\S)"
    r"|\\(?=[\\`*_{}\[\]()#+.!|>-])",
    re.MULTILINE,
)
TITLE = re.compile(r"^(?:#[ \t]+(?=\S)|(?=\S[^\n]{0,400}\n={3,}[ \t]*$))([^\n]{1,400})$", re.MULTILINE)
FILLED, AT_EDGE = re.compile(r"^[ \t]*\S", re.MULTILINE), re.compile(r"^\S[^\n]{0,400}$", re.MULTILINE)
FEWEST_SET_IN, MOST_AT_EDGE = 12, 0.15  # lines of a text browser's dump; share of those that are headings
# The margin of lynx and links, and how much of a dump begins there; menus and quotations are set in deeper.
MARGIN, LEAST_AT_MARGIN = re.compile(r"^ {3}\S", re.MULTILINE), 0.6
# Far from the edge between two blank lines.
IN_THE_MIDDLE = re.compile(r"(?<=\n\n)[ ]{12,120}(\S[^\n]{0,400})$(?=\n[ \t]*\n)", re.MULTILINE)
NUMBERED_LINK = re.compile(r"\[\d{1,4}\](?=\S)")  # lynx writes [12] before the words of its twelfth link
FEWEST_NUMBERED = 5  # a text with footnotes has fewer, and has them behind words

REMEMBERED = 2  # texts: a document is asked about when its kind is told and when it is read
FEWEST_ABOVE_TITLE, MOST_TOLD_ABOVE = 20, 0.1  # lines of a page's menus above its title; share of sentences
# How the text of a mailed newsletter marks its headings: ** Why it matters, underlined
MAILED_HEADING, FEWEST_MAILED = re.compile(r"^\*\*[ \t]+\S[^\n]{0,200}\n-{10,}[ \t]*$", re.MULTILINE), 2
FEWEST_FRAME_LINES = 3  # lines that are nothing but a link, a picture or a field of a form


# Signs of scripts and of their data; sentences with quotations have less than 5 in 100 of them.
CODE_SIGN = re.compile(r'[{}();=<>&|\\$"_]')
SHORTEST_CODE, LEAST_SIGNS = 40, 0.12
# Nothing but the tags of boxes, which pandoc keeps.
TAGS_ALONE = re.compile(r"(?:</?[a-z][a-z0-9-]{0,20}(?:\s[^<>]{0,2000})?>\s*)+", re.IGNORECASE)


@dataclass(frozen=True)
class Unmarked:
    """A dump without its marks. marks: where these stood, in order and apart.

    titles: its heading of the first rank, none where it marks several; of a print what its heads say.
    set_out: lines that stand as text browsers set headings: at the edge where they set the story in, or in
    the middle.
    """

    dump: str
    marks: tuple[tuple[int, int], ...]
    titles: frozenset[str] = frozenset()
    set_out: frozenset[str] = frozenset()

    @cached_property
    def text(self) -> str:
        return "".join(self.dump[start:end] for start, end in self._kept)

    @cached_property
    def _kept(self) -> list[tuple[int, int]]:
        """The stretches between the marks."""
        starts = [0, *(end for _, end in self.marks)]
        ends = [*(start for start, _ in self.marks), len(self.dump)]
        return list(zip(starts, ends, strict=True))

    def removed(self, pieces: list[Removed]) -> list[Removed]:
        """Pieces left out of `text`, by their places in the dump, and the marks."""
        moved = [
            Removed(piece.rule, *place) for piece in pieces for place in self.places(piece.start, piece.end)
        ]
        marks = [Removed(RULE, *mark) for mark in self.marks if self.dump[slice(*mark)].strip()]
        return sorted([*moved, *marks], key=lambda piece: piece.start)

    def held(self, pieces: list[Held]) -> list[Held]:
        return [
            Held(piece.holder, *place) for piece in pieces for place in self.places(piece.start, piece.end)
        ]

    def places(self, start: int, end: int) -> list[tuple[int, int]]:
        """Where a stretch of `text` stands in the dump: in pieces, where marks stood inside it."""
        found, passed = [], 0
        for first, last in self._kept:
            begin, stop = max(start, passed), min(end, passed + last - first)
            if begin < stop:
                found.append((first + begin - passed, first + stop - passed))
            passed += last - first
        return found


def as_written(text: str) -> Unmarked | None:
    """A text as it was before a tool broke its lines, wrote marks into it or printed it on paper; None for
    any other.
    """
    if edges := print_edges(text):
        text = without_radicals(text)
    breaks = breaks_inside(_blanked(text, edges))
    whole = _blanked(text, breaks)
    marks = edges or (unmarked(whole).marks if is_dump(whole) else ())
    if not (breaks or marks):
        return None
    inside = {place for mark in marks for place in range(*mark)}
    gaps = [gap for gap in _gaps(text, breaks) if gap[0] not in inside]
    all_marks = tuple(sorted([*marks, *gaps]))
    if edges:
        return Unmarked(whole, all_marks, frozenset({title_of_print(text)}))
    titles = TITLE.findall(whole) if marks else []
    set_out = _set_out(whole) if not titles else []
    return Unmarked(whole, all_marks, _said(titles[:1] if len(titles) == 1 else ()), _said(set_out))


def _said(lines: Iterable[str]) -> frozenset[str]:
    return frozenset(unmarked(line).text.strip() for line in lines)


def _set_out(dump: str) -> list[str]:
    """The lines of a dump that begin at its edge where nearly all others are set in, as lynx has headings,
    and those in the middle, as links has them.
    """
    at_edge = [line for line in AT_EDGE.findall(dump) if not line.startswith("#")]
    lines = len(FILLED.findall(dump))
    few = lines >= FEWEST_SET_IN and len(at_edge) <= MOST_AT_EDGE * lines
    return at_edge * few + IN_THE_MIDDLE.findall(dump)


def has_browser_margin(text: str) -> bool:
    """Whether a text is set in as text browsers set pages in, with headings alone at the edge."""
    lines = len(FILLED.findall(text))
    edge = [line.start() for line in AT_EDGE.finditer(text)]
    if not 0 < len(edge) <= MOST_AT_EDGE * lines or lines < FEWEST_SET_IN:
        return False
    alone = all(text[:start].rpartition("\n")[0].endswith("\n") for start in edge if start)
    return alone and len(MARGIN.findall(text)) >= LEAST_AT_MARGIN * lines


def _gaps(text: str, breaks: list[Span]) -> list[Span]:
    """What the breaks leave between words but for one space, or for none where nothing parts them."""
    gaps = [(start + (not rejoins_without_space(text, (start, end))), end) for start, end in breaks]
    return [(start, end) for start, end in gaps if start < end]


def unmarked(text: str) -> Unmarked:
    """A text without the marks of dumps, each set aside once: pictures before the links around them."""
    spans = [match.span() for match in WHOLE.finditer(text)]
    bare = _blanked(text, spans)
    for link in LINK.finditer(bare):
        spans += [link.span("open"), link.span("close")]
    bare = _blanked(bare, spans)
    spans += [match.span() for match in BESIDE.finditer(bare)]
    for said in ITALICS.finditer(_blanked(bare, spans)):
        spans += [said.span(name) for name in said.groupdict() if said[name]]
    numbered = [match.span() for match in NUMBERED_LINK.finditer(bare)]
    return Unmarked(text, tuple(sorted(spans + numbered * (len(numbered) >= FEWEST_NUMBERED))))


def _blanked(text: str, spans: list[tuple[int, int]]) -> str:
    """The text with spaces for what stands at the spans, so that places stay."""
    parts, at = [], 0
    for start, end in sorted(spans):
        parts += [text[at:start], " " * (end - start)]
        at = end
    return "".join([*parts, text[at:]])


@lru_cache(REMEMBERED)
def is_dump(text: str) -> bool:
    """Whether a text is a page that a tool wrote out: lines of its frame, and more titles than sentences.

    Of a page without links and pictures the frame is what stands above its title.
    """
    if len(MAILED_HEADING.findall(text)) >= FEWEST_MAILED:
        return True
    marked = WHOLE.search(text) or LINK.search(text) or NUMBERED_LINK.search(text)
    if not (marked or TITLE.search(text, FEWEST_ABOVE_TITLE)):
        return False
    lines = split_lines(text)
    prose = sum(line.is_prose for line in lines)
    if len(lines) - prose <= prose:
        return False
    return sum(_is_frame(line.text) for line in lines) >= FEWEST_FRAME_LINES or _is_titled_below(lines)


def _is_titled_below(lines: list[Segment]) -> bool:
    """Whether many short lines and no story stand above the first title."""
    above = list(takewhile(lambda line: not TITLE.match(line.text), lines))
    told = sum(line.is_prose for line in above)
    return FEWEST_ABOVE_TITLE <= len(above) < len(lines) and told <= MOST_TOLD_ABOVE * len(above)


def is_code(line: str) -> bool:
    """Whether a line is what a script or its data look like where a tool has printed them."""
    if line.startswith("<") and TAGS_ALONE.fullmatch(line):
        return True
    return len(line) >= SHORTEST_CODE and len(CODE_SIGN.findall(line)) >= LEAST_SIGNS * len(line)


def _is_frame(line: str) -> bool:
    """Whether a line is nothing but links, pictures or fields of forms."""
    rest = LINK.sub("", WHOLE.sub("", line))
    return (rest != line and not any(map(str.isalnum, rest))) or bool(NUMBERED_LINK.match(line))
