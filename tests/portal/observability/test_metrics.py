"""The figures for Prometheus: whose they are, and what they count."""

import pytest
from django.contrib.auth.models import User
from prometheus_client.parser import text_string_to_metric_families

from articles.models import HandedIn
from tests.admin.builders import make_waiting
from tests.builders import make_article

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def figures(client, settings):
    """What /metrics tells: by name, or by name and labels."""
    settings.METRICS_TOKEN = "let-me-see"

    def read():
        answer = client.get("/metrics", headers={"authorization": "Bearer let-me-see"})
        assert answer["Content-Type"].startswith("text/plain; version=")
        families = text_string_to_metric_families(answer.content.decode())
        return {
            (each.name, *sorted(each.labels.values())): each.value
            for family in families
            for each in family.samples
        }

    return read


@pytest.mark.parametrize(
    ("token", "allowed", "given", "address", "status"),
    [
        ("", [], "", "127.0.0.1", 404),
        ("let-me-see", [], "Bearer let-me-see", "203.0.113.9", 200),
        ("let-me-see", [], "Bearer guessed", "203.0.113.9", 403),
        ("let-me-see", [], "", "127.0.0.1", 403),
        ("", ["10.0.0.0/8"], "", "10.9.8.7", 200),
        ("", ["10.0.0.0/8"], "Bearer ", "203.0.113.9", 403),
        ("", ["10.0.0.0/8"], "", "", 403),
    ],
)
def test_figures_are_told_to_whom_a_setting_names(client, settings, token, allowed, given, address, status):
    settings.METRICS_TOKEN, settings.METRICS_ALLOWED = token, allowed
    headers = {"authorization": given} if given else {}
    assert client.get("/metrics", headers=headers, REMOTE_ADDR=address).status_code == status


def test_what_waits_in_the_library_is_counted(figures):
    HandedIn.objects.create(kind="text", name="pasted")
    make_waiting()
    make_article(status="draft")
    make_article()
    told = figures()
    assert told["shuttle_queue_length",] == 1
    assert 0 <= told["shuttle_queue_age_seconds",] < 60
    assert told["shuttle_inbox_documents",] == 1
    assert told["shuttle_draft_articles",] == 1


def test_requests_are_counted_by_view_and_status(ask, figures):
    before = figures()
    ask("/healthz")
    ask("/", "POST")
    after = figures()
    for labels in (("200", "healthz"), ("", "405")):
        name = ("shuttle_requests_total", *labels)
        assert after[name] == before.get(name, 0) + 1
    assert after["shuttle_request_seconds_count", "healthz"] >= 1


def test_a_kept_page_is_counted_by_its_view(ask, figures):
    address, name = make_article().get_absolute_url(), ("shuttle_kept_pages_total", "article")
    ask(address)
    before = figures()[name]
    for _time in range(2):
        ask(address)
    assert figures()[name] == before + 2


def test_a_sign_in_that_fails_is_counted(ask, figures):
    User.objects.create_superuser("editor", password="right and long")
    name = ("shuttle_failed_sign_ins_total",)
    before = figures()[name]
    ask("/admin/login/", "POST")  # without a token of the form: refused
    assert figures()[name] == before + 1
