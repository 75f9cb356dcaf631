"""A whole HTML page → ParsedDocument: headline, body, the other fields, and the record of the rest."""

import re
from collections.abc import Callable

from articles.ingest.documents import (
    DocumentError,
    Kind,
    ParsedDocument,
    RawDocument,
    Reason,
    Removed,
)
from articles.ingest.furniture.notes import is_note
from articles.ingest.furniture.phrases import is_paywall
from articles.ingest.html import tree
from articles.ingest.html.blocks import blocks_from_pieces
from articles.ingest.html.chapters import with_chapters
from articles.ingest.html.fields.byline import find_people
from articles.ingest.html.fields.date import published
from articles.ingest.html.fields.headline import Headline
from articles.ingest.html.fields.name_boxes import name_boxes
from articles.ingest.html.fields.source import keywords, source_name
from articles.ingest.html.fields.standfirst import find_standfirst
from articles.ingest.html.figures import mark_captions
from articles.ingest.html.line_kinds import (
    is_byline,
    is_dateline,
    level_headings,
    promote_headings,
    rule_against,
    with_notes,
)
from articles.ingest.html.measures import FULL_STOP, is_prose
from articles.ingest.html.metadata import Metadata, saved_from
from articles.ingest.html.pieces import Piece, parted, read_pieces, spaced
from articles.ingest.html.selection.find_body import SHORTEST_BODY, find_body
from articles.ingest.html.selection.script_bodies import stated_date
from articles.text.language import detect_language
from articles.text.press.captions import looks_like_caption
from articles.text.press.dates import parse_date

NEXT_PAGE = re.compile(r"下一[頁页]|[餘余剩]下全文|次のページ|다음 페이지|^next page", re.I)
AROUND_END = 8  # pieces around the end of the body, where a paywall stands
LONGEST_SIGN = 80  # characters
FIELD_LINES = 12  # lines below the headline in which fields are printed where the body itself is not
ABOVE = 4  # lines above the headline in which source and author may be printed


def parse(text: str, raw: RawDocument) -> ParsedDocument:
    """The article on a page.

    text: the page, decoded. raw: gives its address, for relative links and where it states none itself.
    Raises DocumentError when the page is too large or too deep to read, or holds no article.
    """
    root = tree.parse_tree(text)
    metadata = Metadata(root)
    read_from = metadata.base_url(raw.url)
    address = metadata.address(raw.url or saved_from(text))
    return _PageReader(root, metadata, address, read_from).document()


