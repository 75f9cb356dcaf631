"""One clock of changes for all processes of a machine."""

import logging
import subprocess
import sys
from threading import Thread

import pytest

from articles.freshness import clock as clocks
from articles.freshness import scopes
from articles.freshness.clock import PLACES, SIZE, Clock, place_of

ANOTHER = "import sys; from pathlib import Path; from articles.freshness.clock import Clock; {}"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "changes"


def in_another_process(path, doing):
    code = ANOTHER.format(f"Clock(Path(sys.argv[1])).{doing}")
    subprocess.run([sys.executable, "-c", code, str(path)], check=True)


def test_a_change_is_seen_by_another_process_at_once(path):
    clock = Clock(path)
    begun = clock.now()
    in_another_process(path, "change([7])")
    assert clock.now() == begun + 1
    assert clock.last_change([7]) > begun
    assert clock.last_change([8]) <= begun


def test_a_scope_keeps_the_reading_of_its_own_last_change(path):
    clock = Clock(path)
    clock.change([5])
    clock.change([6])
    assert [clock.last_change(places) for places in ([5], [6], [5, 6], [4])] == [1, 2, 2, 0]


def test_changes_in_one_moment_are_all_counted(path):
    clock = Clock(path)
    threads = [Thread(target=lambda: [clock.change([3]) for _time in range(50)]) for _thread in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert clock.now() == 200


@pytest.mark.parametrize("length", [0, 1, SIZE - 1, SIZE + 8])
def test_a_file_of_another_size_is_begun_anew(path, length):
    path.write_bytes(b"\xff" * length)
    clock = Clock(path)
    assert (clock.now(), path.stat().st_size) == (0, SIZE)


def test_no_scope_has_the_place_of_the_clock_itself():
    assert all(1 <= place_of(f"article:{pk}") < PLACES for pk in range(20_000))


@pytest.mark.parametrize("failing", ["open", "pwrite"])
def test_without_room_for_the_file_a_save_goes_on_and_says_so_once(
    settings, path, monkeypatch, caplog, failing
):
    def refuse(*arguments, **options):
        raise OSError(28, "No space left on device")

    settings.VAR = path.parent
    monkeypatch.setattr(clocks.os, failing, refuse)
    scopes.clock.cache_clear()
    with caplog.at_level(logging.WARNING):
        scopes.announce(["lists"])
        assert scopes.now() is None
    scopes.clock.cache_clear()
    assert len(caplog.records) == 1
    assert "No space left" in caplog.text
