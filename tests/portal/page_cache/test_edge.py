"""What is answered without Django, in which form, and what never is."""

import gzip
import threading

import brotli
import pytest
from django.db import connections

from portal.page_cache.address import is_allowed, kept_query
from portal.page_cache.coding import best_coding, best_of, compress
from portal.page_cache.shelf import Shelf
from tests.builders import make_article
from tests.portal.page_cache.conftest import Portal

DECODE = {"br": brotli.decompress, "gzip": gzip.decompress, "": bytes}


@pytest.fixture
def page(portal):
    """The address of an article."""
    return make_article("渡輪與信使").get_absolute_url()


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip", "gzip"),
        ("br;q=0, gzip;q=0.5", "gzip"),
        ("br; q=0.000", ""),
        ("BR", "br"),
        ("identity", ""),
        ("", ""),
        ("brr", ""),
        ("br" + ", gzip" * 1000, ""),
    ],
)
def test_the_best_coding_is_one_that_the_browser_takes(accepted, coding):
    assert best_coding(accepted) == coding


def test_the_same_page_is_compressed_once_in_each_coding():
    page = b"ferry " * 100
    assert compress("br", page, b"ferry") is compress("br", page, b"ferry")
    assert DECODE["gzip"](compress("gzip", page, b"ferry")) == page


def test_nothing_long_that_a_stranger_sends_is_remembered(portal, page):
    portal.get(page)
    caches = (is_allowed, kept_query, best_of)
    known = [cache.cache_info().currsize for cache in caches]
    portal.get(page + "?utm_source=" + "x" * 2000)
    portal.get(page, HTTP_HOST="x" * 2000)
    portal.get(page, HTTP_ACCEPT_ENCODING="br" + ", gzip" * 1000)
    assert [cache.cache_info().currsize for cache in caches] == known


@pytest.mark.parametrize("coding", DECODE)
def test_a_kept_page_is_the_same_in_every_coding(portal, page, coding):
    plain = portal.get(page)
    given = portal.get(page, HTTP_ACCEPT_ENCODING=coding)
    assert DECODE[coding](given.body) == plain.body
    assert given.headers.get("Content-Encoding", "") == coding
    assert given.headers["Content-Length"] == str(len(given.body))
    assert given.headers["Vary"] == "Accept-Encoding"
    assert given.headers["Content-Security-Policy"] == plain.headers["Content-Security-Policy"]
    assert given.headers["X-Frame-Options"] == "DENY"


def test_browsers_ask_again_and_are_told_that_nothing_changed(portal, page):
    given = portal.get(page)
    again = portal.get(page, HTTP_IF_NONE_MATCH=f'"other", W/{given.headers["ETag"]}')
    assert given.headers["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert (again.status, again.body, again.headers["ETag"]) == (304, b"", given.headers["ETag"])
    assert "Content-Length" not in again.headers
    assert portal.django.count == 1


def test_a_condition_of_one_reader_does_not_make_the_page_of_all(portal, page):
    etag = portal.get(page).headers["ETag"]
    assert Portal().get(page, HTTP_IF_NONE_MATCH=etag).status == 304
    assert Portal().get("/feed.atom", HTTP_IF_NONE_MATCH='"x"', HTTP_IF_MODIFIED_SINCE="x").status == 200


def test_the_codings_of_a_page_have_etags_of_their_own(portal, page):
    etags = {portal.get(page, HTTP_ACCEPT_ENCODING=coding).headers["ETag"] for coding in DECODE}
    assert len(etags) == 3


def test_a_head_has_the_headers_of_the_page_and_makes_it(portal, page):
    head, get = portal.get(page, "HEAD"), portal.get(page)
    assert (head.headers, head.body) == (get.headers, b"")
    assert portal.django.count == 1


def test_clicks_that_are_counted_elsewhere_do_not_split_a_page(portal, page):
    plain = portal.get(page)
    assert portal.get(f"{page}?utm_source=mail&fbclid=x{'y' * 50}") == plain
    assert portal.django.count == 1


@pytest.mark.parametrize(
    "query",
    [
        *("q=1", "before=<script>", "before=1.2&before=1.3", "kind=A", "UTM_source=x", "from=9+%E4%BC%9A"),
        *("&".join(["utm_source=x"] * 30), "before=%00", "x", "after=" + "1" * 30 + ".1"),
    ],
)
def test_a_query_of_no_link_of_ours_is_never_kept(portal, query):
    assert not portal.is_kept(f"/?{query}")
    assert portal.is_kept("/")


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "a b", "", "localhost:x", "[::1"])
def test_a_host_that_is_not_ours_gets_djangos_refusal(portal, page, host):
    portal.get(page)
    given = portal.get(page, HTTP_HOST=host, SERVER_NAME="evil.example")
    assert given.status == 400
    assert portal.get(page).status == 200


