"""Ten articles summarised by keyboard alone and by the plain form; the desk while somebody writes."""

from contextlib import suppress

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, User
from playwright.sync_api import Error

from articles.management.roles import make_roles
from articles.models import Article, Label, Summary
from articles.models.summaries.desk_state import DeskState
from tests.browser.axe import violations
from tests.browser.test_typed_words import until_kept
from tests.browser.widths import WIDTHS, too_narrow
from tests.builders import make_article, make_tag

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

BODY = "清晨的渡輪在霧中靠岸，兩國的 70 名信使換了座位。\n\n午後談判重開，桌上多了一盞燈。"
ZH = "清晨渡輪靠岸，兩國信使換了座位；午後談判重開，桌上多了一盞燈。"
EN = "The ferry landed in morning fog and the envoys changed seats; talks reopened after noon by a new lamp."


def make_colleague(role="Editors"):
    make_roles()
    user = User.objects.create_user(f"colleague-{User.objects.count()}", is_staff=True)
    user.groups.add(Group.objects.get(name=role))
    return user


@pytest.fixture
def open_desk(open_page, sign_in, live_server):
    """Open an address of the desk in a browser where somebody of a role is logged in."""

    def open_desk(address="/en/admin/desk/", role="Editors", **options):
        page = open_page("/robots.txt", **options)
        sign_in(page, make_colleague(role))
        page.goto(live_server.url + address)
        return page

    return open_desk


def write_by_keyboard(page):
    """Both languages from the first field on, and on to the next article with one stroke."""
    keys = page.keyboard
    keys.insert_text("渡輪與信使")
    keys.press("Tab")
    keys.insert_text(ZH)
    keys.press("Alt+1")
    for _field in ("points", "headline"):
        keys.press("Tab")
    keys.insert_text("Envoys change seats")
    keys.press("Tab")
    keys.insert_text(EN)
    keys.press("Alt+2")
    keys.press("Control+Enter")


def test_ten_articles_are_summarised_by_keyboard_with_no_page_load_between_them(open_desk):
    for number in range(10):
        make_article(f"第{number}班渡輪", body=BODY)
    page = open_desk()
    loads = []
    page.on("load", lambda _page: loads.append(page.url))
    for _number in range(10):
        page.wait_for_function("document.activeElement.id === 'id_zh-headline'")
        address = page.url
        write_by_keyboard(page)
        page.wait_for_function("address => location.href !== address", arg=address)
    page.get_by_role("heading", name="Nothing waits here.").wait_for()
    assert loads == []
    assert set(Article.objects.values_list("desk_state", flat=True)) == {DeskState.DONE}
    assert Summary.objects.published().filter(text__endswith="]").count() == 20


def test_the_same_ten_are_summarised_without_script(open_desk):
    for number in range(10):
        make_article(f"第{number}班渡輪", body=BODY)
    page = open_desk(java_script_enabled=False)
    for _number in range(10):
        page.fill("#id_zh-headline", "渡輪與信使")
        page.fill("#id_zh-text", f"{ZH}[1]")
        page.fill("#id_en-headline", "Envoys change seats")
        page.fill("#id_en-text", f"{EN}[2]")
        page.get_by_role("button", name="Publish and next").click()
    page.get_by_role("heading", name="Nothing waits here.").wait_for()
    assert set(Article.objects.values_list("desk_state", flat=True)) == {DeskState.DONE}
    assert Summary.objects.published().count() == 20


def test_what_is_typed_is_saved_and_checked_without_being_asked_to(open_desk):
    article = make_article(body=BODY)
    page = open_desk()
    page.fill("#id_zh-text", f"{ZH}共 77 人。")
    page.locator("#zh-text-findings .fault", has_text="77").wait_for()
    page.get_by_text("Saved at").first.wait_for()
    assert article.summaries.get().text.endswith("77 人。")


def test_a_chip_leads_to_the_words_it_is_about(open_desk):
    make_article(body=BODY)
    page = open_desk()
    page.fill("#id_zh-text", f"{ZH}共 77 人。")
    page.locator("#zh-text-findings .fault a", has_text="77").first.click()
    assert page.evaluate("document.getSelection().toString()") == "77"


def test_a_fault_is_asked_about_once(open_desk):
    article = make_article(body=BODY)
    page = open_desk()
    page.fill("#id_zh-text", f"{ZH}共 77 人。")
    page.keyboard.press("Control+Enter")
    page.locator("#desk-said", has_text="not borne out").wait_for(state="attached")
    assert not Summary.objects.published().exists()
    page.keyboard.press("Control+Enter")
    page.get_by_role("heading", name="Nothing waits here.").wait_for()
    assert article.summaries.published().count() == 1


