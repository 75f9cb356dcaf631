"""A real Chromium on a running server."""

import os
import shutil

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client

from tests.builders import make_article

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

# Chromium says so of a window that is closed while one page of ours still moves into another.
MOVING = "Transition was aborted"


@pytest.fixture(scope="session")
def chromium():
    playwright = pytest.importorskip("playwright.sync_api")
    path = shutil.which("chromium")
    if not path and not os.environ.get("CI"):
        pytest.skip("there is no Chromium here")
    with playwright.sync_playwright() as driver:
        # The driver's event loop runs in this thread; Django would refuse to touch the database beside it.
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
        browser = driver.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def open_page(chromium, live_server):
    """Open an address in a window of its own; what the browser complains of fails the test."""
    contexts, complaints = [], []

    def complain(words):
        if not words.startswith(MOVING):
            complaints.append(words)

    def open_page(address, width=1280, scheme="light", **options):
        context = chromium.new_context(
            viewport={"width": width, "height": 800}, color_scheme=scheme, **options
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complain(message.text))
        page.on("pageerror", lambda error: complain(str(error)))
        page.goto(live_server.url + address)
        return page

    open_page.complaints = complaints  # for a test that provokes one
    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def sign_in(live_server):
    """Sign somebody in, in the window of a page; whoever was signed in there before is not any more."""

    def sign_in(page, user):
        client = Client()
        client.force_login(user)
        session = client.cookies[settings.SESSION_COOKIE_NAME].value
        cookie = {"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}
        page.context.add_cookies([cookie])

    return sign_in


@pytest.fixture
def article_form(open_page, sign_in, live_server):
    """The form of an article, where an editor is signed in; leaving is always agreed to."""
    article = make_article(body="舊的第一段說了渡輪。")
    # Without motion: our pages move into one another, and Chromium complains late that the admin does not.
    page = open_page("/robots.txt", reduced_motion="reduce")
    sign_in(page, User.objects.create_superuser("editor", password="ferry"))
    page.asked, page.article = [], article
    page.on("dialog", lambda dialog: (page.asked.append(dialog.type), dialog.accept()))
    page.form = f"{live_server.url}/admin/articles/article/{article.pk}/change/"
    page.goto(page.form)
    return page
