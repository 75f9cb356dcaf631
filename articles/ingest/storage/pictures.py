"""Pictures that came beside a document: checked, kept under their checksum, and addressed from the body."""

import hashlib
import io
import warnings
from urllib.parse import unquote, urljoin, urlsplit

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image, UnidentifiedImageError

from articles.ingest.documents import Block, Neighbours, ParsedDocument, RawDocument
from articles.ingest.enclosed import companions

FORMATS = {"PNG": "png", "JPEG": "jpg", "WEBP": "webp", "GIF": "gif"}  # no SVG: it can carry script
MAX_PIXELS = 50_000_000
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
    data = beside.read(path) if beside and path else None
    if data is None:
        _leave(block, path, parsed)
        return
    try:
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
    Raises ValueError, in words for an editor, when the bytes are no picture that browsers show safely.
    """
    width, height, ending = _examined(data)
    name = f"pictures/{hashlib.sha256(data).hexdigest()[:24]}-{width}x{height}.{ending}"
    if not default_storage.exists(name):
        default_storage.save(name, ContentFile(data))
    return f"/{name}"


def _examined(data):
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # measured below
            with Image.open(io.BytesIO(data), formats=list(FORMATS)) as image:
                width, height, ending = *image.size, FORMATS[image.format]
                image.verify()
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError) as error:
        raise ValueError("it is not a readable PNG, JPEG, WebP or GIF.") from error
    if width * height > MAX_PIXELS:
        raise ValueError(f"it has more than {MAX_PIXELS:,} pixels.")
    return width, height, ending
