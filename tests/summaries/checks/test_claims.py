"""What stands around a number or a name: which way it goes, the how manieth, what office; what was done."""

from datetime import date

import pytest

from articles.summaries.checks import Evidence, check
from tests.summaries.checks.words import GLOSSARY, chinese, english, found


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("出口年增4.3％，進口減2％。", english("Exports fell 4.3 percent.")),
        ("公共投資は0.5％減だった。", chinese("公共投資增加0.5％。")),
        ("혼인 건수는 4.9% 늘었다.", english("Marriages dropped 4.9 percent.")),
        ("Shares closed 9.3% lower.", chinese("股價大漲9.3％。")),
        ("The levy was cut to 15% from 27.5%.", chinese("關稅由15％升到27.5％。")),
        ("經費不到2億元。", chinese("經費逾2億元。")),
        ("出口增長6.4％，進口減少近一成。", chinese("出口年減6.4％，進口減少近一成。")),
        ("It drew nearly 12,000 visitors.", english("It drew more than 12,000 visitors.")),
        ("参加者は1200人を超えた。", chinese("參加者不到1,200人。")),
        ("방문객은 1200명 미만이었다.", english("Over 1,200 people came.")),
    ],
)
def test_a_number_that_goes_the_other_way_in_the_body_is_a_fault(body, words):
    assert {rule for _, rule, _ in found(words, body)} == {"direction"}


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("出口年增4.3％。", english("Exports grew at an annual 4.3 percent.")),
        ("至少有3成企業受影響，產量減少三成。", chinese("產量減三成。")),
        ("去年出口減少8％，今年增加8％。", english("Exports rose 8 percent.")),
        ("出口增6.4％，進口減近一成。", chinese("出口增6.4％，進口減近一成。")),
        ("失業率8％，出口減少8％。", english("Some 8 percent more are out of work.")),
        ("관세는 25%에서 15%로 낮아진다.", chinese("關稅由25％降至15％。")),
        ("至多2億元。", chinese("高達2億元。")),
    ],
)
def test_a_number_that_goes_one_way_in_both_passes(body, words):
    assert found(words, body) == []


