"""Documents are cleaned in a child process that time and memory can stop."""

import multiprocessing
import os
import time

import pytest

from articles.ingest import worker as module
from articles.ingest.documents import Block, BlockType, DocumentError, Kind, ParsedDocument, RawDocument
from articles.ingest.worker import CleaningWorker

BEHAVIOURS = {
    b"sleep": lambda: time.sleep(60),
    b"run on": lambda: [None for _ in iter(int, 1)],
    b"grow": lambda: bytearray(2 * module.MEMORY_LIMIT),
    b"refuse": lambda: (_ for _ in ()).throw(DocumentError("no body")),
    b"recurse": lambda: (_ for _ in ()).throw(RecursionError),
    b"fail": lambda: 1 / 0,
    b"die": lambda: os._exit(9),
    b"fine": lambda: None,
}


@pytest.fixture(autouse=True)
def behave_as_told(monkeypatch):
    """The forked child inherits this cleaner: it does what the document's bytes say."""

    def clean(raw):
        if raw.data in BEHAVIOURS:
            BEHAVIOURS[raw.data]()
        block = Block(BlockType.PARAGRAPH, raw.data.decode())
        return ParsedDocument(Kind.CLEAN_TEXT, headline=raw.name, blocks=[block])

    monkeypatch.setattr(module, "clean", clean)
    monkeypatch.setattr(module.threading, "active_count", lambda: 1)


def cleaned(*documents, time_limit=5, patience=10):
    with CleaningWorker(time_limit, patience) as worker:
        return [worker.clean(RawDocument("a.txt", data)) for data in documents]


def test_a_document_comes_back_cleaned():
    assert cleaned(b"fine")[0].headline == "a.txt"


def test_a_refusal_comes_back_with_its_reason():
    with pytest.raises(DocumentError, match="no body"):
        cleaned(b"refuse")


def test_a_document_that_takes_too_much_of_the_processor_is_refused():
    with pytest.raises(DocumentError, match=r"longer than 0\.2 seconds"):
        cleaned(b"run on", time_limit=0.2, patience=300)


def test_a_document_that_only_waits_is_refused_in_the_end():
    with pytest.raises(DocumentError, match=r"longer than 0\.2 seconds"):
        cleaned(b"sleep", time_limit=0.2, patience=1)


def test_documents_do_not_share_their_time():
    assert len(cleaned(*[b"fine"] * 40, time_limit=0.1, patience=300)) == 40


def test_a_document_whose_body_cannot_be_rendered_is_refused():
    with pytest.raises(DocumentError, match="more than 400000 characters"):
        cleaned(b"x" * 400_001)


def test_a_document_that_takes_too_much_memory_is_refused():
    with pytest.raises(DocumentError, match="memory"):
        cleaned(b"grow")


def test_a_document_nested_too_deeply_is_refused():
    with pytest.raises(DocumentError, match="nested too deeply"):
        cleaned(b"recurse")


def test_the_next_document_is_cleaned_after_one_was_stopped():
    with CleaningWorker(0.2) as worker:
        with pytest.raises(DocumentError):
            worker.clean(RawDocument("slow.txt", b"run on"))
        assert worker.clean(RawDocument("b.txt", b"fine")).headline == "b.txt"


def test_a_document_is_cleaned_while_the_caller_does_something_else(tmp_path, monkeypatch):
    is_done = tmp_path / "done"
    monkeypatch.setitem(BEHAVIOURS, b"tell", is_done.touch)
    raw = RawDocument("a.txt", b"tell")
    with CleaningWorker() as worker:
        worker.begin(raw)
        assert worker.pipe.poll(30)
        assert is_done.exists()
        assert worker.clean(raw).headline == "a.txt"
        assert worker.clean(RawDocument("b.txt", b"fine")).headline == "b.txt"


def test_a_refusal_of_what_was_begun_comes_when_it_is_asked_for():
    raw = RawDocument("a.txt", b"die")
    with CleaningWorker() as worker:
        worker.begin(raw)
        with pytest.raises(DocumentError, match="stopped by the system"):
            worker.clean(raw)


def test_a_fault_of_the_cleaner_is_said_in_one_line():
    with pytest.raises(DocumentError, match=r"itself failed on this document \(ZeroDivisionError\)"):
        cleaned(b"fail")


def test_a_killed_child_is_said_in_one_line():
    with pytest.raises(DocumentError, match="stopped by the system"):
        cleaned(b"die")


def test_a_child_that_dies_before_it_has_read_the_document_is_said_in_one_line(monkeypatch):
    monkeypatch.setattr(module, "_serve", lambda pipe, time_limit: pipe.poll(5))
    with pytest.raises(DocumentError, match="stopped by the system"):
        cleaned(b"fine")


def test_an_address_is_fetched_by_the_child(monkeypatch):
    monkeypatch.setitem(
        module.TASKS, "fetch", lambda url, follows: RawDocument(url, str(os.getpid()).encode())
    )
    with CleaningWorker() as worker:
        fetched = worker.fetch("https://news.example/a")
        assert int(fetched.data) == worker.process.pid


def test_a_fetch_that_does_not_end_is_ended(monkeypatch):
    monkeypatch.setattr(module, "FETCH_LIMIT", 0.2)
    monkeypatch.setitem(module.TASKS, "fetch", lambda url, follows: time.sleep(60))
    with (
        CleaningWorker() as worker,
        pytest.raises(DocumentError, match=r"example/a took longer than 0\.2 sec"),
    ):
        worker.fetch("https://news.example/a")


def test_a_child_whose_answer_nobody_wants_ends_in_silence(capfd, monkeypatch):
    monkeypatch.setattr(module, "_context", lambda: multiprocessing.get_context("spawn"))
    with CleaningWorker() as worker:
        worker.begin(RawDocument("ferry.txt", "清晨的渡輪在霧中靠岸。".encode()))
        assert worker.pipe.poll(worker.patience)
    assert capfd.readouterr().err == ""
