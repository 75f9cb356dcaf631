"""Weekdays, words for a day near that of printing, and what is no date."""

from datetime import date

import pytest

from articles.text.quantities import read
from articles.text.quantities.partial_dates import near_dates
from articles.text.scripts import fold

WEDNESDAY = date(2025, 1, 15)


@pytest.mark.parametrize(
    ("text", "weekday"),
    [
        ("星期一", 0),
        ("週日", 6),
        ("禮拜天", 6),
        ("(三)", 2),
        ("木曜日", 3),
        ("토요일", 5),
        ("Tuesday", 1),
        ("Fri", 4),
    ],
)
def test_a_weekday_is_a_part_of_a_date(text, weekday):
    assert read(text)[0].date.weekday == weekday


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("前天", 13),
        ("昨天", 14),
        ("yesterday", 14),
        ("明天", 16),
        ("tomorrow", 16),
        ("後天", 17),
        ("週五", 10),
        ("週五", 17),
    ],
)
def test_a_word_names_a_day_from_the_day_of_printing(text, day):
    near = [(one.month, one.day) for one in near_dates(fold(text), WEDNESDAY)]
    assert (1, 15) in near
    assert (1, day) in near


@pytest.mark.parametrize(
    ("text", "year"),
    [("前年", 2023), ("去年", 2024), ("last year", 2024), ("今年", 2025), ("明年", 2026), ("後年", 2027)],
)
def test_a_word_names_a_year_from_the_day_of_printing(text, year):
    assert [one.year for one in near_dates(fold(text), WEDNESDAY) if one.month is None] == [year]


@pytest.mark.parametrize(
    ("text", "month"), [("上個月", (2024, 12)), ("this month", (2025, 1)), ("下個月", (2025, 2))]
)
def test_a_word_names_a_month_from_the_day_of_printing(text, month):
    assert month in [(one.year, one.month) for one in near_dates(fold(text), WEDNESDAY) if one.day is None]


@pytest.mark.parametrize("text", ["13月", "8月32日", "三天內", "They may come", "May they come", "1月來"])
def test_what_cannot_be_a_date_is_none(text):
    assert not any(one.date for one in read(text))


@pytest.mark.parametrize("text", ["in May", "since March", "May 2025", "3 May", "the third of May"])
def test_a_month_that_may_be_a_verb_is_told_by_what_is_around_it(text):
    assert read(text)[0].date.month in (3, 5)
