"""What the list of what waits says of each document before it comes in, and what it ticks."""

import pytest

from tests.admin.builders import make_imported, make_waiting
from tests.admin.imports.test_import import IMPORT, PAGE
from tests.builders import make_source

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def known_source():
    """The source that the documents of these tests print."""
    return make_source("東海時報")


def test_what_would_change_an_article_is_named_unticked_before_it_comes_in(desk):
    address = "https://east.example/ferry"
    article = make_imported("渡輪", name="old", source_url=address)
    make_waiting("渡輪", name="new", body="午後，渡輪又靠岸了。", source_url=address)
    page = desk.get(IMPORT)
    assert page.context["records"][0].updates == article
    assert "checked" not in page.content.decode()


def test_one_document_alone_says_which_article_it_would_change(desk):
    address = "https://east.example/ferry"
    article = make_imported("渡輪", name="old", source_url=address)
    newer = make_waiting("渡輪", name="new", body="午後，渡輪又靠岸了。", source_url=address)
    page = desk.get(f"{IMPORT}{newer.pk}/").content.decode()
    assert f"/article/{article.pk}/change/" in page


def test_a_copy_of_an_article_is_named_unticked_before_it_comes_in(desk):
    story = PAGE.partition("\n\n")[2] + "船長說，這條航線停了四年，如今每週往返三次。"
    article = make_imported("渡輪", name="old", body=story)
    make_waiting("霧中的碼頭", name="new", body=story)
    page = desk.get(IMPORT)
    assert page.context["records"][0].copies == article
    assert "checked" not in page.content.decode()


@pytest.mark.parametrize(
    "doubt", [{"headline_is_provisional": True}, {"warnings": ["The page stops short."]}]
)
def test_what_the_cleaner_doubts_is_unticked(desk, doubt):
    make_waiting(**doubt)
    assert "checked" not in desk.get(IMPORT).content.decode()


def test_what_needs_no_decision_is_ticked(desk):
    make_waiting()
    assert "checked" in desk.get(IMPORT).content.decode()
