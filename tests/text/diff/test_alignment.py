"""Where two sequences differ."""

from hypothesis import given
from hypothesis import strategies as st

from articles.text.diff import alignment
from articles.text.diff.alignment import gaps

ITEMS = st.lists(st.sampled_from("abcde"), max_size=40)


def put_together(old, new):
    """The new sequence, made of the old one and the gaps."""
    made, at = [], 0
    for gap in gaps(old, new):
        made += [*old[at : gap.start], *new[gap.new_start : gap.new_end]]
        at = gap.end
    return made + old[at:]


@given(ITEMS, ITEMS)
def test_the_gaps_make_one_sequence_of_the_other(old, new):
    assert put_together(old, new) == new


@given(ITEMS, ITEMS)
def test_so_they_do_where_nothing_is_compared_item_by_item(old, new):
    most, alignment.MOST_COMPARISONS = alignment.MOST_COMPARISONS, 0
    try:
        assert put_together(old, new) == new
    finally:
        alignment.MOST_COMPARISONS = most


def test_equal_sequences_have_no_gap():
    assert gaps("abc", "abc") == []


def test_one_changed_item_in_a_long_sequence_is_one_gap():
    old = [str(number) for number in range(5000)]
    new = [*old[:1000], "x", *old[1001:4000], *old[4002:]]
    assert gaps(old, new) == [(1000, 1001, 1000, 1001), (4000, 4002, 4000, 4000)]