class _PageReader:
    """A page taken apart. pieces: all it shows. body: those of the article's text."""

    def __init__(self, root, metadata: Metadata, address: str, read_from: str):
        self.root, self.metadata, self.address = root, metadata, address
        pieces = with_chapters(read_pieces(root, read_from, address))
        mark_captions(pieces)
        self.headline = Headline(pieces, metadata)
        self.choice = find_body(root, pieces, metadata, self.headline.place)
        if self.choice.prose < SHORTEST_BODY:
            raise DocumentError("no article text found in the page")
        self.pieces = self.choice.pieces
        self.standfirst, self.standfirst_rule = self._standfirst() or (None, "not told")
        told = [piece for piece in self.choice.kept if piece is not self.standfirst]
        self.names = name_boxes(self.pieces, self.headline.place + 1, told)
        self.body = self._without_fields()

    def document(self) -> ParsedDocument:
        blocks = level_headings(promote_headings(with_notes(blocks_from_pieces(self.body))))
        document = ParsedDocument(Kind.HTML, blocks=blocks, removed=self._removed())
        document.headline, document.source_url = self.headline.text, self.address
        document.standfirst = self.standfirst.text if self.standfirst else ""
        document.reasons["headline"] = self.headline.reason
        document.reasons["standfirst"] = Reason(self.standfirst_rule)
        self._add_origin(document, "\n".join(block.text for block in blocks))
        document.warnings += self._warnings()
        return document

    def _warnings(self) -> list[str]:
        """What tells that the page does not hold the whole article."""
        end = self.choice.kept[-1].index
        warnings = []
        if _is_said(NEXT_PAGE.search, self.pieces):
            warnings.append("The article goes on on another page.")
        if _is_said(is_paywall, self.pieces[max(0, end - AROUND_END) : end + AROUND_END]):
            warnings.append("The page shows only the beginning of the article; the rest is for subscribers.")
        return warnings

    def _without_fields(self) -> list[Piece]:
        """The chosen pieces without what fields hold."""
        kept = [piece for piece in self.choice.kept if piece is not self.standfirst]
        prose = [piece.index for piece in kept if _is_text(piece)] or [kept[0].index]
        texts = [piece for piece in kept if piece.text]
        rules = {
            piece.index: self._field_rule(piece, at_edge=not prose[0] <= piece.index <= prose[-1])
            for piece in texts
        }
        self.choice.rules |= {index: rule for index, rule in rules.items() if rule}
        return [piece for piece in kept if not rules.get(piece.index)]

    def _field_rule(self, piece: Piece, at_edge: bool) -> str:
        """The rule that leaves out a line because a field holds what it says, "" for none.

        at_edge: whether it stands before or after all prose; inside, a line with a name or a date is text.
        """
        if piece.index in self.headline.places:
            return "headline repeated"
        at_edge = at_edge and not piece.context.caption
        if any(piece is box.piece for box in self.names):
            return "byline"
        if at_edge and _signs(piece) and not is_note(piece.text):
            return "byline"
        return "date" if at_edge and is_dateline(piece.text) else ""

    @property
    def _first(self) -> int:
        """Index of the line before which fields are printed: the body's first, when the page prints it."""
        if self.choice.from_script:
            return min(self.headline.place + FIELD_LINES, len(self.pieces))
        return next(
            (piece.index for piece in self.choice.kept if not _is_shown(piece)), self.choice.kept[0].index
        )

    def _standfirst(self) -> tuple[Piece, str] | None:
        between = self.pieces[self.headline.place + 1 : self._first]
        opening = next(piece for piece in self.choice.kept if piece.text)
        story = " ".join([self.headline.text, *(piece.text for piece in self.choice.kept)])
        return find_standfirst(between, opening, self.metadata, story)

    def _add_origin(self, document: ParsedDocument, prose: str) -> None:
        text = f"{document.headline}\n{prose}"
        span = (self.headline.place, self._first)
        told = {piece.index for piece in self.choice.kept}
        head = [
            piece for piece in self.pieces[max(0, span[0] - ABOVE) : max(span)] if piece.index not in told
        ]
        because = document.reasons
        document.language = detect_language(text)
        document.keywords, because["keywords"] = keywords(self.metadata, self.pieces, text)
        because["language"] = Reason("letters of the text")
        because["source_url"] = Reason("stated out of sight")
        document.source_name, because["source_name"] = source_name(self.metadata, head, document.headline)
        document.byline, because["byline"] = find_people(
            self.metadata, self.pieces, self.choice.kept, head, self.names, document.source_name
        )
        document.published, because["published"] = published(
            self.metadata, self.pieces, span, document.language, self.address
        )
        if self.choice.from_script and not document.published:
            stated = stated_date(self.root)
            document.published = parse_date(stated, document.language)
            because["published"] = Reason("stated out of sight", stated)

    def _removed(self) -> list[Removed]:
        """A record of every visible line that neither the blocks nor a field hold."""
        held = {piece.index for piece in self.body} | {self.headline.place}
        if self.standfirst:
            held.add(self.standfirst.index)
        return parted(self.pieces, lambda piece: "" if piece.index in held else self._rule(piece))[1]

    def _rule(self, piece: Piece) -> str:
        if piece.index in self.headline.places:
            return "headline repeated"
        return self.choice.rules.get(piece.index) or rule_against(piece) or "outside the body"


def _is_shown(piece: Piece) -> bool:
    """Whether it is a picture or stands at one; bylines stand between the first picture and the text."""
    return piece.is_picture or piece.context.caption or looks_like_caption(piece.text)


def _is_text(piece: Piece) -> bool:
    if not is_prose(piece) or is_note(piece.text) or piece.context.caption:
        return False
    return bool(FULL_STOP.search(piece.text)) or not _signs(piece)


def _signs(piece: Piece) -> bool:
    """Whether a line is a byline; its boxes may touch: <b>Nov 5, 2025</b><b>By Jane Doe</b>."""
    return is_byline(piece.text) or (len(piece.runs) > 1 and is_byline(spaced(piece)))


def _is_said(says: Callable[[str], object], pieces: list[Piece]) -> bool:
    """Whether a short line that a reader sees says something."""
    lines = (piece.text for piece in pieces if piece.text and not piece.context.hidden)
    return any(len(line) <= LONGEST_SIGN and says(line) for line in lines)
