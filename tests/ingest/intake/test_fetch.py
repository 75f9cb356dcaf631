"""Addresses from editors are fetched, whatever the server there does; those inside our network never are.

The servers here are on the loopback interface and misbehave one way each: a function writes the raw answer.
"""

import gzip
import itertools
import socket
import threading
import time
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st

from articles.ingest.documents import DocumentError, Redirected
from articles.ingest.intake import fetch as module
from articles.ingest.intake.fetch import PAGE, Wanted, ask, fetch

PUBLIC = "93.184.216.34"


class Server:
    """A server on the loopback interface that answers every request with what `respond` yields, as it is.

    respond: takes a request's text, gives the pieces of the answer one after another.
    """

    def __init__(self, respond):
        self.respond = respond
        self.requests = []
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        self.address = f"http://news.example:{self.port}"
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        with suppress(OSError):  # closed at the end of a test
            while True:
                self.answer(self.socket.accept()[0])

    def answer(self, connection):
        with connection, suppress(OSError):  # the client left
            request = connection.recv(65_536).decode("latin-1")
            self.requests.append(request)
            for piece in self.respond(request):
                connection.sendall(piece)
            connection.shutdown(socket.SHUT_WR)


@pytest.fixture
def serve(monkeypatch):
    """Starts servers that news.example and other.example resolve to, as if they stood on a public address."""
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", 0))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    monkeypatch.setattr(module, "is_public", lambda address: True)
    monkeypatch.setattr(module, "is_ours", lambda address: False)
    servers = []

    def start(respond):
        servers.append(Server(respond if callable(respond) else lambda request: [respond]))
        return servers[-1]

    yield start
    for server in servers:
        server.socket.close()


@pytest.fixture
def server(serve):
    """A server that answers well."""
    return serve(answer())


@pytest.fixture
def resolve_to(monkeypatch):
    """Makes every name resolve to these addresses."""

    def set_addresses(*addresses):
        found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 0)) for address in addresses]
        monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)

    return set_addresses


def answer(body=b"ferry", status="200 OK", content_type="text/html", **headers) -> bytes:
    """An answer as it goes over the wire. Headers are named with underscores."""
    named = {"Content_Type": content_type, "Content_Length": len(body), **headers}
    lines = [f"{name.replace('_', '-')}: {value}" for name, value in named.items() if value is not None]
    return "\r\n".join([f"HTTP/1.1 {status}", *lines, "", ""]).encode("latin-1") + body


def redirect(location, status="302 Found", **headers) -> bytes:
    return answer(b"", status, Location=location, **headers)


def endless(start: bytes, piece: bytes):
    """What to answer a request with: a start, and a piece for ever."""
    return lambda request: itertools.chain([start], itertools.repeat(piece))


def slowly(pieces):
    for piece in pieces:
        yield piece
        time.sleep(0.05)


def refusal(url: str) -> str:
    with pytest.raises(DocumentError) as caught:
        fetch(url)
    assert "\n" not in str(caught.value)
    return str(caught.value)


# What has been read before.


def test_what_has_not_changed_is_not_sent_again(serve):
    server = serve(b'HTTP/1.1 304 Not Modified\r\nETag: "v2"\r\n\r\n')
    answer = ask(server.address, Wanted(PAGE.types, {"If-None-Match": '"v1"'}))
    assert (answer.document, answer.etag) == (None, '"v2"')
    assert 'if-none-match: "v1"' in server.requests[0].lower()


def test_what_was_never_read_cannot_be_unchanged(serve):
    assert "answered 304" in refusal(serve(b"HTTP/1.1 304 Not Modified\r\n\r\n").address)


def test_an_answer_says_what_to_ask_with_the_next_time(serve):
    server = serve(answer(ETag='"v1"', Last_Modified="Mon, 01 Sep 2025 00:00:00 GMT"))
    told = ask(server.address, PAGE)
    assert (told.etag, told.last_modified) == ('"v1"', "Mon, 01 Sep 2025 00:00:00 GMT")


# What may be connected to.