@pytest.mark.parametrize("host", ["127.0.0.1", "LOCALHOST", "localhost:8000"])
def test_our_hosts_share_a_page(portal, page, host):
    assert portal.get(page) == portal.get(page, HTTP_HOST=host) == Portal().get(page, HTTP_HOST=host)
    assert portal.django.count == 1


@pytest.mark.parametrize(
    "header",
    [
        *(
            "HTTP_X_FORWARDED_HOST",
            "HTTP_X_ORIGINAL_URL",
            "HTTP_X_HTTP_METHOD_OVERRIDE",
            "HTTP_ACCEPT_LANGUAGE",
        ),
        *("HTTP_X_FORWARDED_PROTO", "HTTP_FORWARDED", "HTTP_ACCEPT", "HTTP_USER_AGENT", "HTTP_REFERER"),
    ],
)
@pytest.mark.parametrize("value", ["en", "evil.example", "https", "POST"])
def test_no_header_of_one_reader_is_in_the_page_of_the_next(portal, page, header, value):
    portal.get(page, **{header: value})
    assert portal.get(page) == Portal().get(page)


@pytest.mark.parametrize(
    "environ",
    [
        {"HTTP_COOKIE": "sessionid=abc"},
        {"HTTP_COOKIE": "a=b; messages=abc"},
        {"HTTP_AUTHORIZATION": "Basic eDp5"},
        {"CONTENT_LENGTH": "5"},
    ],
)
def test_what_is_one_readers_own_is_never_kept(portal, page, environ):
    assert portal.is_kept(page)
    assert not portal.is_kept(page, **environ)


def test_other_cookies_neither_split_nor_enter_a_page(portal, page):
    plain = portal.get(page)
    assert portal.get(page, HTTP_COOKIE="_ga=1; django_language=en; csrftoken=x") == plain
    assert portal.django.count == 1


@pytest.mark.parametrize(
    "address",
    [
        "/admin/",
        "/admin/login/",
        "/en/admin/login/",
        "/healthz",
        "/readyz",
        "/search/?q=渡輪",
        "/no/such/page",
    ],
)
def test_what_has_no_place_among_kept_pages_is_asked_of_django(portal, address):
    assert not portal.is_kept(address)
    assert not portal.edge.shelf.pages


def test_a_draft_is_neither_shown_nor_kept(portal):
    address = make_article("未發", status="draft").get_absolute_url()
    assert portal.get(address).status == 404
    assert not portal.is_kept(address)


def test_pages_that_are_not_kept_are_compressed_too(portal):
    plain = portal.get("/admin/login/")
    given = portal.get("/admin/login/", HTTP_ACCEPT_ENCODING="gzip, br")
    assert given.headers["Content-Encoding"] == "br"
    assert "Accept-Encoding" in given.headers["Vary"]
    assert given.headers["Content-Length"] == str(len(given.body))
    assert len(brotli.decompress(given.body)) == len(plain.body)
    assert "Set-Cookie" in given.headers


def test_the_etag_of_a_page_that_is_compressed_on_its_way_is_weak(portal):
    make_article()
    given = portal.get("/search/feed.atom?q=渡輪", HTTP_ACCEPT_ENCODING="br")
    assert given.headers["ETag"].startswith('W/"')
    again = portal.get("/search/feed.atom?q=渡輪", HTTP_IF_NONE_MATCH=given.headers["ETag"])
    assert again.status == 304


@pytest.mark.django_db(transaction=True)  # threads see what is committed
def test_who_asks_for_a_page_that_is_being_made_waits_for_it(portal, page):
    asked, go_on, bodies = threading.Event(), threading.Event(), []
    make = portal.edge.ask

    def slowly(environ):
        asked.set()
        go_on.wait(10)
        return make(environ)

    portal.edge.ask = slowly

    def read():
        bodies.append(portal.get(page).body)
        connections.close_all()  # each thread has its own

    first = threading.Thread(target=read)
    first.start()
    asked.wait(10)
    second = threading.Thread(target=read)
    second.start()
    go_on.set()
    first.join()
    second.join()
    assert bodies[0] == bodies[1]
    assert portal.django.count == 1


class Body:
    def __init__(self, length):
        self.body = bytes(length)


def test_a_full_shelf_gives_up_what_was_longest_not_asked_for():
    shelf = Shelf(room=10)
    for name in ("a", "b"):
        shelf.keep(name, Body(4))
    shelf.find("a")
    shelf.keep("c", Body(4))
    assert list(shelf.pages) == ["a", "c"]
    shelf.keep("a", Body(2))
    assert shelf.taken == 6
    assert not shelf.makers
