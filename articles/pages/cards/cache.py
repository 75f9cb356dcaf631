"""Each card drawn once: kept as a file until it would look otherwise, and few drawn at a time."""

from contextlib import contextmanager
from threading import BoundedSemaphore

from django.conf import settings
from django.core.cache.backends.filebased import FileBasedCache

from articles.pages.cards.content import Card
from articles.pages.cards.drawing import draw

MOST_KEPT = 3_000  # cards of some 25 KB; when there are more, a third of them is forgotten
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
    version, picture = shelf().get(name, (None, None))
    return picture if version == card.version else None


def drawn(card, name) -> bytes:
    with a_turn():
        picture = kept(card, name)  # by who had the turn before, perhaps
        if picture is None:
            picture = draw(card)
            shelf().set(name, (card.version, picture))
        return picture


def shelf() -> FileBasedCache:
    limits = {"timeout": None, "max_entries": MOST_KEPT}
    return FileBasedCache(settings.MEDIA_ROOT / "cards", limits)


@contextmanager
def a_turn():
    if not turns.acquire(timeout=PATIENCE):
        raise Busy
    try:
        yield
    finally:
        turns.release()
