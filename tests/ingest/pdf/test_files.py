"""PDF files: read, or refused with a reason."""

from io import BytesIO

import pytest
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from articles.ingest import pdf
from articles.ingest.documents import BlockType, DocumentError, Kind, RawDocument

LINES = [
    "Harbor talks resume after a long winter",
    "Mina Seo",
    "The two delegations met for the third time this winter in the old",
    "customs house, where the heating had been broken since the autumn",
    "storms and nobody had come to repair it.",
]


def printed(lines=LINES) -> bytes:
    """A PDF with the lines in Helvetica."""
    stream = DecodedStreamObject()
    words = " ".join(f"({line}) Tj T*" for line in lines)
    stream.set_data(f"BT /F1 12 Tf 72 720 Td 14 TL {words} ET".encode())

    def set_type(writer: PdfWriter) -> None:
        kinds = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
        font = DictionaryObject({NameObject(name): NameObject(kind) for name, kind in kinds.items()})
        fonts = DictionaryObject({NameObject("/F1"): font})
        writer.pages[0][NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        writer.pages[0][NameObject("/Contents")] = stream

    return written(set_type)


def written(change=lambda writer: None, pages=1) -> bytes:
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(612, 792)
    change(writer)
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def parsed(data: bytes):
    return pdf.parse("", RawDocument("talks.pdf", data))


def test_the_article_of_a_pdf_is_read():
    document = parsed(printed())
    assert document.kind == Kind.PDF
    assert document.headline == LINES[0]
    assert document.byline == LINES[1]
    assert [block.text for block in document.blocks if block.type == BlockType.PARAGRAPH] == [
        " ".join(LINES[2:])
    ]


def test_a_pdf_of_pictures_is_refused():
    with pytest.raises(DocumentError, match="no text"):
        parsed(written())


def test_a_pdf_with_a_password_is_refused():
    with pytest.raises(DocumentError, match="password"):
        parsed(written(lambda writer: writer.encrypt("secret", algorithm="RC4-128")))


@pytest.mark.parametrize("data", [b"%PDF-1.4", b"%PDF-1.7\n" + bytes(range(256)) * 20, printed()[:200]])
def test_a_broken_pdf_is_refused(data):
    with pytest.raises(DocumentError, match="PDF"):
        parsed(data)


def test_a_pdf_of_too_many_pages_is_refused(monkeypatch):
    monkeypatch.setattr(pdf, "MAX_PAGES", 2)
    with pytest.raises(DocumentError, match="3 pages; at most 2"):
        parsed(written(pages=3))


def test_a_pdf_of_too_many_bytes_is_refused(monkeypatch):
    monkeypatch.setattr(pdf, "MAX_BYTES", 100)
    with pytest.raises(DocumentError, match="at most 100"):
        parsed(printed())
