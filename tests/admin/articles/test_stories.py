"""Editors correct what was found to be one story."""

import pytest
from django.urls import reverse

from articles.models import Article
from tests.builders import make_article

pytestmark = pytest.mark.django_db

TEXT = (
    "修復船昨夜離開下關，工程師說海底電纜的斷點在海溝邊上，要三天才能抵達。"
    "港務局清出一條航道，漁船暫時改走南側，居民在堤上看著船燈慢慢變小，直到看不見為止。"
)


def choose(client, action, *articles):
    chosen = {"action": action, "_selected_action": [article.pk for article in articles]}
    return client.post(reverse("admin:articles_article_changelist"), chosen, follow=True)


def stories():
    return list(Article.objects.order_by("pk").values_list("story", flat=True))


def test_articles_can_be_joined_into_one_story(admin_client):
    choose(admin_client, "join_story", make_article("甲"), make_article("乙"), make_article("丙"))
    assert len(set(stories())) == 1
    assert stories()[0] is not None


def test_one_article_alone_joins_nothing(admin_client):
    answer = choose(admin_client, "join_story", make_article("甲"))
    assert stories() == [None]
    assert "請選兩篇以上的文章。" in answer.content.decode()


def test_a_wrongly_found_copy_can_be_set_apart(admin_client):
    article, copy = make_article("甲", body=TEXT), make_article("乙", body=TEXT)
    assert None not in stories()
    choose(admin_client, "split_story", copy)
    assert stories() == [None, None]
    article.refresh_from_db()
    article.save()
    assert stories() == [None, None]
