"""Word files (.docx): what mammoth makes of them is read like a post, its title as front matter."""

import io
import re
import zipfile
from xml.parsers.expat import ExpatError

import mammoth
import yaml

from articles.ingest.documents import DocumentError, Kind, ParsedDocument, RawDocument
from articles.ingest.html import tree
from articles.ingest.intake.packed import UNREADABLE, WORD_TEXT
from articles.ingest.markdown import parse as post
from articles.ingest.word.media import picture_name

MAX_UNPACKED = 100 * 1024 * 1024  # bytes of all its entries; a report with pictures has some 20 MB
MAX_TEXT = 20 * 1024 * 1024  # bytes of its text as XML; a book has 10
# Titles are headings of the first rank in Word's own styles of every language.
# A file without a list of styles has their ids alone.
STYLES = "p[style-name='Title'] => h1:fresh\np.Title => h1:fresh\np[style-name='Subtitle'] => p:fresh"
# What a broken file raises out of zipfile and mammoth.
BROKEN = (*UNREADABLE, ExpatError, LookupError, AttributeError, TypeError)
BREAK_IN_TITLE = re.compile(r"\s+")


def parse(_text: str, raw: RawDocument) -> ParsedDocument:
    """The article in a Word file.

    Raises DocumentError when the file is broken, unpacks to too much, or as a post does.
    """
    _refuse_bombs(raw.data)
    html = _as_html(raw.data)
    matter = yaml.safe_dump({"title": _title(html)}, allow_unicode=True)
    parsed = post.parse(f"---\n{matter}---\n{html}", raw)
    parsed.kind = Kind.WORD
    parsed.removed = [piece for piece in parsed.removed if piece.rule != "front matter"]
    return parsed


def _refuse_bombs(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            sizes = [(entry.filename, entry.file_size) for entry in file.infolist()]  # names may stand twice
    except BROKEN as error:
        raise DocumentError(f"The Word file is broken: {error}") from error
    texts = sum(size for name, size in sizes if name == WORD_TEXT)
    if sum(size for _name, size in sizes) > MAX_UNPACKED or texts > MAX_TEXT:
        raise DocumentError(f"The Word file unpacks to more than {MAX_UNPACKED:,} bytes.")


def _as_html(data: bytes) -> str:
    image = mammoth.images.img_element(_picture)
    try:
        return mammoth.convert_to_html(io.BytesIO(data), style_map=STYLES, convert_image=image).value
    except RecursionError:  # told as such
        raise
    except BROKEN as error:
        raise DocumentError(f"The Word file is broken: {error}") from error


def _picture(image) -> dict[str, str]:
    with image.open() as file:
        return {"src": picture_name(file.read()), "alt": image.alt_text or ""}


def _title(html: str) -> str:
    """The first heading, if nothing but a picture stands above it; "" when the file prints none."""
    root = tree.parse_tree(html) if html.strip() else None
    texts = root.body if root is not None else ()
    first = next((element for element in texts if element.text_content().strip()), None)
    is_title = first is not None and first.tag in tree.HEADINGS
    return BREAK_IN_TITLE.sub(" ", first.text_content()).strip() if is_title else ""
