"""The first mention of a topic in a body leads to its page."""

import pytest
from django.utils.html import escape
from hypothesis import assume, given

from articles.discovery.links import by_prefix, link_topics, names_in
from articles.models import Label, Tag
from articles.models.articles.derivation import derive
from tests.builders import make_article, make_tag
from tests.strategies import texts_of

NAMES = by_prefix(
    (
        ("李在明", 1, "李在明"),
        ("李在", 2, "李在"),
        ("韓國", 3, "韓國"),
        ("APEC", 4, "apec"),
        ("Lee Jae-myung", 1, "李在明"),
    )
)


def linked(html):
    return link_topics(html, NAMES).replace(' rel="tag"', "")


def test_a_name_is_linked():
    assert linked("<p>總統李在明抵達。</p>") == '<p>總統<a href="/tags/1/李在明/">李在明</a>抵達。</p>'


def test_a_name_in_the_other_script_is_linked_as_it_is_written():
    assert linked("<p>韩国</p>") == '<p><a href="/tags/3/韓國/">韩国</a></p>'


def test_the_longest_name_wins():
    assert "/tags/2/" not in linked("<p>李在明</p>")


def test_a_topic_is_linked_once_whatever_it_is_called():
    assert linked("<p>李在明（Lee Jae-myung）與李在明</p>").count("<a ") == 1


@pytest.mark.parametrize(
    "html",
    [
        '<p><a href="https://news.example/">李在明</a></p>',
        "<h2>李在明</h2>",
        "<figure><figcaption>李在明<cite>韓國</cite></figcaption></figure>",
        "<p>《李在明傳》</p>",
        '<img alt="李在明">',
        "<p>APECX</p>",
        "<p>XAPEC</p>",
        "<p>lt &amp;lt; apecs</p>",
    ],
)
def test_a_name_is_left_alone_where_it_is_no_mention(html):
    assert linked(html) == html


def test_linking_again_changes_nothing():
    once = link_topics("<p>李在明與韓國</p>", NAMES)
    assert link_topics(once, NAMES) == once


@given(
    texts_of("李在明", "李在", "韓", "国", "APEC", "Ａ", "Lee Jae-myung", "ﬁ", "《", "&", ";", "\u3000", "<")
)
def test_only_links_are_added(text):
    html = f"<p>{escape(text)}</p>"
    linked = link_topics(html, NAMES)
    assume(linked != html)
    assert link_topics(linked, {}) == html


@pytest.mark.django_db
class TestDeriving:
    def test_a_body_links_its_topics(self):
        article = make_article(body="總統李在明抵達奈良。", tags=["李在明"])
        assert f'href="/tags/{article.tags.get().pk}/李在明/"' in article.body_html

    def test_a_topic_without_articles_is_not_linked(self):
        Tag.objects.named(["奈良"])
        assert "<a " not in make_article(body="總統李在明抵達奈良。").body_html

    def test_an_editor_can_switch_links_off_for_an_article(self):
        article = make_article(body="總統李在明抵達。", tags=["李在明"], link_topics=False)
        assert "<a " not in article.body_html

    def test_an_editor_can_switch_links_off_for_a_name(self):
        article = make_article(body="總統李在明抵達。", tags=["李在明"])
        Label.objects.update(is_linked=False)
        derive(article, ["links"])
        assert "<a " not in article.body_html

    def test_a_name_that_is_written_anew_is_linked_as_it_is_written_now(self):
        article = make_article(body="總統李在明抵達奈良。", tags=["李在民"])
        label = article.tags.get().labels.get()
        label.text = "李在明"
        label.save()
        derive(article, ["links"])
        assert ">李在明</a>" in article.body_html

    def test_of_the_glossary_only_names_that_may_stand_in_the_text_are_read(self):
        for name in ("李在明", "奈良", "G7"):
            make_tag(name)
        assert set(names_in("總統李在鎔抵達，ｇ７開會。")) == {"李在", "g7"}

    def test_links_keep_the_readers_language(self, client):
        article = make_article(body="總統李在明抵達。", tags=["李在明"])
        page = client.get(f"/en{article.get_absolute_url()}").content.decode()
        assert f'<a rel="tag" href="/en/tags/{article.tags.get().pk}/' in page.split("data-body")[1]
