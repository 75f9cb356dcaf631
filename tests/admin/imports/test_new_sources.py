"""A source that nobody knows is asked for once, by name, address and rights, with nothing preselected."""

import pytest

from articles.models import Article, Provenance, Source
from tests.admin.builders import make_imported, make_waiting, preview_data
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


def test_a_document_that_prints_no_source_is_asked_for_one(desk):
    form = preview(desk, make_waiting(source_name="")).context["form"]
    assert (form["name"].value(), form["rights"].value()) == ("", None)


def test_what_is_said_of_a_document_without_a_source_is_the_sources(desk):
    decide(desk, make_waiting(source_name=""), name="東海時報", rights="link")
    source = Article.objects.get().source
    assert (source.name, source.rights, source.language) == ("東海時報", "link", "zh-Hant")


def test_a_document_without_a_source_does_not_come_in_unanswered(desk):
    answer = decide(desk, make_waiting(source_name=""), rights="link")
    assert answer.context["form"].errors["name"]
    assert not Article.objects.exists()


def test_among_many_one_without_a_source_is_unticked_and_refused(desk):
    waiting = make_waiting(source_name="")
    page = desk.get(IMPORT).content.decode()
    assert "It does not say where it is from" in page
    assert "checked" not in page
    answer = desk.post(f"{IMPORT}decide/", {"decision": "draft", "document": waiting.pk}, follow=True)
    assert "does not say where it is from" in str([*answer.context["messages"]][-1])
    assert not Article.objects.exists()


def test_what_brings_an_article_up_to_date_asks_for_no_source(desk):
    address = "https://east.example/ferry"
    make_imported(name="old", source_url=address)
    newer = make_waiting(name="new", body="午後，渡輪又靠岸了。", source_url=address, source_name="")
    assert preview(desk, newer).context["form"] is None
