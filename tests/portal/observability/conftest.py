"""The whole portal, door and kept pages included, asked as a server asks."""

from io import BytesIO

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.utils.encoding import iri_to_uri, uri_to_iri

from portal.door import Door
from portal.page_cache.edge import Edge


@pytest.fixture
def ask(settings):
    """Asks for an address; gives the status and the headers of the answer."""
    settings.PAGE_CACHE = True
    portal = Door(Edge(WSGIHandler()))

    def asked(address="/", method="GET", **environ):
        path, _mark, query = address.partition("?")
        told = []
        answer = portal(
            {
                "REQUEST_METHOD": method,
                "SCRIPT_NAME": "",
                "PATH_INFO": uri_to_iri(path).encode().decode("latin-1"),
                "QUERY_STRING": iri_to_uri(query),
                "SERVER_NAME": "localhost",
                "SERVER_PORT": "80",
                "REMOTE_ADDR": "203.0.113.9",
                "HTTP_HOST": "localhost",
                "wsgi.url_scheme": "http",
                "wsgi.input": BytesIO(),
                **environ,
            },
            lambda status, headers, exc_info=None: told.append((int(status[:3]), dict(headers))),
        )
        if hasattr(answer, "close"):
            answer.close()
        return told[0]

    return asked
