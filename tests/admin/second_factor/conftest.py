import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.admin.second_factor.signing_in import PASSWORD


@pytest.fixture
def member():
    return User.objects.create_superuser("editor", password=PASSWORD)


@pytest.fixture
def browser():
    return Client()
