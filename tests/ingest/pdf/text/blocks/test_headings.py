"""Headings of a typeset text, by their numbers, their bullets or their words."""

import pytest

from articles.ingest.documents import BlockType
from tests.ingest.pdf.text.typeset import ENDED, FILL, HEAD, article, parsed, rules, texts, wrapped

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


def test_numbers_in_two_scripts_count_chapters_and_their_sections():
    lines = ["壹、重點", TOLD, "貳、意涵", "一、時差", TOLD, "二、授權", TOLD]
    assert headings(*lines) == [line for line in lines if line != TOLD]


@pytest.mark.parametrize("leader", ["....", "････"])
def test_a_table_of_contents_is_left_out_whatever_its_dots(leader):
    entries = [f"第一章 {words} {leader * 3} {number}" for number, words in enumerate(("概觀", "合作"), 2)]
    document = article("\n".join(["目　次", *entries, "", TOLD]))
    assert texts(document) == [TOLD.replace("\n", "")]


def test_a_table_of_contents_without_dots_is_told_by_the_headings_of_later_pages():
    entries = ["1 燈塔的夜班", "2 渡輪的清晨 3"]
    said = ("漁民在岸上等候消息，", "渡輪公司把航線圖重新掛上牆，")
    chapters = [
        f"\f{entry[:7]}\n{wrapped(told * 9)[:-1]}。" for entry, told in zip(entries, said, strict=True)
    ]
    document = parsed(f"{HEAD}李明俊\n\n目录\n" + "\n".join(entries) + "".join(chapters))
    printed = [block.text for block in document.blocks]
    assert "目录" not in printed
    assert [text for text in printed if text[0].isdigit()] == ["1 燈塔的夜班", "2 渡輪的清晨"]


def test_a_list_of_tables_below_the_contents_has_its_own_heading():
    entries = ["目次", "第一章 概觀 ..... 1", "第二章 合作 ..... 4", "表次", "表 1 船班 ..... 2"]
    document = article("\n".join(["李明俊", "", *entries, "", TOLD]))
    assert [block.text for block in document.blocks] == [TOLD.replace("\n", "")]


def test_chapters_with_a_full_width_space_are_no_table():
    lines = [
        "第１章　概観",
        TOLD,
        "図表１　実績の推移（出典：港湾局）",
        "",
        "第２章　協力",
        "第１節　南岸",
        TOLD,
    ]
    document = article("\n".join([*lines, "第２節　北岸", TOLD]))
    assert texts(document, "table") == []


def test_a_label_with_a_point_makes_a_caption_of_a_sentence():
    label = "Figure 1. Time to the first answer, in minutes. Source: interviews."
    assert texts(article(f"{TOLD}\n\n{label}\n\n{TOLD}"), "figure") == [label]


def test_headings_that_are_printed_in_advance_are_a_table_of_contents():
    names = ["はじめに", "Ⅰ　航路の経緯", "Ⅱ　港の人々", "おわりに"]
    body = "\n".join(f"{name}\n{wrapped(FILL * 2 + '散會。')}\n" for name in names)
    summary = wrapped("港務長說，渡輪停航以後，島上的人只好等到天亮再走，本文說明其經過與各方的作法。")
    document = article("\n".join(names) + f"\n\n{summary}\n\f{body}")
    printed = [block.text.replace(" ", "　") for block in document.blocks]
    assert [printed.count(name) for name in names] == [1, 1, 1, 1]


def test_a_number_alone_above_a_heading_is_its_number():
    body = "".join(
        f"{number}\n\n{heading}\n\n{ENDED}\n\n"
        for number, heading in zip("１２", ("啟航", "歸航"), strict=True)
    )
    assert texts(article(body), BlockType.HEADING) == ["１ 啟航", "２ 歸航"]
