"""One request as it is seen from outside of Django: its id, how long it took, and what came of it."""

import logging
import re
import secrets
from contextvars import ContextVar
from itertools import count
from time import perf_counter

from django.conf import settings

from portal.observability.metrics import FAILED_SIGN_INS, REQUESTS, SECONDS

HEADER = "X-Request-ID"
GIVEN = re.compile(r"[A-Za-z0-9._:-]{1,100}")
SIGN_IN = "admin:login"
FOUND = "302"  # where a sign-in that went well leads on

logger = logging.getLogger("portal.requests")
current = ContextVar("request", default=None)
this_process, numbers = secrets.token_hex(6), count(1)


class Asked:
    """What is noted of a request while it lasts.

    view: the name of its address. user: who asked for an editors' page. queries, database: how many, and how
    many seconds they took together.
    """

    def __init__(self, environ):
        self.id, self.begun = id_of(environ), perf_counter()
        self.method, self.client = environ["REQUEST_METHOD"], environ.get("REMOTE_ADDR", "")
        # Noted now: Django puts its own reading of the path into the environ.
        self.path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "replace")
        self.status, self.view, self.user = "500", "", ""
        self.queries, self.database = 0, 0.0


def watched(application, environ, start_response):
    """The answer of a WSGI application. The request has an id, is counted and leaves a line, once."""
    if current.get():
        return application(environ, start_response)
    asked = Asked(environ)

    def start(status, headers, exc_info=None):
        asked.status = status[:3]
        return start_response(status, [*headers, (HEADER, asked.id)])

    token = current.set(asked)
    try:
        return answered(application, environ, start, asked)
    finally:
        current.reset(token)


def answered(application, environ, start_response, asked: Asked):
    try:
        return application(environ, start_response)
    finally:
        tell(asked)


def id_of(environ) -> str:
    """What a proxy of ours calls the request; a new one where none does, or where it cannot be trusted."""
    given = environ.get("HTTP_X_REQUEST_ID", "")
    trusted = settings.TRUSTED_PROXIES and GIVEN.fullmatch(given)
    return given if trusted else f"{this_process}-{next(numbers)}"


def tell(asked: Asked) -> None:
    """Count a request, and leave its line. Searched words stay out of it: what people look for is theirs."""
    seconds = perf_counter() - asked.begun
    REQUESTS.labels(asked.view, asked.status).inc()
    SECONDS.labels(asked.view).observe(seconds)
    if asked.view == SIGN_IN and asked.method == "POST" and asked.status != FOUND:
        FAILED_SIGN_INS.inc()
    fields = {
        "method": asked.method,
        "path": asked.path,
        "status": int(asked.status),
        "ms": round(1000 * seconds, 1),
        "queries": asked.queries,
        "database_ms": round(1000 * asked.database, 1),
        "view": asked.view,
        "client": asked.client,
        "user": asked.user,
    }
    level = logging.DEBUG if is_file(asked) else logging.INFO
    logger.log(level, "%(method)s %(path)s %(status)s", fields, extra={"fields": fields})


def is_file(asked: Asked) -> bool:
    """Whether a static file was handed out: every page brings a dozen of them, which tell nothing."""
    return asked.path.startswith(settings.STATIC_URL) and asked.status in ("200", "304")
