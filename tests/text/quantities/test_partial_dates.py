"""Weekdays, words for a day near that of printing, and what is no date."""

from datetime import date

import pytest

from articles.text.quantities import read
from articles.text.quantities.partial_dates import PartOfDate, days_near, near_dates
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
        *(("星期二", 1), ("星期三", 2), ("週四", 3), ("禮拜五", 4), ("週六", 5), ("(日)", 6)),
        *(("月曜日", 0), ("火曜日", 1), ("水曜日", 2), ("金曜日", 4), ("土曜", 5), ("日曜日", 6)),
        *(("월요일", 0), ("화요일", 1), ("수요일", 2), ("목요일", 3), ("금요일", 4), ("일요일", 6)),
        *(("Monday", 0), ("Tuesday", 1), ("Wednesday", 2), ("Thurs", 3), ("Fri", 4), ("Saturdays", 5)),
        ("Sunday", 6),
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
        ("어제", 14),
        ("내일", 16),
        ("明天", 16),
        ("週四", 9),
        ("週四", 16),
        ("週三", 8),
        ("週三", 22),
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
    [
        ("前年", 2023),
        ("去年", 2024),
        ("last year", 2024),
        ("今年", 2025),
        ("明年", 2026),
        ("後年", 2027),
        ("작년", 2024),
    ],
)
def test_a_word_names_a_year_from_the_day_of_printing(text, year):
    assert [one.year for one in near_dates(fold(text), WEDNESDAY) if one.month is None] == [year]


@pytest.mark.parametrize("published", [date.min, date.max])
def test_at_an_end_of_the_calendar_only_the_days_that_it_has_are_near(published):
    text = fold("前天和明天，週三，8日")
    near = [*near_dates(text, published), *days_near([PartOfDate(0, 0, day=published.day)], published)]
    assert (published.year, published.month, published.day) in [
        (day.year, day.month, day.day) for day in near
    ]


def test_the_year_ends_with_december():
    months = [near_dates(fold(text), date(2025, 12, 15)) for text in ("上個月", "這個月", "下個月")]
    assert [(one.year, one.month) for (_, one) in months] == [(2025, 11), (2025, 12), (2026, 1)]


def test_a_weekday_is_sought_a_week_before_and_behind():
    days = [one.day for one in near_dates(fold("週三"), WEDNESDAY)]
    assert days == [15, 8, 15, 22]


@pytest.mark.parametrize(
    ("text", "month"),
    [("先月", (2024, 12)), ("上個月", (2024, 12)), ("this month", (2025, 1)), ("下個月", (2025, 2))],
)
def test_a_word_names_a_month_from_the_day_of_printing(text, month):
    assert month in [(one.year, one.month) for one in near_dates(fold(text), WEDNESDAY) if one.day is None]


def parts(text):
    return [(one.date.year, one.date.month, one.date.day) for one in read(text) if one.date]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("8月24日", [(None, 8, 24)]),
        ("八月二十四日", [(None, 8, 24)]),
        ("12月31日", [(None, 12, 31)]),
        ("8月23、24日", [(None, 8, 23), (None, 8, 24)]),
        ("8月24號至26號", [(None, 8, 24), (None, 8, 26)]),
        ("23日及24日", [(None, None, 23), (None, None, 24)]),
        ("1日", [(None, None, 1)]),
        ("(24)日", [(None, None, 24)]),
        ("3月份", [(None, 3, None)]),
        ("114年8月", [(2025, 8, None)]),
        ("130年8月", [(2041, 8, None)]),
        ("89年8月", [(2000, 8, None)]),
        ("2025年8月", [(2025, 8, None)]),
        ("二〇二五年", [(2025, None, None)]),
        ("2025년", [(2025, None, None)]),
        ("令和7年", [(2025, None, None)]),
        ("平成元年", [(1989, None, None)]),
        ("24 August", [(None, 8, 24)]),
        ("24th of August", [(None, 8, 24)]),
        ("23-24 August 2025", [(2025, 8, 23), (2025, 8, 24)]),
        ("23rd and 24th Aug.", [(None, 8, 23), (None, 8, 24)]),
        ("August 24, 2025", [(2025, 8, 24)]),
        ("Aug. 23 to 24", [(None, 8, 23), (None, 8, 24)]),
        ("August 2025", [(2025, 8, None)]),
        ("on February 25: sales go on", [(None, 2, 25)]),
        ("August 0999", [(None, 8, None)]),
        ("the third of June 2024", [(2024, 6, 3)]),
        ("the third day of June", [(None, 6, 3)]),
        ("the twenty-fourth of June", [(None, 6, 24)]),
        ("June the third, 2024", [(2024, 6, 3)]),
        ("on the 24th, they", [(None, None, 24)]),
        ("23 and 24 August 2025", [(2025, 8, 23), (2025, 8, 24)]),
        ("23rd until 24 August 2025", [(2025, 8, 23), (2025, 8, 24)]),
        ("23 and 2025年8月24日", [(2025, 8, 24)]),
        ("23 and August 24, 2025", [(2025, 8, 24)]),
    ],
)
def test_what_is_printed_of_a_date_is_read(text, dates):
    assert parts(text) == dates


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("在 8月24日 抵達", "8月24日"),
        ("on 24 August, they", "24 August"),
        ("in August they", "August"),
        ("23 and 24 August 2025", "23"),
        ("於114年8月底", "114年8月"),
    ],
)
def test_a_date_stands_where_it_is_printed(text, printed):
    one = read(text)[0]
    assert text[one.start : one.end] == printed


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("8月24日", "24日", True),
        ("8月24日", "24 August 2025", True),
        ("8月24日", "8月25日", False),
        ("8月24日", "7月24日", False),
        ("2025年8月", "2024年8月", False),
        ("8月", "24日", False),
        ("週三", "Wednesday", True),
        ("週三", "週四", False),
        ("2025年", "2025年8月", True),
    ],
)
def test_two_dates_agree_when_both_can_be_one_day(one, other, agree):
    assert read(one)[0].date.agrees(read(other)[0].date) == agree


@pytest.mark.parametrize(
    "text", ["24日內", "24號碼", "24日本", "the 24th session", "0日", "32日", "2025年來", "24日遊"]
)
def test_a_span_and_a_number_of_a_thing_are_no_date(text):
    assert parts(text) == []


@pytest.mark.parametrize("text", ["Vice Minister Sun Weidong", "Choe Sun-hee", "Sat Prakash"])
def test_a_name_that_looks_like_a_weekday_is_none(text):
    assert parts(text) == []


@pytest.mark.parametrize("text", ["Sun 24 August", "on Sun.", "Sunday Mass", "Sun Aug 24"])
def test_a_short_weekday_stands_before_a_date_or_alone(text):
    assert read(text)[0].date.weekday == 6


def test_both_days_of_a_japanese_date_are_read():
    assert [one.date.day for one in read("11月18、19両日")] == [18, 19]


@pytest.mark.parametrize("text", ["13月", "8月32日", "三天內", "They may come", "May they come", "1月來"])
def test_what_cannot_be_a_date_is_none(text):
    assert not any(one.date for one in read(text))


@pytest.mark.parametrize("text", ["in May", "since March", "May 2025", "3 May", "the third of May"])
def test_a_month_that_may_be_a_verb_is_told_by_what_is_around_it(text):
    assert read(text)[0].date.month in (3, 5)
