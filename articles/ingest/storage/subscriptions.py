"""Reading what sources send by themselves: new documents wait in the inbox for an editor.

A document is stored in one transaction with the note that it came: killed at any point, the next reading goes
on where this one ended. Whatever one subscription does, the others have their turn.
"""

import hashlib
import logging
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from django.core.exceptions import ValidationError
from django.db import transaction

from articles.ingest.documents import DocumentError, RawDocument, Redirected
from articles.ingest.intake.fetch import AGENT, MAX_REDIRECTS
from articles.ingest.intake.gather import ARCHIVE_ENDINGS, Refusal, documents_in, gather, name_of
from articles.ingest.storage.queue import STUCK
from articles.ingest.storage.store import keep_waiting
from articles.ingest.worker import CleaningWorker
from articles.models import Arrival, Provenance, Subscription
from articles.models.alone import alone_at
from articles.models.subscription import subscribed_folder

logger = logging.getLogger(__name__)
TIME = 120  # seconds that one subscription may take of a reading; what is left follows in the next
PAUSE = 1.0  # seconds between two pages of one site, where its robots.txt asks for no more
LONGEST_PAUSE = 10.0  # seconds that robots.txt may ask for
SETTLED = 60  # seconds for which a file has not been written to, so that it is whole
FAULT = "The portal itself failed while it read this."


class Forbidden(DocumentError):
    """A site does not want us there."""


@dataclass(frozen=True)
class Offer:
    """Something that a subscription has. load: gives the document, or raises DocumentError.

    is_page: whether its name is an address, which once known is not fetched again.
    """

    key: str
    name: str
    title: str
    load: Callable[[], RawDocument]
    is_page: bool = False


@dataclass(frozen=True)
class Offers:
    """The oldest first. etag, last_modified: of a feed, to be kept once all of it is taken."""

    offers: list[Offer]
    etag: str = ""
    last_modified: str = ""


def read_due() -> int | None:
    """Read every subscription that is due; how many documents came. None when somebody else is at it."""
    with alone_at("subscriptions") as is_ours:
        if not is_ours:
            return None
        with CleaningWorker() as worker:
            visitor = Visitor(worker)
            return sum(read(subscription, visitor) for subscription in list(Subscription.objects.due()))


def read(subscription: Subscription, visitor: "Visitor") -> int:
    """Read one of them, whatever it does; how many documents came."""
    try:
        return _read(subscription, visitor)
    except DocumentError as error:
        reason = str(error)
    except Exception:  # ours: told in the log, and the others have their turn
        logger.exception("Subscription %s could not be read", subscription.pk)
        reason = FAULT
    subscription.failed(reason)
    return 0


def _read(subscription, visitor):
    found = offers_of(subscription, visitor)
    known = closed_keys(subscription)
    ends, came = time.monotonic() + TIME, 0
    for offer in found.offers:
        if offer.key not in known and time.monotonic() < ends:
            came += take(offer, subscription, visitor.worker)
    is_whole = {offer.key for offer in found.offers} <= closed_keys(subscription)
    subscription.was_read(*((found.etag, found.last_modified) if is_whole else ()))
    return came


def closed_keys(subscription) -> set[str]:
    """Of what has come or been refused for good."""
    return set(subscription.arrivals.filter(is_open=False).values_list("key", flat=True))


def take(offer: Offer, subscription: Subscription, worker: CleaningWorker) -> bool:
    """Whether a document came; why it did not is kept."""
    named = {"name": offer.name[:2000], "title": offer.title}
    arrival = Arrival.objects.get_or_create(subscription=subscription, key=offer.key, defaults=named)[0]
    if not arrival.may_be_tried:
        arrival.refuse(STUCK)
        return False
    arrival.begin()
    if offer.is_page and (known := Provenance.objects.filter(name=offer.name).defer("data").first()):
        arrival.came(known)
        return False
    return _taken(offer, arrival, worker)


