"""Scores and names that stand in the other order in the body are asked about."""

import pytest

from articles.summaries.checks import Evidence, check
from tests.summaries.checks.words import GLOSSARY, chinese, english


def asked(words, body):
    rules = ("_turned", "_other")
    return [one.quote for one in check(words, Evidence(body), GLOSSARY) if one.rule.endswith(rules)]


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        (chinese("以53票對242票否決。"), "53票對242"),
        (english("It was rejected by 53 votes to 242."), "53 votes to 242"),
        (english("It was rejected 53-242."), "53-242"),
    ],
)
def test_a_score_that_is_turned_is_asked_about(words, quote):
    assert asked(words, "眾議院以242票對53票否決不信任案。") == [quote]


def test_a_score_in_its_own_order_is_not():
    assert asked(english("It was rejected by 242 to 53."), "眾議院以242票對53票否決不信任案。") == []
    assert asked(chinese("3比1獲勝，1比3落敗。"), "先以3比1獲勝，後以1比3落敗。") == []


def test_a_score_of_which_one_side_is_another_is_asked_about():
    body = "霧港隊以9比6獲勝，半場時6比4領先。"
    assert asked(chinese("霧港隊以9比5獲勝。"), body) == ["9比5"]
    assert asked(english("Fogport won 9-7."), body) == ["9-7"]
    assert asked(english("Fogport won 9-6 after leading 6-4."), body) == []


def test_who_does_something_to_whom_is_asked_about_when_it_is_turned():
    body = "李在明敦促石破茂擴大合作。"
    assert asked(chinese("石破茂敦促李在明擴大合作。"), body) == ["石破茂敦促李在明"]
    assert asked(english("Ishiba urged Lee Jae-myung to do more."), body) == ["Ishiba urged Lee Jae-myung"]
    assert asked(english("Lee Jae-myung asked Ishiba to do more."), body) == []


def test_who_is_asked_by_whom_says_the_same():
    assert asked(english("Ishiba was urged by Lee Jae-myung to do more."), "李在明敦促石破茂。") == []


def test_who_visits_whom_is_asked_about_when_it_is_turned():
    body = "越南外長二月二十四日抵達東京，開始三天的訪問。"
    assert asked(chinese("日本外相訪問河內，與越南外長會談。"), body) == ["日本外相訪問河內"]
    assert asked(english("Vietnam's foreign minister went to Tokyo."), body) == []


def test_a_list_of_two_things_of_which_one_is_counted_otherwise_is_asked_about():
    body = "共出動三艘艦艇與兩架反潛機。"
    assert of_lists(english("It sent two ships and two anti-submarine aircraft."), body) == ["two ships"]
    assert of_lists(english("It sent two aircraft and two ships."), body) == ["two ships"]
    assert of_lists(chinese("派三艘軍艦和四架飛機。"), body) == ["四架"]


def test_a_list_in_any_order_or_of_another_day_is_not():
    body = "昨天五架軍機及七艘軍艦，今天六架軍機及七艘軍艦。"
    assert of_lists(english("Five aircraft and seven ships came."), body) == []
    assert of_lists(english("Seven ships and six aircraft came."), body) == []
    assert of_lists(english("Two ships and two aircraft collided."), body) == []


def of_lists(words, body):
    return [one.quote for one in check(words, Evidence(body), GLOSSARY) if one.rule == "told_otherwise"]
