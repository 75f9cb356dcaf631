"""What follows an article, by what its front says: who its authors are, its publication, other stories."""

import re
from collections.abc import Collection, Iterator
from itertools import takewhile

from articles.ingest.furniture.writers import introduces
from articles.ingest.pdf.text.blocks.paragraphs import Paragraph
from articles.ingest.pdf.text.front.parts import Front
from articles.ingest.pdf.text.line_kinds.names import (
    ENCLOSED,
    STOPPED,
    byline_of,
    is_labelled,
    is_signed_apart,
    names_of,
    presents,
)
from articles.text.names.persons import looks_like_affiliation
from articles.text.press.bylines import is_editor_line

LONGEST_TAIL = 4  # paragraphs
LONGEST_SIGNATURE = 2  # lines
# What a series says that it is, behind its name.
IS_SERIES = re.compile(
    r".{0,24}\b(?:is|are) (?:an?|the|produced|published|circulated|issued|intended)\b"
    r"|.*(?:간행물|소식지|발간물|시리즈)입니다|.*(?:刊行物|シリーズ|レポート)(?:です|である)|.{0,40}(?:是|為|为|係).*(?:刊物|系列|出版物|平[台臺])"
)
NUMBERED = re.compile(r"\b(?:no|vol|issue)\b|第", re.IGNORECASE)
BEFORE_NAME, MARKS = re.compile(r"^[\W_]+"), re.compile(r"[\W\d_]+")
SHORTEST_SERIES = 5  # letters
# Who reported another story of a newspaper's page: 【本報綜合外電】
CREDIT = re.compile(
    r"[【〔（(](?:本[報报刊]|[記记]者|[綜综]合)[^【〔（(】〕）)]{0,40}(?:[報报][導导道]|[外專专]?[電电]|[訊讯])[】〕）)]"
)
FARTHEST_STORY = 3  # paragraphs; nearer ones are the article's own


def closing(body: list[Paragraph], front: Front, heads: Collection[str]) -> list[Paragraph]:
    """The last paragraphs, from the first that says who an author is, or what the publication.

    heads: lines besides the front's kickers that may name the publication.
    """
    names = [name for part in front.names for name in _names(part.text)]
    series = [_series(text) for text in [*heads, *(part.text for part in front.kickers)]]
    tail = body[-LONGEST_TAIL:]
    first = next((at for at, part in enumerate(tail) if _is_about(part.text, names, series)), len(tail))
    return tail[first:]


def _names(text: str) -> list[str]:
    found = byline_of(text)
    return [text[slice(*span)] for span in found.spans] if found else names_of(text)


def _is_about(text: str, names: list[str], series: list[str]) -> bool:
    if presents(text, names) or (introduces(text, names) and not re.match(r"[^:：]{1,40}[:：]", text)):
        return True
    said = _letters(text)
    is_named = any(len(name) >= SHORTEST_SERIES and said.startswith(name[:12]) for name in series)
    return is_named and IS_SERIES.match(BEFORE_NAME.sub("", text)) is not None


def _series(text: str) -> str:
    """The name of a series before its number."""
    return _letters(NUMBERED.split(text, maxsplit=1)[0])


def _letters(text: str) -> str:
    return MARKS.sub("", text).casefold()


def signature(body: list[Paragraph]) -> Paragraph | None:
    """The line that signs a text below it, by a label, or by a name with what its bearer is in brackets."""
    tail = [part for part in body[-LONGEST_TAIL:] if len(part.lines) <= LONGEST_SIGNATURE]
    return next((part for part in reversed(tail) if _is_signature(part.text)), None)


def _is_signature(text: str) -> bool:
    if is_editor_line(text) or STOPPED.search(text):
        return False
    enclosed = ENCLOSED.search(text)
    said = enclosed[0].strip(" ()（）\u3000") if enclosed else ""
    return is_labelled(text) or (looks_like_affiliation(said) and bool(names_of(text)))


def other_stories(body: list[Paragraph], front: Front) -> tuple[list[Paragraph], list[Paragraph]]:
    """The paragraphs of an article that is signed in brackets, and those from the next one so signed."""
    if not any(is_signed_apart(part.text) for part in front.names):
        return body, []
    signed = (at for at, part in enumerate(body) if at > FARTHEST_STORY and CREDIT.match(part.text))
    at = next(signed, len(body))
    end = at - sum(1 for _ in _headings_above(body[:at])) if at < len(body) else at
    return body[:end], body[end:]


def _headings_above(body: list[Paragraph]) -> Iterator[Paragraph]:
    return takewhile(lambda part: len(part.lines) == 1 and not part.is_terminated, reversed(body))
