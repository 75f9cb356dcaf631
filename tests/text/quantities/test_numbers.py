"""Numbers as they stand in sentences: where one ends, what belongs to it, and whether it counts anything."""

from fractions import Fraction

import pytest

from articles.text.quantities import read
from articles.text.quantities.numbers import numbers

HALF = Fraction(1, 2)


def values(text, language=""):
    return [one.values for one in read(text, language)]


@pytest.mark.parametrize(
    ("text", "worth"),
    [
        *(("2천 600명", 2600), ("1천 200만 달러", 12_000_000), ("3만 5천", 35_000), ("2천600명", 2600)),
        *(("열아홉 번째", 19), ("스물다섯 명", 25), ("다섯 곳", 5), ("열한 나라", 11)),
    ],
)
def test_korean_numerals_are_read_in_both_ways_of_writing(text, worth):
    assert values(text, "ko")[0] == {worth}


@pytest.mark.parametrize(("text", "months"), [("다섯 달", 5), ("여섯 달 만에", 6), ("두 달", 2)])
def test_months_that_korean_counts_in_its_own_words_stay_months(text, months):
    (found,) = read(text, "ko")
    assert (found.values, found.unit) == ({months}, "month")


def test_a_round_that_is_one_in_a_row_is_no_share():
    (third,) = read("a third round of talks")
    assert (third.values, third.is_ordinal) == ({3}, True)
    assert read("a third of the boats")[0].values == {Fraction(1, 3)}


@pytest.mark.parametrize(
    ("text", "worths"),
    [
        ("two hundred and five and six", [205, 6]),
        ("one hundred one", [101]),
        ("three hundred and twenty-five", [325]),
        ("five twenty", [5, 20]),
        ("twenty ten", [20, 10]),
        ("twenty-five six", [25, 6]),
        ("thirty twenty", [30, 20]),
        ("five zero", [5, 0]),
        ("ten five", [10, 5]),
        ("one hundred hundred", [100, 100]),
        ("two and three", [2, 3]),
        ("a hundred", [100]),
        ("ninety-nine hundred", [9900]),
        ("two thousand million", [2000, 10**6]),
        ("two million three thousand", [2003000]),
        ("two thousand and six", [2006]),
        ("two point five million", [2500000]),
        ("two point five", [5 * HALF]),
        ("two point nine three", [Fraction(293, 100)]),
        ("two point", [2]),
        ("two point ten", [2, 10]),
        ("twenty-first second", [21, 2]),
        ("five-fold", [5]),
        ("fivefold", [5]),
        ("a million and a half", [1500000]),
        ("5 million and a quarter", [5250000]),
        ("one and a quarter", [5 * HALF / 2]),
        ("two and a third million", [Fraction(7 * 10**6, 3)]),
        ("half a dozen", [6]),
        ("a quarter of a million", [250000]),
        ("half a hundred thousand", [50, 1000]),
        ("half past three", [7 * HALF]),
        ("half past 10", [21 * HALF]),
        ("a year and a half", [3 * HALF]),
        ("five bn", [5]),
        ("5 million", [5 * 10**6]),
        ("5bn", [5 * 10**9]),
        ("5mn", [5 * 10**6]),
        ("5tn", [5 * 10**12]),
        ("5k", [5000]),
        ("5km", [5]),
        ("-3", [-3]),
        ("3-5", [3, 5]),
        ("3.5.7", [7 * HALF, 7]),
        ("12,345,678", [12345678]),
    ],
)
def test_a_row_of_numbers_is_parted_where_another_begins(text, worths):
    assert values(text) == [{worth} for worth in worths]