def test_a_name_with_one_private_address_is_refused(resolve_to):
    resolve_to(PUBLIC, "10.0.0.1")
    assert "10.0.0.1, which is not a public address" in refusal("http://news.example/")


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://news.example/a",
        "http://",
        "http://[::1",
        "http://a:b@news.example/",
        "http://news.example:99999/",
        f"http://{'a' * 64}.example/",
        "news",
    ],
)
def test_other_kinds_of_addresses_are_refused(url, resolve_to):
    resolve_to(PUBLIC)
    refusal(url)


def test_our_own_name_is_refused(resolve_to, settings):
    settings.SITE_URL = "https://portal.example"
    resolve_to(PUBLIC)
    assert "this portal itself" in refusal("http://Portal.example.:8080/")


def test_our_own_address_is_refused_under_any_name():
    assert "this portal itself" in refusal("http://127.0.0.1:8000/")


def test_the_server_learns_the_name_and_not_who_asked_before(serve):
    server = serve(answer())
    fetch(f"{server.address}/a?b=c#d")
    (request,) = server.requests
    assert request.startswith("GET /a?b=c HTTP/1.1\r\n")
    assert f"host: news.example:{server.port}\r\n" in request.lower()


# What comes back.


def test_a_fetched_document_knows_where_and_what_it_is(serve):
    server = serve(answer("渡輪".encode(), content_type="text/html; charset=utf-8"))
    document = fetch(f"{server.address}/a")
    assert document.data.decode() == "渡輪"
    assert (document.url, document.content_type) == (f"{server.address}/a", "text/html; charset=utf-8")
    assert document.retrieved_at is not None


def test_a_body_packed_once_is_unpacked(serve):
    server = serve(answer(gzip.compress(b"ferry"), Content_Encoding="gzip"))
    assert fetch(server.address).data == b"ferry"


@pytest.mark.parametrize("encoding", ["gzip, gzip", "br", "deflate, gzip", "zstd"])
def test_a_body_packed_otherwise_is_refused_unread(serve, encoding):
    server = serve(answer(b"x" * 99, Content_Encoding=encoding))
    assert f"is packed as {encoding}" in refusal(server.address)


def test_a_packed_bomb_is_unpacked_no_further_than_the_limit(serve, monkeypatch):
    monkeypatch.setattr(module, "MAX_BYTES", 1000)
    server = serve(answer(gzip.compress(b"0" * 10_000_000), Content_Encoding="gzip"))
    assert "larger than 1,000 bytes" in refusal(server.address)


@pytest.mark.parametrize(
    "packed", [gzip.compress(b"ferry" * 999)[:-9], b"not packed at all"], ids=["cut", "plain"]
)
def test_a_packed_body_that_is_damaged_is_refused(serve, packed):
    server = serve(answer(packed, Content_Encoding="gzip"))
    refusal(server.address)


def test_a_document_over_the_limit_stops_at_the_limit(serve, monkeypatch):
    monkeypatch.setattr(module, "MAX_BYTES", 1000)
    server = serve(endless(answer(Content_Length=None), b"x" * 99))
    assert "larger than 1,000 bytes" in refusal(server.address)


def test_a_body_that_breaks_off_is_refused(serve):
    server = serve(answer(b"ferry", Content_Length="99"))
    assert "cannot be fetched" in refusal(server.address)


@pytest.mark.parametrize("kind", ["image/png", "video/mp4", "application/zip", "text/css"])
def test_what_is_sent_as_something_else_is_refused(serve, kind):
    server = serve(answer(content_type=kind))
    assert f"is sent as {kind}, which is not what was asked for" in refusal(server.address)


@pytest.mark.parametrize("kind", ["TEXT/HTML;charset=big5", "application/pdf", "text/plain", None])
def test_what_is_sent_as_a_document_or_as_nothing_is_taken(serve, kind):
    server = serve(answer(content_type=kind))
    assert fetch(server.address).data == b"ferry"


def test_an_error_page_is_refused_with_its_number(serve):
    server = serve(answer(status="404 Not Found"))
    assert "answered 404 Not Found" in refusal(server.address)


