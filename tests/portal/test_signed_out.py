"""A session that ends while somebody writes: without any script the words come back, beside the sign-in."""

from urllib.parse import urlencode

import pytest
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.test import Client
from lxml import html

from articles.models import Article
from tests.admin.builders import form_data

pytestmark = pytest.mark.django_db
ADD, SIGN_IN = "/en/admin/articles/article/add/", "/en/admin/login/"
TYPED = {"headline": "渡輪與信使", "body": "清晨的渡輪在霧中靠岸，<b>兩國</b>的信使換了座位。", "_save": "1"}
EDITOR = {"username": "editor", "password": "ferry"}


@pytest.fixture
def editor(db):
    """A browser in which an editor signed in by the form."""
    User.objects.create_superuser(**EDITOR)
    client = Client(enforce_csrf_checks=True)
    sign_in(client)
    return client


def sign_in(client):
    client.get(SIGN_IN)
    token = client.cookies["csrftoken"].value
    assert client.post(SIGN_IN, EDITOR | {"csrfmiddlewaretoken": token}).status_code == 302


def form_of(answer):
    """What the form on a page of words would send."""
    (form,) = html.fromstring(answer.content.decode()).cssselect("form.words-back")
    return {name: value.removeprefix("\n") for name, value in form.form_values()}


def send_after_the_session(client):
    typed = form_data(client, ADD, **TYPED)
    Session.objects.all().delete()
    return client.post(ADD, typed | {"csrfmiddlewaretoken": client.cookies["csrftoken"].value})


def test_the_words_come_back_beside_the_way_to_sign_in(editor):
    answer = send_after_the_session(editor)
    (link,) = html.fromstring(answer.content.decode()).cssselect(".names a")
    assert answer.status_code == 403
    assert form_of(answer).items() >= TYPED.items()
    assert link.get("href") == f"{SIGN_IN}?{urlencode({'next': ADD})}"


def test_sent_again_after_signing_in_they_are_saved(editor):
    form = form_of(send_after_the_session(editor))
    sign_in(editor)
    old = editor.post(ADD, form, headers={"Origin": "http://testserver"})  # signing in makes a new token
    assert editor.post(ADD, form_of(old)).status_code == 302
    assert Article.objects.get().body == TYPED["body"]


def test_whoever_signed_in_is_known_for_longer_than_the_session(editor):
    known, session = editor.cookies["editor"], editor.cookies["sessionid"]
    assert known["max-age"] > session["max-age"]
    assert known["httponly"]
    assert "editor" not in Client().get("/en/").cookies


def test_a_failed_sign_in_makes_nobody_known():
    client = Client()
    client.post(SIGN_IN, EDITOR | {"password": "wrong"})
    assert "editor" not in client.cookies


def test_signing_out_twice_is_not_asked_about(editor):
    Session.objects.all().delete()
    token = editor.cookies["csrftoken"].value
    assert editor.post("/en/admin/logout/", {"csrfmiddlewaretoken": token}).status_code == 302
