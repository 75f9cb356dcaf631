"""The standfirst: what a page prints between headline and text to sum the article up."""

import re

from articles.ingest.furniture.notes import is_note
from articles.ingest.html.line_kinds import is_byline, is_dateline
from articles.ingest.html.measures import is_prose, key, link_share, speaks_of, units
from articles.ingest.html.metadata import Metadata
from articles.ingest.html.pieces import Piece
from articles.ingest.html.tree import hints

STANDFIRST_NAME = re.compile(
    r"stand-?first|sub-?(?:title|head|hed)|\bsub\b|\bde[ck]k?\b|[-_]de[ck]k?\b", re.I
)
# Names that a body's first paragraph may carry too.
SUMMARY_NAME = re.compile(
    rf"{STANDFIRST_NAME.pattern}|summary|\blead\b|abstract|heading-des|excerpt|digest|description|\bintro\b|teaser",
    re.I,
)
SHORTEST, LONGEST = 6, 300  # units; characters
PROBE = 20  # characters of it that a description must hold
LINKED = 0.3  # share of characters in links; more is a teaser for others


def find_standfirst(
    between: list[Piece], opening: Piece, metadata: Metadata, story: str
) -> tuple[Piece, str] | None:
    """The piece that sums the article up, if there is one, and the rule by which it does.

    between: the pieces between headline and body, of which one may be named so, be the page's description,
    or be a heading that stands above byline and date. opening: the body's first text, which is a standfirst
    only when its name leaves no doubt. story: headline and body, of which a standfirst speaks.
    """
    description = key(metadata.first("description", "og:description"))
    candidates = [(place, piece) for place, piece in enumerate(between) if _sums_up(piece)]
    for place, piece in candidates:
        if _is_described(piece, description):
            return piece, "page's description"
        if SUMMARY_NAME.search(_names(piece)) and speaks_of(piece.text, story):
            return piece, "named box"
        if piece.context.level and _stands_above_fields(between[place + 1 :]):
            return piece, "heading above the byline"
    if _sums_up(opening) and STANDFIRST_NAME.search(_names(opening)):
        return opening, "named box"
    return None


def _sums_up(piece: Piece) -> bool:
    if (
        piece.context.rule
        or piece.context.caption
        or not piece.text
        or len(piece.text) > LONGEST
        or units(piece.text) < SHORTEST
    ):
        return False
    return link_share(piece) <= LINKED and not _is_field(piece)


def _is_described(piece: Piece, description: str) -> bool:
    return bool(description) and key(piece.text)[:PROBE] in description


def _names(piece: Piece) -> str:
    """What its box is called, and the box around it when there is nothing else in that."""
    block = piece.context.block
    above = block.getparent()
    alone = above is not None and len(above) == 1
    return f"{hints(block)} {hints(above) if alone else ''}"


def _stands_above_fields(below: list[Piece]) -> bool:
    """Whether byline or date come next: a heading above them is none of the text's."""
    following = next((piece for piece in below if piece.text and not piece.context.rule), None)
    return following is not None and _is_field(following)


def _is_field(piece: Piece) -> bool:
    if is_prose(piece):
        return is_note(piece.text)
    return is_dateline(piece.text) or is_byline(piece.text)
