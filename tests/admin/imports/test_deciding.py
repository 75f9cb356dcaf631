"""Deciding about what waits: who may, and how; what is discarded goes, and nothing that is an article's."""

import pytest
from django.contrib.auth.models import Permission

from articles.admin.imports.views import ImportViews, imported
from articles.models import Article, Provenance
from tests.admin.builders import make_imported, make_waiting
from tests.admin.imports.test_import import IMPORT, decide, told
from tests.builders import make_source

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def known_source():
    """The source that the documents of these tests print."""
    return make_source("東海時報")


def test_discarding_forgets_the_document(desk):
    decide(desk, "discard", make_waiting())
    assert not Provenance.objects.exists()
    assert not Article.objects.exists()


def test_a_document_already_imported_is_not_discarded(desk):
    decide(desk, "discard", make_imported().provenance.get())
    assert Provenance.objects.exists()


def test_a_document_that_a_colleague_imports_in_the_same_moment_is_not_discarded(desk, monkeypatch):
    decided = ImportViews._decide

    def imported_first(self, request, document, decision):
        imported(Provenance.objects.get())
        return decided(self, request, document, decision)

    monkeypatch.setattr(ImportViews, "_decide", imported_first)
    answer = decide(desk, "discard", make_waiting())
    assert "somebody else has decided" in told(answer)[-1]
    assert Article.objects.get().provenance.exists()


@pytest.mark.parametrize("decision", ["", "explode", "publish"])
def test_an_unknown_decision_is_refused(desk, decision):
    assert decide(desk, decision, make_waiting()).status_code == 403


def test_deciding_by_a_plain_link_is_refused(desk):
    assert desk.get(f"{IMPORT}decide/").status_code == 405


def test_publishing_needs_leave_to_publish(client, django_user_model):
    author = django_user_model.objects.create_user("author", is_staff=True)
    author.user_permissions.add(*permissions("add_article", "view_article"))
    client.force_login(author)
    assert "Publish what is ticked" not in decide(client, "draft", make_waiting()).content.decode()
    assert Article.objects.get().status == "draft"


def permissions(*names):
    return Permission.objects.filter(codename__in=names)
