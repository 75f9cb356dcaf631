"""Reading pages as a browser or a feed reader would."""

import pytest
from django.utils import translation
from lxml import html

from articles.pages import context_processors, pagination
from articles.pages.free_pages import links as free_pages
from articles.pages.kept import rows
from articles.pages.search import views as search
from articles.pages.unbroken import Names
from articles.pages.weekly import feeds as weekly_feeds

SHORT = 3  # articles on a short page: what is said of long lists needs few of them


@pytest.fixture(autouse=True)
def _database(db, monkeypatch):
    """Each test begins with no page written."""
    monkeypatch.setattr(rows, "KEPT", rows.Pages(rows.MOST))


@pytest.fixture
def get(client):
    """The answer at an address. A page leaves its language active in its thread; the test keeps its own."""

    def get(address, **headers):
        with translation.override(translation.get_language()):
            return client.get(address, headers=headers)

    return get


@pytest.fixture
def read(get):
    """The page at an address, parsed."""

    def read(address, status=200):
        answer = get(address)
        assert answer.status_code == status
        return html.fromstring(answer.content.decode())

    return read


@pytest.fixture
def remembered(monkeypatch):
    """As between two changes: what every page needs is in memory and takes no query."""
    names = Names({})
    monkeypatch.setattr(free_pages, "listed", list)
    monkeypatch.setattr(context_processors, "names_in_headlines", lambda: names)


@pytest.fixture
def written(monkeypatch, remembered):
    """What each page was written from, in the order in which they were."""
    contexts, write = [], rows.render_to_string
    monkeypatch.setattr(
        rows,
        "render_to_string",
        lambda template, context, request: contexts.append(context) or write(template, context, request),
    )
    return contexts


@pytest.fixture
def short_pages(monkeypatch):
    """Lists, results of a search and entries of a week hold so few articles that a dozen makes some pages."""
    for module in (pagination, search, weekly_feeds):
        monkeypatch.setattr(module, "PAGE_SIZE", SHORT)


@pytest.fixture
def location(get):
    """Where an address leads in one permanent redirect, or None."""

    def location(address):
        answer = get(address)
        return answer["Location"] if answer.status_code == 301 else None

    return location
