"""The body is written beside the page as readers will see it."""

import io

import pytest
from django.contrib.auth.models import User
from PIL import Image

from tests.browser.axe import violations
from tests.builders import make_article

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
BODY = "\n\n".join(f"第{number}段說渡輪在第{number}號碼頭靠岸。" for number in "一二三四五六七八九十")


@pytest.fixture
def write(open_page, sign_in, live_server):
    """Opens the form of an article beside its page."""

    def write(**options):
        article = make_article(body=BODY)
        page = open_page("/robots.txt", **options)
        sign_in(page, User.objects.create_superuser("editor"))
        page.on("dialog", lambda dialog: dialog.accept())
        page.goto(f"{live_server.url}/admin/articles/article/{article.pk}/change/")
        page.get_by_role("button", name="對照頁面").click()
        page.locator(".writing-body p").nth(9).wait_for()
        return page

    return write


def body_of(page):
    return page.locator("#id_body").input_value()


def test_what_is_typed_stands_on_the_page_a_moment_later(write):
    page = write()
    page.locator("#id_body").press("Control+End")
    page.locator("#id_body").press_sequentially("\n\n## 港口")
    page.locator(".writing-body h2", has_text="港口").wait_for()
    assert page.locator(".writing-body h2.is-at-caret").count() == 1


def test_the_body_has_half_the_window_at_least_before_the_page_stands_beside_it(article_form):
    box = article_form.locator("#id_body").bounding_box()
    assert box["height"] >= article_form.viewport_size["height"] / 2


def test_a_click_on_a_paragraph_leads_to_its_words(write):
    page = write()
    page.locator(".writing-body p").nth(6).click()
    at = page.evaluate("document.getElementById('id_body').selectionStart")
    assert body_of(page)[at:].startswith("第七段")


def test_a_mark_is_put_before_the_line_and_taken_away_again(write):
    page = write()
    page.locator(".writing-body p").nth(1).click()
    page.get_by_role("button", name="標題", exact=True).click()
    assert "\n\n## 第二段" in body_of(page)
    page.get_by_role("button", name="標題", exact=True).click()
    assert body_of(page) == BODY


def choose_picture(page):
    """The dialog that asks about a picture for the end of the body, which is chosen already."""
    file = io.BytesIO()
    Image.new("RGB", (6, 4)).save(file, "PNG")
    page.locator("#id_body").press("Control+End")
    page.get_by_role("button", name="圖片").click()
    dialog = page.get_by_role("dialog")
    dialog.locator("input[type=file]").set_input_files(
        {"name": "a.png", "mimeType": "image/png", "buffer": file.getvalue()}
    )
    return dialog


def test_a_picture_is_put_in_with_what_is_told_of_it(write, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    page = write()
    dialog = choose_picture(page)
    dialog.get_by_label("圖中是什麼").fill("港口")
    dialog.get_by_label("圖說").fill("渡輪入港")
    dialog.get_by_label("圖片來源").fill("本刊")
    dialog.get_by_role("button", name="放進內文").click()
    page.locator(".writing-body figure img").wait_for()
    assert "-6x4.png)\n▲ 渡輪入港（圖／本刊）" in body_of(page)


def test_a_picture_is_put_in_only_when_it_is_said_what_it_shows_or_that_it_decorates(
    write, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path
    page = write()
    dialog = choose_picture(page)
    dialog.get_by_role("button", name="放進內文").click()
    dialog.get_by_text("請說明圖中是什麼").wait_for()
    assert not any(tmp_path.rglob("*.png"))
    dialog.get_by_label("只作裝飾").check()
    dialog.get_by_role("button", name="放進內文").click()
    page.locator(".writing-body figure img").wait_for()
    assert "![](" in body_of(page)


def test_punctuation_is_taken_over_after_a_look_and_can_be_undone(write):
    page = write()
    page.locator("#id_body").press("Control+End")
    page.locator("#id_body").press_sequentially("船開了,人走了.")
    page.get_by_role("button", name="標點").click()
    page.get_by_role("button", name="採用").click()
    assert body_of(page).endswith("船開了，人走了。")
    page.locator("#id_body").press("Control+z")
    assert body_of(page).endswith("船開了,人走了.")


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1280, "light")])
def test_nothing_shuts_an_editor_out_and_nothing_is_wider_than_the_window(write, width, scheme):
    page = write(width=width, scheme=scheme)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
