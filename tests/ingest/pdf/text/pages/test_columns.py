"""Columns of a text that keeps the layout of its pages."""

from pathlib import Path

from articles.ingest.documents import BlockType
from articles.ingest.plain.widths import cells
from articles.text.radicals import without_radicals
from tests.ingest.pdf.text.typeset import FILL, article, parsed, texts, wrapped


def side_by_side(left: list[str], right: list[str], width=30) -> str:
    return "\n".join(
        line + " " * (width - len(line)) + other for line, other in zip(left, right, strict=True)
    )


def test_columns_of_laid_out_text_are_read_one_after_the_other():
    left, right = "隔夜" + FILL * 3, FILL * 3 + "散會"
    text = side_by_side(wrapped(left, 20).split("\n"), wrapped(right, 20).split("\n"))
    assert texts(article(text + "\n")) == [left + right]


def test_a_centred_headline_above_columns_is_above_them_both():
    """Its last line, with wide spaces, ends beyond the white space between the columns."""
    left, right = "隔夜" + FILL * 3, FILL * 3 + "散會"
    columns = side_by_side(wrapped(left, 20).split("\n"), wrapped(right, 20).split("\n"))
    names = "本報記者      李明俊      羅以寧"
    document = parsed(f"{' ' * 18}海港上空的\n{' ' * 16}第三種聲音之後\n{' ' * 12}{names}\n\n{columns}\n")
    assert (document.headline, document.byline) == ("海港上空的第三種聲音之後", "李明俊、羅以寧")
    assert texts(document) == [left + right]


def in_cells(left: list[str], right: list[str], width=50) -> str:
    return "\n".join(
        line + " " * (width - cells(line)) + other for line, other in zip(left, right, strict=True)
    )


def set_in(text: str) -> list[str]:
    """The lines of a paragraph of a column, the first one set in."""
    return ["    " + text[:18], *wrapped(text[18:], 20).split("\n")]


def test_columns_are_taken_apart_where_han_takes_two_places():
    told = [
        f"漁火{FILL}散會。",
        f"夜航{FILL * 2}歸港，見 3 月航線表。",
        f"燈塔{FILL * 2}值 12 班。",
        f"渡輪{FILL * 2}往北。",
    ]
    left, right = ([line for part in side for line in set_in(part)] for side in (told[:2], told[2:]))
    rows = max(len(left), len(right))
    left, right = (column + [""] * (rows - len(column)) for column in (left, right))
    assert texts(article(in_cells(left, right) + "\n")) == told


def test_no_column_crosses_a_rule_as_wide_as_the_page():
    left, right = "隔夜" + FILL * 3, FILL * 3 + "散會。"
    columns = side_by_side(wrapped(left, 20).split("\n"), wrapped(right, 20).split("\n"))
    document = article(
        f"{columns}\n\n{'=' * 50}\n渡輪航線\n\n往北的渡輪改在清晨開出，往南的渡輪仍舊在夜裡開出，船票不變。\n"
    )
    assert texts(document)[0] == left + right
    assert not texts(document, BlockType.FIGURE)


def test_what_a_rule_parts_from_a_story_of_another_page_is_other_stories():
    first, rest = wrapped("隔夜" + FILL * 3), wrapped(FILL * 3)[:-1] + "。"
    others = f"{'=' * 50}\n渡輪航線\n往北的渡輪改在清晨開出。"
    document = article(f"{first}\n（下轉 A2 版）\n\f（上接 A1 版）\n{rest}\n\n{others}\n")
    assert [block.text for block in document.blocks] == [(first + rest).replace("\n", "")]


def test_every_character_of_columns_is_accounted_for():
    text = (Path(__file__).parent.parent / "fixtures" / "columns.txt").read_text("utf8")
    document = parsed(text)
    left_out = "".join(without_radicals(text[piece.start : piece.end]) for piece in document.removed)
    held = document.headline + document.byline + "".join(block.text for block in document.blocks)
    assert sorted("".join((left_out + held).split())) == sorted("".join(without_radicals(text).split()))


def test_columns_that_cannot_be_taken_apart_are_reported():
    words = "港口燈塔航線碼頭渡輪海關引水浮標潮汐"
    ragged = [f"{words[n:]}{words[:n]}    {' ' * 5 * n}{words}" for n in range(12)]
    assert "side by side" in "".join(article("\n".join(ragged)).warnings)
