"""What a page sets apart a second time, and captions of pictures that a script loads."""

import pytest

from articles.ingest.documents import BlockType
from tests.ingest.html.test_fields import BODY, document

SAID = "<p>許知微說：「先讓漁民試走一個月，再談長期的安排，我們不急著簽字。」隨後她上了船。</p>"


@pytest.mark.parametrize(
    "quote",
    [
        "<blockquote><p>先讓漁民試走一個月，再談長期的安排</p></blockquote>",
        "<div><div>「先讓漁民試走一個月，再談長期的安排」</div><span>許知微</span></div>",
        "<div class=pull-quote><p>先讓漁民試走一個月，再談長期的安排</p></div>",
    ],
)
def test_a_pull_quote_repeats_the_text_and_is_left_out_with_its_speaker(quote):
    found = document(body=BODY + quote + SAID)
    assert len(found.blocks) == 4
    assert found.removed[0].rule == "pull quote"


def test_a_quotation_that_stands_nowhere_else_is_the_texts():
    quote = "<blockquote><p>船走了又回來，回來了又走，只有碼頭不動。</p></blockquote>"
    assert document(body=BODY + quote + SAID).blocks[3].type == BlockType.QUOTE


def test_a_credited_line_below_a_picture_without_an_address_is_its_caption():
    picture = "<picture><img src='data:image/gif;base64,R0'></picture>"
    caption = "清晨港口的碼頭，攝於五月，船還沒有來。（海島日報資料圖片）"
    found = document(body=f"<div>{picture}<div>{caption}</div></div>{BODY}")
    assert (found.blocks[0].type, found.blocks[0].credit) == (BlockType.FIGURE, "海島日報資料圖片")


def test_a_box_named_cap_is_a_caption_and_a_drop_cap_is_none():
    picture = (
        "<div><img src='/a.jpg'><div class=cap>漁民在碼頭邊等候第一班渡輪，天還沒有亮，風很大。</div></div>"
    )
    found = document(body=picture + BODY.replace("<p>", "<p class=drop-cap>", 1))
    assert [block.type for block in found.blocks[:2]] == [BlockType.FIGURE, BlockType.PARAGRAPH]


def test_a_deck_in_small_type_below_the_headline_is_the_standfirst():
    found = document(top="<h1>兩國外長碼頭會談<br><small>漁業與航班先行</small></h1><p>2025-04-27</p>")
    assert (found.headline, found.standfirst) == ("兩國外長碼頭會談", "漁業與航班先行")