def test_the_fault_that_is_asked_about_comes_into_sight(open_desk):
    make_article(body=BODY)
    page = open_desk()
    page.set_viewport_size({"width": 1280, "height": 600})
    page.fill("#id_en-text", f"{EN} In all 77 people.")
    fault = page.locator("#en-text-findings .fault a", has_text="77")
    fault.wait_for()
    page.fill("#id_zh-text", ZH)
    page.locator("#zh-text-findings").scroll_into_view_if_needed()
    page.keyboard.press("Control+Enter")
    page.locator("#desk-said", has_text="not borne out").wait_for(state="attached")
    in_sight = (
        "(chip) => { const {left, bottom} = chip.getBoundingClientRect();"
        " return document.elementFromPoint(left + 2, bottom - 2)?.closest('a') === chip }"
    )
    assert fault.evaluate(in_sight)


def test_what_was_published_is_said_and_taken_back_by_one_stroke(open_desk):
    article = make_article("渡輪靠岸", body=BODY)
    page = open_desk()
    page.fill("#id_zh-text", ZH)
    page.keyboard.press("Control+Enter")
    page.locator("#desk-said", has_text="渡輪靠岸").wait_for(state="attached")
    assert article.summaries.published().count() == 1
    assert [rule["help"] for rule in violations(page)] == []
    page.keyboard.press("Alt+KeyZ")
    page.get_by_text("Taken back").wait_for()
    assert page.input_value("#id_zh-text") == ZH
    assert not article.summaries.published().exists()


def test_too_many_words_are_refused_in_place_with_the_text_kept(open_desk):
    make_article(body=BODY)
    page = open_desk()
    page.fill("#id_zh-text", "渡" * 10_000)
    page.keyboard.press("Control+Enter")
    page.locator("#zh-text-findings .block").wait_for()
    assert len(page.input_value("#id_zh-text")) == 10_000
    assert page.locator("#id_zh-text").get_attribute("aria-invalid") is not None
    assert not Summary.objects.exists()


def test_names_go_in_at_the_caret_in_the_language_that_is_written(open_desk):
    tag = make_tag("李在明")
    Label.objects.create(tag=tag, text="Lee Jae-myung", language="en", kind="preferred")
    make_article(body=BODY, tags=[tag])
    page = open_desk()
    page.fill("#id_en-text", "met ")
    page.locator(".desk-names button").click()
    assert page.input_value("#id_en-text") == "met Lee Jae-myung"
    page.focus("#id_zh-text")
    page.keyboard.press("Alt+KeyG")
    page.keyboard.press("Enter")
    assert page.input_value("#id_zh-text") == "李在明"


def test_a_paragraph_is_cited_by_its_number(open_desk):
    make_article(body=BODY)
    page = open_desk()
    page.focus("#id_zh-text")
    page.get_by_role("button", name="2", exact=True).click()
    assert page.input_value("#id_zh-text") == "[2]"
    assert "is-cited" in page.locator("#p2").get_attribute("class")


def forgive(open_page, words):
    """The browser complains of an answer that the test is about."""
    open_page.complaints[:] = [told for told in open_page.complaints if words not in told]


def test_the_other_editors_words_stand_beside_mine_until_one_is_chosen(open_desk, open_page):
    article = make_article(body=BODY)
    page = open_desk()
    page.fill("#id_zh-text", "我的字。")
    other = Summary(article=article, language="zh-Hant")
    other.text = "她的字。"
    other.save()
    page.keyboard.press("Control+s")
    page.get_by_text("她的字。").wait_for()
    assert page.input_value("#id_zh-text") == "我的字。"
    page.get_by_role("button", name="Keep mine").click()
    page.get_by_text("Saved at").first.wait_for()
    forgive(open_page, "409 (Conflict)")
    assert article.summaries.get().text == "我的字。"
    assert {row.text for row in article.summaries.get().history.all()} == {"她的字。", "我的字。"}


