"""Blocks become Markdown that an editor can read and that renders to the blocks' own words."""

import html
import re

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.ingest.block_markdown import to_markdown
from articles.ingest.documents import Block, BlockType

MARKUP = list("*_`[]()#><&|-+=!\\~:.")
WORDS = ["峰會", "Seoul", "12", "&lt;", "&#60;", "<b>", "<https://a.kr/>", "▲", "※", "a_b", "![x](y)", " "]


def one_line(pieces: list[str]) -> str:
    return " ".join("".join(pieces).split())


printed = st.lists(st.sampled_from(MARKUP + WORDS), min_size=1, max_size=14).map(one_line).filter(bool)


def rendered(text: str) -> str:
    reader = markdown.Markdown(extensions=["tables", "sane_lists"])
    reader.preprocessors.deregister("html_block")
    reader.inlinePatterns.deregister("html")
    return reader.convert(text)


def words(text: str) -> str:
    """The text a reader sees, white space aside."""
    return "".join(html.unescape(re.sub(r"<[^>]+>", "", rendered(text))).split())


def markdown_of(kind=BlockType.PARAGRAPH, text="兩國外長在首爾會面。", **known) -> str:
    return to_markdown([Block(kind, text, **known)])


@given(printed)
def test_a_paragraph_renders_to_exactly_its_text(text):
    page = rendered(markdown_of(text=text))
    assert page.startswith("<p>")
    assert html.unescape(page.removeprefix("<p>").removesuffix("</p>")) == text


@given(printed)
def test_a_heading_renders_to_exactly_its_text(text):
    page = rendered(markdown_of(BlockType.HEADING, text, level=3))
    assert html.unescape(page.removeprefix("<h3>").removesuffix("</h3>")) == text


@given(st.lists(printed, min_size=1, max_size=4), st.booleans())
def test_a_list_keeps_its_items(items, ordered):
    page = rendered(markdown_of(BlockType.LIST, "", items=items, ordered=ordered))
    found = re.findall(r"<li>(.*?)</li>", page)
    assert [html.unescape(item) for item in found] == items


@given(st.lists(st.lists(printed, min_size=2, max_size=2), min_size=1, max_size=3))
def test_a_table_keeps_its_cells(rows):
    page = rendered(markdown_of(BlockType.TABLE, "", rows=rows))
    cells = [html.unescape(cell) for cell in re.findall(r"<t[hd]>(.*?)</t[hd]>", page)]
    assert [cell for cell in cells if cell] == [cell for row in rows for cell in row]


@given(st.sampled_from([BlockType.QUOTE, BlockType.NOTE, BlockType.FIGURE]), printed)
def test_quotes_notes_and_captions_keep_their_words(kind, text):
    assert words(markdown_of(kind, text)).removeprefix("▲").removeprefix("※") in (
        "".join(text.split()),
        "".join(text.split()).removeprefix("▲").removeprefix("※"),
    )


def test_a_figure_is_an_image_with_its_caption_on_the_next_line():
    figure = markdown_of(BlockType.FIGURE, "兩人握手。（圖／本社）", src="https://a.tw/1.jpg", alt="握手")
    assert figure == "![握手](https://a.tw/1.jpg)\n▲ 兩人握手。（圖／本社）"


def test_a_figure_without_a_picture_is_its_caption_alone():
    assert markdown_of(BlockType.FIGURE, "兩人握手。") == "▲ 兩人握手。"


def test_a_figure_without_a_caption_is_its_picture_alone():
    assert markdown_of(BlockType.FIGURE, "", src="a.png") == "![](a.png)"


def test_an_address_cannot_end_its_own_image():
    figure = markdown_of(BlockType.FIGURE, "", src="https://a.tw/圖 (1).jpg")
    assert figure == "![](https://a.tw/圖%20%281%29.jpg)"


def test_a_note_is_a_paragraph_with_its_mark():
    assert markdown_of(BlockType.NOTE, "編按：本文為投書。") == "※ 編按：本文為投書。"


def test_a_paragraph_that_begins_with_a_convention_mark_is_not_taken_for_one():
    assert not markdown_of(text="▲ 記號").startswith("▲")
    assert not markdown_of(text="※ 記號").startswith("※")


def test_a_quote_begins_with_an_angle():
    assert markdown_of(BlockType.QUOTE, "我們準備好了。") == "> 我們準備好了。"


@pytest.mark.parametrize(("level", "mark"), [(0, "##"), (1, "##"), (3, "###"), (6, "####")])
def test_headings_stay_below_the_headline_and_above_level_five(level, mark):
    assert markdown_of(BlockType.HEADING, "會談之後", level=level) == f"{mark} 會談之後"


def test_blocks_are_parted_by_blank_lines_and_empty_ones_left_out():
    blocks = [Block(BlockType.PARAGRAPH, "一"), Block(BlockType.LIST), Block(BlockType.PARAGRAPH, "二")]
    assert to_markdown(blocks) == "一\n\n二"


def test_rows_of_unequal_length_are_filled():
    table = markdown_of(BlockType.TABLE, "", rows=[["年", "出口"], ["2024"]])
    assert table == "| 年 | 出口 |\n| --- | --- |\n| 2024 |  |"


def test_ordinary_sentences_are_left_as_they_are():
    sentence = "a_b & c < d：李（62歲）說 - 「好」 3.5%。https://a.kr/x_y?q=1&r=2"
    assert markdown_of(text=sentence) == sentence
