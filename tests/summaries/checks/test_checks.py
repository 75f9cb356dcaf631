"""What the checks find in summaries, and what they let pass."""

from datetime import date

import pytest

from tests.summaries.checks.words import chinese, english, found, in_both, lacks

BODY = "石破茂與李在明8月23日在東京會談113分鐘，日韓領袖十七年來第一次寫下聯合文件。"


def test_a_summary_that_says_what_the_body_says_passes():
    assert (
        in_both(
            "石破茂與李在明8月23日在東京談了113分鐘，十七年來第一份聯合文件。",
            "Ishiba Shigeru and Lee Jae-myung talked in Tokyo for 113 minutes on 23 August, "
            "their first paper in seventeen years.",
            BODY,
        )
        == []
    )


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        (chinese("兩人談了131分鐘。"), ("zh-Hant", "number", "131")),
        (english("They talked for 131 minutes."), ("en", "number", "131")),
        (chinese("兩人8月24日會談。"), ("zh-Hant", "date", "8月24日")),
        (english("They met on August 24."), ("en", "date", "August 24")),
        (chinese("高市早苗在東京會談。"), ("zh-Hant", "name", "高市早苗")),
        (english("Xi Jinping met Ishiba in Tokyo."), ("en", "name", "Xi Jinping")),
        (english("They met in Beijing."), ("en", "name", "Beijing")),
        (english("They met in Osaka."), ("en", "name", "Osaka")),
    ],
)
def test_what_the_body_lacks_is_found(words, fault):
    assert found(words, BODY) == [fault]


@pytest.mark.parametrize(
    ("zh", "en", "fault"),
    [
        ("會談113分鐘。", "The talks were long.", ("en", "number", "113")),
        ("會談很久。", "The talks took 113 minutes.", ("zh-Hant", "number", "113")),
        ("8月23日會談。", "They held talks.", ("en", "date", "8月23日")),
        ("首相會談。", "Ishiba held talks.", ("zh-Hant", "name", "Ishiba")),
        ("會談三個月後再談。", "They talk again after two months.", ("en", "number", "三個月")),
    ],
)
def test_what_only_one_language_says_is_told_of_the_other(zh, en, fault):
    assert fault in lacks(zh, en)


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("援助3萬5千人。", "It helped 35,000 people."),
        ("援助三萬五千人。", "It helped 35 thousand people."),
        ("援助３.５万人。", "It helped thirty-five thousand people."),
        ("耗資1.2億元。", "It cost 120 million."),
        ("耗資5兆日圓。", "It cost 5 trillion yen."),
        ("耗資兩兆五千億圓。", "It cost ¥2.5tn."),
        ("成長百分之十五。", "It grew by 15 percent."),
        ("成長15％。", "It grew by fifteen per cent."),
        ("七成五的人贊成。", "75% are in favour."),
        ("三分之一的人反對。", "One third are against."),
        ("談了半小時。", "They talked for thirty minutes."),
        ("談了一個半小時。", "They talked for ninety minutes."),
        ("歷時一年半。", "It took eighteen months."),
        ("歷時兩年半。", "It took two and a half years."),
        ("二十年來首次。", "The first in two decades."),
        ("提前兩週通知。", "They gave a fortnight's notice."),
        ("第二十一次會談。", "The twenty-first round of talks."),
        ("近四千萬人次。", "Nearly 40 million trips."),
        ("代表團有七十二歲的團長。", "The head of the delegation is 72."),
        ("上世紀九十年代。", "In the 1990s."),
        ("2025年8月24日。", "On 24 August 2025."),
        ("114年8月24日。", "On August 24, 2025."),
        ("令和7年8月24日。", "On Aug. 24, 2025."),
        ("８月２４日。", "On the 24th."),
        ("8月23日至24日。", "On 23-24 August."),
        ("週日在東京會談。", "They talked in Tokyo on Sunday."),
        ("李總統訪問釜山。", "Lee visited Pusan."),
        ("高市在奈良。", "Takaichi is in Nara."),
        ("美日韓三國。", "Washington, Tokyo and Seoul."),
        ("東協十國。", "The ten members of ASEAN."),
        ("七國集團。", "The G7."),
        ("中方抗議。", "Beijing protested."),
        ("十名船員有七成反對。", "Seven in ten of the ten sailors object."),
        ("九成的煤運往南方。", "Nine tenths of the coal goes south."),
        ("九成的煤運往南方。", "Nine out of ten tonnes of coal go south."),
        ("五分之一號碼停用。", "A fifth of the numbers are dead."),
        ("不到開支的十萬分之一。", "Less than a hundred-thousandth of the spending."),
        ("法案三讀通過。", "The bill passed on a third reading."),
        ("等了一個半小時。", "They waited an hour and a half."),
        ("早上七點半開船。", "The boat leaves at half past seven in the morning."),
        ("早上七點半開船。", "The boat leaves at 7:30 a.m."),
        ("2025年8月24日上午9時05分開會。", "The meeting opened at 9:05 a.m. on 24 August 2025."),
        ("裝機6兆瓦。", "The plant has six megawatts."),
        ("貿易增長四十倍。", "Trade grew fortyfold."),
        ("停留不到一天。", "They stayed less than 24 hours."),
        ("三月二十一日出海。", "They sailed on the twenty-first of March."),
        ("貿易額4億美元。", "Trade came to $400 million."),
        ("船從大坂開往鹿兒島。", "A ship sailed from Osaka to Kagoshima."),
    ],
)
def test_one_fact_in_two_notations_is_one_fact(zh, en):
    assert in_both(zh, en) == []
    assert found(chinese(zh), en) == []
    assert found(english(en), zh) == []


