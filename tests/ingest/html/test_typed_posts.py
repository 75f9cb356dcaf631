"""Posts on boards, shown as they were typed: blank lines part paragraphs, and a mark the signature."""

from articles.ingest.documents import RawDocument
from articles.ingest.html.parse import parse

STORY = """
上個月在碼頭幫忙翻譯，
前後三天，記下來給之後想去的人。


第一天：誰坐在哪裡

排桌牌排了一個早上，
兩邊的職稱對不起來，
最後照身高坐。

學到兩件事：

1. 先寫數字再翻。
2. 便當的過敏原也要會講，
   尤其是蝦。

第三天風很大，船晚了兩個小時，
大家在岸上把剩下的條文唸完，下午就簽了。
"""
BELOW = """
--
慢慢走，比較快。
"""
REMARKS = "<div class=push><b>推</b> tern88: 我那年也在岸上等了兩個小時，便當還是冷的。</div>" * 2


def blocks(typed):
    head = "<h1>碼頭翻譯三天</h1><div id=post><div>時間：2025-10-09</div>"
    page = f"<html><body>{head}{typed}</div></body></html>"
    return parse(page, RawDocument("page.html", b"")).blocks


def test_paragraphs_and_items_of_a_typed_text_are_told_by_its_line_breaks():
    told = [block.text for block in blocks(STORY)]
    assert told[0] == "上個月在碼頭幫忙翻譯，前後三天，記下來給之後想去的人。"
    assert told[4:6] == ["1. 先寫數字再翻。", "2. 便當的過敏原也要會講，尤其是蝦。"]
    assert len(told) == 7


def test_what_stands_below_the_mark_of_a_signature_is_none_of_a_post():
    assert blocks(STORY + BELOW + REMARKS)[-1].text.startswith("第三天風很大")


def test_a_mark_with_much_of_the_text_below_it_is_no_signature_s():
    assert blocks(STORY + "\n--\n" + STORY)[-1].text.startswith("第三天風很大")
    assert len(blocks(STORY + "\n--\n" + STORY)) > len(blocks(STORY))


def test_a_source_wrapped_without_blank_lines_is_one_paragraph():
    wrapped = "<p>" + STORY.replace("\n\n", "\n").strip() + "</p>"
    assert len(blocks(wrapped)) == 1
