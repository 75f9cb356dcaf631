"""What the source of a document lets us show is set right where the document is looked at."""

import pytest
from django.contrib.admin.models import LogEntry

from articles.management.roles import AUTHORS
from articles.models import Article, Source
from tests.admin.builders import make_waiting, preview_data
from tests.builders import make_article, make_source

pytestmark = pytest.mark.django_db

IMPORT = "/en/admin/articles/article/import/"


@pytest.fixture
def source():
    return make_source("東海時報", rights="full")


def decide(client, document, button=None, **typed):
    """typed: by field; of a source by `source_<number>_<field>`, as names have no dashes."""
    address = f"{IMPORT}{document.pk}/"
    data = preview_data(client, address) | typed
    return client.post(address, data | (button or {"decision": "draft"}), follow=True)


def rights_field(source):
    return f"source-{source.pk}-rights"


def stored(source):
    return Source.objects.get(pk=source.pk).rights


def test_the_rights_stand_chosen_with_whom_a_change_concerns(desk, source):
    make_article(source=source)
    page = desk.get(f"{IMPORT}{make_waiting().pk}/").content.decode()
    assert 'value="full" id="id_source' in page
    assert "holds for the 1 article of this source" in page


def test_others_are_the_sources_once_the_document_comes_in(desk, source):
    decide(desk, make_waiting(), **{rights_field(source): "excerpt"})
    assert stored(source) == "excerpt"
    assert Article.objects.get().source == source
    assert LogEntry.objects.get(content_type__model="source").get_change_message() == "Changed rights."


def test_a_click_elsewhere_keeps_what_was_chosen_and_changes_nothing_yet(desk, source):
    waiting = make_waiting()
    answer = desk.get(f"{IMPORT}{waiting.pk}/")
    row = next(row for row in answer.context["rows"] if row.unit.rule)
    decide(desk, waiting, {"correct": f"keep:{row.key}"}, **{rights_field(source): "link"})
    assert stored(source) == "full"
    assert desk.get(f"{IMPORT}{waiting.pk}/").context["rights_form"]["rights"].value() == "link"
    decide(desk, waiting)
    assert stored(source) == "link"


def test_what_a_colleague_changed_meanwhile_is_said_first(desk, source):
    waiting = make_waiting()
    data = preview_data(desk, f"{IMPORT}{waiting.pk}/")
    Source.objects.filter(pk=source.pk).update(rights="link")
    data |= {rights_field(source): "excerpt", "decision": "draft"}
    answer = desk.post(f"{IMPORT}{waiting.pk}/", data)
    assert "A colleague has changed them" in answer.content.decode()
    assert stored(source) == "link"
    desk.post(f"{IMPORT}{waiting.pk}/", data | {f"source-{source.pk}-seen": "link"})
    assert stored(source) == "excerpt"


def test_what_a_colleague_changed_stays_where_nothing_was_chosen(desk, source):
    waiting = make_waiting()
    data = preview_data(desk, f"{IMPORT}{waiting.pk}/")
    Source.objects.filter(pk=source.pk).update(rights="link")
    desk.post(f"{IMPORT}{waiting.pk}/", data | {"decision": "draft"})
    assert Article.objects.get().source.rights == "link"


def test_another_known_source_is_shown_with_its_own_rights_first(desk, source):
    other = make_source("峽灣通訊社", rights="link")
    answer = decide(desk, make_waiting(), source_name="峽灣通訊社", **{rights_field(source): "excerpt"})
    assert answer.context["rights_form"].source == other
    assert stored(source) == "full"
    decide(desk, make_waiting())
    assert Article.objects.get().source == other


def test_who_may_not_change_sources_reads_the_rights_alone(works_as, source):
    author = works_as(AUTHORS)
    waiting = make_waiting()
    answer = author.get(f"{IMPORT}{waiting.pk}/")
    assert answer.context["rights_form"] is None
    assert source.get_rights_display() in answer.content.decode()
    decide(author, waiting, **{rights_field(source): "link", f"source-{source.pk}-seen": "full"})
    assert stored(source) == "full"
