"""Address → Feed: what a site says is new, in RSS or Atom."""

import io
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from articles.ingest.documents import DocumentError, RawDocument
from articles.ingest.intake.fetch import DEFAULT_PORTS, DOCUMENT_TYPES, Wanted, ask
from articles.text.normalise import tidy

TYPES = frozenset(DOCUMENT_TYPES | {"application/rss+xml", "application/atom+xml", "application/rdf+xml"})
ACCEPT = "application/atom+xml,application/rss+xml,application/xml;q=0.9,*/*;q=0.5"
MOST_ITEMS = 50  # of one feed, the newest, which stand first; what is older was there before
LONGEST_ADDRESS, LONGEST_TITLE = 2000, 300  # characters


@dataclass(frozen=True)
class FeedItem:
    """key: by which the feed itself tells its items apart. address: of the page, "" where it names none."""

    key: str
    address: str
    title: str


@dataclass(frozen=True)
class Feed:
    """items: the oldest first. etag, last_modified: to ask with the next time."""

    items: list[FeedItem]
    etag: str
    last_modified: str


def read_feed(url: str, etag: str = "", last_modified: str = "") -> Feed | None:
    """A feed; None where nothing in it has changed. Raises DocumentError as `fetch`, Redirected where it is
    elsewhere, and for what is no feed.

    etag, last_modified: what the server told with the feed that is known, "" for none.
    """
    asked = {"Accept": ACCEPT, "If-None-Match": etag, "If-Modified-Since": last_modified}
    headers = {name: value for name, value in asked.items() if value}
    answer = ask(url, Wanted(TYPES, headers, follows=False))
    if answer.document is None:
        return None
    return Feed(items_of(answer.document), answer.etag, answer.last_modified)


def items_of(document: RawDocument) -> list[FeedItem]:
    import feedparser  # takes long to load, and few children read feeds

    try:
        # A file object: of a string it would guess whether it is an address, and fetch it itself.
        parsed = feedparser.parse(
            io.BytesIO(document.data),
            response_headers={"content-type": document.content_type},
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except (ValueError, LookupError, TypeError, AttributeError) as error:  # of characters that there are not
        raise DocumentError(f"{document.url} is a feed that cannot be read: {error}.") from error
    if not parsed.get("version"):
        raise DocumentError(f"{document.url} is no feed in RSS or Atom.")
    items = [_item(entry, document.url) for entry in parsed.entries[:MOST_ITEMS]]
    return items[::-1]


def _item(entry, base) -> FeedItem:
    address = _address(entry.get("link", ""), base)
    title = tidy(entry.get("title", ""))[:LONGEST_TITLE]
    return FeedItem(entry.get("id") or address or title, address, title)


def _address(link, base) -> str:
    """Of a page; "" for other schemes, and for what has a character that no table keeps."""
    try:
        address = urljoin(base, link.strip()) if link.strip() and "\0" not in link else ""
        usable = urlsplit(address).scheme in DEFAULT_PORTS and len(address) <= LONGEST_ADDRESS
    except ValueError:  # no address at all
        return ""
    return address if usable else ""
