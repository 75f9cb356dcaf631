"""A source that nobody knows is asked for once, by name, address and rights, with nothing preselected."""

import pytest
from lxml import html

from articles.models import Article, Provenance, Source
from tests.admin.builders import make_waiting, preview_data
from tests.builders import make_source

pytestmark = pytest.mark.django_db

IMPORT = "/en/admin/articles/article/import/"


def preview(client, document):
    return client.get(f"{IMPORT}{document.pk}/")


def decide(client, document, decision="draft", **said):
    address = f"{IMPORT}{document.pk}/"
    data = preview_data(client, address) | {f"source-{name}": value for name, value in said.items()}
    return client.post(address, {"decision": decision, **data}, follow=True)


def test_the_preview_asks_with_nothing_preselected(desk):
    answer = preview(desk, make_waiting())
    form = answer.context["form"]
    assert (form["name"].value(), form["rights"].value()) == ("東海時報", None)
    assert "checked" not in str(form["rights"])


def test_without_an_answer_nothing_comes_in_and_what_was_typed_stays(desk):
    answer = decide(desk, make_waiting(), name="東海晚報", home_page="https://east.example/")
    assert "nobody has yet" in str(answer.context["form"].errors["rights"])
    assert answer.context["form"]["name"].value() == "東海晚報"
    assert not Article.objects.exists()
    assert not Source.objects.exists()


def test_what_is_said_is_the_sources(desk):
    decide(desk, make_waiting(), name="東海時報", home_page="https://east.example/", rights="excerpt")
    source = Article.objects.get().source
    assert (source.name, source.home_page, source.rights) == ("東海時報", "https://east.example/", "excerpt")
    assert source.language == "zh-Hant"


def test_a_source_is_asked_for_once(desk):
    decide(desk, make_waiting("渡輪", name="a"), name="東海時報", rights="link")
    assert preview(desk, make_waiting("燈塔", name="b")).context["form"] is None


def test_the_preview_names_the_rights_of_a_source_that_is_known(desk):
    source = make_source("東海時報", rights="excerpt")
    page = preview(desk, make_waiting()).content.decode()
    (told,) = html.fromstring(page).cssselect(".field-source_name .help")
    assert source.get_rights_display() in told.text_content()


def test_a_known_source_under_another_name_needs_no_rights(desk):
    known = make_source("東海日報", rights="link")
    decide(desk, make_waiting(), name="東海日報")
    assert Article.objects.get().source == known


def test_a_name_without_visible_characters_is_refused(desk):
    answer = decide(desk, make_waiting(), name="\u200b", rights="own")
    assert answer.context["form"].errors["name"]


def test_rights_that_do_not_exist_are_refused(desk):
    assert decide(desk, make_waiting(), name="東海時報", rights="all").context["form"].errors["rights"]


def test_discarding_asks_nothing(desk):
    decide(desk, make_waiting(), "discard")
    assert not Provenance.objects.exists()


def test_among_many_it_is_named_unticked_and_refused_until_somebody_has_said(desk):
    waiting = make_waiting()
    page = desk.get(IMPORT).content.decode()
    assert "東海時報 is new" in page
    assert "checked" not in page
    answer = desk.post(f"{IMPORT}decide/", {"decision": "draft", "document": waiting.pk}, follow=True)
    assert "Nobody has said yet what 東海時報 lets us show" in str([*answer.context["messages"]][-1])
    assert not Article.objects.exists()


def test_a_document_that_prints_no_source_asks_for_none(desk):
    assert preview(desk, make_waiting(source_name="")).context["form"] is None
