"""House names: what we call a thing is named beside a former name, an unused one and a second form."""

import pytest

from articles.models.summaries.summary import Words
from articles.summaries.checks import Evidence, Names, Topic, check
from articles.summaries.checks.house_names import in_house
from articles.text.scripts import convert
from tests.benchmarks.checks import documents
from tests.summaries.checks.library import glossary, invented


def topic(key, kind, preferred: dict, *, avoided=(), others=()):
    labels = (*preferred.items(), *(("", name) for name in (*avoided, *others)))
    return Topic(key, kind, labels, tuple(preferred.items()), tuple(avoided))


KIM = topic(
    "kim", "person", {"zh-Hant": "金惠景", "en": "Kim Hea-kyung"},
    avoided=["金惠慶"], others=["Kim Hye-kyung"],
)  # fmt: skip
TAIWAN = topic("taiwan", "place", {"zh-Hant": "臺灣", "en": "Taiwan"}, avoided=["福爾摩沙"])
ASEAN = topic(
    "asean", "organisation", {"zh-Hant": "東協", "en": "ASEAN"},
    others=["東南亞國家協會", "Association of Southeast Asian Nations"],
)  # fmt: skip
SHUTTLE = topic("shuttle", "topic", {"zh-Hant": "穿梭外交"}, avoided=["往返外交"], others=["梭子外交"])
QIANG = topic("qiang", "person", {"zh-Hant": "李克強"}, avoided=["李強"])
HOUSE = Names((KIM, TAIWAN, ASEAN, SHUTTLE, QIANG))


def told(text, language="zh-Hant", *, headline="", points=(), names=HOUSE):
    """(words in question, ours) of what is said of the names."""
    words = {language: Words(headline, text, points)}
    found = [one for one in check(words, Evidence(), names) if one.ours]
    assert all(one.level == "look" for one in found)
    return [(one.quote, one.ours) for one in found]


@pytest.mark.parametrize(
    ("text", "language", "chips"),
    [
        ("第一夫人金惠慶抵達。", "zh-Hant", [("金惠慶", "金惠景")]),
        ("第一夫人金惠庆抵达。", "zh-Hans", [("金惠庆", "金惠景")]),
        ("金惠慶與金惠景同行，金惠慶先走。", "zh-Hant", [("金惠慶", "金惠景")]),
        ("往返外交重啟。", "zh-Hant", [("往返外交", "穿梭外交")]),
        ("Kim Hye-kyung met Kim Hea-kyung's guests.", "en", [("Kim Hye-kyung", "Kim Hea-kyung")]),
        ("Hye-kyung Kim and Kim Hea-kyung met.", "en", [("Hye-kyung Kim", "Kim Hea-kyung")]),
        ("台灣與臺灣的往來。", "zh-Hant", [("台灣", "臺灣")]),
        ("穿梭外交又叫梭子外交。", "zh-Hant", [("梭子外交", "穿梭外交")]),
    ],
)
def test_one_chip_names_ours(text, language, chips):
    assert told(text, language) == chips


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("金惠景抵達，金惠景演說。", "zh-Hant"),
        ("當時的公報寫「金惠慶」與『往返外交』。", "zh-Hant"),
        ("The notice said “Kim Hye-kyung”; Kim Hea-kyung came.", "en"),
        ("Kim Hye-kyung came alone.", "en"),
        ("東協（東南亞國家協會）開會。", "zh-Hant"),
        ("The Association of Southeast Asian Nations (ASEAN) met; ASEAN agreed.", "en"),
        ("李強調兩國合作。", "zh-Hant"),
        ("金惠景（Kim Hea-kyung）與臺灣（Taiwan）。", "zh-Hant"),
        ("在平台上，月台旁。", "zh-Hant"),
    ],
)
def test_what_is_ours_quoted_abbreviated_or_alone_gets_none(text, language):
    assert told(text, language) == []


def test_a_name_may_stand_in_the_headline_and_another_form_of_it_in_a_point():
    assert told("兩人見面。", headline="臺灣來客", points=("台灣團隊",)) == [("台灣", "臺灣")]


@pytest.mark.parametrize("text", ["台北與臺北的代表。", "臺北、台北、台北。"])
def test_two_forms_of_a_word_that_no_topic_has_are_one_too_many(text):
    ((quote, ours),) = told(text, names=Names())
    assert {quote, ours} == {"台北", "臺北"}
    assert text.count(ours) >= text.count(quote)


def test_where_the_house_has_no_name_in_a_language_nothing_is_said_of_a_former_one():
    former = topic("former", "place", {"zh-Hant": "首爾"}, avoided=["Keijo"])
    assert told("Talks in Keijo.", "en", names=Names((former,))) == []


@pytest.mark.parametrize(
    ("text", "language", "chips"),
    [
        ("第一夫人金惠慶抵達。", "zh-Hant", [("金惠慶", "金惠景")]),
        ("第一夫人金惠庆抵达。", "zh-Hans", [("金惠庆", "金惠景")]),
        ("First lady Kim Hea-kyung came.", "en", [("Kim Hea-kyung", "Kim Hye-kyung")]),
        ("Kim Hye-kyung met Kim Hea-kyung's guests.", "en", [("Kim Hea-kyung", "Kim Hye-kyung")]),
        ("Kim Hye-kyung came; the notice said “Kim Hea-kyung”.", "en", []),
    ],
)
def test_the_starter_glossary_knows_names_that_are_not_used(text, language, chips):
    assert told(text, language, names=glossary()) == chips


def test_no_summary_of_the_sample_library_gets_a_chip():
    cases = [*documents(), *invented()]
    assert len(cases) > 40
    for case in cases:
        simplified = {"zh-Hans": Words(text=convert(case.zh, "zh-Hans"))}
        for words in (case.words, simplified):
            found = check(words, case.evidence, glossary())
            assert [one for one in found if one.ours] == [], case.name


@pytest.mark.parametrize(
    ("text", "quote", "ours", "after"),
    [
        ("金惠慶說「金惠慶」，金惠慶走了。", "金惠慶", "金惠景", "金惠景說「金惠慶」，金惠景走了。"),
        ("Keijo, Keijos, “Keijo” and Keijo's", "Keijo", "Seoul", "Seoul, Keijos, “Keijo” and Seoul's"),
        ("", "台灣", "臺灣", ""),
    ],
)
def test_ours_takes_the_place_of_a_name_but_where_it_is_quoted(text, quote, ours, after):
    assert in_house(text, quote, ours) == after
