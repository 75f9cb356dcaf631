"""Whether the portal does all of its work, part by part."""

import shutil
from datetime import timedelta
from unittest import mock

import pytest
from django.db import OperationalError, connection
from django.utils import timezone

from articles.models import HandedIn

pytestmark = pytest.mark.django_db


def test_a_portal_that_does_all_of_its_work_is_ready(get, django_assert_num_queries):
    with django_assert_num_queries(1):
        answer = get("/readyz")
    assert answer.status_code == 200
    assert answer.json()["ready"]
    assert set(answer.json()["parts"]) == {"database", "queue", "disk"}


def test_a_database_that_does_not_answer_is_named(get):
    with mock.patch.object(connection, "cursor", side_effect=OperationalError("gone")):
        answer = get("/readyz")
    assert (answer.status_code, answer.json()["failing"]) == (503, ["database"])


@pytest.mark.parametrize(("hours", "failing"), [(0, []), (3, ["queue"])])
def test_a_queue_that_nobody_reads_is_named(get, hours, failing):
    item = HandedIn.objects.create(kind="text", name="pasted")
    HandedIn.objects.filter(pk=item.pk).update(handed_in_at=timezone.now() - timedelta(hours=hours))
    assert get("/readyz").json()["failing"] == failing


def test_what_is_read_waits_no_longer(get):
    item = HandedIn.objects.create(kind="text", name="pasted", finished_at=timezone.now())
    HandedIn.objects.filter(pk=item.pk).update(handed_in_at=timezone.now() - timedelta(hours=3))
    assert get("/readyz").json()["failing"] == []


def test_a_disk_that_is_nearly_full_is_named(get, monkeypatch):
    usage = shutil.disk_usage("/")._replace(free=1000)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage)
    assert get("/readyz").json()["failing"] == ["disk"]
