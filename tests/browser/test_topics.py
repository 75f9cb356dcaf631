"""Topic pages in a browser: the timeline fits, can be pointed at and read without sight or script."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.browser.axe import serious
from tests.browser.widths import set_width, too_narrow
from tests.builders import make_article, make_source, make_tag

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def topic():
    """A topic of eleven sources and six years, with words of its editors."""
    tag = make_tag("穿梭外交", description_zh="兩國互訪。", description_en="Visits in turn.")
    for number in range(33):
        source = make_source(f"海岬通訊社第{number}分社") if number < 11 else None
        day = datetime(2020, 1, 1, tzinfo=UTC) + timedelta(days=70 * number)
        make_article(tags=[tag, "首爾"], source=source, published_at=day)
    return tag


@pytest.mark.parametrize(("scheme", "width"), [("light", 320), ("dark", 1280)])
def test_the_pages_of_topics_fit_and_shut_nobody_out(open_page, topic, live_server, scheme, width):
    other = make_tag("奈良")
    make_article(tags=[topic, other])
    page = open_page("/healthz", scheme=scheme)
    for address in (
        topic.get_absolute_url(),
        f"/tags/{topic.pk}+{other.pk}/",
        "/tags/?kind=topic",
        "/tags/?q=外",
    ):
        page.goto(live_server.url + address)
        assert too_narrow(page) == [], address
        set_width(page, width)
        assert serious(page) == [], address


def test_a_dot_is_clicked_through_to_its_article_without_scripts(open_page, topic):
    page = open_page(topic.get_absolute_url(), java_script_enabled=False)
    page.locator(".lane a").first.click()
    assert "/articles/" in page.url or "before=" in page.url


def test_the_list_opens_from_the_keyboard(open_page, topic):
    page = open_page(topic.get_absolute_url())
    assert not page.locator(".periods").is_visible()
    page.locator(".coverage summary").press("Enter")
    assert page.locator(".periods a").first.is_visible()


def test_dots_differ_from_the_paper_in_either_scheme(open_page, topic):
    colours = set()
    for scheme in ("light", "dark"):
        dot = open_page(topic.get_absolute_url(), scheme=scheme).locator(".lane circle").first
        colours.add(dot.evaluate("node => getComputedStyle(node).fill"))
    assert colours == {"rgb(164, 38, 44)", "rgb(226, 112, 111)"}
