"""The words of a body, of Markdown or rendered, without marks: for excerpts, measures and search."""

import html
import re
from typing import NamedTuple

# Where a link points; brackets in an address come in pairs.
TARGET = r"\((?:[^()\s]|\([^()\s]*\))*\)"
# What is stripped, in this order, and why.
MARKS = [
    (re.compile(rf"!\[[^\[\]]*\]{TARGET}"), ""),  # pictures say nothing in plain text
    (re.compile(r"^[ \t]*▲.*$", re.MULTILINE), ""),  # captions would open many excerpts
    (re.compile(r"^[ \t]*※\s*", re.MULTILINE), ""),  # notes keep their words
    (re.compile(r"^(?=.*---)[ \t:|-]*$", re.MULTILINE), ""),  # rules under table heads
    (re.compile(r"^\s{0,3}(?:#{1,6}\s+|>\s?|[-*+]\s+|\d{1,3}[.)]\s+)", re.MULTILINE), ""),
    (re.compile(rf"(?<!\\)\[([^\[\]]*)\]{TARGET}"), r"\1"),  # links keep their words
    (re.compile(r"(?<![\\*])(?:(?<=\S)\*{1,3}|\*{1,3}(?=\S))"), ""),  # emphasis
    (re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~▲※])"), r"\1"),  # escapes
]

# A body rendered.
BLOCK_END = re.compile(r"</(?:p|h[1-6]|li|blockquote|figcaption|td|th)>|<br>")
HTML_TAG = re.compile(r"<[^<>]*>")
CAPTION = re.compile(r"<figcaption>(?:[^<]|<(?!/?figcaption>))*+</figcaption>")
ANCHOR = re.compile(r'<p id="(p\d+)"')  # as rendering.py numbers paragraphs

BESIDE_PROSE = re.compile(r"^[ \t]*(?:※|#{1,6}\s).*$", re.MULTILINE)  # notes and headings


def running_text(body: str) -> str:
    """The words of a body's paragraphs alone, for excerpts: no headings, no editor's notes."""
    return plain_text(BESIDE_PROSE.sub("", body))


def plain_text(body: str) -> str:
    """A body's words: paragraphs apart, no captions, no Markdown."""
    for mark, replacement in MARKS:
        body = mark.sub(replacement, body)
    return html.unescape(re.sub(r"\n{3,}", "\n\n", body)).strip()


class Block(NamedTuple):
    """A paragraph, heading, item or cell. anchor: the id of its paragraph on the page, or ""."""

    anchor: str
    text: str


def prose(body_html: str) -> list[Block]:
    """What an article says in its own words, of sanitized HTML, block by block: no captions."""
    told = (Block(anchor_of(piece), words_of(piece)) for piece in pieces(CAPTION.sub("", body_html)))
    return [block for block in told if block.text]


def blocks_of(body_html: str) -> list[str]:
    """The words of sanitized HTML, block by block."""
    return [words_of(piece) for piece in pieces(body_html)]


def pieces(body_html: str) -> list[str]:
    return BLOCK_END.sub("\0", body_html).split("\0")


def words_of(piece: str) -> str:
    return html.unescape(HTML_TAG.sub("", piece)).strip()


def anchor_of(piece: str) -> str:
    found = ANCHOR.search(piece)
    return found[1] if found else ""
