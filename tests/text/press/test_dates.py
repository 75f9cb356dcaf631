"""Dates as printed: every way of printing, and what is no complete date."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from articles.text.press.dates import find_dates, parse_date
from tests.strategies import texts_of

TAIPEI = timezone(timedelta(hours=8))
TOKYO = timezone(timedelta(hours=9))
THE_DAY = date(2025, 8, 24)


@pytest.mark.parametrize(
    "printed",
    [
        "2025年8月24日",
        "2025 年 08 月 24 日",
        "２０２５年８月２４日",
        "二〇二五年八月二十四日",
        "二○二五年八月廿四日",
        "民國114年8月24日",
        "中華民國一百一十四年八月二十四日",
        "民國114/8/24",
        "民國114.08.24",
        "發布：114.08.24",
        "發稿日期：114 年 8 月 24 日",
        "刊登日期 114/8/24",
        "令和7年8月24日",
        "2025/8/24",
        "2025-08-24",
        "2025.8.24",
        "2025. 8. 24.",
        "2025년 8월 24일",
        "24 August 2025",
        "8月 24, 2025",
        "Aug 24 Sun 2025",
        "24th Aug. 2025",
        "Sunday, August 24, 2025",
        "Aug. 24, 2025",
        "24/08/2025",
        "8/24/2025",
    ],
)
def test_every_way_of_printing_a_date_is_read(printed):
    assert parse_date(printed) == THE_DAY


@pytest.mark.parametrize(
    ("printed", "hour", "minute"),
    [
        ("2025年8月24日 10:30", 10, 30),
        ("2025/8/24 20:20", 20, 20),
        ("2025-08-24 14:05:33", 14, 5),
        ("2025-08-24 05:30某某報", 5, 30),
        ("[2025.08.24 05:30]", 5, 30),
        ("2025年8月24日 週日 上午5:30", 5, 30),
        ("2025/08/24（週日） 05:30", 5, 30),
        ("發布時間：114-08-24 10:30", 10, 30),
        ("2025年8月24日（星期日）下午3時45分", 15, 45),
        ("2025年8月24日 上午12:05", 0, 5),
        ("2025年8月24日 中午12:30", 12, 30),
        ("２０２５年８月２４日　午後３時４５分", 15, 45),
        ("August 24, 2025 at 5:04 p.m.", 17, 4),
        ("2025. 8. 24. 오후 3:05", 15, 5),
    ],
)
def test_a_printed_time_is_kept_in_the_zone_of_chinese_readers(printed, hour, minute):
    value = parse_date(printed)
    assert (value.date(), value.hour, value.minute, value.utcoffset()) == (
        THE_DAY,
        hour,
        minute,
        timedelta(hours=8),
    )


def test_a_printed_zone_wins_over_the_language():
    assert parse_date("Sun, 24 Aug 2025 10:00:00 +0000") == datetime(2025, 8, 24, 10, tzinfo=UTC)
    assert parse_date("2025-08-24T10:00:00.120Z") == datetime(2025, 8, 24, 10, tzinfo=UTC)
    assert parse_date("2025-08-24T10:00:00+09:00") == datetime(2025, 8, 24, 10, tzinfo=TOKYO)
    assert parse_date("2025-08-24 10:00 (UTC+8)", "en") == datetime(2025, 8, 24, 10, tzinfo=TAIPEI)


def test_japanese_and_korean_times_are_nine_hours_ahead():
    assert parse_date("2025年8月24日 10時30分", "ja") == datetime(2025, 8, 24, 10, 30, tzinfo=TOKYO)
    assert parse_date("2025년 8월 24일 10:30", "ko") == datetime(2025, 8, 24, 10, 30, tzinfo=TOKYO)


def test_an_english_time_without_a_zone_leaves_the_date():
    assert parse_date("August 24, 2025, 5:04 pm", "en") == THE_DAY


def test_an_impossible_time_leaves_the_date():
    assert parse_date("2025-08-24 25:99") == THE_DAY


@pytest.mark.parametrize(
    "text",
    [
        "8月24日",
        "本月23日",
        "2025年8月",
        "20250824",
        "114.08.24",
        "版本 114.08.24",
        "8/9/2025",
        "03/04/2025",
        "2025年2月30日",
        "2025-13-01",
        "電話 02-2025-0824",
        "https://example.org/2025/08/24/talks",
        "v2025.8.24",
        "",
    ],
)
def test_what_is_no_complete_possible_date_is_passed_over(text):
    assert find_dates(text) == []


def test_dates_come_in_order_with_their_places():
    text = "發布：2025-08-24 10:30｜更新：2025年8月25日"
    assert [text[found.start : found.end] for found in find_dates(text)] == [
        "2025-08-24 10:30",
        "2025年8月25日",
    ]


def test_a_year_of_the_republic_begins_behind_its_label():
    text = "發布：114.08.24"
    assert text[find_dates(text)[0].start :] == "114.08.24"


@pytest.mark.parametrize(
    "text",
    [
        "發佈時間 2025/08/24 更新時間 2025/08/25",
        "更新：2025-08-25　發布：2025-08-24",
        "Last updated August 25, 2025. Published August 24, 2025",
    ],
)
def test_the_date_of_an_update_is_not_the_date_of_the_text(text):
    assert parse_date(text) == THE_DAY


def test_the_date_of_an_update_counts_when_no_other_is_printed():
    assert parse_date("更新時間：2025/08/24") == THE_DAY


def test_the_weekday_before_an_english_date_belongs_to_it():
    text = "Posted Sun, 24 Aug 2025"
    assert text[find_dates(text)[0].start :] == "Sun, 24 Aug 2025"


def test_a_date_glued_to_a_name_is_found():
    assert parse_date("by Ann Example24 Aug 2025", "en") == THE_DAY


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_any_day_is_read_back_from_its_chinese_and_iso_forms(day):
    assert parse_date(f"（{day.year}年{day.month}月{day.day}日）") == day
    assert parse_date(f"於{day.isoformat()}。") == day


DATES = (
    "2025年8月24日", "民國114年8月24日", "二〇二五年八月廿四日", "2025-08-24", "24 Aug 2025",
    "令和7年8月24日",
)  # fmt: skip
NEIGHBOURS = ("T11:30", "+08:00", "上午", "11時", "2025年", "8月", "24日", "24", " ", ", ", ". ", "/", "-")


@given(texts_of(*DATES, *NEIGHBOURS))
def test_places_of_dates_lie_inside_of_the_text_one_behind_the_other(text):
    dates = find_dates(text)
    assume(dates)
    ends = [0, *(end for found in dates for end in (found.start, found.end)), len(text)]
    assert ends == sorted(ends)


@pytest.mark.parametrize("zone", ["MYT", "ET", "CST", "(IST)"])
def test_a_time_in_a_zone_that_is_not_known_is_dropped(zone):
    assert find_dates(f"24 Aug 2025 4:55 PM {zone}")[0].value == THE_DAY


def test_a_time_may_stand_before_its_date():
    (found,) = find_dates("17:41 JST, August 24, 2025", "en")
    assert found.value == datetime(2025, 8, 24, 17, 41, tzinfo=TOKYO)
    assert found.start == 0


def test_the_half_of_the_day_may_stand_before_the_hour():
    assert find_dates("2025/08/24 PM 4:55")[0].value == datetime(2025, 8, 24, 16, 55, tzinfo=TAIPEI)


@pytest.mark.parametrize("text", ["May 11, 20247:00 AM ET", "2024-05-117:00", "發布於2024/5/1107:00"])
def test_a_time_that_a_tool_left_no_gap_before_is_no_part_of_the_date(text):
    found = parse_date(text)
    assert (found.year, found.month, found.day) == (2024, 5, 11)


@pytest.mark.parametrize("text", ["May 11, 20241", "2024-05-11407", "2024-05-11407:00"])
def test_digits_on_a_date_that_are_no_time_make_it_none(text):
    assert parse_date(text) is None
