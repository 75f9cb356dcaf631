"""Versions of an article: what was changed, by whom and why, and the way back."""

import pytest
from django.urls import reverse
from lxml import html

from articles.ingest.storage.store import import_document
from articles.models import Article, ArticleChange
from articles.models.articles.change import Why
from tests.admin.builders import as_new, form_data, make_document, make_imported
from tests.builders import make_article, make_source

pytestmark = pytest.mark.django_db


def edit(client, article, **typed):
    """Save the article's form with some fields changed."""
    address = reverse("admin:articles_article_change", args=[article.pk])
    answer = client.post(address, form_data(client, address, **typed))
    assert answer.status_code == 302, answer.context["errors"]


def history_of(article):
    return reverse("admin:articles_article_history", args=[article.pk])


def page_at(client, address):
    return html.fromstring(client.get(address).content.decode())


def restore(client, article, change, field="", **changed):
    version = Article.objects.get(pk=article.pk).version
    data = {"change": change.pk, "version": version, "field": field} | changed
    return client.post(history_of(article), data, follow=True)


def read_again(article):
    return Article.objects.get(pk=article.pk)


def test_an_edit_keeps_what_it_replaced_and_nothing_else(desk, editor):
    article = make_article("舊題", body="舊文。")
    edit(desk, article, headline="新題")
    change = ArticleChange.objects.get()
    assert (change.before, change.by, change.why) == ({"headline": "舊題"}, editor, Why.EDIT)


def test_an_article_that_came_in_and_was_never_changed_has_no_versions(desk):
    article = make_imported()
    edit(desk, article)
    assert not article.changes.exists()


def test_line_ends_as_browsers_send_them_are_no_edit(desk):
    article = make_article("舊題", body="第一段。\n\n第二段。", standfirst="一。\n二。")
    edit(desk, article, headline="新題", body="第一段。\r\n\r\n第二段。", standfirst="一。\r\n二。")
    assert ArticleChange.objects.get().before == {"headline": "舊題"}
    assert read_again(article).body == "第一段。\n\n第二段。"


def test_topics_are_part_of_the_same_change(desk):
    article = make_article("舊題", tags=["首爾"])
    edit(desk, article, headline="新題", tags="首爾、釜山", **as_new("釜山"))
    assert ArticleChange.objects.get().before == {"headline": "舊題", "topics": "首爾"}


def test_topics_given_to_many_at_once_are_a_change(desk, editor):
    article = make_article(tags=["首爾"])
    data = {"action": "add_topics", "_selected_action": [article.pk], "topics": "釜山"} | as_new("釜山")
    desk.post(reverse("admin:articles_article_changelist"), data)
    change = ArticleChange.objects.get()
    assert (change.before, change.by) == ({"topics": "首爾"}, editor)


def test_publishing_and_withdrawing_are_told_with_their_person(desk, editor):
    article = make_article(status="draft")
    desk.post(reverse("admin:articles_article_publish", args=[article.pk]))
    change = ArticleChange.objects.get()
    assert (change.before, change.by) == ({"status": "draft"}, editor)


@pytest.mark.parametrize("written_in", ["/", "/en/", "/zh-hans/"])
def test_who_did_what_is_told_in_the_language_of_who_reads_it(desk, written_in):
    article = make_article(status="draft")
    articles = f"{written_in}admin/articles/article/"
    change = f"{articles}{article.pk}/change/"
    desk.post(change, form_data(desk, change, status="published"))
    desk.post(articles, {"action": "withdraw", "_selected_action": [article.pk]})
    told = page_at(desk, f"/admin/articles/article/{article.pk}/history/").text_content()
    assert told.count("狀態 已修改。") == 2


def test_an_import_that_brings_a_new_text_says_so(db):
    article = make_imported(body="清晨的渡輪在霧中靠岸。兩國信使換了座位。")
    import_document(*make_document(body="清晨的渡輪在霧中靠岸。兩國信使換了座位。晚上啟程。"))
    change = article.changes.get()
    assert (change.why, change.before) == (Why.IMPORT, {"body": "清晨的渡輪在霧中靠岸。兩國信使換了座位。"})


