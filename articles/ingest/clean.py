"""The order of the stages, written once: decode → detect → parse → finish."""

from importlib import import_module

from articles.ingest.documents import (
    MAX_BYTES,
    Block,
    BlockType,
    DocumentError,
    Kind,
    ParsedDocument,
    RawDocument,
)
from articles.ingest.furniture.writers import introduces
from articles.ingest.intake.decoding import Decoded, decode
from articles.ingest.intake.detect import detect, detect_packed
from articles.text.language import detect_language
from articles.text.measures import first_sentence

CLEANER_VERSION = "2.12"  # stored with every article; raised when the same document would come out otherwise

MAX_CHARACTERS = 4_000_000  # a thick book is a million
HEADLINE_LIMIT = 300  # characters, the column's width
PROVISIONAL_LIMIT = 40  # characters of the first sentence that stand in for a headline

# Loaded when a document needs one: lxml and pypdf are slow to import.
PARSERS = {
    Kind.HTML: "articles.ingest.html.parse",
    Kind.MARKDOWN: "articles.ingest.markdown.parse",
    Kind.SCRAPE: "articles.ingest.scrape.parse",
    Kind.CLEAN_TEXT: "articles.ingest.scrape.parse",
    Kind.PDF_TEXT: "articles.ingest.pdf.text.parse",
    Kind.PDF: "articles.ingest.pdf.file.parse",
    Kind.WEB_ARCHIVE: "articles.ingest.mhtml.parse",
    Kind.WORD: "articles.ingest.word.parse",
}
PROSE = {BlockType.PARAGRAPH, BlockType.QUOTE, BlockType.LIST, BlockType.TABLE}


def clean(raw: RawDocument) -> ParsedDocument:
    """Clean a document of any kind.

    Raises DocumentError, in one line for a person, when it is too large, cannot be decoded, is of no known
    kind or holds no body.
    """
    _refuse_unreasonable(raw)
    packed = detect_packed(raw)
    decoded = Decoded("", "") if packed else _decoded(raw)
    kind = packed or detect(raw, decoded.text)
    parsed = import_module(PARSERS[kind]).parse(decoded.text, raw)
    parsed.kind = kind
    parsed.warnings += decoded.warnings
    return _finished(parsed, raw)


def _refuse_unreasonable(raw):
    if not raw.data.strip():
        raise DocumentError("The document is empty.")
    if len(raw.data) > MAX_BYTES:
        raise DocumentError(f"The document has {len(raw.data):,} bytes; at most {MAX_BYTES:,} are read.")


def _decoded(raw):
    decoded = decode(raw.data, raw.content_type)
    if (length := len(decoded.text)) > MAX_CHARACTERS:
        raise DocumentError(f"The document has {length:,} characters; at most {MAX_CHARACTERS:,} are read.")
    return decoded


def _finished(parsed, raw):
    if not any(block.type in PROSE for block in parsed.blocks):
        raise DocumentError("No body text was found: nothing in the document reads like an article.")
    parsed.source_url = parsed.source_url or raw.url
    parsed.language = parsed.language or detect_language(_words(parsed.blocks))
    _note_writers(parsed)
    _note_headings_of_notes(parsed)
    if not parsed.headline:
        _give_provisional_headline(parsed)
    if len(parsed.headline) > HEADLINE_LIMIT:
        parsed.warnings.append("The headline was longer than 300 characters and has been cut.")
        parsed.headline = parsed.headline[:HEADLINE_LIMIT]
    return parsed


def _note_writers(parsed):
    """Turns the last paragraphs that only say who the writers are into notes."""
    names = parsed.byline.split("、")
    for block in reversed(parsed.blocks):
        if block.type == BlockType.PARAGRAPH and introduces(block.text, names):
            block.type = BlockType.NOTE
        elif block.type not in (BlockType.NOTE, BlockType.FIGURE):
            return


def _note_headings_of_notes(parsed):
    """Turns headings into notes that have nothing but notes below them: 註釋, Notes."""
    below = None
    for block in reversed(parsed.blocks):
        if block.type == BlockType.HEADING and below == BlockType.NOTE:
            block.type, block.level = BlockType.NOTE, 0
        below = block.type if below in (None, BlockType.NOTE) else below


def _give_provisional_headline(parsed):
    sentence = first_sentence(_words(parsed.blocks))
    cut = sentence[:PROVISIONAL_LIMIT].rstrip("，,、；; ")
    parsed.headline = cut + "…" if len(sentence) > PROVISIONAL_LIMIT else cut
    parsed.headline_is_provisional = True
    parsed.warnings.append("No headline is printed; a provisional one was cut from the first sentence.")


def _words(blocks: list[Block]) -> str:
    return "\n".join(_block_words(block) for block in blocks if block.type in PROSE)


def _block_words(block):
    return block.text or "\n".join(block.items) or "\n".join(" ".join(row) for row in block.rows)
