"""Topics are offered while an editor types, by keyboard alone."""

import pytest
from django.conf import settings
from django.contrib.auth.models import User

from articles.models import Label
from tests.builders import make_article, make_tag

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def topics_field(open_page, client, live_server):
    """The field of topics in the form of an article, in a browser where an editor is logged in."""
    client.force_login(User.objects.create_superuser("editor"))
    cookie = {"name": settings.SESSION_COOKIE_NAME, "url": live_server.url}
    cookie["value"] = client.cookies[settings.SESSION_COOKIE_NAME].value
    Label.objects.create(tag=make_tag("李在明"), text="Lee Jae-myung", language="en", kind="preferred")
    article = make_article(tags=["外交"])
    page = open_page("/robots.txt", storage_state={"cookies": [], "origins": []})
    page.context.add_cookies([cookie])
    page.goto(f"{live_server.url}/admin/articles/article/{article.pk}/change/")
    field = page.locator("#id_tags")
    field.press("Control+End")
    return field


def test_a_topic_is_chosen_with_the_arrow_keys(topics_field):
    topics_field.press_sequentially("、lee")
    topics_field.page.get_by_role("option", name="李在明").wait_for()
    assert topics_field.get_attribute("aria-expanded") == "true"
    topics_field.press("ArrowDown")
    assert topics_field.get_attribute("aria-activedescendant")
    topics_field.press("Enter")
    assert topics_field.input_value() == "外交、李在明、"
    assert topics_field.get_attribute("aria-expanded") == "false"


def test_escape_puts_the_offers_away_and_leaves_what_was_typed(topics_field):
    topics_field.press_sequentially("、lee")
    offered = topics_field.page.get_by_role("listbox")
    offered.wait_for()
    topics_field.press("Escape")
    assert not offered.is_visible()
    assert topics_field.input_value() == "外交、lee"
