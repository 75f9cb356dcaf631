"""Addresses never die: whatever leads to a page by number or name ends at its canonical address, at once."""

from urllib.parse import quote

import pytest

from articles.models import Article, TagMerge
from tests.builders import make_article, make_source, make_tag


@pytest.mark.parametrize(
    "after",
    ["", "/", "/wrong/", "/渡輪與信使", "/渡輪與信使/，很好看", "/a/b/c", "，快看", "/渡輪與信使/\n再看"],
    ids=repr,
)
def test_anything_after_the_number_of_an_article_leads_to_it(location, after):
    article = make_article("渡輪與信使")
    assert location(f"/articles/{article.pk}{quote(after)}") == article.get_absolute_url()


def test_a_slug_encoded_twice_leads_to_the_article(location):
    article = make_article("渡輪與信使")
    assert location(f"/articles/{article.pk}/{quote(quote(article.slug))}/") == article.get_absolute_url()


@pytest.mark.parametrize("prefix", ["/en", "/zh-hans"])
def test_the_language_asked_for_is_kept(location, prefix):
    article = make_article("渡輪與信使", tags=["首爾"])
    tag = article.tags.get()
    assert location(f"{prefix}/articles/{article.pk}") == prefix + article.get_absolute_url()
    assert location(f"{prefix}/tags/首爾/") == prefix + tag.get_absolute_url()
    assert location(f"{prefix}/t/{tag.pk}") == prefix + tag.get_absolute_url()


@pytest.mark.parametrize("name", ["首爾", "首尔", "  首爾 ", "首爾/", "首\u200b爾"], ids=repr)
def test_a_topic_is_found_by_its_name_in_either_script(location, name):
    tag = make_tag("首爾")
    assert location(f"/tags/{quote(name)}") == tag.get_absolute_url()


@pytest.mark.parametrize("name", ["Shuttle Diplomacy", "SHUTTLE diplomacy", "ｓｈｕｔｔｌｅ diplomacy"])
def test_a_topic_is_found_whatever_the_case_and_width(location, name):
    tag = make_tag("shuttle diplomacy")
    assert location(f"/tags/{quote(name)}/") == tag.get_absolute_url()


def test_a_topic_whose_name_has_a_slash_is_found(location):
    tag = make_tag("AI/ML")
    assert location("/tags/AI/ML/") == tag.get_absolute_url()


def test_a_topic_named_by_a_number_comes_before_the_topic_of_that_number(location):
    numbered = make_tag("首爾")
    named = make_tag(str(numbered.pk))
    assert location(f"/tags/{numbered.pk}/") == named.get_absolute_url()
    assert location(f"/tags/{named.pk}/") == named.get_absolute_url()


@pytest.mark.parametrize("after", ["", "/", "，很好看", "/x"])
def test_the_short_form_leads_to_the_topic(location, after):
    tag = make_tag("首爾")
    assert location(f"/t/{tag.pk}{quote(after)}") == tag.get_absolute_url()


@pytest.mark.parametrize("after", ["/wrong/", "/wrong", "/首爾/再看"])
def test_anything_after_the_number_of_a_topic_leads_to_it(location, after):
    tag = make_tag("首爾")
    assert location(f"/tags/{tag.pk}{quote(after)}") == tag.get_absolute_url()


@pytest.mark.parametrize("after", ["", "/", "/wrong/", "，快看"])
def test_anything_after_the_number_of_a_source_leads_to_it(location, after):
    source = make_source("海岬通訊社")
    make_article(source=source)
    assert location(f"/sources/{source.pk}{quote(after)}") == source.get_absolute_url()


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_a_source_of_hidden_articles_alone_is_named_nowhere(get, status):
    source = make_source("未公開通訊社")
    make_article(source=source, status=status)
    addresses = [f"/sources/{source.pk}", source.get_absolute_url(), f"{source.get_absolute_url()}feed.atom"]
    assert [get(address).status_code for address in addresses] == [404, 404, 404]
    assert "未公開通訊社" not in get("/search/").content.decode()


def test_a_feed_under_an_old_slug_leads_to_the_feed(location):
    tag = make_tag("首爾")
    assert location(f"/tags/{tag.pk}/old/feed.atom") == f"{tag.get_absolute_url()}feed.atom"


