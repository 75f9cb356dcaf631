"""Word files: their text is the article, their title the headline, their pictures are kept."""

import io
import warnings
import zipfile
from dataclasses import replace

import pytest

from articles.ingest.clean import clean
from articles.ingest.documents import BlockType, DocumentError, Kind, RawDocument
from articles.ingest.enclosed import companions
from articles.ingest.word.media import picture_name
from articles.ingest.word.parse import MAX_UNPACKED

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
RELATIONS = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Target="{}"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}"/></Relationships>"""
STYLES = f"""<w:styles {W}><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/></w:style></w:styles>"""
PROSE = "兩國的漁業部長在海濱會館談了一整個下午，第一項議題是巡邏船的通話代碼。"
PICTURE = b"\x89PNG a picture"


def paragraph(text, style=""):
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def table(*rows):
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def word_file(*parts, **entries):
    document = f"<w:document {W}><w:body>{''.join(parts)}</w:body></w:document>"
    held = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELATIONS.format("word/document.xml", "officeDocument"),
        "word/_rels/document.xml.rels": RELATIONS.format("styles.xml", "styles"),
        "word/styles.xml": STYLES,
        "word/document.xml": document,
    } | entries
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in held.items():
            file.writestr(name, data)
    return RawDocument("report.docx", packed.getvalue())


def test_a_title_is_the_headline_and_the_text_the_body():
    report = word_file(paragraph("熱線的三年", "Title"), paragraph(PROSE), paragraph(PROSE[::-1] + "。"))
    document = clean(report)
    assert document.kind is Kind.WORD
    assert document.headline == "熱線的三年"
    assert [block.text for block in document.blocks] == [PROSE, PROSE[::-1] + "。"]


def test_a_title_is_known_where_a_file_lists_no_styles():
    bare = word_file(
        paragraph("熱線的三年", "Title"), paragraph(PROSE), **{"word/styles.xml": f"<w:styles {W}/>"}
    )
    assert clean(bare).headline == "熱線的三年"


def test_headings_and_tables_keep_their_form():
    rows = [("星期", "時段"), ("一", "上午")]
    document = clean(
        word_file(paragraph(PROSE), paragraph("值班", "Heading2"), paragraph(PROSE), table(*rows))
    )
    assert [block.type for block in document.blocks] == [
        BlockType.PARAGRAPH,
        BlockType.HEADING,
        BlockType.PARAGRAPH,
        BlockType.TABLE,
    ]
    assert document.blocks[-1].rows == [list(row) for row in rows]


def test_a_file_without_a_title_has_a_provisional_headline():
    assert clean(word_file(paragraph(PROSE))).headline_is_provisional


def test_its_pictures_come_along_by_the_name_the_text_gives_them():
    beside = companions(word_file(paragraph(PROSE), **{"word/media/image1.png": PICTURE}))
    assert beside.read(picture_name(PICTURE)) == PICTURE
    assert beside.read("image1.png") is None


def test_a_file_that_unpacks_to_too_much_is_refused():
    bomb = word_file(paragraph(PROSE), **{"word/media/zeros.bin": bytes(MAX_UNPACKED + 1)})
    with pytest.raises(DocumentError, match="unpacks to more than"):
        clean(bomb)


def test_pictures_of_one_name_count_each():
    bomb = word_file(paragraph(PROSE))
    packed = io.BytesIO(bomb.data)
    with zipfile.ZipFile(packed, "a", zipfile.ZIP_DEFLATED) as file, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for _twice in range(2):
            file.writestr("word/media/zeros.bin", bytes(MAX_UNPACKED // 2))
    with pytest.raises(DocumentError, match="unpacks to more than"):
        clean(replace(bomb, data=packed.getvalue()))


def test_a_damaged_picture_is_left_out_and_the_others_come():
    damaged = word_file(**{"word/media/a.png": b"damaged" * 9, "word/media/b.png": PICTURE})
    place = damaged.data.index(b"word/media/a.png") + len("word/media/a.png")
    data = damaged.data[:place] + b"\xff" + damaged.data[place + 1 :]
    beside = companions(replace(damaged, data=data))
    assert (beside.read(picture_name(PICTURE)), beside.read(picture_name(b"damaged" * 9))) == (PICTURE, None)


OF_NO_ENCODING = b'<?xml version="1.0" encoding="zlib_codec"?><a/>'


@pytest.mark.parametrize("document", [b"<w:document", b"", b"<a/>", OF_NO_ENCODING])
def test_a_broken_file_is_refused_in_words(document):
    with pytest.raises(DocumentError):
        clean(word_file(**{"word/document.xml": document}))


@pytest.mark.parametrize(
    ("place", "value"), [(8, 1), (10, 99), (16, 0)], ids=["locked", "packed oddly", "damaged"]
)
def test_a_file_whose_entries_cannot_be_unpacked_is_refused_in_words(place, value):
    good = word_file(paragraph(PROSE))
    data = bytearray(good.data)
    data[data.rindex(b"PK\x01\x02") + place] = value  # in what the directory says of the text
    with pytest.raises(DocumentError, match="is broken"):
        clean(replace(good, data=bytes(data)))
