"""What is kept compressed comes back as it was, byte for byte."""

import json
import zlib
from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection

from articles.models import Article, ArticleRendering, Provenance
from articles.models.articles.rendering import words_beside
from articles.text.scripts import fold
from tests.builders import make_article

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


def test_the_record_of_its_cleaning_comes_back_as_it_was_in_a_fraction_of_its_bytes():
    told = {"headline": "渡輪", "blocks": [{"type": "paragraph", "text": "清晨的渡輪在霧中靠岸。" * 100}]}
    kept(PAGE, parsed=told)
    assert Provenance.objects.get().parsed == told
    assert len(bytes(stored()[1])) < len(json.dumps(told)) / 10


def test_a_document_says_its_words_once():
    text = varied(600)
    kept(text.encode(), parsed={"blocks": [{"type": "paragraph", "text": text}]})
    assert Provenance.objects.get().parsed["blocks"][0]["text"] == text
    assert len(bytes(stored()[1])) < len(text.encode()) / 10


def test_the_record_of_a_long_document_needs_no_bytes_of_it():
    kept(PAGE * 50, parsed={"headline": "渡輪"})
    document = Provenance.objects.defer("data").get()
    assert (document.parsed, document.get_deferred_fields()) == ({"headline": "渡輪"}, {"data"})


def varied(length: int) -> str:
    """Han characters of which hardly any repeats what stands before."""
    return "".join(chr(0x4E00 + 7919 * at % 20_000) for at in range(length))


def rendered_bytes(column="body_html"):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM articles_articlerendering")  # noqa: S608
        return bytes(cursor.fetchone()[0])


def test_a_body_that_is_rendered_comes_back_as_it_was_in_a_fraction_of_its_bytes():
    article = make_article(body=varied(600))
    written = ArticleRendering.objects.get().body_html
    assert written == article.body_html == f'<p id="p1">{article.body}</p>'
    assert len(rendered_bytes()) < len(written.encode()) / 10


def test_a_body_that_was_changed_by_itself_is_rendered_when_it_is_read():
    make_article(body="清晨的渡輪靠岸。")
    Article.objects.update(body="傍晚的渡輪離岸。")
    assert Article.objects.get().body_html == '<p id="p1">傍晚的渡輪離岸。</p>'


def test_bodies_from_before_are_read_and_then_packed():
    html = make_article(body=varied(600)).body_html
    with connection.cursor() as cursor:
        cursor.execute("UPDATE articles_articlerendering SET body_html = %s", [zlib.compress(html.encode())])
    assert ArticleRendering.objects.get().body_html == html
    migration = import_module("articles.migrations.0040_texts_beside_others")
    migration.pack(apps, SimpleNamespace(connection=connection))
    assert len(rendered_bytes()) < len(html.encode()) / 10
    assert ArticleRendering.objects.get().body_html == html


@pytest.mark.parametrize("length", [1, 600, 20_000])
def test_the_words_that_are_compared_come_back_as_they_were(length):
    article = make_article("渡輪", body=varied(length))
    written = fold(f"渡輪\n\n\n{article.body}")
    kept, body = ArticleRendering.objects.values_list("folded", "article__body").get()
    assert written == article.rendering.folded == words_beside(kept, body)
    assert ArticleRendering.objects.get().folded == written


def test_the_words_of_a_body_in_simplified_characters_are_said_once():
    body = "".join(filter(str.isalpha, fold(varied(600))))
    make_article(body=body)
    assert len(rendered_bytes("folded")) < len(body.encode()) / 10


def test_the_words_of_a_body_that_was_changed_by_itself_are_those_that_stand_there():
    make_article("渡輪", body="清晨的渡輪靠岸。")
    Article.objects.update(body="傍晚的渡輪離岸。")
    kept, body = ArticleRendering.objects.values_list("folded", "article__body").get()
    assert words_beside(kept, body) == fold("傍晚的渡輪離岸。")
    assert ArticleRendering.objects.get().folded == fold("渡輪\n\n\n傍晚的渡輪離岸。")


@pytest.mark.parametrize("status", ["draft", "published"])
def test_folded_words_from_before_are_packed_and_taken_out_again(status):
    migration = import_module("articles.migrations.0043_folded_texts_beside_bodies")
    words = make_article(body=varied(600), status=status).rendering.folded
    ArticleRendering.objects.update(unindexed=words, folded="")
    migration.pack(apps, SimpleNamespace(connection=connection))
    told = ArticleRendering.objects.get()
    assert (told.folded, told.unindexed) == (words, words if status == "draft" else "")
    migration.unpack(apps, SimpleNamespace(connection=connection))
    assert ArticleRendering.objects.get().unindexed == words
