"""Lines narrower than their text's: quotations, boxes, what stands at the end of a page."""

import pytest

from articles.ingest.documents import BlockType
from tests.ingest.pdf.text.typeset import HEAD, parsed, texts, told, wrapped

STORY = told(12)
SAID = "靠岸的時候，碼頭上一個人也沒有，我們自己把纜繩繞上樁，再回頭去接後面那條船，天就亮了。"


@pytest.mark.parametrize("width", [12, 15, 18])
def test_a_long_quotation_in_a_column_of_its_own_is_one_paragraph(width):
    document = parsed(f"{HEAD}李明俊\n\n{wrapped(STORY)}\n{wrapped(SAID, width)}\n{wrapped(told(15, 40))}")
    assert texts(document) == [STORY, SAID, told(15, 40)]


def test_a_quotation_that_is_set_in_is_one_paragraph_too():
    quoted = "\n".join("    " + line for line in wrapped(SAID, 12).split("\n"))
    document = parsed(f"{HEAD}李明俊\n\n{wrapped(STORY)}\n{quoted}\n{wrapped(told(15, 40))}")
    assert texts(document) == [STORY, SAID, told(15, 40)]


def test_the_lines_of_a_poem_stay_apart():
    poem = "碼頭上一個人也沒有了\n我們把纜繩繞在木樁上\n回頭去接後面的那條船\n天亮以前就要回到港口"
    document = parsed(f"{HEAD}李明俊\n\n{wrapped(STORY)}\n{poem}\n{wrapped(told(15, 40))}")
    assert texts(document)[1:-1] == poem.split("\n")


@pytest.mark.parametrize(
    "box",
    [
        ["航線一覽", "甲線 客船", "乙線 貨船"],
        ["每日班次", "春季", "12", "夏季", "30", "秋季", "18"],
        ["燈塔", "最老的一座"],
    ],
)
def test_what_stands_at_the_end_of_a_page_parts_no_sentence(box):
    lines = wrapped(told(30)).split("\n")
    text = "\n".join([*lines[:8], *box, "- 1 -\f" + lines[8], *lines[9:], "- 2 -"])
    assert texts(parsed(f"{HEAD}李明俊\n\n{text}"))[0] == told(30)


def test_a_short_last_line_ends_its_paragraph_at_the_end_of_a_page():
    first = wrapped(told(15, 40))
    text = f"{HEAD}李明俊\n\n{first}\n航線一覽\n\f{wrapped(told(16, 80))}"
    assert texts(parsed(text))[0] == told(15, 40)


def test_a_table_may_stand_below_a_box_in_cells_of_a_line_each():
    cells = ["航線", "客船", "班次", "甲線", "120", "約30", "乙線", "85", "—", "丙線", "64", "約12"]
    text = "\n".join([wrapped(told(15, 40)), "班次與客船", *cells, wrapped(told(16, 80))])
    document = parsed(f"{HEAD}李明俊\n\n{text}")
    [table] = [block for block in document.blocks if block.type == BlockType.TABLE]
    assert table.rows == [cells[at : at + 3] for at in range(0, 12, 3)]
    assert texts(document) == [told(15, 40), told(16, 80)]


def test_a_source_below_a_table_ends_on_its_line():
    rows = "班次   客船   貨船\n春季   12   30\n夏季   18   41"
    text = f"{wrapped(told(15, 40))}\n{rows}\n資料來源：港務局年報，2025年6月\n{wrapped(told(16, 80))}"
    document = parsed(f"{HEAD}李明俊\n\n{text}")
    assert texts(document, BlockType.NOTE) == ["資料來源：港務局年報，2025年6月"]
    assert texts(document)[-1] == told(16, 80)


def test_who_answers_for_a_report_may_be_named_in_a_box():
    lines = wrapped(told(30)).split("\n")
    box = ["海港航運（C01）", "評級：未評級", "分析師：林予安", "班次", "12"]
    text = "\n".join([*lines[:8], *box, "- 1 -\f" + lines[8], *lines[9:], "- 2 -"])
    assert parsed(f"渡輪復航之後\n{text}").byline == "林予安"


def test_a_table_of_figures_alone_has_the_length_of_its_head():
    head = ["季別", "客船", "貨船", "漁船"]
    cells = [
        *head,
        *(f"{year}-{year + 1}" if not n else f"{year}.{n}" for year in (23, 24, 25) for n in range(4)),
    ]
    document = parsed("\n".join([f"{HEAD}李明俊\n\n{wrapped(told(15, 40))}", *cells, wrapped(told(16, 80))]))
    [table] = [block for block in document.blocks if block.type == BlockType.TABLE]
    assert table.rows == [cells[at : at + 4] for at in range(0, 16, 4)]
