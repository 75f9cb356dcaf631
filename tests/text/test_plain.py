"""A body's words without its marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.ingest.block_markdown import to_markdown
from articles.ingest.documents import Block, BlockType
from articles.text.plain import plain_text, running_text


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("## 小標", "小標"),
        ("> 引文", "引文"),
        ("- 一\n- 二", "一\n二"),
        ("**粗** 與 *斜*", "粗 與 斜"),
        ("見[原文](https://news.example/a)。", "見原文。"),
        ("![碼頭](/pictures/a.png)\n▲ 圖說\n\n正文", "正文"),
        ("※ 編按：略有刪節。", "編按：略有刪節。"),
        (r"3 \* 4 與 \[註\]", "3 * 4 與 [註]"),
        ("A &amp; B", "A & B"),
    ],
)
def test_marks_go_and_words_stay(body, words):
    assert plain_text(body) == words


def test_running_text_is_of_paragraphs_only():
    assert running_text("※ 編按。\n\n## 小標\n\n清晨，渡輪靠岸。") == "清晨，渡輪靠岸。"


@given(st.text(st.characters(categories=["L", "N", "Po", "Ps", "Pe", "Sm"]), min_size=1, max_size=80))
def test_a_paragraph_that_was_escaped_comes_back(text):
    text = text.strip()
    blocks = [Block(BlockType.PARAGRAPH, text)]
    assert "".join(plain_text(to_markdown(blocks)).split()) == "".join(text.split())
