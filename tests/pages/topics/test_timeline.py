"""The coverage timeline: time by source, bounded, and told again in words."""

from datetime import UTC, datetime, timedelta

import pytest

from articles.pages.topics.timeline import (
    DAY,
    DECADE,
    MONTH,
    MOST_PERIODS,
    YEAR,
    bounds,
    fitting_width,
    ticks,
)
from tests.builders import make_article, make_source, make_tag


def at(year, month=1, day=1):
    return datetime(year, month, day, tzinfo=UTC)


@pytest.mark.parametrize(
    ("first", "last", "width"),
    [
        (at(2026, 1, 1), at(2026, 1, 1), DAY),
        (at(2026, 1, 1), at(2026, 3, 1), DAY),
        (at(2026, 1, 1), at(2026, 3, 2), MONTH),
        (at(2021, 2), at(2026, 1), MONTH),
        (at(2021, 1), at(2026, 1), YEAR),
        (at(1900), at(2026), DECADE),
    ],
)
def test_a_span_is_cut_into_sixty_periods_at_most(first, last, width):
    assert fitting_width(first, last) == width


@pytest.mark.parametrize(
    ("period", "width", "start", "end"),
    [
        (20260131, DAY, at(2026, 1, 31), at(2026, 2, 1)),
        (202612, MONTH, at(2026, 12), at(2027)),
        (2026, YEAR, at(2026), at(2027)),
        (202, DECADE, at(2020), at(2030)),
    ],
)
def test_a_period_lasts_until_the_next_begins(period, width, start, end):
    assert bounds(period, width) == (start, end)


@pytest.mark.parametrize("days", [1, 2, 9, 60, 61, 200, 900, 5_000, 40_000])
def test_the_axis_is_marked_within_the_span_and_not_too_often(days):
    start = at(1911, 10, 10)
    instants = [instant for instant, _words in ticks(start, start + timedelta(days=days))]
    assert all(start <= instant < start + timedelta(days=days) for instant in instants)
    assert len(instants) <= 12


def lanes(page):
    return [" ".join(node.text_content().split()) for node in page.cssselect(".lane-name")]


def dots(page):
    return [(node.get("href"), node.cssselect("title")[0].text) for node in page.cssselect(".lane a")]


def test_each_source_has_a_lane_the_busiest_first(read):
    tag, busy, calm = make_tag(), make_source("海岬社"), make_source("晚報")
    make_article(tags=[tag], source=calm, published_at=at(2026, 1))
    for month in (1, 2):
        make_article(tags=[tag], source=busy, published_at=at(2026, month))
    make_article(tags=[tag], source=busy, status="draft")
    assert lanes(read(tag.get_absolute_url())) == ["海岬社 2", "晚報 1"]


def test_a_dot_of_one_story_leads_to_it(read):
    tag = make_tag()
    article = make_article("渡輪", tags=[tag], published_at=at(2026, 1))
    assert dots(read(tag.get_absolute_url())) == [(article.get_absolute_url(), "渡輪")]


def test_a_dot_of_several_stories_leads_to_where_the_list_reaches_them(read):
    tag = make_tag()
    for month, headline in [(1, "一月甲"), (1, "一月乙"), (6, "六月")]:
        make_article(headline, tags=[tag], published_at=at(2026, month, 5))
    (several, single) = dots(read(tag.get_absolute_url()))
    assert several[1] == "2026年1月: 2 則"
    assert [node.text_content() for node in read(several[0]).cssselect(".card h2")] == ["一月乙", "一月甲"]
    assert single[1] == "六月"


def test_the_list_says_what_the_dots_show(read):
    tag = make_tag()
    make_article("渡輪", tags=[tag], source=make_source("海岬社"), published_at=at(2026, 1, 5))
    page = read(tag.get_absolute_url())
    assert page.cssselect(".coverage summary")[0].text == "2026年1月5日，1 個來源，1 則"
    assert [" ".join(node.text_content().split()) for node in page.cssselect(".periods dd")] == [
        "海岬社 渡輪"
    ]
    assert all(svg.get("aria-hidden") for svg in page.cssselect("svg.lane"))


def test_more_than_eight_sources_share_the_last_lane(read):
    tag = make_tag()
    for number in range(12):
        make_article(tags=[tag], source=make_source(f"報社{number:02}"), published_at=at(2026, 1, 1 + number))
    page = read(tag.get_absolute_url())
    assert len(lanes(page)) == 8
    assert lanes(page)[-1] == "其他來源 5"
    assert len(page.cssselect(".entries.small li")) == 5


def test_a_long_history_has_sixty_columns_at_most(read):
    tag, source = make_tag(), make_source()
    for number in range(70):
        make_article(tags=[tag], source=source, published_at=at(2015) + timedelta(days=45 * number))
    assert len(dots(read(tag.get_absolute_url()))) <= MOST_PERIODS


def test_an_article_without_a_source_has_its_lane(read):
    tag = make_tag()
    make_article(tags=[tag], published_at=at(2026))
    assert lanes(read(tag.get_absolute_url())) == ["未註明來源 1"]


def test_a_source_that_changes_takes_its_dots_along(read):
    tag = make_tag()
    article = make_article(tags=[tag], source=make_source("海岬社"), published_at=at(2026))
    article.source = make_source("晚報")
    article.save()
    assert lanes(read(tag.get_absolute_url())) == ["晚報 1"]


def test_what_prints_no_date_stands_in_no_lane(read):
    tag = make_tag()
    make_article(tags=[tag])
    assert lanes(read(tag.get_absolute_url())) == []
    make_article(tags=[tag], published_at=at(2026), source=make_source("海岬社"))
    assert lanes(read(tag.get_absolute_url())) == ["海岬社 1"]


def test_dates_before_1970_have_their_place(read):
    tag = make_tag()
    make_article(tags=[tag], published_at=at(1911, 10, 10))
    make_article(tags=[tag], published_at=at(2026))
    assert len(dots(read(tag.get_absolute_url()))) == 2
