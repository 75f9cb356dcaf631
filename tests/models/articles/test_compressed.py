"""Raw documents are kept compressed, and come back byte for byte."""

from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection

from articles.models import Provenance

pytestmark = pytest.mark.django_db

PAGE = "<p>清晨的渡輪在霧中靠岸。</p>".encode() * 200


def kept(data: bytes, **fields) -> Provenance:
    return Provenance.objects.create(name="頁.html", checksum="0", data=data, **fields)


def stored():
    """data, parsed: as the database has them."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT data, parsed FROM articles_provenance")
        return cursor.fetchone()


@pytest.mark.parametrize("data", [b"", PAGE, b"\0zlib\nno more than a beginning", bytes(range(256))])
def test_a_document_comes_back_as_it_was(data):
    kept(data)
    assert bytes(Provenance.objects.get().data) == data


def test_a_document_takes_a_fraction_of_its_bytes():
    kept(PAGE)
    assert len(bytes(stored()[0])) < len(PAGE) / 10


def test_documents_from_before_are_read_and_then_compressed():
    kept(PAGE)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE articles_provenance SET data = %s", [PAGE])
    assert bytes(Provenance.objects.get().data) == PAGE
    import_module("articles.migrations.0036_raw_documents_compressed").compress(apps, None)
    assert len(bytes(stored()[0])) < len(PAGE) / 10
    assert bytes(Provenance.objects.get().data) == PAGE


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL keeps JSON in a form of its own")
def test_what_the_cleaner_made_of_it_takes_three_bytes_a_character():
    kept(PAGE, parsed={"headline": "渡輪"})
    assert stored()[1] == '{"headline": "渡輪"}'
