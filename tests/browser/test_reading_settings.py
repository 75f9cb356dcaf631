"""What a reader chooses is remembered by the browser alone, and what is saved opens without a network."""

import pytest

from tests.browser.axe import violations
from tests.builders import make_article

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def address():
    return make_article(headline="渡輪上的燈", body="第一段說了渡輪。\n\n第二段說了燈塔。").get_absolute_url()


def style(page, name):
    return page.evaluate(f"getComputedStyle(document.documentElement).getPropertyValue('{name}')")


def wait_until(page, condition):
    """Not by wait_for_function, which evaluates a string in the page: the security policy refuses that."""
    page.evaluate(f"async () => {{ while (!({condition})) await new Promise((go) => setTimeout(go, 30)); }}")


def open_sheet(page):
    page.get_by_role("button", name="閱讀設定").click()
    page.get_by_role("dialog").wait_for()


def test_size_width_and_colours_stay_from_page_to_page(open_page, address):
    page = open_page(address)
    usual = style(page, "font-size")
    open_sheet(page)
    page.locator("[name=size][value='4']").check()
    page.get_by_label("深", exact=True).check()
    page.reload()
    page.get_by_role("button", name="閱讀設定").wait_for()
    assert style(page, "color-scheme") == "dark"
    assert float(style(page, "font-size")[:-2]) > float(usual[:-2])


def test_a_saved_article_opens_without_a_network_and_says_that_it_is_a_copy(open_page, address):
    page = open_page(address)
    page.evaluate("navigator.serviceWorker.ready")
    page.get_by_role("button", name="留待日後讀").click()
    wait_until(page, "(await (await caches.open('saved')).keys()).length")
    page.goto(page.url.replace(address, "/saved/"))
    wait_until(page, "navigator.serviceWorker.controller")
    page.context.set_offline(True)
    page.get_by_role("link", name="渡輪上的燈").click()
    page.get_by_text("這是先前留在這裡的副本").wait_for()
    assert "第二段說了燈塔。" in page.locator("[data-body]").inner_text()
    open_page.complaints.clear()  # the browser tells that there is no network


def test_a_page_that_was_not_kept_is_said_to_be_out_of_reach(open_page, address, live_server):
    page = open_page(address)
    wait_until(page, "navigator.serviceWorker.controller")
    page.context.set_offline(True)
    page.goto(f"{live_server.url}/en/tags/")
    assert page.get_by_role("heading", level=1).inner_text() == "There is no network"
    open_page.complaints.clear()  # likewise


def test_what_the_network_has_comes_first(open_page, address):
    page = open_page(address)
    page.evaluate("navigator.serviceWorker.ready")
    page.reload()
    page.reload()
    assert page.locator(".offline-band").count() == 0


def test_a_language_is_offered_once_to_whose_browser_speaks_it(open_page, address):
    page = open_page(address, locale="en-GB")
    page.get_by_text("This page is also in English").wait_for()
    page.reload()
    page.get_by_role("button", name="閱讀設定").wait_for()
    assert page.locator(".language-offer").count() == 0


def test_a_language_chosen_once_is_kept_where_a_link_from_elsewhere_leads_to_another(open_page, address):
    page = open_page(address, locale="zh-TW")
    chinese = page.url
    page.get_by_role("link", name="English").click()
    page.goto("about:blank")
    page.goto(chinese)
    page.wait_for_url("**/en/articles/**")
    page.get_by_role("link", name="繁體中文").click()
    page.wait_for_url(chinese)


def test_what_scripts_put_on_a_page_is_styled_with_the_first_sign_of_a_reader(open_page, address):
    page = open_page(address, locale="zh-TW")
    page.get_by_role("button", name="閱讀設定").wait_for()
    sheet = page.locator("head link[href*=scripted]")
    assert sheet.count() == 0
    page.mouse.move(9, 9)
    sheet.wait_for(state="attached")


def test_keys_step_through_headlines_and_open_the_sheet(open_page, address):
    make_article(headline="港口的鐘")
    page = open_page("/")
    page.get_by_role("button", name="閱讀設定").wait_for()
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.closest('.card') !== null")
    page.keyboard.press("?")
    page.get_by_role("dialog").wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_sheet_shuts_nobody_out(open_page, address, scheme):
    page = open_page(address, width=360, scheme=scheme)
    open_sheet(page)
    assert violations(page) == []
