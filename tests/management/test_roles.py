"""The three roles and what each may do."""

import pytest
from django.contrib.auth.models import Group, Permission

from articles.management.roles import ADMINISTRATORS, AUTHORS, EDITORS, make_roles

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def roles():
    make_roles()


def may(role):
    return set(Group.objects.get(name=role).permissions.values_list("codename", flat=True))


def test_authors_write_and_do_not_publish():
    assert {"add_article", "change_summary"} <= may(AUTHORS)
    assert not {"publish_article", "publish_summary", "delete_article", "change_tag"} & may(AUTHORS)


def test_editors_publish_and_keep_the_topics():
    assert {"publish_article", "publish_summary", "change_tag", "add_tagmerge"} <= may(EDITORS)
    assert "change_user" not in may(EDITORS)


def test_administrators_make_accounts():
    assert "add_user" in may(ADMINISTRATORS)


def test_each_role_may_all_that_the_one_before_it_may():
    assert may(AUTHORS) < may(EDITORS) < may(ADMINISTRATORS)


def test_what_a_portal_gave_a_role_stays_when_roles_are_made_again():
    extra = Permission.objects.get(codename="add_user")
    Group.objects.get(name=AUTHORS).permissions.add(extra)
    make_roles()
    assert "add_user" in may(AUTHORS)