@pytest.mark.parametrize(
    "zh",
    [
        "他們一直談到十分疲倦，萬一談不攏，一切統一重來。",
        "三星與三菱的人四處打聽，七上八下。",
        "兩岸的人都說，數十年來成千上萬人走過。",
        "週三與星期五都有船。",
        "第一線的人說，一帶一路是另一回事。",
        "五十嵐與三浦在六本木。",
    ],
)
def test_numerals_that_count_nothing_raise_no_alarm(zh):
    assert [
        rule for _, rule, _ in in_both(zh, "Nothing of the kind.", "另一回事。") if "number" in rule
    ] == []


def test_small_numbers_may_be_implied():
    assert (
        in_both("兩國領袖與雙方官員談了三件事。", "The leaders and their officials talked.", "領袖會談。")
        == []
    )


def test_a_list_counts_itself():
    body = "會議談科技、經貿、衛生、人員往來與和平。"
    assert found(english("They agreed on five fields."), body) == []


def test_a_number_may_be_rounded_where_the_summary_says_so():
    body = "共有35,214人參加。"
    assert found(chinese("約三萬五千人參加。"), body) == []
    assert found(english("Over 35,000 took part."), body) == []
    assert found(english("About 36,000 took part."), body) == [("en", "number", "36,000")]


def test_hours_do_not_bear_days_out():
    body = "須在四十八小時內通知，三十日內回覆。"
    assert found(chinese("須在三十小時內通知。"), body) == [("zh-Hant", "number", "三十")]


def test_the_month_of_a_day_may_stand_in_another_sentence():
    assert found(english("They met on August 24."), "8月的會談在24日舉行。") == []


def test_the_day_of_printing_bears_out_what_is_near_it():
    body = "他昨天說，去年的事已成過去。"
    assert found(chinese("他2025年8月23日提到2024年。"), body, published=date(2025, 8, 24)) == []
    assert found(chinese("他8月22日提到。"), body, published=date(2025, 8, 24)) == [
        ("zh-Hant", "date", "8月22日")
    ]


def test_a_weekday_is_wrong_only_where_the_body_prints_one():
    assert found(english("They met on Sunday."), "雙方週六會面。") == [("en", "date", "Sunday")]
    assert found(english("They met on Sunday."), "雙方會面。") == []


def test_a_headline_counts_but_need_not_be_shared():
    zh, en = chinese("會談談了很久。", "十一個小時的渡輪"), english("The talks were long.", "A ferry")
    assert found(zh | en) == []
    assert found(zh, "渡輪要走九個小時。") == [("zh-Hant", "number", "十一")]


def test_points_are_checked_as_well():
    assert found(chinese("會談。", points=("談了113分鐘", "談了99分鐘")), "會談113分鐘。") == [
        ("zh-Hant", "number", "99")
    ]


def test_a_name_is_known_in_every_script_and_order():
    assert found(english("Jae-myung Lee met Shigeru Ishiba."), "이재명과 石破茂 회담") == []


