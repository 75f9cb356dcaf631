"""Lengths of time told in two units are one number."""

from fractions import Fraction

import pytest

from articles.text.quantities import read


def stated(text):
    return [one for one in read(text) if one.is_stated]


@pytest.mark.parametrize(
    ("text", "unit", "value", "in_parts"),
    [
        ("四年五個月", "year", Fraction(53, 12), 53),
        ("三年零九個月", "year", Fraction(45, 12), 45),
        ("两年又三个月", "year", Fraction(27, 12), 27),
        ("4年5か月", "year", Fraction(53, 12), 53),
        ("1小時48分鐘", "hour", Fraction(108, 60), 108),
        ("1시간 20분", "hour", Fraction(80, 60), 80),
        ("two years and five months", "year", Fraction(29, 12), 29),
        ("an hour and twenty minutes", "hour", Fraction(80, 60), 80),
        ("two weeks and three days", "week", Fraction(17, 7), 17),
    ],
)
def test_two_units_of_time_in_a_row_are_one_length(text, unit, value, in_parts):
    [found] = stated(text)
    assert (found.unit, found.values) == (unit, {value})
    assert found.worths == {value, in_parts}
    assert text[found.start : found.until] == text


def test_both_parts_may_still_bear_out_what_is_told_of_them():
    assert {3, 9} <= {value for one in read("三年零九個月") for value in one.values}


@pytest.mark.parametrize(
    "text", ["三年，五個月", "兩小時，三天", "五年三月", "three years or five months", "兩個月三年"]
)
def test_what_is_no_length_of_time_stays_two_numbers(text):
    assert all(one.values != {Fraction(41, 12)} for one in read(text))
    assert len(read(text)) == 2
