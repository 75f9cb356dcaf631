"""A disk that is really full costs an editor no word: what was sent comes back, to be sent once more."""

import shutil
from urllib.parse import urlencode

import pytest
from lxml import html

from tests.failures.portals import Portal

SECRET = "a" * 32  # of the form, and of the cookie that proves it
SIGN_IN = """
from django.contrib.auth.models import User
from django.contrib.sessions.backends.db import SessionStore
from articles.models import Article
editor = User.objects.create_superuser("editor")
session = SessionStore()
session.update({"_auth_user_id": str(editor.pk), "_auth_user_hash": editor.get_session_auth_hash(),
    "_auth_user_backend": "django.contrib.auth.backends.ModelBackend"})
session.create()
Article.objects.create(headline="渡輪", body="霧。")
print("session", session.session_key)
"""
WORDS = "".join(f"第{number}段說清晨的渡輪在霧中靠岸。\n\n" for number in range(4000)).strip()


class Editor:
    """A browser that keeps nothing itself."""

    def __init__(self, server, session):
        self.server = server
        self.cookies = {"Cookie": f"sessionid={session}; csrftoken={SECRET}"}

    def sends(self, address, fields):
        typed = {"Content-Type": "application/x-www-form-urlencoded", **self.cookies}
        body = urlencode({**fields, "csrfmiddlewaretoken": SECRET})
        return self.server.get(address, "POST", body, **typed)

    def opens(self, address, of):
        """The fields of a form as a browser would send them."""
        status, page = self.server.get(address, **self.cookies)
        assert status == 200, page
        (form,) = html.fromstring(page).cssselect(of)
        return dict(form.form_values())


@pytest.fixture
def portal(prepared, small_disk):
    shutil.copytree(prepared, small_disk / "var")
    return Portal(small_disk / "var", {})


@pytest.fixture
def editor(portal, serve):
    status, said = portal.manage("shell", "-c", SIGN_IN)
    assert status == 0, said
    return Editor(serve(portal), said.split("session ")[1].split()[0])


def fill(disk):
    """With all that goes in: the last bytes too."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        for size in (1_000_000, 4096, 1):
            try:
                while file.write(bytes(size)):
                    pass
            except OSError:
                continue
    return filler


FORMS = [
    ("/en/admin/articles/article/1/change/", "#article_form", "body", "SELECT body FROM articles_article"),
    ("/en/admin/articles/article/import/", "form.intake", "text", "SELECT data FROM articles_handedin"),
]


@pytest.mark.parametrize(("address", "form", "name", "stored"), FORMS)
def test_words_come_back_and_are_kept_once_there_is_room(
    editor, portal, small_disk, address, form, name, stored
):
    typed = {**editor.opens(address, form), name: WORDS}
    filler = fill(small_disk)
    status, page = editor.sends(address, typed)
    assert status == 503, page
    (back,) = html.fromstring(page).cssselect("form.words-back")
    returned = dict(back.form_values())
    assert returned[name].replace("\r\n", "\n").strip() == WORDS
    filler.unlink()
    assert editor.sends(back.get("action"), returned)[0] == 302
    ((kept,),) = portal.ask(stored)
    kept = kept if isinstance(kept, str) else kept.decode()
    assert kept.replace("\r\n", "\n").strip() == WORDS
