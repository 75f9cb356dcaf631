"""What bears the summaries out: a list beside the fields, and a page without the script."""

import pytest

from articles.models import Summary
from tests.admin.desk.conftest import address_of
from tests.builders import make_article

pytestmark = pytest.mark.django_db
ASK = {"accept": "application/json"}


@pytest.fixture
def article(db):
    return make_article(body="兩國會談113分鐘，週六結束。")


def test_the_list_lights_up_words_of_the_article(editor_in, article):
    data = editor_in.opens(article, zh_text="會談113分鐘。", en_text="The talks took 113 minutes.")
    html = editor_in.client.post(f"{address_of(article)}bearing/", data, headers=ASK).json()["html"]
    assert 'data-quote="113分鐘"' in html
    assert "<q>113 minutes</q>" in html


def test_without_the_script_it_is_a_page(editor_in, article):
    data = editor_in.opens(article, en_text="The talks took 113 minutes.")
    page = editor_in.client.post(f"{address_of(article)}bearing/", data).content.decode()
    assert "<h1>What bears it out</h1>" in page
    assert "113分鐘" in page


def test_looking_saves_nothing(editor_in, article):
    data = editor_in.opens(article, en_text="The talks took 113 minutes.")
    editor_in.client.post(f"{address_of(article)}bearing/", data)
    assert not Summary.objects.exists()
