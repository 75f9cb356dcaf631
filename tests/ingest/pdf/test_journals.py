"""Pages of journals: their numbers, heads and notes, and the dates of a manuscript."""

import pytest

from articles.ingest.documents import BlockType
from tests.ingest.pdf.test_text import FILL, HEAD, parsed, rules, texts, wrapped


def test_of_a_manuscripts_dates_that_of_publication_counts():
    dates = "收稿日期：2024年5月1日；出版日期：2024年9月30日"
    document = parsed(f"{HEAD}李明俊\n\n{dates}\n\n" + wrapped(FILL * 3 + "散會。"))
    assert document.published.isoformat() == "2024-09-30"


@pytest.mark.parametrize("head", ["燈塔季刊 第3期", "李明俊：海港上空的第三種聲音", "渡輪與燈塔"])
def test_a_head_that_one_page_alone_has_does_not_part_a_sentence(head):
    lines = wrapped(FILL * 6 + "散會。").split("\n")
    first, second = "\n".join(lines[:4]), "\n".join(lines[4:])
    text = HEAD + f"李明俊\n\n{first}\n\nix\n\n{head}\n\n{second}\n\nx\n"
    document = parsed(text)
    assert texts(document) == [FILL * 6 + "散會。"]
    assert rules(document) >= {"page number", "running head"}


def test_a_note_that_the_page_cites_is_a_note_though_it_interrupts_nothing():
    first = wrapped(FILL * 2 + "散會。[1]" + FILL + "歸航。")
    text = (
        HEAD + f"{first}\n────────\n[1] 航海日誌由引水站保存。\n\n1\n\n{wrapped(FILL * 3 + '再談。')}\n\n2\n"
    )
    document = parsed(text)
    assert texts(document, BlockType.NOTE) == ["[1] 航海日誌由引水站保存。"]
    assert "rule" in rules(document)


def test_what_a_rule_parts_from_the_text_above_is_a_note():
    first = wrapped(FILL * 3 + "散會。")
    second = wrapped(FILL * 3 + "再談。")
    text = f"{HEAD}{first}\n________\n2  航海日誌由引水站保存。\n\n1 / 2\n\n{second}\n\n2 / 2\n"
    assert texts(parsed(text), BlockType.NOTE) == ["2 航海日誌由引水站保存。"]


def test_a_remark_in_brackets_is_no_headline():
    document = parsed("（以現場發言為準）\n\n" + HEAD + wrapped(FILL * 3 + "散會。"))
    assert document.headline == HEAD.strip()
