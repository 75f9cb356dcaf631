"""Files, folders and archives become documents; what cannot be read is named."""

import errno
import io
import os
import zipfile
import zlib
from pathlib import Path

import pytest

from articles.ingest.documents import RawDocument
from articles.ingest.intake import gather as module
from articles.ingest.intake.gather import Refusal, gather, gather_upload


def make_zip(**entries):
    """A zip archive; double underscores in names stand for dots."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name.replace("__", "."), data)
    return file.getvalue()


def names(documents):
    return [document.name.rsplit("/", 1)[-1] for document in documents]


def test_a_file_is_read_as_it_is(tmp_path):
    (tmp_path / "a.txt").write_bytes("渡輪靠岸。".encode())
    (document,) = gather(str(tmp_path / "a.txt"))
    assert document.data.decode() == "渡輪靠岸。"


def test_a_folder_gives_its_documents_in_order_and_passes_over_pictures(tmp_path):
    for name in ("b.md", "a.html", "picture.png", ".hidden.txt"):
        (tmp_path / name).write_text("x")
    assert names(gather(str(tmp_path))) == ["a.html", "b.md"]


def test_a_missing_file_is_named():
    (refusal,) = gather("/nowhere/at/all.txt")
    assert refusal == Refusal("/nowhere/at/all.txt", "There is no such file.")


def test_a_file_over_the_limit_is_refused_unread(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "MAX_BYTES", 10)
    (tmp_path / "long.txt").write_bytes(b"x" * 11)
    (refusal,) = gather(str(tmp_path / "long.txt"))
    assert "larger than 10 bytes" in refusal.reason


def test_an_archive_gives_its_documents_under_its_own_name(tmp_path):
    (tmp_path / "mixed.zip").write_bytes(make_zip(one__txt="一", two__jpg="no"))
    (document,) = gather(str(tmp_path / "mixed.zip"))
    assert document.name.endswith("mixed.zip/one.txt")


def test_documents_that_are_not_read_are_told_of_an_archive_and_pictures_are_not():
    data = make_zip(a__txt=b"x", b__DOC=b"x", c__zip=b"x", d__png=b"x", e__css=b"x")
    told = [document for document in gather_upload("all.zip", data) if isinstance(document, Refusal)]
    assert [(refusal.name, refusal.reason) for refusal in told] == [
        ("all.zip/b.DOC", "Documents of this kind (.doc) are not read."),
        ("all.zip/c.zip", "Documents of this kind (.zip) are not read."),
    ]


def test_an_uploaded_archive_is_known_by_its_content():
    (document,) = gather_upload("renamed.bin", make_zip(one__txt="一"))
    assert document.data.decode() == "一"


def test_a_zip_bomb_is_refused():
    (refusal,) = gather_upload("bomb.zip", make_zip(bomb__txt="0" * 1_000_000))
    assert "zip bomb" in refusal.reason


def test_a_broken_archive_is_refused():
    (refusal,) = gather_upload("broken.zip", b"PK\x03\x04 not really")
    assert refusal.reason == "The file is not a readable zip archive."


METHODS = {"deflated": zipfile.ZIP_DEFLATED, "bzip2": zipfile.ZIP_BZIP2, "lzma": zipfile.ZIP_LZMA}


@pytest.mark.parametrize("method", METHODS.values(), ids=METHODS)
def test_whatever_bytes_of_an_archive_are_damaged_it_is_read_or_refused(method):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as archive:
        archive.writestr("a.html", "渡輪靠岸。" * 3)
    for place, byte in enumerate(packed.getvalue()):
        for other in (0, byte ^ 1, 255):
            damaged = bytearray(packed.getvalue())
            damaged[place] = other
            for document in gather_upload("a.zip", bytes(damaged)):
                assert isinstance(document, RawDocument | Refusal)


def test_an_archive_whose_names_are_no_text_is_refused():
    lying = make_zip(渡__txt=b"text").replace("渡.txt".encode(), b"\xff\xff\xff.txt")
    (refusal,) = gather_upload("posts.zip", lying)
    assert refusal == Refusal("posts.zip", "The file is not a readable zip archive.")


def test_a_file_whose_name_is_no_text_is_told_by_what_is_readable_of_it(tmp_path):
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")).write_text("text")
    assert names(gather(str(tmp_path))) == ["\ufffd.txt"]


def test_an_archive_with_too_many_documents_is_refused(monkeypatch):
    monkeypatch.setattr(module, "MAX_ENTRIES", 1)
    (refusal,) = gather_upload("many.zip", make_zip(a__txt="1", b__txt="2"))
    assert "at most 1 are read" in refusal.reason


def test_pictures_beside_a_document_can_be_read(tmp_path):
    (tmp_path / "figures").mkdir()
    (tmp_path / "figures/a.png").write_bytes(b"png")
    (tmp_path / "page.html").write_text("x")
    (document,) = gather(str(tmp_path / "page.html"))
    assert document.neighbours.read("figures/a.png") == b"png"


def test_pictures_outside_the_documents_folder_cannot_be_read(tmp_path):
    (tmp_path / "secret.png").write_bytes(b"png")
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner/page.html").write_text("x")
    (document,) = gather(str(tmp_path / "inner/page.html"))
    assert document.neighbours.read("../secret.png") is None


def test_pictures_in_an_archive_can_be_read():
    documents = gather_upload("page.zip", make_zip(page__html="x", a__png="png"))
    document = next(documents)
    assert isinstance(document, RawDocument)
    assert document.neighbours.read("a.png") == b"png"
    assert document.neighbours.read("b.png") is None


def test_pictures_in_an_archive_can_be_read_when_all_its_documents_have_come(tmp_path):
    (tmp_path / "pages.zip").write_bytes(make_zip(a__html="x", b__html="x", b__png="png"))
    *_, last = gather(str(tmp_path / "pages.zip"))
    assert last.neighbours.read("b.png") == b"png"


def test_a_picture_in_a_damaged_archive_is_told_from_one_that_is_not_there():
    damaged = make_zip(page__html="x", a__png=b"\x89PNG").replace(
        zlib.compress(b"\x89PNG")[2:-4], b"\xff" * 6
    )
    (document,) = gather_upload("page.zip", damaged)
    with pytest.raises(ValueError, match="cannot be unpacked"):
        document.neighbours.read("a.png")


def test_a_picture_over_the_limit_is_told_from_one_that_is_not_there(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "MAX_BYTES", 2)
    (tmp_path / "a.png").write_bytes(b"png")
    (tmp_path / "page.html").write_text("x")
    (document,) = gather(str(tmp_path / "page.html"))
    with pytest.raises(ValueError, match="larger"):
        document.neighbours.read("a.png")


def test_an_archive_that_may_not_be_opened_is_told_as_such(tmp_path, monkeypatch):
    def refuse(*_):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(zipfile, "ZipFile", refuse)
    (refusal,) = gather(str(tmp_path / "posts.zip"))
    assert refusal.reason == "The file cannot be read: Permission denied."
