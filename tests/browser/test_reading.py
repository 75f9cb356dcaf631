"""What only a browser can tell: that pages fit, can be read by everyone, and need no script."""

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.browser.axe import serious
from tests.browser.widths import set_width, too_narrow
from tests.builders import make_article, make_source

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAGES = ["home", "article", "tag", "tags", "source", "sources"]
BODY = """![港口](/pictures/0a1b-40x30.png)
▲ 渡輪在霧中靠岸，岸上沒有樂隊。（圖／海岬通訊社）

清晨的渡輪在霧中靠岸，兩國的信使換了座位，見[日程](https://press.example/a/very/long/address/without/any/break/in/it/at/all)。

## 換座位的人

> 船長說，霧是最公平的主人。

1. 先等霧散；
2. 再談船期。

| 年份 | 航次 | 港口 | 船長 | 備註 |
| --- | --- | --- | --- | --- |
| 二〇二四 | 一百一十二 | 釜山 | 周棠 | 首航因濃霧延後兩小時 |
| 二〇二五 | 九十八 | Shimonoseki | 林可 | UnbreakableWordsHappenInTablesToo |

※ 編按：船名從略。
"""
LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"


@pytest.fixture
def library(settings):
    """Addresses of one page of every kind, with everything on it that could go wrong."""
    folder = settings.MEDIA_ROOT / "pictures"
    folder.mkdir(parents=True)
    Image.new("RGB", (40, 30)).save(folder / "0a1b-40x30.png")
    source = make_source("海岬通訊社", home_page="https://cape.example/", rights="full")
    summaries = {
        "zh-Hant": "兩國信使在渡輪上換了座位，談判重開。",
        "en": "On a ferry two envoys change seats.",
    }
    article = make_article(
        f"兩位信使在霧中換了座位，{LONG_WORD}",
        standfirst="一趟沒有樂隊的航程。",
        byline="林可、周棠",
        body=BODY,
        source=source,
        source_url="https://cape.example/7",
        tags=["穿梭外交", "shuttle diplomacy", "シャトル外交", "셔틀외교", LONG_WORD],
        summaries=summaries,
    )
    make_article("另一則", source=source, tags=["穿梭外交"], summaries=summaries)
    tag = article.tags.get(name="穿梭外交")
    paths = {name: f"/{name}/" for name in ("tags", "sources")}
    paths |= {"home": "/", "article": article.get_absolute_url()}
    return paths | {"tag": tag.get_absolute_url(), "source": source.get_absolute_url()}


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 360)])
def test_every_page_fits_and_shuts_nobody_out(open_page, library, live_server, scheme, width):
    page = open_page("/healthz", scheme=scheme)
    for name in PAGES:
        page.goto(live_server.url + library[name])
        assert too_narrow(page) == [], name
        set_width(page, width)
        assert serious(page) == [], name


@pytest.mark.parametrize("prefix", ["", "/zh-hans", "/en"])
def test_an_article_is_read_without_scripts(open_page, library, prefix):
    page = open_page(prefix + library["article"], java_script_enabled=False)
    for part in (
        "h1",
        "[data-body] >> nth=0",
        "[data-summary] >> nth=1",
        "figure img",
        ".side a[rel=tag] >> nth=0",
    ):
        assert page.locator(part).is_visible()


def test_the_first_tab_leads_past_the_menu(open_page, library):
    page = open_page(library["article"])
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_lines_are_no_longer_than_36_characters(open_page, library):
    paragraph = open_page(library["article"], 1600).locator("[data-body] > p").first
    size = paragraph.evaluate(
        "node => node.getBoundingClientRect().width / parseFloat(getComputedStyle(node).fontSize)"
    )
    assert size <= 36.01


@pytest.mark.parametrize(("width", "beside"), [(1280, True), (768, False)])
def test_the_margin_column_stands_beside_the_text_where_there_is_room(open_page, library, width, beside):
    page = open_page(library["article"], width)
    text, side = page.locator(".text").bounding_box(), page.locator(".side").bounding_box()
    assert (side["x"] >= text["x"] + text["width"]) is beside


def test_both_summaries_stand_side_by_side_where_there_is_room(open_page, library):
    for name in ("home", "article"):
        first, second = (
            open_page(library[name]).locator("[data-summary]").nth(number).bounding_box() for number in (0, 1)
        )
        assert second["x"] >= first["x"] + first["width"], name


def test_each_language_is_set_in_its_own_face(open_page, library):
    page = open_page(library["tag"])
    faces = page.locator(".card [data-summary]").evaluate_all(
        "nodes => nodes.map(n => getComputedStyle(n).fontFamily)"
    )
    assert len({face.split(",")[0] for face in faces}) == 2


def test_dark_paper_is_dark(open_page, library):
    for scheme, paper in [("light", "rgb(251, 250, 246)"), ("dark", "rgb(23, 22, 20)")]:
        page = open_page(library["home"], scheme=scheme)
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == paper


def test_a_picture_that_does_not_come_leaves_what_is_said_of_it_and_no_hole(settings, open_page):
    folder = settings.MEDIA_ROOT / "pictures"
    folder.mkdir(parents=True)
    Image.new("RGB", (40, 30)).save(folder / "0a1b-40x30.png")
    gone = "/pictures/dead-1x1.png"
    far = "渡輪在霧中靠岸。\n\n" * 99 + "![](/pictures/0a1b-40x30.png)"
    body = f"![]({gone})\n\n![港口]({gone})\n\n![]({gone})\n▲ 渡輪。\n\n{far}"
    page = open_page(make_article(body=body).get_absolute_url())
    expect(page.locator("[data-body] figure")).to_have_text(["港口", "渡輪。", ""])
    page.locator("[data-body] img").scroll_into_view_if_needed()
    expect(page.locator("[data-body] img")).to_have_js_property("naturalWidth", 40)
    open_page.complaints.clear()  # of the missing one
