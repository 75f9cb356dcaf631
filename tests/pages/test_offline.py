"""The worker that answers without a network names the parts of this version, and nothing of anybody's own."""

import re

import pytest

pytestmark = pytest.mark.django_db


def test_the_worker_is_asked_for_anew_each_time(client):
    answer = client.get("/service-worker.js")
    assert answer["Content-Type"].startswith("text/javascript")
    assert answer["Cache-Control"] == "no-cache"


def test_everything_that_it_needs_is_there(client):
    worker = client.get("/service-worker.js").content.decode()
    pages = re.findall(r'"(/(?:en/|zh-hans/)?(?:offline|saved)/)"', worker)
    assert len(pages) == 6
    assert {client.get(page).status_code for page in pages} == {200}


@pytest.mark.parametrize("path", ["/articles/7/渡輪/", "/en/tags/3/外交/", "/", "/zh-hans/"])
def test_articles_topics_and_the_front_page_are_kept(client, path):
    assert kept_page(client).search(path)


@pytest.mark.parametrize(
    "path", ["/admin/", "/search/", "/articles/7/渡輪/card.png", "/feed.atom", "/review/abc/", "/a/7"]
)
def test_nothing_else_is_kept(client, path):
    assert not kept_page(client).search(path)


def kept_page(client):
    worker = client.get("/service-worker.js").content.decode()
    return re.compile(re.search(r"KEPT_PAGE = /(.+)/;", worker)[1])


@pytest.mark.parametrize("path", ["/saved/", "/en/saved/", "/zh-hans/offline/"])
def test_pages_without_words_of_their_own_stay_out_of_search_engines(client, path):
    assert b'content="noindex"' in client.get(path).content
