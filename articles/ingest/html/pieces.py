"""A tree read from top to bottom as the pieces a reader sees: lines of text and pictures.

Everything else in this package works on pieces: the body is a choice of them, and those that are not
chosen are what the record of removed text holds.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from lxml import etree

from articles.ingest.documents import Removed
from articles.ingest.html import tree
from articles.text.normalise import tidy
from articles.text.quantities.tables import COUNTED_DIGITS

CJK = r"\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u30ff\U00020000-\U0003ffff"
# A line break in the source between two full-width characters is no space.
WRAP = re.compile(rf"(?<=[{CJK}])[ \t]*\r?\n\s*(?=[{CJK}])")
# Links that invite elsewhere from the end of a paragraph; they are lines of their own.
INVITATION = re.compile(
    r"\W*(返回[^，,]{0,8}[，,]?\s*查看更多|查看更多|[閱阅][讀读](原文|全文)|更多|[詳详][細细情]|続きを読む"
    r"|read more|more)\W*",
    re.I,
)
# What a name of class or id says about captions.
CAPTION_HINT = re.compile(
    r"caption|figcap|(?:pic|img|image|photo)s?[-_]?(?:desc|text|txt|info|title|note|source|credit|tip)|\bcredits?\b"
    r"|(?:^|\s)(?:(?:pic|img|image|photo)s?[-_]?)?cap(?=\s|$)",
    re.I,
)
SENTENCE_END = re.compile(r"[。！？!?.…；;：:」』”’\"）)】]$")
LONGEST_INVITATION = 24  # characters of 點我看更多 and the like
INDENTS = ("\u3000", "\xa0")
# Between the paragraphs, the items and the signature of a text that is set as it was typed.
TYPED_BREAK = re.compile(r"\n[ \t]*\n\s*|\n(?=[ \t]*(?:\d{1,2}[.、)]|[-•●・]\s|--\n))|(?<=\n--)\n")
BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")
FEWEST_BLANK = 2  # lines in one stretch of text, without an element between, that shows as it was typed
# 一、單方面免簽不等於什麼都不用帶: a heading on a line of its own, which a break ends.
NUMBERED_HEADING = re.compile(rf"[{COUNTED_DIGITS}十]{{1,2}}、[^，,]+$")
LONGEST_NUMBERED = 30  # characters
SHORT_LINE = 15  # characters; a shorter line before a break stands alone


@dataclass(frozen=True, slots=True)
class Context:
    """Where a run of text stands. One object is shared by all text of the same element."""

    block: etree._Element
    item: etree._Element | None = None
    cell: etree._Element | None = None
    figure: etree._Element | None = None
    level: int = 0
    quoted: bool = False
    caption: bool = False
    control: bool = False
    hidden: bool = False
    reading: bool = False
    drawn: bool = False
    backlink: bool = False
    ancillary: bool = False
    preformatted: bool = False
    link: bool = False
    strong: bool = False
    small: bool = False

    @property
    def rule(self) -> str:
        """The rule by which what stands here is no text of the document, "" for none.

        A reading says how the word beside it is pronounced (ruby); inside the sentence it would break it.
        """
        if self.hidden:
            return "hidden"
        named = {"control": self.control, "reading": self.reading, "drawing": self.drawn}
        named["foot-note mark"] = self.backlink
        return next((rule for rule, holds in named.items() if holds), "")


@dataclass(slots=True)
class Piece:
    """A line of visible text, or a picture (text "", src set).

    links, strong: how many of its characters stand in links, in bold type. context: where it stands.
    runs: its stretches of text, each with the innermost element it stands in.
    indented: whether it begins with the white space of a new paragraph.
    """

    text: str
    context: Context
    links: int = 0
    strong: int = 0
    src: str = ""
    alt: str = ""
    index: int = 0
    indented: bool = False
    runs: list[tuple[etree._Element, str]] = field(default_factory=list)

    @property
    def is_picture(self) -> bool:
        return bool(self.src)


@dataclass(slots=True)
class _Line:
    """What stands between two line breaks of one block."""

    runs: list[tuple[etree._Element, str]] = field(default_factory=list)
    pictures: list[Piece] = field(default_factory=list)
    asides: list[Piece] = field(default_factory=list)
    links: int = 0
    strong: int = 0
    context: Context | None = None


def table_of(piece: Piece):
    """The table in whose cell a piece stands."""
    return next(piece.context.cell.iterancestors("table"), piece.context.cell)


def tidy_inline(text: str) -> str:
    """White space as a browser shows it, and none where the source was only wrapped."""
    return tidy(WRAP.sub("", text))


def spaced(piece: Piece) -> str:
    """A piece's runs apart from one another: 来源：某報 and 王某 are two boxes on one line."""
    return " ".join(filter(None, (tidy_inline(text) for _, text in piece.runs)))


