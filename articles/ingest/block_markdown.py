"""Blocks to the Markdown that is stored and that editors edit. Nowhere else is Markdown written.

Headings are `##` to `####`, quotes `> `, lists `- ` or `1. `, tables GFM pipe tables. A figure is an
image line `![alt](src)` with its caption on the next line, begun with `▲ `; without a picture it is the
caption line alone. An editor's note is a paragraph that begins with `※ `. The renderer reads raw HTML as
plain text, so it needs no escaping here.
"""

import re
from urllib.parse import quote

from articles.ingest.documents import Block, BlockType

CAPTION_MARK = "▲ "
NOTE_MARK = "※ "

# What Markdown would read as markup anywhere in a line, and what is written instead.
INLINE_MARKUP = (
    (re.compile(r"([\\`*\[\]])"), r"\\\1"),  # escapes, code, emphasis, links and images
    (re.compile(r"(?<![^\W_])_"), r"\\_"),  # emphasis; between letters an underscore is plain
    (re.compile(r"&(?=#?\w+;)"), "&amp;"),  # character references
    (re.compile(r"<(?=[^<>]*(?:://|@)[^<>]*>)"), "&lt;"),  # autolinks
)
# What Markdown or our own conventions would read as markup only where a block begins.
BLOCK_MARKUP = (
    (re.compile(r"^([#>+|-])"), r"\\\1"),  # headings, quotes, lists, rules, tables
    (re.compile(r"^(\d+)\."), r"\1\\."),  # numbered lists
    (re.compile(r"^▲"), "&#9650;"),  # captions; a backslash escapes only ASCII
    (re.compile(r"^※"), "&#8251;"),  # notes
)


def to_markdown(blocks: list[Block]) -> str:
    """The blocks as one Markdown text that renders to exactly their words.

    Paragraphs are parted by blank lines; empty blocks are left out.
    """
    return "\n\n".join(filter(None, map(_block, blocks)))


def _block(block: Block) -> str:
    return WRITERS[block.type](block)


def _paragraph(block: Block) -> str:
    return _text(block.text)


def _heading(block: Block) -> str:
    text = re.sub(r"#$", r"\\#", _inline(block.text))  # a closing # would be dropped
    return text and f"{'#' * min(max(block.level, 2), 4)} {text}"


def _quote(block: Block) -> str:
    text = _text(block.text)
    return text and f"> {text}"


def _note(block: Block) -> str:
    text = _inline(block.text)
    return text and f"{NOTE_MARK}{text}"


def _figure(block: Block) -> str:
    caption = _inline(_printed_caption(block))
    image = block.src and f"![{_inline(block.alt)}]({_address(block.src)})"
    return "\n".join(filter(None, (image, caption and f"{CAPTION_MARK}{caption}")))


def _printed_caption(block: Block) -> str:
    """The caption line, with a credit that was printed apart from it."""
    if not block.credit or block.credit in block.text:
        return block.text
    return f"{block.text}（{block.credit}）"


def _list(block: Block) -> str:
    items = filter(None, map(_text, block.items))
    return "\n".join(f"{_bullet(block, number)} {item}" for number, item in enumerate(items, 1))


def _bullet(block: Block, number: int) -> str:
    return f"{number}." if block.ordered else "-"


def _table(block: Block) -> str:
    width = max(map(len, block.rows), default=0)
    rows = [_row([*map(_cell, row), *[""] * (width - len(row))]) for row in block.rows if any(row)]
    return "\n".join([rows[0], _row(["---"] * width), *rows[1:]]) if rows else ""


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(text: str) -> str:
    return _inline(text).replace("|", r"\|")


def _text(text: str) -> str:
    """One line that begins a block."""
    return _replace(_inline(text), BLOCK_MARKUP)


def _inline(text: str) -> str:
    return _replace(re.sub(r"(?<!\s)[^\S\n\r]*[\n\r]\s*", " ", text).strip(), INLINE_MARKUP)


def _replace(text: str, table) -> str:
    for pattern, replacement in table:
        text = pattern.sub(replacement, text)
    return text


def _address(src: str) -> str:
    """Percent-encode what would end or disturb a Markdown address; encoded addresses stay as they are."""
    return re.sub(r"[\s()<>\"'`\\]", lambda found: quote(found[0], safe=""), src.strip())


WRITERS = {
    BlockType.PARAGRAPH: _paragraph,
    BlockType.HEADING: _heading,
    BlockType.FIGURE: _figure,
    BlockType.QUOTE: _quote,
    BlockType.LIST: _list,
    BlockType.TABLE: _table,
    BlockType.NOTE: _note,
}
