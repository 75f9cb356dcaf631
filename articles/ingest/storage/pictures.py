"""Pictures that came beside a document: checked, kept under their checksum, and addressed from the body."""

import hashlib
import io
import warnings
from urllib.parse import unquote, urljoin, urlsplit

from PIL import ExifTags, Image, ImageOps, UnidentifiedImageError

from articles.files import write_whole
from articles.ingest.documents import Block, Neighbours, ParsedDocument, RawDocument
from articles.ingest.enclosed import companions
from articles.models.articles.picture import folder

FORMATS = {"PNG": "png", "JPEG": "jpg", "WEBP": "webp", "GIF": "gif"}  # no SVG: it can carry script
MAX_PIXELS = 50_000_000  # of all its frames: a camera's largest, and what is held in memory
UNREADABLE = (
    UnidentifiedImageError, Image.DecompressionBombError, OSError, EOFError, SyntaxError, ValueError,
)  # fmt: skip
LOSSY = ("JPEG", "WEBP")
NEW_QUALITY = 90  # of 100, where a picture's own cannot be kept
UPRIGHT, ON_ITS_SIDE = 1, (5, 6, 7, 8)  # EXIF's numbers of orientation
KEPT = "/pictures/"  # where the addresses of our copies begin


def keep_pictures(parsed: ParsedDocument, raw: RawDocument) -> None:
    """Keep what the document's figures show, if it came along; the figures then refer to our copy.

    A picture that did not come along is looked for where the document says it was published; without such an
    address the caption stays alone, and a warning says so.
    """
    beside = companions(raw)
    for block in parsed.blocks:
        if block.src and not block.src.startswith(KEPT):
            _keep(block, beside, parsed)


def _keep(block: Block, beside: Neighbours | None, parsed: ParsedDocument):
    path = block.src if _is_elsewhere(block.src) else unquote(urlsplit(block.src).path)
    try:
        data = beside.read(path) if beside and path else None
        if data is None:
            _leave(block, path, parsed)
        else:
            block.src = store_picture(data)
    except ValueError as error:
        parsed.warnings.append(f"The picture {path} was left out: {error}")
        block.src = ""


def _is_elsewhere(src):
    return urlsplit(src).scheme in ("http", "https") or src.startswith("//")


def _leave(block: Block, path: str, parsed: ParsedDocument):
    """Refer to a picture that did not come along where it was published."""
    if _is_elsewhere(block.src):
        return
    block.src = urljoin(parsed.source_url, block.src) if parsed.source_url else ""
    if not block.src:
        parsed.warnings.append(f"The picture {path} did not come with the document.")


def store_picture(data: bytes) -> str:
    """Store a picture once, whatever it is called; returns its address.

    The name carries its size, so that a page can reserve the room: /pictures/<checksum>-<width>x<height>.png.
    The checksum is that of the bytes that came: what is kept of them may change with the library that writes
    it. Raises ValueError, in words for an editor, when the bytes are no picture that browsers show safely.
    """
    width, height, ending = _examined(data)
    name = f"{hashlib.sha256(data).hexdigest()[:24]}-{width}x{height}.{ending}"
    if not (folder() / name).exists():
        write_whole(folder() / name, without_traces(data))
    return f"{KEPT}{name}"


def without_traces(data: bytes) -> bytes:
    """The picture alone, written anew: not where it was taken, by whom, nor what hides behind its end.

    Its orientation is turned into pixels; its colour profile and its frames stay. Raises ValueError when the
    picture breaks off.
    """
    try:
        with Image.open(io.BytesIO(data), formats=list(FORMATS)) as image:
            return _written(image, image.format)
    except UNREADABLE as error:
        raise ValueError("it breaks off, or is damaged.") from error


def _written(image, kind) -> bytes:
    is_turned = _orientation(image) != UPRIGHT
    options = {"icc_profile": image.info.get("icc_profile"), "exif": b""}
    if kind in LOSSY:
        options["quality"] = "keep" if kind == "JPEG" and not is_turned else NEW_QUALITY
    if getattr(image, "is_animated", False):
        options["save_all"] = True
    elif is_turned:
        image = ImageOps.exif_transpose(image)
    for trace in ("exif", "xmp", "comment"):
        image.info.pop(trace, None)
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def _orientation(image) -> int:
    return image.getexif().get(ExifTags.Base.Orientation, UPRIGHT)


def _examined(data):
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # measured below
            with Image.open(io.BytesIO(data), formats=list(FORMATS)) as image:
                width, height, ending = *image.size, FORMATS[image.format]
                frames = getattr(image, "n_frames", 1)
                if _orientation(image) in ON_ITS_SIDE:
                    width, height = height, width
    except UNREADABLE as error:
        raise ValueError("it is not a readable PNG, JPEG, WebP or GIF.") from error
    if width * height * frames > MAX_PIXELS:
        raise ValueError(f"it has more than {MAX_PIXELS:,} pixels.")
    return width, height, ending
