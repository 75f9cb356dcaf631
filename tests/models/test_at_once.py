"""Two who write the same rows at once take them in one order, so that none waits for the other for ever."""

import pytest
from django.db import connection

from articles.models import Article
from articles.models.articles import derivation
from tests.builders import make_article

pytestmark = pytest.mark.django_db


def inserted(table: str, write) -> list[tuple]:
    """What the rows begin with that are put into a table while something is written: two values of each."""
    rows = []

    def note(execute, sql, params, many, context):
        if sql.startswith((f"INSERT INTO {table} ", f'INSERT INTO "{table}" ')):
            rows.extend(tuple(row[:2]) for row in (params if many else [params]))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        write()
    return rows


def test_what_is_related_is_stored_in_one_order_whichever_article_is_saved():
    first, middle, _ = (make_article(f"第{number}艘", tags=["渡輪"]) for number in "一二三")
    middle.body += "船上的燈亮了。"
    rows = inserted("articles_related", middle.save)
    assert len(rows) == 4
    assert rows == sorted(rows)
    assert rows[0] == (first.pk, middle.pk)


@pytest.mark.parametrize("typed", [["渡輪", "燈塔", "碼頭"], ["碼頭", "渡輪", "燈塔"]])
def test_new_topics_are_made_in_one_order_however_they_are_typed(typed):
    article = make_article()
    rows = inserted("articles_tag", lambda: article.tags.add(*typed))
    assert [name for name, _ in rows] == sorted(typed)
    assert list(article.tags.names()) == typed


@pytest.mark.django_db(transaction=True)
def test_nobody_comes_upon_an_article_of_which_nothing_is_derived(monkeypatch):
    monkeypatch.setattr(derivation, "derivation", lambda name: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        make_article()
    assert not Article.objects.exists()
