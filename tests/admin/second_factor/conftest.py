from types import SimpleNamespace

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.admin.second_factor.signing_in import NOW, PASSWORD


@pytest.fixture(autouse=True)
def _apps_clock(monkeypatch):
    clock = SimpleNamespace(time=lambda: NOW)
    monkeypatch.setattr("django_otp.plugins.otp_totp.models.time", clock)


@pytest.fixture
def member():
    return User.objects.create_superuser("editor", password=PASSWORD)


@pytest.fixture
def browser():
    return Client()
