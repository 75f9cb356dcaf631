"""Topics are offered while an editor types, by keyboard alone."""

import pytest
from django.contrib.auth.models import User

from articles.models import Article, Label, Tag
from tests.builders import make_article, make_tag

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def topics_field(open_page, sign_in, live_server):
    """The field of topics in the form of an article, in a browser where an editor is logged in."""
    Label.objects.create(tag=make_tag("李在明"), text="Lee Jae-myung", language="en", kind="preferred")
    article = make_article(tags=["外交"])
    page = open_page("/robots.txt", storage_state={"cookies": [], "origins": []})
    sign_in(page, User.objects.create_superuser("editor"))
    page.goto(f"{live_server.url}/admin/articles/article/{article.pk}/change/")
    field = page.locator("#id_tags")
    field.press("Control+End")
    return field


def test_a_topic_is_chosen_with_the_arrow_keys(topics_field):
    topics_field.press_sequentially("、lee")
    topics_field.page.get_by_role("option", name="李在明").wait_for()
    topics_field.press("ArrowDown")
    assert topics_field.get_attribute("aria-activedescendant")
    topics_field.press("Enter")
    assert topics_field.input_value() == "外交、李在明、"
    assert not topics_field.page.get_by_role("listbox").is_visible()


def test_the_offers_stand_right_below_their_field(topics_field):
    topics_field.press_sequentially("、lee")
    offered = topics_field.page.get_by_role("listbox")
    offered.wait_for()
    field, box = topics_field.bounding_box(), offered.bounding_box()
    assert abs(box["x"] - field["x"]) < 2
    assert abs(box["y"] - field["y"] - field["height"]) < 8


def test_a_new_name_is_said_to_be_new_while_it_stands_in_the_field(topics_field):
    topics_field.press_sequentially("、渡輪")
    told = topics_field.page.locator(".asked")
    told.get_by_text("「渡輪」是新的").wait_for()
    topics_field.page.locator("input[name=_save]").click()
    topics_field.page.wait_for_url("**/article/")
    assert Tag.objects.filter(name="渡輪").exists()


def test_the_split_of_a_new_name_is_chosen_below_the_field(topics_field):
    topics_field.press_sequentially("、外交 李在明")
    page = topics_field.page
    page.get_by_label("改用組成它的主題：外交、李在明").check()
    page.locator("input[name=_save]").click()
    page.wait_for_url("**/article/")
    assert {tag.name for tag in Article.objects.get().tags.all()} == {"外交", "李在明"}


def test_escape_puts_the_offers_away_and_leaves_what_was_typed(topics_field):
    topics_field.press_sequentially("、lee")
    offered = topics_field.page.get_by_role("listbox")
    offered.wait_for()
    topics_field.press("Escape")
    assert not offered.is_visible()
    assert topics_field.input_value() == "外交、lee"
