"""Captions as posts print them below a picture: in italics, in small type, or saying again what it shows."""

from dataclasses import replace
from itertools import pairwise

from articles.ingest.html.measures import lineage, shared_words, units
from articles.ingest.html.pieces import Piece

LEAST_SAID_AGAIN = 0.5  # share of the words that stand in a picture's place
LONGEST = 60  # reading units of a caption that nothing but its words makes one


def mark_small_captions(pieces: list[Piece]) -> None:
    """A line in italics below a picture in one paragraph, as writers of Markdown print captions, and one
    right below a picture that is in small type or says again what the picture shows.
    """
    for picture, text in pairwise(pieces):
        in_italics = text.context.block in lineage(picture) and _is_in_italics(text)
        if (
            picture.is_picture
            and text.text
            and (in_italics or in_small_print(text) or _says_again(text, picture))
        ):
            text.context = replace(text.context, caption=True)


def _says_again(text: Piece, picture: Piece) -> bool:
    """Whether a short line says most of what stands in a picture's place for those who cannot see it."""
    is_plain = not (text.is_picture or text.context.level or text.links) and units(text.text) <= LONGEST
    return is_plain and bool(picture.alt) and shared_words(picture.alt, text.text) >= LEAST_SAID_AGAIN


def _is_in_italics(piece: Piece) -> bool:
    return all(element.tag in ("em", "i") for element, text in piece.runs if text.strip())


def in_small_print(piece: Piece) -> bool:
    """Whether all of a line is set small: what feeds add below an article."""
    return bool(piece.runs) and all(_is_small(element) for element, text in piece.runs if text.strip())


def _is_small(element) -> bool:
    return element.tag == "small" or any(above.tag == "small" for above in element.iterancestors())
