"""What a plain-text parse holds and removes adds up to the whole text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.ingest.documents import Block, BlockType, Held, Kind, ParsedDocument, Removed
from articles.ingest.record import Record
from tests.ingest.partition import assert_partition


def test_a_held_piece_is_returned_with_tidy_white_space():
    assert Record("  兩國 　外長\t會晤。 ").hold(0, 0, 12) == "兩國 外長 會晤。"


def test_a_line_break_in_a_held_piece_is_a_space_only_between_words_that_are_written_apart():
    assert Record("兩國\n外長\n會晤").hold(0, 0, 8) == "兩國外長會晤"
    assert Record("two\nministers\n, both").hold(0, 0, 20) == "two ministers, both"
    assert Record("外長\nLu 與 Cho\n會晤").hold(0, 0, 14) == "外長Lu 與 Cho會晤"


def test_invisible_characters_of_a_held_piece_are_removed_by_name():
    record = Record("外\u200b長")
    assert record.hold("headline", 0, 3) == "外長"
    assert record.removed() == [Removed("invisible", 1, 2)]
    assert record.held == [Held("headline", 0, 1), Held("headline", 2, 3)]


def test_pieces_of_one_holder_are_told_as_one_when_only_white_space_parts_them():
    record = Record("兩國\n外長\n會晤")
    record.hold(0, 0, 2)
    record.hold(0, 3, 5)
    record.hold(1, 6, 8)
    assert record.held == [Held(0, 0, 5), Held(1, 6, 8)]


def test_pieces_of_one_holder_side_by_side_are_told_as_one():
    record = Record("頭條兩國外長")
    record.hold("headline", 0, 2)
    record.hold(0, 2, 4)
    record.hold(0, 4, 6)
    assert record.held == [Held("headline", 0, 2), Held(0, 2, 6)]


def test_pieces_of_one_holder_out_of_order_stay_apart():
    record = Record("兩國\n外長")
    record.hold(0, 3, 5)
    record.hold(0, 0, 2)
    assert record.held == [Held(0, 3, 5), Held(0, 0, 2)]


def test_what_nobody_claimed_is_recorded_line_by_line():
    record = Record("頭條\n正文\n頁尾")
    record.hold(0, 3, 5)
    assert record.removed(lambda offset: "menu" if offset < 3 else "footer") == [
        Removed("menu", 0, 2),
        Removed("footer", 6, 8),
    ]


def test_what_nobody_claimed_is_called_so_when_no_rule_is_named():
    assert Record("頁尾").removed() == [Removed("unclaimed", 0, 2)]


def test_neighbours_of_one_rule_are_recorded_as_one():
    record = Record("首頁\n\n登入")
    record.leave_out("menu", 4, 6)
    record.leave_out("menu", 0, 2)
    assert record.removed() == [Removed("menu", 0, 6)]


def test_white_space_alone_is_never_recorded():
    record = Record(" \n\u3000")
    record.leave_out("menu", 0, 3)
    assert record.hold("headline", 0, 3) == ""
    assert (record.removed(), record.held) == ([], [])


@pytest.mark.parametrize(
    "claim", [lambda record: record.hold(1, 2, 6), lambda record: record.leave_out("menu", 2, 6)]
)
def test_claiming_a_character_twice_is_an_error_at_once_that_says_where(claim):
    record = Record("兩國外長會晤")
    record.hold(0, 0, 4)
    with pytest.raises(ValueError, match=r"^characters 2 to 6 were claimed twice$"):
        claim(record)


def test_a_field_may_quote_what_a_block_holds_and_nothing_else():
    record = Record("林明 會談開始。")
    record.hold(0, 3, 8)
    assert (record.quote(3, 5), record.quote(0, 2)) == ("會談", "")
    assert record.held == [Held(0, 3, 8)]


@given(st.text(), st.data())
def test_any_claims_that_do_not_overlap_part_the_text(text, data):
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=8)))
    record, blocks = Record(text), []
    for number, (start, end) in enumerate(pairwise(cuts)):
        if number % 2:
            blocks.append(Block(BlockType.PARAGRAPH, record.hold(len(blocks), start, end)))
        else:
            record.leave_out("menu", start, end)
    document = ParsedDocument(Kind.SCRAPE, blocks=blocks, removed=record.removed(), held=record.held)
    assert_partition(text, document)
