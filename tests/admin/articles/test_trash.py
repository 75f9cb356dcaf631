"""The trash: deleting loses nothing, taking out brings all of it back, emptying is asked twice."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from lxml import html

from articles.ingest.storage.store import import_document
from articles.models import Article
from articles.models.articles.article import Status
from articles.models.articles.queryset import DAYS_IN_TRASH
from tests.admin.builders import make_document, make_imported
from tests.builders import make_article

pytestmark = pytest.mark.django_db

TRASH = reverse("admin:articles_article_trash")


def throw_away(client, article):
    return client.post(reverse("admin:articles_article_delete", args=[article.pk]), follow=True)


def thrown(**fields):
    return make_article(status=Status.TRASH, **fields)


def status_of(article):
    return Article.objects.get(pk=article.pk).status


def listed(client):
    page = html.fromstring(client.get(TRASH).content.decode())
    return [node.text for node in page.cssselect(".waiting [lang]")]


def test_deleting_moves_an_article_to_the_trash_with_all_that_belongs_to_it(desk):
    article = make_imported()
    article.tags.set(["首爾"])
    throw_away(desk, article)
    assert status_of(article) == Status.TRASH
    assert (article.provenance.count(), article.tags.count()) == (1, 1)


def test_before_anything_is_deleted_the_editor_is_asked(desk):
    article = make_article()
    answer = desk.get(reverse("admin:articles_article_delete", args=[article.pk]))
    assert "Shingle" not in answer.content.decode()
    assert status_of(article) == Status.PUBLISHED


def test_many_are_thrown_away_from_the_list(desk):
    articles = [make_article(), make_article()]
    data = {"action": "throw_away", "_selected_action": [article.pk for article in articles]}
    desk.post(reverse("admin:articles_article_changelist"), data)
    assert {status_of(article) for article in articles} == {Status.TRASH}


def test_what_lies_in_the_trash_is_on_no_list_and_at_no_address(desk, client):
    article = make_article("棄稿")
    throw_away(desk, article)
    assert listed(desk) == ["棄稿"]
    for address in (
        reverse("admin:articles_article_changelist"),
        reverse("admin:desk"),
        "/",
        "/search/?q=棄稿",
    ):
        page = html.fromstring(client.get(address).content.decode())
        assert not [link for link in page.cssselect("a") if f"/{article.pk}/" in link.get("href", "")], (
            address
        )
    assert client.get(article.get_absolute_url()).status_code == 410
    assert desk.get(reverse("admin:articles_article_change", args=[article.pk])).status_code == 302


@pytest.mark.parametrize("status", ["draft", "published", "withdrawn"])
def test_what_is_taken_out_is_as_it_was_at_the_same_address(desk, status):
    article = make_article(status=status)
    address = article.get_absolute_url()
    throw_away(desk, article)
    desk.post(TRASH, {"take_out": article.pk})
    article = Article.objects.get(pk=article.pk)
    assert (article.status, article.get_absolute_url()) == (status, address)


def test_importing_a_document_again_says_that_its_article_lies_in_the_trash(desk):
    article = make_imported()
    throw_away(desk, article)
    outcome = import_document(*make_document())
    assert (outcome.outcome, status_of(article)) == ("refused", Status.TRASH)
    assert "trash" in outcome.reason


def test_emptying_the_trash_is_asked_twice(desk):
    kept, gone = make_article(), thrown()
    answer = desk.post(TRASH, {"empty": "1"})
    assert "sure" in answer.content.decode()
    assert status_of(gone) == Status.TRASH
    desk.post(TRASH, {"empty": "1", "sure": "on"})
    assert list(Article.objects.all()) == [kept]


def test_an_editor_may_throw_away_and_not_empty(works_as):
    article, editor = make_article(), works_as("Editors")
    throw_away(editor, article)
    assert status_of(article) == Status.TRASH
    assert editor.post(TRASH, {"empty": "1", "sure": "on"}).status_code == 403
    assert Article.objects.exists()


def test_an_author_throws_nothing_away(works_as):
    article, author = make_article(status="draft"), works_as("Authors")
    assert throw_away(author, article).status_code == 403
    assert author.get(TRASH).status_code == 403
    assert status_of(article) == "draft"


@pytest.mark.parametrize(("days", "is_old"), [(1, True), (-1, False)])
def test_what_lies_longer_than_thirty_days_is_old(days, is_old):
    article = thrown()
    moment = timezone.now() - DAYS_IN_TRASH - timedelta(days=days)
    Article.objects.filter(pk=article.pk).update(updated_at=moment)
    assert Article.objects.long_in_trash().exists() == is_old


def test_a_trash_of_any_size_is_read_in_as_many_queries(desk, django_assert_max_num_queries):
    for number in range(5):
        throw_away(desk, make_article(f"第{number}篇"))
    with django_assert_max_num_queries(10):
        assert len(listed(desk)) == 5
