"""What the settings make of an https address, in a process of its own, and what every answer's head says."""

import os
import subprocess
import sys

import pytest
from django.conf import settings

from tests.builders import make_article


def manage(tmp_path, *command, **more):
    given = {
        "SITE_URL": "https://shuttle.example",
        "ALLOWED_HOSTS": "shuttle.example",
        "VAR_DIR": str(tmp_path),
        **more,
    }
    surroundings = {**os.environ, "DJANGO_SETTINGS_MODULE": "portal.settings", **given}
    surroundings.pop("DJANGO_ALLOW_ASYNC_UNSAFE", None)  # the browser's tests set it in their process
    answer = subprocess.run(
        [sys.executable, "manage.py", *command],
        env=surroundings,
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=True,
    )
    return answer.stdout + answer.stderr


def test_django_has_nothing_to_warn_of_before_going_public(tmp_path):
    assert "no issues" in manage(tmp_path, "check", "--deploy")


def test_the_database_lies_in_its_folder_whatever_that_is_called(tmp_path):
    folder = tmp_path / "C#1? 100%41"
    said = "from django.conf import settings as s; print(s.DATABASES['default']['NAME'])"
    told = manage(tmp_path, "shell", "--no-imports", "-c", said, VAR_DIR=str(folder), DATABASE_URL="")
    assert told.strip() == str(folder / "shuttle.sqlite3")


def test_an_https_site_binds_its_cookies_and_its_name_to_https(tmp_path):
    asked = "(s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME, s.SECURE_SSL_REDIRECT, s.SECURE_HSTS_SECONDS)"
    told = manage(
        tmp_path, "shell", "--no-imports", "-c", f"from django.conf import settings as s; print({asked})"
    )
    assert told.strip() == "('__Host-sessionid', '__Host-csrftoken', True, 31536000)"


@pytest.mark.parametrize(
    ("given", "asked"),
    [
        ({}, "True"),
        ({"REQUIRE_SECOND_FACTOR": "false"}, "False"),
        ({"SITE_URL": "http://127.0.0.1:8000", "REQUIRE_SECOND_FACTOR": "true"}, "False"),
    ],
)
def test_administrators_need_a_second_factor_where_the_site_is_public(tmp_path, given, asked):
    said = "from django.conf import settings as s; print(s.REQUIRE_SECOND_FACTOR)"
    assert manage(tmp_path, "shell", "--no-imports", "-c", said, **given).strip() == asked


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/nothing/", "/admin/login/", "/healthz", "/feed.atom"])
def test_every_answer_says_what_a_browser_may_do_with_it(client, address):
    answer = client.get(address)
    assert "default-src 'none'" in answer["Content-Security-Policy"].split("; ")
    assert "camera=()" in answer["Permissions-Policy"]
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer["X-Content-Type-Options"] == "nosniff"


@pytest.mark.django_db
def test_a_card_may_be_shown_where_its_link_is_shared(client):
    answer = client.get(f"{make_article().get_absolute_url()}card.png")
    assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "is_for_readers"), [("/", True), ("/en/tags/", True), ("/admin/login/", False)]
)
def test_no_script_of_a_readers_page_may_make_markup_of_text(client, address, is_for_readers):
    policy = client.get(address)["Content-Security-Policy"].split("; ")
    assert ("require-trusted-types-for 'script'" in policy) is is_for_readers
    assert ("trusted-types worker" in policy) is is_for_readers
