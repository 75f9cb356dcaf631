"""Addresses from editors are fetched; addresses inside our own network never are."""

import socket

import httpx2
import pytest

from articles.ingest.documents import DocumentError
from articles.ingest.intake import fetch as module
from articles.ingest.intake.fetch import fetch, is_public, public_address

PRIVATE = [
    "127.0.0.1",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",  # noqa: S104
    "224.0.0.1",
    "::1",
    "fe80::1%eth0",
    "fd00::1",
    "::ffff:127.0.0.1",
    "2002:7f00:1::",
    "64:ff9b::7f00:1",
]


@pytest.fixture
def resolve_to(monkeypatch):
    """Makes every name resolve to these addresses."""

    def set_addresses(*addresses):
        found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 0)) for address in addresses]
        monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)

    return set_addresses


@pytest.fixture
def answer(monkeypatch, resolve_to):
    """Answers requests from a function instead of the network; returns the requests made."""
    made = []

    def set_answer(respond):
        def handle(request):
            made.append(request)
            return respond(request)

        client = httpx2.Client
        transport = httpx2.MockTransport(handle)
        monkeypatch.setattr(module.httpx2, "Client", lambda **options: client(transport=transport, **options))
        resolve_to("93.184.216.34")
        return made

    return set_answer


@pytest.mark.parametrize("address", PRIVATE)
def test_an_address_inside_is_not_public(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:4700::1111"])
def test_an_address_outside_is_public(address):
    assert is_public(address)


def test_a_name_with_one_private_address_is_refused(resolve_to):
    resolve_to("93.184.216.34", "10.0.0.1")
    with pytest.raises(DocumentError, match=r"10\.0\.0\.1, which is not a public address"):
        public_address("http://news.example/")


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://news.example/a",
        "http://",
        "http://[::1",
        "http://a:b@news.example/",
        "news",
    ],
)
def test_other_kinds_of_addresses_are_refused(url, resolve_to):
    resolve_to("93.184.216.34")
    with pytest.raises(DocumentError):
        public_address(url)


def test_the_connection_goes_to_the_address_that_was_checked(answer):
    made = answer(lambda request: httpx2.Response(200, text="渡輪"))
    fetch("https://news.example/a")
    assert made[0].url.host == "93.184.216.34"
    assert made[0].headers["host"] == "news.example"
    assert made[0].extensions["sni_hostname"] == "news.example"


def test_a_fetched_document_knows_where_and_what_it_is(answer):
    answer(
        lambda request: httpx2.Response(
            200, text="渡輪", headers={"content-type": "text/html; charset=utf-8"}
        )
    )
    document = fetch("https://news.example/a")
    assert (document.url, document.content_type) == ("https://news.example/a", "text/html; charset=utf-8")
    assert document.retrieved_at is not None


def test_a_redirect_is_followed_to_its_own_name(answer):
    def respond(request):
        if request.headers["host"] == "old.example":
            return httpx2.Response(301, headers={"location": "https://new.example/b"})
        return httpx2.Response(200, text="ok")

    answer(respond)
    assert fetch("https://old.example/a").url == "https://new.example/b"


def test_a_redirect_to_a_private_address_is_refused(answer, monkeypatch):
    answer(lambda request: httpx2.Response(302, headers={"location": "http://inside.example/"}))
    real = socket.getaddrinfo
    inside = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", 0))]
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda host, *rest, **more: inside if host == "inside.example" else real(host)
    )
    with pytest.raises(DocumentError, match="not a public address"):
        fetch("https://old.example/a")


def test_redirects_in_a_circle_end(answer):
    answer(lambda request: httpx2.Response(302, headers={"location": "/again"}))
    with pytest.raises(DocumentError, match="redirects more than 5 times"):
        fetch("https://news.example/a")


def test_an_error_page_is_refused_with_its_number(answer):
    answer(lambda request: httpx2.Response(404))
    with pytest.raises(DocumentError, match="answered 404 Not Found"):
        fetch("https://news.example/a")


def test_a_document_over_the_limit_stops_at_the_limit(answer, monkeypatch):
    monkeypatch.setattr(module, "MAX_BYTES", 1000)
    answer(lambda request: httpx2.Response(200, content=b"x" * 1001))
    with pytest.raises(DocumentError, match="larger than 1,000 bytes"):
        fetch("https://news.example/a")


def test_a_connection_that_breaks_is_told_in_one_line(answer):
    def respond(request):
        raise httpx2.ConnectError("connection refused")

    answer(respond)
    with pytest.raises(
        DocumentError, match=r"https://news\.example/a cannot be fetched: connection refused\."
    ):
        fetch("https://news.example/a")
