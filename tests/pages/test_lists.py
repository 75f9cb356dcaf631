"""Lists of cards: the latest, a topic's, a source's, and the two indexes."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from articles.pages.pagination import Cursor
from tests.builders import make_article, make_source, make_tag
from tests.pages.conftest import SHORT

DAY = datetime(2026, 1, 15, tzinfo=UTC)


def make_articles(number, **fields):
    """Some of them printed in the same minute, as agencies do."""
    return [
        make_article(f"第{n}篇", published_at=DAY + timedelta(days=n // 3), **fields) for n in range(number)
    ]


def headlines(page):
    return [node.text_content() for node in page.cssselect(".card h2")]


def turned(page, rel):
    return [node.get("href") for node in page.cssselect(f".turn [rel={rel}]")]


@pytest.fixture
def lists(short_pages):
    """The addresses of the three lists, each of more than two pages."""
    source, tag = make_source("海岬通訊社"), make_tag("穿梭外交")
    make_articles(2 * SHORT + 2, source=source, tags=[tag])
    return {"home": "/", "tag": tag.get_absolute_url(), "source": source.get_absolute_url()}


@pytest.mark.parametrize("name", ["home", "tag", "source"])
def test_every_article_is_met_once_on_the_way_back_and_once_on_the_way_forth(read, lists, name):
    pages = [read(lists[name])]
    while older := turned(pages[-1], "next"):
        pages.append(read(lists[name] + older[0]))
    expected = [f"第{n}篇" for n in reversed(range(2 * SHORT + 2))]
    assert [headline for page in pages for headline in headlines(page)] == expected
    middle = read(lists[name] + turned(pages[-1], "prev")[0])
    assert headlines(middle) == headlines(pages[1])
    assert headlines(read(lists[name] + turned(middle, "prev")[0])) == headlines(pages[0])


@pytest.mark.parametrize("name", ["home", "tag", "source"])
@pytest.mark.parametrize(
    "query",
    ["before=x", "after=", "before=1.2.3", "before=zzzzzzzzzzzzzzzzzzzz.1", "before=-1.0"]
    + [f"{side}=1.zzzzzzzzzzzzz" for side in ("before", "after")],
)
def test_a_cursor_that_leads_nowhere_shows_the_first_page(read, lists, name, query):
    assert headlines(read(f"{lists[name]}?{query}")) == headlines(read(lists[name]))


def test_a_cursor_reads_what_it_writes_even_before_1970():
    for moment in (DAY, datetime(1911, 10, 10, tzinfo=UTC), datetime(2026, 1, 1, 0, 0, 0, 7, tzinfo=UTC)):
        assert Cursor.read(str(Cursor(moment, 42))) == (moment, 42)


@pytest.mark.usefixtures("remembered")
@pytest.mark.parametrize(("name", "queries"), [("home", 5), ("tag", 7), ("source", 4)])
def test_a_list_takes_the_same_queries_whatever_its_length(
    client, lists, name, queries, django_assert_num_queries
):
    with django_assert_num_queries(queries):
        client.get(lists[name])


@pytest.mark.usefixtures("remembered")
@pytest.mark.parametrize(("address", "queries"), [("/tags/", 5), ("/sources/", 1)])
def test_an_index_takes_the_same_queries(client, lists, address, queries, django_assert_num_queries):
    with django_assert_num_queries(queries):
        client.get(address)


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_only_published_articles_are_listed(read, status):
    source, tag = make_source(), make_tag()
    make_article("可見", source=source, tags=[tag])
    make_article("隱藏", source=source, tags=[tag], status=status)
    for address in ("/", tag.get_absolute_url(), source.get_absolute_url()):
        assert headlines(read(address)) == ["可見"]


def test_a_scheduled_article_waits_for_its_time(read):
    make_article(status="scheduled", scheduled_for=timezone.now() + timedelta(hours=1))
    assert headlines(read("/")) == []


def test_a_card_shows_both_summaries_the_readers_language_first(read):
    make_article(summaries={"zh-Hant": "談判重開。", "en": "Talks resume."})
    assert [node.text for node in read("/").cssselect(".card [data-summary]")] == [
        "談判重開。",
        "Talks resume.",
    ]
    assert [node.text for node in read("/en/").cssselect(".card [data-summary]")] == [
        "Talks resume.",
        "談判重開。",
    ]


def test_a_card_without_summaries_shows_the_beginning_of_the_text(read):
    make_article(body="清晨的渡輪靠岸。")
    assert [node.text for node in read("/").cssselect(".card .excerpt")] == ["清晨的渡輪靠岸。"]


def test_nothing_of_the_text_is_shown_where_only_a_link_is_allowed(client):
    make_article(body="清晨的渡輪靠岸。", source=make_source(rights="link"))
    assert "清晨" not in client.get("/").content.decode()


def test_a_headline_in_another_language_is_retold_in_the_readers_own(read):
    article = make_article("渡輪與信使", summaries={"en": "Talks resume."})
    article.summaries.update(headline="Ferries and envoys")
    card = read("/en/").cssselect(".card")[0]
    assert [node.text_content() for node in card.cssselect("h2[lang=en]")] == ["Ferries and envoys"]
    assert [node.text for node in card.cssselect(".original[lang='zh-Hant']")] == ["渡輪與信使"]


def test_a_card_names_the_source_in_its_language(read):
    make_article(source=make_source("Cape Wire", language="en"))
    assert [node.text for node in read("/").cssselect(".card .margin a[lang=en]")] == ["Cape Wire"]


def test_the_topic_index_counts_what_readers_can_see(read):
    make_article(tags=["首爾", "奈良"])
    make_article(tags=["首爾"])
    make_article(tags=["首爾", "釜山"], status="draft")
    entries = [" ".join(node.text_content().split()) for node in read("/tags/").cssselect(".entries li")]
    assert entries == ["奈良 1", "首爾 2"]


def test_the_source_index_leaves_out_sources_without_articles(read):
    make_article(source=make_source("海岬通訊社"))
    make_article(source=make_source("靜默社"), status="draft")
    assert headlines(read("/sources/")) == ["海岬通訊社"]


def test_a_topic_without_articles_says_so_and_is_not_indexed(read):
    page = read(make_tag("空").get_absolute_url())
    assert page.cssselect(".empty")
    assert page.cssselect("meta[name=robots]")[0].get("content") == "noindex"


def test_an_empty_site_says_so(read):
    assert "還沒有發布任何文章" in read("/").text_content()


@pytest.mark.parametrize("address", ["/", "/tags/", "/sources/"])
def test_a_list_has_one_first_heading(read, lists, address):
    assert len(read(address).cssselect("h1")) == 1


def test_a_later_page_is_its_own_canonical_page(read, lists):
    older = turned(read("/"), "next")[0]
    assert (
        read(f"/{older}").cssselect("link[rel=canonical]")[0].get("href")
        == f"https://shuttle.example/{older}"
    )


@pytest.mark.parametrize(
    ("source_url", "told"),
    [
        ("https://east.example/1", "Whole articles, each with a link to the original."),
        ("", "Whole articles."),
    ],
)
def test_a_source_speaks_of_links_to_originals_only_where_there_are_any(client, source_url, told):
    source = make_source(rights="full")
    make_article(source=source, source_url=source_url)
    make_article(source=source, source_url="https://east.example/2", status="draft")
    for address in (f"/en{source.get_absolute_url()}", "/en/sources/"):
        page = client.get(address, follow=True).content.decode()
        assert re.search(rf"{re.escape(told)}\s*<", page)
