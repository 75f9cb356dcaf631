"""What a plain-text parse keeps and removes adds up to the whole text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.ingest.documents import Block, BlockType, Kind, ParsedDocument, Removed
from articles.ingest.spans import Spans, coverage_errors


def parsed(*paragraphs, removed=(), **fields):
    blocks = [Block(BlockType.PARAGRAPH, text) for text in paragraphs]
    return ParsedDocument(Kind.SCRAPE, blocks=blocks, removed=list(removed), **fields)


def test_a_kept_piece_is_returned_with_tidy_white_space():
    assert Spans("  兩國 　外長\t會晤。 ").keep(0, 12) == "兩國 外長 會晤。"


def test_a_line_break_in_a_kept_piece_is_a_space_only_between_words_that_are_written_apart():
    assert Spans("兩國\n外長\n會晤").keep(0, 8) == "兩國外長會晤"
    assert Spans("two\nministers\n, both").keep(0, 22) == "two ministers, both"


def test_invisible_characters_of_a_kept_piece_are_removed_by_name():
    spans = Spans("外\u200b長")
    assert spans.keep(0, 3) == "外長"
    assert spans.record() == [Removed("invisible", 1, 2)]


def test_what_nobody_claimed_is_recorded_line_by_line():
    spans = Spans("頭條\n正文\n頁尾")
    spans.keep(3, 5)
    assert spans.record(lambda offset: "menu" if offset < 3 else "footer") == [
        Removed("menu", 0, 2),
        Removed("footer", 6, 8),
    ]


def test_neighbours_of_one_rule_are_recorded_as_one():
    spans = Spans("首頁\n\n登入")
    spans.remove(0, 2, "menu")
    spans.remove(4, 6, "menu")
    assert spans.record() == [Removed("menu", 0, 6)]


def test_white_space_alone_is_never_recorded():
    spans = Spans(" \n\u3000")
    spans.remove(0, 3, "menu")
    assert spans.record() == []


def test_claiming_a_character_twice_is_an_error():
    spans = Spans("兩國外長會晤")
    spans.keep(0, 4)
    spans.remove(2, 6, "menu")
    with pytest.raises(ValueError, match="claimed twice"):
        spans.record()


def test_a_sound_record_has_no_coverage_errors():
    document = parsed("正文 一段。", headline="頭條", removed=[Removed("menu", 3, 5)])
    assert coverage_errors("頭條\n首頁\n正文　一段。", document) == []


def test_a_field_may_repeat_what_a_block_holds():
    assert coverage_errors("（記者林明）會談開始。", parsed("（記者林明）會談開始。", byline="林明")) == []


def test_a_character_that_is_neither_kept_nor_removed_is_reported():
    assert coverage_errors("首頁\n正文", parsed("正文")) == ["kept but held by nothing: '首頁'"]


def test_a_block_that_was_also_removed_is_reported():
    errors = coverage_errors("正文", parsed("正文", removed=[Removed("menu", 0, 2)]))
    assert errors == ["held but not left in the text: '正文'"]


def test_blocks_out_of_order_are_reported():
    assert coverage_errors("甲\n乙", parsed("乙", "甲")) != []


def test_overlapping_removals_are_reported():
    removed = [Removed("menu", 0, 2), Removed("footer", 1, 3)]
    assert "overlaps" in coverage_errors("一二三", parsed(removed=removed))[0]


@given(st.text(), st.data())
def test_any_claims_that_do_not_overlap_cover_the_text(text, data):
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=8)))
    spans, kept = Spans(text), []
    for number, (start, end) in enumerate(pairwise(cuts)):
        if number % 2:
            kept.append(spans.keep(start, end))
        else:
            spans.remove(start, end, "menu")
    assert coverage_errors(text, parsed(*kept, removed=spans.record())) == []
