"""What no summary may be, what reads best, and how its length is counted."""

import pytest

from articles.summaries.checks import Evidence, Names, check, refuses
from articles.summaries.rules import characters, words
from tests.summaries.checks.words import chinese, english

ZH = "兩國信使在霧中重開談判，桌上又多了一盞燈，窗外的渡輪慢慢靠了岸。" * 2
EN = (
    "The envoys of the two shores have opened their talks again while the ferry comes in through the fog. "
    * 2
)


def rules(words, **evidence):
    return [one.rule for one in check(words, Evidence(**evidence), Names())]


def test_summaries_of_good_length_and_form_pass():
    assert rules(chinese(ZH)) == []
    assert rules(english(EN + "Somebody has put a lamp upon the table.")) == []


def test_characters_count_marks_but_no_citations_and_no_space():
    assert characters("渡輪 靠岸。[3]\n") == 5


def test_words_are_what_holds_a_letter_or_digit():
    assert words("A 113-minute talk – so Lee’s aide said. [12]") == 7


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        (chinese("渡" * 121), "too_long"),
        (english("ferry " * 81), "too_long"),
        (chinese("渡" * 59), "length"),
        (chinese("渡" * 101), "length"),
        (english("ferry " * 39), "length"),
        (english("ferry " * 61), "length"),
        (chinese(ZH, headline="渡" * 201), "headline_too_long"),
        (chinese(ZH, points=("一", "二", "三", "四")), "too_many_points"),
        (chinese("<b>" + ZH), "markup"),
        (chinese(ZH + "&nbsp;"), "markup"),
        (english(EN + "Fish &amp; chips are served to everybody on the boat."), "markup"),
        (chinese(ZH, points=("<script>alert(1)</script>",)), "markup"),
        (chinese(ZH + "\x00"), "control"),
        (chinese(ZH + "\u202e"), "control"),
        (chinese("\u200b [3] \u3000"), "empty"),
        (chinese("", headline="信使重開談判"), "no_text"),
        (english(ZH), "wrong_language"),
        (chinese(EN), "wrong_language"),
        (chinese("两国信使在雾中重开谈判，桌上多了一盏灯，窗外的渡轮靠了岸。" * 2), "wrong_language"),
        (chinese(ZH, language="zh-Hans"), "wrong_language"),
        (chinese("霧の中で両国の使者が交渉を再開し、机の上に灯りがひとつ増えた。" * 2), "wrong_language"),
        (chinese("안개 속에서 두 나라의 사절이 협상을 다시 시작했다. " * 3), "wrong_language"),
    ],
)  # fmt: skip
def test_a_summary_of_bad_form_is_told_so(words, rule):
    assert rule in rules(words)


@pytest.mark.parametrize(
    "words",
    [
        chinese(ZH + "他說「シャトル外交」與 shuttle diplomacy 是一回事。"),
        chinese(ZH + "3 < 5，A&B 公司。"),
        english(EN + "Somebody wrote the words 穿梭外交 and シャトル upon the table."),
        chinese("两国信使在雾中重开谈判，桌上多了一盏灯，窗外的渡轮靠了岸。" * 2, language="zh-Hans"),
    ],
)
def test_foreign_words_and_single_marks_are_no_fault(words):
    assert not [rule for rule in rules(words) if rule in ("markup", "wrong_language", "control")]


def test_a_citation_of_a_paragraph_that_is_not_there_is_refused():
    words = chinese(ZH + "[2]", points=("靠岸[9]",))
    (finding,) = check(words, Evidence("正文", paragraphs=3), Names())
    assert (finding.rule, finding.field, finding.quote, finding.blocks) == ("citation", "points", "[9]", True)


def test_citations_are_not_checked_where_the_paragraphs_are_not_counted():
    assert rules(chinese(ZH + "[2]")) == []


def test_both_languages_should_say_about_as_much():
    assert "ratio" in rules(chinese(ZH) | english(EN * 2))
    assert "ratio" not in rules(chinese(ZH) | english(EN))


def test_a_language_of_which_nothing_is_written_is_passed_over():
    assert rules(chinese("") | english("")) == []


def test_levels_tell_refusals_from_faults_and_advice():
    findings = check(chinese("<b>談了99分鐘"), Evidence("談了113分鐘。"), Names())
    assert {one.rule: one.level for one in findings} == {
        "markup": "block",
        "number": "fault",
        "length": "advice",
    }


def test_drafts_are_refused_for_form_and_for_facts_that_the_body_lacks():
    words = chinese("<b>談了99分鐘") | english("They talked for a long time.")
    refused = refuses(check(words, Evidence("談了113分鐘。"), Names()))
    assert [one.rule for one in refused] == ["markup", "number"]


def test_findings_stand_in_reading_order():
    words = chinese("石垣談了99分鐘，又談了77分鐘。", headline="談了88分鐘") | english(
        "They talked for 66 minutes."
    )
    findings = [one for one in check(words, Evidence("談了113分鐘。"), Names()) if one.level == "fault"]
    assert [one.quote for one in findings] == ["88", "99", "77", "66"]
