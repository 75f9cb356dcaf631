"""Tables whose cells stand one below the other, and what their labels say."""

from articles.ingest.documents import BlockType
from tests.ingest.partition import assert_partition
from tests.ingest.pdf.text.typeset import FILL, HEAD, article, texts, wrapped

CELLS = ["年份", "北津", "南浦", "2022", "101", "98", "2023", "150", "141", "2024", "188", "170"]
ABOVE, BELOW = wrapped(FILL * 3 + "如下。"), wrapped(FILL * 3 + "散會。")


def tables(document):
    return [block.rows for block in document.blocks if block.type == BlockType.TABLE]


def test_cells_one_below_the_other_are_the_rows_of_a_table():
    document = article(f"{ABOVE}\n" + "\n".join(CELLS) + f"\n{BELOW}")
    assert tables(document) == [[CELLS[at : at + 3] for at in range(0, 12, 3)]]


def test_every_character_of_such_a_table_is_accounted_for():
    text = HEAD + f"{ABOVE}\n" + "\n\n".join(CELLS) + f"\n{BELOW}"
    assert_partition(text, article(text.removeprefix(HEAD)))


def test_a_heading_below_a_table_is_none_of_its_cells():
    document = article(f"{ABOVE}\n" + "\n".join(CELLS) + f"\n歸航的路\n{BELOW}")
    assert texts(document, BlockType.HEADING) == ["歸航的路"]


def test_short_lines_whose_figures_stand_in_no_order_are_no_table():
    lines = ["1974", "潮水退去", "船還在", "1975", "1976", "木頭上", "沒有人念"]
    assert tables(article(f"{ABOVE}\n" + "\n".join(lines) + f"\n{BELOW}")) == []


def test_what_the_label_of_a_table_says_is_its_caption():
    document = article(f"{ABOVE}\n\n表一　三地通報件數\n" + "\n".join(CELLS) + f"\n{BELOW}")
    assert texts(document, BlockType.FIGURE) == ["表一 三地通報件數"]


def test_a_sentence_about_a_table_is_no_caption():
    document = article(f"{ABOVE}\n\nTable 2 shows what came of it.\n\n{BELOW}")
    assert texts(document, BlockType.FIGURE) == []


def test_rows_of_three_cells_and_more_need_not_have_equally_many():
    rows = [
        "回　　　運航日　　　人数　　　備考",
        "1回　　　9月20日　　　83人",
        "2回　　　9月30日　　　76人",
        "3回　　　11月1日　　　55人　　　波高",
    ]
    document = article(f"{ABOVE}\n\n" + "\n".join(rows) + f"\n\n{BELOW}")
    assert tables(document) == [[row.split("　　　") for row in rows]]


def test_a_label_in_brackets_makes_a_caption():
    document = article(f"{ABOVE}\n\n[그림 1] 항로별 소요일수 비교\n{BELOW}")
    assert texts(document, BlockType.FIGURE) == ["[그림 1] 항로별 소요일수 비교"]
