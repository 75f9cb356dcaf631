"""Pictures that came with a document are kept safely, once."""

import io
from pathlib import Path

import pytest
from PIL import ExifTags, Image

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


def test_a_picture_that_did_not_fit_on_the_disk_is_kept_when_it_comes_again(kept_in, monkeypatch):
    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", half_written)
        with pytest.raises(OSError, match="full"):
            store_picture(make_picture())
    assert not list(kept_in.glob("pictures/*"))
    with Image.open(kept_in / store_picture(make_picture()).removeprefix("/")) as image:
        image.load()


def half_written(file, data):
    file.parent.mkdir(exist_ok=True)
    with file.open("wb") as torso:
        torso.write(data[: len(data) // 2])
    raise OSError("full")


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


def test_a_picture_that_cannot_be_read_is_told_as_such():
    class Damaged:
        def read(self, relative):
            raise ValueError("it cannot be unpacked.")

    parsed = ParsedDocument(Kind.HTML, blocks=[Block(BlockType.FIGURE, "渡輪", src="a.png")])
    keep_pictures(parsed, RawDocument("page.html", b"x", neighbours=Damaged()))
    assert parsed.warnings == ["The picture a.png was left out: it cannot be unpacked."]


def make_photograph(image_format="JPEG", orientation=6):
    """A picture, 30 wide and 20 high as stored, with where and by whom it was taken."""
    image = Image.new("RGB", (30, 20))
    exif = image.getexif()
    exif[ExifTags.Base.Artist], exif[ExifTags.Base.Orientation] = "Canary", orientation
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (37.0, 33.0, 58.0)
    file = io.BytesIO()
    image.save(file, image_format, exif=exif)
    return file.getvalue() + b"Canary behind the end"


@pytest.mark.parametrize("image_format", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize(("orientation", "size"), [(1, (30, 20)), (6, (20, 30))])
def test_a_kept_picture_is_upright_and_says_not_where_it_was_taken(kept_in, image_format, orientation, size):
    address = store_picture(make_photograph(image_format, orientation))
    (file,) = kept_in.glob("pictures/*")
    assert file.name == address.rpartition("/")[2]
    assert "-{}x{}.".format(*size) in address
    with Image.open(file) as image:
        assert image.size == size
        assert not image.getexif()
    assert b"Canary" not in file.read_bytes()


@pytest.mark.parametrize("image_format", ["GIF", "WEBP", "PNG"])
def test_a_moving_picture_keeps_its_frames(kept_in, image_format):
    frames = [Image.new("RGB", (30, 20), colour) for colour in ("red", "blue", "green")]
    file = io.BytesIO()
    frames[0].save(file, image_format, save_all=True, append_images=frames[1:], duration=100)
    store_picture(file.getvalue())
    with Image.open(next(kept_in.glob("pictures/*"))) as image:
        assert image.n_frames == 3


def test_a_picture_that_breaks_off_is_refused(kept_in):
    file = io.BytesIO()
    Image.effect_noise((300, 200), 50).save(file, "JPEG")
    with pytest.raises(ValueError, match="breaks off"):
        store_picture(file.getvalue()[:5000])
    assert not list(kept_in.glob("pictures/*"))
