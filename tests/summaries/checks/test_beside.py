"""What the body's own sentence says of an act, of who does it and who says it, beside what a summary does."""

import pytest

from articles.summaries.checks import Evidence, check
from tests.summaries.checks.words import GLOSSARY, chinese, english


def asked(words, body: str) -> list[tuple[str, str]]:
    """(rule, quote) of all that is told of a summary but advice."""
    found = check(words, Evidence(body), GLOSSARY)
    return [(one.rule, one.quote) for one in found if one.level in ("fault", "look")]


SIGNED = "中日代表團28日在北京草簽漁業協定修訂文本。文本還須審核，再由兩國政府正式簽署。"
FLIGHTS = "台灣與越南在河內就每週增加五班客機交換意見，但未能在本次會談中定案。安全文字已無歧見。"
STUDY = (
    "副總理黎文康在通話中提出，核電廠重啟之後希望韓國企業參與培訓與零件供應。\n"
    "副總理曹炳宇回應說，韓方願意派出考察團並考慮提供出口信貸。"
)
STAFF = (
    "議員文世珍說，領事館去年處理案件達一千一百件。她要求增列六名領事。\n"
    "大使金宗律答復時認為，領事平均任期只有27個月，輪調過快。"
)
CLAIM = "朝鮮聲稱，韓國軍方的無人機深夜侵入平壤上空並散布傳單。韓國表示無法確認。"


@pytest.mark.parametrize(
    ("body", "words", "expected"),
    [
        (SIGNED, chinese("中日28日在北京正式簽署漁業協定修訂文本。"), ("elsewhere", "正式簽署")),
        (
            FLIGHTS,
            english("Taiwan and Vietnam agreed in Hanoi to add five flights."),
            ("told_otherwise", "agreed"),
        ),
        (
            "日方沒有收到出席會議的正式邀請。",
            english("Japan has received an invitation."),
            ("polarity", "received"),
        ),
        ("發言人否認雙方已同意重啟巡查。", chinese("發言人證實雙方同意重啟巡查。"), ("polarity", "證實")),
        (
            "蒙古總統將於9月對韓國進行國事訪問。",
            chinese("韓國總統9月對蒙古進行國事訪問。"),
            ("names_turned", "韓國總統9月對蒙古"),
        ),
        (
            "Japan will hand over patrol boats to Vietnam.",
            english("Vietnam gives boats to Japan."),
            ("names_turned", "Vietnam gives boats to Japan"),
        ),
        (
            "貝里斯政府仍捐贈十五萬美元協助台灣重建。",
            chinese("台灣政府捐贈貝里斯十五萬美元。"),
            ("names_turned", "台灣政府捐贈貝里斯"),
        ),
        (STUDY, chinese("曹炳宇希望韓國企業參與核電廠的培訓與零件供應。"), ("speaker", "曹炳宇")),
        (
            STAFF,
            english("Lawmaker Moon Se-jin said postings average 27 months."),
            ("speaker", "Lawmaker Moon Se-jin"),
        ),
        (
            "陸委會副主任委員蘇冠霖四日表示航線復航。",
            chinese("國台辦副主任蘇冠霖表示航線復航。"),
            ("affiliation", "國台辦"),
        ),
        (
            "日本外相島崎圭介在會後說無可奉告。",
            english("South Korean minister Shimazaki Keisuke spoke."),
            ("affiliation", "South Korean"),
        ),
        (
            "他說補給「未經任何人批准，也不需要任何人批准」。",
            chinese("他說補給「未經任何國家通報，也不需要任何人批准」。"),
            ("quotation", "未經任何國家通報，也不需要任何人批准"),
        ),
        (
            CLAIM,
            chinese("韓國軍方無人機深夜侵入平壤上空並散布傳單。"),
            ("claimed", "韓國軍方無人機深夜侵入平壤上空並散布傳單"),
        ),
        (
            "航線延後首航，函中沒有寫明理由。",
            english("It starts late because of weak bookings."),
            ("reason", "because of"),
        ),
        ("已有至少230人報名。", english("At most 230 people have signed up."), ("direction", "230 people")),
        ("每年至多三人。", chinese("每年至少三人。"), ("direction", "三人")),
    ],
)
def test_what_the_bodys_own_sentence_has_otherwise_is_told(body, words, expected):
    assert expected in asked(words, body)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (SIGNED, chinese("中日28日在北京草簽漁業協定修訂文本。")),
        (FLIGHTS, english("Taiwan and Vietnam in Hanoi did not agree on five more flights.")),
        (FLIGHTS, english("A text on safety was agreed.")),
        ("日方沒有收到出席會議的正式邀請。", english("Japan has not yet received an invitation.")),
        ("發言人否認雙方已同意重啟巡查。", english("He denied that they would resume patrols.")),
        ("蒙古總統應韓國總統邀請，9月對韓國進行國事訪問。", chinese("蒙古總統9月訪問韓國。")),
        ("蒙古總統訪問韓國，韓國總統明年回訪蒙古。", chinese("韓國總統明年訪問蒙古。")),
        ("日本向越南提供貸款，越南提供土地。", english("Vietnam provides land to Japan's project.")),
        (STUDY, chinese("黎文康希望韓國企業參與核電廠的培訓與零件供應，曹炳宇回應韓方願派考察團。")),
        (STAFF, english("Ambassador Kim Jong-ryul said postings average 27 months.")),
        (STAFF, chinese("文世珍要求增列六名領事，金宗律認為輪調過快。")),
        (
            "陸委會副主任委員蘇冠霖四日表示航線復航。",
            english("Su Kuan-lin of the Mainland Affairs Council spoke."),
        ),
        ("日本外相島崎圭介在會後說無可奉告。", english("Japanese minister Shimazaki Keisuke spoke.")),
        ("他說補給「未經任何人批准，也不需要任何人批准」。", chinese("他說「也不需要任何人批准」。")),
        ("他說「木は」。", chinese("他說，「讓結果自己說話」。")),
        (CLAIM, chinese("朝鮮指韓國軍方無人機深夜侵入平壤上空並散布傳單。")),
        (CLAIM, chinese("韓國表示無法確認。")),
        ("因為颱風，航線延後，函中沒有寫明理由。", english("It starts late because of a typhoon.")),
        ("已有至少230人報名。", english("At least 230 people have signed up.")),
        ("每批不超過六十件。", chinese("每批以六十件為限。")),
    ],
)
def test_what_it_has_alike_passes(body, words):
    assert asked(words, body) == []


