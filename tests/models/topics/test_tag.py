"""One topic for each name, however it is typed; none that a reader could not see."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from articles.models import Article, ArticleTag, Tag
from articles.models.topics.tag import split_tags
from tests.builders import make_article, make_tag

pytestmark = pytest.mark.django_db

# The same name typed in two ways.
TWINS = [
    ("穿梭外交", "穿梭外交\u200b"),
    ("韓國", "韩国"),
    ("Shuttle diplomacy", "shuttle  DIPLOMACY"),
    ("ＡＰＥＣ", "APEC"),
    ("Café", "Cafe\u0301"),
    ("이재명", "\u110b\u1175\u110c\u1162\u1106\u1167\u11bc"),
    ("東京", "\u202e東京"),
    ("シャトル外交", "ｼｬﾄﾙ外交"),
]


@pytest.mark.parametrize(("one", "other"), TWINS)
def test_a_name_typed_otherwise_finds_the_same_topic(one, other):
    make_article(tags=[one])
    make_article(tags=[other])
    assert Tag.objects.count() == 1


@pytest.mark.parametrize(
    "name",
    ["", "   ", "\u200b\u200d", "……！", "\u202e", "長" * 101, "Washington, D.C.", "口譯、筆譯", "甲；乙"],
)
def test_a_name_that_cannot_be_a_topic_is_refused(name):
    with pytest.raises(ValidationError):
        Tag.objects.named([name])
    assert not Tag.objects.exists()


@pytest.mark.parametrize("name", ["🤝", "李在明", "シャトル外交", "이재명", "C++", "𠮷野家"])
def test_no_topic_has_an_empty_slug(name):
    (tag,) = Tag.objects.named([name])
    assert tag.slug.strip("-")


def test_spaces_do_not_part_topics():
    assert split_tags("shuttle diplomacy, 李在明，穿梭外交、奈良;釜山；首爾") == [
        "shuttle diplomacy",
        "李在明",
        "穿梭外交",
        "奈良",
        "釜山",
        "首爾",
    ]


def test_two_topics_may_share_a_slug():
    first, second = Tag.objects.named(["C", "C!"])
    assert first != second


def test_an_article_has_a_topic_once():
    article = make_article(tags=["韓國"])
    article.tags.add("韩国", "韓國")
    assert article.tags.count() == 1


def test_counts_are_of_what_readers_can_see():
    make_article(tags=["奈良"])
    make_article(tags=["奈良"], status="draft")
    make_article(tags=["首爾"], status="draft")
    assert [(tag.name, tag.stories) for tag in Tag.objects.with_counts()] == [("奈良", 1)]


def test_the_topics_of_many_articles_come_in_the_order_they_were_given():
    earlier, later = make_tag("先來的"), make_tag("後來的")
    article = make_article(tags=[later, earlier])
    make_article(tags=[earlier])
    ArticleTag.objects.filter(tag=later).update(sorted_at=timezone.now())  # PostgreSQL moves the row behind
    found = Article.objects.prefetch_related("tags").get(pk=article.pk)
    given = [tag.name for tag in article.tags.all()]
    assert [tag.name for tag in found.tags.all()] == given
    assert found.tagged.order_by("pk").first().tag.name == given[0]


def test_from_topics_that_stay_as_they_are_nothing_follows(monkeypatch):
    article, derived = make_article(tags=["會談"]), []
    monkeypatch.setattr("articles.models.topics.tag.derive_as_stored", lambda *asked: derived.append(asked))
    article.tags.set(["會談"])
    assert derived == []
    article.tags.set([])
    assert derived


TOPIC_CHANGES = {
    "given": lambda article: article.tags.add("碼頭"),
    "taken": lambda article: article.tags.remove("燈塔"),
}


@pytest.mark.parametrize("change", TOPIC_CHANGES.values(), ids=TOPIC_CHANGES)
def test_topics_do_not_bring_back_an_article_that_was_withdrawn_meanwhile(change):
    read_before = make_article(tags=["渡輪", "燈塔"])
    withdrawn = Article.objects.get(pk=read_before.pk)
    withdrawn.status = "withdrawn"
    withdrawn.save()
    change(read_before)
    assert not ArticleTag.objects.published().exists()
    assert not Tag.objects.with_counts()


def test_topics_given_to_an_article_are_linked_in_the_body_that_it_has_by_now():
    read_before = make_article(body="霧中的渡輪靠岸了。")
    changed = Article.objects.get(pk=read_before.pk)
    changed.body = "霧中的渡輪沒有靠岸，碼頭空著。"
    changed.save()
    read_before.tags.add("碼頭")
    rendered = Article.objects.get(pk=read_before.pk).body_html
    assert "沒有靠岸" in rendered
    assert ">碼頭</a>" in rendered
