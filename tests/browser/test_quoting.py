"""Quoting by a browser: the link that is copied opens the page where the words stand, in red."""

from io import BytesIO

import pytest
from PIL import Image

from tests.builders import make_article, make_source

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

BODY = """清晨的渡輪在霧中靠岸，兩國的信使換了座位。

午後談判重開，桌上多了一盞燈；會後雙方都說，這是三個月以來最長的一次會談，他們還會再來。"""

SELECT = """([from, to]) => {
  const [first, last] = [from, to].map(([number, at]) => [document.getElementById(`p${number}`), at]);
  const place = ([block, at]) => {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let node = walker.nextNode();
    while (at > node.length) { at -= node.length; node = walker.nextNode(); }
    return [node, at];
  };
  document.getSelection().setBaseAndExtent(...place(first), ...place(last));
}"""


SEAL = (164, 38, 44)


@pytest.fixture
def page(open_page, live_server, settings):
    settings.SITE_URL = live_server.url
    return open_page("/", permissions=["clipboard-read", "clipboard-write"])


def quoted(page, address, start, end):
    """The lines that the button copies for a selection: (paragraph, offset) of either end."""
    page.goto(address)
    page.evaluate(SELECT, [start, end])
    page.locator(".quoting button").click()
    page.locator(".quoting [role=status]:not(:empty)").wait_for()
    return page.evaluate("navigator.clipboard.readText()").split("\n")


def in_red(page, address) -> int:
    """How many pixels of a body are set in the seal's red where an address opens it."""
    page.goto("about:blank")
    page.goto(address)
    page.wait_for_timeout(300)
    picture = Image.open(BytesIO(page.locator("[data-body]").screenshot())).convert("RGB")
    return sum(count for count, pixel in picture.getcolors(1 << 24) if pixel == SEAL)


@pytest.mark.parametrize(
    ("prefix", "start", "end"),
    [
        ("", (1, 4), (1, 9)),
        ("", (2, 0), (2, 43)),
        ("", (1, 11), (2, 14)),
        ("/zh-hans", (1, 4), (1, 9)),
        ("/en", (1, 11), (2, 14)),
    ],
)
def test_the_link_of_a_quotation_opens_its_words_in_red(page, live_server, prefix, start, end):
    article = make_article(body=BODY, source=make_source("海岬報"), tags=["渡輪"])
    address = f"{live_server.url}{prefix}{article.get_absolute_url()}"
    *_quotation, source, link = quoted(page, address, start, end)
    assert source.startswith("—— 渡輪與信使")
    assert link.startswith(f"{live_server.url}{prefix}/a/{article.pk}#p{start[0]}:~:text=")
    assert in_red(page, link) > in_red(page, link.split(":~:")[0])


def test_what_is_copied_by_hand_keeps_a_source_line_and_a_name_alone_does_not(page, live_server):
    article = make_article(body=BODY)
    page.goto(live_server.url + article.get_absolute_url())
    page.evaluate(SELECT, [(2, 0), (2, 43)])
    page.keyboard.press("Control+C")
    assert "\n\n—— 渡輪與信使\n" in page.evaluate("navigator.clipboard.readText()")
    page.evaluate(SELECT, [(1, 0), (1, 2)])
    page.keyboard.press("Control+C")
    assert page.evaluate("navigator.clipboard.readText()") == "清晨"