@pytest.mark.parametrize(
    ("body", "words", "quote"),
    [
        ("外務大臣岩屋毅與防衛大臣中谷元。", english("Finance Minister Iwaya came."), "Finance Minister"),
        ("中谷元防衛相は25日、会談した。", chinese("日本外務大臣中谷元25日會談。"), "外務大臣"),
        ("加拿大總理卡尼訪問北京。", chinese("加拿大外長卡尼訪問北京。"), "外長"),
        ("The prime minister, Kuroda, rang.", english("A finance minister, Kuroda."), "finance minister"),
        ("Deputy Prime Minister Ho Duc Phoc left.", english("Prime Minister Ho left."), "Prime Minister"),
        ("府副秘書長張惇仁抵達。", english("Ambassador Chang Tun-jen came."), "Ambassador"),
        ("이재명 대통령이 회담했다.", english("Prime Minister Lee Jae-myung spoke."), "Prime Minister"),
    ],
)  # fmt: skip
def test_another_office_than_the_body_gives_somebody_is_a_fault(body, words, quote):
    assert [(rule, said) for _, rule, said in found(words, body)] == [("office", quote)]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("外務大臣岩屋毅抵達首爾。", english("Foreign Minister Iwaya came to Seoul.")),
        ("岩屋毅抵達首爾。", english("Foreign Minister Iwaya came to Seoul.")),
        ("外長會談在首爾舉行，防長出席。", chinese("防長會談在首爾舉行。")),
        ("首相石破茂說，黨總裁石破茂將辭職。", english("Prime Minister Ishiba will resign.")),
        ("President Lee Jae-myung spoke.", chinese("李在明總統發言。")),
        ("副秘書長張敦豪抵達。", english("Deputy presidential secretary-general Chang Tun-hao came.")),
        ("張敦豪抵達。大使鄧洪波致詞。", english("Foreign Minister Chang Tun-hao came.")),
        ("副總統莎拉·杜特蒂會見僑民，前總統杜特蒂沒來。", english("Vice-President Sara Duterte met them.")),
    ],
)
def test_the_office_of_the_body_in_other_words_passes(body, words):
    assert found(words, body) == []


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("第四屆會議閉幕。", english("The fifth meeting ended.")),
        ("It was the third largest surplus.", chinese("順差居第二位。")),
        ("新增9カ国目となる。", chinese("成為第八個締約國。")),
        ("全球第一，領先紐約。", english("It ranked second.")),
        ("第四季營收成長。", english("Sales grew in the third quarter.")),
        ("援助艦艇7艘，會談四次。", english("It gave four patrol boats.")),
        ("採6奈米製程。", chinese("採6微米製程。")),
        ("股價報52.5港元。", chinese("股價報52.5元。")),
        ("募資1兆4000億円。資金を集めた。", english("It raised 1.4 trillion won.")),
    ],
)
def test_another_turn_rank_quarter_thing_or_currency_is_a_fault(body, words):
    assert [rule for _, rule, _ in found(words, body)] == ["number"]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("第四屆會議閉幕。", english("The fourth meeting ended.")),
        ("已舉行五次演練。", chinese("第六次演練將舉行。")),
        ("5四半期連続のプラス。", english("A fifth straight quarter of growth.")),
        ("4〜6月期は増加した。", chinese("第二季度增加。")),
        ("It ranks third largest.", chinese("居第三位。")),
        ("港城居首位，河城居第四，海岬排在第五。", chinese("海岬列第五。")),
        ("兩國再次會談，第六屆論壇也將舉行。", english("They met for a second time.")),
        ("軍艦7艘及公務船1艘。", english("Eight ships.")),
        ("索尼持股6%，電裝持股5.5%，豐田持股2%。", english("The three own 13.5 percent.")),
        ("股價報52.5港元，較前日漲1元。", chinese("股價報52.5港元。")),
        ("自11日6時至12日6時偵獲軍機18架次。", english("It saw 18 aircraft in 24 hours.")),
        ("艦艇七艘出海，兩船相撞。", english("Two ships collided.")),
    ],
)
def test_a_turn_rank_quarter_or_sum_that_the_body_makes_passes(body, words):
    assert found(words, body) == []


def test_a_given_name_is_no_month():
    assert found(english("Founder Lei Jun said so."), "創始人雷軍說。", published=date(2025, 5, 20)) == []


def test_a_day_before_a_verb_is_no_paper():
    assert found(chinese("兩艦9日經宮古海峽北上。"), "兩艦9日通過宮古海峽北上。") == []


@pytest.mark.parametrize(
    ("body", "words", "quote"),
    [
        ("毛宁主持记者会，林业部门出席。", english("The envoy Lin Jian said so."), "Lin Jian"),
        ("우원식 국회의장이 참석했다.", english("Speaker Chung Sye-kyun came."), "Chung Sye-kyun"),
        ("外交部發言人毛寧說，林木茂盛。", chinese("外交部發言人林劍說。"), "林劍"),
        ("署長王茂城指出。", chinese("署長張致盛指出。"), "張致盛"),
        ("鈴木憲和農相は述べた。", chinese("大臣小泉進次郎說。"), "小泉進次郎"),
        ("本田與日產合併。", english("Toyota and Nissan merge."), "Toyota"),
        ("한화오션이 인수했다.", english("Hyundai Heavy bought it."), "Hyundai"),
    ],
)
def test_another_person_or_firm_than_the_body_names_is_a_fault(body, words, quote):
    assert [(rule, said) for _, rule, said in found(words, body)] == [("name", quote)]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("毛宁主持记者会。", english("Spokeswoman Mao Ning said so.")),
        ("우원식 국회의장, 이재명 대통령.", english("Speaker Woo Won-shik met Lee Jae-myung.")),
        ("라이칭더 총통이 말했다.", english("President Lai Ching-te spoke.")),
        ("作家韓江獲獎。", english("The writer Han Kang won.")),
        ("署長王茂城指出。", chinese("署長王茂城說。")),
        ("トヨタの販売が増えた。", chinese("豐田銷量增加。")),
    ],
)
def test_a_person_or_firm_in_the_other_language_passes(body, words):
    assert found(words, body) == []


