"""Undo: what was just done to articles is taken back by the button of its message, once."""

import pytest
from django.urls import reverse
from lxml import html

from articles.management.roles import AUTHORS
from articles.models import Article
from tests.admin.builders import as_new, form_data
from tests.builders import make_article

pytestmark = pytest.mark.django_db

LIST = "/en/admin/articles/article/"


def act(client, action, *articles, **fields):
    data = {"action": action, "_selected_action": [article.pk for article in articles], **fields}
    return client.post(LIST, data, follow=True)


def press(client, answer):
    """Press the button of the message on a page; the messages that follow."""
    page = html.fromstring(answer.content.decode())
    (form,) = page.cssselect(".messagelist form")
    data = {field.get("name"): field.get("value") for field in form.cssselect("[name]")}
    return told(client.post(form.get("action"), data, follow=True))


def told(answer):
    return [str(message) for message in answer.context["messages"]]


def states(*articles):
    return [Article.objects.get(pk=article.pk).status for article in articles]


@pytest.mark.parametrize(
    ("action", "before", "after"),
    [
        ("publish", ["draft", "withdrawn"], "published"),
        ("withdraw", ["published", "draft"], "withdrawn"),
        ("throw_away", ["published", "draft"], "trash"),
    ],
)
def test_a_bulk_action_is_taken_back_article_by_article(desk, action, before, after):
    articles = [make_article(status=status) for status in before]
    answer = act(desk, action, *articles)
    assert states(*articles) == [after, after]
    assert "2 articles are as they were." in press(desk, answer)
    assert states(*articles) == before


def test_publishing_by_one_click_is_taken_back(desk):
    article = make_article(status="draft")
    answer = desk.post(reverse("admin:articles_article_publish", args=[article.pk]), follow=True)
    press(desk, answer)
    assert states(article) == ["draft"]


@pytest.mark.parametrize(("button", "before"), [("_publish", "draft"), ("_withdraw", "published")])
def test_a_button_of_the_form_is_taken_back_and_what_was_typed_stays(desk, button, before):
    article = make_article(status=before)
    address = f"{LIST}{article.pk}/change/"
    data = form_data(desk, address, headline="新題") | {button: "1"}
    press(desk, desk.post(address, data, follow=True))
    saved = Article.objects.get()
    assert (saved.status, saved.headline) == (before, "新題")


@pytest.mark.parametrize(
    ("before", "after"), [("published", "withdrawn"), ("draft", "scheduled"), ("withdrawn", "draft")]
)
def test_a_status_chosen_in_the_form_is_taken_back(desk, before, after):
    article = make_article(status=before)
    address = f"{LIST}{article.pk}/change/"
    data = form_data(desk, address, status=after, scheduled_for_0="2040-01-01", scheduled_for_1="08:00")
    answer = desk.post(address, data, follow=True)
    assert states(article) == [after]
    press(desk, answer)
    assert states(article) == [before]


def test_who_goes_on_editing_is_offered_it_on_the_form(desk):
    article = make_article(status="published")
    address = f"{LIST}{article.pk}/change/"
    answer = desk.post(address, form_data(desk, address, status="withdrawn", _continue="1"), follow=True)
    assert answer.request["PATH_INFO"] == address
    press(desk, answer)
    assert states(article) == ["published"]


@pytest.mark.parametrize(("action", "topics"), [("add_topics", "釜山"), ("remove_topics", "首爾")])
def test_topics_given_to_or_taken_from_many_are_taken_back(desk, action, topics):
    articles = [make_article(tags=["首爾", "外交"]), make_article(tags=["首爾"])]
    answer = act(desk, action, *articles, topics=topics, **as_new(topics))
    press(desk, answer)
    assert [[tag.name for tag in article.tags.all()] for article in articles] == [["首爾", "外交"], ["首爾"]]


def test_it_is_offered_once(desk):
    article = make_article(status="draft")
    answer = act(desk, "publish", article)
    press(desk, answer)
    assert press(desk, answer) == ["This can be undone no longer."]
    assert states(article) == ["draft"]


def test_the_button_of_an_earlier_action_does_nothing_to_a_later_one(desk):
    one, other = make_article(status="draft"), make_article(status="draft")
    earlier = act(desk, "publish", one)
    act(desk, "publish", other)
    press(desk, earlier)
    assert states(one, other) == ["published", "published"]


def test_what_somebody_has_changed_since_is_left_as_it_is(desk):
    kept, changed = make_article(status="draft"), make_article(status="draft")
    answer = act(desk, "publish", kept, changed)
    changed = Article.objects.get(pk=changed.pk)
    changed.headline = "後來改的"
    changed.save()
    assert press(desk, answer) == [
        "1 article is as it was.",
        "1 article has been changed since and was left as it is.",
    ]
    assert states(kept, changed) == ["draft", "published"]


def test_nothing_done_is_nothing_to_take_back(desk):
    answer = act(desk, "publish", make_article())
    assert not html.fromstring(answer.content.decode()).cssselect(".messagelist form")


def test_the_history_tells_of_the_undoing(desk, editor):
    article = make_article(status="draft")
    press(desk, act(desk, "publish", article))
    assert [(change.why, change.by) for change in article.changes.all()] == [
        ("restore", editor),
        ("edit", editor),
    ]


@pytest.mark.parametrize("data", [{}, {"undo": "x"}, {"undo": ""}])
def test_a_forged_button_is_told_so(works_as, data):
    assert told(works_as(AUTHORS).post(f"{LIST}undo/", data, follow=True)) == [
        "This can be undone no longer."
    ]
