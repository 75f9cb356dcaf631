"""Who comes to the desk for the first time is spoken to in the language that their browser asks for."""

import pytest
from django.conf import settings

pytestmark = pytest.mark.django_db

ENGLISH = "en-GB,en;q=0.9"


def arrive(client, address="/admin/desk/", **headers):
    """Where somebody who is not signed in is led to."""
    answer = client.get(address, headers={"Accept-Language": ENGLISH, **headers}, follow=True)
    path, *query = answer.redirect_chain[-1][0].split("?")
    return path, *query


def test_an_english_browser_is_greeted_in_english_and_led_on_in_it(client):
    assert arrive(client) == ("/en/admin/login/", "next=/en/admin/desk/")


@pytest.mark.parametrize(
    ("spoken", "address"),
    [("zh-CN", "/zh-hans/admin/login/"), ("zh-TW,en;q=0.8", "/admin/login/"), ("fr", "/admin/login/")],
)
def test_other_browsers_are_greeted_in_theirs_or_in_ours(client, spoken, address):
    assert arrive(client, **{"Accept-Language": spoken})[0] == address


def test_who_was_here_before_is_spoken_to_as_the_address_says(client):
    client.cookies[settings.KNOWN_COOKIE_NAME] = "editor"
    assert arrive(client)[0] == "/admin/login/"


def test_what_is_no_address_is_none_of_ours(client):
    assert arrive(client, Referer="http://[")[0] == "/en/admin/login/"
    assert client.get("/admin/login/", {"next": "http://["}).status_code == 200


def test_who_chooses_another_language_at_the_door_keeps_it_behind_it(client):
    greeting = client.get("/admin/", headers={"Accept-Language": ENGLISH}, follow=True).content.decode()
    assert 'href="/admin/login/?next=/admin/"' in greeting
    chosen = client.get(
        "/admin/login/?next=/admin/",
        headers={"Accept-Language": ENGLISH, "Referer": "http://testserver/en/admin/login/?next=/en/admin/"},
    )
    assert chosen.status_code == 200
