"""What the checks read of the database: an article as evidence, and the names that its texts speak of."""

from datetime import UTC, date, datetime

import pytest

from articles.models import Label
from articles.summaries.checks import check
from articles.summaries.evidence import evidence_of, names_for
from tests.builders import make_article, make_source, make_tag
from tests.summaries.checks.words import chinese, english

pytestmark = pytest.mark.django_db


def make_person(zh, en):
    tag = make_tag(zh, kind="person")
    Label.objects.create(tag=tag, text=en, language="en", kind="preferred")
    return tag


def test_names_are_those_of_the_body_and_of_the_summaries():
    for zh, en in [("李在明", "Lee Jae-myung"), ("石破茂", "Ishiba Shigeru"), ("王毅", "Wang Yi")]:
        make_person(zh, en)
    article = make_article(body="李在明在釜山。")
    names = names_for(evidence_of(article), english("Ishiba spoke."))
    assert [topic.labels[0][1] for topic in names.topics] == ["李在明", "石破茂"]


def test_a_swapped_name_is_found_by_its_family_name_alone():
    make_person("李在明", "Lee Jae-myung")
    make_person("石破茂", "Ishiba Shigeru")
    evidence = evidence_of(make_article(body="李在明在釜山。"))
    words = english("Then Ishiba spoke.")
    faults = [one.quote for one in check(words, evidence, names_for(evidence, words)) if one.level == "fault"]
    assert faults == ["Ishiba"]


def test_names_are_looked_up_in_two_queries_however_long_the_texts_are(django_assert_num_queries):
    for number in range(30):
        make_person(f"李大{number}", f"Lee Dae{number}")
    evidence = evidence_of(make_article(body="李大1與李大2。" * 300))
    words = chinese("李大3說話。" * 10) | english("Then Lee Dae4 and Kim spoke to Choi. " * 10)
    with django_assert_num_queries(2):
        names_for(evidence, words)


def test_an_article_is_evidence_with_its_headline_date_byline_and_paragraphs():
    article = make_article(
        "十年之約", body="第一段。\n\n第二段。", standfirst="二十人到場", byline="方以寧",
        source=make_source("海峽日報"),
        published_at=datetime(2025, 8, 24, tzinfo=UTC), published_precision="day",
    )  # fmt: skip
    evidence = evidence_of(article)
    assert evidence.published == date(2025, 8, 24)
    assert evidence.paragraphs == 2
    assert all(part in evidence.text for part in ("十年之約", "二十人到場", "第二段", "方以寧", "海峽日報"))


def test_captions_are_evidence():
    article = make_article(body="第一段。\n\n▲ 二十三人合影（圖／本報）")
    evidence = evidence_of(article)
    words = chinese("二十三人合影。")
    assert "number" not in [one.rule for one in check(words, evidence, names_for(evidence, words))]
