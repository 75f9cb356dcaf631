"""The matrix of rights: who × every address there is × every hidden state. Canary words tell of a leak."""

from contextlib import suppress
from datetime import timedelta
from itertools import pairwise, product
from urllib.parse import quote, unquote

import pytest
from django.contrib.auth.models import Group, User
from django.contrib.contenttypes.models import ContentType
from django.core.management.color import no_style
from django.db import connection
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, get_resolver, reverse
from django.utils import timezone

from articles.management.roles import ADMINISTRATORS, AUTHORS, EDITORS, make_roles
from articles.models import Article, FreePage, Provenance, Source, Tag
from tests.admin.builders import make_waiting
from tests.builders import make_article, make_free_page, make_source, make_tag

pytestmark = pytest.mark.django_db
CANARIES = ("密標", "密文", "密題", "密源", "密摘", "密件", "密頁")
STATES = ("draft", "review", "scheduled", "withdrawn", "trash")
ACCOUNTS = {"auth_user", "auth_group"}  # tables that administrators alone see


@pytest.fixture
def hidden():
    return make_hidden()


def make_hidden():
    """Of each hidden state an article in which every word is a canary, beside one that readers see."""
    number_anew(Article, Tag, Source, Provenance, FreePage)
    make_article("公開", tags=["公題"], source=make_source("公源"))
    waiting = make_waiting("密件", body="密文密文", name="密件.txt")
    page = make_free_page("密頁", "密頁", "密頁的字。", is_published=False)
    articles = [
        make_article(
            f"密標{state}",
            body="密文。",
            tags=[make_tag(f"密題{state}", is_known=False)],
            source=make_source(f"密源{state}"),
            status=state,
            scheduled_for=timezone.now() + timedelta(days=9) if state == "scheduled" else None,
            summaries={"zh-Hant": "密摘。"},
        )
        for state in STATES
    ]
    return [
        waiting,
        page,
        *articles,
        *(article.tags.get() for article in articles),
        *(a.source for a in articles),
    ]


def number_anew(*models):
    """From 1 on, whatever other tests have made: one number is then asked of several tables at once."""
    sequences = [{"table": model._meta.db_table, "column": model._meta.pk.column} for model in models]
    with connection.cursor() as cursor:
        for sql in connection.ops.sequence_reset_by_name_sql(no_style(), sequences):
            cursor.execute(sql)


def patterns(resolver, namespace=""):
    """The name and the parameters of every address of the portal."""
    for each in resolver.url_patterns:
        if isinstance(each, URLPattern):
            if each.name:
                yield f"{namespace}{each.name}", tuple(each.pattern.regex.groupindex)
        else:
            inside = f"{namespace}{each.namespace}:" if each.namespace else namespace
            yield from patterns(each, inside)


def addresses(things):
    """Every address there is, filled with the numbers and names of hidden things."""
    numbers = sorted({thing.pk for thing in things})
    slugs = {(thing.pk, thing.slug) for thing in things if hasattr(thing, "slug")}
    named = {*slugs, *((number, "x") for number in numbers)}  # by its own slug, or by another one
    pairs = [f"{one}+{other}" for one, other in pairwise(numbers)]
    values = {
        "pk": numbers,
        "object_id": numbers,
        "content_type_id": [ContentType.objects.get_for_model(Article).pk],
        "numbers": pairs,
        "slug": ["x", *sorted({slug for _number, slug in slugs})],
        "form": ["atom", "json"],
        "name": ["pages", "tags", "sources"],
        "block": [0],
        "year": [str(timezone.now().year)],
        "number": [f"{timezone.now().isocalendar().week:02}"],
        "app_label": ["articles"],
    }
    found = {"/search/?q=密", "/search/?q=密標draft", "/tags/密題draft/", "/tags/?q=密", "/en/", "/zh-hans/"}
    for name, parameters in set(patterns(get_resolver())):
        for chosen in product(*(values.get(parameter, ["x"]) for parameter in parameters)):
            given = dict(zip(parameters, chosen, strict=True))
            if {"pk", "slug"} <= given.keys() and (given["pk"], given["slug"]) not in named:
                continue
            with suppress(NoReverseMatch):
                found.add(reverse(name, kwargs=given))
    found |= {f"/{kind}/{number}" for kind in "at" for number in numbers}
    found |= {f"{kind}/{number}" for kind in ("/articles", "/tags", "/sources") for number in numbers}
    return sorted(address for address in found if "logout" not in address)


def told_by(answer, address):
    """All that an answer says, but for the words of the address that was asked for."""
    head = " ".join(f"{name}: {value}" for name, value in answer.items())
    body = b"".join(answer) if answer.streaming else answer.content
    told = unquote(head) + unquote(body.decode("utf-8", "replace"))
    return told.replace(unquote(quote(unquote(address))), "")


def leaks(client, things):
    for address in addresses(things):
        told = told_by(client.get(address), address)
        asked = unquote(address)
        if found := [canary for canary in CANARIES if canary in told and canary not in asked]:
            yield address, found


@pytest.mark.parametrize("who", ["anonymous", "staff without a role"])
def test_hidden_words_reach_nobody_without_the_right(hidden, who):
    client = Client(raise_request_exception=False)
    if who != "anonymous":
        client.force_login(User.objects.create_user("clerk", is_staff=True))
    assert list(leaks(client, hidden)) == []


@pytest.mark.parametrize(
    ("role", "sees_accounts"), [(AUTHORS, False), (EDITORS, False), (ADMINISTRATORS, True)]
)
def test_a_role_opens_the_tables_that_are_its_own(hidden, role, sees_accounts):
    make_roles()
    member = User.objects.create_user(role, is_staff=True)
    member.groups.add(Group.objects.get(name=role))
    client = Client()
    client.force_login(member)
    opened = {
        table for table in ACCOUNTS if client.get(reverse(f"admin:{table}_changelist")).status_code == 200
    }
    assert opened == (ACCOUNTS if sees_accounts else set())
    assert client.get(reverse("admin:articles_article_changelist")).status_code == 200


def test_the_words_would_be_found_where_they_are_shown(hidden):
    client = Client()
    client.force_login(User.objects.create_superuser("editor"))
    page = client.get(reverse("admin:articles_article_changelist")).content.decode()
    assert "密標draft" in page
