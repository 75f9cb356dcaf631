"""The parts of a web archive: the page that was saved, and what it shows (RFC 2557)."""

from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message
from functools import cached_property
from urllib.parse import urljoin

from articles.ingest.documents import MAX_BYTES, DocumentError, RawDocument
from articles.ingest.intake.decoding import decode

MAX_PARTS = 2000  # a saved front page has some 300


@dataclass(frozen=True)
class Archive:
    """The parts of a web archive. As `Neighbours`, it gives the pictures of its page by their addresses."""

    raw: RawDocument

    def page(self) -> tuple[str, RawDocument]:
        """The page's text, and the document as if the page alone had been handed in."""
        part = self._page
        address = self._address_of(part) or self.raw.url
        data = part.get_payload(decode=True) or b""
        return decode(data, str(part.get("Content-Type", ""))).text, RawDocument(self.raw.name, data, address)

    def read(self, relative: str) -> bytes | None:
        """The bytes of the part at an address, absolute or as the page writes it."""
        address = urljoin(self._address_of(self._page), relative)
        part = next((part for part in self._parts if self._address_of(part) == address), None)
        data = part.get_payload(decode=True) if part else None
        return data if data and len(data) <= MAX_BYTES else None

    @cached_property
    def _message(self) -> Message:
        return message_from_bytes(self.raw.data)

    @cached_property
    def _parts(self) -> list[Message]:
        return [part for part, _ in zip(self._message.walk(), range(MAX_PARTS), strict=False)]

    @cached_property
    def _page(self) -> Message:
        """The part that was saved: the one the head names, else the first page."""
        pages = [part for part in self._parts if part.get_content_type() == "text/html"]
        saved = self._message.get("Snapshot-Content-Location", "")
        named = (part for part in pages if self._address_of(part) == saved)
        if found := next(named, next(iter(pages), None)):
            return found
        raise DocumentError("The web archive holds no HTML page.")

    @staticmethod
    def _address_of(part: Message) -> str:
        location = str(part.get("Content-Location", ""))  # a Header where its letters are no ASCII
        return "".join(location.split())
