"""The list of articles: found in either script, filtered, changed many at once, always as cheap."""

import pytest
from django.contrib.admin.models import LogEntry
from lxml import html

from articles.discovery.search import backend
from articles.discovery.search.base import SearchTookTooLong
from articles.models import Article, Tag
from articles.models.articles.article import Status
from articles.models.articles.rendering import ArticleRendering
from tests.admin.builders import as_new
from tests.builders import make_article, make_source, make_summary

pytestmark = pytest.mark.django_db

LIST = "/admin/articles/article/"


def listed(client, **query):
    answer = client.get(LIST, query, follow=True)
    assert answer.status_code == 200
    return [article.headline for article in answer.context["cl"].result_list]


def publish_address(article):
    return f"{LIST}{article.pk}/publish/"


def act(client, action, *articles, **fields):
    data = {"action": action, "_selected_action": [article.pk for article in articles], **fields}
    return client.post(LIST, data, follow=True)


@pytest.mark.parametrize("typed", ["韓國", "韩国", "ＬＥＥ", "lee", "韓國 LEE", "　韓國　lee "])
def test_search_finds_a_headline_in_either_script_and_width(desk, typed):
    make_article("韓國總統 Lee 訪日")
    make_article("燈塔來信")
    assert listed(desk, q=typed) == ["韓國總統 Lee 訪日"]


@pytest.mark.parametrize("status", ["draft", "published", "withdrawn"])
def test_search_finds_words_of_the_body(desk, status):
    make_article("渡輪", body="霧中的碼頭，海上生明月。", status=status)
    assert listed(desk, q="码头") == ["渡輪"]
    assert listed(desk, q="月") == ["渡輪"]
    assert listed(desk, q="頭碼") == []


def test_search_of_what_is_published_reads_its_index_and_not_the_texts(desk):
    make_article("渡輪", body="霧中的碼頭。", status="published")
    assert ArticleRendering.objects.get().unindexed == ""
    assert listed(desk, q="碼頭") == ["渡輪"]


def test_search_finds_an_article_by_its_words_whenever_readers_may_see_it(desk):
    article = make_article("渡輪", body="霧中的碼頭。", status="draft")
    for status in (Status.PUBLISHED, Status.WITHDRAWN, Status.DRAFT):
        article.status = status
        article.save()
        assert listed(desk, q="码头") == ["渡輪"]


@pytest.mark.parametrize("typed", ["碼頭", "码头", "渡轮"])
def test_search_goes_on_while_the_index_does_not_answer(desk, monkeypatch, typed):
    def down(self, phrases):
        raise SearchTookTooLong

    make_article("渡輪", body="霧中的碼頭。", status="published")
    make_article("燈塔", body="甲。", status="published")
    monkeypatch.setattr(type(backend()), "articles", down)
    assert listed(desk, q=typed) == ["渡輪"]


def test_search_finds_the_source_and_the_topics(desk):
    make_article("渡輪", source=make_source("東海時報"), tags=["穿梭外交"])
    make_article("燈塔")
    assert listed(desk, q="东海 穿梭") == ["渡輪"]


def test_every_word_must_match(desk):
    make_article("渡輪")
    assert listed(desk, q="渡輪 燈塔") == []


def test_only_sources_with_articles_are_offered(desk):
    make_article("渡輪", source=make_source("東海時報"))
    make_source("無名報")
    page = html.fromstring(desk.get(LIST).content.decode())
    offered = " ".join(link.text_content() for link in page.cssselect("#changelist-filter a"))
    assert ("東海時報" in offered, "無名報" in offered) == (True, False)


def test_an_article_with_several_matching_topics_is_listed_once(desk):
    make_article("渡輪", tags=["外交", "穿梭外交"])
    assert listed(desk, q="外交") == ["渡輪"]