def test_a_capital_as_a_place_needs_its_own_name():
    body = "日本與韓國在釜山談判。"
    assert found(english("Seoul and Tokyo talked."), body) == []
    assert found(english("They talked in Tokyo."), body) == [("en", "name", "Tokyo")]


def test_one_language_may_leave_a_country_unnamed_but_not_name_another():
    assert in_both("日韓談判。", "The two neighbours talked.") == []
    assert ("zh-Hant", "name", "China") in lacks("美國與日本談判。", "America and China talked.")


def test_a_city_that_one_language_names_is_missed_in_the_other():
    assert ("en", "name", "大阪") in lacks("渡輪開往大阪。", "The ferry sails.")
    assert ("zh-Hant", "name", "Osaka") in lacks("渡輪啟航。", "The ferry sails to Osaka.")


def test_a_family_name_stands_for_the_whole_in_chinese_too():
    assert ("en", "name", "石破") in lacks("石破與李在明會談。", "Lee Jae-myung held talks.")
    assert in_both("石破與李在明會談。", "Ishiba and Lee held talks.") == []
    assert found(chinese("石破表示歡迎。"), "高市早苗表示歡迎。") == [("zh-Hant", "name", "石破")]


def test_a_country_is_left_out_where_the_others_are_named_one_by_one():
    zh = "泰國、越南與寮國簽約。"
    assert ("en", "name", "寮國") in lacks(zh, "Thailand and Vietnam signed.")
    assert in_both(zh, "Thailand and two neighbours signed.") == []


def test_a_family_name_in_the_body_may_be_another_person():
    body = "大臣渡邊隆明表示歡迎。"
    assert found(chinese("大臣渡邊健一表示歡迎。"), body) == [("zh-Hant", "name", "渡邊健一")]
    assert found(chinese("大臣渡邊則表示歡迎。"), body) == []


def test_a_name_that_an_english_body_lacks_is_a_fault():
    assert found(english("On Monday Iwaya spoke."), "On Monday Hayashi spoke.") == [("en", "name", "Iwaya")]


def test_a_chinese_name_that_a_chinese_body_lacks_is_a_fault():
    assert found(chinese("外長王志明表示遺憾。"), "外長林芳正表示遺憾。") == [("zh-Hant", "name", "王志明")]


@pytest.mark.parametrize("zh", ["官員對馬斯克說話。", "天下關注此事。", "桃李強調此事。", "壓力下關稅上升。"])
def test_a_short_name_inside_other_words_is_none(zh):
    from articles.summaries.checks import Names, Topic

    labels = [("對馬", "Tsushima", "place"), ("下關", "Shimonoseki", "place"), ("李強", "Li Qiang", "person")]
    names = Names(tuple(Topic(zh, kind, (("zh-Hant", zh), ("en", en))) for zh, en, kind in labels))
    assert found(chinese(zh), "馬斯克說的是另一回事。", names=names) == []


def test_a_wrong_fact_is_not_asked_of_the_other_language_too():
    body = "會談113分鐘。"
    assert in_both("會談131分鐘。", "They talked for 113 minutes.", body) == [("zh-Hant", "number", "131")]


def test_without_a_body_only_the_languages_are_compared():
    assert found(chinese("會談113分鐘。")) == []


def test_citations_are_no_numbers():
    assert found(chinese("會談113分鐘[7]。"), "會談113分鐘。") == []


@pytest.mark.parametrize(
    ("body", "right", "wrong"),
    [
        ("倉庫收下兩千五噸鋼材。", "2,500 tonnes of steel arrived.", "2,005 tonnes of steel arrived."),
        ("倉庫收下三萬五噸鋼材。", "35,000 tonnes of steel arrived.", "30,005 tonnes of steel arrived."),
        ("全港有一點五億箱貨物。", "The port holds 150 million boxes.", "The port holds 15 million boxes."),
        ("全港有廿点五万箱貨物。", "The port holds 205,000 boxes.", "The port holds 250,000 boxes."),
        (
            "全島有二十五萬人。",
            "A quarter of a million people live there.",
            "Half a million people live there.",
        ),
        ("他們只談了一刻鐘。", "They talked for 15 minutes.", "They talked for 45 minutes."),
        (
            "航線每二十天有一天停開。",
            "The ferry stops one day in twenty.",
            "The ferry stops one day in thirty.",
        ),
        ("基金出資100億歐元。", "The fund pays 10 billion euros.", "The fund pays 1 billion euros."),
        ("The fund has US$10 billion.", "The fund has $10 billion.", "The fund has ¥10 billion."),
        ("The fund has $7bn.", "The fund has US$7 billion.", "The fund has €7 billion."),
        ("2017-18年度的報告。", "The report of 2017-18.", "The report of 2018-19."),
        (
            "官員於2025年8月23日至24日訪問。",
            "Officials came on 23 and 24 August 2025.",
            "Officials came on 22 and 24 August 2025.",
        ),
    ],
)
def test_a_number_is_right_or_wrong_whatever_its_notation(body, right, wrong):
    assert found(english(right), body) == []
    assert found(english(wrong), body) != []


