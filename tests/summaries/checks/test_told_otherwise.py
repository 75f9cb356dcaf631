"""What a good editor writes in other words than the text: rounded, reckoned, dated by the day of printing."""

from datetime import date

import pytest

from articles.summaries.checks import Evidence, check
from tests.summaries.checks.words import GLOSSARY, chinese, english, found

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
        (chinese("預測調高0.3個百分點。"), "預測由4.5%上調至4.8%，降幅收窄0.8個百分點。"),
        (chinese("差距擴大近三個百分點。"), "差距由9.5個百分點擴大到12.4個百分點。"),
        (english("He makes a six-day trip."), "He travels from Thursday to Tuesday."),
        (chinese("投票29日起兩天。"), "投票訂於29日、30日。會期五天。"),
        (chinese("兩人談了30分鐘。"), "兩人談了半小時，另一場談了四十分鐘。"),
        (chinese("已有15人喪生。"), "14名平民和1名士兵喪生，46人受傷。"),
        (chinese("停留一個半月左右。"), "前後停留43天，原訂三個月。"),
        (chinese("已耗資6,000多億日圓。"), "已耗資逾六千億日圓。"),
        (english("It cost more than ¥600 billion."), "已耗資六千多億日圓。"),
        (english("He has ten."), "支持率49.2%對10.3%。"),
        (english("South Korea votes on June 3."), "南韓6·3大選倒數一週。"),
        (english("He comes on October 10."), "總統將於雙十節訪問。"),
        (english("Lee Jun-seok has 10.3 percent."), "李俊錫10.3%。"),
        (english("An envoy in Washington called it politics."), "中國駐美大使館稱之為政治。"),
        (chinese("五到六萬名士兵對峙。"), "There are still fifty to sixty thousand troops there."),
        (english("Between them stand 50,000 to 60,000."), "There are still fifty to sixty thousand there."),
        (
            chinese("為十年前的三倍多。"),
            "It was shut for six years, and is three times its level a decade ago.",
        ),
        (chinese("為一年半以來最快。"), "為六個季度以來最快增速，連續三年成長。"),
        (english("It came ten days before the exercise."), "연습을 열흘 앞두고 이뤄졌다. 7일간 이어진다."),
        (chinese("飛行420公里。"), "미사일은 약 420㎞를 비행했다."),
        (chinese("約五分之一人口年滿65歲。"), "65歲以上占20.3%。"),
        (english("About one in five of the people is over 65."), "65歲以上占20.3%。"),
        (chinese("參加者近四成是婦女。"), "參加者共1,250人，其中婦女480人。"),
        (english("Tests were almost four times as many."), "去年試射47次，前年為12次。"),
        (english("It passed in under two weeks."), "從提出到通過僅花了11天，討論五天。"),
        (chinese("降息0.25個百分點。"), "The bank cut its rate by 25 basis points to 2.25 percent."),
        (english("Trains run four times a week."), "列車每週四班，單程約25小時。"),
        (chinese("停留三天。"), "代表團5月18日抵達，停留至20日，為期兩天的會議隨後舉行。"),
        (english("They are bought by the end of fiscal 2027."), "They are to be bought by March 2028."),
        (english("It would be Showa 100."), "今年是昭和100年。"),
        (english("He spoke on 20 May."), "他發表520演說。"),
        (english("They reaffirmed the 1992 Consensus."), "雙方重申九二共識。"),
        (english("China took a quarter of it."), "對華貿易占四分之一。"),
        (chinese("韓元貶值8%。"), "The won has lost 8 percent against the dollar since January."),
        (english("Japan buys 400 Tomahawks."), "Japan buys 400 Tomahawk missiles."),
        (chinese("世界排名第67位的他出賽。"), "世界排名第67位的他出賽，另一人排名第六。"),
        (chinese("共訓練六十人。"), "今年辦了兩梯次，每梯次三十人，第一梯在春天，為期二十天。"),
        (english("A 28-point plan was told."), "公布28點方案，持續3個百分點。"),
    ],
)
def test_a_number_may_be_rounded_converted_or_reckoned(words, body):
    assert found(words, body) == []


