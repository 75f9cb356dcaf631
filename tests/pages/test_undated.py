"""What prints no date has a place of its own, below all that does, in every list and feed."""

from datetime import UTC, datetime

import pytest

from articles.models import Article
from articles.models.undated import UNDATED
from articles.pages.weekly.calendar import Week
from tests.builders import make_article, make_copies, make_source, make_tag
from tests.pages.conftest import SHORT

DAY = datetime(2026, 1, 15, tzinfo=UTC)


def headlines(page, within=""):
    return [node.text_content() for node in page.cssselect(f"{within} .card h2")]


@pytest.fixture
def lists():
    """The addresses of the lists of news that came first and two undated documents that came after it."""
    shared = {"source": make_source(), "tags": [make_tag()]}
    article = make_article("新聞", published_at=DAY, **shared)
    for headline in ("文件一", "文件二"):
        make_article(headline, **shared)
    return ["/", article.source.get_absolute_url(), article.tags.get().get_absolute_url()]


def test_an_undated_document_stands_below_older_news_under_a_heading_of_its_own(read, lists):
    for address in lists:
        page = read(address)
        assert headlines(page) == ["新聞", "文件二", "文件一"]
        assert headlines(page, ".undated") == ["文件二", "文件一"]
        assert [node.text_content().strip() for node in page.cssselect("h2.rubric")] == ["未註明日期"]


@pytest.mark.parametrize("form", ["atom", "json"])
def test_feeds_tell_of_it_last(get, lists, form):
    for address in lists:
        told = get(f"{address}feed.{form}").content.decode()
        assert told.index("新聞") < told.index("文件二") < told.index("文件一")


@pytest.mark.usefixtures("short_pages")
def test_a_long_list_leads_straight_to_the_undated(read, lists):
    tag = make_tag("渡輪")
    make_article("文件", tags=[tag])
    for number in range(SHORT + 1):
        make_article(f"第{number}篇", published_at=DAY, tags=[tag])
    (way,) = [node.get("href") for node in read(tag.get_absolute_url()).cssselect(".turn a:not([rel])")]
    assert headlines(read(way)) == ["文件"]


@pytest.mark.usefixtures("short_pages")
def test_a_long_list_of_news_alone_leads_to_none(read):
    for number in range(SHORT + 1):
        make_article(f"第{number}篇", published_at=DAY)
    assert read("/").cssselect(".turn a:not([rel])") == []


def test_the_undated_have_a_page_and_feeds(read, get, lists):
    page = read("/undated/")
    assert headlines(page) == ["文件二", "文件一"]
    assert [item["title"] for item in get("/undated/feed.json").json()["items"]] == ["文件二", "文件一"]


def test_without_any_the_page_says_so_and_is_not_indexed(read):
    make_article(published_at=DAY)
    page = read("/undated/")
    assert page.cssselect(".empty")
    assert page.cssselect("meta[name=robots]")[0].get("content") == "noindex"


@pytest.mark.usefixtures("short_pages")
def test_every_undated_document_is_met_once_on_the_way_back(read):
    for number in range(SHORT + 3):
        make_article(f"第{number}份")
    pages = [read("/undated/")]
    pages.append(read("/undated/" + pages[0].cssselect(".turn [rel=next]")[0].get("href")))
    assert [line for page in pages for line in headlines(page)] == [
        f"第{number}份" for number in reversed(range(SHORT + 3))
    ]


def test_a_date_that_is_found_moves_it_among_the_news(read):
    article = make_article("文件", tags=[make_tag()])
    article.published_at = DAY
    article.save()
    assert read("/").cssselect(".undated") == []
    assert article.tagged.get().sorted_at == DAY


def test_the_date_of_a_copy_dates_it_too():
    lead, copy = make_copies()
    assert {lead.sorted_at, copy.sorted_at} == {UNDATED}
    copy.published_at = DAY
    copy.save()
    assert set(Article.objects.values_list("sorted_at", flat=True)) == {DAY}


def test_it_has_no_newer_nor_older_one(read, lists):
    for article in Article.objects.all():
        assert read(article.get_absolute_url()).cssselect(".neighbours") == []


def test_no_week_tells_of_it(read):
    make_article(summaries={"en": "Talks resume."})
    assert read(f"/weekly/{Week.current().code.replace('-', '/')}/").cssselect(".empty")


def test_a_search_up_to_a_day_leaves_it_out(read, lists):
    assert headlines(read("/search/?q=信使&to=2030-01-01")) == ["新聞"]
    assert headlines(read("/search/?q=信使"))[0] == "新聞"
