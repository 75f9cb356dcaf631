"""A topic in a body opens its card to a pointer and to the keyboard, and a click still goes to the topic."""

import pytest
from playwright.sync_api import expect

from tests.builders import make_article, make_tag

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def linking():
    tag = make_tag("穿梭外交", description_zh="兩國互訪。")
    make_article("舊聞", body="甲。", tags=[tag])
    return make_article("談判", body="首段說的是穿梭外交。", tags=[tag])


@pytest.mark.parametrize("width", [360, 1280])
def test_a_card_opens_on_hover_within_the_window_and_closes_on_escape(open_page, linking, width):
    page = open_page(linking.get_absolute_url(), width)
    page.locator("[data-body] a[rel=tag]").hover()
    card = page.locator(".gloss")
    expect(card).to_be_visible()
    box = card.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()


def test_a_card_opens_on_focus_and_enter_goes_to_the_topic(open_page, linking):
    page = open_page(linking.get_absolute_url())
    page.keyboard.press("Tab")
    page.locator("[data-body] a[rel=tag]").focus()
    expect(page.locator(".gloss")).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/tags/**")


def test_without_scripts_the_topic_is_a_link_and_no_card_stands_in_the_page(open_page, linking):
    page = open_page(linking.get_absolute_url(), java_script_enabled=False)
    expect(page.locator(".gloss")).to_be_hidden()
    page.locator("[data-body] a[rel=tag]").click()
    page.wait_for_url("**/tags/**")