@pytest.mark.parametrize(
    ("body", "right", "wrong"),
    [
        ("船隻翻覆，2人死亡。", "Two people died.", "Three people died."),
        ("這是第二次會談。", "This was the second time.", "This was the third time."),
        ("他做了三屆市長。", "He served three terms.", "He served two terms."),
        ("為期四年。五家公司參加。", "It lasts four years; five firms take part.", "It lasts five years."),
        ("歷時三天，兩週後結束。", "It took three days.", "It took two days."),
        ("兩週後結束。", "It ended two weeks later.", "It ended two years later."),
        ("飛彈飛行約350公里。", "It flew about 350 kilometres.", "It flew about 350 metres."),
        ("這艘船長248公尺。", "The ship is 248 metres long.", "The ship is 248 kilometres long."),
        ("飛彈射程約2000公里。", "It flies about 2,000 kilometres.", "It flies about 2,000 miles."),
        ("他在獄中三年，前兩年學韓語。", "He learnt it in the two previous years.", "He served four years."),
        ("兩週後結束。", "It ended a fortnight later.", "It ended 12 days later."),
        ("為期三、四年。", "It lasts three years.", "It lasts five years."),
    ],
)
def test_only_what_counts_the_same_bears_a_small_number_or_a_duration_out(body, right, wrong):
    assert found(english(right), body) == []
    assert found(english(wrong), body) != []


@pytest.mark.parametrize(
    ("body", "right", "wrong"),
    [
        (
            "配額由每年三萬公噸增加到三萬八千公噸。",
            "It rose by 8,000 tonnes to 38,000.",
            "It rose by 9,000 tonnes to 38,000.",
        ),
        ("協定1998年簽署，2019年失效。", "It held for 21 years.", "It held for 22 years."),
        ("每年培訓200名法官，為期三年。", "It trains 600 judges.", "It trains 700 judges."),
        (
            "數量180輛，其中63輛在波蘭組裝。",
            "More than a third of the 180 are built in Poland.",
            "More than two thirds of the 180 are built in Poland.",
        ),
        ("學生減少26%。", "More than a quarter of the pupils left.", "More than a third of the pupils left."),
        ("旅客80萬8千人次。", "Visitors topped 800,000.", "Visitors topped 900,000."),
        ("裝機240萬千瓦。", "It is rated at 2,400 megawatts.", "It is rated at 240 megawatts."),
        ("1到7月核發護照。", "It issued passports in seven months.", "It issued passports in six months."),
        ("購買180輛K2戰車。", "It bought 180 K2 tanks.", "It bought 190 K2 tanks."),
        ("自2026年1月1日起生效。", "It takes effect on New Year's Day.", "It takes effect on 2 January."),
    ],
)
def test_what_follows_from_two_numbers_of_a_sentence_is_borne_out(body, right, wrong):
    assert found(english(right), body) == []
    assert found(english(wrong), body) != []


def test_years_are_counted_from_the_day_of_printing():
    body = "這是2017年以來首次恢復。"
    printed = {"published": date(2025, 5, 26)}
    assert found(english("It is the first in eight years."), body, **printed) == []
    assert found(english("It is the first in nine years."), body, **printed) == [("en", "number", "nine")]


def test_next_year_is_any_later_one_while_the_day_of_printing_is_not_known():
    body = "2017年停航的客輪，預計明年年底恢復。"
    assert found(chinese("客輪預計2026年恢復。"), body) == []
    assert found(chinese("客輪預計2016年恢復。"), body) == [("zh-Hant", "date", "2016年")]