@pytest.mark.parametrize(
    "address",
    [
        "/articles/999/",
        "/articles/99999999999999999999999999/x/",
        "/articles/",
        "/tags/沒有這個/",
        "/tags/%00/",
        "/tags/🤝/",
        "/t/999",
        "/sources/999/x/",
        "/tags/999/x/feed.json",
    ],
)
def test_what_does_not_exist_is_not_found(client, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("address", ["/tags", "/sources", "/en", "/zh-hans/tags"])
def test_a_missing_last_slash_is_added(location, address):
    assert location(address) == f"{address}/"


def test_an_unpublished_article_is_not_betrayed_by_a_redirect(client):
    assert client.get(f"/articles/{make_article(status='draft').pk}").status_code == 404


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_a_topic_of_hidden_articles_alone_is_named_nowhere(get, status):
    tag = make_article(tags=["未公開題目"], status=status).tags.get()
    make_article(tags=["公開題目"])
    tag.labels.create(text="Secret topic", language="en", kind="preferred")
    page = tag.get_absolute_url()
    for address in (
        page,
        f"/t/{tag.pk}",
        f"/tags/{tag.pk}",
        "/tags/未公開題目/",
        "/tags/Secret%20topic/",
        f"{page}feed.atom",
        f"{page}card.png",
        "/tags/未公開的題目/",
        "/tags/",
        "/search/?q=公開題目",
        "/search/?q=Secret%20topic",
        "/sitemap-tags.xml",
    ):
        answer = get(address)
        assert answer.status_code in (200, 404), address
        told = answer.content.decode() + answer.get("Location", "")
        assert "secret-topic" not in told
        assert address.startswith(page) or page not in told  # an error names the address it was asked for


def test_a_topic_appears_with_its_first_article(get):
    article = make_article(tags=["題目"], status="draft")
    tag = article.tags.get()
    assert get(tag.get_absolute_url()).status_code == 404
    article.refresh_from_db()
    article.status = "published"
    article.save()
    assert get(tag.get_absolute_url()).status_code == 200


def test_a_topic_that_an_editor_made_ahead_has_its_page(get):
    assert get(make_tag("題目").get_absolute_url()).status_code == 200


def test_a_topic_of_a_discarded_draft_stays_unknown(get):
    article = make_article(tags=["題目"], status="draft")
    address = article.tags.get().get_absolute_url()
    article.delete()
    assert get(address).status_code == 404


def test_a_topic_merged_into_a_hidden_one_is_hidden_too(get):
    first, second = make_article(tags=["甲題", "乙題"], status="draft").tags.order_by("pk")
    TagMerge.merge(first.pk, second.pk)
    assert get(f"/t/{first.pk}").status_code == 404


def test_a_hidden_topic_is_not_linked_from_a_body(read):
    make_article(tags=["信使"], status="draft")
    article = make_article(tags=["渡輪"])
    linked = read(article.get_absolute_url()).cssselect("[data-body] a[rel=tag]")
    assert [link.text for link in linked] == ["渡輪"]


@pytest.mark.parametrize("address", ["/articles/{}/{}/", "/articles/{}", "/a/{}", "/en/articles/{}/x/"])
def test_a_withdrawn_article_is_gone_and_its_topics_go_on(read, address):
    make_article(tags=["首爾"])
    article = make_article("撤下的標題", tags=["首爾", "只在此處"])
    article.status = "withdrawn"
    article.save()
    page = read(address.format(article.pk, article.slug), status=410)
    assert [link.text for link in page.cssselect(".names a[rel=tag]")] == ["首爾"]
    assert "撤下的標題" not in page.text_content()


def test_no_browser_keeps_that_an_article_is_gone_or_has_moved(get):
    gone, moved = make_article(status="withdrawn"), make_article("新名")
    Article.objects.filter(pk=gone.pk).update(was_public=True)
    for address, status in ((f"/articles/{gone.pk}/x/", 410), (f"/articles/{moved.pk}/x/", 301)):
        answer = get(address)
        assert (answer.status_code, answer["Cache-Control"]) == (status, "no-cache")


def test_what_was_withdrawn_before_anybody_saw_it_is_not_found(get):
    article = make_article(status="draft")
    article.status = "withdrawn"
    article.save()
    assert get(f"/a/{article.pk}").status_code == 404


def test_the_short_form_leads_to_the_article(location):
    article = make_article("渡輪與信使")
    assert location(f"/en/a/{article.pk}，很好看") == "/en" + article.get_absolute_url()
