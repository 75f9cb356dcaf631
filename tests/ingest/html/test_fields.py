"""Where a page's headline, date, author, source and topics are found, and whose word counts."""

import json

import pytest

from articles.ingest.documents import BlockType, DocumentError, RawDocument
from articles.ingest.html.parse import parse

BODY = (
    "<p>兩國外長在港口城市會面，談了三個小時，隨後一同步行到碼頭向記者說明結果。</p>"
    "<p>會談沒有觸及邊界，只談漁業與航班；下一輪定在秋天，地點還沒有公布。</p>"
    "<p>港口的居民說，平常的早晨只有海鷗，這天卻來了六十家媒體，連豆漿都賣完了。</p>"
)


def document(
    head: str = "", top: str = "<h1>兩國外長碼頭會談</h1>", body: str = BODY, bottom: str = "", url: str = ""
):
    page = f"<html><head>{head}</head><body>{top}<div>{body}</div>{bottom}</body></html>"
    return parse(page, RawDocument("page.html", b"", url=url))


def json_ld(fields: str) -> str:
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", {fields}}}</script>'


@pytest.mark.parametrize(
    "title",
    [
        "兩國外長碼頭會談",
        "兩國外長碼頭會談 - 國際 - 海島日報",
        "兩國外長碼頭會談_海島日報",
        "海島日報｜兩國外長碼頭會談",
    ],
)
def test_the_headline_is_what_the_page_prints_and_calls_itself(title):
    assert document(f"<title>{title}</title>").headline == "兩國外長碼頭會談"


@pytest.mark.parametrize("title", ["兩國外長碼頭會談 | 海島日報", "兩國外長碼頭會談_國際_海島日報"])
def test_an_unprinted_headline_is_the_title_without_the_names_of_section_and_site(title):
    assert document(f"<title>{title}</title>", top="").headline == "兩國外長碼頭會談"


def test_the_names_of_sections_are_no_headline():
    top = "<h1>國際新聞</h1><h2>兩國外長碼頭會談</h2>"
    assert document("<title>兩國外長碼頭會談 - 海島日報</title>", top).headline == "兩國外長碼頭會談"


@pytest.mark.parametrize(
    "below",
    [
        "<div><a href=/r/1>許知微</a><time>2025年5月11日 5時00分</time></div>",
        "<ul>" + "<li><a href=#>分享</a></li>" * 7 + "</ul><p>2025年5月11日</p>",
    ],
    ids=["beside the writer", "below buttons"],
)
def test_the_one_heading_above_the_date_is_the_headline_whatever_the_page_calls_itself(below):
    head = "<title>外長會談 為何選在碼頭？：海島日報</title>"
    assert document(head, f"<h1>兩國外長碼頭會談</h1>{below}").headline == "兩國外長碼頭會談"


def test_a_government_s_page_states_its_article_s_title_apart_from_the_page_s():
    stated = "兩國外長清晨在海邊的碼頭會談三個小時 六十家媒體到場"
    head = f'<meta name=ArticleTitle content="{stated}"><title>外事要聞 兩國外長碼頭會談</title>'
    top = f"<table><tr><td>{stated.replace(' ', '<br>')}</td></tr></table>"
    assert document(head, top).headline == stated.replace(" ", "")


BLOG = "<div class=header>{}<p>看海、聽戲、抄檔案。一個港口居民的筆記本。</p></div>{}"
POST = "<h2>2025年5月11日</h2><h3 class=post-title>兩國外長碼頭會談</h3>"


@pytest.mark.parametrize("name", ["<h1>海島筆記</h1>", "<h1><a href=/>海島筆記</a></h1>"])
@pytest.mark.parametrize("title", ["海島筆記: 兩國外長碼頭會談", "兩國外長碼頭會談 - 海島筆記"])
def test_the_name_of_a_blog_at_its_head_is_no_headline(name, title):
    assert document(f"<title>{title}</title>", BLOG.format(name, POST)).headline == "兩國外長碼頭會談"


def test_an_article_s_header_holds_its_headline_though_the_site_is_named_below():
    top = "<article><header><h1>兩國外長碼頭會談</h1></header></article><p>2025年5月11日</p><h2>海島筆記</h2>"
    assert document("<title>兩國外長碼頭會談 - 海島筆記</title>", top).headline == "兩國外長碼頭會談"


def test_a_page_without_any_headline_has_none():
    assert document(top="").headline == ""


