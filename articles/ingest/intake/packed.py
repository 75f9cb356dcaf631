"""Documents that are archives: told by their bytes, before anything is decoded."""

import io
import lzma
import re
import zipfile
import zlib

from articles.ingest.documents import MAX_BYTES, TOO_LARGE

PDF = b"%PDF-"
PDF_WITHIN = 1024  # bytes; readers look for its mark there
# A message of mail begins with the fields of its head; both of these stand there (RFC 2045).
FIELD = re.compile(rb"\s*[A-Za-z][A-Za-z-]{1,40}:[ \t]")
VERSION = re.compile(rb"^MIME-Version:", re.IGNORECASE | re.MULTILINE)
PARTS = re.compile(rb"^Content-Type:\s*(?:multipart/|text/html)", re.IGNORECASE | re.MULTILINE)
HEAD_BYTES = 8192  # the header fields of a mail
ZIP = b"PK\x03\x04"
WORD_TEXT = "word/document.xml"  # the entry that makes a zip archive a Word file (ECMA-376)
# What zipfile raises for archives that are damaged, encrypted, oddly packed, or lie of their names.
UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    NotImplementedError,
    EOFError,
    OSError,
    ValueError,
    RuntimeError,
)


def is_pdf(data: bytes) -> bool:
    return data[:PDF_WITHIN].lstrip().startswith(PDF)


def is_web_archive(data: bytes) -> bool:
    """Whether the bytes are a message of mail that holds a page."""
    head = data[:HEAD_BYTES]
    return bool(FIELD.match(head) and VERSION.search(head) and PARTS.search(head))


def is_word(data: bytes) -> bool:
    """Whether the bytes are a Word file and no other archive."""
    if not data.startswith(ZIP):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            return WORD_TEXT in file.namelist()
    except UNREADABLE:
        return False


def unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """What an entry of an archive holds.

    Raises ValueError, in words for an editor, where it cannot be read, or is more than a document may be.
    """
    if entry.file_size > MAX_BYTES:
        raise ValueError(TOO_LARGE)
    try:
        return archive.read(entry)
    except UNREADABLE as error:
        raise ValueError("it cannot be unpacked.") from error
