"""A headline told by its place: above the line that dates or signs the text, or above the text itself."""

from itertools import takewhile

from articles.ingest.furniture.labels import DATE_LABEL
from articles.ingest.html.line_kinds import is_byline, is_dateline, rule_against
from articles.ingest.html.measures import LINKED, is_prose, link_share, shared_words, speaks_of, units
from articles.ingest.html.pieces import Piece, tidy_inline
from articles.text.press.captions import looks_like_caption
from articles.text.press.dates import find_dates

SHORTEST = 4  # units of a headline; shorter ones are names of sections
LONGEST_SECTION = 8  # units of what pages call their sections: 學會通訊, Policy Briefs
LONGEST_LINE = 60  # units of a headline that no markup tells; longer lines are text
RANKS_BETWEEN = 2  # of headings: a board's name is an h3, the title of a post an h6
REACH = 8  # lines above a date in which a headline stands


def may_print(piece: Piece) -> bool:
    """Whether a line is seen and long enough to be a headline."""
    return bool(piece.text) and not piece.context.rule and units(piece.text) >= SHORTEST


def are_of_site(titles: list[str], pieces: list[Piece]) -> bool:
    """Whether what a page calls itself says nothing of its text: old sites give every page their own name."""
    story = _story(pieces)
    return not any(speaks_of(title, story) for title in titles)


def says_more(heading: Piece, titles: list[str], pieces: list[Piece]) -> bool:
    """Whether a heading says more of the text than what the page calls itself: its board, and its house."""
    story = _story(pieces)
    return shared_words(heading.text, story) > max(
        (shared_words(title, story) for title in titles), default=0
    )


def _story(pieces: list[Piece]) -> str:
    return " ".join(piece.text for piece in pieces if is_prose(piece) and not rule_against(piece))


def above_fields(pieces: list[Piece]) -> Piece | None:
    """The headline of a page that calls itself nothing: the heading, else the line, next to date and byline.

    Without any of these it is the heading above the text.
    """
    above = [*takewhile(lambda piece: not is_prose(piece) or rule_against(piece), pieces)]
    place = next((place for place, piece in enumerate(above) if _is_field(piece)), len(above))
    near = [piece for piece in above[:place] if piece.text and not piece.context.rule][-REACH:]
    headings = [piece for piece in near if piece.context.level and may_print(piece)]
    if headings:
        first = min(headings, key=lambda piece: (piece.context.level, piece.index))
        return headed_by_section(first, pieces) or first
    lines = [piece for piece in near if _may_be_headline(piece)] if place < len(above) else []
    return lines[-1] if lines else None


def headed_by_section(heading: Piece, pieces: list[Piece]) -> Piece | None:
    """The longer heading directly above the date, where the short one above it names a section.

    The name of a section is a link in the page's menus too, or several ranks higher, as no deck is.
    """
    length, level = units(heading.text), heading.context.level
    if length > LONGEST_SECTION or not level:
        return None
    seen = (piece for piece in pieces[heading.index + 1 :] if piece.text and not piece.context.rule)
    below, field = next(seen, None), next(seen, None)
    if field is None or not _is_field(field) or below.context.level <= level or units(below.text) <= length:
        return None
    is_section = below.context.level >= level + RANKS_BETWEEN or _is_linked(heading.text, pieces)
    return below if is_section else None


def _is_linked(name: str, pieces: list[Piece]) -> bool:
    linked = (text for piece in pieces for element, text in piece.runs if element.tag == "a")
    return any(tidy_inline(text) == name for text in linked)


def _is_field(piece: Piece) -> bool:
    text = piece.text
    if not text or piece.context.rule:
        return False
    return is_dateline(text) or is_byline(text) or bool(DATE_LABEL.search(text) and find_dates(text))


def _may_be_headline(piece: Piece) -> bool:
    if not may_print(piece) or units(piece.text) > LONGEST_LINE or link_share(piece) > LINKED:
        return False
    return not (piece.context.caption or rule_against(piece) or looks_like_caption(piece.text))
