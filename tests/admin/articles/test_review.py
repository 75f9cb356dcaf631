"""Review links at the desk: made and revoked by editors, and what reviewers say is waiting there."""

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse
from lxml import html

from articles.management.roles import AUTHORS, EDITORS
from articles.models import ReviewLink, ReviewNote
from tests.builders import make_article

pytestmark = pytest.mark.django_db

ARTICLES = "/admin/articles/article/"


def page_about(article):
    return reverse("admin:articles_article_review", args=[article.pk])


def make_note(article, **fields):
    link = ReviewLink.objects.create(article=article)
    return ReviewNote.objects.create(link=link, **{"part": "article", "text": "日期不對。", **fields})


def shown(client, address):
    return client.get(address).content.decode()


def test_a_link_is_made_and_its_address_opens_for_anybody(desk, editor, settings):
    article = make_article(status="draft")
    desk.post(page_about(article), {"make": "1"})
    link = ReviewLink.objects.get()
    page = html.fromstring(shown(desk, page_about(article)))
    (address,) = (field.get("value") for field in page.cssselect(".review-address"))
    assert address.startswith(settings.SITE_URL)
    desk.logout()
    assert desk.get(address.removeprefix(settings.SITE_URL)).status_code == 200
    assert link.made_by == editor
    assert LogEntry.objects.get().object_id == str(article.pk)


def test_a_revoked_link_opens_no_more(desk):
    article = make_article(status="draft")
    link = ReviewLink.objects.create(article=article)
    desk.post(page_about(article), {"revoke": link.pk})
    assert desk.get(link.get_absolute_url()).status_code == 404
    assert not html.fromstring(shown(desk, page_about(article))).cssselect(".review-address")


def test_a_link_is_revoked_from_its_own_article_alone(desk):
    link = ReviewLink.objects.create(article=make_article(status="draft"))
    assert desk.post(page_about(make_article()), {"revoke": link.pk}).status_code == 404
    assert ReviewLink.objects.open().exists()


def test_an_author_neither_makes_a_link_nor_sees_one(works_as):
    article = make_article(status="draft")
    ReviewLink.objects.create(article=article)
    author = works_as(AUTHORS)
    assert "/review/1:" not in shown(author, page_about(article))
    assert author.post(page_about(article), {"make": "1"}).status_code == 403
    assert ReviewLink.objects.count() == 1


def test_a_note_stands_at_the_desk_until_it_is_settled(works_as):
    article = make_article(status="draft")
    note = make_note(article, name="林")
    editor = works_as(EDITORS)
    address = reverse("admin:desk_article", args=[article.pk])
    assert "日期不對。" in shown(editor, address)
    answer = editor.post(page_about(article), {"settle": note.pk, "back": "desk"})
    assert answer.url == address
    assert "日期不對。" not in shown(editor, address)
    assert "日期不對。" in shown(editor, page_about(article))


def test_the_first_page_counts_articles_with_notes_and_leads_to_them(desk):
    noted, _other = make_article("有話要說"), make_article("無事")
    make_note(noted)
    page = html.fromstring(shown(desk, "/admin/"))
    (link,) = page.cssselect(".work a[href*='notes=waiting']")
    assert link.cssselect("b")[0].text_content().strip() == "1"
    found = shown(desk, link.get("href"))
    assert "有話要說" in found
    assert "無事" not in found


def test_a_note_of_another_article_cannot_be_settled_here(desk):
    note = make_note(make_article())
    assert desk.post(page_about(make_article()), {"settle": note.pk}).status_code == 404
    assert ReviewNote.objects.waiting().exists()


def test_the_page_asks_as_little_of_many_links_as_of_few(desk, django_assert_max_num_queries):
    article = make_article()
    for _ in range(12):
        make_note(article)
    with django_assert_max_num_queries(11):
        desk.get(page_about(article))
