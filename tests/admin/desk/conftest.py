"""Articles that wait, colleagues at the desk, and what they type."""

import pytest
from django.contrib.auth.models import Group, User
from django.core.cache import cache
from django.test import Client

from articles.management.roles import make_roles
from tests.admin.builders import desk_data

ZH, EN = "兩國信使重開談判，桌上多了一盞燈。", "Envoys of both countries reopened their talks."


class Colleague:
    """Somebody of a role in a browser of their own."""

    def __init__(self, name, role):
        self.user = User.objects.create_user(name, is_staff=True)
        self.user.groups.add(Group.objects.get(name=role))
        self.client = Client()
        self.client.force_login(self.user)

    def opens(self, article, query="", **typed) -> dict:
        """The form as it stands in the browser, with words typed in."""
        return desk_data(self.client, address_of(article) + query, **typed)

    def sends(self, article, data, do="save", query=""):
        return self.client.post(address_of(article) + query, data | {"do": do})

    def does(self, article, do="save", query="", **typed):
        """Open the form, type, and press a button."""
        return self.sends(article, self.opens(article, query, **typed), do, query)

    def tells(self, article, data, do="save"):
        """The same by the script: JSON comes back."""
        answer = self.client.post(
            address_of(article), data | {"do": do}, headers={"accept": "application/json"}
        )
        return answer.json()


def address_of(article):
    return f"/en/admin/desk/{article.pk}/"


@pytest.fixture
def colleague(db):
    make_roles()
    cache.clear()  # nobody of the last test is still at work
    return Colleague


@pytest.fixture
def editor_in(colleague):
    return colleague("editor-in", "Editors")


@pytest.fixture
def author(colleague):
    return colleague("author", "Authors")
