"""What newspapers print at the edges of their pages, wherever a tool puts it."""

from datetime import date

import pytest

from tests.ingest.pdf.text.typeset import parsed, texts, told, wrapped

TITLE = "港務局與漁會談妥新的航線補貼之後誰來付帳"
UPPER, LOWER = wrapped(told(20), 14), wrapped(told(20, 60), 14)


@pytest.mark.parametrize(
    "line",
    [
        "海峡　4版　2025年（令和7年）6月3日（火曜日）　灯台新聞　(4)",
        "2025年6月3日 星期二 农历乙巳年五月初八 航运 灯塔日报 07",
        "B2 | 航运 灯塔日报 Tuesday, June 3, 2025",
        "燈塔週刊 航運　2025年6月3日　第6版",
        "07 항만 등대신문 2025년 6월 3일 화요일",
        "A12 深度 灯塔日报 2025年6月3日 星期二",
    ],
)
@pytest.mark.parametrize("below", ["", LOWER], ids=["last", "between"])
def test_a_line_of_a_paper_its_day_and_a_page_says_when_and_is_no_text(line, below):
    document = parsed(f"{TITLE}\n{UPPER}\n{line}\n{below}")
    assert document.published == date(2025, 6, 3)
    assert "".join(texts(document)) == told(20) + told(20, 60) * bool(below)


@pytest.mark.parametrize(
    "line",
    [
        "《燈塔日報》2025年6月3日第6版",
        "燈塔日報，2025年6月3日，第6版",
        "2025年6月3日 北港 12",
        "燈塔日報 2025年6月3日",
    ],
)
def test_a_source_or_a_row_of_days_is_no_line_of_a_page(line):
    assert parsed(f"{TITLE}\n{UPPER}\n{line}\n{LOWER}").published is None


def test_rows_of_several_days_are_a_timetable():
    rows = "2025年6月3日 星期二 北港 12\n2025年6月4日 星期三 南港 14"
    assert parsed(f"{TITLE}\n{UPPER}\n{rows}\n{LOWER}").published is None
