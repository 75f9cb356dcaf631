"""Columns are taken apart, in the units of a page as in those of a text."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.ingest.pdf.columns import in_reading_order


@dataclass(frozen=True)
class Box:
    left: float
    right: float
    y: float
    size: float = 10


def lines(left: float, right: float, top=100.0, count=6) -> list[Box]:
    return [Box(left, right, top + 15 * number) for number in range(count)]


def regions(*boxes: Box) -> list[list[Box]]:
    return in_reading_order(list(boxes), slack=3)


def test_lines_of_one_column_stay_together():
    assert regions(*lines(50, 500)) == [lines(50, 500)]


@pytest.mark.parametrize("level", [0, 4])  # lines of neighbouring columns need not stand level
def test_two_columns_are_read_from_left_to_right(level):
    left, right = lines(50, 240), lines(260, 450, 100 + level)
    assert regions(*right, *left) == [left, right]


def test_three_columns_are_read_from_left_to_right():
    first, second, third = lines(50, 200), lines(220, 370), lines(390, 540)
    assert regions(*second, *third, *first) == [first, second, third]


def test_a_line_across_the_columns_is_read_before_what_stands_below_it():
    left, right, title = lines(50, 240), lines(260, 450), Box(50, 450, 60, 20)
    assert regions(*left, *right, title) == [[title], left, right]


def test_a_line_across_the_columns_parts_what_stands_above_from_what_stands_below():
    upper = [lines(50, 240), lines(260, 450)]
    lower = [lines(50, 240, 300), lines(260, 450, 300)]
    caption = Box(50, 450, 250)
    assert regions(*upper[0], *upper[1], caption, *lower[0], *lower[1]) == [*upper, [caption], *lower]


def test_the_ends_of_a_running_head_stay_on_one_line():
    left, right = lines(50, 240), lines(260, 450)
    head = [Box(50, 120, 40), Box(400, 450, 40)]
    assert regions(*head, *left, *right) == [head, left, right]


def test_cells_of_a_table_are_no_columns():
    cells = [*lines(50, 90), *lines(150, 190), *lines(260, 300)]
    assert len(regions(*cells)) == 1


def test_first_lines_set_in_from_the_edge_belong_to_their_column():
    left, right = lines(50, 240), [Box(280, 450, 100), *lines(260, 450, 115)]
    assert regions(*left, *right) == [left, right]


def test_names_at_the_right_edge_stand_above_the_columns():
    left, right = lines(50, 240), lines(260, 450)
    title, names = Box(120, 230, 40, 14), Box(360, 450, 62)
    assert regions(title, names, *left, *right)[0] == [title, names]


def test_lines_with_wide_gaps_are_lines_of_their_column():
    right, full, short = lines(260, 450, count=8), lines(50, 240, count=2), lines(50, 180, 130, count=4)
    apart = [Box(at, at + 40, y) for y in (190, 205) for at in (50, 125, 200)]
    assert regions(*full, *short, *apart, *right) == [[*full, *short, *apart], right]


boxes = st.builds(
    lambda left, width, y: Box(left, left + width, y),
    st.integers(0, 500),
    st.integers(1, 500),
    st.integers(0, 800),
)


@given(st.lists(boxes, max_size=60))
def test_every_box_is_in_one_region(given_boxes):
    found = [box for region in regions(*given_boxes) for box in region]
    assert sorted(found, key=repr) == sorted(given_boxes, key=repr)
