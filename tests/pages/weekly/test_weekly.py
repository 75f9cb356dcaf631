"""The digest of a week: which stories, in which order, at which address, as a page and as a feed."""

import json
import re
from datetime import UTC, date, datetime, timedelta

import feedparser
import pytest
from django.db import connection
from django.utils import timezone, translation

from articles.models import Summary
from articles.pages.articles.published_summary import PublishedSummary
from articles.pages.weekly import calendar
from articles.pages.weekly import feeds as weekly_feeds
from articles.pages.weekly.calendar import Week, days_in_words
from tests.builders import make_article, make_copies, make_placement, make_source, make_summary
from tests.pages.conftest import SHORT

BASE = "https://shuttle.example"
W03 = "/weekly/2026/W03/"  # 12 to 18 January
TUESDAY = datetime(2026, 1, 13, 9, tzinfo=UTC)
BOTH = {"zh-Hant": "兩國信使重開談判。", "en": "Talks resume."}


def make_story(headline="渡輪與信使", at=TUESDAY, **fields):
    """An article with both its summaries."""
    return make_article(headline, published_at=at, **{"summaries": BOTH, **fields})


def headlines(page):
    return [node.text_content() for node in page.cssselect(".digest h3")]


def links(page, rel):
    return [node.get("href") for node in page.cssselect(f".neighbours [rel={rel}]")]


def words(node):
    return " ".join(node.text_content().split())


# Which stories


def test_a_week_tells_its_stories_the_newest_first(read):
    for day in (11, 12, 15, 18, 19):
        make_story(f"{day}日", datetime(2026, 1, day, 12, tzinfo=UTC))
    assert headlines(read(W03)) == ["18日", "15日", "12日"]


def test_a_week_lasts_from_monday_to_sunday_in_the_zone_of_the_site(read, settings):
    settings.TIME_ZONE = "Asia/Taipei"
    timezone.get_default_timezone.cache_clear()
    make_story("星期一", datetime(2026, 1, 11, 16, 0, tzinfo=UTC))
    make_story("前一刻", datetime(2026, 1, 11, 15, 59, 59, tzinfo=UTC))
    assert headlines(read(W03)) == ["星期一"]


@pytest.fixture(autouse=True)
def _zone():
    """Django keeps the zone it has read."""
    yield
    timezone.get_default_timezone.cache_clear()


def test_the_week_is_that_of_the_news_and_not_of_the_summary(read):
    make_story()
    Summary.objects.update(published_at=datetime(2026, 6, 1, tzinfo=UTC))
    assert headlines(read(W03)) == ["渡輪與信使"]


def test_a_story_needs_a_summary_that_readers_see(read):
    make_article("無摘要", published_at=TUESDAY)
    for status in ("draft", "review"):
        make_summary(make_article(status, published_at=TUESDAY), status=status)
    make_summary(make_article("過時", published_at=TUESDAY), status="stale")
    make_story("一種", summaries={"en": "Talks resume."})
    assert headlines(read(W03)) == ["一種", "過時"]


def test_copies_are_told_once(read):
    for article in make_copies(published_at=TUESDAY):
        make_summary(article)
    assert len(headlines(read(W03))) == 1


@pytest.mark.parametrize(("prefix", "order"), [("", ["zh-Hant", "en"]), ("/en", ["en", "zh-Hant"])])
def test_both_summaries_stand_side_by_side_the_readers_first(read, prefix, order):
    make_story()
    assert [node.get("lang") for node in read(prefix + W03).cssselect("[data-summary]")] == order


def test_picks_come_first_and_are_not_told_again(read):
    stories = [make_story(headline, TUESDAY + timedelta(hours=n)) for n, headline in enumerate("甲乙丙")]
    make_placement(stories[0], "pick", note_zh="先讀這篇。")
    make_placement(make_story("別週", TUESDAY - timedelta(days=30)), "pick")
    page = read(W03)
    assert headlines(page) == ["甲", "丙", "乙"]
    assert [node.text for node in page.cssselect(".why")] == ["先讀這篇。"]


def test_the_days_are_named_once_each(read):
    for hour in (0, 24, 25):
        make_story(at=TUESDAY + timedelta(hours=hour))
    days = [words(node) for node in read(f"/en{W03}").cssselect(".digest h2")]
    assert days == ["Wednesday 14 January", "Tuesday 13 January"]


def test_the_page_says_how_much_the_week_holds(read):
    for source in (make_source(), make_source(), None):
        make_story(source=source)
        make_story(source=source)
    assert "6 stories from 2 sources" in words(read(f"/en{W03}").cssselect(".lede")[0])


