"""The files that came with a document: beside it, or inside the archive that it is."""

from articles.ingest.documents import Neighbours, RawDocument
from articles.ingest.intake.packed import is_web_archive, is_word
from articles.ingest.mhtml.archive import Archive
from articles.ingest.word.media import Media


def companions(raw: RawDocument) -> Neighbours | None:
    """Where a document's pictures are looked for; None when nothing came with it."""
    if is_word(raw.data):
        return Media(raw.data)
    return Archive(raw) if is_web_archive(raw.data) else raw.neighbours
