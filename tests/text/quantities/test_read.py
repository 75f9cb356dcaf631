"""What is read of a text: worth, unit, currency, how exactly, and where it stands."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.quantities import read


def only(text: str, language: str = ""):
    [found] = read(text, language)
    return found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("鋼材兩千五噸", "2,500 tonnes of steel"),
        ("1.5億人", "一點五億人"),
        ("一半", "百分之五十"),
        ("三成五", "35%"),
        ("七成", "70 per cent"),
        ("第九次", "the 9th time"),
        ("第九次", "the ninth time"),
        ("廿点五万", "205,000"),
        ("25萬", "a quarter of a million"),
        ("五十萬", "half a million"),
        ("五十萬", "officers and half a million drivers"),
        ("150萬", "one and a half million"),
        ("150萬", "a million and a half"),
        ("250萬", "two and a half million"),
        ("0.2", "one in five"),
        ("百分之五", "one in twenty"),
        ("千分之二", "two in a thousand"),
        ("三時間半", "three and a half hours"),
        ("3시간 반", "three and a half hours"),
        ("五分之三", "Three in five."),
        ("三分之一", "每三人就有一人"),
        ("四分之三", "¾"),
        ("2½", "2.5"),
        ("1억 2천만", "120 million"),
        ("一甲子", "60年"),
        ("一刻鐘", "15分鐘"),
        ("七旬", "in his seventies"),
        ("壹仟貳佰叁拾元", "1,230元"),
        ("－3.5％", "-3.5%"),
        ("百分之百", "100%"),
        ("two", "二"),
    ],
)
def test_a_worth_is_the_same_in_all_notations(one, other):
    assert only(one).exact == only(other).exact


@pytest.mark.parametrize("written", ["8:43 am", "8.43am", "8點43分", "8時43分"])
def test_an_hour_with_minutes_is_the_same_in_all_notations(written):
    assert Fraction(523, 60) in read(written, "zh-Hant")[0].worths


@pytest.mark.parametrize(
    ("text", "worths"),
    [
        ("五六百人", {500, 600}),
        ("十七八歲", {17, 18}),
        ("三五天", {3, 5, 35}),
        ("九二共識", {92}),
        ("2,005 tonnes", {2005}),
        ("三萬零五噸", {30005}),
        ("一萬億元", {10**12}),
        ("一兆二千億元", {12 * 10**11}),
        ("萬萬", {10**8}),
        ("forty-eight hours", {48}),
        ("one point five billion", {15 * 10**8}),
    ],
)
def test_a_numeral_is_worth_what_it_says(text, worths):
    assert only(text).values == worths


@pytest.mark.parametrize(
    ("text", "unit", "until"),
    [
        ("15％", "percent", 3),
        ("三點五個百分點", "point", 7),
        ("48 hours", "hour", 8),
        ("48-hour talks", "hour", 7),
        ("三個月", "month", 3),
        ("五個小時", "hour", 4),
        ("三週", "week", 2),
        ("20世紀", "century", 4),
        ("35歲", "age", 3),
        ("35-year-old sailors", "age", 11),
        ("aged 35", "age", 7),
        ("三千人", "person", 3),
        ("兩千五百噸", "tonne", 5),
        ("五天", "day", 2),
        ("930億日圓", "", 6),
        ("12時30分", "clock", 3),
        ("七艘", "ship", 2),
        ("六架", "aircraft", 2),
        ("seven ships", "ship", 11),
        ("five Chinese warships", "ship", 4),
        ("6 used destroyers and 5 jets", "ship", 1),
        ("5 of the ships", "", 1),
        ("8國集團", "", 1),
    ],
)
def test_the_unit_is_read_with_its_end(text, unit, until):
    found = read(text)[0]
    assert (found.unit, found.until) == (unit, until)


@pytest.mark.parametrize(
    ("text", "currencies"),
    [
        ("US$10 billion", {"USD"}),
        ("NT$300", {"TWD"}),
        ("新台幣三萬五", {"TWD"}),
        ("€7bn", {"EUR"}),
        ("100億歐元", {"EUR"}),
        ("£5m", {"GBP"}),
        ("930億日圓", {"JPY"}),
        ("¥930億", {"JPY", "CNY"}),
        ("3조 원을", {"KRW"}),
        ("10 billion euros", {"EUR"}),
        ("五百元", {"TWD", "CNY", "HKD", "USD", "AUD", "CAD", "SGD", "NZD", "JPY", "KRW"}),
        ("3億泰銖", {"THB"}),
        ("5 wonders", set()),
    ],
)
def test_the_currency_is_read_on_both_sides(text, currencies):
    assert only(text).currencies == currencies


def test_each_of_two_sums_has_its_own_currency():
    dollars, yen = read("US$10 billion ¥10 billion")
    assert (dollars.currencies, yen.currencies) == ({"USD"}, {"JPY", "CNY"})


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("約三千人", "about"),
        ("some 3,000 people", "about"),
        ("逾三千人", "over"),
        ("三千多人", "over"),
        ("more than US$3,000", "over"),
        ("近三千人", "under"),
        ("不超過三千人", "under"),
        ("nearly 3,000 people", "under"),
        ("三千人", ""),
    ],
)
def test_it_is_told_whether_a_number_is_rounded(text, how):
    assert only(text).rounded == how


@pytest.mark.parametrize("text", ["第三屆", "the third term", "their 3rd term"])
def test_an_ordinal_is_told_from_a_count(text):
    assert only(text).is_ordinal


@pytest.mark.parametrize("text", ["三屆", "three terms", "3 terms"])
def test_a_count_is_no_ordinal(text):
    assert not only(text).is_ordinal


@pytest.mark.parametrize("text", ["一直", "三星電子", "週三舉行", "數十人", "幾百人", "半數", "F-16"])
def test_a_number_that_counts_nothing_is_not_stated(text):
    assert not any(one.is_stated for one in read(text) if one.values)


@pytest.mark.parametrize("text", ["三人", "100億歐元", "五十分鐘", "35,000", "三萬五"])
def test_a_number_that_counts_is_stated(text):
    assert only(text).is_stated


@pytest.mark.parametrize("text", ["someone", "weight", "tend", "海岬", "成立", "大陸伍先生", ""])
def test_a_word_that_holds_a_number_word_is_none(text):
    assert read(text) == []


@pytest.mark.parametrize("text", ["三點五十分", "三點半", "三點一刻", "九點一直"])
def test_an_hour_is_no_decimal(text):
    assert read(text)[0].unit == "clock"


def test_a_season_has_two_years():
    assert [one.values for one in read("2017-18")] == [{2017}, {2018}]


def test_only_japanese_counts_in_tenths_with_a_verb_of_chinese():
    assert (only("3割5分", "ja").values, only("3割5分", "ja").unit) == ({35}, "percent")
    assert read("3割5分")[0].unit != "percent"


@pytest.mark.parametrize(
    ("text", "worth"),
    [
        ("a year and a half", 18),
        ("一年半", 18),
        ("兩年", 24),
        ("三天", 72),
        ("a quarter of an hour", 15),
        ("90 minutes", Fraction(3, 2)),
        ("six decades", 60),
        ("三分之一", 33),
        ("two dozen", 24),
        ("18 months", Fraction(3, 2)),
        ("two weeks", 14),
        ("14 days", 2),
        ("two hours", 120),
        ("two fortnights", 28),
        ("兩個世紀", 200),
        ("下午3點", 15),
        ("三千米", 3),
        ("五兆瓦", 5000),
        ("45百萬瓦", 45_000),
        ("240萬千瓦", 2_400_000),
        ("2.4 GW", 2_400_000),
        ("90年代", 1990),
    ],
)
def test_a_worth_is_converted_into_the_units_of_others(text, worth):
    assert worth in only(text).worths


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("2025年8月24日", [(2025, 8, 24)]),
        ("8月23日至24日", [(None, 8, 23), (None, 8, 24)]),
        ("23 and 24 August 2025", [(2025, 8, 23), (2025, 8, 24)]),
        ("Aug. 23-24", [(None, 8, 23), (None, 8, 24)]),
        ("令和7年8月", [(2025, 8, None)]),
        ("民國一百一十四年八月廿四日", [(2025, 8, 24)]),
        ("8월 24일", [(None, 8, 24)]),
        ("二〇二五年", [(2025, None, None)]),
        ("the twenty-fourth of August", [(None, 8, 24)]),
    ],
)
def test_dates_are_quantities_too(text, parts):
    assert [(one.date.year, one.date.month, one.date.day) for one in read(text)] == parts


def test_places_are_those_of_the_text_as_given():
    text = "﹝ﬁve％﹞共２５００噸…，以及三萬五千人。"
    assert [text[one.start : one.end] for one in read(text)] == ["２５００", "三萬五千"]


# Whatever numerals are made of, in any order.
MARKS = st.text(
    "〇零一二兩三五十廿百千万萬億兆壹拾佰點点.,-/ 年月日號成分之半第約幾多人%％½0123456789２¥$m조만割"
)
NUMBER_WORDS = ("one", "two", "third", "hundred", "thousand", "million", "half", "quarter", "point")
WORDS = st.lists(st.sampled_from((*NUMBER_WORDS, "and", "a", "of", "in", "may", "-")))
TEXTS = st.one_of(st.text(), MARKS, WORDS.map(" ".join))


@given(TEXTS, st.sampled_from(["", "zh-Hant", "en", "ja", "ko"]))
def test_any_text_is_read_without_an_error_and_quoted_as_it_stands(text, language):
    for one in read(text, language):
        assert 0 <= one.start < one.end <= one.until <= len(text)
        assert text[one.start : one.end].strip()
        assert one.date or one.values


@given(TEXTS)
def test_no_two_numbers_overlap(text):
    found = [one for one in read(text) if one.values]
    assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize("mark", "三十万点1,-/ 半成第年m")
def test_a_long_row_of_one_mark_is_read(mark):
    assert read(mark * 5000) is not None