@pytest.mark.parametrize(
    "typed", ["\x00", "a\x00b", "%", "_", "'", "\\", "\u200b", "字" * 60_000, "a " * 3000, "\ud83e"]
)
def test_odd_queries_find_nothing_and_break_nothing(desk, typed):
    make_article("渡輪")
    assert desk.get(LIST, {"q": typed.encode("utf-8", "surrogatepass")}, follow=True).status_code == 200


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"status__exact": "draft"}, ["未刊"]),
        ({"headline_is_provisional__exact": "1"}, ["暫定"]),
        ({"summary": "none"}, ["暫定", "未刊"]),
        ({"summary": "en"}, ["暫定", "未刊", "有摘要"]),
        ({"summary": "zh"}, ["暫定", "未刊"]),
        ({"topic": "none"}, ["暫定", "未刊"]),
        ({"topic": "tag"}, ["有摘要"]),
        ({"topic": "9" * 30}, ["暫定", "未刊", "有摘要"]),
        ({"topic": "abc"}, ["暫定", "未刊", "有摘要"]),
    ],
)
def test_filters_find_what_needs_work(desk, query, found):
    make_summary(make_article("有摘要", tags=["外交"]))
    make_article("未刊", status="draft")
    make_article("暫定", headline_is_provisional=True)
    query = {name: value.replace("tag", str(Tag.objects.get().pk)) for name, value in query.items()}
    assert listed(desk, **query) == found


def test_publish_makes_the_selected_articles_public(desk):
    drafts = [make_article(f"草稿{number}", status="draft") for number in range(3)]
    act(desk, "publish", *drafts[:2])
    assert {article.headline for article in Article.objects.published()} == {"草稿0", "草稿1"}
    assert LogEntry.objects.count() == 2


def test_withdraw_hides_the_selected_articles(desk):
    act(desk, "withdraw", make_article())
    assert not Article.objects.published().exists()


def test_topics_are_added_to_many_articles_at_once(desk):
    articles = [make_article("渡輪", tags=["外交"]), make_article("燈塔")]
    act(
        desk,
        "add_topics",
        *articles,
        topics="shuttle diplomacy，李在明、外交",
        **as_new("shuttle diplomacy", "李在明"),
    )
    assert all(set(article.tags.names()) == {"外交", "shuttle diplomacy", "李在明"} for article in articles)


@pytest.mark.parametrize(("typed", "told"), [("", "Write the topics"), ("！！", "more than punctuation")])
def test_adding_topics_without_a_usable_name_says_why(desk, typed, told):
    answer = desk.post(
        f"/en{LIST}",
        {"action": "add_topics", "_selected_action": [make_article().pk], "topics": typed},
        follow=True,
    )
    assert told in answer.content.decode()
    assert not Tag.objects.exists()


def test_one_click_publishes_from_the_list(desk):
    article = make_article(status="draft")
    address = publish_address(article)
    assert f'formaction="{address}"' in desk.get(LIST).content.decode()
    answer = desk.post(address, headers={"referer": "http://testserver/admin/articles/article/?q=x"})
    assert answer.url.endswith("?q=x")
    assert Article.objects.published().get() == article


def test_one_click_never_leads_to_another_site(desk):
    address = publish_address(make_article(status="draft"))
    assert desk.post(address, headers={"referer": "https://elsewhere.example/"}).url == LIST


def test_publishing_by_a_plain_link_is_refused(desk):
    article = make_article(status="draft")
    assert desk.get(publish_address(article)).status_code == 405


def count_queries(client, recorder):
    with recorder as queries:
        assert client.get(LIST).status_code == 200
    return len(queries)


def test_the_list_costs_the_same_for_one_article_and_for_thirty(desk, django_assert_max_num_queries):
    make_summary(make_article("第一篇", source=make_source(), tags=["外交"]))
    first = count_queries(desk, django_assert_max_num_queries(20))
    for number in range(30):
        make_summary(make_article(f"第{number}篇", source=make_source(f"來源{number}"), tags=["外交"]))
    assert count_queries(desk, django_assert_max_num_queries(20)) == first


def test_the_list_reads_no_bodies(desk, django_assert_max_num_queries):
    make_article()
    with django_assert_max_num_queries(20) as queries:
        desk.get(LIST)
    assert not any('"articles_article"."body"' in query["sql"] for query in queries)


def test_the_languages_of_the_summaries_are_said_without_codes(desk):
    make_article("渡輪與燈塔", summaries={"zh-Hant": "渡輪靠岸。", "en": "The ferry lands."})
    column = html.fromstring(desk.get(LIST).content.decode()).cssselect(".field-summarised")
    assert column[0].text_content().split() == ["中", "EN"]
