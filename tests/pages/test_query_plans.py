"""No page reads a table from one end to the other: what a page costs does not grow with the library."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models.sitemap_block import BLOCK
from tests.builders import make_article, make_copies, make_placement, make_source, make_summary, make_tag

# What grows with the library. Sources, placements and the topics of an index page are few.
GROWING = "articles_(?:article|articlerendering|articletag|summary|related|labelkey|nameuse|tag)"
TABLE = re.compile(rf'"({GROWING})"(?: "?(?!WHERE|INNER|LEFT|ON|ORDER|GROUP|LIMIT)(\w+)"?)?')


@pytest.fixture(scope="module")
def library(database_of_module):
    """Something of everything that pages show; pages read it alone."""
    source, tags = make_source(), [make_tag("穿梭外交"), make_tag("渡輪")]
    lead, _copy = make_copies(source=source, tags=tags)
    for number in range(30):
        article = make_article(f"渡輪與信使{number}", source=source, tags=tags)
        make_summary(article)
    make_placement(article)
    make_placement(lead, "pick")
    return {
        "article": article.get_absolute_url(),
        "copy": lead.get_absolute_url(),
        "topic": tags[0].get_absolute_url(),
        "source": source.get_absolute_url(),
        "sitemap": f"/sitemap-articles-{article.pk // BLOCK}.xml",
    }


IN_TOPIC = 'FROM "articles_article" INNER JOIN "articles_articletag"'
PAGES = {
    "article": "",
    "copy": "",
    "topic": "",
    "topic feed": "feed.atom",
    "source": "",
    "source feed": "feed.json",
    "home": "/",
    "home feed": "/feed.atom",
    "older": "/?before=9zzzzzzzzz.1",
    "picks": "/picks/",
    "topic index": "/tags/",
    "topics of a kind": "/tags/?kind=topic",
    "sources": "/sources/",
    "weekly feed": "/weekly/feed.atom",
    "sitemap of articles": "",
}


@pytest.mark.usefixtures("remembered")
@pytest.mark.parametrize("name", PAGES)
def test_a_page_enters_what_grows_by_an_index(get, library, name):
    address = PAGES[name] if PAGES[name].startswith("/") else library[name.split()[0]] + PAGES[name]
    with CaptureQueriesContext(connection) as queries:
        assert get(address).status_code == 200
    scanned = [scan for query in queries for scan in scans(query["sql"])]
    assert scanned == []


@pytest.mark.usefixtures("remembered")
@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL plans by how many rows there are")
@pytest.mark.parametrize("name", ["topic", "topic feed"])
def test_the_articles_of_a_topic_are_read_in_their_order_and_not_sorted(get, library, name):
    with CaptureQueriesContext(connection) as queries:
        get(library[name.split()[0]] + PAGES[name])
    plans = [plan(query["sql"]) for query in queries if IN_TOPIC in query["sql"]]
    assert plans
    assert not [
        line for lines in plans for line in lines if "ORDER BY" in line or "articletag_counted" in line
    ]


@pytest.mark.usefixtures("remembered", "library")
@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL plans by how many rows there are")
def test_the_weeks_of_the_sitemap_are_looked_up_without_counting_their_stories(get):
    with CaptureQueriesContext(connection) as queries:
        get("/sitemap-weeks.xml")
    (plans,) = [plan(query["sql"]) for query in queries if "articles_summary" in query["sql"]]
    assert not [line for line in plans if "GROUP BY" in line or "ORDER BY" in line]
    assert any("article_summarised (sorted_at>? AND sorted_at<?)" in line for line in plans)


def scans(sql: str) -> list[str]:
    """The tables that a query reads whole, as the database plans it."""
    if not sql.startswith("SELECT"):
        return []
    names = {alias or table: table for table, alias in TABLE.findall(sql)}
    told = [line for line in plan(sql) if "LIMIT" not in sql or "INDEX" not in line.upper()]
    found = (re.search(SCAN, line) for line in told)
    return [f"{names[scan[1]]}: {sql}" for scan in found if scan and scan[1] in names]


SCAN = r"^SCAN (\w+)" if connection.vendor == "sqlite" else r"Seq Scan on (\w+)"


def plan(sql: str) -> list[str]:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"EXPLAIN QUERY PLAN {sql}")
            return [row[3] for row in cursor.fetchall()]
        cursor.execute("SET LOCAL enable_seqscan = off")  # read whole only where no index will do
        cursor.execute(f"EXPLAIN {sql}")
        return [row[0] for row in cursor.fetchall()]