def test_a_headline_printed_again_in_the_body_is_recorded():
    found = document("<title>兩國外長碼頭會談</title>", body="<p>兩國外長碼頭會談</p>" + BODY)
    assert [piece.rule for piece in found.removed] == ["headline repeated"]


def test_the_day_of_publication_counts_and_not_that_of_a_change():
    stated = json_ld(
        '"datePublished": "2025-08-24T09:00:00+08:00", "dateModified": "2025-08-30T09:00:00+08:00"'
    )
    assert document(stated).published.isoformat() == "2025-08-24T09:00:00+08:00"


def test_a_printed_day_counts_before_one_stated_in_utc():
    top = "<h1>兩國外長碼頭會談</h1><p>2025年8月25日 06:30</p>"
    stated = '<meta property="article:published_time" content="2025-08-24T22:30:00Z">'
    assert document(stated, top).published.isoformat() == "2025-08-25T06:30:00+08:00"


def test_a_printed_update_yields_to_the_printed_publication():
    top = "<h1>兩國外長碼頭會談</h1><p>更新：2025-08-26 10:00</p><p>發布：2025-08-24 09:00</p>"
    assert document(top=top).published.isoformat() == "2025-08-24T09:00:00+08:00"


def test_a_date_in_the_text_is_not_that_of_publication():
    assert (
        document(
            body=BODY + "<p>上一次會談在2019年3月4日，當時三方同意每年見面一次，後來沒有實現。</p>"
        ).published
        is None
    )


def test_a_date_in_the_address_is_taken_for_want_of_another():
    assert (
        document(url="https://example.org/news/2025/08/24/talks.html").published.isoformat() == "2025-08-24"
    )


@pytest.mark.parametrize(
    "top",
    [
        "<div><span>來源：海島日報</span> <span>記者王小明／釜山報導</span></div>",
        "<div class='author'>王小明</div>",
        "<p><span class='byline'>文／王小明</span></p>",
    ],
)
def test_a_printed_byline_is_found_between_headline_and_body(top):
    assert document(top="<h1>兩國外長碼頭會談</h1>" + top).byline == "王小明"


def test_a_printed_byline_counts_before_a_stated_one():
    head = '<meta name="author" content="李大華">'
    assert document(head, body="<p>記者王小明／釜山報導</p>" + BODY).byline == "王小明"


@pytest.mark.parametrize(
    "author",
    [
        '"海島日報"',
        '{"@type": "Organization", "name": "王小明工作室"}',
        '{"@type": "Person", "name": "編輯部"}',
        "null",
        "7",
    ],
)
def test_an_author_who_is_no_person_is_none(author):
    assert document(json_ld(f'"author": {author}')).byline == ""


def test_a_stated_person_is_the_author_when_none_is_printed():
    assert document(json_ld('"author": [{"@type": "Person", "name": "王小明"}]')).byline == "王小明"


def test_broken_or_bottomless_json_is_passed_over():
    head = '<script type="application/ld+json">{"@type": </script>' + json_ld('"a": ' + "[" * 50_000)
    assert document(head).blocks


def test_only_absolute_web_addresses_are_kept():
    assert document('<link rel="canonical" href="javascript:alert(1)">').source_url == ""
    assert document('<link rel="canonical" href="/a/1">', url="https://example.org/x").source_url == (
        "https://example.org/a/1"
    )


def test_topics_of_the_whole_site_are_no_keywords():
    assert document('<meta name="keywords" content="體育,財經,娛樂">').keywords == []


def test_topics_that_the_text_mentions_are_keywords():
    assert document('<meta name="keywords" content="外長,漁業,聯合公報">').keywords == [
        "外長",
        "漁業",
        "聯合公報",
    ]


def test_lines_of_editors_are_notes():
    assert document(body=BODY + "<p>責任編輯：方山</p>").blocks[-1].type == BlockType.NOTE


@pytest.mark.parametrize(
    "note",
    [
        "編按：作者為歷史寫作者。",
        "（编者按：本文为系列之二。）",
        "Editor’s note: names are given with the family name first.",
        "本文僅代表作者個人觀點，不代表本報立場。",
        "訂正：初稿把日期寫成了三月。",
    ],
)
def test_notes_of_the_makers_are_notes(note):
    assert document(body=f"{BODY}<p>{note}</p>").blocks[-1].type == BlockType.NOTE


def test_an_editors_line_right_below_the_box_of_the_body_is_a_note():
    assert document(bottom="<p>（責任編輯：方山）</p>").blocks[-1].text == "（責任編輯：方山）"


