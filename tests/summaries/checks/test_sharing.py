"""What one language of a summary says and the other does not: told beside, or asked about."""

import pytest

from articles.summaries.checks import Evidence, check
from tests.summaries.checks.words import GLOSSARY, chinese, english, only_in_other

ZH = "兩國簽署六項協定，貿易額達302億美元，成長12%，有1,400家企業。"
EN = "They signed six agreements; trade grew by 12 percent to $30.2 billion, with 1,400 firms."


def test_the_same_in_both_languages_is_nothing_to_tell():
    assert only_in_other(ZH, EN) == []


def test_what_an_editor_leaves_out_of_one_language_is_told_without_asking():
    found = only_in_other(ZH, EN + " They meet again in May and wish to keep in touch.")
    assert found == [("zh-Hant", "date_unshared", "May")]


def test_a_language_that_is_short_for_the_other_may_have_lost_a_sentence():
    found = only_in_other(ZH, "They signed six agreements; trade grew.")
    assert {rule for _, rule, _ in found} == {"number_left_out"}
    assert ("en", "number_left_out", "1,400") in found


def test_one_number_against_another_of_its_kind_is_asked_about():
    found = only_in_other(ZH, EN.replace("12 percent", "21 percent"))
    assert {(language, rule) for language, rule, _ in found} == {
        ("en", "number_left_out"),
        ("zh-Hant", "number_left_out"),
    }


def test_a_sum_and_what_it_is_made_of_say_the_same():
    zh = "去年往來逾1,300萬人次，六項協定生效。"
    en = "Six agreements are in force; 3.61 million came and 9.46 million went last year."
    assert only_in_other(zh, en) == []


def test_a_rounded_number_says_the_same_in_either_language():
    assert only_in_other("出口減少13.2%。", "Exports fell by 13 percent.") == []


def test_a_number_told_twice_where_the_other_language_has_another_is_asked_about():
    zh = "六個成員在六個月內簽署12項協定。"
    en = "Five members signed 12 agreements within six months."
    assert {rule for _, rule, _ in only_in_other(zh, en)} == {"number_left_out"}
    assert only_in_other(zh, en.replace("Five", "Six")) == []


def asked(zh: str, en: str, body: str = "") -> set[str]:
    """What somebody is asked to look at, of either language."""
    found = check(chinese(zh) | english(en), Evidence(body), GLOSSARY)
    return {one.quote for one in found if one.level == "look"}


@pytest.mark.parametrize(
    ("zh", "en", "quotes"),
    [
        ("漁船翻覆，三人死亡，七人獲救。", "Two people died and seven were saved.", {"三人", "Two people"}),
        ("四艘船交付，其餘三艘明年完工。", "Two ships came; three more follow.", {"四艘", "Two ships"}),
        ("工程歷時十三個月。", "The works took three years.", {"十三個月", "three years"}),
        ("島長三十三公里。", "The island is 33 miles long.", {"三十三公里", "33 miles"}),
        ("不到四成受訪者贊成。", "More than two in five agree.", {"四成", "two in five"}),
        ("協定六月簽署。", "It is July when they sign.", {"六月", "July"}),
        ("談判週四重開。", "They talk again on Friday.", {"週四", "Friday"}),
    ],
)  # fmt: skip
def test_the_two_numbers_or_dates_that_nothing_answers_stand_against_each_other(zh, en, quotes):
    assert asked(zh, en) == quotes


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("停留十四天，費用六千四百萬元。", "They stay a fortnight; it costs 64 million."),
        ("約六成在境內，每日兩次。", "Three-fifths lie inside; calls go through twice a day."),
        ("工期一年又一個月。", "The works took 13 months."),
        ("三天前通知。", "Notice of 72 hours is given."),
    ],
)
def test_a_number_said_in_another_way_is_answered(zh, en):
    assert asked(zh, en) == set()


@pytest.mark.parametrize(
    ("zh", "en", "quotes"),
    [
        (
            "日本外務省將設立基金。",
            "The Fisheries Agency sets up a fund.",
            {"外務省", "Fisheries Agency"},
        ),
        ("衛福部長率團出席。", "The defence minister led the group.", {"衛福部", "defence minister"}),
        ("海軍派出船隻。", "The coast guard sent ships.", {"海軍", "coast guard"}),
        ("春天再談。", "They talk again in the autumn.", {"春天", "autumn"}),
        ("每週通話。", "They speak every day.", {"每週", "every day"}),
        ("副院長率團訪問。", "The speaker leads the visit.", {"副院長", "speaker"}),
        ("外務大臣來訪。", "The state minister came.", {"大臣", "state minister"}),
        ("國安會表示同意。", "The National Security Bureau agreed.", {"國安會", "National Security Bureau"}),
    ],
)
def test_another_of_a_kind_in_each_language_is_asked_about(zh, en, quotes):
    assert asked(zh, en) == quotes


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("農林水產省編列預算。", "The farm ministry set the money aside."),
        ("厚生勞動省表示同意。", "The labour ministry agreed."),
        ("外長表示同意。", "The foreign ministry agreed."),
        ("副院長率團訪問。", "Lawmakers came under a deputy speaker."),
        ("春天再談。", "They talk again in spring, and each year."),
        ("航班由每週90班減為38班。", "Flights fell from a year earlier, from 90 a week to 38."),
    ],
)
def test_one_of_a_kind_in_other_words_is_not(zh, en):
    assert asked(zh, en) == set()


GLOSSING = (
    "捷克議長諾瓦克（Pavel Novák）提議合作，議員史密茲（Anna Šmídová）另提培訓。許立安（Hsu Li-an）出席。"
)


def test_a_name_that_the_body_gives_in_both_scripts_is_held_to_the_other_language():
    assert asked("議長諾瓦克提議合作。", "Pavel Novák proposed to work together.", GLOSSING) == set()
    assert asked("史密茲提議合作。", "Pavel Novák proposed it.", GLOSSING) == {"史密茲", "Pavel Novák"}


def test_a_person_of_one_language_in_the_place_of_one_of_the_other_is_asked_about():
    body = "高市早苗與李在明會談，外長王大偉陪同。"
    assert "Wang Dawei" in asked("高市早苗表示同意。", "Foreign Minister Wang Dawei agreed.", body)


def test_a_latin_name_that_the_body_spells_otherwise_is_asked_about():
    found = check(english("The envoy Xu Lian came."), Evidence(GLOSSING), GLOSSARY)
    assert ("spelling", "Hsu Li-an") in {(one.rule, dict(one.values).get("instead")) for one in found}
