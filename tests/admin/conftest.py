"""An editor at the desk, and how a browser sends its forms."""

import pytest
from django.contrib.auth.models import Group, User

from articles.management.roles import make_roles


@pytest.fixture
def editor(db):
    return User.objects.create_superuser("editor")  # no password to hash: tests log in without


@pytest.fixture
def desk(client, editor):
    """A browser in which the editor is at work."""
    client.force_login(editor)
    return client


@pytest.fixture
def works_as(client, db):
    """A browser in which a colleague of a role is at work."""

    def sign_in(role):
        make_roles()
        member = User.objects.create_user(role, is_staff=True)
        member.groups.add(Group.objects.get(name=role))
        client.force_login(member)
        return client

    return sign_in