@pytest.mark.parametrize(
    "heading", ["外界關注的三個問題", "下載與登錄的新系統", "Share of the catch", "打印時代的外交"]
)
def test_a_heading_that_names_a_button_is_a_heading(heading):
    first, rest = BODY.split("</p>", 1)
    found = document(body=f"{first}</p><h3>{heading}</h3>{rest}")
    assert [block.text for block in found.blocks if block.type == BlockType.HEADING] == [heading]


def test_items_of_a_list_that_name_a_button_are_kept():
    items = ["whether officials agree on how to share samples;", "what to print before breakfast"]
    found = document(body=f"{BODY}<ul><li>{items[0]}</li><li>{items[1]}</li></ul>{BODY}")
    assert [block.items for block in found.blocks if block.items] == [items]


@pytest.mark.parametrize(
    "button", ["分享到：微信 微博", "字號：大 中 小", "展開全文", "Share this", "收藏", "廣告"]
)
def test_a_button_inside_the_body_is_none_of_it(button):
    first, rest = BODY.split("</p>", 1)
    found = document(body=f"{first}</p><p>{button}</p>{rest}")
    assert [piece.text for piece in found.removed] == [button]


@pytest.mark.parametrize(
    "standfirst",
    [
        "<h2>談了三個小時，沒有聲明</h2><p>2025年8月24日</p>",
        "<p class='article-dek'>談了三個小時，沒有聲明</p>",
        "<div class='summary'><p>談了三個小時，沒有聲明</p></div>",
    ],
    ids=["a heading above the date", "a name", "the name of the box around it"],
)
def test_the_standfirst_stands_between_headline_and_body(standfirst):
    found = document(top=f"<h1>兩國外長碼頭會談</h1>{standfirst}")
    assert found.standfirst == "談了三個小時，沒有聲明"


def test_a_heading_right_above_the_text_is_the_texts():
    found = document(top="<h1>兩國外長碼頭會談</h1>", body=f"<h2>談了三個小時，沒有聲明</h2>{BODY}")
    assert (found.standfirst, found.blocks[0].type) == ("", BlockType.HEADING)


@pytest.mark.parametrize(
    "line", ["16 January 2026 · 4 min read", "發布時間：2025-08-24 09:00　更新：2025-08-25"]
)
def test_a_line_of_dates_is_none_of_the_text(line):
    assert len(document(body=f"<p>{line}</p>{BODY}").blocks) == 3


def test_headings_begin_at_the_second_rank():
    found = document(body=f"{BODY}<h4>漁業</h4>{BODY}<h5>配額</h5>{BODY}")
    assert [block.level for block in found.blocks if block.type == BlockType.HEADING] == [2, 2]


def test_a_body_goes_on_behind_a_list_to_its_last_short_sentence():
    found = document(body=f"{BODY}<h3>行李</h3><ul><li>傘</li><li>書</li></ul><p>船終於開了。</p>")
    assert [block.type for block in found.blocks[3:]] == ["heading", "list", "paragraph"]


def test_a_picture_with_its_caption_above_the_box_of_the_body_belongs_to_it():
    lead = "<div><img src='1.jpg'><p>清晨的碼頭。（圖／海島日報）</p></div><p>2025年8月24日</p>"
    assert document(top=f"<h1>兩國外長碼頭會談</h1>{lead}").blocks[0].credit == "海島日報"


def test_a_line_that_names_reporter_and_editors_is_a_note():
    found = document(body=f"{BODY}<p>记者：王小明　责编：方山</p>")
    assert (found.byline, found.blocks[-1].type) == ("王小明", BlockType.NOTE)


def test_the_source_is_what_the_title_begins_with_when_the_headline_ends_it():
    assert document("<title>海島日報 - 新聞稿 - 兩國外長碼頭會談</title>").source_name == "海島日報"


def test_numbers_in_a_table_are_data():
    table = "<table><tr><th>年</th><th>班次</th></tr><tr><td>2024</td><td>1,200</td></tr></table>"
    found = document(body=BODY + table)
    assert found.blocks[-1].rows == [["年", "班次"], ["2024", "1,200"]]


def test_what_readers_wrote_ends_a_body_shorter_than_it():
    comments = "<p>我覺得這次會談沒有解決問題，下次最好早點說清楚，不要再拖了。</p>" * 12
    found = document(bottom=f"<h3>網友評論（12）</h3><ul>{comments}</ul>")
    assert len(found.blocks) == 3


