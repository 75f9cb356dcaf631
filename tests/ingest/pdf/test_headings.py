"""Headings of a typeset text, by their numbers, their bullets or their words."""

import pytest

from tests.ingest.pdf.test_text import HEAD, article, parsed, rules, texts, wrapped

TOLD = wrapped("會談的代表逐字核對草案，窗外的船笛聲一直沒有停過，" * 4 + "結果未定。")


def headings(*lines: str) -> list[str]:
    return texts(article("\n".join(lines)), "heading")


def test_a_short_line_behind_a_bullet_with_text_below_it_is_a_heading():
    assert headings("■ 요약", TOLD, "■ 문제", TOLD) == ["요약", "문제"]


def test_short_items_below_each_other_are_a_list():
    document = article("\n".join([TOLD, "■ 열선", "■ 어선", "", TOLD]))
    assert texts(document, "heading") == []


def test_syllables_count_headings_anew_in_every_chapter():
    lines = ["1. 문제", "가. 군사", TOLD, "나. 경제", TOLD, "2. 제언", "가. 외교", TOLD, "나. 교류", TOLD]
    assert headings(*lines) == [line for line in lines if line != TOLD]


@pytest.mark.parametrize("words", ["摘　要", "Abstract", "요약"])
def test_the_heading_of_an_abstract_is_no_part_of_the_line_above_it(words):
    document = parsed(f"{HEAD}許知微\n海濱大學國際關係研究所副教授\n{words}\n{TOLD}\n\n{TOLD}")
    assert [text.split() for text in texts(document, "heading")] == [words.split()]


def test_a_bullet_without_an_item_is_a_mark():
    document = article(f"{TOLD}\n•\n•\n{TOLD}")
    assert ("mark" in rules(document), "•" in str(document.blocks)) == (True, False)


def test_the_number_of_a_series_heads_a_page_once():
    document = parsed(f"{HEAD}{TOLD}\n\f온라인 시리즈 CO 25-14\n\n2. 결론\n{TOLD}")
    assert "running head" in rules(document)
