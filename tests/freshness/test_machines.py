"""Changes are heard by other machines, and whoever cannot hear them keeps nothing."""

import shutil
import socket
import subprocess
import time
from threading import current_thread

import pytest

from articles.freshness import scopes
from articles.freshness.machines import CHANNEL, Machines, scopes_in

pytestmark = pytest.mark.skipif(not shutil.which("redis-server"), reason="redis-server is not installed")
PATIENCE = 15  # seconds, for a busy machine


def start(port):
    return subprocess.Popen(
        ["redis-server", "--port", str(port), "--save", "", "--bind", "127.0.0.1"], stdout=subprocess.DEVNULL
    )


@pytest.fixture
def port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def redis(port):
    """A Redis that a test may stop."""
    process = start(port)
    yield process
    process.kill()
    process.wait()


@pytest.fixture
def machine(port):
    """One that hears, and what it has heard."""
    heard = []
    machine = Machines(f"redis://127.0.0.1:{port}", heard.append, "all")
    machine.listen()
    return machine, heard


def until(condition):
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_a_change_is_heard_by_the_other_machine(redis, machine, port):
    here, heard = machine
    until(lambda: here.hears)
    Machines(f"redis://127.0.0.1:{port}", print, "all").tell(["lists", "article:7"])
    until(lambda: len(heard) > 1)
    assert heard == [["all"], ["lists", "article:7"]]


def test_a_message_of_nobody_renews_everything(redis, machine):
    here, heard = machine
    until(lambda: here.hears)
    here.redis.publish(CHANNEL, b"\xff{")
    until(lambda: len(heard) > 1)
    assert heard == [["all"], ["all"]]


@pytest.mark.parametrize("data", [b"", b"{}", b"[1]", b"7", b'["a", null]', b"\xff"])
def test_what_is_no_list_of_scopes_is_no_message(data):
    assert scopes_in(data) == []


def test_who_has_been_deaf_has_missed_everything(redis, machine, port):
    here, heard = machine
    until(lambda: here.hears)
    redis.kill()
    redis.wait()
    until(lambda: not here.hears)
    again = start(port)
    try:
        until(lambda: here.hears)
        assert heard == [["all"], ["all"]]
    finally:
        again.kill()
        again.wait()


def test_a_change_that_could_not_be_told_is_told_once_redis_answers(redis, machine, port, monkeypatch):
    here, heard = machine
    until(lambda: here.hears)
    other = Machines(f"redis://127.0.0.1:{port}", lambda scopes: None, "all")
    with monkeypatch.context() as away:
        away.setattr(other, "redis", Machines("redis://127.0.0.1:1", print, "all").redis)
        other.tell(["lists"])
    other.listen()
    until(lambda: len(heard) > 1)
    assert heard == [["all"], ["all"]]


def test_a_dead_redis_costs_a_save_one_line_of_the_log(port, caplog):
    Machines(f"redis://127.0.0.1:{port}", print, "all").tell(["lists"])
    assert len([line for line in caplog.records if line.threadName == current_thread().name]) == 1


def test_no_page_is_kept_while_others_are_not_heard(monkeypatch, port):
    deaf = Machines(f"redis://127.0.0.1:{port}", print, "all")
    monkeypatch.setattr(scopes, "machines", lambda: deaf)
    assert scopes.now() is None
    assert scopes.last_change([1]) > 2**63
    deaf.hears = True
    assert scopes.now() is not None
