"""Headlines that nothing but their place tells, on pages that call themselves nothing."""

import pytest

from tests.ingest.html.test_fields import BODY, document

DAY = "<p>2025-04-27</p>"


@pytest.mark.parametrize(
    "top",
    [
        "<div>兩國外長碼頭會談</div><div>記者許知微／釜山報導</div>",
        f"<div>國際</div><div>兩國外長碼頭會談</div>{DAY}",
        f"<div><a href=/>首頁</a> <a href=/w>國際</a></div><div>兩國外長碼頭會談</div>{DAY}",
        f"<h2>兩國外長碼頭會談</h2><h3>談了三個小時，沒有聲明</h3>{DAY}",
        f"<h3>學會通訊</h3><h6>兩國外長碼頭會談</h6>{DAY}",
        f"<ul><li><a href=/n>最新消息</a></li></ul><h2>最新消息</h2><h3>兩國外長碼頭會談</h3>{DAY}",
        "<h2>兩國外長碼頭會談</h2>",
    ],
    ids=["byline", "date", "below the menus", "deck", "rank of a section", "linked section", "text"],
)
def test_a_page_without_a_title_prints_it_above_date_byline_or_text(top):
    assert document(top=top).headline == "兩國外長碼頭會談"


@pytest.mark.parametrize(
    "top", [DAY, f"<p>清晨的碼頭。（海島日報資料照）</p>{DAY}", "<p>海島日報國際新聞</p>"]
)
def test_a_caption_or_a_line_above_no_date_is_no_headline(top):
    assert document(top=top).headline == ""


def test_the_title_of_a_page_may_be_that_of_its_section():
    top = f"<h3>學會通訊</h3><h6>兩國外長碼頭會談</h6>{DAY}"
    assert document("<title>學會通訊 - 海島學會</title>", top).headline == "兩國外長碼頭會談"


def test_the_name_of_a_blog_is_no_headline_though_it_is_as_long_as_the_headline():
    blog = "<div class=header><h1><a href=/>海島筆記</a></h1></div><h3 class=post-title>港口早晨</h3>"
    assert document("<title>海島筆記: 港口早晨</title>", blog, BODY).headline == "港口早晨"


def test_an_old_site_gives_every_page_its_own_name_as_a_title():
    top = "<div>兩國外長碼頭會談</div><div>發布時間：2025-04-27 10:26　來源：亞洲處　作者：佚名</div>"
    assert document("<title>海島人民聯誼總處</title>", top).headline == "兩國外長碼頭會談"
