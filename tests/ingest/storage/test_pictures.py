"""Pictures that came with a document are kept safely, once."""

import io

import pytest
from PIL import Image

from articles.ingest.documents import Block, BlockType, Kind, ParsedDocument, RawDocument
from articles.ingest.storage.pictures import keep_pictures, store_picture


class Beside(dict):
    """Files beside a document."""

    def read(self, relative):
        return self.get(relative)


def make_picture(size=(30, 20), image_format="PNG"):
    file = io.BytesIO()
    Image.new("RGB", size, "#a4262c").save(file, image_format)
    return file.getvalue()


def keep(src, **files):
    """The figure and the warnings after keeping what stands beside the document."""
    figure = Block(BlockType.FIGURE, "渡輪", src=src)
    parsed = ParsedDocument(Kind.HTML, blocks=[figure])
    keep_pictures(parsed, RawDocument("page.html", b"x", neighbours=Beside(files)))
    return figure, parsed.warnings


@pytest.fixture(autouse=True)
def kept_in(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def test_a_picture_is_addressed_by_its_checksum_and_size():
    assert store_picture(make_picture()).endswith("-30x20.png")


def test_the_same_picture_is_kept_once(kept_in):
    assert store_picture(make_picture()) == store_picture(make_picture())
    assert len(list(kept_in.rglob("*.png"))) == 1


def test_a_figure_refers_to_our_copy_of_its_picture():
    figure, warnings = keep("a.png", **{"a.png": make_picture()})
    assert figure.src.startswith("/pictures/")
    assert warnings == []


def test_a_picture_elsewhere_stays_where_it_is():
    figure, _ = keep("https://news.example/a.jpg")
    assert figure.src == "https://news.example/a.jpg"


def test_a_picture_that_did_not_come_along_leaves_its_caption():
    figure, warnings = keep("a.png")
    assert (figure.src, figure.text) == ("", "渡輪")
    assert warnings == ["The picture a.png did not come with the document."]


@pytest.mark.parametrize(
    "data", [b"<svg onload='x'/>", b"GIF89a", make_picture()[:60]], ids=["svg", "stub", "cut"]
)
def test_what_is_no_safe_picture_is_left_out(data):
    figure, warnings = keep("a.png", **{"a.png": data})
    assert figure.src == ""
    assert "not a readable PNG" in warnings[0]
