"""Headings that only their numbers tell, in pages and in posts."""

import pytest

from articles.ingest.documents import BlockType, RawDocument
from articles.ingest.html.parse import parse
from articles.ingest.markdown.parse import parse as parse_post

STORY = (
    "島上的帳簿寫了四十年，從來沒有人讀完；寫帳的人說，他只記誰來過，誰走了，誰還欠著錢。",
    "每一艘船都有三個名字，官方的、漁民的和孩子們叫的；帳簿裡用的是第三種，因為孩子不改口。",
    "還帳的人往往在清晨上岸，趕在市集開始之前，把錢放在帳簿下面就走，誰也不會去數。",
)


def headings(first: str, second: str) -> list[str]:
    """The headings of a page whose chapters have these in front."""
    story = [f"<p>{text}</p>" for text in STORY]
    page = f"<h1>島上的帳簿</h1><div>{story[0]}{first}{story[1]}{second}{story[2]}</div>"
    blocks = parse(page, RawDocument("page.html", b"")).blocks
    return [block.text for block in blocks if block.type == BlockType.HEADING]


@pytest.mark.parametrize(
    ("first", "second"), [("01", "02"), ("一", "二"), ("PART 1", "PART 2"), ("第一章", "第二章")]
)
def test_a_number_in_a_box_of_its_own_belongs_to_the_heading_below_it(first, second):
    box = "<section><strong>{}</strong></section><p><strong>{}</strong></p>"
    found = headings(box.format(first, "船的名字"), box.format(second, "欠著的錢"))
    assert found == [f"{first} 船的名字", f"{second} 欠著的錢"]


def test_numbers_that_count_something_else_are_no_chapters():
    assert headings("<p>31</p><p><b>船的名字</b></p>", "<p>7</p><p><b>欠著的錢</b></p>") == [
        "船的名字",
        "欠著的錢",
    ]


def test_lists_of_one_item_whose_numbers_go_on_are_numbered_headings():
    found = headings("<ol><li>船的名字</li></ol>", '<ol start="2"><li>欠著的錢</li></ol>')
    assert found == ["1. 船的名字", "2. 欠著的錢"]


def test_a_list_of_one_item_alone_stays_a_list():
    assert headings("<ol><li>船的名字</li></ol>", "") == []


@pytest.mark.parametrize(
    ("first", "second"), [("１．", "２．"), ("1. ", "2. "), ("一、", "二、"), ("(1)", "(2)")]
)
def test_short_lines_with_numbers_in_order_above_text_are_headings(first, second):
    found = headings(f"<p>{first}船的名字</p>", f"<p>{second}欠著的錢</p>")
    assert found == [f"{first}船的名字", f"{second}欠著的錢"]


def test_numbered_lines_right_below_each_other_are_no_headings():
    assert headings("<p>１．船的名字</p><p>２．欠著的錢</p><p>３．沒來的人</p>", "") == []


def test_a_post_keeps_the_numbers_that_its_writer_typed():
    body = f"{STORY[0]}\n\n1. Who keeps it\n\n{STORY[1]}\n\n2. Who pays\n\n{STORY[2]}\n"
    blocks = parse_post(f"---\ntitle: 帳簿\n---\n{body}", RawDocument("a.md", b"")).blocks
    assert [block.text for block in blocks if block.type == BlockType.HEADING] == [
        "1. Who keeps it",
        "2. Who pays",
    ]
