"""Tables that tools wrote out as lines, and chapters whose numbers stand on lines of their own."""

import pytest

from articles.ingest.documents import BlockType
from tests.ingest.scrape.test_scrape import HEADLINE, STORY, page, parse, texts

ROWS = [
    ["航線", "平日", "假日"],
    ["北灣—石嶼", "12", "16班"],
    ["北灣—南礁", "6", "8班"],
    ["石嶼—南礁", "4", "5班"],
]


def rows(document) -> list[list[list[str]]]:
    return [block.rows for block in document.blocks if block.type == BlockType.TABLE]


@pytest.mark.parametrize("gap", [" ", "\t", " | ", "　", "   "])
def test_rows_with_figures_in_equal_columns_are_a_table(gap):
    document = page(inside=[gap.join(row) for row in ROWS])
    assert (rows(document), texts(document)) == ([ROWS], list(STORY))


def test_strokes_around_rows_and_the_line_below_the_head_are_no_cells():
    lines = [f"| {' | '.join(row)} |" for row in [ROWS[0], ["---"] * 3, *ROWS[1:]]]
    assert rows(page(inside=lines)) == [ROWS]


def test_the_first_cell_of_a_row_may_be_of_several_words():
    lines = ["Route Weekdays Weekend", "Kelder to Osmund 12 16", "Osmund to the South Reef 4 5"]
    assert rows(page(inside=lines))[0][2] == ["Osmund to the South Reef", "4", "5"]


@pytest.mark.parametrize("label", [[], ["各線班次"]])
def test_cells_one_below_the_other_are_rows_where_their_figures_stand_in_columns(label):
    document = page(inside=[*label, *(cell for row in ROWS for cell in row)])
    assert (rows(document), texts(document)) == ([ROWS], [STORY[0], *label, *STORY[1:]])


@pytest.mark.parametrize(
    "lines",
    [
        ["渡輪末班車的乘客 12", "颱風逼近南岸 3", "港口擴建動工 5"],
        ["1", "渡輪末班車", "2", "颱風逼近", "3", "港口擴建", "4", "燈塔由誰修", "5", "熱線停擺"],
    ],
)
def test_titles_with_a_number_are_no_table(lines):
    assert rows(page(inside=lines)) == []


def test_a_chapter_s_number_belongs_to_the_heading_below_it():
    document = parse("熱線", "2025-03-14", STORY[0], "01", "聯絡官", STORY[1], "02", "漁民的話", STORY[2])
    assert texts(document, BlockType.HEADING) == ["01 聯絡官", "02 漁民的話"]


def test_a_number_with_a_wide_point_heads_as_others_do():
    document = parse("熱線", "2025-03-14", STORY[0], "１．聯絡官", STORY[1], "２．漁民的話", STORY[2])
    assert texts(document, BlockType.HEADING) == ["１．聯絡官", "２．漁民的話"]


def test_a_roman_numeral_alone_above_a_story_is_a_heading():
    document = parse("熱線", "2025-03-14", STORY[0], "I.", STORY[1], "II.", STORY[2])
    assert texts(document, BlockType.HEADING) == ["I.", "II."]


def test_a_story_goes_on_below_a_table_whatever_it_speaks_of():
    last = "官員沒有說明船艙翻修還要多久，只答應北灣—石嶼月底公布時刻，並開巴士接送。"
    document = parse(HEADLINE, *STORY, "◇各線班次", *("\t".join(row) for row in ROWS), last)
    assert texts(document)[-1] == last
