"""Topics that the text suggests are put into the field of topics by one click, and taken out by another."""

import pytest
from django.contrib.auth.models import User

from tests.builders import make_article, make_tag

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

BODY = "外長林小滿抵達東港。林小滿說，燈塔協議不會更改；漁會反對燈塔協議，林小滿則答應再談。"


@pytest.fixture
def open_form(open_page, sign_in, live_server):
    """Open the form of an article whose text suggests topics, as an editor."""
    editor = User.objects.create_superuser("editor")
    make_tag("東港")
    article = make_article(tags=["外交"], body=BODY)

    def open_form(**options):
        page = open_page("/robots.txt", **options)
        sign_in(page, editor)
        page.goto(f"{live_server.url}/en/admin/articles/article/{article.pk}/change/")
        return page

    return open_form


def test_a_click_puts_a_name_into_the_field_and_another_takes_it_out(open_form):
    page = open_form()
    field, name = page.locator("#id_tags"), page.get_by_role("button", name="林小滿")
    name.click()
    assert field.input_value() == "外交、林小滿"
    assert name.get_attribute("aria-pressed") == "true"
    name.click()
    assert field.input_value() == "外交"
    assert name.get_attribute("aria-pressed") == "false"


def test_a_name_that_is_typed_is_shown_as_chosen(open_form):
    page = open_form()
    page.locator("#id_tags").fill("外交、東港")
    assert page.get_by_role("button", name="東港").get_attribute("aria-pressed") == "true"


def test_without_a_script_the_names_are_there_to_be_read(open_form):
    page = open_form(java_script_enabled=False)
    suggested = page.get_by_role("group", name="Topics that the text suggests")
    assert "林小滿" in suggested.inner_text()
    assert suggested.get_by_role("button").count() == 0


@pytest.mark.parametrize("width", [360, 1440])
def test_the_names_fit_into_the_window(open_form, width):
    page = open_form(width=width)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
