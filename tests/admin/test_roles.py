"""What each role finds at the desk: authors write, editors publish, administrators make accounts."""

from urllib.parse import unquote

import pytest
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType

from articles.management.roles import ADMINISTRATORS, AUTHORS, EDITORS
from articles.models import Article, Provenance
from tests.admin.builders import form_data, make_imported, make_waiting
from tests.builders import make_article, make_source, make_tag

ARTICLES, ADD = "/admin/articles/article/", "/admin/articles/article/add/"


def address_of(article):
    return f"{ARTICLES}{article.pk}/change/"


def test_an_author_writes_a_draft(works_as):
    author = works_as(AUTHORS)
    author.post(ADD, form_data(author, ADD, headline="渡輪", body="渡輪靠岸。"))
    assert Article.objects.get().status == "draft"


def test_an_author_cannot_publish_by_a_forged_form(works_as):
    author = works_as(AUTHORS)
    data = form_data(author, ADD, headline="渡輪", body="渡輪靠岸。")
    author.post(ADD, data | {"_publish": "1", "status": "published"})
    assert Article.objects.get().status == "draft"


def test_an_author_is_offered_no_button_to_publish(works_as):
    page = works_as(AUTHORS).get(address_of(make_article(status="draft"))).content.decode()
    assert 'name="_save"' in page
    assert 'name="_publish"' not in page


def test_an_author_may_read_and_not_change_what_is_published(works_as):
    article = make_article("渡輪")
    author = works_as(AUTHORS)
    assert author.get(address_of(article)).status_code == 200
    assert author.post(address_of(article), {"headline": "別的"}).status_code == 403
    assert Article.objects.get().headline == "渡輪"


def test_an_author_changes_nothing_of_what_was_withdrawn(works_as):
    """Its old addresses still show its topics."""
    article = make_article("渡輪", status="withdrawn", tags=["渡輪"])
    author = works_as(AUTHORS)
    assert author.post(address_of(article), {"headline": "別的"}).status_code == 403
    author.post(ARTICLES, {"action": "remove_topics", "topics": "渡輪", "_selected_action": [article.pk]})
    assert [tag.name for tag in article.tags.all()] == ["渡輪"]


@pytest.mark.parametrize("action", ["publish", "withdraw", "join_story", "split_story"])
def test_an_author_has_no_action_that_changes_what_readers_see(works_as, action):
    article = make_article()
    author = works_as(AUTHORS)
    author.post(ARTICLES, {"action": action, "_selected_action": [article.pk]})
    assert Article.objects.get().status == "published"
    assert f'value="{action}"' not in author.get(ARTICLES).content.decode()


@pytest.mark.parametrize(("action", "topics_after"), [("add_topics", {"渡輪"}), ("remove_topics", {"渡輪"})])
def test_an_author_changes_no_topics_of_what_is_published(works_as, action, topics_after):
    public, draft = make_article(tags=["渡輪"]), make_article(tags=["渡輪"], status="draft")
    make_tag("碼頭")
    sent = {"action": action, "topics": "碼頭" if action == "add_topics" else "渡輪"}
    works_as(AUTHORS).post(ARTICLES, sent | {"_selected_action": [public.pk, draft.pk]})
    assert {tag.name for tag in public.tags.all()} == topics_after
    assert {tag.name for tag in draft.tags.all()} != topics_after


def test_an_author_cannot_publish_from_the_list(works_as):
    article = make_article(status="draft")
    assert works_as(AUTHORS).post(f"{ARTICLES}{article.pk}/publish/").status_code == 403
    assert Article.objects.get().status == "draft"


def test_an_author_imports_drafts_only(works_as):
    make_source("東海時報")
    author, waiting = works_as(AUTHORS), make_waiting()
    sent = {"document": [waiting.pk], "decision": "publish"}
    assert author.post(f"{ARTICLES}import/decide/", sent).status_code == 403
    author.post(f"{ARTICLES}import/decide/", sent | {"decision": "draft"})
    assert Article.objects.get().status == "draft"


def test_an_author_cannot_change_what_is_published_by_importing_it_again(works_as):
    make_imported(source_url="https://news.example/1")
    Article.objects.update(status="published")
    waiting = make_waiting(body="晚上的渡輪停了。", source_url="https://news.example/1")
    author = works_as(AUTHORS)
    author.post(f"{ARTICLES}import/decide/", {"document": [waiting.pk], "decision": "draft"})
    assert "清晨" in Article.objects.get().body
    works_as(EDITORS).post(f"{ARTICLES}import/decide/", {"document": [waiting.pk], "decision": "draft"})
    assert "晚上" in Article.objects.get().body


def test_an_editor_publishes(works_as):
    article = make_article(status="draft")
    works_as(EDITORS).post(f"{ARTICLES}{article.pk}/publish/")
    assert Article.objects.get().status == "published"


def test_only_administrators_see_accounts(works_as):
    assert works_as(EDITORS).get("/admin/auth/user/").status_code == 403


def test_an_administrator_makes_accounts(works_as):
    assert works_as(ADMINISTRATORS).get("/admin/auth/user/add/").status_code == 200


def test_an_author_discards_only_what_they_handed_in(works_as):
    author = works_as(AUTHORS)
    theirs = make_waiting(name="theirs.txt", by=User.objects.get(username=AUTHORS))
    others = make_waiting("別的", name="others.txt", by=User.objects.create_user("colleague"))
    sent = {"document": [theirs.pk, others.pk], "decision": "discard"}
    page = author.post(f"{ARTICLES}import/decide/", sent, follow=True).content.decode()
    assert list(Provenance.objects.all()) == [others]
    assert "只有編輯可以丟棄" in page
    works_as(EDITORS).post(f"{ARTICLES}import/decide/", sent)
    assert not Provenance.objects.exists()


@pytest.mark.parametrize(("role", "status"), [(AUTHORS, 302), (None, 403)])
def test_the_way_to_a_page_spells_no_headline_to_staff_without_rights(works_as, client, role, status):
    article = make_article("秘密標題", status="draft")
    kind = ContentType.objects.get_for_model(Article)
    if role:
        works_as(role)
    else:
        client.force_login(User.objects.create_user("clerk", is_staff=True))
    answer = client.get(f"/admin/r/{kind.pk}/{article.pk}/")
    assert answer.status_code == status
    assert ("秘密標題" in unquote(answer.get("Location", ""))) == bool(role)


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:x"]
)
def test_who_was_sent_to_sign_in_by_another_site_comes_to_the_desk(client, db, elsewhere):
    User.objects.create_superuser("editor", password="ferry-quay-7")
    sent = {"username": "editor", "password": "ferry-quay-7", "next": elsewhere}
    assert client.post("/en/admin/login/", sent).url == "/en/admin/"
