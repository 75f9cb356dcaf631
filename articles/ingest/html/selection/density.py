"""Our own extractor: where in the tree prose is dense.

Every piece gets a weight, its length in reading units when it is prose, a small or large penalty when it
is furniture. The body's box is the element whose pieces sum to the most (the maximum-subtree idea of
Pasternack and Roth, "Extracting article text from the web with maximum subsequence segmentation", 2009).
It needs no language and no training; a full stop counts alike in full and half width.
"""

from collections import defaultdict
from functools import cached_property

from articles.ingest.html.measures import (
    FURNITURE_TAGS,
    LINKED,
    SHORTEST_PROSE,
    SHORTEST_TITLE,
    is_prose,
    is_worded,
    lineage,
    link_share,
    units,
    weight,
)
from articles.ingest.html.pieces import Piece
from articles.ingest.html.selection.box_names import BODY_NAME, FURNITURE_NAME
from articles.ingest.html.tree import hints

UNTRUSTED = (
    0.15  # what prose is worth above the headline, in furniture (readers comment in prose) and in teasers
)
MOST_OF_PAGE = 0.5  # of its prose; what holds more is no box of furniture, whatever its name
MOST_UNDER_LINKS = 0.5  # of the prose of a text; of a list of articles all stands under their titles
EXPECTED_BONUS = 60  # units, a paragraph: what <article> and a body's name are worth
FARTHEST = 0.15  # what prose is worth at the end of a page full of furniture
LINES_TO_FARTHEST = 30  # of furniture, about what stands between a story and its comments
LINE_BEFORE_TEXT = 0.3  # what a line counts before any text: pages put their controls there
UNITS_PER_LINE = 40  # units of prose that make up for a line of furniture
SAME_LENGTH = 4  # characters that two printings of one text may differ by
PROBE = 14  # characters compared
ROOMS = frozenset({"html", "body", "main", "article"})


def is_furniture_box(element) -> bool:
    """Whether an element's tag or names say that it is a part of the page's frame."""
    if element.tag in FURNITURE_TAGS:
        return not _names_speaker(element)
    if element.tag in ROOMS:
        return False
    names = hints(element)
    return bool(FURNITURE_NAME.search(names)) and not BODY_NAME.search(names)


def _names_speaker(element) -> bool:
    """A quotation's footer says whose words it is."""
    return element.tag == "footer" and next(element.iterancestors("blockquote"), None) is not None