@pytest.mark.parametrize(
    ("words", "body", "faults"),
    [
        (english("They met on Friday, 28 August 2025."), "8月28日會談。", 1),
        (english("They met on Thursday, 28 August 2025."), "8月28日會談。", 0),
        (chinese("8月28日（週五）會談。"), "2025年8月28日會談。", 1),
        (english("They met in March 2019."), "2019年4月會談，2020年3月再談。", 1),
        (english("It rose from April."), "5月出口較上月增加。", 0),
        (english("Japan and South Korea met in Seoul."), "日韓在東京會談。", 1),
    ],
)
def test_a_day_a_month_or_a_meeting_place_is_the_body_s_own(words, body, faults):
    assert len(found(words, body, published=date(2025, 8, 29))) == faults


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("구윤철 부총리 겸 기획재정부 장관은 말했다.", english("Finance Minister Koo Yun-cheol spoke.")),
        ("会談は約1時間50分だった。会議は45分間。", chinese("會談近兩小時。")),
        ("지난 9월 회담 이후 석 달 만의 소통이다. 16일 논의했다.", chinese("三個月來首次溝通。")),
        ("올해 1~10월 방한 중국인은 473만명이다.", chinese("前十個月遊客473萬人。")),
        ("利率回升至2.5厘，增長2.6%。", english("Rates are near 2.5 percent.")),
        ("恒生銀行首席經濟學家說。", english("A Hang Seng Bank economist said so.")),
    ],
)
def test_what_the_body_says_in_its_own_way_passes(body, words):
    assert found(words, body) == []


def test_marks_between_characters_are_read_as_no_syllable():
    body = "發言人林劍反對對「國家」昆明加稅。"
    assert found(english("The spokesman Guo Jiakun said so."), body) == [("en", "name", "Guo Jiakun")]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("存糧可供全國使用九十天。", english("Stocks last three months.")),
        ("审批由45个工作日压缩到20个工作日以内。", chinese("審批由45個工作日減至20日內。")),
        ("1000㎿급 원자로를 짓는다.", chinese("興建1000百萬瓦的反應爐。")),
        ("Their 12-year-old partnership agreement ends.", chinese("生效12年的夥伴協定到期。")),
        ("通过2026至2028年合作计划。", english("They adopted a plan for 2026-28.")),
        ("会談は11月18、19両日に開く。", english("They meet on 18 and 19 November.")),
        ("下次會議在西安舉行。", english("The next meeting is in Xi'an.")),
        ("副部長孫衛東出席。", english("Vice Minister Sun Weidong came.")),
    ],
)
def test_what_a_summary_says_in_its_own_way_passes(body, words):
    assert found(words, body) == []


def asked_about(words, body) -> list[str]:
    """What somebody is asked to look at as it was, or was not, so elsewhere."""
    return [one.quote for one in check(words, Evidence(body), GLOSSARY) if one.rule == "polarity"]


