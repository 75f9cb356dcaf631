"""What is asked before something is deleted names things of the desk, not rows of the database."""

import pytest
from django.contrib.auth.models import Group, User
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice
from lxml import html

from articles.models import Source, Subscription
from tests.builders import make_article, make_source, make_tag

pytestmark = pytest.mark.django_db


def asked(desk, address):
    return desk.get(f"/en/admin/{address}/delete/").context


def test_a_source_that_has_articles_is_kept_for_their_sake(desk):
    article = make_article("渡輪", source=make_source(), tags=["燈塔"])
    protected = asked(desk, f"articles/source/{article.source_id}")["protected"]
    assert len(protected) == 1
    assert "渡輪" in protected[0]
    desk.post(f"/en/admin/articles/source/{article.source_id}/delete/", {"post": "yes"})
    assert Source.objects.exists()


def test_why_it_is_kept_is_said_in_plain_words(desk):
    source = make_article(source=make_source("海岬社")).source
    page = desk.get(f"/en/admin/articles/source/{source.pk}/delete/").content.decode()
    assert "“海岬社” is in use and stays." in page
    assert "protected related objects" not in page


def test_why_some_of_many_are_kept_is_said_in_plain_words(desk):
    source = make_article(source=make_source()).source
    data = {"action": "delete_selected", "_selected_action": [source.pk]}
    page = desk.post("/en/admin/articles/source/", data).content.decode()
    assert "What you chose is in use and stays." in page
    assert "protected related objects" not in page


def test_many_are_things_and_no_objects(desk):
    data = {"action": "delete_selected", "_selected_action": [make_source().pk]}
    assert (
        "objects" not in html.fromstring(desk.post("/en/admin/articles/source/", data).content).text_content()
    )


def test_of_what_nobody_has_changed_the_history_says_so(desk):
    page = desk.get(f"/en/admin/articles/source/{make_source().pk}/history/").content.decode()
    assert "Nobody has changed it at the desk yet." in page
    assert "object" not in html.fromstring(page).cssselect("#content-main")[0].text_content()


def test_what_may_go_is_asked_about_and_goes(desk):
    source = make_source("海岬社")
    address = f"/en/admin/articles/source/{source.pk}/delete/"
    assert "Delete “海岬社”?" in desk.get(address).content.decode()
    desk.post(address, {"post": "yes"})
    assert not Source.objects.exists()


def test_many_are_asked_about_and_go(desk):
    chosen = {"action": "delete_selected", "_selected_action": [make_source().pk, make_source().pk]}
    page = html.fromstring(desk.post("/en/admin/articles/source/", chosen).content.decode())
    (form,) = [one for one in page.forms if "post" in one.fields]
    desk.post("/en/admin/articles/source/", dict(chosen, post="yes"))
    assert form.fields["action"] == "delete_selected"
    assert len(form.cssselect("[name=_selected_action]")) == 2
    assert not Source.objects.exists()


def test_what_has_a_list_of_its_own_is_named(desk):
    source = make_source()
    Subscription.objects.create(source=source, address="https://news.example/feed")
    assert dict(asked(desk, f"articles/source/{source.pk}")["model_count"]) == {
        "sources": 1,
        "subscriptions": 1,
    }


def test_the_rows_of_a_topic_go_with_it_unsaid(desk):
    topic = make_tag("燈塔", is_known=False)
    make_article(tags=[topic], status="draft")
    context = asked(desk, f"articles/tag/{topic.pk}")
    assert dict(context["model_count"]) == {"topics": 1}
    assert len(context["deleted_objects"]) == 1


def test_the_second_factor_of_a_person_goes_with_them_unsaid(desk):
    person = User.objects.create_user("mei")
    person.groups.add(Group.objects.create(name="Guests"))
    TOTPDevice.objects.create(user=person, name="app")
    StaticDevice.objects.create(user=person, name="paper")
    assert dict(asked(desk, f"auth/user/{person.pk}")["model_count"]) == {"users": 1}
    assert dict(asked(desk, f"auth/group/{person.groups.get().pk}")["model_count"]) == {"groups": 1}
    desk.post(f"/en/admin/auth/user/{person.pk}/delete/", {"post": "yes"})
    assert not User.objects.filter(username="mei").exists()
