"""What note-taking programs (Obsidian, Logseq) write into their notes beside Markdown, as plain Markdown."""

import re
from urllib.parse import quote

PICTURE_NAME = r"(?P<name>[^\[\]|#\n]{1,200}\.(?:png|jpe?g|gif|webp|svg|avif|bmp))"
# What is never printed.
UNPRINTED = (
    re.compile(r"%%(?:(?!%%).){0,5000}%%", re.DOTALL),  # comments
    re.compile(
        r"^```+[ \t]*(?:dataview(?:js)?|tasks|query)\b(?:(?!^```).)*^```+[ \t]*$", re.MULTILINE | re.DOTALL
    ),
    re.compile(
        r"^[> \t]*[^\s:>\[\]`][^:\n\[\]`]{0,30}::[ \t][^\n]*$", re.MULTILINE
    ),  # fields: status:: draft
    # tables of contents that a generator puts in
    re.compile(r"^(?:\[\[_?toc_?\]\]|\[toc\])[ \t]*$", re.MULTILINE | re.IGNORECASE),
    re.compile(r"[ \t]\^[A-Za-z0-9-]{1,40}[ \t]*$", re.MULTILINE),  # names of blocks
)
QUOTATION = re.compile(r"^(?P<mark>>[ \t]?)\[!(?:quote|cite)\][-+]?[^\n]*\n", re.MULTILINE | re.IGNORECASE)
PICTURE = re.compile(rf"!\[\[{PICTURE_NAME}(?:\|(?P<size>[^\[\]\n]{{0,100}}))?\]\]", re.IGNORECASE)
EMBEDDED = re.compile(r"!\[\[[^\[\]\n]{1,200}\]\]")  # another note
LINK = re.compile(r"\[\[(?:[^\[\]|\n]{1,200}\|)?(?P<words>[^\[\]|\n]{1,200})\]\](?!\()")
PICTURE_SIZE = re.compile(r"(?<=[^\[\]|\n])\|\d{1,4}(?:x\d{1,4})?(?=\]\()")  # ![a ferry|700](ferry.jpg)
HIGHLIGHT = re.compile(r"==(?=\S)(?P<words>[^=\n]{1,1000})(?<=\S)==")
TASK = re.compile(r"^(?P<bullet>[ \t]*[-*+][ \t]+)\[[ xX/-]\][ \t]+", re.MULTILINE)


def without_notebook_marks(body: str) -> str:
    """A note's text with its links as their words, its pictures as Markdown's, and what is printed alone."""
    for pattern in UNPRINTED:
        body = pattern.sub("", body)
    body = QUOTATION.sub(r"\g<mark>\n", body)
    body = PICTURE_SIZE.sub("", body)
    body = EMBEDDED.sub("", PICTURE.sub(lambda found: f"![]({quote(found['name'])})", body))
    body = HIGHLIGHT.sub(r"\g<words>", LINK.sub(r"\g<words>", body))
    return TASK.sub(r"\g<bullet>", body)
