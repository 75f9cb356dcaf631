"""The door in front of Django: what no address takes is answered here, its body unread.

Readers' addresses are read, never written to. Bodies go to editors' addresses alone, from strangers only to
sign in, or to a review link with a note; whoever signed in lately may send a form without a session too, and
has the words back. Each is read whole before Django is called, by a thread of the door's own and within a
deadline, and few are waited for at once: whoever sends slowly never holds the threads that readers are
answered by.
"""

import re
from concurrent.futures import Future
from functools import partial
from http import HTTPStatus
from importlib import import_module
from io import BytesIO
from tempfile import SpooledTemporaryFile
from threading import BoundedSemaphore, Thread

from csp.utils import build_policy
from django.conf import settings
from django.http import parse_cookie

from portal.client import address_of_client
from portal.limits import Limit
from portal.observability.asked import watched
from portal.signed_out import is_known
from portal.trouble import signed_out

SAFE = ("GET", "HEAD")
CODES = "|".join(code for code, _name in settings.LANGUAGES)
EDITORS = re.compile(rf"/(?:(?:{CODES})/)?admin/")
REVIEW = re.compile(rf"/(?:(?:{CODES})/)?review/[^/]{{1,200}}/")  # where a reviewer leaves a note
SIGN_IN = re.compile(rf"/(?:(?:{CODES})/)?admin/login/")
SEARCH = re.compile(rf"/(?:(?:{CODES})/)?search/")
RETRY_AFTER = {HTTPStatus.SERVICE_UNAVAILABLE: "5", HTTPStatus.TOO_MANY_REQUESTS: "20"}  # seconds
LENGTH = re.compile(r"[0-9]{1,15}")
PIECE = 64 * 1024  # bytes read at once
HEADERS_OF_A_PAGE = [
    ("Content-Type", "text/html; charset=utf-8"),
    ("Content-Security-Policy", build_policy()),
    ("X-Content-Type-Options", "nosniff"),
    ("Cache-Control", "no-store"),
]
IN_MEMORY = 1024 * 1024  # bytes of a body; what is longer waits in a file


class Lane:
    """Bodies of one kind. most: bytes. seconds: within which one has to be here.

    waited_for: at once, by as many of the server's threads. begun: at once, the given up included, which end
    only when their senders go. patience: seconds for which a body waits until it is waited for.
    """

    def __init__(self, most: int, seconds: float, waited_for: int, begun: int, patience: float = 0):
        self.most, self.seconds, self.patience = most, seconds, patience
        self.waited_for, self.begun = BoundedSemaphore(waited_for), BoundedSemaphore(begun)

    def read(self, source, length: int):
        """The body as a file. Raises TimeoutError when it is late or others are being waited for."""
        if not self.waited_for.acquire(timeout=self.patience):
            raise TimeoutError
        try:
            return self._in_time(self._begin(source, length))
        finally:
            self.waited_for.release()

    def _in_time(self, body):
        try:
            return body.result(self.seconds)
        except TimeoutError:
            body.add_done_callback(discard)
            raise

    def _begin(self, source, length):
        if not self.begun.acquire(blocking=False):
            raise TimeoutError
        body = Future()
        Thread(target=self._receive, args=(source, length, body), daemon=True).start()
        return body

    def _receive(self, source, length, body):
        try:
            body.set_result(received(source, length))
        except Exception as error:  # noqa: BLE001  told to whoever waits
            body.set_exception(error)
        finally:
            self.begun.release()


def discard(body: Future) -> None:
    """Close what came too late."""
    if not body.exception():
        body.result().close()


def received(source, length: int):
    """What is sent, up to its length; less where the sender went away, which Django refuses."""
    file = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115  Django reads it
    while length and (piece := source.read(min(length, PIECE))):
        file.write(piece)
        length -= len(piece)
    file.seek(0)
    return file