@pytest.mark.parametrize(
    "stub", ["訂閱後繼續閱讀全文", "この記事は有料会員限定です。残り512文字", "Subscribe to continue reading"]
)
def test_a_page_that_shows_only_the_beginning_is_told_of(stub):
    found = document(bottom=f"<div>{stub}</div>")
    assert found.warnings == [
        "The page shows only the beginning of the article; the rest is for subscribers."
    ]


def test_a_picture_beside_the_page_stays_relative_whatever_address_the_page_states():
    head = '<link rel="canonical" href="https://example.org/a/1.html">'
    found = document(
        head, body=f"<figure><img src='figures/1.png'></figure>{BODY}<figure><img src='/2.png'></figure>"
    )
    assert [block.src for block in found.blocks if block.src] == [
        "figures/1.png",
        "https://example.org/2.png",
    ]


def test_a_saved_page_tells_where_it_was_saved_from():
    found = document("<!-- saved from url=(0023)https://example.org/a/1 -->")
    assert found.source_url == "https://example.org/a/1"


def test_paragraphs_of_a_state_are_read_without_those_of_other_articles():
    texts = [
        "代表們各自坐在自己的船上，用一條纜繩連著彼此。",
        "文件就在籃子裡來回，每趟要花上七分鐘。",
        "於是文件越傳越短，最後只剩一行，誰也沒有再改。",
    ]
    post = {
        "publishedAt": "2025-09-01T08:00:00+08:00",
        "body": [{"type": "p", "text": text} for text in texts],
    }
    others = [{"title": "另一篇", "text": "另一篇文章的開頭，與此無關。"}]
    state = json.dumps({"post": post, "more": others}, ensure_ascii=False)
    found = document(body="<p>Loading</p>", bottom=f"<script>window.state = {state};</script>")
    assert [block.text for block in found.blocks] == texts
    assert found.published.isoformat() == "2025-09-01T08:00:00+08:00"


def test_a_short_plain_line_between_finished_paragraphs_is_a_heading():
    paragraphs = BODY.replace("</p><p>會談", "</p><p>漁業先行</p><p>會談").replace(
        "沒有公布。", "沒有公布，" + "兩國都不願先說。" * 4
    )
    assert [block.text for block in document(body=paragraphs).blocks if block.type == "heading"] == [
        "漁業先行"
    ]


def test_a_body_beats_a_longer_list_of_teasers():
    teaser = (
        "<div><a href='/x'>另一篇與此無關的報導標題</a><p>這裡是另一篇報導的開頭，寫得很長，可是讀到一半，"
        "就停在半空中，要人按下去才看得到其餘的部分。</p></div>"
    )
    found = document(
        body="<p>兩國外長在港口會面，談了三個小時，沒有聲明。</p>", bottom=f"<div>{teaser * 12}</div>"
    )
    assert [block.text for block in found.blocks] == ["兩國外長在港口會面，談了三個小時，沒有聲明。"]


def test_a_related_box_inside_the_body_does_not_end_it():
    parts = BODY.split("</p>")
    box = "<p><a href='/1'>延伸閱讀：渡輪的早晨</a></p>"
    found = document(body=f"{parts[0]}</p>{parts[1]}</p>{box}{parts[2]}</p>")
    assert len(found.blocks) == 3
    assert [piece.rule for piece in found.removed] == ["links"]


@pytest.mark.parametrize(
    "hiding_place",
    [
        json_ld('"articleBody": "{text}"').replace("{{", "{").replace("}}", "}"),
        '<script>window.state = {"post": {"id": 7, "content": "<p>{text}</p>"}};</script>',
        "<textarea>&lt;p&gt;{text}&lt;/p&gt;</textarea>",
        "<div style='display:none'><p>{text}</p></div>",
    ],
    ids=["JSON-LD", "a script's state", "a text area", "a hidden element"],
)
def test_a_body_that_a_script_would_show_is_found(hiding_place):
    text = (
        "兩國外長在港口城市會面，談了三個小時，隨後一同步行到碼頭向記者說明結果；"
        "港口的居民說，平常的早晨只有海鷗，這天卻來了六十家媒體，連豆漿都賣完了。"
    )
    found = document(body="<p>載入中</p>", bottom=hiding_place.replace("{text}", text))
    assert [block.text for block in found.blocks] == [text]


@pytest.mark.parametrize(
    "body", ["", "<p>短。</p>", "<ul>" + "<li><a href='/'>首頁連結文字</a></li>" * 30 + "</ul>"]
)
def test_a_page_without_an_article_is_refused(body):
    with pytest.raises(DocumentError, match="no article"):
        document(top="", body=body)
