"""Share buttons and data blocks in a real browser, whose complaints fail each test."""

import pytest

from tests.builders import make_article, make_source

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def addresses():
    article = make_article(source=make_source("海岬通訊社"), tags=["穿梭外交"], summaries={"en": "Talks."})
    return [article.get_absolute_url(), article.tags.get().get_absolute_url()]


@pytest.mark.parametrize("prefix", ["", "/zh-hans", "/en"])
def test_a_link_is_copied_by_keyboard_and_it_is_said(open_page, addresses, prefix):
    for address in addresses:
        page = open_page(prefix + address, permissions=["clipboard-read", "clipboard-write"])
        page.locator("[data-copy]").focus()
        page.keyboard.press("Enter")
        said = page.locator(".share [role=status]")
        words = page.locator("[data-share] [data-copied]").get_attribute("data-copied")
        said.filter(has_text=words).wait_for()
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == page.locator("[data-permalink]").get_attribute("href")


def test_what_the_browser_refuses_to_copy_is_shown_to_be_copied_by_hand(open_page, addresses):
    page = open_page(addresses[0])
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }")
    page.locator("[data-copy]").click()
    address = page.locator("[data-permalink]").get_attribute("href")
    page.locator(".share [role=status]").filter(has_text=address).wait_for()


def test_without_scripts_there_is_a_link_and_no_dead_button(open_page, addresses):
    for address in addresses:
        page = open_page(address, java_script_enabled=False)
        assert page.locator("[data-permalink]").is_visible()
        assert page.locator(".share button:visible").count() == 0


def test_a_page_is_sent_with_its_title_where_the_browser_can(open_page, addresses):
    page = open_page(addresses[0])
    page.add_init_script("navigator.share = told => { window.told = told; return Promise.resolve(); }")
    page.reload()
    page.locator("[data-send]").click()
    assert page.evaluate("window.told")["title"] == page.locator("h1").inner_text()
