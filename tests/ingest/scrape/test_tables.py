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


def cells(table) -> list[str]:
    return [cell for row in table for cell in row]


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
    document = page(inside=[*label, *cells(ROWS)])
    assert (rows(document), texts(document)) == ([ROWS], [STORY[0], *label, *STORY[1:]])


@pytest.mark.parametrize(
    "table",
    [
        [["航線", "2024年", "2025年"], ["北灣—石嶼", "12", "16"], ["北灣—南礁", "6", "8"]],
        [["Year", "Kelder", "Osmund"], ["2014", "173", "164"], ["2019", "40", "52"], ["2023", "20", "23"]],
        [["航路", "利用率", "主な理由"], ["北湾―石島", "71%", "帰省"], ["北湾―南礁", "66%", "通勤"]],
    ],
)
@pytest.mark.parametrize("around", [([], []), (["每日班次"], ["夜班由誰來開"])])
def test_years_may_head_the_columns_or_rows_of_cells_between_other_short_lines(table, around):
    above, below = around
    document = page(inside=[*above, *cells(table), *below])
    assert (rows(document), texts(document, BlockType.HEADING)) == ([table], below)


def test_two_tables_may_stand_right_below_each_other():
    document = page(inside=["各線班次", *cells(ROWS), "資料來源：港都航運局", "另一個季節", *cells(ROWS)])
    assert rows(document) == [ROWS, ROWS]


@pytest.mark.parametrize("source", ["資料來源：港都航運局", "（出所）港湾局", "Source: Harbour Board"])
def test_what_names_a_table_and_its_source_are_of_the_story_and_head_nothing(source):
    document = page(inside=["表1：各線在平日和假日的班次多寡", *cells(ROWS), source])
    said = [block.text for block in document.blocks if not block.rows]
    assert said == [STORY[0], "表1：各線在平日和假日的班次多寡", source, *STORY[1:]]
    assert texts(document, BlockType.HEADING) == []


def test_a_list_of_other_articles_ends_where_a_table_is_named():
    first, *others = (f"{line[:-1]}，{line}" for line in STORY)
    inset = ["相關閱讀", "燈塔由誰來修的老問題"]
    document = parse(HEADLINE, first, *STORY, *inset, "表2：各線班次", *cells(ROWS), *others)
    assert texts(document) == [first, *STORY, "表2：各線班次", *others]


@pytest.mark.parametrize(
    "lines",
    [
        ["渡輪末班車的乘客 12", "颱風逼近南岸 3", "港口擴建動工 5"],
        ["日", "一", "二", "三", "四", "五", "六", *map(str, range(1, 29))],
        ["首頁", "上一頁", "下一頁", *map(str, range(2001, 2007)), "最末頁", "港都", "南岸", "東岸"],
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


WORDS = ["碼頭整修", "港務局", "十月中旬", "海關人力", "財政部", "十一月底", "保險條款", "交通部", "年底以前"]


def test_a_table_of_words_of_which_the_story_speaks_parts_it_from_nothing():
    told = "港務局說，碼頭整修的浮橋已經發包，工期四十五天，不會影響貨運。"
    document = page(inside=[*WORDS, told])
    assert texts(document) == [STORY[0], *WORDS, told, *STORY[1:]]


def test_tags_below_a_story_are_no_table():
    tags = [
        "北灣漁港",
        "石嶼燈塔",
        "渡輪復航",
        "漁業熱線",
        "港務局長",
        "霧港碼頭",
        "保險費率",
        "搜救協定",
        "海關人力",
    ]
    story = "".join(tags)
    document = parse(
        HEADLINE,
        "2025-03-14",
        *STORY,
        f"{story}都談到了，但一件也沒有談成。",
        *tags,
        "碼頭邊的早餐店在霧裡開門，老闆說天氣冷了客人反而多。",
    )
    assert tags[0] not in texts(document)


def test_rows_of_words_with_equally_many_tabs_are_a_table():
    table = [
        ["種類", "長度", "該做的事"],
        ["找數字", "三到五秒", "翻筆記，不要抬頭"],
        ["等上級", "十秒以上", "喝水"],
    ]
    assert rows(page(inside=["\t".join(row) for row in table])) == [table]


def test_lines_with_a_tab_or_two_of_them_alone_are_no_table():
    assert rows(page(inside=["登入\t註冊", "種類\t長度\t該做的事", "等上級\t十秒以上\t喝水"])) == []


SHIPS = ["船名　　母港　　貨物", "海雀號　新月灣　木料", "遠帆號　（空白）　鹽與燈油", "Formosa　白沙　茶葉"]


def test_rows_of_words_that_a_line_leads_to_are_a_table_and_the_heading_below_them_stays():
    document = page(inside=["海事處把沉船的記錄整理成表，分送兩國的外長：", *SHIPS, "「燈就讓它亮著」"])
    assert [cells[0] for cells in rows(document)[0]] == ["船名", "海雀號", "遠帆號", "Formosa"]
    assert texts(document, BlockType.HEADING) == ["「燈就讓它亮著」"]


def test_such_rows_without_a_line_that_leads_to_them_are_no_table():
    assert rows(page(inside=["海事處把沉船的記錄整理成表，分送兩國的外長。", *SHIPS])) == []


def test_numbers_alone_above_the_parts_of_a_story_are_its_headings():
    lines = [line for number, told in enumerate(STORY, 1) for line in (f"0{number}", told)]
    assert texts(parse(HEADLINE, "2025-03-14", *lines), BlockType.HEADING) == ["01", "02", "03"]


def test_a_question_that_a_clause_leads_to_heads_nothing():
    asked = "很少有人問起：熱線的另一頭，半夜究竟是誰在接？"
    assert texts(page(inside=[asked])) == [STORY[0], asked, *STORY[1:]]