@pytest.mark.parametrize(
    ("body", "words", "quote"),
    [
        ("雙方未能就賠償達成共識。", chinese("雙方就賠償達成共識。"), "達成共識"),
        ("共同声明について合意には至らなかった。", chinese("雙方達成協議。"), "達成協議"),
        ("양측은 협정에 서명하지 않았다.", english("They signed it."), "signed"),
        ("They reached an agreement.", chinese("雙方談不攏。"), "談不攏"),
        ("The minister apologised.", chinese("部長拒絕道歉。"), "拒絕道歉"),
        ("不排除請鄰國調停。", english("Mediation was ruled out."), "ruled out"),
        ("該國已付清款項。", english("It has yet to pay the balance."), "yet to pay the"),
    ],
)
def test_what_the_body_says_was_not_so_is_asked_about(body, words, quote):
    assert asked_about(words, body) == [quote]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("雙方未能就賠償達成共識。", english("They failed to agree.")),
        ("雙方未能就賠償達成共識，同意再談。", chinese("雙方同意再談。")),
        ("雙方就貿易達成協議，未就關稅達成協議。", chinese("雙方達成協議。")),
        ("法案不到兩週即通過。", english("It was agreed.")),
        ("He paid a visit.", chinese("款項未付清。")),
    ],
)
def test_what_both_tell_alike_or_the_body_tells_in_both_ways_is_not_asked_about(body, words):
    assert asked_about(words, body) == []


def test_both_languages_are_asked_about_where_one_says_that_it_was_not_so():
    words = chinese("雙方達成共識。") | english("They failed to agree.")
    assert asked_about(words, "雙方談了一天。") == ["達成共識", "failed to agree"]


ELSEWHERE = (
    "外交部宣布免簽證試辦措施再延長一年，停留期限維持十四天。旅客平均停留五夜，多為家庭。"
    "持公務護照者須事先申請，護照效期應在六個月以上。"
)


def test_a_number_that_the_body_tells_of_something_else_is_a_fault():
    found = check(chinese("外交部宣布免簽試辦措施再延長半年。"), Evidence(ELSEWHERE), GLOSSARY)
    assert [(one.rule, one.quote, dict(one.values)) for one in found if one.level == "fault"] == [
        ("otherwise", "半年", {"instead": "一年"})
    ]


@pytest.mark.parametrize(
    "text", ["外交部宣布免簽試辦措施再延長一年。", "護照效期應在半年以上。", "兩個人說了半年，維持十四天。"]
)
def test_a_number_that_the_body_tells_of_the_same_is_not(text):
    assert [
        one.rule for one in check(chinese(text), Evidence(ELSEWHERE), GLOSSARY) if one.rule == "elsewhere"
    ] == []


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("外交部副部長馬朝旭主持。", english("Foreign Minister Ma Zhaoxu presided.")),
        ("外務副大臣岩屋毅主持。", english("Foreign Minister Iwaya presided.")),
    ],
)
def test_a_deputy_whose_rank_stands_inside_the_office_is_none_of_it(body, words):
    assert [rule for _, rule, _ in found(words, body)] == ["office"]


def test_two_halves_of_an_office_are_one():
    body = "旅遊與體育部長吳立中說，王志明與外交部長林正芳也到場。"
    said = (asked_of(chinese(f"{title}在場。"), body) for title in ("旅遊部長吳立中", "體育部長吳立中"))
    assert list(said) == [[], []]
    assert asked_of(chinese("司法部長吳立中在場。"), body) == ["affiliation"]
    assert "affiliation" in asked_of(chinese("司法部長林正芳在場。"), body)


def asked_of(words, body):
    return [one.rule for one in check(words, Evidence(body), GLOSSARY) if one.level in ("fault", "look")]


def test_power_is_told_by_its_unit():
    for body in ("電站共45百萬瓦，全國9.6吉瓦。", "The plant has 45 MW of 9.6 GW.", "電站共4.5萬千瓦。"):
        assert found(english("It has 45 megawatts."), body) == []
        assert found(chinese("電站共4.5萬瓩。"), body) == []
        assert found(english("It has 45 gigawatts."), body) == [("en", "number", "45")]
    assert found(chinese("機組共2400兆瓦。"), "機組共240萬千瓦。") == []


def test_percentages_differ_by_points_and_not_by_percent():
    body = "支持者占28%，比去年的22%高出6個百分點，半年來首次。"
    assert [quote for _, _, quote in found(english("Support rose 6 percent."), body)] == ["6"]
    assert found(english("Support rose 6 percentage points."), body) == []
