"""The goal of the checks: 38 of 40 seeded faults found, at most 5 false alarms in 200 clean summaries."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.models.summaries.summary import Words
from articles.summaries.checks import OF_THE_OTHER, Evidence, Names, check
from articles.summaries.messages import message_of
from tests.benchmarks.checks import chips, documents, faults_in
from tests.summaries.checks.library import faults, glossary, invented, other_notations, sample
from tests.summaries.checks.words import GLOSSARY


@pytest.fixture(scope="module")
def own():
    return [*invented(), *documents()]


def test_at_most_five_of_two_hundred_clean_summaries_raise_an_alarm(own):
    varied = random.Random(7).sample(other_notations(invented()), 130)  # noqa: S311
    clean = [*own, *varied]
    alarms = [(case.name, case.change, found) for case in clean if (found := faults_in(case, glossary()))]
    assert len(clean) >= 200
    assert len(alarms) <= 5, alarms


def test_at_least_thirty_eight_of_forty_seeded_faults_are_found(own):
    seeded = sample(faults(own), 40)
    missed = [(case.name, case.change) for case in seeded if not chips(case, glossary())]
    assert len(seeded) == 40
    assert len(missed) <= 2, missed


PIECES = [
    "113", "一百一十三", "8月24日", "24 August", "2025", "週日", "李在明", "Lee Jae-myung", "Lee", "首爾",
    "in Tokyo", "三分之一", "15％", "½", "半年", "[3]", "[", "<b>", "&amp;", "\u202e", "\x00", "\ud800",
    "、", "。", ". ", " ", "\n", "ﬁ", "㈱", "第零分之零", "0分之1", "1/0", "十兆億萬", "廿卅", "May", "may",
    "-", "點", "三點五", "三点五万", "half past ", "hundred", "3 in 0", "a thousandth", "5兆瓦", "0分之千瓦",
    "the third of ", "fold", "an hour and a half",
]  # fmt: skip
texts = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=12).map("".join))


@given(zh=texts, en=texts, point=texts, body=texts)
def test_any_text_is_checked_without_an_error_and_quoted_as_it_stands(zh, en, point, body):
    words = {"zh-Hant": Words(en[:20], zh, (point,)), "en": Words(zh[:20], en)}
    for finding in check(words, Evidence(body, paragraphs=3), GLOSSARY):
        own = words[finding.language]
        fields = {"headline": own.headline, "text": own.text, "points": "\n".join(own.points)}
        others = "".join(one.headline + one.text + "".join(one.points) for one in words.values())
        assert finding.quote in (others if finding.rule.endswith(OF_THE_OTHER) else fields[finding.field])
        assert message_of(finding)


@given(text=texts)
def test_a_text_bears_itself_out(text):
    words = {"zh-Hant": Words("", text)}
    rules = [one.rule for one in check(words, Evidence(text), Names()) if one.level == "fault"]
    assert rules == []
