"""What stands above and below a text and belongs to it: its day, and pictures with their captions."""

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
