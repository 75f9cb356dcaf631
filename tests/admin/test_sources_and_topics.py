"""Sources and topics: found in either script, counted, never there twice."""

import pytest

from articles.models import Source, Tag
from tests.admin.builders import form_data
from tests.builders import make_article, make_source

pytestmark = pytest.mark.django_db


@pytest.fixture
def stocked():
    make_article(source=make_source("東亞觀察"), tags=["韓國"])


@pytest.mark.parametrize(("model", "typed"), [("source", "东亚"), ("tag", "韩国")])
def test_search_finds_names_in_either_script(desk, stocked, model, typed):
    found = desk.get(f"/admin/articles/{model}/", {"q": typed}).context["cl"].result_list
    assert len(found) == 1


@pytest.mark.parametrize("model", ["source", "tag"])
def test_each_row_counts_its_articles_and_links_them(desk, stocked, model):
    page = desk.get(f"/admin/articles/{model}/")
    query = {"source": "source__id__exact", "tag": "topic"}[model]
    assert f'{query}={page.context["cl"].result_list[0].pk}">1</a>' in page.content.decode()


@pytest.mark.parametrize(("model", "twin"), [("source", "东亚观察"), ("tag", "韩国")])
def test_a_twin_in_the_other_script_is_refused_beside_the_name(desk, stocked, model, twin):
    add = f"/admin/articles/{model}/add/"
    answer = desk.post(add, form_data(desk, add, name=twin))
    assert list(answer.context["adminform"].form.errors) == ["name"]


def test_a_topic_keeps_a_latin_slug_an_editor_sets(desk):
    add = "/admin/articles/tag/add/"
    desk.post(add, form_data(desk, add, name="穿梭外交", slug="shuttle-diplomacy"))
    assert Tag.objects.get().slug == "shuttle-diplomacy"


def test_a_source_with_articles_cannot_be_deleted(desk, stocked):
    source = Source.objects.get()
    desk.post(f"/admin/articles/source/{source.pk}/delete/", {"post": "yes"})
    assert Source.objects.get() == source


@pytest.mark.parametrize("model", ["source", "tag"])
def test_the_list_costs_the_same_however_long(desk, stocked, model, django_assert_max_num_queries):
    def cost():
        with django_assert_max_num_queries(12) as queries:
            desk.get(f"/admin/articles/{model}/")
        return len(queries)

    first = cost()
    for number in range(20):
        make_article(source=make_source(f"來源{number}"), tags=[f"話題{number}"])
    assert cost() == first


@pytest.mark.parametrize("by", ["its form", "the list"])
def test_a_topic_that_readers_have_seen_is_not_deleted(desk, by):
    tag = make_article(tags=["韓國"]).tags.get()
    make_article(tags=["草稿"], status="draft")
    delete(desk, tag, by)
    assert Tag.objects.filter(pk=tag.pk).exists()


@pytest.mark.parametrize("by", ["its form", "the list"])
def test_a_topic_of_drafts_alone_may_be_deleted(desk, by):
    delete(desk, make_article(tags=["草稿"], status="draft").tags.get(), by)
    assert not Tag.objects.exists()


def delete(desk, tag, by):
    chosen = {"action": "delete_selected", "_selected_action": [tag.pk]}
    address = {"its form": f"/admin/articles/tag/{tag.pk}/delete/", "the list": "/admin/articles/tag/"}[by]
    desk.post(address, {"post": "yes", **(chosen if by == "the list" else {})})
