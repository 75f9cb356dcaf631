"""Web archives (.mhtml, .mht, .eml): a page and its pictures in one message of mail."""

from articles.ingest.documents import Kind, ParsedDocument, RawDocument
from articles.ingest.html import parse as page
from articles.ingest.mhtml.archive import Archive


def parse(_text: str, raw: RawDocument) -> ParsedDocument:
    """The article on the archived page.

    Raises DocumentError when the archive holds no page, or as `html.parse` does.
    """
    parsed = page.parse(*Archive(raw).page())
    parsed.kind = Kind.WEB_ARCHIVE
    return parsed
