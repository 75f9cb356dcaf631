"""What numbers count, in which currency, how exactly, and what that comes to in other units."""

from fractions import Fraction

import pytest

from articles.text.quantities import read
from articles.text.quantities.units import converted

HALF = Fraction(1, 2)


def first(text):
    return read(text)[0]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        *(("15%", "percent"), ("15 per cent", "percent"), ("3個百分點", "point"), ("5퍼센트", "percent")),
        *(("35歲", "age"), ("三十多歲", "age"), ("35 years old", "age"), ("aged 35", "age")),
        *(("三年", "year"), ("三週年", "year"), ("3 years", "year"), ("5년", "year")),
        *(("三個月", "month"), ("3か月", "month"), ("3 months", "month")),
        *(("三個星期", "week"), ("3 weeks", "week"), ("三天", "day"), ("3 days", "day")),
        *(("三小時", "hour"), ("3 hours", "hour"), ("三分鐘", "minute"), ("3 minutes", "minute")),
        *(
            ("三秒", "second"),
            ("3 seconds", "second"),
            ("3 decades", "decade"),
            ("3 fortnights", "fortnight"),
        ),
        *(("三世紀", "century"), ("3 centuries", "century"), ("3 dozen", "dozen"), ("三點", "clock")),
        *(("3 p.m.", "clock"), ("三公噸", "tonne"), ("3 tonnes", "tonne"), ("三公里", "kilometre")),
        *(("3 kilometres", "kilometre"), ("三屆", "term"), ("3 terms", "term"), ("三次", "time")),
        *(("五年計畫", "year"), ("5개년", "year"), ("330公頃", "hectare"), ("330헥타르", "hectare")),
        *(("330-hectare", "hectare"), ("330 square kilometres", "square_kilometre")),
        *(("330-square-kilometre", "square_kilometre"), ("330平方公里", "square_kilometre")),
        *(("60平方公尺", "square_metre"), ("60 square metres", "square_metre")),
        *(("3 times", "time"), ("三人", "person"), ("三名", "person"), ("3 people", "person")),
    ],
)
def test_each_unit_is_read_in_chinese_and_english(text, unit):
    assert first(text).unit == unit


@pytest.mark.parametrize(
    "text",
    [
        *("三年級", "三任務", "三點名", "三名單", "三人民", "三天下", "3 yearlings", "3 dayside", "三次序"),
        *("90年代", "三年底", "三天皇", "3載具", "3 last year"),
    ],
)
def test_a_word_that_begins_like_a_unit_is_none(text):
    assert first(text).unit in ("", "time")


@pytest.mark.parametrize(
    ("before", "behind", "currencies"),
    [
        ("US$5", "5美元", {"USD"}),
        ("NT$ 300", "300台幣", {"TWD"}),
        ("HK$5", "5港元", {"HKD"}),
        ("A$5", "5澳元", {"AUD"}),
        ("JPY 500", "500 yen", {"JPY"}),
        ("RMB5", "5 yuan", {"CNY"}),
        ("€5", "5 euros", {"EUR"}),
        ("£5", "5英鎊", {"GBP"}),
        ("₩500", "500 won", {"KRW"}),
        ("₽5", "5 roubles", {"RUB"}),
        ("₹5", "5盧比", {"INR"}),
        ("¥5", "￥5", {"JPY", "CNY"}),
        ("$5", "5 dollars", {"USD", "HKD", "AUD", "CAD", "SGD", "NZD"}),
        ("人民幣5", "5 renminbi", {"CNY"}),
        ("人民幣5", "5元人民幣", {"CNY"}),
        ("新台幣 5", "5新台幣", {"TWD"}),
        ("新台幣 5", "5元新台幣", {"TWD"}),
        ("NT$5", "5 Taiwan dollars", {"TWD"}),
        ("S$5", "5坡元", {"SGD"}),
        ("USD 5", "5 US dollars", {"USD"}),
    ],
)
def test_each_currency_is_read_before_a_number_and_behind_it(before, behind, currencies):
    assert first(before).currencies == currencies
    assert first(behind).currencies == currencies


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("逾三千人", "over"),
        ("over 3,000", "over"),
        ("至少三千人", "over"),
        ("三千餘人", "over"),
        ("3,000-plus", ""),
        ("3,000 plus", "over"),
        ("3,000+", "over"),
        ("不到三千人", "under"),
        ("up to $3,000", "under"),
        ("大約三千人", "about"),
        ("approximately US$3,000", "about"),
        ("三千人左右", "about"),
        ("三千人上下", "about"),
        ("三千左右的人", ""),
    ],
)
def test_words_beside_a_number_say_how_exact_it_is(text, how):
    assert first(text).rounded == how


@pytest.mark.parametrize(
    ("value", "unit", "worths"),
    [
        *((3, "year", {3, 36}), (4, "year", {4}), (Fraction(9, 2), "year", {Fraction(9, 2), 54})),
        *((6, "month", {6, HALF}), (18, "month", {18, 3 * HALF}), (7, "month", {7})),
        *((4, "week", {4, 28}), (5, "week", {5}), (3, "day", {3, 72}), (4, "day", {4})),
        *((7, "day", {7, 1}), (28, "day", {28, 4}), (35, "day", {35})),
        *((3, "hour", {3, 180}), (4, "hour", {4}), (Fraction(7, 2), "hour", {Fraction(7, 2), 210})),
        *((15, "minute", {15, Fraction(1, 4)}), (20, "minute", {20})),
        *((2, "fortnight", {2, 4, 28}), (2, "dozen", {24}), (6, "decade", {60}), (2, "century", {2, 200})),
        *((3, "clock", {3, 15, -9}), (3, "tonne", {3}), (3, "", {3})),
    ],
)
def test_a_worth_comes_to_others_in_the_units_that_texts_use_beside(value, unit, worths):
    assert converted(value, unit) == worths


@pytest.mark.parametrize(
    ("text", "worths"),
    [("三千米", {3, 3000}), ("三千克", {3, 3000}), ("三千人", {3000})],
)
def test_a_prefix_of_a_unit_may_be_a_scale(text, worths):
    assert first(text).worths == worths
