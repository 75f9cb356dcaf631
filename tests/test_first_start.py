"""The first five minutes, as a newcomer meets them: a fresh machine, a taken port, a command too early."""

import os
import re
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def manage(tmp_path):
    """Runs a command of a portal that has never been started."""

    def run(*words, **settings):
        ours = {
            "VAR_DIR": str(tmp_path / "var"),
            "DJANGO_SETTINGS_MODULE": "portal.settings",
            "DATABASE_URL": "",
        }
        surroundings = (
            {name: value for name, value in os.environ.items() if name != "SITE_URL"} | ours | settings
        )
        command = [sys.executable, "manage.py", *words]
        return subprocess.run(command, cwd=ROOT, env=surroundings, capture_output=True, text=True)

    return run


@pytest.fixture
def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return str(probe.getsockname()[1])


def test_a_taken_port_is_named_before_anything_is_done(manage):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        answer = manage("prepare", "--port", port)
    assert answer.returncode != 0
    assert f"Port {port} on 127.0.0.1 cannot be used" in answer.stderr
    assert "Traceback" not in answer.stderr


@pytest.mark.parametrize(
    "command", [["import_articles", "-"], ["rebuild_derived"], ["reclean_articles"], ["draft_summaries"]]
)
def test_a_command_before_the_first_start_says_what_to_do(manage, command):
    answer = manage(*command)
    assert "start once with make run" in answer.stderr
    assert "Traceback" not in answer.stderr


def test_absolute_addresses_follow_the_port(manage):
    code = "from django.conf import settings; print(settings.SITE_URL)"
    assert manage("shell", "-v0", "-c", code, PORT="8123").stdout.strip() == "http://127.0.0.1:8123"


def test_two_starts_at_once_prepare_one_library_and_the_password_is_shown_once(manage, free_port):
    with ThreadPoolExecutor(2) as both:
        started = list(both.map(lambda port: manage("prepare", "--port", port), (free_port, "0")))
    assert [start.returncode for start in started] == [0, 0], [start.stderr for start in started]
    assert f"http://127.0.0.1:{free_port}/admin/" in started[0].stdout
    said = sorted("Login" in start.stdout for start in started)
    assert said == [False, True]
    assert re.search(r"Login +editor / \S{8,}", "".join(start.stdout for start in started))


def test_a_public_portal_begins_without_the_sample_library(manage, free_port):
    manage("prepare", "--empty", "--port", free_port)
    counted = manage(
        "shell", "--no-imports", "-c", "from articles.models import Article as A; print(A.objects.count())"
    )
    assert counted.stdout.strip() == "0"


def test_the_public_name_is_an_allowed_host_by_itself(manage):
    asked = "from django.conf import settings; print('news.example' in settings.ALLOWED_HOSTS)"
    named = manage("shell", "--no-imports", "-c", asked, SITE_URL="https://news.example", ALLOWED_HOSTS="")
    assert named.stdout.strip() == "True"
