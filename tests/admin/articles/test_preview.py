"""The form's Preview shows the page as readers would see it by what is typed, and nothing is saved."""

import pytest
from lxml import html

from articles.management.roles import AUTHORS
from articles.models import Article, Tag
from tests.admin.builders import form_data
from tests.builders import make_article, make_copies, make_source, make_summary, make_tag

pytestmark = pytest.mark.django_db

ARTICLES = "/en/admin/articles/article/"


def preview(client, article, **typed):
    data = form_data(client, f"{ARTICLES}{article.pk}/change/", **typed)
    return client.post(f"{ARTICLES}{article.pk}/preview/", data)


def preview_new(client, **typed):
    return client.post(f"{ARTICLES}preview/", form_data(client, f"{ARTICLES}add/", **typed))


def page_of(answer):
    assert answer.status_code == 200
    return html.fromstring(answer.content.decode())


def words_in(page, selector):
    return [one.text_content().strip() for one in page.cssselect(selector)]


def test_it_is_the_readers_page_with_the_words_as_typed_and_nothing_is_saved(desk):
    article = make_article(status="draft")
    page = page_of(
        preview(desk, article, headline="燈塔來信", standfirst="三行", body="## 小標\n\n燈塔亮了。")
    )
    assert words_in(page, "article.sheet h1") == ["燈塔來信"]
    assert words_in(page, ".standfirst") == ["三行"]
    assert words_in(page, "[data-body] h2") == ["小標"]
    assert words_in(page, "header.masthead")
    stored = Article.objects.get()
    assert (stored.headline, stored.body, stored.version) == (article.headline, article.body, article.version)


def test_it_says_that_nothing_is_saved_and_no_machine_keeps_it(desk):
    answer = preview(desk, make_article())
    page = page_of(answer)
    assert "Not saved" in page.cssselect(".preview")[0].text_content()
    assert page.cssselect("meta[name=robots]")[0].get("content") == "noindex, nofollow"
    assert "no-store" in answer["Cache-Control"]


def test_summaries_of_any_state_are_there_and_say_it(desk):
    article = make_article(summaries={"zh-Hant": "談判重開。"})
    make_summary(article, "en", "Talks resumed.", status="draft")
    page = page_of(preview(desk, article))
    assert "Talks resumed." in words_in(page, "[data-summary][lang=en] p")
    assert words_in(page, "[data-summary] .state") == ["Draft"]


def test_topics_as_typed_stand_beside_and_in_the_body_and_new_ones_are_not_made(desk):
    article, known = make_article(status="draft"), make_tag("渡輪")
    page = page_of(preview(desk, article, tags="渡輪、燈塔學", body="渡輪靠岸。"))
    assert words_in(page, ".side .names")[0].split() == ["渡輪", "燈塔學"]
    assert page.cssselect("[data-body] a[rel=tag]")[0].get("href").startswith(f"/en/tags/{known.pk}/")
    assert not Tag.objects.filter(name="燈塔學").exists()


def test_what_stands_beside_the_stored_article_stands_there(desk):
    article, copy = make_copies()
    page = page_of(preview(desk, article, headline="首發，改過"))
    assert words_in(page, "[data-mirror]") == [copy.headline]


def test_the_rights_of_the_source_that_is_chosen_hold(desk):
    source = make_source(rights="link")
    page = page_of(preview(desk, make_article(), source=str(source.pk)))
    assert not page.cssselect("[data-body]")


def test_an_article_that_is_not_stored_yet_has_one_too(desk):
    page = page_of(preview_new(desk, headline="燈塔來信", body="燈塔亮了。", tags="燈塔學"))
    assert words_in(page, "article.sheet h1") == ["燈塔來信"]
    assert words_in(page, "[data-body] p") == ["燈塔亮了。"]
    assert not Article.objects.exists()


def test_what_the_form_would_refuse_is_shown_as_far_as_it_goes(desk):
    page = page_of(preview(desk, make_article(), headline="", published_at_0="昨天", body="燈塔亮了。"))
    assert words_in(page, "[data-body] p") == ["燈塔亮了。"]
    assert words_in(page, "article.sheet h1") == [""]


def test_a_body_beyond_the_limits_is_told(desk):
    page = page_of(preview(desk, make_article(), body="> " * 60 + "深"))
    assert "nested more than 24 levels" in page.cssselect(".preview [role=alert]")[0].text_content()


def test_markup_of_strangers_is_no_markup(desk):
    answer = preview(desk, make_article(), body="<script>alert(1)</script>", headline="<b>燈</b>")
    assert "<script>alert" not in answer.content.decode()
    assert "<b>燈" not in answer.content.decode()


def test_asked_for_by_a_link_it_leads_to_the_form(desk):
    article = make_article()
    assert desk.get(f"{ARTICLES}{article.pk}/preview/").url == f"{ARTICLES}{article.pk}/change/"
    assert desk.get(f"{ARTICLES}preview/").url == f"{ARTICLES}add/"


def test_of_an_article_one_may_not_change_there_is_none(works_as):
    author = works_as(AUTHORS)
    assert author.post(f"{ARTICLES}{make_article().pk}/preview/", {"body": "x"}).status_code == 403
