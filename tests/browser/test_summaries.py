"""Summaries in a browser: what they cite is one key away, and they fit wherever they stand."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import serious
from tests.browser.widths import set_width, too_narrow
from tests.builders import make_article, make_summary

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
BODY = "\n\n".join(f"第{number}段，渡輪在霧中靠岸，信使換了座位。" * 12 for number in range(1, 9))


@pytest.fixture
def article():
    """Its summaries have all that a summary can have."""
    article = make_article("渡輪與信使", body=BODY)
    said = {"status": "stale", "origin": "drafted", "drafted_by": "LexRank"}
    make_summary(
        article, text="談判重開[2][7]。", headline="霧中的船", points="一份作業[1]\n兩份作業", **said
    )
    make_summary(article, "en", "Talks resume [7].", headline="A ship in fog", points="One task [1]", **said)
    return article


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
def test_everything_a_summary_has_fits_and_shuts_nobody_out(open_page, article, width, scheme):
    page = open_page(article.get_absolute_url(), scheme=scheme)
    assert too_narrow(page) == []
    set_width(page, width)
    assert serious(page) == []


@pytest.mark.parametrize("width", [360, 1280])
def test_a_citation_leads_to_its_paragraph_by_keyboard_and_without_scripts(open_page, article, width):
    page = open_page(article.get_absolute_url(), width, java_script_enabled=False)
    paragraph = page.locator("#p7")
    expect(paragraph).not_to_be_in_viewport()
    page.locator("[data-summary][lang=en] sup a", has_text="7").press("Enter")
    expect(paragraph).to_be_in_viewport()


def test_the_cited_paragraph_stands_out_and_nothing_moves(open_page, article):
    page = open_page(article.get_absolute_url())
    paragraph = page.locator("#p7")
    plain, box = (
        paragraph.evaluate("node => getComputedStyle(node).backgroundColor"),
        paragraph.bounding_box(),
    )
    page.locator("sup a", has_text="7").first.click()
    expect(paragraph).not_to_have_css("background-color", plain)
    assert paragraph.bounding_box()["height"] == box["height"]


def test_no_line_grows_for_a_citation(open_page):
    cited, plain = make_article(body=BODY), make_article(body=BODY)
    make_summary(cited, text="談判重開，渡輪靠岸[2]。" * 6)
    make_summary(plain, text="談判重開，渡輪靠岸啦。" * 6)
    heights = [
        open_page(each.get_absolute_url()).locator("[data-summary] > p").bounding_box()["height"]
        for each in (cited, plain)
    ]
    assert heights[0] <= heights[1]


@pytest.mark.parametrize("language", ["zh-Hant", "en"])
def test_one_summary_alone_fills_its_place(open_page, language):
    article = make_article(body=BODY)
    make_summary(article, language, "渡輪靠岸，談判重開。" * 9 if language != "en" else "Talks resume. " * 30)
    for address in ("/", article.get_absolute_url()):
        summary = open_page(address).locator("[data-summary]").bounding_box()
        assert summary["width"] > 550, address
