"""Who asks, behind proxies: what is counted by an address is one client's."""

import pytest
from django.contrib.auth.models import User

from portal.client import address_of_client

PROXY = "127.0.0.1"


@pytest.mark.parametrize(
    ("trusted", "header", "address"),
    [
        (0, "203.0.113.9", PROXY),
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "198.51.100.1, 203.0.113.9", "203.0.113.9"),  # the first is what the client claims
        (2, "198.51.100.1, 203.0.113.9, 192.0.2.1", "203.0.113.9"),
        (2, "203.0.113.9", PROXY),
        (1, "2001:DB8::1", "2001:db8::1"),
        (1, "no address", PROXY),
        (1, "", PROXY),
    ],
)
def test_an_address_is_what_our_outermost_proxy_saw(settings, trusted, header, address):
    settings.TRUSTED_PROXIES = trusted
    assert address_of_client({"REMOTE_ADDR": PROXY, "HTTP_X_FORWARDED_FOR": header}) == address


def guess(client, name, address, typed="wrong"):
    sent = {"username": name, "password": typed}
    return client.post("/admin/login/", sent, REMOTE_ADDR=address).status_code


@pytest.mark.django_db
def test_one_address_guesses_at_few_names(client):
    answers = [guess(client, f"name{number}", "203.0.113.9") for number in range(12)]
    assert answers[0] == 200
    assert answers[-1] == 429


@pytest.mark.django_db
def test_nobody_locks_an_editor_out_from_elsewhere(client):
    User.objects.create_superuser("editor", password="right and long")
    for _guess in range(12):
        guess(client, "editor", "203.0.113.9")
    assert guess(client, "editor", "198.51.100.1", "right and long") == 302
