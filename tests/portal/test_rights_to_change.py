"""The matrix of deeds: who × everything that can be sent × every state. What may not change does not change.

The deeds are found: every form of every editors' page, each of its buttons, each of its actions, as a
superuser is shown them, and a file for each page that takes one. Whoever may do less sends the same.
"""

from dataclasses import dataclass

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, User
from django.db import connection, transaction
from django.test import Client
from django.utils import translation

from articles.management.roles import AUTHORS, EDITORS, make_roles
from articles.models import Article, Subscription, TagMerge, TagSuggestion
from tests.builders import make_placement, make_tag
from tests.portal.forms_found import Deed, File, deeds, uploads
from tests.portal.test_rights import make_hidden

pytestmark = pytest.mark.django_db
ROLES = ("anonymous", "clerk", AUTHORS, EDITORS)
APPS = ("articles", "auth", "otp_totp", "otp_static", "admin")
EVERYTHING = [model for app in APPS for model in apps.get_app_config(app).get_models()]
OF_THE_HOUSE = {  # tables that authors read at most
    "Source", "LabelKey", "Label", "TagMerge", "TagDistinction", "Placement", "Subscription", "Arrival",
    "Dismissal", "TagSuggestion", "FreePage", "HistoricalFreePage",
}  # fmt: skip
ACCOUNTS = {"User", "Group", "Permission", "TOTPDevice", "StaticDevice", "StaticToken", "Passkey"}
READING = ("SELECT", "SAVEPOINT", "RELEASE", "ROLLBACK")


@dataclass(frozen=True)
class Done:
    """What came of a deed, before it was undone. changed: rows before and after, by table and number."""

    deed: Deed
    changed: dict
    is_seen: bool

    def touched(self, tables) -> set[str]:
        return {table for table, _key in self.changed if table in tables}

    def taken(self, tables) -> set[str]:
        """Tables of which a row that was there is another now, or gone."""
        return {table for (table, _key), (was, _now) in self.changed.items() if table in tables and was}

    @property
    def told(self):
        return self.deed.address, dict(self.deed.data).get("action"), sorted(self.changed)


@pytest.fixture(scope="module")
def matrix(django_db_setup, django_db_blocker):
    """By role, what came of every deed; found once, for it takes the longest."""
    with django_db_blocker.unblock(), translation.override("zh-hant"), transaction.atomic():
        things, chief = make_library(), Client()
        chief.force_login(User.objects.get(username="chief"))
        found, clients = uploads(chief) + deeds(chief, things), {role: client_of(role) for role in ROLES}
        before = rows()
        numbers = [number for table, number in before if table == "Article"]
        as_seen = {AUTHORS: seen_by_readers(numbers)}
        done = {
            role: [outcome(deed, client, before, numbers, as_seen.get(role)) for deed in found]
            for role, client in clients.items()
        }
        transaction.set_rollback(True)
    return done


def make_library():
    """One of everything that can be changed, an article in each state among it."""
    make_roles()
    hidden = make_hidden()
    chief = User.objects.create_superuser("chief")
    public = Article.objects.get(status="published")
    TagSuggestion.objects.suggest(public, ["渡輪"])
    # An old address of what was withdrawn still shows its topics.
    Article.objects.filter(status="withdrawn").update(was_public=True)
    Article.objects.get(status="withdrawn").tags.add(public.tags.get())
    merge = TagMerge.merge(make_tag("往返外交").pk, public.tags.get().pk, chief)
    subscription = Subscription.objects.create(source=public.source, address="https://news.example/feed")
    of_public = [public, public.tags.get(), public.source, make_placement(public)]
    return [*hidden, *of_public, merge, subscription, TagSuggestion.objects.get(), chief]


def client_of(role) -> Client:
    client = Client(raise_request_exception=False)
    if role != "anonymous":
        member = User.objects.create_user(role, is_staff=True)
        member.groups.add(*Group.objects.filter(name=role))
        client.force_login(member)
    return client


def outcome(deed, client, before, numbers, as_seen) -> Done:
    """as_seen: what readers found of these articles before; None where it is not asked."""
    with transaction.atomic():
        writes = Writes()
        with connection.execute_wrapper(writes):
            deed.post(client)
        changed = changes(before, rows()) if writes.seen else {}
        is_seen = bool(changed and as_seen) and seen_by_readers(numbers) != as_seen
        transaction.set_rollback(True)
    return Done(deed, changed, is_seen)


class Writes:
    """Whether anything was written: to look into every table after every deed takes minutes."""

    def __init__(self):
        self.seen = False

    def __call__(self, execute, sql, params, many, context):
        self.seen |= not sql.lstrip("( ").upper().startswith(READING)
        return execute(sql, params, many, context)


def rows():
    """Every row there is, by table and number."""
    return {
        (model.__name__, row[model._meta.pk.attname]): row
        for model in EVERYTHING
        for row in model._default_manager.values()
    }


def changes(before, after):
    return {
        key: (before.get(key), after.get(key))
        for key in before.keys() | after.keys()
        if before.get(key) != after.get(key)
    }


def seen_by_readers(numbers):
    """What readers find, byte for byte."""
    pages = ["/", "/picks/", "/tags/", "/sources/", "/feed.atom", *(f"/a/{number}" for number in numbers)]
    return [Client().get(page, follow=True).content for page in pages]


def test_there_are_deeds_of_every_kind(matrix):
    found = [done.deed for done in matrix["anonymous"]]
    rooms = {deed.address.split("/admin/")[1].split("/")[0] for deed in found}
    actions = {value for deed in found for name, value in deed.data if name == "action"}
    assert {"articles", "auth", "desk"} <= rooms
    assert {"publish", "withdraw", "delete_selected", "read_now", "add_topics"} <= actions
    assert len(found) > 150


def test_a_file_changes_something_where_it_may(matrix):
    """A document waits to be read, words of a table wait for review."""
    sent = [done for done in matrix[EDITORS] if any(isinstance(value, File) for _, value in done.deed.data)]
    assert [sorted(done.touched({"HandedIn", "Summary"})) for done in sent] == [["HandedIn"], ["Summary"]]


@pytest.mark.parametrize("who", ["anonymous", "clerk"])
def test_whoever_has_no_role_changes_nothing(matrix, who):
    assert [done.told for done in matrix[who] if done.changed] == []


def test_an_author_changes_nothing_that_readers_see(matrix):
    assert [done.told for done in matrix[AUTHORS] if done.is_seen] == []


def test_an_author_changes_nothing_that_is_the_house_s(matrix):
    assert [done.told for done in matrix[AUTHORS] if done.taken(OF_THE_HOUSE)] == []


@pytest.mark.parametrize("role", [AUTHORS, EDITORS])
def test_only_an_administrator_touches_accounts(matrix, role):
    assert [done.told for done in matrix[role] if done.touched(ACCOUNTS)] == []


@pytest.mark.parametrize("role", [AUTHORS, EDITORS])
def test_only_an_administrator_destroys_an_article(matrix, role):
    destroyed = [
        done.told
        for done in matrix[role]
        for (table, _key), (_was, now) in done.changed.items()
        if table == "Article" and now is None
    ]
    assert destroyed == []


def test_each_role_changes_more_than_the_one_before_it(matrix):
    """Else that the others change nothing would say nothing."""
    counts = {role: sum(bool(done.changed) for done in matrix[role]) for role in ROLES}
    assert counts[AUTHORS] > 10
    assert counts[EDITORS] > 100
