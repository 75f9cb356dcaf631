"""What stands between the door and Django: what everybody gets alike is answered without it.

Kept are whole answers to whoever is not signed in, compressed, with the headers that Django gave them. Each
is right until a scope that it is made from changes or its time is over (articles.freshness), which is looked
up in a mapped file at every answer: what an editor publishes is in the very next answer of every process.
"""

import time
from functools import partial
from hashlib import blake2b
from typing import NamedTuple

from django.conf import settings

from articles import freshness
from articles.freshness.page import NOTED, Page
from portal.observability.asked import current, watched
from portal.observability.metrics import KEPT_PAGES
from portal.page_cache.address import OWN_ANSWERS, Address, address_of
from portal.page_cache.coding import COMPRESS, SHORTEST, best_coding, compress, is_text, varying_by_coding
from portal.page_cache.shelf import Shelf

OK = "200 OK"
CONDITIONS = ("HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_IF_MATCH", "HTTP_IF_UNMODIFIED_SINCE")
# A browser may keep it and asks each time whether it still is the page; a proxy likewise.
ASK_AGAIN = "public, max-age=0, must-revalidate"
OF_THE_WHOLE = ("content-length", "content-type", "content-encoding")  # not told of what is not sent


class Answer(NamedTuple):
    """As Django gives it. headers: [(name, value)]."""

    status: str
    headers: list
    body: bytes


class KeptPage:
    """An answer that may be given again. noted: what it is made from."""

    def __init__(self, answer: Answer, coding: str, noted: Page):
        self.noted, self.hits = noted, KEPT_PAGES.labels(current.get().view)
        digest = blake2b(answer.body, digest_size=16).digest()
        self.body = compress(coding, answer.body, digest)
        self.etag = f'"{digest.hex()}{coding and f"-{coding}"}"'
        self.headers = headers_of(answer, self.body, coding, self.etag)
        self.brief = [(name, value) for name, value in self.headers if name.lower() not in OF_THE_WHOLE]

    def is_right(self) -> bool:
        return self.noted.is_right(time.time())

    def give(self, environ, start_response):
        asked_before = environ.get("HTTP_IF_NONE_MATCH")
        if asked_before and (self.etag in asked_before or asked_before.strip() == "*"):
            start_response("304 Not Modified", self.brief)
            return []
        start_response(OK, self.headers)
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [self.body]


def headers_of(answer: Answer, body: bytes, coding: str, etag: str) -> list:
    given = {name.lower(): value for name, value in answer.headers}
    # No page hangs on Accept-Language: its address says the language.
    vary = ", ".join(name for name in listed(given.get("vary", "")) if name.lower() != "accept-language")
    ours = {
        "Content-Length": str(len(body)),
        "ETag": etag,
        "Vary": varying_by_coding(vary),
        "Cache-Control": given.get("cache-control", ASK_AGAIN),
    } | ({"Content-Encoding": coding} if coding else {})
    return with_ours(answer.headers, ours)


def with_ours(headers: list, ours: dict) -> list:
    """An answer's headers, ours in the place of those of the same name."""
    names = {name.lower() for name in ours}
    return [pair for pair in headers if pair[0].lower() not in names] + [*ours.items()]


def listed(header: str) -> list[str]:
    return [name.strip() for name in header.split(",") if name.strip()]


class Edge:
    """application: Django's."""

    def __init__(self, application):
        self.application, self.shelf = application, Shelf()
        freshness.listen()

    def __call__(self, environ, start_response):
        address = address_of(environ)
        if page := address and self.kept(address):
            page.hits.inc()
            return page.give(environ, start_response)
        return watched(partial(self.asked, address), environ, start_response)

    def asked(self, address: Address | None, environ, start_response):
        """The answer to what no kept page answers."""
        if address is None:
            return self.pass_on(environ, start_response)
        with self.shelf.turn(address):
            page = self.kept(address) or self.made(address, environ)
        if isinstance(page, KeptPage):
            return page.give(environ, start_response)
        return give(compressed(page, address.coding), environ, start_response)

    def kept(self, address: Address) -> KeptPage | None:
        page = self.shelf.find(address)
        return page if page and page.is_right() else None

    def made(self, address: Address, environ) -> KeptPage | Answer:
        """The page as Django makes it for whoever asks, kept if it may be."""
        asked = {name: value for name, value in environ.items() if name not in CONDITIONS}
        asked |= {"REQUEST_METHOD": "GET", "QUERY_STRING": address.query, NOTED: (noted := Page())}
        answer = self.ask(asked)
        if not may_be_kept(answer, noted):
            return answer
        page = KeptPage(answer, address.coding, noted)
        if settings.PAGE_CACHE:
            self.shelf.keep(address, page)
        return page

    def ask(self, environ) -> Answer:
        status, headers, parts = self.begin(environ)
        return Answer(status, headers, whole(parts))

    def begin(self, environ) -> tuple:
        """Status and headers of Django's answer, and its parts unread."""
        begun = []
        parts = self.application(
            environ, lambda status, headers, exc_info=None: begun.extend((status, headers))
        )
        return *begun, parts

    def pass_on(self, environ, start_response):
        """To Django. What it answers is compressed too, but for files: they are when they are built."""
        coding = best_coding(environ.get("HTTP_ACCEPT_ENCODING", ""))
        if not coding or environ["REQUEST_METHOD"] == "HEAD" or OWN_ANSWERS.match(environ["PATH_INFO"]):
            return self.application(environ, start_response)
        status, headers, parts = self.begin(environ)
        if not gains_by_coding(headers):
            start_response(status, headers)
            return parts
        return give(compressed(Answer(status, headers, whole(parts)), coding), environ, start_response)


def whole(parts) -> bytes:
    try:
        return b"".join(parts)
    finally:
        if hasattr(parts, "close"):
            parts.close()


def may_be_kept(answer: Answer, noted: Page) -> bool:
    """A page that said what it is made from, and nothing that is one reader's own."""
    given = {name.lower(): value.lower() for name, value in answer.headers}
    is_common = "set-cookie" not in given and not {"cookie", "*"} & {*listed(given.get("vary", ""))}
    control = given.get("cache-control", "")
    return answer.status == OK and noted.may_be_kept and is_common and "no-store" not in control


def gains_by_coding(headers) -> bool:
    """A whole text of some length that is not compressed yet."""
    given = {name.lower(): value for name, value in headers}
    length = given.get("content-length", "0")
    is_long = length.isdecimal() and int(length) >= SHORTEST
    return is_long and "content-encoding" not in given and is_text(given.get("content-type", ""))


def compressed(answer: Answer, coding: str) -> Answer:
    """An answer that is not kept. Its ETag is weak then: it names the uncompressed one."""
    if not coding or not gains_by_coding(answer.headers):
        return answer
    body = COMPRESS[coding](answer.body)
    given = {name.lower(): value for name, value in answer.headers}
    ours = {
        "Content-Encoding": coding,
        "Content-Length": str(len(body)),
        "Vary": varying_by_coding(given.get("vary", "")),
    }
    if (etag := given.get("etag", "")).startswith('"'):
        ours["ETag"] = f"W/{etag}"
    return Answer(answer.status, with_ours(answer.headers, ours), body)


def give(answer: Answer, environ, start_response):
    start_response(answer.status, answer.headers)
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [answer.body]
