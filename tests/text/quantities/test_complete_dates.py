"""Complete dates: each way of printing, where it begins and ends, and what cannot be told."""

from datetime import date

import pytest

from articles.text.quantities.complete_dates import complete_dates

THE_DAY = date(2025, 11, 5)


def found(text):
    return [(one.value, text[one.start : one.end]) for one in complete_dates(text)]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("於2025年11月5日(週三)抵達", "2025年11月5日(週三)"),
        ("於2025年11月5號星期三抵達", "2025年11月5號星期三"),
        ("2025년 11월 5일 (수)", "2025년 11월 5일 (수)"),
        ("二〇二五年十一月五日", "二〇二五年十一月五日"),
        ("民國114年11月5日", "民國114年11月5日"),
        ("民国114/11/5", "民国114/11/5"),
        ("令和7年11月5日(水曜日)", "令和7年11月5日(水曜日)"),
        ("發布:114/11/05", "114/11/05"),
        ("刊登日期 114.11.5", "114.11.5"),
        ("on 2025-11-05, Wed", "2025-11-05"),
        ("2025. 11. 5. 會談", "2025. 11. 5."),
        ("on Wed, 5th Nov. 2025", "Wed, 5th Nov. 2025"),
        ("5-Nov-2025", "5-Nov-2025"),
        ("the 5 of November 2025", "5 of November 2025"),
        ("on November 5th, 2025", "November 5th, 2025"),
        ("Wednesday November 5, 2025", "Wednesday November 5, 2025"),
        ("Nov 05 Wed 2025", "Nov 05 Wed 2025"),
        ("Wed Nov  5 21:14:33 2025", "Wed Nov  5 21:14:33 2025"),
        ("2025 11/05 19:48:12", "2025 11/05"),
        ("11月 5, 2025", "11月 5, 2025"),
        ("2025/11/5 Wednesday", "2025/11/5 Wednesday"),
    ],
)
def test_a_date_is_read_to_its_end_and_with_its_weekday(text, printed):
    assert found(text) == [(THE_DAY, printed)]


@pytest.mark.parametrize(
    ("era", "year"),
    [
        *(("民國14", 1925), ("民国14", 1925), ("令和元", 2019), ("令和3", 2021), ("平成14", 2002)),
        *(("昭和14", 1939), ("大正14", 1925), ("明治14", 1881)),
    ],
)
def test_a_year_is_counted_from_its_era(era, year):
    assert [one.value for one in complete_dates(f"{era}年3月2日")] == [date(year, 3, 2)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("13/5/2025", date(2025, 5, 13)),
        ("5/13/2025", date(2025, 5, 13)),
        ("12.13.2025", date(2025, 12, 13)),
        ("5/5/2025", date(2025, 5, 5)),
        ("12/12/2025", date(2025, 12, 12)),
    ],
)
def test_day_and_month_are_told_apart_when_only_one_can_be_the_month(text, value):
    assert [one.value for one in complete_dates(text)] == [value]


@pytest.mark.parametrize(
    "text",
    [
        *("3/4/2025", "12/11/2025", "2025年13月1日", "2025年2月30日", "2025年0月3日", "0999年3月2日"),
        *("3000年3月2日", "114/11/05", "https://a.example/2025/11/05/", "2025/11-5", "13/13/2025"),
        *("v2025.11.5", "2025.11.5.1", "maybe 3, 2025", ""),
    ],
)
def test_what_may_be_two_dates_or_none_is_passed_over(text):
    assert complete_dates(text) == []


@pytest.mark.parametrize("year", [1000, 2999])
def test_years_of_news_lie_between_bounds(year):
    assert [one.value.year for one in complete_dates(f"{year}年3月2日")] == [year]


def test_of_two_that_overlap_the_first_is_meant():
    assert [one.value for one in complete_dates("5 Nov 2025年11月6日")] == [THE_DAY]


def test_dates_that_touch_are_both_meant():
    assert [one.value for one in complete_dates("2025年11月5日2024年1月2日")] == [THE_DAY, date(2024, 1, 2)]


def test_it_is_told_whether_the_month_is_a_name():
    assert [one.is_named for one in complete_dates("5 Nov 2025")] == [True]
    assert [one.is_named for one in complete_dates("2025年11月5日")] == [False]


@pytest.mark.parametrize(
    ("name", "month"),
    [
        *(("January", 1), ("Feb", 2), ("March", 3), ("Apr.", 4), ("May", 5), ("June", 6), ("Jul", 7)),
        *(("August", 8), ("Sept.", 9), ("Sep", 9), ("October", 10), ("nov", 11), ("December", 12)),
    ],
)
def test_a_month_is_known_by_its_name(name, month):
    assert [one.value for one in complete_dates(f"5 {name} 2025")] == [date(2025, month, 5)]


def test_gaps_within_a_date_are_short():
    assert found("2025 年  11 月    5 日") == [(THE_DAY, "2025 年  11 月    5 日")]
    assert found("2025年11月" + 5 * " " + "5日") == []
