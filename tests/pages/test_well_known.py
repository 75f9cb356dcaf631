"""Conventional addresses: sitemaps, robots, manifest, health, pictures, errors."""

import re
from contextlib import closing
from datetime import datetime, timedelta
from unittest import mock

import pytest
from django.contrib.auth.models import User
from django.db import OperationalError, connection
from django.test import Client
from django.utils import timezone
from lxml import etree

from articles.models import Article, sitemap_block
from articles.models.sitemap_block import BLOCK, SitemapBlock
from articles.pages.sitemaps import sections
from articles.pages.sitemaps.sections import indexed_articles
from tests.builders import make_article, make_source, make_tag

BASE = "https://shuttle.example"
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def locations(get, address):
    return etree.fromstring(get(address).content).xpath("//s:loc/text()", namespaces=NAMES)


def test_the_sitemap_leads_to_every_page_in_every_language(get):
    tag, source = make_tag(), make_source()
    article = make_article(tags=[tag], source=source)
    pages = [
        page for part in locations(get, "/sitemap.xml") for page in locations(get, part.removeprefix(BASE))
    ]
    lists = ["/", "/tags/", "/sources/", "/archive/", "/undated/"]
    addresses = [*lists, *(each.get_absolute_url() for each in (tag, source, article))]
    expected = [f"{BASE}{prefix}{path}" for path in addresses for prefix in ("", "/zh-hans", "/en")]
    assert sorted(pages) == sorted(expected)
    assert all(get(page.removeprefix(BASE)).status_code == 200 for page in pages)


def test_each_address_of_the_sitemap_names_its_twins(get):
    article = make_article()
    tree = etree.fromstring(get(f"/sitemap-articles-{article.pk // BLOCK}.xml").content)
    twins = tree.xpath("//s:url[1]/x:link", namespaces=NAMES)
    path = article.get_absolute_url()
    assert {twin.get("hreflang"): twin.get("href") for twin in twins} == {
        "zh-hant": BASE + path,
        "zh-hans": f"{BASE}/zh-hans{path}",
        "en": f"{BASE}/en{path}",
        "x-default": BASE + path,
    }


@pytest.mark.parametrize("rights", ["own", "full", "excerpt", "link", None])
@pytest.mark.parametrize("source_url", ["", "https://press.example/a"])
def test_the_sitemap_holds_what_is_indexed_and_nothing_else(rights, source_url):
    source = rights and make_source(rights=rights)
    article = make_article(source=source, source_url=source_url)
    assert indexed_articles().filter(pk=article.pk).exists() is article.is_indexed


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_the_sitemap_holds_published_articles_only(get, status):
    make_article(status=status, tags=["首爾"])
    assert locations(get, "/sitemap.xml") == [f"{BASE}/sitemap-pages.xml"]


