"""Discarding at the desk: what still waits goes, and nothing that is an article's."""

import pytest

from articles.admin.imports.views import ImportViews, imported
from articles.models import Article, Provenance
from tests.admin.builders import make_imported, make_waiting
from tests.admin.imports.test_import import decide, told
from tests.builders import make_source

pytestmark = pytest.mark.django_db


def test_discarding_forgets_the_document(desk):
    decide(desk, "discard", make_waiting())
    assert not Provenance.objects.exists()
    assert not Article.objects.exists()


def test_a_document_already_imported_is_not_discarded(desk):
    decide(desk, "discard", make_imported().provenance.get())
    assert Provenance.objects.exists()


def test_a_document_that_a_colleague_imports_in_the_same_moment_is_not_discarded(desk, monkeypatch):
    make_source("東海時報")
    decided = ImportViews._decide

    def imported_first(self, request, document, decision):
        imported(Provenance.objects.get())
        return decided(self, request, document, decision)

    monkeypatch.setattr(ImportViews, "_decide", imported_first)
    answer = decide(desk, "discard", make_waiting())
    assert "somebody else has decided" in told(answer)[-1]
    assert Article.objects.get().provenance.exists()
