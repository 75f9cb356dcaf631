"""A draft at its own address: people of the desk see it as readers will, nobody else sees anything."""

import pytest
from django.contrib.auth.models import Group, User
from lxml import html

from articles.management.roles import make_roles
from tests.builders import make_article, make_summary


@pytest.fixture
def at_the_desk(client):
    make_roles()
    author = User.objects.create_user("author", is_staff=True)
    author.groups.add(Group.objects.get(name="Authors"))
    client.force_login(author)
    return client


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_people_of_the_desk_see_it_as_readers_will_with_a_line_that_says_so(at_the_desk, status):
    article = make_article("未發的稿", status=status, summaries={"zh-Hant": "摘要。"})
    answer = at_the_desk.get(article.get_absolute_url())
    page = answer.content.decode()
    assert answer.status_code == 200
    assert all(
        words in page for words in ("未發的稿", "摘要。", 'class="preview"', f"/article/{article.pk}/change/")
    )


def test_summaries_that_readers_do_not_have_are_shown_with_where_they_stand(at_the_desk):
    article = make_article(status="draft")
    make_summary(article, "zh-Hant", "還沒審的摘要。", status="review")
    waits = make_summary(article, "en", "Talks resumed.")
    waits.pending = {"headline": "", "text": "Talks resumed at noon.", "points": []}
    waits.save()
    page = html.fromstring(at_the_desk.get(f"/en{article.get_absolute_url()}").content.decode())
    told = {one.get("lang"): one.text_content() for one in page.cssselect("[data-summary]")}
    assert "還沒審的摘要。" in told["zh-Hant"]
    assert "To review" in told["zh-Hant"]
    assert "Talks resumed at noon." in told["en"]
    assert "Published, with changes that wait" in told["en"]


def test_a_summary_that_readers_have_bears_no_mark(at_the_desk):
    article = make_article(status="draft", summaries={"zh-Hant": "摘要。"})
    assert 'class="state"' not in at_the_desk.get(article.get_absolute_url()).content.decode()


def test_what_will_stand_beside_it_does_and_nothing_leads_to_it_yet(at_the_desk):
    known = make_article("海底電纜", tags=["氫能"])
    draft = make_article("未發的稿", status="draft", tags=["氫能"])
    assert 'rel="related"' in at_the_desk.get(draft.get_absolute_url()).content.decode()
    assert "未發的稿" not in at_the_desk.get(known.get_absolute_url()).content.decode()


def test_its_number_alone_leads_there_too(at_the_desk):
    article = make_article(status="draft")
    assert at_the_desk.get(f"/articles/{article.pk}/").url == article.get_absolute_url()


def test_it_is_kept_and_indexed_by_nobody(at_the_desk):
    answer = at_the_desk.get(make_article(status="draft").get_absolute_url())
    assert (answer["Cache-Control"], answer["X-Robots-Tag"]) == ("private, no-store", "noindex")
    assert "Cookie" in answer["Vary"]


def test_what_lies_in_the_trash_is_shown_to_nobody(at_the_desk):
    assert at_the_desk.get(make_article(status="trash").get_absolute_url()).status_code == 404


@pytest.mark.parametrize("is_staff", [False, True])
def test_strangers_and_staff_without_a_role_see_nothing(client, is_staff):
    article = make_article("未發的稿", status="draft")
    if is_staff:
        client.force_login(User.objects.create_user("guest", is_staff=True))
    answer = client.get(article.get_absolute_url())
    assert answer.status_code == 404
    assert "未發的稿" not in answer.content.decode()


def test_a_published_article_says_nothing_of_it_and_does_not_ask_who_reads(at_the_desk):
    answer = at_the_desk.get(make_article().get_absolute_url())
    assert "preview" not in answer.content.decode()
    assert "Cookie" not in answer.get("Vary", "")
