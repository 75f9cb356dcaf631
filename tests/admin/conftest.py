"""An editor at the desk, and how a browser sends its forms."""

import pytest
from django.contrib.auth.models import User


@pytest.fixture
def editor(db):
    return User.objects.create_superuser("editor")  # no password to hash: tests log in without


@pytest.fixture
def desk(client, editor):
    """A browser in which the editor is at work."""
    client.force_login(editor)
    return client
