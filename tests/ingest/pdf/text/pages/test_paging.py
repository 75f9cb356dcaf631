"""Where pages end in texts without form feeds."""

import pytest

from articles.ingest.documents import BlockType
from tests.ingest.pdf.text.typeset import HEAD, parsed, rules, texts, told, wrapped

ARTICLE = told(50)


def pages(*between: str, end: str = "", lines: int = 14, width: int = 24) -> str:
    """A story on pages of so many lines, what stands between them, and what stands at the end."""
    printed = wrapped(ARTICLE, width).split("\n")
    sheets = [
        "\n".join(printed[at * lines : (at + 1 if at < len(between) else at + 99) * lines])
        for at in range(len(between) + 1)
    ]
    story = "\n".join(part for pair in zip(sheets, [*between, end], strict=True) for part in pair)
    return f"{HEAD}李明俊\n\n{story}\n"


@pytest.mark.parametrize(
    "foot",
    ["燈塔日報　副刊\n民國一一四年六月三日　星期二　C7", "海港週刊\n深度", "港灣通訊 夏季號\n2025年6月"],
)
def test_a_foot_of_two_lines_that_comes_again_parts_no_sentence(foot):
    document = parsed(pages(foot, end=foot))
    assert texts(document) == [ARTICLE]
    assert "running head" in rules(document)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("產業 INDUSTRY 41", "42 港務月刊 2025.06"),
        ("40 港務月刊", "渡輪時代 41"),
        ("人物 | 12", "13 | 港務月刊"),
    ],
)
def test_numbers_that_count_up_to_the_last_line_are_of_pages(first, second):
    document = parsed(pages(first, end=second))
    assert texts(document) == [ARTICLE]


def test_a_page_number_alone_counts_with_those_beside_heads():
    document = parsed(pages("78\n79 海港學刊 第9卷第2期", "海港上空的第三種聲音 80", lines=10, width=24))
    assert texts(document) == [ARTICLE]


def test_a_date_and_the_code_of_a_newspapers_page_may_change_places():
    document = parsed(pages("2025年6月3日 星期二\n01 要聞", end="02 要聞\n2025年6月3日 星期二"))
    assert texts(document) == [ARTICLE]


def test_headings_that_count_up_are_no_heads_of_pages():
    chapters = "\n".join(f"{n} 第{n}次談判\n{wrapped(told(30 + n))}" for n in range(1, 4))
    document = parsed(f"{HEAD}李明俊\n\n{chapters}\n")
    assert texts(document, BlockType.HEADING) == ["1 第1次談判", "2 第2次談判", "3 第3次談判"]


def test_a_full_line_of_a_narrow_column_is_no_head():
    document = parsed(pages("2025年6月3日 星期二\n01 要聞", end="02 要聞\n2025年6月3日 星期二", width=14))
    assert texts(document) == [ARTICLE]


def test_the_foot_of_a_lone_page_is_no_headline():
    document = parsed(f"{wrapped(ARTICLE)}\n灣岸通訊 / 114年5月號\n第1頁")
    assert document.headline == ""
    assert texts(document) == [ARTICLE]


def test_a_dash_of_mathematics_beside_a_page_number_is_one():
    text = "\f".join(f"{wrapped(told(9 + n))}\n− {n} −\n" for n in (30, 31))
    assert "page number" in rules(parsed(HEAD + text))