def test_a_body_that_changed_meanwhile_is_laid_beside_the_words_and_published_against_by_the_same_again(
    open_desk, open_page
):
    article = make_article(body=BODY)
    page = open_desk()
    page.fill("#id_zh-text", ZH)
    changed = Article.objects.get(pk=article.pk)
    changed.body = "守塔人點亮了燈，渡輪沒有靠岸。"
    changed.save()
    page.keyboard.press("Control+Enter")
    page.locator(".desk-body", has_text="守塔人點亮了燈").wait_for()
    forgive(open_page, "409 (Conflict)")
    assert page.input_value("#id_zh-text") == ZH
    assert not Summary.objects.published().exists()
    page.get_by_role("button", name="Save and publish").click()
    page.locator("#desk-said", has_text="Published").wait_for(state="attached")
    assert article.summaries.get().is_shown


def test_words_outlive_a_session_that_ended(open_desk):
    article = make_article(body=BODY)
    page = open_desk()
    cookies = page.context.cookies()
    page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    page.fill("#id_zh-text", ZH)
    page.keyboard.press("Control+s")
    page.locator("#desk-said", has_text="signed out").wait_for(state="attached")
    page.context.add_cookies(cookies)
    page.once("dialog", lambda dialog: dialog.accept())
    page.reload()
    page.get_by_role("button", name="Put them back").press("Enter")
    assert page.input_value("#id_zh-text") == ZH
    page.get_by_text("Saved at").first.wait_for()
    assert article.summaries.get().text == ZH
    page.reload()
    assert page.locator(".typed-words").count() == 0


def crash(page):
    with page.expect_event("crash"), suppress(Error):  # such an address is never arrived at
        page.goto("chrome://crash")


def test_words_outlive_a_window_that_dies_before_they_are_saved(open_desk, open_page):
    make_article(body=BODY)
    page = open_desk()
    page.route("**/admin/desk/**", lambda route: route.abort())  # the server is gone
    page.fill("#id_zh-text", ZH)
    until_kept(page, ZH)
    crash(page)  # one that is closed would send its words with its last breath, past the route above
    other = page.context.new_page()
    other.goto(page.url)
    other.get_by_role("button", name="Put them back").click()
    assert other.input_value("#id_zh-text") == ZH
    forgive(open_page, "ERR_FAILED")


def test_a_draft_fills_what_is_empty_and_is_marked(open_desk):
    article = make_article(body=BODY)
    page = open_desk()
    page.fill("#id_zh-headline", "我的標題")
    page.keyboard.press("Alt+KeyD")
    page.get_by_text("Drafted by machine", exact=True).wait_for()
    assert page.input_value("#id_zh-headline") == "我的標題"
    assert page.input_value("#id_zh-text")
    page.get_by_text("Saved at").first.wait_for()
    assert article.summaries.get().origin == "drafted"


def test_an_author_hands_in_with_the_same_keys(open_desk):
    article = make_article(body=BODY)
    page = open_desk(role="Authors")
    page.fill("#id_zh-text", ZH)
    page.keyboard.press("Control+Enter")
    page.get_by_role("heading", name="Nothing waits here.").wait_for()
    assert article.summaries.get().status == "review"


def test_another_article_is_opened_with_no_page_load_and_what_was_typed_is_saved(open_desk):
    older, newer = make_article("舊文", body=BODY), make_article("新文", body=BODY)
    page = open_desk()
    page.evaluate("window.isTheSamePage = true")
    page.fill("#id_zh-text", ZH)
    page.get_by_role("link", name="舊文").click()
    page.get_by_role("heading", name="舊文").wait_for()
    assert page.evaluate("window.isTheSamePage")
    assert f"/desk/{older.pk}/" in page.url
    assert newer.summaries.get().text == ZH
    page.go_back()
    page.get_by_role("heading", name="新文").wait_for()
    assert page.input_value("#id_zh-text") == ZH


def test_a_stale_summary_that_is_still_right_gives_way_to_the_next(open_desk):
    article = make_article(body="渡輪星期一復航。", summaries={"zh-Hant": "渡輪星期一復航。"})
    article.body = "渡輪星期五復航。"
    article.save()
    page = open_desk()
    page.get_by_role("button", name="Still right").click()
    page.get_by_role("heading", name="Nothing waits here.").wait_for()
    assert article.summaries.get().status == "published"


def test_nothing_is_wider_than_the_window(open_desk):
    make_article(body=BODY, tags=["李在明", "穿梭外交"])
    assert too_narrow(open_desk(), (*WIDTHS, 1024, 1440)) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_use_it(open_desk, scheme):
    make_article(body=BODY, tags=["李在明"])
    page = open_desk(scheme=scheme)
    page.fill("#id_zh-text", f"{ZH}共 77 人。")
    page.locator("#zh-text-findings .fault").first.wait_for()
    assert [rule["help"] for rule in violations(page)] == []