@pytest.mark.parametrize(
    ("text", "worths"),
    [
        ("三百零五", 305),
        ("一百五", 150),
        ("一百一十五", 115),
        ("三十萬五千", 305000),
        ("五億零三萬", 500030000),
        ("二萬三", 23000),
        ("3萬5千", 35000),
        ("3 萬 5 千", 35000),
        ("３　萬", 30000),
        ("兩千萬", 2 * 10**7),
        ("卅五", 35),
        ("卌", 40),
        ("二十點五", 41 * HALF),
        ("三點一四", Fraction(314, 100)),
        ("二點五百萬", 2500000),
        ("一二三四", 1234),
        ("九", 9),
        ("兩", 2),
        ("○", 0),
        ("3십", 30),
        ("3백", 300),
        ("3천", 3000),
        ("3만", 30000),
        ("3억", 3 * 10**8),
        ("3조", 3 * 10**12),
        ("伍萬元", 50000),
        ("陸拾萬", 600000),
        ("玖佰", 900),
        ("三年半", 7 * HALF),
        ("三個半小時", 7 * HALF),
    ],
)
def test_an_east_asian_numeral_is_worth_what_it_says(text, worths):
    assert values(text) == [{worths}]


@pytest.mark.parametrize(
    ("text", "worths"),
    [
        ("三四十", {30, 40}),
        ("三五百", {300, 500}),
        ("八九", {8, 9, 89}),
        ("十七八", {17, 18}),
        ("三七", {37}),
        ("五四", {54}),
    ],
)
def test_of_two_digits_that_follow_each_other_either_may_be_meant(text, worths):
    assert values(text) == [worths]


@pytest.mark.parametrize("text", ["2017-18", "2017/18", "1999-00"])
def test_two_years_of_a_season_are_one_apart(text):
    first, second = read(text)
    assert second.exact == first.exact + 1
    assert int(text[-2:]) in second.worths


def test_the_last_year_of_a_plan_is_told_by_its_end():
    assert values("2026-28") == [{2026}, {2028}]


def test_a_month_behind_a_dash_is_no_year():
    assert values("2026-05") == [{2026}, {5}]
    assert values("2017-28") == [{2017}, {28}]
    assert values("2017-18-1") == [{2017}, {18}, {1}]


@pytest.mark.parametrize(
    "text",
    [
        *("三個", "三人", "十人", "第三", "第十", "二〇二五", "一九八〇", "一二三四", "三千", "三點五", "35"),
        *("百分之五", "2人", "十分鐘", "伍佰元", "three", "thirty-four", "兩百"),
    ],
)
def test_a_numeral_counts_something(text):
    assert read(text)[0].is_stated


@pytest.mark.parametrize(
    "text",
    [
        *(
            "三",
            "百",
            "十",
            "千",
            "百萬",
            "五四",
            "三五",
            "數百人",
            "幾十人",
            "several hundred",
            "a few hundred",
        ),
        *("many thousand", "hundreds of thousands", "F16", "No.5", "#5", "a-3", "七旬老人的幾分之一", "統一"),
        *("萬一", "十分", "星期三大", "in her eighties", "the nineties", "a quarter", "一半", "half an hour"),
        *("百分之幾", "3/4", "星期日報", "週六期"),
    ],
)
def test_a_numeral_counts_nothing(text):
    assert not any(one.is_stated for one in read(text) if one.unit not in ("date", "age"))


def test_a_number_in_a_name_counts_nothing():
    assert [one.is_stated for one in numbers("三亚有35人", named=[(0, 2)])] == [False, True]
    assert [one.is_stated for one in numbers("35亚", named=[(0, 1)])] == [True]


@pytest.mark.parametrize(
    ("word", "worth"),
    [
        *(("twenties", 20), ("thirties", 30), ("forties", 40), ("fifties", 50), ("sixties", 60)),
        *(("seventies", 70), ("eighties", 80), ("nineties", 90)),
    ],
)
def test_tens_of_years_are_numbers(word, worth):
    assert values(f"in the {word}") == [{worth}]


