"""What stands above and below a text and belongs to it, or does not: headline, day, captions, cards."""

import pytest

from articles.ingest.documents import BlockType
from tests.ingest.html.test_fields import BODY, document


def test_the_day_of_publication_may_stand_below_the_text_behind_its_label():
    footer = "<div>發布日期：2025-04-27 14:34　所屬分類：<a href=/n>頭條</a></div>"
    assert str(document(body=BODY * 4, bottom=footer).published)[:10] == "2025-04-27"
    assert document(body=BODY * 4, bottom="<div>簽署日期：2025-04-27</div>").published is None


def test_a_button_may_stand_between_a_picture_above_the_text_and_its_caption():
    caption = "<p class=caption>霧中的碼頭＝11日、港都</p>"
    shown = f"<div><a href=/p><img src=/a.jpg><span>拡大する</span></a>{caption}</div>"
    found = document(top=f"<h1>兩國外長碼頭會談</h1>{shown}")
    assert [block.text for block in found.blocks if block.type == BlockType.FIGURE] == [
        "霧中的碼頭＝11日、港都"
    ]


def test_what_is_named_a_caption_and_credits_somebody_is_one_though_its_film_is_missing():
    film = '<div class="film"></div><p class="film-caption">Boats leave the harbour. (Reuters)</p>'
    found = document(body=BODY + film + BODY.replace("兩國", "兩市"))
    assert [block.text for block in found.blocks if block.type == BlockType.FIGURE] == [
        "Boats leave the harbour. (Reuters)"
    ]


FIELDS = "<dl><dt>담당</dt><dd>해양과</dd><dt>작성일</dt><dd>2025-07-08</dd></dl>"
TOLD = (
    "<p>두 항구의 시장은 8일 안개항에서 회담을 갖고 어업 핫라인 재개 등 현안에 대해 의견을 교환하였다.</p>"
    * 2
)


def test_a_heading_above_the_fields_says_more_of_the_text_than_the_name_of_its_board():
    found = document(
        "<title>보도자료 상세보기 | 안개항 시청</title>",
        f"<h2>두 항구 시장 회담 개최 결과</h2>{FIELDS}",
        TOLD,
    )
    assert found.headline == "두 항구 시장 회담 개최 결과"


@pytest.mark.parametrize("tag", ["b", "span"])
def test_a_line_in_bold_is_the_most_of_a_title_behind_the_name_of_its_site(tag):
    top = f"<p><{tag}>兩國外長碼頭會談結果</{tag}></p><p>2025-04-27</p>"
    is_headline = (
        document("<title>海岬日報_兩國外長碼頭會談結果</title>", top).headline == "兩國外長碼頭會談結果"
    )
    assert is_headline == (tag == "b")


@pytest.mark.parametrize("name", ["digest-post-embed", "blogcard", "hatena-asin-detail", "book-card"])
def test_cards_of_other_posts_and_of_books_are_none_of_the_text(name):
    card = f'<div class="{name}"><h4>燈塔之後</h4><p>五年前燈滅了，誰也說不清該由誰去點亮它。</p></div>'
    found = document(body=BODY + card + BODY.replace("兩國", "兩市"))
    assert not [block for block in found.blocks if "燈" in block.text]


ENTRIES = "".join(
    f"<div class=post><div><time>{hour}:10</time><span>2025年3月14日</span></div><h2>{said}</h2>"
    f"<div class=rich-text><p>{said}，碼頭上的記者數到三遍鐘聲，隨後有人把傘分給沒帶的人。</p></div></div>"
    for hour, said in [(17, "會談結束"), (16, "主人提議互換海圖"), (14, "霧散得比預報晚"), (13, "車隊抵達")]
)


def test_entries_of_a_running_report_above_its_background_are_its_story_without_their_stamps():
    background = (
        "<section><h2>為什麼是港都</h2>"
        "<p>港都離三個首都一樣遠，渡輪一天六班，旅館裡的鐘全都對得準。</p></section>"
    )
    found = document(top="<h1>直播：三方會面</h1>", body=f"<div class=live>{ENTRIES}</div>{background}")
    told = [block.text for block in found.blocks]
    assert (len(told), [text for text in told if "17:10" in text]) == (10, [])


@pytest.mark.parametrize("mark", ["▲▼", "▲", "▼"])
def test_a_line_that_points_at_a_picture_and_credits_somebody_is_a_caption_above_it_too(mark):
    shown = "<p><img src=/a.jpg></p>"
    caption = f"<p><strong>{mark}老燈塔成了合照的背景。（圖／翻攝自港務局臉書）</strong></p>{shown}"
    found = document(body=BODY + caption + BODY.replace("兩國", "兩市"))
    figures = [(block.text, block.src) for block in found.blocks if block.type == BlockType.FIGURE]
    assert figures == [("老燈塔成了合照的背景。（圖／翻攝自港務局臉書）", "/a.jpg")]


def test_a_question_behind_a_sign_is_a_heading_and_not_somebody_s():
    asked = "<p><strong>{}漁會問：下次改搭渡輪？</strong></p>"
    for sign, expected in (("►", ["►漁會問：下次改搭渡輪？"]), ("", [])):
        found = document(body=BODY + asked.format(sign) + BODY.replace("兩國", "兩市"))
        assert [block.text for block in found.blocks if block.type == BlockType.HEADING] == expected
