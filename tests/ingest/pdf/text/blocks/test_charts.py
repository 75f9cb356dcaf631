"""Charts as text: the figures of a scale and a legend are none of the article."""

from articles.ingest.documents import BlockType
from tests.ingest.partition import assert_partition
from tests.ingest.pdf.text.typeset import ENDED, HEAD, article, texts

SCALE = "30\n20\n10\n2023 2024 2025\n東灣\n西灣\n"


def test_what_a_chart_prints_below_its_label_is_left_out():
    text = f"{ENDED}\n\n圖1：等泊時間\n{SCALE}資料來源：港務日誌\n{ENDED}\n"
    document = article(text)
    assert texts(document, BlockType.FIGURE) == ["圖1：等泊時間"]
    assert len(texts(document)) == 2
    assert_partition(HEAD + text, document)


def test_what_stands_below_the_label_of_a_table_is_kept():
    document = article(f"{ENDED}\n\n表1：等泊時間\n{SCALE}資料來源：港務日誌\n{ENDED}\n")
    assert "東灣" in str(document.blocks)


def test_a_heading_and_a_figure_below_the_label_of_a_picture_are_told():
    document = article(f"{ENDED}\n\n圖1：東灣碼頭\n三條航線\n12\n{ENDED}\n")
    assert "三條航線" in str(document.blocks)