def _taken(offer, arrival, worker):
    try:
        document = offer.load()
    except DocumentError as error:
        arrival.refuse(str(error), for_good=isinstance(error, Forbidden))
        return False
    try:
        parsed = worker.clean(document)
    except DocumentError as error:
        arrival.refuse(str(error))
        return False
    with transaction.atomic():
        arrival.came(keep_waiting(document, parsed))
    return True


def offers_of(subscription: Subscription, visitor: "Visitor") -> Offers:
    """Raises DocumentError where it cannot be read."""
    if subscription.folder:
        return Offers(list(files_of(subscription.folder)))
    feed = visitor.feed(subscription)
    if feed is None:
        return Offers([], subscription.etag, subscription.last_modified)
    offers = [
        Offer(
            _key(item.key),
            item.address or item.title,
            item.title,
            partial(visitor.page, item.address),
            is_page=bool(item.address),
        )
        for item in feed.items
    ]
    return Offers(offers, feed.etag, feed.last_modified)


def files_of(name: str) -> Iterator[Offer]:
    """The files of a folder; one that is written anew is another. Links that lead out are passed over."""
    try:
        folder = subscribed_folder(name)
    except ValidationError as error:
        raise DocumentError(error.messages[0]) from error
    for path in documents_in(folder):
        stat = path.stat()
        if path.resolve().is_relative_to(folder) and time.time() - stat.st_mtime >= SETTLED:
            shown = f"{name}/{name_of(path.relative_to(folder))}"
            key = _key(f"{shown}\n{stat.st_size}\n{stat.st_mtime_ns}")
            yield Offer(key, shown, PurePosixPath(shown).name[:300], partial(_file, path, shown))


def _file(path: Path, name: str) -> RawDocument:
    if path.suffix.lower() in ARCHIVE_ENDINGS:
        raise Forbidden("Archives in folders are not opened; unpack them there, or hand them in.")
    (document,) = gather(str(path))
    if isinstance(document, Refusal):
        raise Forbidden(document.reason)
    return replace(document, name=name)


def _key(told: str) -> str:
    return hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()


class Visitor:
    """Asks sites for what is new as one who comes unasked should: by their rules, and not too often."""

    def __init__(self, worker: CleaningWorker):
        self.worker = worker
        self.rules: dict[str, RobotFileParser] = {}
        self.asked_at: dict[str, float] = {}

    def feed(self, subscription: Subscription):
        known = {"etag": subscription.etag, "last_modified": subscription.last_modified}
        return self._by_leave(partial(self.worker.read_feed, **known), subscription.address)

    def page(self, address: str) -> RawDocument:
        """Raises DocumentError; Forbidden where its site's robots.txt forbids it."""
        if not address:
            raise Forbidden("The feed names no page for it.")
        return self._by_leave(partial(self.worker.fetch, follows=False), address)

    def _by_leave(self, read, address):
        """What is there, or where it redirects to: each address only if its own site lets us."""
        for _ in range(MAX_REDIRECTS + 1):
            self._ask_leave(address)
            try:
                return read(address)
            except Redirected as error:
                address = error.address
        raise DocumentError(f"{address} redirects more than {MAX_REDIRECTS} times.")

    def _ask_leave(self, address):
        site = urlsplit(address).netloc
        if site not in self.rules:
            self.rules[site] = self.worker.read_robots(address)
        rules = self.rules[site]
        try:
            may = rules.can_fetch(AGENT, address)
        except ValueError as error:  # with its percent signs resolved it is no address
            raise Forbidden(f"{address} is no usable address: {error}.") from error
        if not may:
            raise Forbidden(f"{site} forbids it in its robots.txt.")
        self._pause(site, min(float(rules.crawl_delay(AGENT) or PAUSE), LONGEST_PAUSE))

    def _pause(self, site, seconds):
        since = time.monotonic() - self.asked_at.get(site, -seconds)
        time.sleep(max(0.0, seconds - since))
        self.asked_at[site] = time.monotonic()
