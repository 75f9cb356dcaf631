"""A sweep over every page of the desk: each opens for an editor, none for anybody else."""

import pytest
from django.contrib import admin
from django.contrib.auth.models import Permission, User
from django.urls import reverse
from lxml import html

from tests.admin.builders import make_imported, make_waiting, stock_the_desk
from tests.builders import make_article, make_summary, make_tag

pytestmark = pytest.mark.django_db


@pytest.fixture
def stocked(editor):
    return stock_the_desk(editor)


CLOSED = {
    "dismissal": {"add"},
    "provenance": {"add"},
    "tag": {"delete"},  # readers have seen this one
    "tagsuggestion": {"add"},
    "tagmerge": {"add", "delete"},
    "user": {"delete"},  # the one who looks
}


def pages_of(thing):
    name = f"admin:{thing._meta.app_label}_{thing._meta.model_name}"
    yield reverse(f"{name}_changelist")
    yield reverse(f"{name}_add")
    for page in ("change", "history", "delete"):
        yield reverse(f"{name}_{page}", args=[thing.pk])


def test_every_page_of_every_model_opens(desk, stocked):
    for thing in stocked:
        for address in pages_of(thing):
            closed = address.rstrip("/").rpartition("/")[2] in CLOSED.get(thing._meta.model_name, ())
            assert desk.get(address).status_code == (403 if closed else 200), address


def test_every_model_of_the_portal_is_swept(stocked):
    of_ours = {model for model in admin.site._registry if model._meta.app_label == "articles"}
    assert of_ours == {type(thing) for thing in stocked if thing._meta.app_label == "articles"}


@pytest.mark.parametrize(
    "name",
    [
        "index",
        "password_change",
        "jsi18n",
        "desk",
        "articles_article_import",
        "articles_tag_twins",
        "articles_tag_names",
    ],
)
def test_the_pages_that_belong_to_no_model_open(desk, name):
    assert desk.get(reverse(f"admin:{name}")).status_code == 200


def test_the_pages_about_one_document_open(desk):
    article, waiting = make_imported(), make_waiting("燈塔來信")
    assert desk.get(reverse("admin:articles_article_raw", args=[article.pk])).status_code == 200
    make_summary(article)
    assert desk.get(reverse("admin:desk_article", args=[article.pk])).status_code == 200
    assert desk.get(reverse("admin:desk_history", args=[article.pk, "zh-Hant"])).status_code == 200
    assert desk.get(reverse("admin:articles_article_import_document", args=[waiting.pk])).status_code == 200


def test_the_page_about_a_merge_to_come_opens(desk):
    numbers = [make_tag("往返外交").pk, make_tag("穿梭外交").pk]
    assert desk.get(reverse("admin:articles_tag_merge"), {"topic": numbers}).status_code == 200


@pytest.mark.parametrize("prefix", ["", "/zh-hans", "/en"])
def test_the_desk_speaks_three_languages(desk, prefix):
    assert desk.get(f"{prefix}/admin/").status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        "/admin/",
        "/admin/articles/article/",
        "/admin/articles/article/import/",
        "/admin/articles/article/1/raw/",
        "/admin/desk/",
        "/admin/desk/1/",
        "/admin/desk/1/history/en/",
        "/admin/tables/",
        "/admin/tables/summaries/",
        "/admin/articles/provenance/1/download/",
        "/admin/articles/tag/merge/",
        "/admin/articles/tag/twins/",
        "/admin/articles/tag/names/",
    ],
)
def test_a_reader_with_an_account_is_turned_away(client, address):
    client.force_login(User.objects.create_user("reader"))
    answer = client.get(address)
    assert answer.status_code == 302
    assert answer.url.startswith("/admin/login/")


@pytest.mark.parametrize(
    "address",
    [
        "article/import/",
        "article/import/{waiting}/",
        "article/{article}/raw/",
        "../desk/",
        "../desk/{article}/",
        "../desk/{article}/history/en/",
        "provenance/{waiting}/download/",
        "tag/merge/",
        "tag/twins/",
        "tag/names/",
    ],
)
def test_a_colleague_without_leave_is_refused(client, address):
    article, waiting = make_imported(), make_waiting("燈塔來信")
    client.force_login(User.objects.create_user("guest", is_staff=True))
    address = f"/admin/articles/{address.format(article=article.pk, waiting=waiting.pk)}".replace(
        "articles/../", ""
    )
    assert client.get(address).status_code == 403


def test_who_may_only_look_is_shown_articles_and_no_button(client):
    article = make_article(status="draft")
    guest = User.objects.create_user("guest", is_staff=True)
    guest.user_permissions.add(Permission.objects.get(codename="view_article"))
    client.force_login(guest)
    for page in ("", f"{article.pk}/change/", f"{article.pk}/raw/"):
        answer = client.get(f"/admin/articles/article/{page}")
        assert answer.status_code == 200
        assert "publish" not in answer.content.decode().replace("published", "")
    assert client.post(f"/admin/articles/article/{article.pk}/publish/").status_code == 403
    assert client.post("/admin/articles/article/preview/", {"body": "x"}).status_code == 403


def test_the_first_page_counts_what_waits(desk):
    make_article(status="draft", headline_is_provisional=True)
    make_article("無摘要的文章")
    make_waiting()
    counts = {str(work.label): work.count for work in desk.get("/en/admin/").context["work"]}
    assert counts == {
        "articles for review": 0,
        "drafts": 1,
        "provisional headlines": 1,
        "Stale": 0,
        "To review": 0,
        "One language only": 0,
        "No summary": 2,
        "waiting in the inbox": 1,
        "with reviewers' notes": 0,
        "without a topic": 2,
        "suggested topics": 0,
    }


def test_no_page_carries_script_or_style_of_its_own(desk, stocked):
    """The content security policy would block it."""
    desk_pages = ["/admin/desk/", f"/admin/desk/{stocked[0].pk}/"]
    for address in (*desk_pages, *(page for thing in stocked[:5] for page in pages_of(thing))):
        page = desk.get(address).content.decode()
        assert "<style" not in page, address
        assert "<script>" not in page, address
        assert " onclick=" not in page, address


def test_an_empty_list_says_what_to_do(desk):
    assert "subscription/add/" in empty_list(desk, "/admin/articles/subscription/")
    assert 'href="?"' in empty_list(desk, "/admin/articles/subscription/?q=zzz")


def empty_list(client, address):
    (told,) = html.fromstring(client.get(address).content).cssselect("#changelist-form > .help")
    return html.tostring(told, encoding="unicode")


@pytest.mark.parametrize("prefix", ["", "/zh-hans", "/en"])
def test_each_language_is_offered_in_its_own_name(client, prefix):
    page = html.fromstring(client.get(f"{prefix}/admin/login/").content.decode())
    assert [link.text for link in page.cssselect(".desk-languages a")] == ["繁體中文", "简体中文", "English"]


def test_light_and_dark_are_not_called_a_topic(desk):
    assert "切換主題" not in desk.get("/admin/").content.decode()
