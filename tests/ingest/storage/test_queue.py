"""The queue: what is handed in is read once, in order, whoever asks, and whatever ends the process."""

import io
import threading
import zipfile
from contextlib import contextmanager, suppress

import pytest
from django.db import connection

from articles.ingest.documents import DocumentError
from articles.ingest.intake.gather import gather_upload
from articles.ingest.storage import queue
from articles.ingest.storage.queue import STUCK, work_on, work_through
from articles.ingest.worker import CleaningWorker
from articles.models import HandedIn, Provenance
from articles.models.alone import alone_at
from articles.models.handed_in import MOST_TRIES

pytestmark = pytest.mark.django_db
PAGE = "渡輪與燈塔\n\n清晨的渡輪在霧中靠岸，兩岸的代表在碼頭握手，隨後乘車前往燈塔旁的會議廳。\n"


class Killed(BaseException):
    """Ends the process at some point."""


def packed(*names):
    """An archive of pages."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, PAGE.replace("渡輪", name))
    return file.getvalue()


def make_item(*names, kind="files"):
    return HandedIn.objects.create(kind=kind, name="posts.zip", data=packed(*names))


def kept():
    return [document.name for document in Provenance.objects.order_by("pk")]


def test_everything_in_the_queue_is_read_in_order():
    make_item("a.txt", "b.txt")
    HandedIn.objects.create(kind="text", name="pasted", data=PAGE.encode())
    assert work_through() == 3
    assert kept() == ["posts.zip/a.txt", "posts.zip/b.txt", "pasted"]
    assert work_through() == 0


def test_one_document_never_stops_the_others(monkeypatch):
    make_item("a.txt", "b.txt", "c.txt")
    clean = CleaningWorker.clean

    def refuse_one(worker, raw):
        if raw.name.endswith("b.txt"):
            raise DocumentError("no")
        return clean(worker, raw)

    monkeypatch.setattr(CleaningWorker, "clean", refuse_one)
    work_through()
    assert kept() == ["posts.zip/a.txt", "posts.zip/c.txt"]
    assert HandedIn.objects.get().refused == [["posts.zip/b.txt", "no"]]


@pytest.mark.parametrize("point", range(8))
def test_killed_at_any_point_nothing_is_lost_and_nothing_read_twice(monkeypatch, point):
    make_item("a.txt", "b.txt")
    steps = []

    def or_die(function):
        def asked(*given, **named):
            steps.append(function)
            if len(steps) == point + 1:
                raise Killed
            return function(*given, **named)

        return asked

    with monkeypatch.context() as patched:
        patched.setattr(queue, "keep_waiting", or_die(queue.keep_waiting))
        patched.setattr(HandedIn, "step", or_die(HandedIn.step))
        patched.setattr(HandedIn, "begin", or_die(HandedIn.begin))
        patched.setattr(HandedIn, "finish", or_die(HandedIn.finish))
        with suppress(Killed):
            work_through()
    work_through()
    item = HandedIn.objects.get()
    assert kept() == ["posts.zip/a.txt", "posts.zip/b.txt"]
    assert (item.done, len(item.kept), bool(item.finished_at)) == (2, 2, True)


def test_a_document_that_ends_the_process_each_time_is_left_out(monkeypatch):
    make_item("a.txt", "b.txt")
    clean = CleaningWorker.clean

    def die(worker, raw):
        if raw.name.endswith("a.txt"):
            raise Killed
        return clean(worker, raw)

    monkeypatch.setattr(CleaningWorker, "clean", die)
    for _try in range(MOST_TRIES):
        with pytest.raises(Killed):
            work_through()
    work_through()
    assert kept() == ["posts.zip/b.txt"]
    assert HandedIn.objects.get().refused == [["posts.zip/a.txt", STUCK]]


@pytest.mark.parametrize("ends_with", [Killed, Exception])
def test_what_cannot_even_be_taken_apart_lets_the_next_have_its_turn(monkeypatch, ends_with):
    make_item("a.txt", "b.txt")
    HandedIn.objects.create(kind="text", name="pasted", data=PAGE.encode())

    def break_off(name, data):
        yield next(gather_upload(name, data))
        raise ends_with

    monkeypatch.setattr(queue, "gather_upload", break_off)
    for _try in range(MOST_TRIES + 1):
        with pytest.raises(ends_with):
            work_through()
    work_through()
    assert kept() == ["posts.zip/a.txt", "pasted"]
    assert HandedIn.objects.first().refused == [["posts.zip", STUCK]]


def test_one_reads_at_a_time():
    make_item("a.txt")
    with alone_in_another_thread("queue"):
        assert work_through() is None
    assert work_through() == 1


@contextmanager
def alone_in_another_thread(task):
    """Held by another connection, as by another process."""
    held, done = threading.Event(), threading.Event()

    def hold():
        with alone_at(task) as is_alone:
            assert is_alone
            held.set()
            done.wait(30)
        connection.close()

    thread = threading.Thread(target=hold)
    thread.start()
    held.wait(30)
    try:
        yield
    finally:
        done.set()
        thread.join()


def test_what_was_discarded_meanwhile_does_not_come_back():
    item = make_item("a.txt", "b.txt")
    item.done, item.tries = 1, 1
    item.save()
    with CleaningWorker() as worker:
        work_on(item, worker)
    assert kept() == ["posts.zip/b.txt"]


def test_of_what_was_read_the_bytes_are_kept_once():
    make_item("a.txt")
    work_through()
    assert bytes(HandedIn.objects.get().data) == b""
