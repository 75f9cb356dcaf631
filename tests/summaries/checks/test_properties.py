"""What holds of the checks for any text at all."""

import re
from datetime import date
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from articles.models.summaries.summary import Words
from articles.summaries.checks import Evidence, bearing, check
from tests.strategies import texts_of
from tests.summaries.checks.library import invented
from tests.summaries.checks.words import GLOSSARY

# What each of the claims is read by: offices, turns, motions, spelled names, acts, firms.
PIECES = [
    "外務大臣岩屋毅", "副總統", "Foreign Minister Lee", "중국 외교부장 왕이", "第三季",
    "第67位", "4回目", "third-largest", "年增4.3％", "減少三成",
    "fell 12 percent", "逾2億元", "不到2億元", "25%에서 15%로 낮", "1200人を超え",
    "Mao Ning", "우원식", "Woo Won-shik", "達成共識", "未能",
    "合意には至らなかった", "台積電", "Hanwha Ocean", "5月18日", "週五、六",
    "民國114年", "Reiwa 8", "每三人就有一人", "1比3", "2027財年",
    "，", "。", "\n", " ",
]  # fmt: skip
TEXTS = texts_of(*PIECES)
SENTENCE = re.compile(r"[^。\n]{6,}。?")


def runs() -> list[tuple[str, str]]:
    """(body, one or two sentences of it) of what is invented for the other tests, in four languages."""
    found = []
    for body in (case.evidence.body for case in invented()):
        sentences = SENTENCE.findall(body)
        found += [(body, one) for one in sentences]
        found += [(body, one + other) for one, other in pairwise(sentences)]
    return found


RUNS = runs()


def findings(text: str, body: str, language: str = "zh-Hant", published: date | None = None):
    return check({language: Words("", text)}, Evidence(body, published=published), GLOSSARY)


@given(TEXTS, TEXTS, st.sampled_from(["zh-Hant", "zh-Hans", "en"]), st.none() | st.dates())
@settings(max_examples=60)
def test_any_text_is_checked_and_what_is_quoted_stands_in_it(text, body, language, published):
    for one in findings(text, body, language, published):
        assert one.quote in text or one.rule == "control"


@given(TEXTS, TEXTS)
@settings(max_examples=40)
def test_what_bears_a_text_out_stands_in_the_body(text, body):
    evidence = Evidence(body)
    for one in bearing({"zh-Hant": Words("", text)}, evidence, GLOSSARY):
        assert one.quote in text
        assert all(place.quote in evidence.text for place in one.body)


@given(st.sampled_from(RUNS), st.none() | st.just(date(2025, 8, 26)))
@settings(max_examples=60)
def test_no_sentences_of_a_body_are_a_fault(run, published):
    body, text = run
    assert [one for one in findings(text, body, published=published) if one.level == "fault"] == []
