"""Work within limits: strangers' documents are fetched, parsed and rendered in a child that can be stopped.

A regular expression or a C parser that runs away cannot be interrupted from inside, and a thread cannot be
killed; a process can. The child also has a ceiling on memory, so a bomb ends there. What it takes is counted
in time of the processor: a busy machine refuses no good document.
"""

import logging
import multiprocessing
import resource
import signal
import threading
from contextlib import suppress
from dataclasses import replace
from urllib.robotparser import RobotFileParser

from articles.ingest.block_markdown import to_markdown
from articles.ingest.clean import clean
from articles.ingest.documents import DocumentError, ParsedDocument, RawDocument
from articles.ingest.intake.feeds import Feed, read_feed
from articles.ingest.intake.fetch import TOTAL_TIME, fetch
from articles.ingest.intake.robots import read_robots
from articles.rendering import UnrenderableBody, render_body

logger = logging.getLogger(__name__)

TIME_LIMIT = 10  # seconds of CPU a document; the slowest labelled page takes one
PATIENCE = 30  # how many times the limit a child may take by the clock, where others use the processor too
FETCH_LIMIT = TOTAL_TIME + 5  # seconds; a fetch ends itself before
MEMORY_LIMIT = 3 * 1024**3  # bytes of address space of the child; a 1.3 MB page needs about 0.4 of these 3 GB
KILLED = "The cleaner was stopped by the system while it read the document."
BESIDE_THREADS = "spawn"  # how a child starts beside threads, as a web server has: it must not fork


class CleaningWorker:
    """A child process that takes one document after another, replaced when it runs over its limits.

    Use as a context manager. Not for use by several threads at once.
    """

    def __init__(self, time_limit: float = TIME_LIMIT, patience: float = PATIENCE):
        self.time_limit, self.patience = time_limit, patience
        self.process = self.begun = None

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self._stop()

    def fetch(self, url: str, follows: bool = True) -> RawDocument:
        """`fetch`, ended also where it cannot end itself: a look-up of a name cannot be broken off."""
        return self._asked("fetch", url, follows)

    def read_feed(self, url: str, etag: str = "", last_modified: str = "") -> Feed | None:
        """`read_feed`, within the same limits and those of cleaning."""
        return self._asked("feed", url, etag, last_modified)

    def read_robots(self, url: str) -> RobotFileParser:
        """`read_robots`, likewise."""
        return self._asked("robots", url)

    def _asked(self, task, url, *more):
        self._hand_over(task, (url, *more))
        return self._answer(FETCH_LIMIT, f"{url} took longer than {FETCH_LIMIT:g} seconds.")

    def clean(self, raw: RawDocument) -> ParsedDocument:
        """`clean`, or DocumentError when the document takes more than the time or the memory allowed.

        Refused as well is a document whose body cannot be rendered: it could never be shown.
        """
        if self.begun is not raw:
            self.begin(raw)
        self.begun = None
        late = f"The document took longer than {self.time_limit:g} seconds to clean."
        return self._answer(self.patience * self.time_limit, late)

    def begin(self, raw: RawDocument) -> None:
        """Begin to clean a document while the caller does something else; `clean` is to be asked next."""
        self._hand_over("clean", (replace(raw, neighbours=None),))
        self.begun = raw

    def _hand_over(self, task, given):
        self._start()
        with suppress(OSError):  # it is gone, which its answer tells
            self.pipe.send((task, given))

    def _answer(self, patience, late):
        try:
            if not self.pipe.poll(patience):
                self._stop()
                raise DocumentError(late)
            answer = self.pipe.recv()
        except (EOFError, OSError):  # gone, having answered nothing, or not even read what it was asked
            raise DocumentError(late if self._is_out_of_time() else KILLED) from None
        if isinstance(answer, DocumentError):
            raise answer
        return answer

    def _is_out_of_time(self) -> bool:
        """Whether the child, which is gone, was ended by its own timer."""
        self.process.join()
        code = self.process.exitcode
        self._stop()
        return code == -signal.SIGPROF

    def _start(self):
        if self.process and self.process.is_alive():
            return
        context = _context()
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=_serve, args=(theirs, self.time_limit), daemon=True)
        self.process.start()
        theirs.close()

    def _stop(self):
        if not self.process:
            return
        self.pipe.close()
        self.process.join(0.2)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()
        self.process = None


def _context():
    """Fork is ten times quicker to start, where it is safe."""
    alone = threading.active_count() == 1
    return multiprocessing.get_context("fork" if alone else BESIDE_THREADS)


def _serve(pipe, time_limit):
    """The child's life: a task after the other, each with a timer that ends the process when it runs out."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))
    with suppress(EOFError, ConnectionError):  # nobody asks any more, or wants to hear the answer
        while True:
            task, given = pipe.recv()
            signal.setitimer(signal.ITIMER_PROF, time_limit)
            answer = _done(task, given)
            signal.setitimer(signal.ITIMER_PROF, 0)
            pipe.send(answer)


def _done(task, given):
    """What comes of a task, or the DocumentError that says why not. A fault of ours is logged and named."""
    try:
        return TASKS[task](*given)
    except DocumentError as error:
        return error
    except MemoryError:
        return DocumentError("The document needs more memory than a document may take.")
    except RecursionError:
        return DocumentError("The document is nested too deeply.")
    except Exception as error:  # the last frame of the child: what passes here ends as a dead process
        logger.exception("failed at %s of %s", task, getattr(given[0], "name", given[0]))
        return DocumentError(f"The cleaner itself failed on this document ({type(error).__name__}).")


def _cleaned(raw):
    parsed = clean(raw)
    try:
        render_body(to_markdown(parsed.blocks))
    except UnrenderableBody as error:
        raise DocumentError(error.in_english) from error
    return parsed


TASKS = {"fetch": fetch, "feed": read_feed, "robots": read_robots, "clean": _cleaned}