def test_the_page_shows_the_words_that_came_and_went(desk):
    article = make_article(body="清晨的渡輪靠岸。\n\n第二段。")
    edit(desk, article, body="黃昏的渡輪靠岸。\n\n第二段。")
    page = page_at(desk, history_of(article))
    told = [(node.tag, node.text) for node in page.cssselect(".diff del, .diff ins")]
    assert told == [("del", "清晨"), ("ins", "黃昏")]
    assert "第二段" not in page.cssselect(".diff")[0].text_content()


def test_a_later_change_does_not_hide_what_an_earlier_one_put_there(desk):
    article = make_article("甲題")
    for headline in ("乙題", "丙題"):
        edit(desk, article, headline=headline)
    page = page_at(desk, history_of(article))
    told = [
        [node.text for node in change.cssselect("del, ins")] for change in page.cssselect(".desk-history li")
    ]
    assert told == [["乙", "丙"], ["甲", "乙"]]


@pytest.mark.parametrize("field", ["headline", "body", "byline", "published_at", "source", "topics"])
def test_each_field_can_be_restored_alone(desk, field):
    article = make_imported()
    article.tags.set(["首爾"])
    before = {
        name: str(getattr(article, name)) for name in ("headline", "body", "byline", "published_at", "source")
    }
    typed = {"headline": "新題", "body": "新文。", "byline": "", "published_at_0": "2020-01-01", "source": ""}
    edit(desk, article, **typed, tags="釜山", **as_new("釜山"))
    restore(desk, article, article.changes.get(), field)
    now = read_again(article)
    assert [tag.name for tag in now.tags.all()] == (["首爾"] if field == "topics" else ["釜山"])
    back = {name for name, value in before.items() if str(getattr(now, name)) == value}
    assert back == ({field} if field != "topics" else set())


def test_all_of_a_change_can_be_restored_at_once_and_taken_back_again(desk, editor):
    article = make_article("舊題", body="舊文。", tags=["首爾"])
    edit(desk, article, headline="新題", body="新文。", tags="釜山", **as_new("釜山"))
    restore(desk, article, article.changes.get())
    assert (read_again(article).headline, read_again(article).body) == ("舊題", "舊文。")
    change = article.changes.first()
    assert (change.why, change.by) == (Why.RESTORE, editor)
    restore(desk, article, change)
    now = read_again(article)
    assert (now.headline, now.body, now.tags.get().name) == ("新題", "新文。", "釜山")


def test_nothing_is_restored_over_what_somebody_saved_since(desk):
    article = make_article("舊題")
    edit(desk, article, headline="新題")
    answer = restore(desk, article, article.changes.get(), version=article.version)
    assert read_again(article).headline == "新題"
    assert [message.level_tag for message in answer.context["messages"]][-1] == "warning"


def test_an_author_sees_the_versions_of_what_is_published_and_restores_none(works_as):
    article = make_article("舊題")
    article.headline = "新題"
    article.save()
    author = works_as("Authors")
    assert "還原" not in author.get(history_of(article)).content.decode()
    restore(author, article, article.changes.get())
    assert read_again(article).headline == "新題"


def test_a_history_of_any_length_is_read_in_pages_and_as_many_queries(desk, django_assert_max_num_queries):
    article = make_article("題目0")
    for number in range(1, 31):
        article.headline = f"題目{number}"
        article.save()
    with django_assert_max_num_queries(12):
        page = page_at(desk, history_of(article))
    assert len(page.cssselect(".desk-history > li")) == 20
    older = page.cssselect("a[href^='?before=']")[0].get("href")
    assert len(page_at(desk, history_of(article) + older).cssselect(".desk-history > li")) == 10


def test_sources_and_topics_are_looked_up_once_however_often_they_changed(
    desk, django_assert_max_num_queries
):
    article = make_article(source=make_source("甲社"), tags=["首爾"])
    for number in range(4):
        topic = f"第{number}題"
        edit(desk, article, source=make_source(f"第{number}社").pk, tags=topic, **as_new(topic))
    with django_assert_max_num_queries(14):
        page = page_at(desk, history_of(article))
    told = [node.text for node in page.cssselect(".diff del")]
    assert {"甲", "首爾"} <= {*told}
