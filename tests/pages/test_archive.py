"""The archive by year and month, and what its pages and those of sources count."""

from datetime import UTC, datetime

import pytest

from tests.builders import make_article, make_copies, make_source

AUGUST, OCTOBER = datetime(2025, 8, 31, 23, 59, tzinfo=UTC), datetime(2025, 10, 1, tzinfo=UTC)


def texts(page, path):
    return [" ".join(node.text_content().split()) for node in page.cssselect(path)]


@pytest.fixture
def library():
    make_article("八月", published_at=AUGUST)
    make_article("十月", published_at=OCTOBER)
    make_article("元月", published_at=datetime(2026, 1, 1, tzinfo=UTC))
    make_article("草稿", published_at=OCTOBER, status="draft")
    make_article("文件")


def test_every_year_lists_its_months_with_their_stories(read, library):
    page = read("/archive/")
    assert texts(page, ".index h2") == ["2026", "2025", "未註明日期"]
    assert texts(page, ".months li") == ["1月 1", "10月 1", "8月 1", "沒有日期的文件 1"]
    assert texts(read("/en/archive/2025/"), ".months li") == ["October 1", "August 1"]


def test_a_story_counts_once_however_many_copies_it_has(read):
    make_copies(published_at=AUGUST)
    assert texts(read("/archive/"), ".months li") == ["8月 1"]


def test_a_month_lists_its_stories_and_leads_to_the_next_one_that_has_any(read, library):
    page = read("/archive/2025/10/")
    assert texts(page, ".card h2") == ["十月"]
    assert [node.get("href") for node in page.cssselect(".neighbours a")] == [
        "/archive/2026/01/",
        "/archive/2025/08/",
    ]


@pytest.mark.parametrize("address", ["/archive/2025/09/", "/archive/2024/", "/archive/2025/13/"])
def test_where_there_is_no_story_there_is_no_page(read, library, address):
    read(address, status=404)


def test_an_empty_archive_says_so(read):
    assert read("/archive/").cssselect(".empty")


@pytest.mark.usefixtures("remembered")
@pytest.mark.parametrize(("address", "queries"), [("/archive/", 2), ("/archive/2025/10/", 3)])
def test_the_archive_takes_the_same_queries(client, library, address, queries, django_assert_num_queries):
    for number in range(15):
        make_article(f"第{number}篇", published_at=OCTOBER)
    with django_assert_num_queries(queries):
        client.get(address)


def test_sources_tell_how_much_they_have_and_how_new(read):
    source = make_source("海岬通訊社", name_en="Cape Wire")
    make_article(source=source, published_at=AUGUST)
    make_article(source=source, status="draft")
    make_article(source=make_source("無日社"))
    page = read("/sources/")
    assert texts(page, ".card .margin span:first-child") == ["最新 2025.8.31", "未註明日期"]
    assert [line.split("。")[0] for line in texts(page, ".card .soft")] == ["1 篇文章", "1 篇文章"]
    assert texts(read(source.get_absolute_url()), ".opening .soft") == ["1 篇文章。 最新 2025.8.31"]


def test_a_source_has_its_english_name_for_readers_of_english(read):
    article = make_article(source=make_source("海岬通訊社", name_en="Cape Wire"))
    page = read(f"/en{article.get_absolute_url()}")
    assert texts(page, ".rubric [lang=en]") == ["Cape Wire"]
    assert texts(read(article.get_absolute_url()), ".rubric a") == ["海岬通訊社"]
