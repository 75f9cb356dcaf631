"""The shared cache: a dead Redis costs no page, a poisoned one runs nothing."""

import os
import pickle
import shutil
import socket
import subprocess
import time

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache

from tests.builders import make_article

PATIENCE = 10  # seconds for Redis to come up


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def use(settings):
    """Has the portal use the Redis at a port of this machine."""

    def use(port):
        settings.CACHES = {
            "default": {
                "BACKEND": "portal.cache.ForgivingRedisCache",
                "LOCATION": f"redis://127.0.0.1:{port}/0",
                "OPTIONS": {"serializer": "portal.cache.JsonSerializer"},
            }
        }

    return use


@pytest.fixture
def redis(use, tmp_path):
    """A Redis of the test's own, as a client that writes raw bytes."""
    program = shutil.which("redis-server")
    if program is None and "CI" not in os.environ:
        pytest.skip("no redis-server is installed")
    port = free_port()
    server = subprocess.Popen([program, "--port", str(port), "--save", "", "--dir", tmp_path])
    use(port)
    client = cache._cache.get_client()
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and not answers(port):
        time.sleep(0.05)
    yield client
    client.close()
    server.terminate()
    server.wait()


def answers(port) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@pytest.fixture
def desk(client, db):
    client.force_login(User.objects.create_superuser("editor"))
    return f"/admin/desk/{make_article().pk}/"


def test_what_is_kept_in_redis_is_json(redis):
    cache.set("desk", {"1": ["林小滿", 1.5]})
    assert redis.get(cache.make_key("desk")) == '{"1": ["林小滿", 1.5]}'.encode()
    assert cache.get("desk") == {"1": ["林小滿", 1.5]}


def test_a_pickle_in_redis_runs_nothing(redis, tmp_path):
    class Bomb:
        def __reduce__(self):
            return os.mkdir, (str(tmp_path / "run"),)

    redis.set(cache.make_key("desk"), pickle.dumps(Bomb()))
    assert cache.get("desk") is None
    assert not (tmp_path / "run").exists()


@pytest.mark.parametrize("poison", [b"[]", b"3", b'{"1": 2}', b'{"1": ["a", "b"]}', b"\x80\x04.", b"null"])
def test_the_desk_opens_over_what_others_wrote_into_redis(redis, client, desk, poison):
    redis.set(cache.make_key(f"desk:{desk.split('/')[-2]}"), poison)
    assert client.get(desk).status_code == 200


def test_a_dead_redis_costs_no_page(use, client, desk):
    use(free_port())
    assert client.get("/").status_code == 200
    assert client.get(desk).status_code == 200


def test_a_dead_redis_is_a_cache_that_keeps_nothing(use):
    use(free_port())
    cache.set("a", 1)
    cache.set_many({"a": 1})
    assert cache.get("a", "nothing") is None
    assert cache.get_many(["a"]) == {}
    assert not cache.add("a", 1)
    assert "a" not in cache
    assert not cache.delete("a")