def read_pieces(root, base_url: str = "", site_url: str = "") -> list[Piece]:
    """Every piece below root in reading order, hidden ones marked by their context.

    base_url, site_url: where the page was fetched from and where it says that it belongs, which complete the
    addresses of pictures (see tree.picture_source).
    """
    reader = _PieceReader(root, base_url, site_url)
    reader.read()
    return reader.pieces


def parted(pieces: list[Piece], rule_against: Callable[[Piece], str]) -> tuple[list[Piece], list[Removed]]:
    """The pieces that fields and blocks hold, and a record of all the others that say something.

    rule_against: names the rule that leaves a piece out, "" for one that is held.
    """
    rules = [(piece, rule_against(piece)) for piece in pieces]
    held = [piece for piece, rule in rules if not rule]
    return held, [Removed(rule, text=piece.text) for piece, rule in rules if rule and piece.text]


class _PieceReader:
    def __init__(self, root, base_url, site_url):
        self.root = root
        self.addresses = base_url, site_url
        self.pieces: list[Piece] = []
        self.lines = [_Line()]
        self.stack = [Context(block=root)]

    def read(self):
        walk = etree.iterwalk(self.root, events=("start", "end"))
        for event, element in walk:
            if event == "end":
                self._leave(element)
            elif not isinstance(element.tag, str) or element.tag in tree.UNSEEN:
                self._drawn(element)
                self.stack.append(self.stack[-1])
                walk.skip_subtree()
            else:
                self._enter(element)
        self._flush()

    def _drawn(self, element):
        """The words of a drawing or a formula, which are seen, though not as text of the document."""
        for drawn in element.iter(*tree.DRAWN) if element.tag in tree.DRAWINGS else ():
            context = replace(_context_of(element, self.stack[-1]), drawn=True)
            self._aside("".join(drawn.itertext()), context)

    def _enter(self, element):
        if element.tag in tree.BLOCKS:
            self._flush()
        context = _context_of(element, self.stack[-1])
        self.stack.append(context)
        if element.tag in tree.PICTURES:
            self._picture(element, context)
        elif element.tag == "br" or self._stands_alone(element):
            self.lines.append(_Line())
        if element.text:
            self._text(element.text, context, element)

    def _leave(self, element):
        if element.tag in tree.BLOCKS:
            self._flush()
        elif self._stands_alone(element):
            self.lines.append(_Line())
        self.stack.pop()
        if element.tail and element is not self.root:
            self._text(element.tail, self.stack[-1], element.getparent())

    def _stands_alone(self, element) -> bool:
        """Whether the element entered or about to be left has a line of its own: a caption, a link on."""
        above, context = self.stack[-2:]
        return (context.caption and not above.caption) or _is_invitation(element)

    def _text(self, text, context, element):
        if context.hidden or context.reading or context.backlink:
            self._aside(text, context)
            return
        if not context.preformatted:
            self._typed(text, context, element)
            return
        first, *others = text.split("\n")
        self._run(first, context, element)
        for other in others:
            self.lines.append(_Line())
            self._run(other, context, element)

    def _typed(self, text, context, element):
        """A text whose own blank lines part its paragraphs, as boards show posts; else one run."""
        first, *others = _typed_paragraphs(text)
        self._run(first, context, element)
        for other in others:
            self._flush()
            self._run(other, context, element)

    def _aside(self, text, context):
        """What stands inside a sentence without being part of it: recorded, and the sentence goes on."""
        if aside := tidy_inline(text):
            self.lines[-1].asides.append(Piece(aside, context))

    def _run(self, text, context, element):
        line = self.lines[-1]
        line.runs.append((element, text))
        length = len(text.strip())
        if not length:
            return
        line.context = line.context or context
        line.links += length * context.link
        line.strong += length * context.strong

    def _picture(self, element, context):
        source = tree.picture_source(element, *self.addresses)
        if not source:
            return
        picture = Piece("", context, src=source, alt=tidy_inline(element.get("alt") or ""))
        self.lines[-1].pictures.append(picture)
        if self.lines[-1].context is None:
            self.lines.append(_Line())

    def _flush(self):
        for piece in _joined(self.lines):
            piece.index = len(self.pieces)
            self.pieces.append(piece)
        self.lines = [_Line()]


