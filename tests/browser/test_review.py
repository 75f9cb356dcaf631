"""A reviewer's notes are kept in the browser until they have arrived, as an editor's words are."""

import pytest
from django.db import OperationalError

from articles.models import ReviewLink, ReviewNote
from articles.pages.articles import review
from tests.browser.test_typed_words import put_back, until_kept
from tests.builders import make_article

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
NOTE, OTHER = "第二段的日期不對。", "英文摘要少了一個地名。"


@pytest.fixture
def link(db):
    article = make_article("未刊", status="draft", summaries={"en": "Talks resumed."})
    return ReviewLink.objects.create(article=article)


@pytest.fixture
def page(open_page, link):
    """The page of a link where a note on the article is typed in; leaving is always agreed to."""
    page = open_page(link.get_absolute_url(), reduced_motion="reduce")
    page.asked = []
    page.on("dialog", lambda dialog: (page.asked.append(dialog.type), dialog.accept()))
    field(page).press_sequentially(NOTE)
    until_kept(page, NOTE)
    return page


def field(page, part="article"):
    return page.locator(f"[name={part}-text]")


def send(page, part="article"):
    page.locator(f".review-notes form:has([name={part}-text]) [type=submit]").click()


def test_a_note_is_offered_again_after_a_reload_and_leaving_is_asked_about(page):
    page.reload()
    assert page.asked == ["beforeunload"]
    put_back(page)
    assert field(page).input_value() == NOTE


def test_sending_one_note_loses_none_of_the_others(page):
    field(page, "en").press_sequentially(OTHER)
    send(page)
    page.locator(".note-left").wait_for()
    put_back(page)
    assert field(page, "en").input_value() == OTHER
    send(page, "en")
    page.locator(".note-left").nth(1).wait_for()
    assert page.locator(".typed-words").count() == 0
    assert {*ReviewNote.objects.values_list("text", flat=True)} == {NOTE, OTHER}


def test_a_note_that_the_server_cannot_keep_is_offered_again(page, link, open_page, monkeypatch):
    def fail(*_arguments):
        raise OperationalError("database or disk is full")

    monkeypatch.setattr(review, "keep_note", fail)
    send(page)
    page.locator(".error").first.wait_for()
    monkeypatch.undo()
    page.goto(page.url.partition("#")[0])
    put_back(page)
    send(page)
    page.locator(".note-left").wait_for()
    assert ReviewNote.objects.get().text == NOTE
    open_page.complaints.clear()  # of the answer that this test provokes


def test_a_link_that_is_over_gives_the_note_back(page, link, open_page):
    link.revoke()
    send(page)
    page.get_by_text(NOTE).wait_for()
    open_page.complaints.clear()
