"""Pins, picks and the digest as a person sees them, on a wide screen and on a phone."""

from datetime import UTC, datetime

import pytest

from tests.browser.widths import WIDTHS, set_width, too_narrow
from tests.builders import make_article, make_placement, make_source

pytestmark = pytest.mark.django_db(transaction=True)

TUESDAY = datetime(2026, 1, 13, 9, tzinfo=UTC)
WEEK = "/weekly/2026/W03/"
SUMMARIES = {
    "zh-Hant": "兩國信使在霧中換了座位，午後重開談判，桌上多了一盞燈，下一班渡輪由誰先上還沒有說定。",
    "en": "The envoys changed seats in the fog and reopened their talks in the afternoon, with one more lamp "
    "on the table and no word yet on who takes the next ferry first.",
}


@pytest.fixture(autouse=True)
def arranged():
    """A pin, six picks, and more stories in one week."""
    for number in range(9):
        source = make_source("Cape Wire & Strait Review" if number == 0 else None)
        article = make_article(
            f"第{number}次會談：渡輪靠岸之後，信使還有三份作業",
            published_at=TUESDAY,
            source=source,
            summaries=SUMMARIES,
        )
        if number:
            note = {"note_zh": "先讀這一篇，再讀其餘。", "note_en": "Read this one first."}
            make_placement(article, "pin" if number == 1 else "pick", position=number, **note)


def box(page, selector):
    return page.locator(selector).first.bounding_box()


@pytest.mark.parametrize("address", ["/", "/en/", "/picks/", WEEK, f"/en{WEEK}", "/weekly/2026/"])
def test_nothing_stands_beyond_the_edge(open_page, address):
    assert too_narrow(open_page(address), (*WIDTHS, 600, 900, 1440)) == []


@pytest.mark.parametrize(("width", "is_beside"), [(1280, True), (360, False)])
def test_the_picks_stand_beside_their_heading_where_there_is_room(open_page, width, is_beside):
    page = open_page("/", width)
    heading, first = box(page, ".picks h2"), box(page, ".picks li")
    assert (first["x"] >= heading["x"] + heading["width"]) is is_beside
    assert (first["y"] >= heading["y"] + heading["height"]) is not is_beside


@pytest.mark.parametrize(("width", "are_beside"), [(1280, True), (360, False)])
@pytest.mark.parametrize("address", [WEEK, f"/en{WEEK}"])
def test_both_summaries_of_a_week_stand_side_by_side_where_there_is_room(
    open_page, address, width, are_beside
):
    page = open_page(address, width)
    first, second = (page.locator(".digest [data-summary]").nth(number).bounding_box() for number in (0, 1))
    assert (second["x"] > first["x"]) is are_beside


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_the_masthead_keeps_the_languages_beside_the_wordmark_on_tablets(open_page, prefix):
    page = open_page(f"{prefix}/")
    for width in (600, 768, 899):
        set_width(page, width)
        wordmark, languages = box(page, ".wordmark"), box(page, ".languages")
        assert abs(wordmark["y"] - languages["y"]) < wordmark["height"], width
        assert box(page, ".sections")["y"] > wordmark["y"] + wordmark["height"] / 2, width