# One deadline around the whole exchange.


@pytest.mark.parametrize(
    ("start", "piece"),
    [
        (b"", b"x"),
        (b"HTTP/1.1 200 OK\r\n", b"X-Slow: 1\r\n"),
        (b"", b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n"),
        (answer(Content_Length=9_999_999), b"x"),
        (answer(b"", Transfer_Encoding="chunked", Content_Length=None), b"1\r\nx\r\n"),
    ],
    ids=["status line", "headers", "early hints", "body", "chunks"],
)
def test_a_drip_ends_at_the_deadline(serve, monkeypatch, start, piece):
    monkeypatch.setattr(module, "TOTAL_TIME", 0.3)
    server = serve(lambda request: slowly(endless(start, piece)(request)))
    assert "took longer than 0.3 seconds" in refusal(server.address)


def test_slow_redirects_share_one_deadline(serve, monkeypatch):
    monkeypatch.setattr(module, "TOTAL_TIME", 0.3)
    server = serve(lambda request: slowly([b"HTTP/1.1 302 F\r\n", b"Location: /\r\n", b"A: b\r\n", b"\r\n"]))
    assert "took longer than 0.3 seconds" in refusal(server.address)


def test_endless_headers_end(serve):
    server = serve(endless(b"HTTP/1.1 200 OK\r\n", b"X-A: 1\r\n" * 99))
    assert "cannot be fetched" in refusal(server.address)


# Redirects.


def test_a_redirect_is_followed_to_its_own_name(serve):
    target = serve(answer(b"new"))
    server = serve(redirect(f"http://other.example:{target.port}/b"))
    assert fetch(server.address).url == f"http://other.example:{target.port}/b"
    assert f"other.example:{target.port}" in target.requests[0]


def test_who_asks_each_site_for_leave_is_told_of_a_redirect(serve):
    server = serve(redirect("http://other.example/b"))
    with pytest.raises(Redirected) as told:
        fetch(server.address, follows=False)
    assert told.value.address == "http://other.example/b"
    assert len(server.requests) == 1


def test_no_cookie_goes_from_one_request_to_the_next(serve):
    server = serve(
        lambda request: [answer() if "GET /b " in request else redirect("/b", Set_Cookie="session=1; Path=/")]
    )
    fetch(f"{server.address}/a")
    assert len(server.requests) == 2
    assert "cookie" not in server.requests[1].lower()


def test_a_redirect_to_a_private_address_is_refused(serve, monkeypatch):
    server = serve(redirect("http://10.0.0.1/"))
    checked = iter([True, False])
    monkeypatch.setattr(module, "is_public", lambda address: next(checked))
    assert "not a public address" in refusal(server.address)


def test_redirects_in_a_circle_end(serve):
    assert "redirects more than 5 times" in refusal(serve(redirect("/again")).address)


@pytest.mark.parametrize("location", [None, ""])
def test_a_redirect_that_leads_nowhere_is_refused(serve, location):
    assert "redirects without saying where to" in refusal(serve(redirect(location)).address)


@pytest.mark.parametrize(
    "location",
    ["http://[abc", "http://a:b/", "//", "javascript:x", "\x80\xff", "http://a\x01b/", "http://" + "a" * 99],
)
def test_a_redirect_to_no_address_is_refused(serve, location):
    refusal(serve(redirect(location)).address)


# What no list foresees.


STARTS = [b"", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 302 Found\r\nLocation: "]


@examples(suppress_health_check=[HealthCheck.function_scoped_fixture])  # one server for all
@given(start=st.sampled_from(STARTS), data=st.binary(max_size=200))
def test_any_answer_is_a_document_or_a_refusal_in_one_line(server, start, data):
    server.respond = lambda request: [start + data + b"\r\n\r\n"]
    with suppress(DocumentError):
        fetch(server.address)


def test_a_connection_that_is_refused_is_told_in_one_line(serve):
    with socket.create_server(("127.0.0.1", 0)) as closed:
        address = f"http://news.example:{closed.getsockname()[1]}/a"
    assert f"{address} cannot be fetched" in refusal(address)
