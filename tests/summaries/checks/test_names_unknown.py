"""Names that no glossary knows: behind titles, by family names, by sound, and agencies, places, regions."""

import pytest

from articles.summaries.checks import Evidence, check
from tests.summaries.checks.words import GLOSSARY, chinese, english, found, in_both, lacks


@pytest.mark.parametrize("title", ["所長", "主持人", "研究員", "主任", "社長", "主管"])
def test_a_title_tells_a_name_before_and_behind_it(title):
    body = f"研究中心{title}王志明表示遺憾。"
    assert found(chinese(f"{title}王志明表示遺憾。"), body) == []
    assert found(chinese(f"王志明{title}表示遺憾。"), body) == []
    assert found(chinese(f"{title}林芳正表示遺憾。"), body) == [("zh-Hant", "name", "林芳正")]
    assert found(chinese(f"林芳正{title}表示遺憾。"), body) == [("zh-Hant", "name", "林芳正")]


@pytest.mark.parametrize(
    ("body", "right", "wrong"),
    [
        ("國防部長比亞說，船已抵達。", "部長比亞說，船已抵達。", "部長穆薩說，船已抵達。"),
        ("外交部長艾達金表示歡迎。", "外長艾達金表示歡迎。", "外長費丹表示歡迎。"),
        ("防長赫格塞斯說，船已抵達。", "防長赫格塞斯說，船已抵達。", "防長奧斯汀說，船已抵達。"),
        ("佐伯健一表示歡迎。", "佐伯健一表示歡迎。", "篠原良平表示歡迎。"),
    ],
)
def test_a_chinese_name_of_any_people_is_looked_for(body, right, wrong):
    assert found(chinese(right), body) == []
    assert [rule for _, rule, _ in found(chinese(wrong), body)] == ["name"]


@pytest.mark.parametrize("zh", ["部長沙特表示。", "總統拉票，首相加薪。", "部長表示，總統巡視。"])
def test_what_stands_behind_a_title_need_be_no_name(zh):
    assert [quote for _, rule, quote in found(chinese(zh), "沙特部長說話。") if rule == "name"] == []


def test_a_latin_name_in_a_chinese_summary_is_the_one_that_the_body_prints():
    body = "駐軍司令布朗森（Xavier Brunson）在場。"
    assert found(chinese("司令布朗森（Xavier Brunson）在場。"), body) == []
    assert found(chinese("司令布朗森（Paul LaCamera）在場。"), body) == [("zh-Hant", "name", "Paul LaCamera")]
    assert found(chinese("司令LaCamera在場。"), body) == [("zh-Hant", "name", "LaCamera")]


@pytest.mark.parametrize(
    ("body", "right", "wrong"),
    [
        ("外相林芳正與小泉對談。", "On Monday Hayashi met Koizumi.", "On Monday Hayashi met Kishida."),
        ("金大中說話。", "On Monday Kim Dae-jung spoke.", "On Monday Choi Dae-jung spoke."),
    ],
)
def test_the_family_names_of_the_region_are_known_in_both_scripts(body, right, wrong):
    assert found(english(right), body) == []
    assert [rule for _, rule, _ in found(english(wrong), body)] == ["name"]


def test_a_foreign_name_is_compared_by_its_sound_and_asked_about_where_another_holds_its_office():
    body = "總統潘尼亞與參議員塔羅兒在場，總統重申立場。"
    assert unheard("President Penilla spoke.", body) == []
    assert unheard("President Alvarado spoke.", body) == ["Alvarado"]


def test_a_name_that_nothing_sounds_like_may_be_written_in_another_way():
    body = "總統重申立場，副大臣國見文乃與參議員費雪在場。"
    for text in ("Deb Fischer met them.", "President Alvarado spoke.", "Vice-Minister Ayano Kunimi spoke."):
        assert unheard(text, body) == []


def unheard(text, body):
    said = check(english(text), Evidence(body), GLOSSARY)
    return [one.quote for one in said if one.rule == "unknown_name"]


@pytest.mark.parametrize(
    ("body", "right", "wrong"),
    [
        ("路透社報導，協議已簽。", "Reuters says the deal was signed.", "AFP says the deal was signed."),
        ("北韓中央通訊社報導，協議已簽。", "KCNA says the deal was signed.", "AFP says the deal was signed."),
        ("共同社報導，協議已簽。", "Kyodo says the deal was signed.", "Yonhap says the deal was signed."),
    ],
)
def test_an_agency_is_a_name(body, right, wrong):
    assert found(english(right), body) == []
    assert [rule for _, rule, _ in found(english(wrong), body)] == ["name"]
    assert in_both(body, right) == []
    assert {rule for _, rule, _ in lacks(body, wrong)} == {"name"}


@pytest.mark.parametrize(
    ("zh", "en", "zh_without", "en_without"),
    [
        ("談判在首爾舉行。", "Talks were held in Seoul.", "談判舉行。", "Talks were held."),
        (
            "日韓在首爾會談。",
            "Japan and South Korea met in Seoul.",
            "日韓會談。",
            "Japan and South Korea met.",
        ),
    ],
)
def test_the_capital_in_which_talks_are_held_stands_in_both_languages(zh, en, zh_without, en_without):
    assert in_both(zh, en) == []
    assert ("en", "name", "首爾") in lacks(zh, en_without)
    assert ("zh-Hant", "name", "Seoul") in lacks(zh_without, en)


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("日方官員不同意。", "Officials in Tokyo disagree."),
        ("談判在首爾舉行。", "Talks were held in South Korea."),
        ("會談改為視訊。", "They met by video instead of in New Delhi."),
        ("談判在首爾舉行。", "Talks were held in the South Korean capital."),
    ],
)
def test_a_capital_that_is_a_government_or_told_otherwise_is_not_missed(zh, en):
    assert in_both(zh, en) == []


def test_a_region_is_named_by_its_countries():
    body = "美國的盟友日本與南韓反對。"
    assert found(english("America's Asian allies object."), body) == []
    assert found(english("America's European allies object."), body) == [("en", "name", "European")]


def test_an_age_in_tens_is_one_of_ten_years():
    for body in ("年過七旬的船長。", "72歲的船長。"):
        assert found(english("The captain is in his seventies."), body) == []
        assert [rule for _, rule, _ in found(english("The captain is in his sixties."), body)] == ["number"]


def test_percent_and_percentage_points_are_two_things():
    body = "支持率上升5個百分點。"
    assert found(chinese("支持率升5個百分點。"), body) == []
    assert found(english("Support rose by five percentage points."), body) == []
    assert [rule for _, rule, _ in found(chinese("支持率升5%。"), body)] == ["number"]
    assert [rule for _, rule, _ in found(english("Support rose by 5 percentage points."), "上升5％。")] == [
        "number"
    ]
