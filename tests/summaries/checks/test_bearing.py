"""What bears a statement out, and what the text has instead of one that is wrong."""

import pytest

from articles.summaries.checks import Evidence, Place, bearing, check
from articles.summaries.messages import message_of
from tests.summaries.checks.words import GLOSSARY, chinese, english

BODY = "石破茂與李在明8月23日在東京會談113分鐘。倉庫收下2,500噸鋼材，週六開放。"


def borne(words, body=BODY):
    return {one.quote: one for one in bearing(words, Evidence(body), GLOSSARY)}


def test_each_number_date_and_name_shows_the_words_that_bear_it_out():
    found = borne(english("Ishiba met Lee on 23 August for 113 minutes."))
    assert {quote: one.body[0].quote for quote, one in found.items()} == {
        "Ishiba": "石破茂",
        "Lee": "李在明",
        "23 August": "8月23日",
        "113": "113分鐘",
    }


def test_words_that_come_often_are_told_by_what_stands_before_them():
    assert borne(english("They met for 113 minutes."))["113"].body == (Place("23日在東京會談", "113分鐘"),)


def test_the_other_language_shows_its_words_too():
    found = borne(chinese("會談113分鐘。") | english("The talks took 113 minutes."))
    assert found["113"].other in (("113 minutes",), ("113分鐘",))


def test_what_was_worked_out_shows_both_numbers():
    found = borne(english("It rose by 8,000 tonnes."), "配額由三萬公噸增加到三萬八千公噸。")
    assert [place.quote for place in found["8,000"].body] == ["三萬公噸", "三萬八千公噸"]


def test_a_part_of_a_sum_of_money_shows_the_share_and_the_sum():
    found = borne(english("Japan pays $15 million."), "基金共三千萬美元。日本出一半，其餘由中韓分擔。")
    assert [place.quote for place in found["15 million"].body] == ["一半", "三千萬美元"]


def test_what_is_not_borne_out_is_not_among_them():
    assert borne(english("They met for 131 minutes.")) == {}
    assert bearing(english("They met for 113 minutes."), Evidence(""), GLOSSARY) == []


@pytest.mark.parametrize(
    ("en", "instead"),
    [
        ("The store took 25,000 tonnes.", "2,500噸"),
        ("They met for 131 minutes.", "113分鐘"),
        ("They met on 24 August.", "8月23日"),
        ("It opens on Sunday.", "週六"),
    ],
)
def test_a_wrong_statement_is_told_what_the_text_has(en, instead):
    (fault,) = [one for one in check(english(en), Evidence(BODY), GLOSSARY) if one.level == "fault"]
    assert dict(fault.values) == {"instead": instead}
    assert instead in message_of(fault)


def test_somebody_is_asked_to_look_where_the_text_has_nothing_like_it():
    found = check(english("It cost $5."), Evidence(BODY), GLOSSARY)
    (finding,) = [one for one in found if one.level != "advice"]
    assert (finding.rule, finding.level) == ("number_not_found", "look")
    assert dict(finding.values) == {}
