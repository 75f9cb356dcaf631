"""An article for review is whose who opened it, for twenty minutes; another may take it over."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.utils import timezone
from lxml import html

from articles.management.roles import AUTHORS, EDITORS, make_roles
from articles.models import Taking
from articles.models.articles.article import Status
from tests.admin.builders import form_data
from tests.builders import make_article

pytestmark = pytest.mark.django_db
LIST = "/en/admin/articles/article/"


@pytest.fixture
def article():
    return make_article("渡輪靠岸", status=Status.REVIEW)


@pytest.fixture
def mei():
    return at_work("Mei", EDITORS)


@pytest.fixture
def lin():
    return at_work("Lin", EDITORS)


def at_work(name, role):
    """A browser in which a colleague is at work."""
    make_roles()
    member = User.objects.create_user(name, is_staff=True)
    member.groups.add(Group.objects.get(name=role))
    client = Client()
    client.force_login(member)
    return client


def form_of(article):
    return f"{LIST}{article.pk}/change/"


def told(client, article):
    """What the form says of whose the article is."""
    page = html.fromstring(client.get(form_of(article)).content.decode())
    return [" ".join(form.text_content().split()) for form in page.cssselect("form.taking")]


def after(minutes):
    Taking.objects.update(at=timezone.now() - timedelta(minutes=minutes))


def test_opening_the_form_takes_the_article(mei, article):
    assert "yours until" in told(mei, article)[0]
    assert Taking.objects.get().by.username == "Mei"


def test_another_editor_is_told_who_has_it_and_does_not_take_it_by_looking(mei, lin, article):
    told(mei, article)
    assert "Taken by Mei until" in told(lin, article)[0]
    assert Taking.objects.get().by.username == "Mei"


def test_one_click_takes_it_over(mei, lin, article):
    told(mei, article)
    answer = lin.post(f"{LIST}{article.pk}/take/", follow=True)
    assert "taken this article over from Mei" in answer.content.decode()
    assert "Taken by Lin until" in told(mei, article)[0]


def test_who_saves_what_another_took_over_is_told(mei, lin, article):
    typed = form_data(mei, form_of(article), byline="林")
    lin.post(f"{LIST}{article.pk}/take/")
    assert (
        "Lin has taken this article meanwhile"
        in mei.post(form_of(article), typed, follow=True).content.decode()
    )


def test_it_is_free_again_after_twenty_minutes(mei, lin, article):
    told(mei, article)
    after(minutes=19)
    assert "Taken by Mei" in told(lin, article)[0]
    after(minutes=20)
    assert "yours until" in told(lin, article)[0]


@pytest.mark.parametrize("address", [LIST, "/en/admin/desk/"])
def test_lists_and_the_desk_name_who_has_it(mei, lin, article, address):
    told(mei, article)
    assert "taken by Mei" in lin.get(address).content.decode()
    after(minutes=20)
    assert "taken by Mei" not in lin.get(address).content.decode()


def test_an_author_takes_nothing(article):
    author = at_work("Wu", AUTHORS)
    assert told(author, article) == []
    assert author.post(f"{LIST}{article.pk}/take/").status_code == 403
    assert not Taking.objects.exists()


def test_what_waits_for_no_review_is_taken_by_nobody(mei):
    assert told(mei, make_article(status=Status.DRAFT)) == []
    assert not Taking.objects.exists()