class Boxes:
    """The elements of a page with the weights of what stands in them."""

    def __init__(self, pieces: list[Piece], headline: int = -1, expected: str = ""):
        """headline: index of its piece, -1 when it is not printed. expected: the body's known beginning."""
        self.pieces = pieces
        self.prose: dict = defaultdict(float)
        self.sums: dict = defaultdict(float)
        self._furniture: dict = {}
        self._around_headline = set(lineage(pieces[headline])) if headline >= 0 else set()
        self._around_opening = _around_opening(pieces, headline)
        weights = [weight(piece) for piece in pieces]
        self._sum(self.prose, [_if_prose(*pair) for pair in zip(pieces, weights, strict=True)])
        self.values = self._in_place(weights, headline, expected)
        self._sum(self.sums, self.values)

    def best(self):
        """The element with the highest sum, the innermost of equals; None on a page without prose."""
        element, value = max(self.sums.items(), key=lambda item: item[1], default=(None, 0))
        return self._whole(element) if value > 0 else None

    def _whole(self, element):
        """The box of a text that stands in paragraphs: no single one of them, though it may weigh more."""
        beside = [
            piece
            for piece, value in zip(self.pieces, self.values, strict=True)
            if value >= SHORTEST_TITLE and piece.context.block.getparent() is element.getparent()
        ]
        return element.getparent() if element.tag == "p" and len(beside) > 1 else element

    def in_furniture(self, piece: Piece, below=None) -> bool:
        """Whether the piece stands in a furniture box (one that is inside `below`, when given)."""
        for element in lineage(piece):
            if element is below:
                return False
            if self._is_furniture(element):
                return True
        return False

    def _sum(self, sums, values):
        for piece, value in zip(self.pieces, values, strict=True):
            for element in lineage(piece) if value else ():
                sums[element] += value

    def _in_place(self, weights: list[float], headline: int, expected: str) -> list[float]:
        """The weights of the pieces where they stand."""
        placed, distance = [], Distance()
        for piece, value in zip(self.pieces, weights, strict=True):
            if distance.in_text and _is_other_headline(piece):
                distance.lines = LINES_TO_FARTHEST
            if piece.context.rule:
                value = 0
            elif value > 0:
                above = piece.index < headline
                value *= distance.factor * (1 if self.trusts(piece) and not above else UNTRUSTED)
                value += EXPECTED_BONUS * begins_as(expected, piece.text)
            placed.append(value)
            if piece.index > headline and piece.text:
                distance.pass_by(value)
        return placed

    def trusts(self, piece: Piece) -> bool:
        """Whether a line's place speaks for it: neither in furniture nor in a teaser of another article."""
        return not self.in_furniture(piece) and not self._is_teaser(piece)

    def _is_teaser(self, piece: Piece) -> bool:
        """Prose under a linked title, or cut off: the beginning of another article."""
        if piece.text.endswith(("...", "…")):
            return True
        return self._is_under_link(piece) and self._under_links.get(_kind_of_box(piece), 1) > MOST_UNDER_LINKS

    def _is_under_link(self, piece: Piece) -> bool:
        before = self.pieces[piece.index - 1] if piece.index else piece
        linked = link_share(before) > LINKED and not is_worded(before)
        return linked and units(before.text) >= SHORTEST_TITLE

    @cached_property
    def _under_links(self) -> dict:
        """For each kind of box the share of its prose that stands under links: most in a list of articles,
        little in a text with an advert in it.
        """
        kinds = defaultdict(list)
        for piece in self.pieces:
            if is_prose(piece):
                kinds[_kind_of_box(piece)].append(self._is_under_link(piece))
        return {kind: sum(under) / len(under) for kind, under in kinds.items()}

    def _is_furniture(self, element) -> bool:
        if element not in self._furniture:
            self._furniture[element] = is_furniture_box(element) and not self._holds_article(element)
        return self._furniture[element]

    def _holds_article(self, element) -> bool:
        """Names are wrong about a box that holds the headline, or the first and most of the prose."""
        if element in self._around_headline:
            return True
        return element in self._around_opening and self.prose[element] > MOST_OF_PAGE * max(
            self.prose.values()
        )


def _kind_of_box(piece: Piece):
    """What the box of a paragraph is called; the box itself when it has no name."""
    box = piece.context.block.getparent()
    name = box.get("class") if box is not None else None
    return (box.tag, name) if name else box


class Distance:
    """How far behind the headline a piece stands, in lines of furniture since the last running text.

    Prose makes up for them; so a body with headings stays near, a list of other articles drifts away.
    """

    def __init__(self):
        self.lines = 0.0
        self.in_text = False

    @property
    def factor(self) -> float:
        return max(FARTHEST, 1 - self.lines / LINES_TO_FARTHEST)

    def pass_by(self, value: float) -> None:
        if value > 0:
            self.lines = max(0.0, self.lines - value / UNITS_PER_LINE)
            self.in_text = self.in_text or value >= SHORTEST_PROSE
        else:
            self.lines += 1 if self.in_text else LINE_BEFORE_TEXT


def _is_other_headline(piece: Piece) -> bool:
    """A heading of the first rank behind the beginning of the text: another article follows."""
    return piece.context.level == 1 and not piece.context.rule and units(piece.text) >= SHORTEST_TITLE


def _around_opening(pieces: list[Piece], headline: int) -> set:
    """The elements around the first prose behind the headline."""
    prose = (piece for piece in pieces[headline + 1 :] if is_prose(piece) and not piece.context.rule)
    opening = next(prose, None)
    return set(lineage(opening)) if opening else set()


def _if_prose(piece: Piece, value: float) -> float:
    return value if is_prose(piece) else 0


def begins_as(expected: str, text: str) -> bool:
    """Whether a text is the beginning of the body, as a page's description states it.

    A text that is no more and no less than the description sums the body up and is not its beginning.
    """
    if not expected or abs(len(text) - len(expected)) < SAME_LENGTH:
        return False
    return text[:PROBE] in expected or expected[:PROBE] in text
