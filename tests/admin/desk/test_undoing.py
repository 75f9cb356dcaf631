"""What was just published, handed in or withdrawn at the desk is taken back once; no word is lost by it."""

import pytest
from lxml import html

from articles.models import Summary
from tests.admin.desk.conftest import EN, ZH, address_of
from tests.builders import make_article, make_summary

pytestmark = pytest.mark.django_db
UNDO = "/en/admin/desk/undo/"


def offered(page: str):
    """What the page says was done, and the key that takes it back; None where nothing is offered."""
    buttons = html.fromstring(page).cssselect(".desk-undo button")
    return (buttons[0].getparent().text.strip(), buttons[0].get("value")) if buttons else None


def take_back(colleague, key):
    return colleague.client.post(UNDO, {"undo": key}, follow=True).content.decode()


def publish(colleague, article, do="next", **typed):
    """Without the script: the page that follows."""
    data = colleague.opens(article, **typed)
    return colleague.client.post(address_of(article), data | {"do": do}, follow=True).content.decode()


def test_the_desk_says_what_was_published_in_which_languages(editor_in):
    told, _key = offered(publish(editor_in, make_article("渡輪靠岸"), zh_text=ZH, en_text=EN))
    assert told == "“渡輪靠岸” (Traditional Chinese · English): Published."


def test_what_was_published_is_taken_back_with_its_words(editor_in):
    article = make_article()
    _told, key = offered(publish(editor_in, article, zh_text=ZH))
    assert "Taken back" in take_back(editor_in, key)
    summary = Summary.objects.get()
    assert (summary.status, summary.text, summary.published_at) == ("draft", ZH, None)


def test_readers_see_again_what_a_revision_had_replaced_and_the_revision_waits(editor_in):
    article = make_article()
    make_summary(article, "zh-Hant", "舊的摘要。", status="published")
    _told, key = offered(publish(editor_in, article, zh_text=ZH))
    take_back(editor_in, key)
    summary = Summary.objects.published().get()
    assert (summary.text, summary.proposed.text) == ("舊的摘要。", ZH)


def test_the_script_is_told_with_the_next_article(editor_in):
    article = make_article("渡輪靠岸")
    make_article("燈塔來信")
    answer = editor_in.tells(article, editor_in.opens(article, zh_text=ZH), "next")
    assert "渡輪靠岸" in answer["told"]
    take_back(editor_in, offered(answer["html"])[1])
    assert Summary.objects.get().status == "draft"


def test_the_script_is_told_where_it_stays(editor_in):
    article = make_article()
    answer = editor_in.tells(article, editor_in.opens(article, zh_text=ZH), "publish")
    assert offered(answer["undo"])


def test_handing_in_is_taken_back_by_an_author(author):
    article = make_article()
    _told, key = offered(publish(author, article, "submit", zh_text=ZH))
    take_back(author, key)
    assert (Summary.objects.get().status, Summary.objects.get().text) == ("draft", ZH)


def test_what_somebody_else_has_changed_since_stays_as_it_is(editor_in, colleague):
    article = make_article()
    _told, key = offered(publish(editor_in, article, zh_text=ZH))
    colleague("other", "Editors").does(article, "publish", zh_text="她的字。")
    assert "undone no longer" in take_back(editor_in, key)
    assert Summary.objects.published().get().text == "她的字。"


def test_nothing_is_taken_back_twice_or_by_another(editor_in, colleague):
    _told, key = offered(publish(editor_in, make_article(), zh_text=ZH))
    assert "undone no longer" in take_back(colleague("other", "Editors"), key)
    take_back(editor_in, key)
    assert "undone no longer" in take_back(editor_in, key)


def test_it_is_offered_once(editor_in):
    article = make_article()
    publish(editor_in, article, zh_text=ZH)
    assert offered(editor_in.client.get(address_of(article)).content.decode()) is None


def test_a_stale_summary_that_was_published_by_mistake_shows_again_what_changed_in_its_body(editor_in):
    article = make_article(body="渡輪三點靠岸。")
    publish(editor_in, article, zh_text=ZH)
    article.body = "渡輪五點靠岸。"
    article.save()
    _told, key = offered(publish(editor_in, article, do="right"))
    take_back(editor_in, key)
    assert Summary.objects.get().status == "stale"
    assert "<del>三</del>" in editor_in.client.get(address_of(article)).content.decode()
