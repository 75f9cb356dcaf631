"""URL → RawDocument, refusing addresses that a stranger must not reach through us.

A name is resolved here, every address it has must be public, and the connection goes to exactly the address
that was checked (the name travels in the Host header and in TLS), so a name that changes between the check
and the connection gains nothing. The same holds for every redirect, and nothing is kept from one to the next.
What answers is a stranger: one deadline is around the whole exchange, and every size is counted.
"""

import asyncio
import socket
import zlib
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from urllib.parse import urljoin, urlsplit

import httpx2
from django.conf import settings

from articles.ingest.documents import MAX_BYTES, DocumentError, RawDocument, Redirected, RefusedByServer
from articles.ingest.intake.public_addresses import is_ours, is_public

MAX_REDIRECTS = 5  # http to https, to www, to a language, to the article, and one
SILENCE = httpx2.Timeout(10, connect=5)  # seconds
TOTAL_TIME = 30  # seconds for look-ups, redirects, headers and body together, so that a slow drip ends too
AGENT = "Shuttle"  # what robots.txt knows us by
HEADERS = {
    "User-Agent": f"{AGENT}/1.0 (reading portal; pages that an editor asked for or subscribed to)",
    "Accept-Encoding": "gzip, identity",
}
DEFAULT_PORTS = {"http": 80, "https": 443}
# What documents are sent as; the bytes decide later what they are. Servers that do not know say octet-stream.
DOCUMENT_TYPES = {
    "", "text/html", "application/xhtml+xml", "text/xml", "application/xml", "text/plain", "text/markdown",
    "text/x-markdown", "application/pdf", "application/x-pdf", "multipart/related", "message/rfc822",
    "application/x-mimearchive", "application/octet-stream", "binary/octet-stream",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}  # fmt: skip


@dataclass(frozen=True)
class Wanted:
    """What is asked for. types: that an answer may be sent as. headers: beside those of every request.

    follows: redirects; else they are raised as Redirected, for who has to ask each site for leave.
    """

    types: frozenset[str]
    headers: dict
    follows: bool = True


@dataclass(frozen=True)
class Answer:
    """document: None where it is as it was (304). etag, last_modified: what to ask with the next time."""

    document: RawDocument | None
    etag: str = ""
    last_modified: str = ""


PAGE = Wanted(
    frozenset(DOCUMENT_TYPES),
    {"Accept": "text/html,application/xhtml+xml,text/plain,application/pdf;q=0.9,*/*;q=0.5"},
)
NOT_MODIFIED, CONDITIONS = 304, {"If-None-Match", "If-Modified-Since"}
TLS = cache(httpx2.create_ssl_context)  # the system's roots, read once
READ_AT_ONCE = 65_536  # bytes
PACKED = {"": False, "identity": False, "gzip": True, "x-gzip": True}
GZIP = 16 + zlib.MAX_WBITS  # zlib's sign for a gzip header


def fetch(url: str, follows: bool = True) -> RawDocument:
    """Fetch one document. Raises DocumentError when the address is refused or does not answer well."""
    return ask(url, replace(PAGE, follows=follows)).document


def ask(url: str, wanted: Wanted) -> Answer:
    """What an address answers. Raises DocumentError as `fetch`; RefusedByServer where it tells the status."""
    try:
        return asyncio.run(_within_the_time(url, wanted))
    except TimeoutError as error:
        raise DocumentError(f"{url} took longer than {TOTAL_TIME} seconds.") from error
    except (httpx2.HTTPError, httpx2.InvalidURL, zlib.error, ValueError, OSError) as error:
        raise DocumentError(f"{url} cannot be fetched: {error or type(error).__name__}.") from error


async def _within_the_time(url: str, wanted: Wanted) -> Answer:
    async with asyncio.timeout(TOTAL_TIME):
        for _ in range(MAX_REDIRECTS + 1):
            found = await _asked(url, wanted)
            if isinstance(found, Answer):
                return found
            if not wanted.follows:
                raise Redirected(f"{url} redirects to {found}.", found)
            url = found
    raise DocumentError(f"{url} redirects more than {MAX_REDIRECTS} times.")