def test_a_large_sitemap_is_cut_into_sections(get, monkeypatch):
    monkeypatch.setattr(sitemap_block, "BLOCK", 2)
    monkeypatch.setattr(sections, "BLOCK", 2)
    articles = [make_article() for _ in range(5)]
    parts = [part for part in locations(get, "/sitemap.xml") if "articles" in part]
    found = [page for part in parts for page in locations(get, part.removeprefix(BASE))]
    assert len(parts) == len({article.pk // 2 for article in articles})
    assert len(found) == len(set(found)) == 15


def test_the_index_says_when_a_file_last_changed(get):
    article = make_article()
    SitemapBlock.objects.update(changed_at=datetime.fromisoformat("2025-03-01T08:00:00+00:00"))
    for day in (6, 2):
        article.updated_at = datetime.fromisoformat(f"2025-03-0{day}T08:00:00+00:00")
        sitemap_block.derive_sitemap(article)
    assert b"<lastmod>2025-03-06</lastmod>" in get("/sitemap.xml").content


def test_the_index_asks_whether_there_is_anything_in_its_files(get, django_assert_num_queries):
    make_article(tags=["會談"], source=make_source())
    with django_assert_num_queries(4):
        get("/sitemap.xml")


def test_a_section_of_nothing_is_not_found(get):
    assert get("/sitemap-articles-77.xml").status_code == 404


def test_robots_are_told_of_the_sitemap_and_kept_from_the_desk(get):
    lines = get("/robots.txt").content.decode().splitlines()
    assert f"Sitemap: {BASE}/sitemap.xml" in lines
    assert {"Disallow: /admin/", "Disallow: /en/admin/", "Disallow: /zh-hans/admin/"} <= set(lines)


def test_the_manifest_names_the_site_and_its_icons(get):
    answer = get("/manifest.webmanifest")
    assert answer["Content-Type"] == "application/manifest+json"
    assert [icon["type"] for icon in answer.json()["icons"]] == ["image/svg+xml", "image/png", "image/png"]


def test_a_living_process_says_so_without_its_database(get, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert get("/healthz").status_code == 200


@pytest.fixture
def picture(settings):
    folder = settings.MEDIA_ROOT / "pictures"
    folder.mkdir(parents=True)
    (folder / "0a1b-2x3.png").write_bytes(b"\x89PNG")
    (folder / "0a1b-2x3.svg").write_text("<svg/>")
    make_article(body="![](/pictures/0a1b-2x3.png)\n▲ 渡輪靠岸。")
    return "/pictures/0a1b-2x3.png"


def test_a_picture_may_be_kept_for_ever(get, picture):
    answer = get(picture)
    assert b"".join(answer.streaming_content) == b"\x89PNG"
    assert answer["Content-Type"] == "image/png"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "immutable" in answer["Cache-Control"]


@pytest.mark.parametrize(
    "name", ["0a1b-2x3.svg", "ffff-1x1.png", "../secret-key", "..%2fsecret-key", "a.png"]
)
def test_nothing_but_kept_pictures_is_served(get, picture, name):
    assert get(f"/pictures/{name}").status_code == 404


@pytest.mark.parametrize(
    ("prefix", "words"),
    [("", "這個網址沒有內容"), ("/zh-hans", "这个网址没有内容"), ("/en", "There is nothing")],
)
def test_what_is_missing_is_missed_in_the_readers_language(read, prefix, words):
    assert words in read(f"{prefix}/nowhere/", status=404).cssselect("h1")[0].text


def test_our_own_failure_is_told_without_the_database(monkeypatch):
    def fail(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr("articles.pages.front_page.front", fail)
    with mock.patch.object(connection, "cursor", side_effect=OperationalError("gone")):
        answer = Client(raise_request_exception=False).get("/")
    assert answer.status_code == 500
    assert "錯在我們" in answer.content.decode()


@pytest.mark.parametrize("address", ["/", "/tags/", "/sources/", "/nowhere/"])
def test_pages_need_no_inline_style_or_script(get, address):
    make_article(tags=["首爾"])
    page = get(address).content.decode()
    assert "style=" not in page
    assert "<style" not in page
    assert re.findall(r"<script(?! src=| type=\"module\" src=| type=\"application/ld\+json\")", page) == []


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_a_picture_of_hidden_articles_alone_is_for_editors(get, client, picture, status):
    article = Article.objects.get()
    article.status = status
    article.save()
    assert get(picture).status_code == 404
    client.force_login(User.objects.create_user("author", is_staff=True))
    with closing(get(picture)) as answer:
        assert answer.status_code == 200
        assert answer["Cache-Control"] == "private, no-store"


def test_who_finds_a_hole_is_told_whom_to_tell(get, settings):
    settings.SECURITY_CONTACT = "mailto:desk@shuttle.example"
    text = get("/.well-known/security.txt").content.decode()
    lines = dict(line.split(": ", 1) for line in text.splitlines())
    assert lines["Contact"] == "mailto:desk@shuttle.example"
    assert lines["Canonical"] == f"{BASE}/.well-known/security.txt"
    assert timezone.now() < datetime.fromisoformat(lines["Expires"]) < timezone.now() + timedelta(days=365)