@pytest.mark.parametrize(
    ("body", "words", "expected"),
    [
        ("外長表示，對話不應由任何一方預設前提。", chinese("外長說，對話應預設前提。"), "對話應預設前提"),
        ("他強調這是個人意見，也不等於主張復交。", chinese("這是意見，並主張復交。"), "並主張復交"),
        ("該局並未公布這次採購的金額與廠商。", chinese("該局公布這次採購金額與廠商。"), "公布"),
        ("越方邊防與檢疫人手緊張。中方表示諒解。", chinese("中方稱檢疫人手仍緊張。"), "中方"),
        ("菲律賓可望第三季加入電子證書互認。", chinese("菲律賓已加入電子證書互認。"), "加入"),
        (
            "Japan will open an embassy in Tarawa on 5 May.",
            chinese("日本5月5日已在塔拉瓦開設大使館。"),
            "開設",
        ),
        ("期限為5月5日前。", english("It holds from 5 May on."), "5 May"),
        ("會談三天後破裂。", english("The talks broke down three days earlier."), "three days"),
    ],
)
def test_what_is_denied_planned_or_done_by_another_there_is_told(body, words, expected):
    assert expected in [quote for _, quote in asked(words, body)]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("外長表示，對話不應由任何一方預設前提。", chinese("外長說，對話不應預設前提。")),
        ("該局公布了這次採購的金額，未公布廠商。", chinese("該局公布這次採購金額。")),
        ("越方邊防與檢疫人手緊張。中方表示諒解。", chinese("越方稱檢疫人手仍緊張。")),
        ("菲律賓可望第三季加入電子證書互認。", chinese("菲律賓可望加入電子證書互認。")),
        ("Japan will open an embassy in Tarawa on 5 May.", chinese("日本5月5日將在塔拉瓦開設大使館。")),
        ("期限為5月5日前。", english("It ends by 5 May.")),
        ("會談三天後破裂。", english("The talks broke down three days later.")),
    ],
)
def test_what_is_so_in_both_passes(body, words):
    assert asked(words, body) == []


def test_each_language_may_tell_another_fact_of_one_kind():
    body = "名額提高，新制預定今年十月上路。\n這是外長去年八月上任以來首次訪日，展期三個月，效期兩年。"
    both = chinese("新制十月上路。") | english("He took office last August.")
    assert asked(both, body) == []


def test_the_hours_from_one_time_to_another_are_reckoned():
    body = "開放時間由早八點至晚七點延長。"
    assert asked(chinese("每天開放十一小時。"), body) == []
    assert asked(chinese("每天開放十四小時。"), body) != []


def test_a_number_with_its_figures_turned_is_told_with_the_one_that_it_was():
    found, *_ = check(chinese("共164名代表。"), Evidence("共146名代表，明年上限180人。"), GLOSSARY)
    assert dict(found.values)["instead"] == "146名"


def test_a_sum_may_be_reckoned_from_what_each_of_a_few_costs():
    body = "市府捐贈三輛救護車。每輛改裝費約新台幣四十五萬元。"
    assert asked(english("The refit cost NT$1.35 million."), body) == []
    assert asked(english("The refit cost NT$1.45 million."), body) != []
    each = chinese("三輛救護車每輛改裝費四十五萬元。")
    assert asked(each | english("Refitting three ambulances cost NT$1.35 million."), body) == []


def test_both_years_of_a_range_are_of_its_era():
    body = "日記年代自民國三十八年至七十六年。"
    assert asked(english("The diary spans 1949 to 1987."), body) == []
    assert asked(english("The diary spans 1949 to 1976."), body) != []


def test_a_country_in_a_list_of_single_characters_is_one_of_its_own():
    body = "我國大使與澳洲、日本、美國代表參加，由四國分攤。"
    assert asked(chinese("由台、澳、日、美四國分攤。"), body) == []
    assert ("name", "韓") in asked(chinese("由台、澳、日、韓四國分攤。"), body)


def test_one_of_two_ministers_may_be_told_of_as_the_others_counterpart():
    body = "韓國外交部長官尹載浩訪問東京，與外務大臣島崎圭介會談。"
    both = chinese("島崎圭介將回訪韓國。") | english(
        "Yoon Jae-ho came; his counterpart will return the visit."
    )
    assert asked(both, body) == []


def test_other_numbers_of_the_body_are_not_asked_of_the_other_language():
    body = "目錄分10個主題介紹，選書費時2年半。結果請兒童30人讀過決定。"
    assert asked(chinese("目錄分十個主題。") | english("They let 30 children decide."), body) == []
