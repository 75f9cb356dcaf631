"""Topics that an article's text suggests: known names and new ones, bounded, never what was decided on."""

import pytest

from articles.discovery.suggestions import MOST_KNOWN, MOST_NEW, suggest_topics
from articles.models import Label, TagSuggestion
from tests.builders import make_article, make_source, make_tag

pytestmark = pytest.mark.django_db

TEXT = """外長林小滿昨天抵達東港，與當地市長會面。林小滿說，燈塔協議不會更改。

漁會反對燈塔協議，林小滿則答應再談。記者問到東港的碼頭，林小滿沒有回答。"""


def make_text(body=TEXT, **fields):
    return make_article("渡輪停航", body=body, **fields)


def known(article):
    return [tag.name for tag in suggest_topics(article).known]


def new(article):
    return suggest_topics(article).new


def test_a_topic_that_the_text_names_is_suggested_by_any_label_in_either_script():
    Label.objects.create(tag=make_tag("東港市"), text="东港")
    assert known(make_text()) == ["東港市"]


def test_topics_that_are_named_more_often_come_first():
    for name in ("東港", "林小滿", "燈塔協議"):
        make_tag(name)
    assert known(make_text()) == ["林小滿", "東港", "燈塔協議"]


def test_the_headline_is_looked_at_as_well():
    make_tag("渡輪")
    assert known(make_text()) == ["渡輪"]


def test_a_provisional_headline_counts_no_name_twice():
    twice = make_text("林小滿來了。她走了。", headline_is_provisional=True)
    twice.headline = "林小滿來了"
    assert new(twice) == []
    twice.headline_is_provisional = False
    assert new(twice) == ["林小滿"]


def test_a_headline_borrowed_from_a_copy_is_looked_at():
    make_tag("東港")
    article = make_text("她走了。", headline_is_provisional=True)
    article.borrowed = {"headline": "東港的渡輪"}
    assert known(article) == ["東港"]


def test_credits_of_captions_are_not_looked_at():
    captions = "\n\n".join(f"▲ 渡輪{number}（圖／海岬圖片社）" for number in range(5))
    assert new(make_text(captions)) == []


def test_the_longest_name_at_a_place_is_meant():
    for name in ("燈塔", "燈塔協議"):
        make_tag(name)
    assert known(make_text()) == ["燈塔協議"]


def test_a_title_of_a_work_is_no_mention():
    make_tag("燈塔")
    assert known(make_text("她讀完了《燈塔》。")) == []


def test_a_name_that_is_a_common_word_is_not_suggested():
    make_tag("碼頭").labels.update(is_linked=False)
    assert known(make_text()) == []


def test_new_names_are_those_that_no_topic_has():
    assert new(make_text())[0] == "林小滿"
    Label.objects.create(tag=make_tag("外長"), text="林小满")
    assert "林小滿" not in new(make_text())


def test_topics_that_an_article_has_are_not_suggested_again():
    article = make_text(tags=["林小滿"])
    assert known(article) == []
    assert "林小滿" not in new(article)


def test_the_source_and_the_writer_are_no_topics():
    make_tag("東港")
    article = make_text(source=make_source("東港"), byline="林小滿、王大同")
    assert known(article) == []
    assert "林小滿" not in new(article)


def test_what_was_dismissed_for_an_article_stays_away_from_it_and_no_other():
    make_tag("東港")
    article, other = make_text(), make_text()
    TagSuggestion.objects.dismiss(article, ["东港", "林小滿"])
    assert known(article) == []
    assert "林小滿" not in new(article)
    assert known(other) == ["東港"]
    assert "林小滿" in new(other)


def test_what_waits_for_an_editor_as_a_printed_keyword_is_not_suggested_twice():
    article = make_text()
    TagSuggestion.objects.suggest(article, ["林小滿"])
    assert "林小滿" not in new(article)


def test_an_editor_is_shown_a_dozen_of_each_at_most():
    people = [
        "王若水",
        "李秋潮",
        "張白帆",
        "劉星河",
        "陳小滿",
        "楊柳岸",
        "黃昏雨",
        "趙青禾",
        "吳長庚",
        "周牧野",
    ]
    people += ["徐晚舟", "孫望舒", "馬知秋", "朱明川", "胡不歸"]
    article = make_text("".join(f"{name}來了。{name}走了。" for name in people))
    assert len(new(article)) == MOST_NEW
    for name in people:
        make_tag(name)
    assert len(known(article)) == MOST_KNOWN


def test_suggesting_stores_nothing():
    suggest_topics(make_text())
    assert not TagSuggestion.objects.exists()


def test_suggesting_takes_as_many_queries_for_many_topics_as_for_one(django_assert_max_num_queries):
    for name in ["東港", "林小滿", "燈塔協議", *(f"燈塔{number}號" for number in range(50))]:
        make_tag(name)
    article = make_text()
    with django_assert_max_num_queries(7):
        suggest_topics(article)
