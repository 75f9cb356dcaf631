"""The order of the stages, written once: decode → detect → parse → finish."""

from importlib import import_module

from articles.ingest.decoding import decode
from articles.ingest.detect import detect
from articles.ingest.documents import DocumentError, Kind, ParsedDocument, RawDocument
from articles.text.language import detect_language

CLEANER_VERSION = "1.0"

# The heavy parsers (trafilatura, pypdf) load only when a document needs them.
PARSERS = {
    Kind.HTML: "articles.ingest.html.page",
    Kind.MARKDOWN: "articles.ingest.markdown",
    Kind.SCRAPE: "articles.ingest.scrape",
    Kind.CLEAN_TEXT: "articles.ingest.scrape",
    Kind.PDF_TEXT: "articles.ingest.pdf_text",
    Kind.PDF: "articles.ingest.pdf",
}
