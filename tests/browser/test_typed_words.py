"""Ways to lose what was typed into an editors' form, none of which loses it."""

import pytest
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session

from articles.models import Article

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TYPED = "清晨的渡輪在霧中靠岸，信使換了座位。"


@pytest.fixture
def page(article_form):
    return article_form


@pytest.fixture
def article(page):
    return page.article


def type_words(page):
    page.locator("#id_body").press("Control+End")
    page.locator("#id_body").press_sequentially(TYPED)


def until_kept(page, words):
    """Wait for the moment's pause in which the browser keeps what was typed."""
    is_kept = "(words) => Object.values(localStorage).some((kept) => kept.includes(words))"
    page.wait_for_function(is_kept, arg=words)


def put_back(page):
    page.get_by_role("button", name="放回表單").first.click()


def body_of(page):
    return page.locator("#id_body").input_value()


def save(page):
    page.locator("input[name=_save]").first.click()


def test_whoever_leaves_is_asked_and_offered_the_words_later(page):
    type_words(page)
    page.goto(page.url.replace("/change/", "/history/"))
    assert page.asked == ["beforeunload"]
    page.goto(page.form)
    put_back(page)
    assert body_of(page).endswith(TYPED)


def test_a_preview_saves_nothing_so_that_leaving_is_asked_about_still(page):
    type_words(page)
    with page.expect_popup() as opened:
        page.locator("button[formtarget=preview]").click()
    opened.value.locator("[data-body]", has_text=TYPED).wait_for()
    page.goto(page.form.replace("/change/", "/history/"))
    assert page.asked == ["beforeunload"]
    page.goto(page.form)
    put_back(page)
    assert body_of(page).endswith(TYPED)


def test_a_reload_loses_nothing(page):
    type_words(page)
    page.reload()
    put_back(page)
    assert body_of(page).endswith(TYPED)


def test_a_window_that_dies_loses_what_was_typed_in_its_last_half_second_at_most(page):
    type_words(page)
    until_kept(page, TYPED)
    other = page.context.new_page()
    page.close(run_before_unload=False)
    other.goto(page.form)
    put_back(other)
    assert body_of(other).endswith(TYPED)


def test_what_was_saved_is_not_offered_again(page, article):
    type_words(page)
    save(page)
    page.wait_for_url("**/article/")
    page.goto(page.form)
    article.refresh_from_db()
    assert article.body.endswith(TYPED)
    assert page.locator(".typed-words").count() == 0
    assert page.asked == []


def test_what_was_thrown_away_is_not_offered_again(page):
    type_words(page)
    page.reload()
    page.get_by_role("button", name="丟棄").click()
    page.reload()
    assert page.locator(".typed-words").count() == 0


def test_two_windows_never_write_over_each_others_words(page):
    beside = page.context.new_page()
    beside.goto(page.form)
    for window, words in ((page, "一扇窗。"), (beside, "另一扇窗。")):
        window.locator("#id_body").fill(words)
        until_kept(window, words)
        window.close(run_before_unload=False)
    page = page.context.new_page()
    page.goto(beside.url)
    assert page.locator(".typed-words").count() == 2
    put_back(page)
    assert body_of(page) == "另一扇窗。"
    put_back(page)
    assert body_of(page) == "一扇窗。"
    put_back(page)
    assert body_of(page) == "另一扇窗。"


def test_whoever_types_on_beside_an_offer_loses_neither(page):
    type_words(page)
    page.reload()
    page.locator("#id_headline").fill("新的標題")
    page.reload()
    assert page.locator(".typed-words").count() == 2


def test_words_typed_in_one_language_of_the_interface_are_offered_in_another(page):
    type_words(page)
    page.locator(".desk-languages [hreflang=en]").click()
    page.get_by_role("button", name="Put them back").click()
    assert body_of(page).endswith(TYPED)


def sign_in_beside(page):
    """In the window that the page of the signed-out opens."""
    with page.expect_popup() as opened:
        page.locator(".names a").click()
    opened.value.locator("#id_username").fill("editor")
    opened.value.locator("#id_password").fill("ferry")
    opened.value.locator("[type=submit]").click()
    opened.value.wait_for_url("**/change/")
    return opened.value


@pytest.fixture
def signed_out(page, open_page):
    """The page that an editor sees whose session ended while the words were typed."""
    type_words(page)
    Session.objects.all().delete()
    save(page)
    page.locator("form.words-back").wait_for()
    open_page.complaints.clear()  # of the 403
    return page


def test_a_session_that_ends_loses_nothing(signed_out):
    beside = sign_in_beside(signed_out)
    put_back(beside)
    assert body_of(beside).endswith(TYPED)


def test_what_a_session_that_ended_did_not_save_is_sent_again(signed_out, article):
    sign_in_beside(signed_out)
    signed_out.locator(".words-back button").click()
    signed_out.wait_for_url("**/article/")
    article.refresh_from_db()
    assert article.body.endswith(TYPED)


def test_a_form_that_was_open_while_somebody_signed_in_anew_is_saved_at_once(page, article):
    type_words(page)
    page.context.clear_cookies(name="sessionid")
    beside = page.context.new_page()
    beside.goto(page.form)
    beside.locator("#id_username").fill("editor")
    beside.locator("#id_password").fill("ferry")
    beside.locator("[type=submit]").click()
    beside.wait_for_url("**/change/")
    save(page)
    page.wait_for_url("**/article/")
    article.refresh_from_db()
    assert article.body.endswith(TYPED)


def test_words_typed_over_a_version_that_another_replaced_meanwhile_do_not_replace_it_in_silence(
    page, article
):
    type_words(page)
    page.reload()
    article.body = "別人的新段落說了港口。"
    article.save()
    page.goto(page.form)
    put_back(page)
    save(page)
    assert "別人的新段落說了港口。" in page.locator(".conflict").inner_text()
    assert body_of(page).endswith(TYPED)
    assert Article.objects.get(pk=article.pk).body == "別人的新段落說了港口。"


def test_a_form_that_comes_back_with_errors_holds_the_words(page):
    type_words(page)
    page.locator("#id_headline").fill("")
    page.locator("form#article_form").evaluate("form => form.noValidate = true")
    save(page)
    page.locator(".errornote").wait_for()
    assert body_of(page).endswith(TYPED)
    assert page.locator(".typed-words").count() == 0


def test_the_words_of_one_editor_are_not_offered_to_another(page, sign_in):
    type_words(page)
    page.reload()
    sign_in(page, User.objects.create_superuser("other"))
    page.goto(page.form)
    assert page.locator(".typed-words").count() == 0
