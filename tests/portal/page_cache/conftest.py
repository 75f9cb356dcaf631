"""A portal of a few articles behind an edge, asked as a server asks."""

from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.urls import reverse
from django.utils.encoding import iri_to_uri, uri_to_iri
from django.utils.timezone import datetime, timedelta

from articles.models import Article, Source, Tag
from articles.models.sitemap_block import BLOCK
from portal.page_cache.edge import Edge
from tests.builders import make_article, make_copies, make_free_page, make_placement, make_source, make_tag

HOSTS = ["localhost", "127.0.0.1"]
FIRST_DAY = datetime.fromisoformat("2025-03-03T08:00:00+00:00")


@dataclass
class Given:
    """An answer as it came over the wire."""

    status: int
    headers: dict
    body: bytes


class Asked(WSGIHandler):
    """Django, counting how often it is asked."""

    def __init__(self):
        super().__init__()
        self.count = 0

    def __call__(self, environ, start_response):
        self.count += 1
        return super().__call__(environ, start_response)


class Portal:
    def __init__(self):
        self.django = Asked()
        self.edge = Edge(self.django)

    def twin(self):
        """Another that keeps the same pages."""
        twin = Portal()
        twin.edge.shelf.pages.update(self.edge.shelf.pages)
        return twin

    def get(self, address, method="GET", **environ) -> Given:
        path, _mark, query = address.partition("?")
        environ = {
            "REQUEST_METHOD": method,
            "SCRIPT_NAME": "",
            "PATH_INFO": uri_to_iri(path).encode().decode("latin-1"),
            "QUERY_STRING": iri_to_uri(query),
            "SERVER_NAME": "127.0.0.1",
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "HTTP_HOST": "localhost",
            "wsgi.url_scheme": "http",
            "wsgi.input": BytesIO(),
            "wsgi.errors": BytesIO(),
            **environ,
        }
        told = []
        answer = self.edge(environ, lambda status, headers, exc_info=None: told.append((status, headers)))
        body = b"".join(answer)
        if hasattr(answer, "close"):
            answer.close()
        headers = dict(told[0][1])
        headers.pop("X-Request-ID", None)  # of one request alone; a kept page has none
        return Given(int(told[0][0][:3]), headers, body)

    def is_kept(self, address, **environ) -> bool:
        """Whether asking twice wakes Django once at most."""
        self.get(address, **environ)
        before = self.django.count
        self.get(address, **environ)
        return self.django.count == before


@pytest.fixture
def portal(db, settings):
    settings.ALLOWED_HOSTS = HOSTS
    settings.PAGE_CACHE = True
    with connection_kept():
        yield Portal()


@pytest.fixture
def library(db):
    return make_library()


def make_library():
    """A week of articles of one source with topics, a story of two copies, and a pin."""
    source, talks = make_source("海岬通訊社"), make_tag("會談")
    for name in ("談判", "信使"):
        talks.labels.create(text=name)
    articles = [
        make_article(
            f"第{number}次會談",
            source=source,
            tags=["會談", f"議題{number % 2}"],
            summaries={"zh-Hant": "兩國重開談判。[1]", "en": "Talks resume.[1]"},
            published_at=FIRST_DAY + timedelta(days=number),
        )
        for number in range(4)
    ]
    make_copies(body="霧港的渡輪今晨照常開航，船上有兩國信使，碼頭上無人送行。" * 3, tags=["渡輪"])
    make_placement(articles[1])
    make_free_page()
    return articles


@contextmanager
def connection_kept():
    """A server closes a connection that is amid a transaction; one that tests stand in stays open."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def middle() -> Article:
    return Article.objects.get(headline="第2次會談")


def every_address(prefixes=("", "/en", "/zh-hans")) -> list[str]:
    """Every page there is that may be kept, in the languages of these prefixes."""
    articles, tags = Article.objects.published(), Tag.objects.published()
    pages = [
        *(
            "/",
            "/feed.atom",
            "/tags/",
            "/tags/?kind=person",
            "/sources/",
            "/picks/",
            "/picks/feed.json",
            "/pages/about/",
        ),
        *("/weekly/2025/", "/weekly/2025/W10/", "/weekly/feed.atom"),
        *(each.get_absolute_url() for each in (*articles, *tags, *Source.objects.all())),
        *(f"{each.get_absolute_url()}feed.json" for each in (*tags, *Source.objects.all())),
        *(f"{each.get_absolute_url()}article.md" for each in articles),
        reverse("topics_together", args=["+".join(map(str, sorted(tags.values_list("pk", flat=True)[:2])))]),
    ]
    everywhere = [prefix + page for page in pages for prefix in prefixes]
    blocks = {each.pk // BLOCK for each in articles}  # on PostgreSQL numbers go on from test to test
    files = ("pages", "tags", "sources", "weeks", *(f"articles-{block}" for block in sorted(blocks)))
    return [*everywhere, "/robots.txt", "/sitemap.xml", *(f"/sitemap-{name}.xml" for name in files)]


def told(portal, addresses) -> dict:
    """What a portal answers at each of these addresses."""
    return {address: portal.get(address) for address in addresses}
