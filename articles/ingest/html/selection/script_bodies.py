"""Bodies that a page holds out of sight: JSON-LD's articleBody, states from which scripts build pages,
text areas that scripts unfold.

Any JSON string under a name that bodies go by is read, HTML or not; no framework's layout is known here.
"""

import json
import re

from articles.ingest.documents import DocumentError
from articles.ingest.html.measures import is_prose, units
from articles.ingest.html.metadata import Metadata
from articles.ingest.html.pieces import Piece, read_pieces
from articles.ingest.html.tree import parse_tree

BODY_NAMES = (
    "articleBody|article_body|articleContent|article_content|content|contentHtml|content_html"
    "|body|bodyHtml|html|text|story"
)
BODY_STRING = re.compile(rf"""["'](?:{BODY_NAMES})["']\s*:\s*(?=")""", re.I)
DATE_STRING = re.compile(
    r"""["'](?:date_?published|published_?(?:at|on|date|time)?|publish_?(?:date|time)|pub_?date)["']\s*:\s*"""
    r"""["'](?P<date>[^"']{8,40})["']""",
    re.I,
)
JSON_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
LONGEST_GAP = 2_000  # characters of JSON between two paragraphs of one list
MOST_OF_STATE = 0.6  # of what a script says that the longest list must hold to be all of the body
LONGEST_SCRIPT = 3_000_000  # characters
MOST_STRINGS = 200  # of one page
SHORTEST_BODY = 60  # characters
MARKUP = re.compile(r"</?[a-z][^<>]*>|&lt;/?[a-z]", re.I)


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
    """The bodies in a script: long strings, or, where every paragraph is one, those of a list joined."""
    strings = _strings(script)
    texts = list(dict.fromkeys(text for _, _, text in strings))[:MOST_STRINGS]
    joined = "\n".join(texts)
    if len(texts) < 3 or max(map(len, texts)) >= len(joined) / 2:
        return texts
    longest = max(_lists(script, strings), key=len)
    return [longest if len(longest) >= MOST_OF_STATE * len(joined) else joined]


def _lists(script: str, strings: list[tuple[int, int, str]]) -> list[str]:
    """The strings, joined as far as they stand in one list: each as deep as the one before."""
    lists, before = [], 0
    for start, end, text in strings:
        if lists and not _depth(script[before:start]):
            lists[-1] += f"\n{text}"
        else:
            lists.append(text)
        before = end
    return lists


def _depth(between: str) -> int:
    """How much deeper a piece of JSON ends than it begins."""
    between = JSON_STRING.sub("", between[:LONGEST_GAP])
    return between.count("{") + between.count("[") - between.count("}") - between.count("]")


def _strings(script: str) -> list[tuple[int, int, str]]:
    """The JSON strings in a script under a body's name: where each begins and ends, and its text."""
    decoder = json.JSONDecoder(strict=False)
    found = []
    for match in BODY_STRING.finditer(script):
        try:
            text, end = decoder.raw_decode(script, match.end())
        except ValueError:
            continue
        found.append((match.start(), end, text))
    return found


def stated_date(root) -> str:
    """The date of publication in a state from which a script builds the page, as written; "" for none."""
    scripts = (script.text or "" for script in root.iter("script"))
    found = (DATE_STRING.search(script) for script in scripts if len(script) <= LONGEST_SCRIPT)
    return next((match["date"] for match in found if match), "")


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
