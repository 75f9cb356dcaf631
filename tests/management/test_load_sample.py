"""The sample library comes in by the importer, as any folder of documents does."""

import pytest
from django.core.management import call_command

from articles.models import Article, Provenance

pytestmark = pytest.mark.django_db


def test_loading_it_again_makes_nothing_anew_and_names_no_folder_of_this_machine():
    call_command("load_sample")
    before = Article.objects.count()
    call_command("load_sample")
    assert Article.objects.count() == before
    assert all(name.startswith("sample/") for name in Provenance.objects.values_list("name", flat=True))
