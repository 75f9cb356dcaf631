"""Where paragraphs of typeset text end and go on."""

import pytest

from articles.ingest.documents import BlockType
from tests.ingest.pdf.text.typeset import FILL, article, parsed, texts, wrapped


def test_what_was_heard_stands_behind_the_end_of_a_sentence():
    heard = f"{FILL[:22]}\n{FILL[:16]}都笑了。（笑聲）"
    document = article(f"　　{heard}\n" + f"　　{FILL[:22]}\n{FILL[:24]}\n{FILL[:10]}散會。\n" * 2)
    assert texts(document)[0] == heard.replace("\n", "")


def test_indents_count_from_where_the_full_lines_of_a_page_begin():
    body = "".join(f"      {FILL[:26]}\n  {FILL}\n  {FILL[:-1]}。\n" for _ in range(3))
    document = parsed(f"海濱對話基金會\n\n                 海港的聲音\n\n{body}")
    assert len(texts(document)) == 3


def test_first_lines_that_have_lost_their_indent_are_shorter_than_the_widest_full_ones():
    """Most full lines lack a character, as the next may not begin with a mark: first lines are like them."""
    told = [(FILL[turn:] + FILL * 3)[:84] for turn in range(6)]
    ended = [f"{text[:20]}\n{text[20:42]}\n{text[42:63]}\n散會。" for text in told]
    full = [f"{text[:20]}\n{text[20:41]}\n{text[41:61]}。" for text in told]
    document = article("\n".join([*ended, *full]) + "\n")
    assert len(texts(document)) == len(ended) + len(full)


def test_a_caption_ends_with_who_took_the_picture():
    caption = "圖為重開之後的海港集市。本報記者 李明俊 攝"
    document = article(f"{wrapped(FILL + '散會。', 22)}\n{caption}\n{wrapped('「不急。」' + FILL * 2, 22)}")
    assert texts(document, BlockType.FIGURE) == [caption]


def test_a_first_line_that_a_page_ends_with_goes_on_at_the_edge_of_the_next():
    first = "　　高速鐵路是兩個海港城市合作最受矚目的"
    body = f"　　{FILL[:22]}\n{FILL[:24]}\n{FILL[:22]}。\n"
    document = article(f"{body}{body}{first}\n\f計畫。完工之後，超支的部分由雙方重新協商，\n{FILL[:22]}。\n")
    assert any("最受矚目的計畫" in text for text in texts(document))


@pytest.mark.parametrize("marks", [("問：", "答："), ("Q: ", "A: ")])
def test_who_asks_and_who_answers_have_paragraphs_of_their_own(marks):
    asked, told = (FILL[: 24 - len(mark) - 1] + "。" for mark in marks)
    turns = [f"{marks[0]}{asked}", f"{marks[1]}{told}"] * 3
    found = texts(article("\n".join(turns) + "\n" + wrapped(FILL * 2)[:-1] + "。"))
    assert found.count(turns[0]) == 3


def test_whoever_speaks_several_times_has_paragraphs_of_their_own():
    turns = [f"{who}：{FILL[:22]}。" for who in ("丁委員望", "羅次長以寧", "丁委員望", "羅次長以寧")]
    found = texts(article("\n".join(turns) + "\n" + wrapped(FILL * 2)[:-1] + "。"))
    assert found[:3] == turns[:3]
