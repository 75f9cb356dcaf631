"""What follows an article: who wrote it, what its publication is, other stories of its page."""

import pytest

from articles.ingest.documents import BlockType
from tests.ingest.partition import assert_partition
from tests.ingest.pdf.text.typeset import ENDED, ENGLISH, FILL, parsed, texts, wrapped

NOTE = BlockType.NOTE


@pytest.mark.parametrize(
    "line",
    [
        "Jane Doe teaches the history of harbours at a college by the sea.",
        "Bay Papers are circulated for discussion and comment.",
    ],
)
def test_what_an_author_or_a_series_is_stands_below_the_text_as_a_note(line):
    document = parsed(f"Bay Papers No. 7\n\nGuarding the Night Fleet\n\nJane Doe\n\n{ENGLISH}\n\n{line}\n")
    assert texts(document, NOTE) == [line]


def test_a_last_sentence_of_an_office_that_sends_the_release_is_told():
    document = parsed(
        f"外交部\n\n夜間渡輪恢復通航\n\n{ENDED}\n\n外交部將繼續與各方保持聯繫，並適時說明進展。\n"
    )
    assert texts(document, NOTE) == []


@pytest.mark.parametrize(
    "line", ["三浦　直人（海域政策研究所研究員）", "（執筆：李明俊，本院港口研究室助理研究員）", "文／李明俊"]
)
def test_a_text_may_be_signed_below_its_end(line):
    document = parsed(f"夜間渡輪恢復通航\n\n{ENDED}\n\n{line}\n\n本文不代表本會立場。\n")
    assert document.byline in line.replace("\u3000", "")
    assert document.byline


def test_a_text_that_is_signed_above_is_not_by_whom_the_last_lines_name():
    document = parsed(f"夜間渡輪恢復通航\n李明俊\n\n{ENDED}\n\n方子瑜（海港大學教授）\n")
    assert document.byline == "李明俊"


@pytest.mark.parametrize(
    ("opening", "end"),
    [("HARBOUR CITY, 8 June 2022 – ", ""), ("", "\n\n8 June 2022\n")],
    ids=["dateline", "last line"],
)
def test_a_text_is_dated_where_it_begins_or_ends(opening, end):
    document = parsed(f"Guarding the Night Fleet\n\n{opening}{ENGLISH}{end}")
    assert str(document.published) == "2022-06-08"


PAGE = (
    "A3\n晨島日報\n2026年6月23日　星期二\n農曆丙午年五月初九\n責任編輯／吳佩真　美術編輯／阿棋\n\n"
    "兩港重開夜間渡輪\n船長說先試三個月\n\n【記者江牧遠／南浦報導】\n"
)


def test_a_newspapers_name_and_editors_are_neither_headline_nor_byline():
    document = parsed(PAGE + wrapped(FILL * 4 + "船長說開船。", 14))
    assert document.headline == "兩港重開夜間渡輪船長說先試三個月"
    assert document.byline == "江牧遠"


def test_another_story_of_the_page_is_left_out_with_its_heading():
    story = "\n".join(wrapped(FILL * 2 + "船長說開船。", 14) for _ in range(4))
    other = "國際短波\n北津增開航班\n【本報綜合外電】北津說，航線七月起增為三班。\n\n廣告\n海島旅遊　三日\n"
    text = f"{PAGE}{story}\n\n{other}"
    document = parsed(text)
    assert "北津" not in "".join(block.text for block in document.blocks)
    assert_partition(text, document)


def test_a_caption_inside_a_sentence_does_not_part_it():
    above, below = wrapped(FILL * 3, 14)[:-1], "窗外的船。"
    document = parsed(f"{PAGE}{above}\n\n▲ 船長（右）與港務長在碼頭\n握手。　　　（聯合圖像）\n\n{below}\n")
    assert texts(document)[0].endswith(below)
    assert len(texts(document, BlockType.FIGURE)) == 1