def test_two_weekdays_may_be_told_as_dates():
    words = chinese("峰會5月22日至23日舉行。")
    assert found(words, "峰會訂於本週五、六舉行。", published=date(2026, 5, 21)) == []


def test_a_short_time_is_reckoned_from_the_day_of_printing():
    body, day = "計畫預計2028年完工，為期五年。", date(2026, 5, 21)
    assert found(english("It will be finished in two years."), body, published=day) == []
    assert found(english("It will be finished in three years."), body, published=day) != []


@pytest.mark.parametrize(
    ("words", "body", "quote"),
    [
        (chinese("這是近五年半以來首次。"), "峰會睽違四年五個月。", "五"),
        (chinese("兩人談了90分鐘。"), "두 사람은 1시간 20분간 회담했다.", "90"),
        (english("Cars rose by 14 percent."), "汽車增13.2%。", "14"),
        (english("Turnout was 58.6 percent."), "投票率58.51%。", "58.6"),
        (chinese("飛行420公尺。"), "미사일은 약 420㎞를 비행했다.", "420"),
        (chinese("往返八年。"), "每次往返要八個月到一年。", "八"),
        (english("There are 164 pairs."), "改變日常的有三項，163對姊妹市，最早一對在1968年。", "164"),
        (chinese("停留兩個半月左右。"), "前後停留43天，原訂三個月。", "兩"),
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


def test_years_and_months_are_reckoned_from_the_day_of_printing():
    body = "熱線自2023年4月起中斷；81年前的原爆，前兩個月出口增加。"
    friday = date(2026, 10, 2)
    for words in (
        chinese("熱線中斷三年半。"),
        english("Dead for three and a half years."),
        chinese("1945年的原爆。"),
        english("Exports rose in January and February."),
    ):
        assert found(words, body, published=friday) == []
    assert found(chinese("熱線中斷五年半。"), body, published=friday) != []
    assert found(chinese("1946年的原爆。"), body, published=friday) != []


def test_a_family_name_alone_is_of_whom_the_summary_names_whole():
    summary = "Lee Jae-myung leads Lee Jun-seok. Lee wants more."
    assert found(english(summary), "李在明領先李俊錫。") == []
    assert found(english("Lee Jun-seok wants more. Lee hopes."), "李俊錫想要更多。") == []


def test_months_in_a_range_are_those_nearest_to_the_printing():
    body = "第3四半期(10～12月)の緊急発進は201回だった。12月6日にも飛行した。"
    friday = date(2026, 1, 16)
    assert found(chinese("去年10月至12月共201次。"), body, published=friday) == []
    assert found(chinese("去年8月至12月共201次。"), body, published=friday) != []


def test_a_weekday_is_held_against_the_days_that_are_printed():
    body = "總理21日晚間抵達，22日返國。"
    friday = date(2026, 5, 22)
    assert found(english("He came on Thursday."), body, published=friday) == []
    assert found(english("He came on Wednesday."), body, published=friday) == [("en", "date", "Wednesday")]
    assert found(english("He came on Wednesday."), "總理昨晚抵達。", published=friday) == []


@pytest.mark.parametrize(
    ("body", "words", "quote"),
    [
        ("The trip has been put back to the autumn.", english("He cancelled the trip."), "cancelled"),
        ("議會否決了條約。", chinese("議會批准條約。"), "批准"),
        ("정부는 참여를 연기했다.", chinese("政府取消參與。"), "取消"),
    ],
)
def test_an_act_is_asked_about_where_the_body_tells_its_contrary_alone(body, words, quote):
    found = check(words, Evidence(body), GLOSSARY)
    assert [(one.rule, one.quote) for one in found if one.level == "look"] == [("polarity", quote)]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("The trip has been put back; a dinner was cancelled.", english("He cancelled a dinner.")),
        ("行程延後。", english("He postponed the trip.")),
        ("In Bandar they spoke; a ban was allowed to lapse.", english("Bandar allowed it.")),
    ],
)
def test_an_act_that_the_body_tells_as_well_is_not(body, words):
    assert [one.quote for one in check(words, Evidence(body), GLOSSARY) if one.rule == "polarity"] == []
