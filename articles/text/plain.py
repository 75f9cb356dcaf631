"""The words of a Markdown body without its marks, for excerpts, measures and search."""

import html
import re

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

BESIDE_PROSE = re.compile(r"^[ \t]*(?:※|#{1,6}\s).*$", re.MULTILINE)  # notes and headings


def running_text(body: str) -> str:
    """The words of a body's paragraphs alone, for excerpts: no headings, no editor's notes."""
    return plain_text(BESIDE_PROSE.sub("", body))


def plain_text(body: str) -> str:
    """A body's words: paragraphs apart, no captions, no Markdown."""
    for mark, replacement in MARKS:
        body = mark.sub(replacement, body)
    return html.unescape(re.sub(r"\n{3,}", "\n\n", body)).strip()