@pytest.mark.parametrize(
    ("text", "is_ordinal"),
    [
        *(("第三", True), ("第 三", True), ("3rd", True), ("100th", True), ("third", True)),
        *(("twenty-first", True), ("the three hundredth", True), ("the ninth", True)),
        *(("three", False), ("三", False), ("第三百", True), ("a third of it", False)),
    ],
)
def test_an_ordinal_is_one(text, is_ordinal):
    assert read(text)[0].is_ordinal == is_ordinal


@pytest.mark.parametrize(
    ("text", "worths"),
    [
        ("5m", {5, 5 * 10**6}),
        ("5bn", {5 * 10**9}),
        ("-3", {3, -3}),
        ("3:20", {3, 15, -9, Fraction(10, 3), Fraction(46, 3), Fraction(-26, 3)}),
        ("90年代", {90, 1990}),
        ("99年代", {99, 1999}),
        ("150年代", {150}),
        ("100年代", {100}),
        ("a third", {Fraction(1, 3), Fraction(100, 3), 33}),
        ("a fifth reading", {Fraction(1, 5), 20, 5}),
        ("a third more", {Fraction(1, 3), Fraction(100, 3), 33}),
        ("one fifth reading", {Fraction(1, 5), 20}),
        ("half", {HALF, 50}),
        ("七成", {70, Fraction(7, 10), 7}),
        ("一甲子", {60}),
        ("兩甲子", {120}),
        ("一刻鐘", {15, Fraction(1, 4)}),
        ("三刻鐘", {45, Fraction(3, 4)}),
        ("七旬", {70}),
        ("three quarters of a century", {75, Fraction(3, 4)}),
        ("half an hour", {30, HALF}),
        ("two hundredths", {2, Fraction(1, 50)}),
    ],
)
def test_another_text_may_have_it_in_another_form(text, worths):
    assert read(text)[0].worths == worths


@pytest.mark.parametrize(
    ("text", "worth"),
    [("3割", 30), ("三割", 30), ("3割5分", 35), ("三割五分", 35), ("七成", 70)],
)
def test_japanese_counts_in_tenths(text, worth):
    [found] = read(text, "ja")
    assert (found.values, found.unit) == ({worth}, "percent")


@pytest.mark.parametrize("text", ["成員", "三成為", "一成立", "五十成", "八成功"])
def test_a_word_with_the_sign_of_tenths_is_no_share(text):
    assert not any(one.unit == "percent" for one in read(text))


@pytest.mark.parametrize("text", ["one in five years", "one in 20 months"])
def test_a_number_in_a_span_of_time_is_no_share(text):
    assert read(text)[0].values == {1}


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("The 1½ boats", ["1½"]),
        ("in all twenty-five six", ["twenty-five", "six"]),
        ("the 3rd and 4th", ["3rd", "4th"]),
        ("in 2017-18", ["2017", "18"]),
        ("a year and a half", ["a"]),
        ("half past three", ["half past three"]),
        ("two and a half million", ["two and a half million"]),
        ("three quarters of a century", ["three quarters of a"]),
        ("新台幣 3 萬 5 千元", ["3 萬 5 千"]),
        ("-3 and (-4", ["-3", "-4"]),
    ],
)
def test_a_number_stands_where_it_is_printed(text, pieces):
    assert [text[one.start : one.end] for one in read(text)] == pieces


def test_a_small_whole_number_is_small():
    assert [one.is_small for one in read("3人，4人，2.5人，五六人，二三人")] == [
        True,
        False,
        False,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        *(("3%", "percent"), ("三年", "year"), ("三個月", "month"), ("三週", "week"), ("三天", "day")),
        *(("三小時", "hour"), ("三分鐘", "minute"), ("3 decades", "year"), ("3 centuries", "century")),
        *(("三噸", ""), ("3", "")),
    ],
)
def test_some_units_another_text_must_count_in_too(text, unit):
    assert read(text)[0].compared_unit == unit


def test_per_cent_are_hundredths():
    assert (read("50%")[0].exact, read("五六百人")[0].exact) == (HALF, 600)
