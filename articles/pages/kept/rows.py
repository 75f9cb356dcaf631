"""Pages written once for the rows that they are made from.

The database is asked for each page, and what it says is compared: where it says the same, the page is what it
was, and no instance is made and nothing written. So nobody has to tell that something has changed. While a
page is written the database is not asked: one that asks it all the same hangs on more than was compared, and
is written each time.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from threading import Lock

from django.conf import settings
from django.db import connections
from django.template.loader import render_to_string
from django.utils.translation import get_language

from articles.pages.articles.citation import today
from articles.pages.context_processors import Site
from articles.pages.free_pages.links import links
from articles.pages.scripts import ReadAsItIs, html_to_read

MOST = 300  # pages; with its rows one has some 60 kB


def page(request, template: str, made_from: tuple, context: Callable[[], dict]) -> ReadAsItIs:
    """The page at an address.

    made_from: all that the database said, and whatever else it hangs on but for the address and the site. It
    is compared by ==, so rows and no instances, of which two are equal that have one number.
    """
    site = Site(request)
    # What stands around every page moves on with the names in headlines, the links in the footer and the day.
    made_from = site.names.version, links(), today(), made_from

    def written() -> bytes:
        return html_to_read(render_to_string(template, context(), request)).encode()

    return ReadAsItIs(KEPT.page((get_language(), site.address), made_from, written))


class Pages:
    """By address, the least lately asked for given up first."""

    def __init__(self, room: int):
        self.room, self.lock, self.pages = room, Lock(), OrderedDict()

    def page(self, address: tuple, made_from: tuple, write: Callable[[], bytes]) -> bytes:
        with self.lock:
            before, page = self.pages.pop(address, (None, b""))
            if before == made_from:
                self.pages[address] = before, page
                return page
        with asked() as queries:
            page = write()
        if not queries and not settings.DEBUG:  # under which templates change
            self._keep(address, (made_from, page))
        return page

    def _keep(self, address, kept):
        with self.lock:
            self.pages[address] = kept
            if len(self.pages) > self.room:
                self.pages.popitem(last=False)


@contextmanager
def asked() -> Iterator[list[str]]:
    """The queries that are made within."""
    queries = []

    def noted(execute, sql, *told):
        queries.append(sql)
        return execute(sql, *told)

    with ExitStack() as watched:
        for connection in connections.all():
            watched.enter_context(connection.execute_wrapper(noted))
        yield queries


KEPT = Pages(MOST)
