"""Documents are cleaned in a child process that time and memory can stop."""

import os
import time

import pytest

from articles.ingest import worker as module
from articles.ingest.documents import DocumentError, Kind, ParsedDocument, RawDocument
from articles.ingest.worker import CleaningWorker

BEHAVIOURS = {
    b"hang": lambda: time.sleep(60),
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
        BEHAVIOURS[raw.data]()
        return ParsedDocument(Kind.CLEAN_TEXT, headline=raw.name)

    monkeypatch.setattr(module, "clean", clean)
    monkeypatch.setattr(module.threading, "active_count", lambda: 1)


def cleaned(*documents, time_limit=5):
    with CleaningWorker(time_limit) as worker:
        return [worker.clean(RawDocument("a.txt", data)) for data in documents]


def test_a_document_comes_back_cleaned():
    assert cleaned(b"fine")[0].headline == "a.txt"


def test_a_refusal_comes_back_with_its_reason():
    with pytest.raises(DocumentError, match="no body"):
        cleaned(b"refuse")


def test_a_document_that_takes_too_long_is_refused():
    with pytest.raises(DocumentError, match=r"longer than 0\.2 seconds"):
        cleaned(b"hang", time_limit=0.2)


def test_a_document_that_takes_too_much_memory_is_refused():
    with pytest.raises(DocumentError, match="memory"):
        cleaned(b"grow")


def test_a_document_nested_too_deeply_is_refused():
    with pytest.raises(DocumentError, match="nested too deeply"):
        cleaned(b"recurse")


def test_the_next_document_is_cleaned_after_one_was_stopped():
    with CleaningWorker(0.2) as worker:
        with pytest.raises(DocumentError):
            worker.clean(RawDocument("slow.txt", b"hang"))
        assert worker.clean(RawDocument("b.txt", b"fine")).headline == "b.txt"


def test_a_fault_of_the_cleaner_is_said_in_one_line():
    with pytest.raises(DocumentError, match=r"itself failed on this document \(ZeroDivisionError\)"):
        cleaned(b"fail")


def test_a_killed_child_is_said_in_one_line():
    with pytest.raises(DocumentError, match="stopped by the system"):
        cleaned(b"die")
