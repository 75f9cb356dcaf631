"""PDF files: what stands on their pages is printed as text, and read as text out of any other tool is.

runs.py reads from pypdf what stands where, columns.py puts it into reading order, lines.py prints it.
"""

import logging
import re
import struct
import zlib
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError

from articles.ingest.documents import DocumentError, Kind, ParsedDocument, RawDocument
from articles.ingest.pdf.file.lines import Printed, print_page
from articles.ingest.pdf.text.parse import article_in
from articles.ingest.pdf.text.typeset import Typeset
from articles.ingest.plain.prints import print_edges
from articles.ingest.scrape.parse import parse as read_page
from articles.text.names.persons import looks_like_name

MAX_BYTES = 50 * 1024 * 1024  # a report with its pictures has a tenth
MAX_PAGES = 500  # a book
# A page of type holds 3,000 characters; a hundred on all pages are what a scanner leaves.
LEAST_TEXT = 100
# What pypdf raises on broken files besides its own errors.
BROKEN = (
    PyPdfError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it reports every small flaw of files it can read


def parse(_text: str, raw: RawDocument) -> ParsedDocument:
    """The article in a PDF file. Offsets in `removed` count characters of the text as `extract` gives it.

    Raises DocumentError when the file is too large, encrypted, broken, or holds pictures of text only.
    """
    reader = _open(raw)
    pages = printed(reader)
    if print_edges(pages.text):  # of a web page, with all that stands around its article
        parsed = read_page(pages.text, raw)
    else:
        parsed = article_in(Typeset(pages.text, pages.sizes))
    parsed.kind = Kind.PDF
    parsed.byline = parsed.byline or _author(reader, parsed)
    return parsed


def _open(raw: RawDocument) -> PdfReader:
    if len(raw.data) > MAX_BYTES:
        raise DocumentError(f"The PDF has {len(raw.data):,} bytes; at most {MAX_BYTES:,} are read.")
    try:
        reader = PdfReader(BytesIO(raw.data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise DocumentError("The PDF is encrypted and needs a password.")
        count = len(reader.pages)
    except DependencyError as error:
        raise DocumentError("The PDF is encrypted in a way that cannot be read.") from error
    except BROKEN as error:
        raise DocumentError(f"The PDF is broken: {error}") from error
    if count > MAX_PAGES:
        raise DocumentError(f"The PDF has {count} pages; at most {MAX_PAGES} are read.")
    return reader


def extract(reader: PdfReader) -> str:
    """The text of all pages, form feeds between them.

    Raises DocumentError when there is no text to speak of.
    """
    return printed(reader).text


def printed(reader: PdfReader) -> Printed:
    """The text of all pages with the sizes of its type.

    Raises DocumentError when a page is broken, or when there is no text to speak of.
    """
    text = Printed()
    for number in range(len(reader.pages)):
        text.text += "\f" if number else ""
        _print_page(reader, number, text)
    if len(re.findall(r"\w", text.text)) < LEAST_TEXT:
        raise DocumentError(f"The PDF has no text; its {len(reader.pages)} pages are pictures or empty.")
    return text


def _print_page(reader: PdfReader, number: int, text: Printed) -> None:
    try:
        print_page(reader.pages[number], text)
    except BROKEN as error:
        raise DocumentError(f"Page {number + 1} of the PDF is broken: {error}") from error


def _author(reader: PdfReader, parsed: ParsedDocument) -> str:
    """The author in the file's properties, if it is a person whom the article names."""
    author = str((reader.metadata and reader.metadata.author) or "").strip()
    printed = any(author in block.text for block in parsed.blocks)
    return author if author and printed and looks_like_name(author) else ""