class Door:
    """application: Django's."""

    def __init__(self, application):
        self.application = application
        self.searches, self.sign_ins = (
            Limit(settings.SEARCHES_PER_MINUTE),
            Limit(settings.SIGN_INS_PER_MINUTE),
        )
        # Two names or a note, a form of an editor's, an archive (admin.imports.forms.MAX_UPLOAD). Slow ones
        # hold three at most of the four threads that `make run` answers with. Editors who save in one moment
        # wait for each other, and none for an upload; who signs in, as long as a body that is not slow takes.
        self.strangers = Lane(64 * 1024, seconds=5, waited_for=1, begun=64, patience=0.25)
        self.forms = Lane(1024 * 1024, seconds=20, waited_for=1, begun=16, patience=10)
        self.uploads = Lane(110 * 1024 * 1024, seconds=120, waited_for=1, begun=16, patience=10)

    def __call__(self, environ, start_response):
        environ["REMOTE_ADDR"] = address_of_client(environ)
        limit = self.limit_of(environ)
        if limit and not limit.lets_in(environ["REMOTE_ADDR"]):
            too_many = partial(answer, HTTPStatus.TOO_MANY_REQUESTS)
            return watched(too_many, environ, start_response)
        if is_odd(environ):
            return watched(partial(answer, HTTPStatus.BAD_REQUEST), environ, start_response)
        if environ["REQUEST_METHOD"] in SAFE:
            return self.application(environ, start_response)
        return watched(self.asked, environ, start_response)

    def limit_of(self, environ) -> Limit | None:
        """What this client may not ask for as often as it likes; the form to search by costs nothing."""
        path, is_read = environ["PATH_INFO"], environ["REQUEST_METHOD"] in SAFE
        if is_read and environ.get("QUERY_STRING") and "/search/" in path and SEARCH.match(path):
            return self.searches
        return self.sign_ins if not is_read and SIGN_IN.fullmatch(path) else None

    def asked(self, environ, start_response):
        """The answer to what may change something."""
        status = self.refusal(environ) or self.take_body(environ)
        if status:
            return answer(status, environ, start_response)
        with environ["wsgi.input"]:
            return self.application(environ, start_response)

    def refusal(self, environ) -> HTTPStatus | None:
        """Why a body is not read, None when it may be."""
        path, length = environ["PATH_INFO"], environ.get("CONTENT_LENGTH") or "0"
        if environ["REQUEST_METHOD"] != "POST" or not (EDITORS.match(path) or REVIEW.fullmatch(path)):
            return HTTPStatus.METHOD_NOT_ALLOWED
        if environ.get("HTTP_TRANSFER_ENCODING"):
            return HTTPStatus.LENGTH_REQUIRED
        if not LENGTH.fullmatch(length):
            return HTTPStatus.BAD_REQUEST
        if int(length) > self.lane(environ).most:
            return HTTPStatus.REQUEST_ENTITY_TOO_LARGE
        return None if self.may_send(environ) else HTTPStatus.FORBIDDEN

    def may_send(self, environ) -> bool:
        """Whether Django is to read a body. What a signed-out editor typed into a form, it gives back."""
        if is_for_strangers(environ["PATH_INFO"]):
            return True
        cookies = parse_cookie(environ.get("HTTP_COOKIE", ""))
        was_here = self.lane(environ) is self.forms and is_known(cookies.get(settings.KNOWN_COOKIE_NAME, ""))
        return was_here or is_signed_in(cookies)

    def lane(self, environ) -> Lane:
        if is_for_strangers(environ["PATH_INFO"]):
            return self.strangers
        return self.forms if int(environ.get("CONTENT_LENGTH") or 0) <= self.forms.most else self.uploads

    def take_body(self, environ) -> HTTPStatus | None:
        """Read the body for Django; a status when it did not come."""
        length = int(environ.get("CONTENT_LENGTH") or 0)
        try:
            body = self.lane(environ).read(environ["wsgi.input"], length) if length else BytesIO()
        except TimeoutError:
            return HTTPStatus.SERVICE_UNAVAILABLE
        environ["wsgi.input"] = body
        return None


def is_odd(environ) -> bool:
    """Whether it has more fields than Django reads, also on its page that says so; or is read and has a body.

    The server would wait for such a body to come, and others for the server.
    """
    if environ.get("QUERY_STRING", "").count("&") >= settings.DATA_UPLOAD_MAX_NUMBER_FIELDS:
        return True
    has_body = environ.get("CONTENT_LENGTH", "0") not in ("", "0") or "HTTP_TRANSFER_ENCODING" in environ
    return has_body and environ["REQUEST_METHOD"] in SAFE


def is_for_strangers(path: str) -> bool:
    return bool(SIGN_IN.fullmatch(path) or REVIEW.fullmatch(path))


def is_signed_in(cookies: dict) -> bool:
    """Whether the request names a session that there is: anybody can send a cookie."""
    key = cookies.get(settings.SESSION_COOKIE_NAME)
    return bool(key) and import_module(settings.SESSION_ENGINE).SessionStore().exists(key)


def answer(status: HTTPStatus, environ, start_response) -> list[bytes]:
    words, of_page = f"{status.phrase}\n".encode(), []
    if status == HTTPStatus.FORBIDDEN:
        words, of_page = signed_out(environ["PATH_INFO"]), HEADERS_OF_A_PAGE
    headers = [
        *(of_page or [("Content-Type", "text/plain; charset=utf-8")]),
        ("Content-Length", str(len(words))),
        ("Connection", "close"),  # what was not read is not taken for the next request
    ]
    if status == HTTPStatus.METHOD_NOT_ALLOWED:
        headers.append(("Allow", ", ".join(SAFE)))
    if status in RETRY_AFTER:
        headers.append(("Retry-After", RETRY_AFTER[status]))
    start_response(f"{status.value} {status.phrase}", headers)
    return [words]
