"""Feeds and sitemaps keep to what their formats say."""

from datetime import datetime
from urllib.parse import urlsplit

import pytest
from lxml import etree

from articles.models.sitemap_block import BLOCK
from articles.pages.sitemaps import sections
from tests.builders import make_article, make_source, make_tag

BASE = "https://shuttle.example"

# What https://www.sitemaps.org/protocol.html says of both kinds of file, with links to twins as Google reads
# them: https://developers.google.com/search/docs/specialty/international/localized-versions#sitemap
SITEMAPS = """
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
    targetNamespace="http://www.sitemaps.org/schemas/sitemap/0.9" elementFormDefault="qualified">
  <xs:element name="urlset">
    <xs:complexType><xs:sequence><xs:element name="url" maxOccurs="50000"><xs:complexType><xs:sequence>
      <xs:element name="loc" type="address"/>
      <xs:element name="lastmod" type="moment" minOccurs="0"/>
      <xs:any namespace="http://www.w3.org/1999/xhtml" processContents="skip" minOccurs="0" maxOccurs="9"/>
    </xs:sequence></xs:complexType></xs:element></xs:sequence></xs:complexType>
  </xs:element>
  <xs:element name="sitemapindex">
    <xs:complexType><xs:sequence><xs:element name="sitemap" maxOccurs="50000"><xs:complexType><xs:sequence>
      <xs:element name="loc" type="address"/>
      <xs:element name="lastmod" type="moment" minOccurs="0"/>
    </xs:sequence></xs:complexType></xs:element></xs:sequence></xs:complexType>
  </xs:element>
  <xs:simpleType name="address"><xs:restriction base="xs:anyURI">
    <xs:minLength value="12"/><xs:maxLength value="2048"/><xs:pattern value="https?://[!-~]+"/>
  </xs:restriction></xs:simpleType>
  <xs:simpleType name="moment"><xs:union memberTypes="xs:date xs:dateTime"/></xs:simpleType>
</xs:schema>
"""

# Members of https://www.jsonfeed.org/version/1.1/ that we write: the type, and whether it must be there.
FEED = {
    "version": (str, True),
    "title": (str, True),
    "home_page_url": (str, False),
    "feed_url": (str, False),
    "language": (str, False),
    "authors": (list, False),
    "items": (list, True),
}
ITEM = {
    "id": (str, True),
    "url": (str, False),
    "external_url": (str, False),
    "title": (str, False),
    "content_html": (str, True),  # or content_text, which we do not write
    "summary": (str, False),
    "image": (str, False),
    "date_published": (str, False),
    "date_modified": (str, False),
    "authors": (list, False),
    "tags": (list, False),
    "language": (str, False),
}
AUTHOR = {"name": (str, True), "url": (str, False)}


def faults(told: dict, members: dict) -> list[str]:
    """What of a JSON object is unknown, missing, of another type or empty."""
    missing = [name for name, (_type, required) in members.items() if required and name not in told]
    unknown = [name for name in told if name not in members]
    wrong = [name for name in told if name in members and not isinstance(told[name], members[name][0])]
    empty = [name for name in told if name not in ("content_html", "items") and told[name] in ("", [], None)]
    return missing + unknown + wrong + empty


@pytest.fixture
def addresses():
    """Of every kind of list, with an article that has everything and one that has nothing."""
    tag, source = make_tag("首爾"), make_source("海岬 & <通訊社>")
    make_article(
        "渡輪 & <信使>",
        source=source,
        source_url="https://press.example/7?a=1&b=2",
        byline="林可、周棠",
        published_at=datetime.fromisoformat("2026-01-15T12:30:00+00:00"),
        tags=[tag],
        summaries={"zh-Hant": "談判重開。", "en": "Talks resume."},
    )
    make_article(body="。", source=source, tags=[tag])
    return ["/", tag.get_absolute_url(), source.get_absolute_url()]


@pytest.mark.parametrize("prefix", ["", "/zh-hans", "/en"])
def test_json_feeds_have_the_members_of_version_1_1(get, addresses, prefix):
    for address in [*addresses, "/search/"]:
        feed = get(f"{prefix}{address}feed.json").json()
        assert faults(feed, FEED) == []
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        assert [faults(author, AUTHOR) for author in feed["authors"]] == [[]]
        assert [faults(item, ITEM) for item in feed["items"]] == [[]] * len(feed["items"])


def test_items_of_a_json_feed_are_told_apart_and_dated_with_an_offset(get, addresses):
    items = get("/feed.json").json()["items"]
    assert len({item["id"] for item in items}) == len(items) == 2
    dates = [item[name] for item in items for name in ("date_published", "date_modified") if name in item]
    assert all(datetime.fromisoformat(date).tzinfo for date in dates)
    assert all(urlsplit(item["url"]).netloc == urlsplit(BASE).netloc for item in items)
    assert all(isinstance(tag, str) for item in items for tag in item["tags"])


@pytest.fixture(scope="module")
def schema():
    return etree.XMLSchema(etree.fromstring(SITEMAPS))


def test_sitemaps_keep_to_the_protocol(get, addresses, schema):
    index = etree.fromstring(get("/sitemap.xml").content)
    schema.assertValid(index)
    parts = index.xpath("//*[local-name()='loc']/text()")
    assert len(parts) >= 4
    for part in parts:
        schema.assertValid(etree.fromstring(get(part.removeprefix(BASE)).content))


def test_addresses_in_sitemaps_are_of_this_site_and_there_once(get, addresses):
    number = sections.indexed_articles().first().pk // BLOCK
    section = etree.fromstring(get(f"/sitemap-articles-{number}.xml").content)
    places = section.xpath("//*[local-name()='loc']/text()")
    assert len(places) == len(set(places))
    assert all(place.startswith(f"{BASE}/") for place in places)
