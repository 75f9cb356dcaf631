"""Twenty ways to lose words, none of which does. Those that need a browser and stand nowhere else are here.

Forms (test_typed_words): leaving, reload, crash, session end, conflict, two tabs, language, old token.
The desk (test_desk): crash, server gone, session end, conflict, another article and back.
Without a script: session end (tests/portal/test_signed_out), locked database and old token (test_trouble),
deleted, thrown away, merged (tests/admin/test_gone), restored, imported, cleaned again (test_two_editors).
Here: back, tab restored, thrown away, disk full, server gone, signed out in another tab, no room left,
a document that waits, a text that is pasted.
"""

import pytest
from django.db import OperationalError

from articles.models import Article
from articles.models.articles.article import Status
from tests.admin.builders import make_waiting
from tests.browser.test_typed_words import TYPED, body_of, put_back, save, type_words, until_kept

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def page(article_form, open_page):
    """The form of an article with words typed in."""
    type_words(article_form)
    yield article_form
    open_page.complaints.clear()  # of the answers that a test provokes


@pytest.fixture
def article(page):
    return page.article


def leave_and_return(page):
    page.goto(page.form.replace("/change/", "/history/"))
    page.goto(page.form)


def test_who_goes_back_to_what_the_browser_put_back_itself_may_leave_again(page):
    page.goto(page.form.replace("/change/", "/history/"))
    page.go_back()
    leave_and_return(page)
    put_back(page)
    assert body_of(page).endswith(TYPED)


def test_a_tab_that_is_restored_is_offered_the_words(page):
    address = page.url
    until_kept(page, TYPED)
    page.close(run_before_unload=True)
    restored = page.context.new_page()
    restored.goto(address)
    put_back(restored)
    assert body_of(restored).endswith(TYPED)


def test_what_another_threw_away_meanwhile_is_taken_out_and_sent_again(page, article):
    Article.objects.update(status=Status.TRASH)
    save(page)
    page.locator("form.words-back").wait_for()
    Article.objects.update(status=Status.PUBLISHED)
    page.locator(".words-back [type=submit]").click()
    page.wait_for_url("**/article/")
    article.refresh_from_db()
    assert article.body.endswith(TYPED)
    page.goto(page.form)
    assert page.locator(".typed-words").count() == 0


def test_a_full_disk_gives_the_words_back_to_be_sent_again(page, article, monkeypatch):
    with monkeypatch.context() as full:
        full.setattr(Article, "save", fail)
        save(page)
        page.locator("form.words-back").wait_for()
    page.locator(".words-back button").click()
    page.wait_for_url("**/article/")
    article.refresh_from_db()
    assert article.body.endswith(TYPED)


def fail(*args, **kwargs):
    raise OperationalError("database or disk is full")


def test_a_server_that_is_gone_when_the_form_is_sent_loses_nothing(page):
    page.route("**/change/", lambda route: route.abort())
    save(page)
    page.wait_for_url("chrome-error://**")
    page.unroute("**/change/")
    page.goto(page.form)
    put_back(page)
    assert body_of(page).endswith(TYPED)


def test_signing_out_in_another_tab_loses_nothing(page):
    beside = page.context.new_page()
    beside.goto(page.form)
    beside.locator("#logout-form button").click()
    save(page)
    assert page.locator(".words-back textarea[name=body]").input_value().endswith(TYPED)


def test_without_room_in_the_browser_leaving_is_asked_about(page):
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new DOMException('full') } }")
    page.locator("#id_body").press_sequentially("。")
    page.goto(page.form.replace("/change/", "/history/"))
    assert page.asked == ["beforeunload"]


def test_what_was_typed_about_a_document_that_waits_is_offered_again_and_sent_once(page):
    waits = page.form.replace(f"{page.article.pk}/change/", f"import/{make_waiting().pk}/")
    page.goto(waits)
    page.locator("#id_headline").fill("碼頭上的三個小時")
    page.goto(page.form)
    assert page.asked[-1] == "beforeunload"
    page.goto(waits)
    put_back(page)
    assert page.locator("#id_headline").input_value() == "碼頭上的三個小時"
    page.locator("[name=source-rights]").first.check()
    page.locator("[name=decision][value=draft]").click()
    page.locator(".messagelist .success").wait_for()
    assert Article.objects.filter(headline="碼頭上的三個小時").exists()
    assert page.locator(".typed-words").count() == 0


def test_a_text_that_was_pasted_and_not_handed_in_is_offered_again_and_handed_in_once(page):
    importing = page.form.replace(f"{page.article.pk}/change/", "import/")
    page.goto(importing)
    page.locator("#id_text").fill("碼頭上的三個小時")
    page.goto(page.form)
    assert page.asked[-1] == "beforeunload"
    page.goto(importing)
    put_back(page)
    assert page.locator("#id_text").input_value() == "碼頭上的三個小時"
    page.locator("form.intake [type=submit]").click()
    page.locator(".messagelist .success").wait_for()
    page.goto(importing)
    assert page.locator(".typed-words").count() == 0
