"""Authors hand articles in for review, with a note; editors find them and what was to be said."""

from datetime import UTC, datetime

import pytest
from lxml import html

from articles.management.roles import AUTHORS, EDITORS
from articles.models import Article
from tests.admin.builders import form_data
from tests.builders import make_article

pytestmark = pytest.mark.django_db

LIST, ADD = "/en/admin/articles/article/", "/en/admin/articles/article/add/"


def form_of(article):
    return f"{LIST}{article.pk}/change/"


def hand_in(client, article, **typed):
    address = form_of(article)
    return client.post(address, form_data(client, address, **typed) | {"_hand_in": "1"}, follow=True)


def read_again(article):
    return Article.objects.get(pk=article.pk)


def test_a_draft_is_handed_in_with_a_note(works_as):
    article = make_article(status="draft")
    answer = hand_in(works_as(AUTHORS), article, note_to_editor="第三段的數字請再查。")
    assert (read_again(article).status, read_again(article).note_to_editor) == (
        "review",
        "第三段的數字請再查。",
    )
    assert "handed in for review" in answer.content.decode()
    assert not Article.objects.published().exists()


def test_a_new_article_is_handed_in_at_once(works_as):
    author = works_as(AUTHORS)
    data = form_data(author, ADD, headline="燈塔來信", body="燈塔亮了。")
    author.post(ADD, data | {"_hand_in": "1"})
    assert Article.objects.get().status == "review"


def test_handing_in_is_taken_back_by_the_button_of_its_message(works_as):
    article, author = make_article(status="draft"), works_as(AUTHORS)
    page = html.fromstring(hand_in(author, article).content.decode())
    (form,) = page.cssselect(".messagelist form")
    author.post(
        form.get("action"), {field.get("name"): field.get("value") for field in form.cssselect("[name]")}
    )
    assert read_again(article).status == "draft"


def test_an_author_goes_on_writing_what_was_handed_in(works_as):
    article, author = make_article(status="review"), works_as(AUTHORS)
    page = author.get(form_of(article)).content.decode()
    assert 'name="_hand_in"' not in page
    author.post(form_of(article), form_data(author, form_of(article), headline="新題"))
    assert (read_again(article).headline, read_again(article).status) == ("新題", "review")


@pytest.mark.parametrize("status", ["published", "scheduled", "withdrawn"])
def test_what_is_the_editors_is_not_handed_in(works_as, status):
    article = make_article(status=status, scheduled_for=datetime(2031, 3, 5, tzinfo=UTC))
    author = works_as(AUTHORS)
    assert author.post(form_of(article), {"_hand_in": "1"}).status_code == 403
    assert read_again(article).status == status


def test_an_editor_finds_it_from_the_first_page_and_publishes_it(works_as):
    article = make_article("待審的渡輪", status="review", note_to_editor="第三段的數字請再查。")
    editor = works_as(EDITORS)
    page = html.fromstring(editor.get("/en/admin/").content.decode())
    (link,) = page.cssselect(".work a[href*='status__exact=review']")
    assert link.cssselect("b")[0].text_content().strip() == "1"
    assert "待審的渡輪" in editor.get(link.get("href")).content.decode()
    assert "第三段的數字請再查。" in editor.get(form_of(article)).content.decode()
    data = form_data(editor, form_of(article))
    assert 'name="_hand_in"' not in editor.get(form_of(article)).content.decode()
    editor.post(form_of(article), data | {"_publish": "1"})
    assert read_again(article).status == "published"


def test_readers_never_see_the_note(client):
    article = make_article(note_to_editor="只給編輯看")
    for address in (article.get_absolute_url(), "/", "/feed.atom", "/feed.json"):
        assert "只給編輯看" not in client.get(address).content.decode()