async def _asked(url: str, wanted: Wanted) -> Answer | str:
    """The answer of an address, or the address it redirects to."""
    address, host, port = await public_address(url)
    parts = urlsplit(url)
    bracketed = f"[{address}]" if ":" in address else address
    pinned = parts._replace(netloc=f"{bracketed}:{port}", fragment="").geturl()
    name = host if port == DEFAULT_PORTS[parts.scheme] else f"{host}:{port}"
    headers = wanted.headers | {"Host": name}
    # A client for each request: one that lives longer hands its cookies on.
    async with (
        _client() as client,
        client.stream("GET", pinned, headers=headers, extensions={"sni_hostname": host}) as response,
    ):
        if response.is_redirect and response.status_code != NOT_MODIFIED:
            return _target(url, response)
        return await _answer(url, wanted, response)


def _client() -> httpx2.AsyncClient:
    return httpx2.AsyncClient(verify=TLS(), timeout=SILENCE, headers=HEADERS, trust_env=False)


async def public_address(url: str) -> tuple[str, str, int]:
    """The checked IP address, host name and port of a URL.

    Raises DocumentError for other schemes, credentials in the URL, names that do not resolve, our own
    address, and names of which any address is not public (see public_addresses.py).
    """
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").encode("idna").decode(), parts.port
    except ValueError as error:
        raise DocumentError(f"{url} is no usable address: {error}.") from error
    if parts.scheme not in DEFAULT_PORTS or not host:
        raise DocumentError(f"{url} is no http or https address.")
    if parts.username or parts.password:
        raise DocumentError(
            f"{parts.scheme}://{host} was given with a user name; such addresses are not fetched."
        )
    port = port or DEFAULT_PORTS[parts.scheme]
    addresses = await _resolved(host, port)
    _refuse_inside(host, addresses)
    return addresses[0], host, port


async def _resolved(host: str, port: int) -> list[str]:
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise DocumentError(f"{host} cannot be found: {error.strerror}.") from error
    return [entry[4][0] for entry in found]


def _refuse_inside(host: str, addresses: list[str]):
    if host.rstrip(".").lower() == urlsplit(settings.SITE_URL).hostname or any(map(is_ours, addresses)):
        raise DocumentError(f"{host} is this portal itself.")
    for address in addresses:
        if not is_public(address):
            raise DocumentError(f"{host} is at {address}, which is not a public address.")


def _target(url: str, response: httpx2.Response) -> str:
    location = response.headers.get("location", "")
    if not location:
        raise DocumentError(f"{url} redirects without saying where to.")
    try:
        return urljoin(url, location)
    except ValueError as error:
        raise DocumentError(f"{url} redirects to {location}, which is no address.") from error


async def _answer(url: str, wanted: Wanted, response: httpx2.Response) -> Answer:
    told = [response.headers.get(name, "") for name in ("etag", "last-modified")]
    if response.status_code == NOT_MODIFIED and CONDITIONS & wanted.headers.keys():
        return Answer(None, *told)
    if response.status_code != 200:
        told = f"{url} answered {response.status_code} {response.reason_phrase}."
        raise RefusedByServer(told, response.status_code)
    content_type = response.headers.get("content-type", "")
    kind = content_type.partition(";")[0].strip().lower()
    if kind not in wanted.types:
        raise DocumentError(f"{url} is sent as {kind}, which is not what was asked for.")
    document = RawDocument(
        name=url,
        data=await _read(url, response),
        url=url,
        retrieved_at=datetime.now(UTC),
        content_type=content_type,
    )
    return Answer(document, *told)


async def _read(url: str, response: httpx2.Response) -> bytes:
    """The body, unpacked no further than the limit: a few packed bytes can stand for gigabytes."""
    gzip = zlib.decompressobj(GZIP) if _is_packed(url, response) else None
    data = bytearray()
    async for chunk in response.aiter_raw(READ_AT_ONCE):
        data += gzip.decompress(chunk, MAX_BYTES + 1 - len(data)) if gzip else chunk
        if len(data) > MAX_BYTES:
            raise DocumentError(f"{url} is larger than {MAX_BYTES:,} bytes.")
    if gzip and not gzip.eof:
        raise DocumentError(f"{url} broke off.")
    return bytes(data)


def _is_packed(url: str, response: httpx2.Response) -> bool:
    """Whether a body is packed once, as gzip. Raises DocumentError for other ways and for more layers."""
    encoding = response.headers.get("content-encoding", "").strip().lower()
    if encoding not in PACKED:
        raise DocumentError(f"{url} is packed as {encoding}, which was not asked for.")
    return PACKED[encoding]
