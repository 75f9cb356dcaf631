"""URL → RawDocument, refusing addresses that a stranger must not reach through us.

A name is resolved here, every address it has must be public, and the connection goes to exactly the address
that was checked (the name travels in the Host header and in TLS), so a name that changes between the check
and the connection gains nothing. The same holds for every redirect.
"""

import ipaddress
import socket
import time
from datetime import UTC, datetime
from urllib.parse import urljoin, urlsplit

import httpx2

from articles.ingest.documents import MAX_BYTES, DocumentError, RawDocument

MAX_REDIRECTS = 5
TIMEOUT = httpx2.Timeout(10, connect=5)  # seconds of silence
TOTAL_TIME = 30  # seconds for a whole document, so that a slow drip ends too
HEADERS = {
    "User-Agent": "Shuttle/1.0 (reading portal; one page at an editor's request)",
    "Accept": "text/html,application/xhtml+xml,text/plain,application/pdf;q=0.9,*/*;q=0.5",
    "Accept-Encoding": "gzip, identity",
}
DEFAULT_PORTS = {"http": 80, "https": 443}


def fetch(url: str) -> RawDocument:
    """Fetch one document. Raises DocumentError when the address is refused or does not answer well."""
    deadline = time.monotonic() + TOTAL_TIME
    with httpx2.Client(timeout=TIMEOUT, headers=HEADERS, trust_env=False, follow_redirects=False) as client:
        for _ in range(MAX_REDIRECTS + 1):
            with _request(client, url) as response:
                if not response.is_redirect:
                    return _document(url, response, deadline)
                url = urljoin(url, response.headers["location"])
    raise DocumentError(f"{url} redirects more than {MAX_REDIRECTS} times.")


def _request(client, url):
    address, host, port = public_address(url)
    parts = urlsplit(url)
    bracketed = f"[{address}]" if ":" in address else address
    pinned = parts._replace(netloc=f"{bracketed}:{port}", fragment="").geturl()
    name = host if port == DEFAULT_PORTS[parts.scheme] else f"{host}:{port}"
    return _Stream(client, pinned, url, {"Host": name}, {"sni_hostname": host})


class _Stream:
    """`client.stream` whose failures are DocumentErrors that name the address the editor typed."""

    def __init__(self, client, pinned, url, headers, extensions):
        self.url = url
        self.stream = client.stream("GET", pinned, headers=headers, extensions=extensions)

    def __enter__(self):
        try:
            return self.stream.__enter__()
        except (httpx2.HTTPError, httpx2.InvalidURL) as error:
            raise DocumentError(f"{self.url} cannot be fetched: {error or type(error).__name__}.") from error

    def __exit__(self, *exc_info):
        return self.stream.__exit__(*exc_info)


def public_address(url: str) -> tuple[str, str, int]:
    """The checked IP address, host name and port of a URL.

    Raises DocumentError for other schemes, credentials in the URL, names that do not resolve, and names of
    which any address is not public (private, loopback, link-local, reserved, or one of these inside IPv6).
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
    addresses = _resolved(host, port)
    for address in addresses:
        if not is_public(address):
            raise DocumentError(f"{host} is at {address}, which is not a public address.")
    return addresses[0], host, port


def _resolved(host, port):
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise DocumentError(f"{host} cannot be found: {error.strerror}.") from error
    return [entry[4][0] for entry in found]


def is_public(address: str) -> bool:
    """Whether an IP address is on the public internet, looking into IPv4 carried by IPv6."""
    ip = ipaddress.ip_address(address.split("%")[0])
    carried = getattr(ip, "ipv4_mapped", None) or getattr(ip, "sixtofour", None)
    if carried is None and ip.version == 6 and ip in ipaddress.ip_network("64:ff9b::/96"):
        carried = ipaddress.ip_address(int(ip) & 0xFFFFFFFF)  # NAT64
    ip = carried or ip
    return ip.is_global and not ip.is_multicast


def _document(url, response, deadline):
    if response.status_code != 200:
        raise DocumentError(f"{url} answered {response.status_code} {response.reason_phrase}.")
    return RawDocument(
        name=url,
        data=_read(url, response, deadline),
        url=url,
        retrieved_at=datetime.now(UTC),
        content_type=response.headers.get("content-type", ""),
    )


def _read(url, response, deadline):
    """The body, counted as it is unpacked, so that a compressed bomb stops at the limit."""
    data = bytearray()
    try:
        for chunk in response.iter_bytes(65_536):
            data += chunk
            if len(data) > MAX_BYTES:
                raise DocumentError(f"{url} is larger than {MAX_BYTES:,} bytes.")
            if time.monotonic() > deadline:
                raise DocumentError(f"{url} took longer than {TOTAL_TIME} seconds.")
    except httpx2.HTTPError as error:
        raise DocumentError(f"{url} broke off: {error or type(error).__name__}.") from error
    return bytes(data)