def _typed_paragraphs(text: str) -> list[str]:
    if text.count("\n") < 2 * FEWEST_BLANK or len(BLANK_LINES.findall(text.strip())) < FEWEST_BLANK:
        return [text]
    return TYPED_BREAK.split(text)


def _context_of(element, above: Context) -> Context:
    """The context inside element; the one above itself when the element changes nothing."""
    changes = {}
    tag = element.tag
    if tag in tree.BLOCKS:
        changes["block"] = element
        changes |= _role_of(element, above)
    elif tag == "a":
        changes["link"] = True
    elif tag in tree.STRONG or "bold" in element.get("style", ""):
        changes["strong"] = True
    if not above.small and tree.is_set_small(element):
        changes["small"] = True
    if tag in tree.CONTROLS:
        changes["control"] = True
    elif tag in tree.READINGS:
        changes["reading"] = True
    if role := element.get("role"):
        changes |= _spoken_role(role)
    if not above.hidden and tree.is_hidden(element):
        changes["hidden"] = True
    if not above.caption and _names_caption(element):
        changes["caption"] = True
    return replace(above, **changes) if changes else above


def _is_invitation(element) -> bool:
    if element.tag != "a":
        return False
    text = " ".join(element.itertext()).strip()
    return len(text) <= LONGEST_INVITATION and bool(INVITATION.fullmatch(text))


def _role_of(element, above: Context) -> dict:
    tag = element.tag
    if tag in tree.HEADINGS:
        return {"level": tree.HEADINGS[tag]}
    if tag == "li":
        return {"item": element}
    if tag in tree.CELLS:
        return {"cell": element, "item": None}
    if tag == "figure":
        return {"figure": element}
    if tag == "blockquote":
        return {"quoted": True}
    if tag in tree.PREFORMATTED:
        return {"preformatted": True}
    if "bold" in element.get("style", ""):
        return {"strong": True}
    return {}


def _spoken_role(role: str) -> dict:
    """What the role says that an element has for readers aloud (WAI-ARIA, and DPUB-ARIA for notes)."""
    return (
        {"ancillary": True}
        if role in tree.NOTE_ROLES
        else {"backlink": True}
        if role == tree.BACKLINK
        else {}
    )


def _names_caption(element) -> bool:
    return element.tag == "figcaption" or bool(CAPTION_HINT.search(tree.hints(element)))


def _joined(lines: list[_Line]) -> list[Piece]:
    """The pieces of one block: every line its own, but a sentence broken over lines is put together."""
    pieces: list[Piece] = []
    asides: list[Piece] = []
    joinable = False
    for line in lines:
        raw = "".join(text for _, text in line.runs)
        text = tidy_inline(raw)
        indented = raw.lstrip("\n\t ").startswith(INDENTS)
        apart = indented or _is_set_small(line)
        if text and joinable and not apart and line.context.caption == pieces[-1].context.caption:
            _append(pieces[-1], text, line)
        elif text:
            piece = Piece(text, line.context, line.links, line.strong, indented=indented, runs=line.runs)
            pieces.append(piece)
        pieces += line.pictures
        asides += line.asides
        joinable = bool(text) and not line.pictures and _runs_on(text, line.context)
    return pieces + asides


def _is_set_small(line: _Line) -> bool:
    """Whether a line of a heading is its deck, set below it in smaller type."""
    said = [element for element, text in line.runs if text.strip()]
    return bool(said) and all(element.tag == "small" for element in said)


def _runs_on(text: str, context: Context) -> bool:
    if context.level:
        return True
    is_numbered_heading = len(text) <= LONGEST_NUMBERED and NUMBERED_HEADING.match(text)
    return len(text) > SHORT_LINE and not SENTENCE_END.search(text) and not is_numbered_heading


def _append(piece: Piece, text: str, line: _Line):
    space = "" if re.match(rf"[{CJK}]", text) else " "
    piece.text += space + text
    piece.links += line.links
    piece.strong += line.strong
    piece.runs += line.runs
