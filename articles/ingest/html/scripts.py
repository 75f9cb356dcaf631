"""Bodies that a page holds out of sight: JSON-LD's articleBody, states from which scripts build pages,
text areas that scripts unfold.

Any JSON string under a name that bodies go by is read, HTML or not; no framework's layout is known here.
"""

import json
import re

from articles.ingest.documents import DocumentError
from articles.ingest.html.density import is_prose, units
from articles.ingest.html.metadata import Metadata
from articles.ingest.html.pieces import Piece, read_pieces
from articles.ingest.html.tree import parse_tree

BODY_NAMES = (
    "articleBody|article_body|articleContent|article_content|content|contentHtml|content_html"
    "|body|bodyHtml|html|text|story"
)
BODY_STRING = re.compile(rf"""["'](?:{BODY_NAMES})["']\s*:\s*(?=")""", re.I)
LONGEST_SCRIPT = 3_000_000  # characters
MOST_STRINGS = 200  # of one page
SHORTEST_BODY = 60  # characters
MARKUP = re.compile(r"</?[a-z][^>]*>|&lt;/?[a-z]", re.I)


def stated_bodies(root, metadata: Metadata) -> list[list[Piece]]:
    """The pieces of each body a page holds out of sight, longest first."""
    strings = [*_json_ld(metadata), *_states(root), *_text_areas(root)]
    bodies = [_pieces(text) for text in strings if len(text) >= SHORTEST_BODY]
    return sorted((body for body in bodies if _prose(body)), key=_prose, reverse=True)


def _json_ld(metadata: Metadata) -> list[str]:
    return [text for text in metadata.stated("articleBody") if isinstance(text, str)]


def _text_areas(root) -> list[str]:
    return [area.text for area in root.iter("textarea") if area.text and MARKUP.search(area.text)]


def _states(root) -> list[str]:
    scripts = [script.text or "" for script in root.iter("script")]
    return [text for script in scripts if len(script) <= LONGEST_SCRIPT for text in _bodies(script)]


def _bodies(script: str) -> list[str]:
    """The bodies in a script: long strings, or, where every paragraph is a string, all of them joined."""
    strings = list(dict.fromkeys(_strings(script)))[:MOST_STRINGS]
    joined = "\n".join(strings)
    longest = max(map(len, strings), default=0)
    return [joined] if len(strings) > 2 and longest < len(joined) / 2 else strings


def _strings(script: str) -> list[str]:
    """The JSON strings in a script that stand under a body's name."""
    decoder = json.JSONDecoder(strict=False)
    found = []
    for match in BODY_STRING.finditer(script):
        try:
            found.append(decoder.raw_decode(script, match.end())[0])
        except ValueError:
            continue
    return found


def _pieces(text: str) -> list[Piece]:
    """A body's pieces; line breaks of a text without tags part its paragraphs."""
    if not MARKUP.search(text):
        text = text.replace("<", "&lt;").replace("\n", "<br><br>")
    elif "<" not in text:
        text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")
    try:
        return [piece for piece in read_pieces(parse_tree(text)) if not piece.context.hidden]
    except DocumentError:
        return []


def _prose(pieces: list[Piece]) -> int:
    return sum(units(piece.text) for piece in pieces if is_prose(piece))
