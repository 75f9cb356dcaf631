"""The table of furniture: one row a kind of line, asked by every parser."""

import pytest

from articles.ingest.furniture import notes, phrases
from articles.ingest.furniture.phrase import Phrase
from articles.ingest.furniture.phrases import ends_article, furniture_rule, page_rule, tool_rule
from articles.ingest.plain.lines import width

ROWS = [
    pytest.param(row, id=f"{name.lower()}")
    for room in (phrases, notes)
    for name, row in vars(room).items()
    if isinstance(row, Phrase)
]


@pytest.mark.parametrize("row", ROWS)
def test_every_row_has_its_reason_and_asks_something(row):
    assert row.why.endswith(".")
    assert row.patterns or row.label or row.words
    assert bool(row.patterns) == bool(row.longest)


@pytest.mark.parametrize("row", ROWS)
def test_no_row_looks_at_a_line_beyond_its_bound(row):
    assert not row.says(None, row.longest + 1)


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("分享到微信", "share"),
        ("登入／註冊", "share"),
        ("字號：大 中 小", "share"),
        ("相關新聞：", "related"),
        ("看更多", "related"),
        ("廣告", "advert"),
        ("下載 App", "advert"),
        ("關鍵字：", "tags"),
        ("desk@harbour.example", "contact"),
        ("1,204", "counter"),
        ("首頁 > 國際", "navigation"),
    ],
)
def test_a_page_tells_lines_that_are_no_prose_by_half_their_letters(line, rule):
    assert page_rule(line, least=0) == rule


@pytest.mark.parametrize("heading", ["外界關注的三個問題", "分享最後一顆橘子", "廣告費從哪裡來"])
def test_a_heading_may_hold_the_same_words(heading):
    assert page_rule(heading, least=0.9) == ""


@pytest.mark.parametrize(
    "heading", ["延伸閱讀", "相关新闻", "最新消息", "関連記事", "관련 기사", "Read more"]
)
def test_a_heading_over_other_articles_ends_a_page_s_article(heading):
    assert ends_article(heading)


@pytest.mark.parametrize("heading", ["網友評論（12）", "留言", "12 comments", "コメント"])
def test_a_heading_over_what_readers_wrote_does_too(heading):
    assert ends_article(heading)
    assert phrases.readers_follow(heading)


@pytest.mark.parametrize("heading", ["作者怎麼看這次會談", "更多的船進港", "Popular anger", "評論家的擔憂"])
def test_a_cross_heading_ends_nothing(heading):
    assert not ends_article(heading)


@pytest.mark.parametrize(
    "line",
    [
        "歡迎訂閱本報電子報，每週三寄出。",
        "點選加入我們的頻道",
        "掃碼關注",
        "Sign up for our weekly newsletter.",
    ],
)
def test_an_invitation_is_one_in_pages_and_in_texts(line):
    assert tool_rule(line) == furniture_rule(line, width(line)) == "promotion"


@pytest.mark.parametrize("line", ["登入後才能閱讀全文", "有料会員記事です", "Subscribe to continue reading"])
def test_a_paywall_is_one_in_pages_and_in_texts(line):
    assert tool_rule(line) == furniture_rule(line, width(line)) == "paywall"


@pytest.mark.parametrize(
    "line",
    [
        "主席邀請鄰國加入亞太經濟論壇。",
        "各國歡迎新成員加入，會員國將增至十二個。",
        "外交部請國際社會關注港口的情勢。",
        "代表團立即加入談判，官方沒有說明內容。",
    ],
)
def test_states_too_are_asked_to_join_and_to_look(line):
    assert tool_rule(line) == furniture_rule(line, width(line)) == ""


@pytest.mark.parametrize("line", ["{{ad}}", '[caption id="1"]', "googletag.cmd.push(1)", "$$banner$$"])
def test_what_templates_leave_is_residue(line):
    assert tool_rule(line) == "template residue"
