"""Each card drawn once: kept as a file until it would look otherwise, and few drawn at a time."""

import hashlib
import logging
from contextlib import contextmanager
from pathlib import Path
from threading import BoundedSemaphore

from django.conf import settings

from articles.files import write_whole
from articles.pages.cards.content import Card
from articles.pages.cards.drawing import draw

logger = logging.getLogger(__name__)
MOST_KEPT = 3_000  # cards of some 25 KB; when there are more, the older third of them is forgotten
AT_ONCE = 1  # drawings in a process; each keeps a core busy for some 0.2 s
PATIENCE = 8  # seconds to wait for a turn

turns = BoundedSemaphore(AT_ONCE)


class Busy(Exception):
    """So many cards are being drawn that this one's turn did not come."""


def picture_of(card: Card, name: str) -> bytes:
    """The card as a PNG. It takes the place of an older version of the same name.

    name: whose card it is, and in which language. Raises Busy when there was no turn to draw it.
    """
    return kept(card, name) or drawn(card, name)


def kept(card, name) -> bytes | None:
    """The picture in the file; None when there is none, or a damaged or older one."""
    try:
        label, _line, picture = file_of(name).read_bytes().partition(b"\n")
    except OSError:
        return None
    return picture if label == label_of(card, picture) else None


def label_of(card, picture: bytes) -> bytes:
    """The first line of a file: by it a file proves to be whole and the one that is wanted."""
    return f"{card.version} {hashlib.sha256(picture).hexdigest()}".encode()


def keep(card, name, picture: bytes) -> None:
    file = file_of(name)
    write_whole(file, label_of(card, picture) + b"\n" + picture)
    forget_some(file.parent)


def forget_some(folder: Path) -> None:
    files = list(folder.iterdir())
    if len(files) > MOST_KEPT:
        dated = [(file.stat().st_mtime, file) for file in files if file.exists()]
        for _at, file in sorted(dated)[: MOST_KEPT // 3]:
            file.unlink(missing_ok=True)


def drawn(card, name) -> bytes:
    with a_turn():
        picture = kept(card, name)  # by who had the turn before, perhaps
        if picture is None:
            picture = draw(card)
            try:
                keep(card, name, picture)
            except OSError as error:  # a full disk; the reader has the card all the same
                logger.warning("A card was not kept: %s", error)
        return picture


def file_of(name: str) -> Path:
    return Path(settings.MEDIA_ROOT) / "cards" / f"{name}.card"


@contextmanager
def a_turn():
    if not turns.acquire(timeout=PATIENCE):
        raise Busy
    try:
        yield
    finally:
        turns.release()
