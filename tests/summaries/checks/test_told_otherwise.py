"""What a good editor writes in other words than the text: rounded, reckoned, dated by the day of printing."""

from datetime import date

import pytest

from tests.summaries.checks.words import chinese, english, found

TUESDAY = date(2025, 9, 16)


@pytest.mark.parametrize(
    ("words", "body"),
    [
        (chinese("這是近四年半以來首次。"), "峰會睽違四年五個月。聲明為期兩年。"),
        (english("It is the first in almost four and a half years."), "峰會睽違四年五個月。聲明為期兩年。"),
        (chinese("兩人談了80分鐘。"), "두 사람은 1시간 20분간 회담했다."),
        (english("Cars rose by 13 percent, turnout to 58.5 percent."), "汽車增13.2%，投票率58.51%。"),
        (english("About a thousand adults were asked."), "A poll of 1,002 adults was taken."),
        (english("He is down two points."), "支持率下跌2個百分點，誤差3.1%。"),
        (chinese("支持率下跌2個百分點。"), "Approval fell 2 points to 58 percent, against 3.1 percent."),
        (chinese("社會保障約占三成三。"), "社会保障費は歳出のおよそ3分の1を占め、24.2%だった。"),
        (english("A third of them came."), "그 가운데 3분의 1이 왔다."),
        (chinese("往來逾1,300萬人次。"), "방한 361만 명, 방일 946만 명이었다."),
        (chinese("這是2019年以來首訪。"), "這是自2019年6月以來首度訪問，會議開了九年。"),
        (english("The index closed at 23,434 points."), "指數收報23,434點，跌0.46%，相差4個百分點。"),
        (english("A 28-point plan was told."), "公布28點方案，持續3個百分點。"),
    ],
)
def test_a_number_may_be_rounded_converted_or_reckoned(words, body):
    assert found(words, body) == []


@pytest.mark.parametrize(
    ("words", "body", "quote"),
    [
        (chinese("這是近五年半以來首次。"), "峰會睽違四年五個月。", "五"),
        (chinese("兩人談了90分鐘。"), "두 사람은 1시간 20분간 회담했다.", "90"),
        (english("Cars rose by 14 percent."), "汽車增13.2%。", "14"),
        (english("Turnout was 58.6 percent."), "投票率58.51%。", "58.6"),
        (chinese("升幅為5個百分點。"), "관세를 15%에서 25%로 10%포인트 올린다.", "5"),
        (english("They spent $72 billion."), "編列新台幣720億元。", "72 billion"),
        (english("It costs 18,000 euros."), "月租一萬八千圓。", "18,000"),
    ],
)
def test_another_number_is_no_rounding(words, body, quote):
    assert [one for _, _, one in found(words, body)] == [quote]


def test_years_are_counted_from_the_day_of_printing_and_rounded():
    body = "條約於1951年簽訂。"
    assert found(chinese("條約簽訂已七十多年。"), body, published=TUESDAY) == []
    assert found(chinese("條約簽訂已九十多年。"), body, published=TUESDAY) != []


def test_a_day_without_month_and_a_month_without_year_are_those_nearest_to_the_printing():
    body = "外長15日至17日訪問，商定12月再談。"
    assert found(english("He stays until Wednesday, 17 September."), body, published=TUESDAY) == []
    assert found(english("They talk again in December 2025."), body, published=TUESDAY) == []
    assert found(english("They talk again in December 2026."), body, published=TUESDAY) != []


def test_a_weekday_is_held_against_the_days_that_are_printed():
    body = "總理21日晚間抵達，22日返國。"
    friday = date(2026, 5, 22)
    assert found(english("He came on Thursday."), body, published=friday) == []
    assert found(english("He came on Wednesday."), body, published=friday) == [("en", "date", "Wednesday")]
    assert found(english("He came on Wednesday."), "總理昨晚抵達。", published=friday) == []
