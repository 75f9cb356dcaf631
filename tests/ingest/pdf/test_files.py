"""PDF files: read, or refused with a reason."""

from io import BytesIO

import pytest
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from articles.ingest.documents import BlockType, DocumentError, Kind, RawDocument
from articles.ingest.pdf.file import parse as pdf

LINES = [
    "Harbor talks resume after a long winter",
    "Mina Seo",
    "The two delegations met for the third time this winter in the old",
    "customs house, where the heating had been broken since the autumn",
    "storms and nobody had come to repair it.",
]


def shown(words: str, x=72, y=720, size=12) -> str:
    """The operators that show words in Helvetica at a place of the page, in points."""
    return f"BT /F1 {size} Tf {x} {y} Td ({words}) Tj ET"


def column(lines: list[str], x=72, top=720, size=12) -> str:
    return "\n".join(shown(line, x, top - 1.2 * size * number, size) for number, line in enumerate(lines))


def printed(*shows: str) -> bytes:
    """A PDF of one page."""
    stream = DecodedStreamObject()
    stream.set_data("\n".join(shows or [column(LINES)]).encode("cp1252"))

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


LEFT = [
    "The two delegations met for the third time",
    "this winter in the old customs house, where",
    "the heating had been broken since autumn,",
    "and kept their coats on while they read the",
    "draft aloud, line by line, as they always do.",
]
RIGHT = [
    "Nobody outside had expected a result before",
    "the holiday. When the doors opened at six,",
    "the clerks were already counting the copies",
    "and the drivers had started their engines in",
    "the yard below, for the roads were freezing.",
]


def paragraphs(document) -> list[str]:
    return [block.text for block in document.blocks if block.type == BlockType.PARAGRAPH]


def test_columns_are_read_one_after_the_other():
    document = parsed(
        printed(shown(LINES[0], y=740, size=20), column(LEFT, 72, 700, 9), column(RIGHT, 306, 700, 9))
    )
    assert document.headline == LINES[0]
    assert paragraphs(document) == [" ".join(LEFT + RIGHT)]


def test_columns_whose_lines_the_file_mixes_are_read_one_after_the_other():
    mixed = [
        shown(line, x, 700 - 11 * number, 9)
        for number, pair in enumerate(zip(LEFT, RIGHT, strict=True))
        for line, x in zip(pair, (72, 306), strict=True)
    ]
    assert paragraphs(parsed(printed(shown(LINES[0], y=740, size=20), *mixed))) == [" ".join(LEFT + RIGHT)]


def test_the_largest_type_is_the_headline():
    document = parsed(
        printed(shown("Harbor Review", y=760, size=9), shown("Coats on", y=735, size=24), column(LEFT))
    )
    assert document.headline == "Coats on"


def test_a_headline_in_large_type_goes_on_below():
    lines = ["Harbor talks resume after", "a long winter"]
    document = parsed(printed(column(lines, top=760, size=22), column(LEFT, top=690)))
    assert document.headline == " ".join(lines)


def test_larger_type_between_paragraphs_is_a_heading():
    document = parsed(
        printed(
            shown(LINES[0], y=750, size=20),
            column(LEFT, top=720),
            shown("What came of it", y=640, size=15),
            column(RIGHT, top=620),
        )
    )
    headings = [block.text for block in document.blocks if block.type == BlockType.HEADING]
    assert headings == ["What came of it"]


def test_notes_in_small_type_do_not_interrupt_a_sentence():
    document = parsed(
        printed(
            shown(LINES[0], y=750, size=20),
            column(LEFT[:2], top=720),
            shown("1 The house was sold to a brewer in 1974.", y=660, size=8),
            column(LEFT[2:], top=640),
        )
    )
    assert paragraphs(document) == [" ".join(LEFT)]
    assert document.blocks[-1].type == BlockType.NOTE


def test_type_set_twice_for_want_of_a_bold_font_is_read_once():
    document = parsed(printed(shown(LINES[0], y=740, size=20), shown(LINES[0], 72.3, 740, 20), column(LEFT)))
    assert document.headline == LINES[0]


def test_a_watermark_across_the_page_is_no_text():
    watermark = "BT /F1 60 Tf 0.7 0.7 -0.7 0.7 150 300 Tm (CONFIDENTIAL) Tj ET"
    assert "CONFIDENTIAL" not in " ".join(paragraphs(parsed(printed(column(LINES), watermark))))


def test_a_page_turned_on_its_side_is_read_across():
    turned = [
        f"BT /F1 12 Tf 0 1 -1 0 {100 + 14 * number} 72 Tm ({line}) Tj ET" for number, line in enumerate(LINES)
    ]
    assert paragraphs(parsed(printed(*turned))) == [" ".join(LINES[2:])]


def test_a_change_of_font_within_a_line_does_not_move_the_words():
    line = f"BT /F1 12 Tf 72 600 Td ({LEFT[0]} this ) Tj /F1 11.9 Tf (winter.) Tj ET"
    assert f"{LEFT[0]} this winter." in " ".join(paragraphs(parsed(printed(column(LINES), line))))


def test_a_pdf_without_pages_is_refused():
    with pytest.raises(DocumentError, match="0 pages"):
        parsed(written(pages=0))


def outcome(data: bytes) -> str:
    try:
        return parsed(data).headline
    except DocumentError as error:
        return str(error)


@pytest.mark.parametrize("removed", range(0, 900, 60))
def test_a_damaged_pdf_is_read_or_refused_in_one_line(removed, capfd):
    data = printed()
    assert "\n" not in outcome(data[: removed + 20] + data[removed + 50 :])
    assert capfd.readouterr() == ("", "")


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


def test_a_smaller_line_that_a_dash_leads_to_belongs_to_the_headline_above():
    title = shown("The harbour", y=750, size=22)
    deck = shown("- ten winters with a telephone that nobody answers", y=730, size=15)
    document = pdf.parse("", RawDocument("a.pdf", printed(title, deck, column(LINES[2:], top=700))))
    assert document.headline == "The harbour - ten winters with a telephone that nobody answers"
