"""Pictures that came beside a document: checked, kept under their checksum, and addressed from the body."""

import hashlib
import io
import warnings
from urllib.parse import unquote, urljoin, urlsplit

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image, UnidentifiedImageError

from articles.ingest.documents import Block, Neighbours, ParsedDocument, RawDocument

FORMATS = {"PNG": "png", "JPEG": "jpg", "WEBP": "webp", "GIF": "gif"}  # no SVG: it can carry script
MAX_PIXELS = 50_000_000


def keep_pictures(parsed: ParsedDocument, raw: RawDocument) -> None:
    """Keep what the document's figures refer to by relative path; the figures then refer to our copy.

    A picture that did not come along is looked for where the document says it was published; without such an
    address the caption stays alone, and a warning says so.
    """
    for block in parsed.blocks:
        if block.src and not _is_elsewhere(block.src):
            _keep(block, raw.neighbours, parsed)


def _is_elsewhere(src):
    return urlsplit(src).scheme in ("http", "https") or src.startswith(("//", "/pictures/"))


def _keep(block: Block, neighbours: Neighbours | None, parsed: ParsedDocument):
    path = unquote(urlsplit(block.src).path)
    data = neighbours.read(path) if neighbours and path else None
    if data is None:
        block.src = urljoin(parsed.source_url, block.src) if parsed.source_url else ""
        if not block.src:
            parsed.warnings.append(f"The picture {path} did not come with the document.")
        return
    try:
        block.src = store_picture(data)
    except ValueError as error:
        parsed.warnings.append(f"The picture {path} was left out: {error}")
        block.src = ""


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
