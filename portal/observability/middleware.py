"""What only Django knows of a request: the name of its address, who asks, and its queries."""

import logging
from contextlib import ExitStack
from time import perf_counter

from django.conf import settings
from django.db import connections

from portal.door import EDITORS
from portal.observability.asked import Asked, current
from portal.observability.metrics import SLOW_QUERIES

logger = logging.getLogger("portal.queries")


class Seen:
    """Middleware, the outermost."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        asked = current.get()
        if asked is None:  # Django without the edge, as a test's client asks it
            return self.get_response(request)
        with ExitStack() as watched:
            for connection in connections.all():
                watched.enter_context(connection.execute_wrapper(Queries(asked)))
            response = self.get_response(request)
        is_known = hasattr(request, "user")  # not to what is refused before, for its host
        if is_known and response.status_code < 500 and EDITORS.match(request.path):
            asked.user = request.user.get_username()
        return response

    def process_view(self, request, view, args, kwargs):
        if asked := current.get():
            asked.view = request.resolver_match.view_name


class Queries:
    """Counts a request's queries; the slow ones are told, without the values in them."""

    def __init__(self, asked: Asked):
        self.asked = asked

    def __call__(self, execute, sql, params, many, context):
        begun = perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            self.note(sql, perf_counter() - begun)

    def note(self, sql, seconds):
        self.asked.queries += 1
        self.asked.database += seconds
        if seconds > settings.SLOW_QUERY_SECONDS:
            SLOW_QUERIES.inc()
            logger.warning("A query took %.2f seconds: %s", seconds, sql)
