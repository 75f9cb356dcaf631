"""Related articles share topics or words; each says which, and none is a copy; none leads to a draft."""

import pytest

from articles.models import Related
from tests import builders

pytestmark = pytest.mark.django_db

CABLES = "海底電纜的修復船昨夜離開下關，工程師說海底電纜的斷點在海溝邊上，修復船要三天才能抵達。"
CABLES_AGAIN = "修復船返港，海底電纜恢復通訊。下關的居民在堤上等候，工程師說海溝邊的海底電纜仍須監看。"
LANTERNS = "元宵的燈會在老街舉行，孩子們提著紙燈籠，攤販賣起湯圓，遊客把橋擠得水洩不通。"
HEADLINES = iter(
    f"{first}{second}" for first in "甲乙丙丁戊己庚辛壬癸" for second in "子丑寅卯辰巳午未申酉戌亥"
)


def make_article(headline="", **fields):
    """An article whose headline says nothing that another's says."""
    return builders.make_article(headline or next(HEADLINES), **fields)


def beside(article):
    return [row.other for row in Related.objects.for_reading(article, 6).made()]


def test_articles_of_one_topic_are_related_both_ways():
    one, other = make_article(body=CABLES, tags=["奈良"]), make_article(body=LANTERNS, tags=["奈良"])
    assert beside(one) == [other]
    assert beside(other) == [one]


def test_the_reason_is_the_topics_both_have():
    one = make_article(body=CABLES, tags=["奈良", "氫能"])
    make_article(body=LANTERNS, tags=["奈良", "漁業"])
    (row,) = Related.objects.for_reading(one, 6).made()
    assert row.shared == [one.tags.get(name="奈良").pk]


def test_articles_that_say_the_same_things_are_related_without_topics():
    one, other = make_article(body=CABLES), make_article(body=CABLES_AGAIN)
    make_article(body=LANTERNS)
    assert beside(one) == [other]
    assert Related.objects.for_reading(one, 6).made()[0].shared == []


def test_a_rare_topic_relates_more_than_a_common_one():
    common = [make_article(body=f"{LANTERNS}第{number}夜。", tags=["外交"]) for number in range(4)]
    rare = make_article(body="港口的起重機停了。", tags=["長生炭坑"])
    article = make_article(body="遺骨的鑑定開始。", tags=["外交", "長生炭坑"])
    assert beside(article)[0] == rare
    assert common


def test_a_copy_is_not_a_related_article():
    one, copy = make_article(body=CABLES * 3, tags=["奈良"]), make_article(body=CABLES * 3, tags=["奈良"])
    assert one not in beside(copy)


def test_nothing_leads_to_a_withdrawn_article_any_more():
    make_article(body=CABLES, tags=["奈良"])
    other = make_article(body=LANTERNS, tags=["奈良"])
    other.status = "withdrawn"
    other.save()
    assert not Related.objects.filter(other=other).exists()


def test_a_draft_knows_what_will_stand_beside_it_and_leads_there_alone():
    one = make_article(body=CABLES, tags=["奈良"])
    draft = make_article(body=LANTERNS, tags=["奈良"], status="draft")
    assert beside(draft) == [one]
    assert beside(one) == []


def test_losing_a_topic_ends_the_relation():
    one, other = make_article(body=CABLES, tags=["奈良"]), make_article(body=LANTERNS, tags=["奈良"])
    other.tags.clear()
    assert beside(one) == []


def test_at_most_six_are_shown():
    articles = [make_article(body=f"{LANTERNS}第{number}夜。", tags=["奈良"]) for number in range(9)]
    assert len(beside(articles[0])) <= 6


def test_a_reader_sees_why(client):
    make_article(headline="老街燈會", body=LANTERNS, tags=["奈良"])
    article = make_article(body=CABLES, tags=["奈良"])
    page = client.get(article.get_absolute_url()).content.decode()
    assert 'rel="related" data-reason="共同主題：奈良"' in page
    assert "老街燈會" in page


def test_a_reader_finds_the_same_story_elsewhere(client):
    make_article(headline="海峽日報的版本", body=CABLES * 3)
    article = make_article(headline="通訊社的版本", body=CABLES * 3)
    assert "data-mirror" in client.get(article.get_absolute_url()).content.decode()
