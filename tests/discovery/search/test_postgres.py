"""What only a database can do in which two transactions write at a time."""

import threading

import pytest
from django.db import connection, transaction

from articles.discovery import search
from articles.models import Article
from tests.builders import make_article

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_rebuild_does_not_wait_for_an_article_that_is_being_saved():
    saved, other = make_article(), make_article()
    places = search.places_of(Article.objects.all())
    busy = []

    def take():
        busy.append(search.taken_in(Article.objects.all(), places, lambda entries: busy.append(entries)))
        connection.close()

    with transaction.atomic():
        Article.objects.filter(pk=saved.pk).update(headline="燈塔")
        thread = threading.Thread(target=take)
        thread.start()
        thread.join(20)
    assert [entry.pk for entry in busy[0]] == [other.pk]
    assert busy[1] == {saved.pk}
