"""The home page as editors arrange it, and the page of their picks."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from articles.models import Place, Placement
from articles.pages.front_page import MOST_PINS, PICKS_AT_HOME
from tests.builders import make_article, make_copies, make_placement, make_source
from tests.pages.conftest import SHORT

DAY = datetime(2026, 1, 15, tzinfo=UTC)


def make_articles(number):
    """The newest last."""
    return [make_article(f"第{n}篇", published_at=DAY + timedelta(days=n)) for n in range(number)]


def headlines(page):
    return [node.text_content() for node in page.cssselect(".card h2")]


def picked(page):
    return [node.text_content() for node in page.cssselect(".picks h3")]


def older(page):
    return [node.get("href") for node in page.cssselect(".turn [rel=next]")]


def all_pages(read):
    pages = [read("/")]
    while links := older(pages[-1]):
        pages.append(read(f"/{links[0]}"))
    return pages


def test_pins_open_the_home_page_in_their_order_and_the_latest_follow(read):
    articles = make_articles(5)
    for position, number in enumerate((1, 0), start=1):
        make_placement(articles[number], position=position)
    assert headlines(read("/")) == ["第1篇", "第0篇", "第4篇", "第3篇", "第2篇"]


def test_a_pinned_card_says_so_and_why(read):
    make_placement(make_article(), note_zh="先讀這篇。", note_en="Begin here.")
    card = read("/en/").cssselect(".card")[0]
    assert [node.text for node in card.cssselect(".margin .mark")] == ["Pinned"]
    assert [(node.get("lang"), node.text) for node in card.cssselect(".why")] == [("en", "Begin here.")]
    assert [node.text for node in read("/").cssselect(".why")] == ["先讀這篇。"]


def test_a_note_in_one_language_is_read_in_both(read):
    make_placement(make_article(), note_en="Begin here.")
    assert [(node.get("lang"), node.text) for node in read("/").cssselect(".why")] == [("en", "Begin here.")]


@pytest.mark.usefixtures("short_pages")
@pytest.mark.parametrize("pinned", [[], [3], [0, SHORT - 1, SHORT, 2 * SHORT + 4]])
def test_every_article_is_met_once_on_the_way_back_whatever_is_pinned(read, pinned):
    articles = make_articles(2 * SHORT + 5)
    for number in pinned:
        make_placement(articles[number], position=number)
    met = [headline for page in all_pages(read) for headline in headlines(page)]
    dated = [number for number in reversed(range(len(articles))) if number not in pinned]
    assert met == [f"第{number}篇" for number in (*pinned, *dated)]


@pytest.mark.usefixtures("short_pages")
def test_the_way_forth_ends_at_the_pins(read):
    make_placement(make_articles(SHORT + 3)[0])
    pages = all_pages(read)
    back = pages[-1].cssselect(".turn [rel=prev]")[0].get("href")
    assert headlines(read(f"/{back}")) == headlines(pages[0])


def test_a_pin_that_is_over_is_back_in_its_place(read):
    articles = make_articles(3)
    make_placement(articles[0], ends_at=timezone.now() - timedelta(minutes=1))
    assert headlines(read("/")) == ["第2篇", "第1篇", "第0篇"]


def test_what_is_pinned_beyond_the_most_stays_in_its_place(read):
    for position, article in enumerate(make_articles(MOST_PINS + 2)):
        make_placement(article, position=position)
    expected = [*range(MOST_PINS), MOST_PINS + 1, MOST_PINS]
    assert headlines(read("/")) == [f"第{number}篇" for number in expected]


def test_a_pinned_copy_shows_its_lead_once(read):
    _lead, copy = make_copies()
    make_placement(copy)
    assert headlines(read("/")) == ["首發"]


def test_a_home_page_of_pins_alone_is_not_called_empty(read):
    make_placement(make_article("唯一"))
    page = read("/")
    assert headlines(page) == ["唯一"]
    assert page.cssselect(".empty") == []


def test_feeds_go_by_date_whatever_is_pinned(get):
    make_placement(make_articles(3)[0])
    titles = [item["title"] for item in get("/feed.json").json()["items"]]
    assert titles == ["第2篇", "第1篇", "第0篇"]


def test_picks_stand_beside_the_latest_with_the_reason(read):
    articles = make_articles(3)
    make_placement(articles[0], "pick", note_zh="一篇讀懂三國。")
    page = read("/")
    assert picked(page) == ["第0篇"]
    assert "一篇讀懂三國。" in page.cssselect(".picks")[0].text_content()
    assert page.cssselect(".picks h2 a")[0].get("href") == "/picks/"
    assert headlines(page) == ["第2篇", "第1篇", "第0篇"]


def test_the_home_page_shows_the_first_picks_and_their_page_all(read):
    for position, article in enumerate(make_articles(PICKS_AT_HOME + 2)):
        make_placement(article, "pick", position=position)
    expected = [f"第{number}篇" for number in range(PICKS_AT_HOME + 2)]
    assert picked(read("/")) == expected[:PICKS_AT_HOME]
    assert headlines(read("/picks/")) == expected


def test_a_pinned_article_is_not_picked_beside_itself(read):
    article = make_article("甲")
    make_placement(article)
    make_placement(article, "pick")
    assert picked(read("/")) == []
    assert headlines(read("/picks/")) == ["甲"]


@pytest.mark.usefixtures("short_pages")
def test_later_pages_of_the_latest_show_no_picks(read):
    make_placement(make_articles(SHORT + 1)[0], "pick")
    first = read("/")
    assert picked(first) == ["第0篇"]
    assert picked(read(f"/{older(first)[0]}")) == []


def test_the_sitemap_names_the_picks_when_there_are_any(get):
    assert "/picks/" not in get("/sitemap-pages.xml").content.decode()
    make_placement(make_article(), "pick")
    assert "/en/picks/" in get("/sitemap-pages.xml").content.decode()


def test_without_picks_their_page_says_so_and_is_not_indexed(read):
    page = read("/picks/")
    assert page.cssselect(".empty a")[0].get("href") == "/"
    assert page.cssselect("meta[name=robots]")[0].get("content") == "noindex"


@pytest.mark.parametrize("prefix", ["", "/zh-hans", "/en"])
def test_the_picks_have_feeds_in_the_editors_order(get, read, prefix):
    for position, article in enumerate(make_articles(3)):
        make_placement(article, "pick", position=position)
    links = read(f"{prefix}/picks/").cssselect("link[rel=alternate][type*='feed+json']")
    assert [link.get("href") for link in links] == [f"{prefix}/picks/feed.json"]
    items = get(links[0].get("href")).json()["items"]
    assert [item["title"] for item in items] == ["第0篇", "第1篇", "第2篇"]
    assert b"<entry" in get(f"{prefix}/picks/feed.atom").content


@pytest.mark.parametrize(
    "page", ["/", "/picks/", "/picks/feed.atom", "/picks/feed.json", "/sitemap-pages.xml"]
)
def test_what_is_hidden_is_placed_in_vain(get, page):
    marks = {}
    for place in Place.values:
        for status in ("draft", "withdrawn", "scheduled"):
            soon = timezone.now() + timedelta(hours=1)
            marks[place, status] = f"密{place}{status}"
            hidden = make_article(marks[place, status], status=status, scheduled_for=soon)
            make_placement(hidden, place, note_zh=f"註{marks[place, status]}")
        for name, times in {"waits": {"starts_at": soon}, "over": {"ends_at": DAY}}.items():
            marks[place, name] = f"密{place}{name}"
            make_placement(make_article(), place, note_zh=marks[place, name], **times)
    content = get(page).content.decode()
    assert re.findall("密[a-z]+", content) == []
    assert marks


def test_taking_an_article_back_takes_its_pin_and_pick_at_once(read):
    article = make_article("甲")
    for place in Place.values:
        make_placement(article, place)
    assert headlines(read("/")) == ["甲"]
    article.status = "withdrawn"
    article.save()
    assert headlines(read("/")) + picked(read("/")) + headlines(read("/picks/")) == []


@pytest.mark.usefixtures("remembered", "short_pages")
@pytest.mark.parametrize(("address", "queries"), [("/", 6), ("/picks/", 3)])
def test_a_page_takes_the_same_queries_whatever_is_placed(get, address, queries, django_assert_num_queries):
    for article in make_articles(SHORT + 3):
        article.source = make_source()
        article.save()
        article.tags.add("首爾")
        Placement.objects.put(article, Place.PICK)
        Placement.objects.put(article, Place.PIN)
    with django_assert_num_queries(queries):
        get(address)
