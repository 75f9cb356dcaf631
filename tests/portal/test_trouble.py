"""A database that does not answer, a form that has grown old: said in three languages, and no word lost."""

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError
from django.test import Client
from lxml import html

from articles.models import Article
from articles.pages import front_page
from tests.admin.builders import form_data

pytestmark = pytest.mark.django_db
ADD = "/en/admin/articles/article/add/"
BODY = "清晨的渡輪在霧中靠岸，<b>兩國</b>的信使換了座位。" * 3
TYPED = {"headline": "渡輪與信使", "body": BODY, "_save": "1"}


@pytest.fixture
def broken(monkeypatch):
    """The database is locked for whoever reads the front page or saves an article."""

    def fail(*args, **kwargs):
        raise OperationalError("database is locked")

    monkeypatch.setattr(front_page, "front", fail)
    monkeypatch.setattr(Article, "save", fail)


def signed_in(**options):
    client = Client(raise_request_exception=False, **options)
    client.force_login(User.objects.create_superuser("editor"))
    return client


def typed_again(answer):
    """What the form on a page would send, and the words that stand to be copied alone."""
    page = html.fromstring(answer.content.decode())
    (form,) = page.cssselect("form.words-back") or [None]
    values = {} if form is None else {name: value.removeprefix("\n") for name, value in form.form_values()}
    return values, [area.text.removeprefix("\n") for area in page.cssselect("textarea[readonly]")]


@pytest.mark.parametrize(
    ("prefix", "words"), [("", "稍後就好"), ("/zh-hans", "稍后就好"), ("/en", "We are back in a moment")]
)
def test_a_database_that_does_not_answer_is_told_in_the_readers_language(broken, prefix, words):
    answer = Client(raise_request_exception=False).get(f"{prefix}/")
    assert (answer.status_code, answer["Retry-After"], answer["Cache-Control"]) == (503, "10", "no-store")
    assert words in html.fromstring(answer.content.decode()).cssselect("h1")[0].text


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("DATA_UPLOAD_MAX_NUMBER_FILES", "At most 100 files can be sent at once."),
        ("DATA_UPLOAD_MAX_MEMORY_SIZE", "At most 12 MB can be typed or pasted."),
    ],
)
def test_what_is_too_much_at_once_is_told_with_how_much_is_not(settings, setting, words):
    setattr(settings, setting, 1)
    files = [SimpleUploadedFile(f"{number}.txt", b"x") for number in range(2)]
    answer = signed_in().post("/en/admin/articles/article/import/", {"text": "渡輪", "files": files})
    assert (answer.status_code, words in answer.content.decode()) == (400, True)


def test_an_editors_words_come_back_in_a_form(broken):
    client = signed_in()
    typed = form_data(client, ADD, **TYPED)
    answer = client.post(ADD, typed)
    assert answer.status_code == 503
    assert typed_again(answer)[0].items() >= TYPED.items()


def test_another_fault_of_ours_stays_one(monkeypatch):
    def fail(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr(front_page, "front", fail)
    assert Client(raise_request_exception=False).get("/").status_code == 500


def test_an_old_form_of_ours_comes_back_with_a_new_token():
    client = signed_in(enforce_csrf_checks=True)
    sent = TYPED | {"csrfmiddlewaretoken": "a" * 64}
    answer = client.post(ADD, sent, headers={"Origin": "http://testserver"})
    form, _words = typed_again(answer)
    assert answer.status_code == 403
    assert form.items() >= TYPED.items()
    assert form["csrfmiddlewaretoken"] != "a" * 64


def test_what_another_site_sends_is_shown_and_not_sent_again():
    client = signed_in(enforce_csrf_checks=True)
    answer = client.post(ADD, TYPED, headers={"Origin": "https://evil.example"})
    form, words = typed_again(answer)
    assert answer.status_code == 403
    assert form == {}
    assert words == [BODY]


def test_a_password_is_never_given_back():
    client = Client(enforce_csrf_checks=True)
    answer = client.post("/admin/login/", {"username": "editor", "password": "a secret of some length"})
    assert answer.status_code == 403
    assert "a secret" not in answer.content.decode()
