"""Text taken out of PDFs: lines back to paragraphs, pages back to one article."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.ingest.documents import BlockType, DocumentError
from tests.ingest.partition import assert_partition
from tests.ingest.pdf.text.typeset import FILL, HEAD, article, parsed, rules, texts, wrapped

FIXTURES = Path(__file__).parent / "fixtures"


FIXTURE_NAMES = [
    "wrapped",
    "layout",
    "spaced",
    "letterhead",
    "briefing",
    "columns",
    "journal",
    "footnotes",
    "statement",
]


@pytest.mark.parametrize("name", FIXTURE_NAMES)
def test_a_typeset_article_is_read_as_it_was_written(name):
    expected = json.loads((FIXTURES / f"{name}.json").read_text("utf8"))
    document = parsed((FIXTURES / f"{name}.txt").read_text("utf8"))
    assert document.headline == expected["headline"]
    assert document.byline == expected["byline"]
    held = [[block.type, block.text or block.items or block.rows] for block in document.blocks]
    assert held == expected["blocks"]


@pytest.mark.parametrize("name", FIXTURE_NAMES)
def test_every_character_of_a_typeset_article_is_held_or_removed(name):
    text = (FIXTURES / f"{name}.txt").read_text("utf8")
    assert_partition(text, parsed(text))


def test_a_caption_in_smaller_type_has_at_most_six_lines():
    body = "\n\n".join([wrapped(FILL * 4 + "結果未定。")] * 3)
    for lines, kind in ((6, BlockType.FIGURE), (7, BlockType.PARAGRAPH)):
        small = "港" * 30 * (lines - 1) + "兩人握手。"
        document = article(f"{body}\n\n{wrapped(small, 30)}\n\n{body}")
        assert small in texts(document, kind)


def test_a_front_has_at_most_fourteen_lines():
    body = "\n\n".join([wrapped(FILL * 4 + "結果未定。")] * 3)
    fronts = ["".join(f"海港第{number}行字\n\n" for number in range(lines)) for lines in (13, 14)]
    assert [bool(parsed(f"{front}2025年8月24日\n\n{body}").published) for front in fronts] == [True, False]


LINES = [
    "代表團抵達釜山。",
    "會談之後",
    "李明俊",
    "12",
    "- 3 -",
    "第 4 頁",
    "東亞觀察",
    "   縮排的一行",
    "",
    "\f",
    "\u200b",
]
LINES += ["▲兩人握手。（圖／達志影像）", "編按：本文為投書。", "• 漁業水域", "https://a.kr/x?id=", "1&set=2"]
LINES += [
    "關鍵字：外交、首爾",
    "2025年8月24日",
    "記者李明俊／台北報導",
    "co-",
    "operation",
    FILL,
    FILL + "結果未定。",
]


ENDS = st.sampled_from(["\n", "\n\n", "\r\n"])


@given(st.lists(st.one_of(st.sampled_from(LINES), st.text(max_size=20)), max_size=16), ENDS)
def test_every_character_is_held_or_removed_whatever_the_lines(lines, end):
    text = end.join([*lines[::2], wrapped(FILL * 6 + "結果未定。"), *lines[1::2]])
    assert_partition(text, parsed(text))


def test_a_line_that_a_field_repeats_is_held_where_it_stands():
    lines = ["關鍵字：外交、首爾", FILL, "記者李明俊／台北報導", "代表團抵達釜山。", "李明俊", "會談之後"]
    text = "\n".join([*lines, "編按：本文為投書。"])
    assert_partition(text, parsed(text))


def test_full_width_lines_join_without_a_gap():
    assert texts(article(wrapped(FILL * 3 + "直到天亮。"))) == [FILL * 3 + "直到天亮。"]


def test_latin_words_join_with_a_space():
    body = (
        "The two delegations met for the third time this winter in the\n"
        "old customs house, where the heating had been broken since the\n"
        "autumn storms and nobody had come to repair it."
    )
    assert texts(parsed("Harbor talks resume\n\n" + body)) == [body.replace("\n", " ")]


def test_a_word_broken_by_a_hyphen_is_mended_when_it_is_printed_whole_elsewhere():
    body = (
        "The negotiation over the fishing waters went on until the negoti-\n"
        "ation over the ports began, and then both were put off until the\n"
        "week after the holiday."
    )
    document = parsed("Harbor talks resume\n\n" + body)
    assert "until the negotiation over the ports" in texts(document)[0]
    assert "hyphen" in rules(document)


def test_a_compound_keeps_its_hyphen():
    body = (
        "Both of the capitals describe these meetings as part of a decision-\n"
        "making process that neither of them intends to explain in public,\n"
        "now or at any other time."
    )
    assert "decision-making process" in texts(parsed("Harbor talks resume\n\n" + body))[0]


def test_a_line_with_room_for_the_next_word_ends_its_paragraph():
    body = wrapped(FILL * 2 + "結束。") + "\n" + wrapped("隔天" + FILL * 2 + "再談。")
    assert texts(article(body)) == [FILL * 2 + "結束。", "隔天" + FILL * 2 + "再談。"]


def test_a_sentence_goes_on_over_a_page_break():
    sentence = FILL * 4 + "沒有結論。"
    lines = wrapped(sentence).split("\n")
    text = (
        HEAD
        + "\n".join(lines[:2])
        + "\n1\n\f半島月報\n"
        + "\n".join(lines[2:])
        + "\n2\n\f半島月報\n尾聲。\n3\n"
    )
    assert texts(parsed(text))[0] == sentence


def test_page_numbers_and_running_heads_are_left_out():
    pages = [
        f"半島月報 第三期\n{wrapped(FILL * 3 + '第' + number + '天結束。')}\n{n}\n"
        for n, number in enumerate("一二三", 1)
    ]
    document = parsed("\f".join(pages))
    assert "半島月報" not in "".join(texts(document))
    assert {"page number", "running head"} <= rules(document)


def test_a_headline_repeated_at_the_head_of_later_pages_stays_the_headline():
    days = ["".join(sorted(FILL * 4, key=lambda char: ord(char) % prime)) for prime in (7, 11, 13)]
    pages = [f"海港上空的第三種聲音\n{wrapped(day + '散會。')}\n{n}\n" for n, day in enumerate(days, 1)]
    document = parsed("\f".join(pages))
    assert document.headline == "海港上空的第三種聲音"
    assert "海港上空" not in "".join(texts(document))


def test_a_short_line_between_paragraphs_is_a_heading():
    body = wrapped(FILL * 2 + "結束。") + "\n等待中的港口\n" + wrapped(FILL * 2 + "重啟。")
    assert texts(article(body), BlockType.HEADING) == ["等待中的港口"]


def test_lines_of_verse_are_no_headings():
    verse = "潮水退去\n船還在\n名字刻在\n木頭上\n沒有人念"
    document = article(wrapped(FILL * 3 + "他寫道。") + "\n" + verse)
    assert texts(document, BlockType.HEADING) == []


def test_a_printed_line_that_fonts_broke_apart_is_one_line():
    body = (
        wrapped(FILL * 2)
        + "\n代表們提到穿梭外交\n（Shuttle）\n，隨後沉默，\n"
        + wrapped("會談在" + FILL + "中結束。")
    )
    assert texts(article(body)) == [
        f"{FILL * 2}代表們提到穿梭外交（Shuttle），隨後沉默，會談在{FILL}中結束。"
    ]


def test_an_address_broken_over_lines_is_whole_again():
    body = "兩國代表在碼頭合影。（圖片來源：https://photos.exa\nmple.org/album/?id=30&set=4）\n" + wrapped(
        FILL * 3 + "散會。"
    )
    document = article(body)
    assert texts(document, BlockType.FIGURE)[0].endswith("https://photos.example.org/album/?id=30&set=4）")


def test_a_wrapped_headline_is_put_together():
    text = "海峽兩岸的港口城市如何等待\n下一輪會談\n李明俊\n" + wrapped(FILL * 4 + "散會。", 23)
    document = parsed(text)
    assert document.headline.replace(" ", "") == "海峽兩岸的港口城市如何等待下一輪會談"
    assert document.byline == "李明俊"


def test_a_caption_above_the_headline_is_a_figure():
    text = "代表團在碼頭合影。（圖／本刊資料室）\n海港上空的第三種聲音\n李明俊\n" + wrapped(
        FILL * 3 + "散會。"
    )
    document = parsed(text)
    assert document.headline == "海港上空的第三種聲音"
    assert texts(document, BlockType.FIGURE) == ["代表團在碼頭合影。（圖／本刊資料室）"]


def test_a_section_word_below_the_headline_is_no_name():
    document = parsed("海港上空的第三種聲音\n前言\n" + wrapped(FILL * 3 + "散會。"))
    assert document.byline == ""


def test_a_printed_date_is_read_and_recorded():
    document = parsed(HEAD + "2025年8月24日\n" + wrapped(FILL * 3 + "散會。"))
    assert document.published.isoformat() == "2025-08-24"
    assert "date" in rules(document)


def test_the_publisher_is_named_by_its_disclaimer():
    document = article(
        wrapped(FILL * 3 + "散會。") + "\n編按：本文僅代表作者個人觀點，不代表海岬基金會之立場。"
    )
    assert document.source_name == "海岬基金會"


def test_bulleted_lines_are_a_list():
    document = article(wrapped(FILL * 3 + "議題如下：") + "\n• 漁業水域\n• 航運保險\n")
    assert [block.items for block in document.blocks if block.type == BlockType.LIST] == [
        ["漁業水域", "航運保險"]
    ]


def test_numbered_lines_are_a_list():
    document = article(
        wrapped(FILL * 3 + "內容如下：") + "\n1. 互相知會；\n2. 每年演練。\n" + wrapped(FILL * 2 + "散會。")
    )
    lists = [block for block in document.blocks if block.type == BlockType.LIST]
    assert [(block.items, block.ordered) for block in lists] == [(["互相知會；", "每年演練。"], True)]


def test_a_lone_number_at_the_beginning_of_a_line_is_no_list():
    document = article(wrapped(FILL * 2) + "\n1.5公里外的燈塔" + FILL[:10] + "\n" + wrapped(FILL + "散會。"))
    assert BlockType.LIST not in {block.type for block in document.blocks}


def test_numbered_clauses_are_paragraphs_and_keep_their_numbers():
    first, second = "一、" + FILL[:22], "二、雙方每年演練一次。"
    document = article(
        wrapped(FILL * 3 + "並同意：") + f"\n{first}\n{second}\n" + wrapped(FILL * 2 + "散會。")
    )
    assert texts(document)[1:3] == [first, second]


def test_lines_with_equally_many_cells_are_a_table():
    rows = "年份        航班        旅客\n2024        12          900\n2025        40          3,100\n"
    document = article(wrapped(FILL * 3 + "如下表。") + "\n\n" + rows + "\n" + wrapped(FILL * 2 + "散會。"))
    assert [block.rows for block in document.blocks if block.type == BlockType.TABLE] == [
        [["年份", "航班", "旅客"], ["2024", "12", "900"], ["2025", "40", "3,100"]]
    ]


def test_a_note_at_the_foot_of_a_page_does_not_interrupt_the_sentence():
    lines = wrapped(FILL * 4 + "沒有結論。").split("\n")
    note = "\n\n1 航海日誌由引水站保存。\n\n1\n\f"
    document = article("\n".join(lines[:2]) + note + "\n".join(lines[2:]) + "\n\n2\n")
    assert texts(document) == [FILL * 4 + "沒有結論。"]
    assert texts(document, BlockType.NOTE) == ["1 航海日誌由引水站保存。"]


def test_the_headline_above_which_the_journal_stands_is_not_its_running_head():
    body = (
        wrapped(FILL * 3 + "第一天結束。"),
        wrapped(FILL * 2 + "第二天結束。"),
        wrapped(FILL + "第三天結束。"),
    )
    text = (
        f"半島月報\n\n海港上空的第三種聲音\n\n李明俊\n\n{body[0]}\n\n1\n\f"
        f"海港上空的第三種聲音\n\n{body[1]}\n\n2\n\f半島月報\n\n{body[2]}\n\n3\n"
    )
    document = parsed(text)
    assert (document.headline, document.byline) == ("海港上空的第三種聲音", "李明俊")
    assert "海港上空" not in "".join(block.text for block in document.blocks)


def test_a_headline_repeated_once_at_the_head_of_a_page_is_a_running_head():
    first = f"代表團在碼頭合影。（圖／本刊資料室）\n\n{HEAD}李明俊\n\n" + wrapped(FILL * 3 + "散會。")
    document = parsed(f"{first}\n\n1\n\f海港上空的第三種聲音\n\n{wrapped(FILL * 2 + '隔天再談。')}\n\n2\n")
    assert "海港上空的第三種聲音" not in [block.text for block in document.blocks]


def test_the_line_between_the_name_and_the_date_says_who_the_author_is():
    document = parsed(HEAD + "李明俊\n海岬書院特約講座\n2025年8月24日\n\n" + wrapped(FILL * 3 + "散會。"))
    assert texts(document, BlockType.NOTE) == ["海岬書院特約講座"]


def test_a_name_with_its_post_on_one_line_is_a_byline():
    document = parsed(HEAD + "李明俊 海岬研究所研究員\n\n" + wrapped(FILL * 3 + "散會。"))
    assert document.byline == "李明俊"


def test_the_date_of_the_issue_is_the_date_of_its_articles():
    document = parsed("半島月報 2025年9月12日\n\n" + HEAD + "李明俊\n" + wrapped(FILL * 3 + "散會。"))
    assert document.headline == "海港上空的第三種聲音"
    assert document.published.isoformat() == "2025-09-12"


def test_notes_below_the_article_are_notes():
    notes = "1 航海日誌由引水站保存。\n2 雙方各存一份。"
    document = article(wrapped(FILL * 3 + "散會。") + "\n\n" + notes)
    assert texts(document, BlockType.NOTE) == notes.split("\n")


def test_what_stands_below_the_heading_of_the_notes_is_notes():
    document = article(wrapped(FILL * 3 + "散會。") + "\n\n註釋\n\n海岬書院，《航海日誌》，1974年。\n")
    assert texts(document, BlockType.NOTE) == ["海岬書院，《航海日誌》，1974年。"]


def test_radicals_are_read_as_characters():
    assert parsed(HEAD + wrapped(FILL * 2 + "⼈們散會。")).blocks[0].text.endswith("人們散會。")


def test_spaces_strewn_between_han_are_none_of_the_text():
    told = wrapped("漁火" + FILL * 3 + "散會。")
    strewn = told.replace("字核對", "字 核 對").replace("船笛聲", "船 笛 聲").replace("席", "席 ")
    text = f"港 口 的 燈 塔\n\n李 明 俊\n\n{strewn}\n"
    document = parsed(text)
    assert (document.headline, document.byline) == ("港口的燈塔", "李明俊")
    assert texts(document) == [told.replace("\n", "")]
    assert_partition(text, document)


def test_page_furniture_alone_is_refused():
    with pytest.raises(DocumentError, match="No article"):
        parsed("1\n\f2\n\f3\n")