@pytest.mark.usefixtures("short_pages")
def test_a_full_week_is_read_page_by_page_each_story_once(read):
    pick = make_story("選讀", TUESDAY)
    make_placement(pick, "pick")
    for n in range(2 * SHORT + 2):
        make_story(f"第{n}篇", TUESDAY + timedelta(minutes=n // 3))
    pages = [read(W03)]
    while older := pages[-1].cssselect(".turn [rel=next]"):
        pages.append(read(W03 + older[0].get("href")))
    met = [headline for page in pages for headline in headlines(page)]
    assert met == ["選讀", *(f"第{n}篇" for n in reversed(range(2 * SHORT + 2)))]


# Addresses


def test_weekly_leads_to_the_last_week_with_stories(get):
    make_story(at=datetime(2025, 12, 29, tzinfo=UTC))
    make_article(published_at=TUESDAY)
    answer = get("/weekly/")
    assert (answer.status_code, answer["Location"]) == (302, "/weekly/2026/W01/")
    assert get("/en/weekly/")["Location"] == "/en/weekly/2026/W01/"


def test_weekly_leads_to_this_week_as_long_as_there_is_none(get, read):
    address = get("/weekly/")["Location"]
    assert address == Week.current().get_absolute_url()
    page = read(address)
    assert page.cssselect(".empty")
    assert page.cssselect("meta[name=robots]")[0].get("content") == "noindex"


@pytest.mark.parametrize("typed", ["W3/", "W03", "w03/", "w3", "03/", "3", "-W03"])
def test_a_week_written_otherwise_leads_to_its_address(location, typed):
    separator = "" if typed.startswith("-") else "/"
    assert location(f"/en/weekly/2026{separator}{typed}") == f"/en{W03}"


@pytest.mark.parametrize("address", ["2026/W60", "2026/W00", "2025/W53", "0000/W01", "9999/W52", "9999/W01"])
@pytest.mark.parametrize("page", ["/", "/card.png"])
def test_a_week_that_there_is_not_or_not_yet_is_not_found(get, address, page):
    assert get(f"/weekly/{address}{page}").status_code == 404


@pytest.mark.parametrize("year", ["0000", "9999", "26"])
def test_nor_is_such_a_year(get, year):
    assert get(f"/weekly/{year}/").status_code == 404


@pytest.mark.parametrize("address", ["/weekly/2026/W02/", "/weekly/0001/W01/", "/weekly/2020/W53/"])
def test_a_week_without_stories_says_so_and_leads_on(read, address):
    make_story()
    page = read(address)
    assert page.cssselect(".empty")
    assert page.cssselect("meta[name=robots]")[0].get("content") == "noindex"
    assert links(page, "next") == [W03]


def test_the_next_week_is_a_secret_until_it_comes(get):
    soon = timezone.now() + timedelta(days=8)
    make_story("明日新聞", at=soon)
    assert get(Week.of(soon).get_absolute_url()).status_code == 404
    assert get("/weekly/")["Location"] == Week.current().get_absolute_url()
    assert "明日新聞" not in get("/weekly/feed.json").content.decode()


def test_neighbouring_weeks_are_those_with_stories(read):
    for day in (date(2025, 11, 3), date(2026, 1, 13), date(2026, 3, 2)):
        make_story(at=datetime(day.year, day.month, day.day, tzinfo=UTC))
    page = read(f"/en{W03}")
    assert (links(page, "prev"), links(page, "next")) == (
        ["/en/weekly/2025/W45/"],
        ["/en/weekly/2026/W10/"],
    )
    assert links(read("/weekly/2025/W45/"), "prev") == []


def test_a_year_lists_its_weeks_with_their_counts(read):
    for at in (TUESDAY, TUESDAY, datetime(2025, 12, 30, tzinfo=UTC), datetime(2025, 12, 22, tzinfo=UTC)):
        make_story(at=at)
    page = read("/weekly/2026/")
    weeks = [
        (node.cssselect("a")[0].get("href"), node.cssselect(".count")[0].text)
        for node in page.cssselect(".weeks li")
    ]
    assert weeks == [(W03, "2"), ("/weekly/2026/W01/", "1")]
    assert [node.get("href") for node in page.cssselect(".turn a")] == ["/weekly/2025/"]


@pytest.mark.parametrize(
    ("first", "last", "in_english", "in_chinese"),
    [
        ((2026, 1, 12), (2026, 1, 18), "12–18 January", "1月12日—18日"),
        ((2026, 1, 26), (2026, 2, 1), "26 January – 1 February", "1月26日—2月1日"),
        ((2025, 12, 29), (2026, 1, 4), "29 December 2025 – 4 January 2026", "2025年12月29日—2026年1月4日"),
    ],
)
def test_days_are_said_as_briefly_as_they_can_be(first, last, in_english, in_chinese):
    for language, expected in {"en": in_english, "zh-hant": in_chinese}.items():
        with translation.override(language):
            assert days_in_words(date(*first), date(*last)) == expected


# How it is shared


def test_a_week_introduces_itself_by_its_first_headlines(read):
    make_story("渡輪靠岸")
    metas = {node.get("property"): node.get("content") for node in read(f"/en{W03}").cssselect("meta")}
    assert metas["og:description"] == "12–18 January: 渡輪靠岸"
    assert metas["og:image"].startswith(f"{BASE}/en{W03}card.png?v=")


def test_its_card_is_the_one_that_the_page_names(get, read):
    make_story()
    picture = read(W03).cssselect("meta[property='og:image']")[0].get("content")
    answer = get(picture.removeprefix(BASE))
    assert answer["Content-Type"] == "image/png"
    assert "immutable" in answer["Cache-Control"]


@pytest.mark.parametrize("prefix", ["", "/zh-hans", "/en"])
def test_a_week_names_its_canonical_address_its_twins_and_its_feeds(read, prefix):
    make_story()
    page = read(prefix + W03)
    assert page.cssselect("link[rel=canonical]")[0].get("href") == f"{BASE}{prefix}{W03}"
    twins = {node.get("href") for node in page.cssselect("link[hreflang]")}
    assert twins == {f"{BASE}{each}{W03}" for each in ("", "/zh-hans", "/en")}
    feeds = [node.get("href") for node in page.cssselect("link[rel=alternate][type]")]
    assert feeds == [f"{prefix}/weekly/feed.atom", f"{prefix}/weekly/feed.json"]


def test_machines_are_told_what_the_page_lists(read):
    articles = [make_story(headline, TUESDAY + timedelta(hours=n)) for n, headline in enumerate("甲乙")]
    script = read(W03).cssselect("script[type='application/ld+json']")[0].text
    page, way = json.loads(script)["@graph"]
    assert page["@id"] == BASE + W03
    assert page["temporalCoverage"] == "2026-01-12/2026-01-18"
    items = [item["url"] for item in page["mainEntity"]["itemListElement"]]
    assert items == [BASE + article.get_absolute_url() for article in reversed(articles)]
    assert way["itemListElement"][-1]["item"] == BASE + W03


def test_the_sitemap_lists_the_weeks_with_stories(get):
    make_story()
    make_article(published_at=datetime(2025, 6, 1, tzinfo=UTC))
    assert f"{BASE}/sitemap-weeks.xml" in get("/sitemap.xml").content.decode()
    content = get("/sitemap-weeks.xml").content.decode()
    assert content.count("<loc>") == 3
    assert f"<loc>{BASE}/en{W03}</loc>" in content


def test_the_sitemap_lists_each_week_once_the_newest_first(get):
    for at in (datetime(1911, 10, 10, tzinfo=UTC), TUESDAY, TUESDAY - timedelta(days=8), TUESDAY):
        make_story(at=at)
    make_story(at=timezone.now() + timedelta(days=8))
    make_story(at=None)
    content = get("/sitemap-weeks.xml").content.decode()
    assert re.findall(r"<loc>\D+(/weekly/\d+/W\d+/)</loc>", content)[::3] == [
        W03,
        "/weekly/2026/W02/",
        "/weekly/1911/W41/",
    ]


def test_the_sitemap_lists_no_week_when_none_has_stories(get):
    make_article(published_at=TUESDAY)
    assert "<loc>" not in get("/sitemap-weeks.xml").content.decode()


@pytest.mark.parametrize("page", ["/sitemap-weeks.xml", "/weekly/2026/"])
def test_the_last_moment_of_a_week_belongs_to_it(get, page):
    make_story(at=datetime(2026, 1, 18, 23, 59, 59, 999_999, tzinfo=UTC))
    content = get(page).content.decode()
    assert W03 in content
    assert "W04" not in content


# Its feed


def test_the_feed_has_an_entry_for_each_week_that_is_over(get):
    make_story("甲")
    make_story("乙", TUESDAY - timedelta(days=7))
    make_story("今", timezone.now())
    feed = feedparser.parse(get("/weekly/feed.atom").content)
    assert not feed.bozo, feed.bozo_exception
    assert [entry.id for entry in feed.entries] == [f"{BASE}/weekly/2026-W03", f"{BASE}/weekly/2026-W02"]
    assert feed.entries[0].link == BASE + W03
    assert feed.entries[0].published == "2026-01-19T00:00:00+00:00"
    content = feed.entries[0].content[0].value
    assert "甲" in content
    assert "Talks resume." in content


def test_its_twin_tells_the_same_under_the_same_id_in_every_language(get):
    article = make_story("甲")
    feeds = [get(f"{prefix}/weekly/feed.json").json() for prefix in ("", "/zh-hans", "/en")]
    assert {feed["items"][0]["id"] for feed in feeds} == {f"{BASE}/weekly/2026-W03"}
    assert [feed["items"][0]["url"] for feed in feeds] == [
        f"{BASE}{prefix}{W03}" for prefix in ("", "/zh-hans", "/en")
    ]
    assert f'href="{BASE}{article.get_absolute_url()}"' in feeds[0]["items"][0]["content_html"]


def test_an_entry_is_newer_after_a_late_summary(get):
    article = make_story()
    before = get("/weekly/feed.json").json()["items"][0]["date_modified"]
    later = timezone.now() + timedelta(days=1)
    article.summaries.update(reviewed_at=later)
    after = get("/weekly/feed.json").json()["items"][0]["date_modified"]
    assert datetime.fromisoformat(before) < datetime.fromisoformat(after) == later


def test_a_drafted_summary_is_disclosed_on_the_page_and_in_the_feed(get):
    article = make_article(published_at=TUESDAY)
    make_summary(article, "en", "Talks resume.", origin="drafted", drafted_by="extractive")
    (told,) = PublishedSummary(article.summaries.get()).remarks
    assert told in get(W03).content.decode()
    assert told in get("/weekly/feed.json").json()["items"][0]["content_html"]


@pytest.mark.usefixtures("short_pages")
def test_an_entry_of_a_full_week_says_that_there_is_more(get):
    pick = make_story("選讀", TUESDAY - timedelta(hours=1))
    make_placement(pick, "pick")
    for n in range(SHORT + 5):
        make_story(f"第{n}篇", TUESDAY + timedelta(minutes=n))
    content = get("/en/weekly/feed.json").json()["items"][0]["content_html"]
    assert content.count("<h3") == SHORT
    assert content.startswith(f'<h3 lang="zh-Hant"><a href="{BASE}/en{pick.get_absolute_url()}"')
    assert f'<a href="{BASE}/en{W03}">More stories of this week</a>' in content


def test_the_feed_holds_so_many_weeks_and_an_empty_one_is_valid(get, monkeypatch):
    assert get("/weekly/feed.json").json()["items"] == []
    monkeypatch.setattr(weekly_feeds, "MOST_WEEKS", 2)
    for number in range(4):
        make_story(at=TUESDAY - timedelta(weeks=number))
    assert len(get("/weekly/feed.json").json()["items"]) == 2


# What it costs, and what it keeps to itself


@pytest.mark.usefixtures("remembered", "short_pages")
@pytest.mark.parametrize(
    ("address", "queries"), [(W03, 10), ("/weekly/2026/", 3), ("/weekly/", 1), ("/weekly/feed.atom", 8)]
)
def test_a_page_takes_the_same_queries_whatever_it_holds(get, address, queries, django_assert_num_queries):
    for n in range(SHORT + 5):
        story = make_story(at=TUESDAY + timedelta(minutes=n), source=make_source(), tags=["首爾"])
        if n < 3:
            make_placement(story, "pick")
    with django_assert_num_queries(queries):
        get(address)


def test_weeks_are_found_along_the_index_of_what_the_desk_has_worked_on():
    week = Week(2026, 3)
    stories = calendar.stories(*calendar.bounded(week.start, week.end))
    plan = stories.newest_first()[:20].explain()
    # PostgreSQL chooses by how many rows there are, and here are none.
    assert "article_summarised" in plan or connection.vendor == "postgresql"


@pytest.mark.parametrize(
    "page",
    [W03, "/weekly/2026/", "/weekly/feed.atom", "/weekly/feed.json", "/picks/", "/picks/feed.json", "/"],
)
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_what_is_hidden_is_told_nowhere(get, prefix, page):
    hidden = [make_story(f"密{status}", status=status) for status in ("draft", "withdrawn")]
    hidden.append(make_story("密待發", status="scheduled", scheduled_for=timezone.now() + timedelta(hours=1)))
    shown = make_story("可見", summaries={"en": "Talks resume."})
    make_summary(shown, "zh-Hant", "密摘要。", status="review", headline="密標題", points="密要點")
    shown.summaries.filter(language="en").update(pending={"headline": "密改", "text": "密改", "points": []})
    hidden.append(make_article("密無摘要", published_at=TUESDAY, status="draft"))
    for article in (*hidden, shown):
        make_placement(article, "pick", note_zh="" if article == shown else "密註")
    content = get(prefix + page).content.decode()
    assert "密" not in content
    assert "可見" in content or page == "/weekly/2026/"
