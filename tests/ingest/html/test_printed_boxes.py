"""Topics and writers that a page prints in boxes of their own."""

import pytest

from tests.ingest.html.test_fields import document

TOPICS = '<a href="/t/1">漁業</a>、<a href="/t/2">航班</a>'
LISTED = '<ul><li><a href="/t/1">#漁業</a></li><li><a href="/t/2">#航班</a></li></ul>'
ARROWS = '<nav><a href="/1">上一篇</a><a href="/2">下一篇</a></nav>'


@pytest.mark.parametrize(
    "printed",
    [
        f"<p><span>關鍵字</span>{TOPICS}</p>",
        f"<p>分類：<a href='/c'>海事</a> <span>標籤: {TOPICS}</span></p>",
        f"<h4>タグ</h4>{LISTED}",
        f"<p>{TOPICS}</p>".replace("<a ", '<a rel="tag" '),
    ],
    ids=["beside a label", "behind another list", "below a label", "linked as tags"],
)
def test_topics_that_a_page_links_are_keywords(printed):
    found = document(bottom=printed + ARROWS)
    assert found.keywords == ["漁業", "航班"]
    assert found.reasons["keywords"].rule == "linked as topics"


@pytest.mark.parametrize(
    "printed",
    [
        f"<p>相關新聞 {TOPICS}</p>",
        f"<p>{TOPICS}</p>".replace("<a ", '<a rel="category tag" '),
        "<p>標籤 <a href='/t/1'>體育</a> <a href='/t/2'>財經</a> <a href='/t/3'>漁業</a></p>",
    ],
    ids=["other articles", "sections", "the site's topics"],
)
def test_other_links_are_no_keywords(printed):
    assert document(bottom=printed).keywords == []


@pytest.mark.parametrize(
    ("printed", "byline"),
    [
        ("<dl><dt>저자</dt><dd>노해성</dd><dt>조회수</dt><dd>1,284</dd></dl>", "노해성"),
        ("<ul><li>作者</li><li>林小滿</li></ul>", "林小滿"),
        ("<ul><li>國際</li><li>林小滿</li></ul>", ""),
        ("<ul><li>作者</li><li>更多文章</li></ul>", ""),
    ],
)
def test_a_label_in_a_box_of_its_own_names_the_writer_in_the_next(printed, byline):
    assert document(top=f"<h1>兩國外長碼頭會談</h1>{printed}").byline == byline


@pytest.mark.parametrize(
    ("name", "markup", "byline"),
    [
        ("鹽埕觀察員", "fn", "鹽埕觀察員"),
        ("鹽埕觀察員", "more", ""),
        ("admin", "fn", ""),
        ("編輯部", "fn", ""),
    ],
)
def test_a_pen_name_is_a_writer_where_the_markup_says_that_it_is_a_name(name, markup, byline):
    card = f'<span class="author vcard"><a class="url {markup}" href="/a">{name}</a></span>'
    assert document(top=f"<h1>兩國外長碼頭會談</h1><p>發表於 2025-04-27 {card}</p>").byline == byline
