"""Who wrote a page: printed bylines first, then what the page states out of sight."""

import re

from articles.ingest.html.metadata import Metadata, names_of
from articles.ingest.html.pieces import Piece, tidy_inline
from articles.ingest.html.tree import hints
from articles.text.names.persons import could_be_pen_name, looks_like_affiliation, looks_like_name
from articles.text.press.bylines import find_byline

AUTHOR_NAME = re.compile(r"author|byline|writer|reporter|journalist|columnist", re.I)
LABEL = re.compile(r"^\s*(by|作者|撰文|文|記者|记者|著者|글)\s*[:：／/|]?\s*", re.I)
SEPARATOR = re.compile(r"\s*(?:[、,，;；/／&|]|\band\b)\s*", re.I)
OPENING, CLOSING = 4, 4  # pieces of the body in which a byline may stand
AUTHOR_METAS = (
    "author",
    "article:author",
    "og:article:author",
    "cxenseparse:author",
    "byl",
    "dc.creator",
    "creator",
    "parsely-author",
    "sailthru.author",
)
LONGEST_NAME = 40


def find_people(
    metadata: Metadata, pieces: list[Piece], body: list[Piece], head: list[Piece], source: str
) -> str:
    """The authors' names joined by "、", "" when none is told. A wrong name is worse than none.

    body: its pieces. head: those around the headline, up to the body. source: the paper's name, no person's.
    """
    head = [piece for piece in head if not piece.context.rule]
    words = [piece for piece in body if piece.text]
    after = pieces[body[-1].index + 1 :][:CLOSING]
    names = (
        _labelled(head)
        or _named(head)
        or _labelled([*words[:OPENING], *words[-CLOSING:], *after])
        or _stated(metadata)
    )
    return "、".join(dict.fromkeys(name for name in names if name != source))


def _labelled(pieces: list[Piece]) -> list[str]:
    """Names behind a printed label, 記者… or By …, in the first of the pieces that has any."""
    for piece in pieces:
        byline = piece.text and (find_byline(piece.text) or find_byline(spaced(piece)))
        if byline:
            return list(byline.names)
    return []


def spaced(piece: Piece) -> str:
    """A piece's runs apart from one another: 来源：某報 and 王某 are two boxes on one line."""
    return " ".join(filter(None, (tidy_inline(text) for _, text in piece.runs)))


def _named(pieces: list[Piece]) -> list[str]:
    """Names in boxes that their makers called author or byline, in the first such box that has any."""
    for piece in pieces:
        for element, text in piece.runs:
            names = _names_in(tidy_inline(text)) if _is_author_box(element) else []
            if names:
                return names
    return []


def _is_author_box(element) -> bool:
    above = element.getparent()
    return any(
        box is not None and AUTHOR_NAME.search(hints(box) + (box.get("rel") or ""))
        for box in (element, above)
    )


def _names_in(text: str, lenient: bool = False) -> list[str]:
    """The persons a text consists of; none when anything in it is no person's name."""
    if not text or len(text) > LONGEST_NAME * 3:
        return []
    names = [name for name in SEPARATOR.split(LABEL.sub("", text)) if name]
    return names if names and all(_is_person(name, lenient) for name in names) else []


def _is_person(name: str, lenient: bool) -> bool:
    return looks_like_name(name) or (lenient and could_be_pen_name(name) and not looks_like_affiliation(name))


def _stated(metadata: Metadata) -> list[str]:
    """Authors in JSON-LD, else in meta elements, as far as they are people's names."""
    for value in metadata.stated("author"):
        people = [name for kind, name in names_of(value) if kind in ("", "Person") and looks_like_name(name)]
        if people:
            return people
    return next((names for text in _author_metas(metadata) if (names := _names_in(text))), [])


def _author_metas(metadata: Metadata) -> list[str]:
    return [text for name in AUTHOR_METAS for text in metadata.metas.get(name, ())]
