"""The pictures inside a Word file."""

import hashlib
import io
import zipfile
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property

from articles.ingest.intake.packed import unpacked

PICTURES = "word/media/"


def picture_name(data: bytes) -> str:
    """What a picture is called in the text: Word's own names do not reach it."""
    return hashlib.sha256(data).hexdigest()[:24]


@dataclass(frozen=True)
class Media:
    """The pictures inside a Word file, as `Neighbours`: by the names that its text gives them."""

    data: bytes

    def read(self, relative: str) -> bytes | None:
        return self._pictures.get(relative)

    @cached_property
    def _pictures(self) -> dict[str, bytes]:
        with zipfile.ZipFile(io.BytesIO(self.data)) as file:
            entries = [entry for entry in file.infolist() if entry.filename.startswith(PICTURES)]
            return {picture_name(picture): picture for picture in _readable(file, entries)}


def _readable(file, entries):
    for entry in entries:
        with suppress(ValueError):  # Word's own names tell nobody which picture it is
            yield unpacked(file, entry)
