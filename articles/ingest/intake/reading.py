"""The text of a stored document as its parser read it."""

from io import BytesIO

from articles.ingest.documents import DocumentError, Kind, RawDocument
from articles.ingest.intake.decoding import decode

MARKUP = {Kind.HTML, Kind.WEB_ARCHIVE}


def text_of(raw: RawDocument, kind: Kind) -> str:
    """The text that the offsets of a record count in; "" when it can no longer be read."""
    try:
        if kind == Kind.PDF:
            return _text_of_pdf(raw.data)
        if kind == Kind.WEB_ARCHIVE:
            from articles.ingest.mhtml.archive import Archive

            return Archive(raw).page()[0]
        return decode(raw.data, raw.content_type).text
    except DocumentError:
        return ""


def words_of(raw: RawDocument, kind: Kind) -> str:
    """The same; of markup the words alone, in the order in which they stand there."""
    text = text_of(raw, kind)
    if kind not in MARKUP:
        return text
    from articles.ingest.html.tree import parse_tree  # lxml is slow to import

    try:
        return "".join(parse_tree(text).itertext())
    except DocumentError:
        return ""


def _text_of_pdf(data):
    """As the cleaner took it out; it did so within its limits before the document was stored."""
    from pypdf import PdfReader  # takes long to load, and few documents need it

    from articles.ingest.pdf.file.parse import extract

    return extract(PdfReader(BytesIO(data)))
