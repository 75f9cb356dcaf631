"""Atom and JSON Feed twins: valid, alike, and no more generous than the pages."""

from datetime import UTC, datetime

import feedparser
import pytest

from tests.builders import make_article, make_source, make_summary, make_tag
from tests.pages.conftest import SHORT

ELSEWHERE = "https://press.example/story/7"
BASE = "https://shuttle.example"


@pytest.fixture
def atom(get):
    def atom(address="/feed.atom"):
        answer = get(address)
        assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
        feed = feedparser.parse(answer.content)
        assert not feed.bozo, feed.bozo_exception
        return feed

    return atom


@pytest.fixture
def json_feed(get):
    def json_feed(address="/feed.json"):
        answer = get(address)
        assert answer["Content-Type"] == "application/feed+json"
        return answer.json()

    return json_feed


def make_full_article():
    return make_article(
        "渡輪與信使",
        byline="林可、周棠",
        source=make_source("海岬通訊社", rights="full"),
        source_url=ELSEWHERE,
        published_at=datetime(2026, 1, 15, 12, 30, tzinfo=UTC),
        body="![](/pictures/ab-40x30.png)\n\n見[日程](/tags/)。",
        tags=["首爾"],
        summaries={"zh-Hant": "談判重開。", "en": "Talks resume."},
    )


def test_an_atom_entry_tells_all_that_the_page_shows(atom):
    article = make_full_article()
    entry = atom().entries[0]
    assert entry.title == "渡輪與信使"
    assert entry.link == BASE + article.get_absolute_url()
    assert entry.id == f"{BASE}/articles/{article.pk}"
    assert entry.published == "2026-01-15T12:30:00+00:00"
    assert [author.name for author in entry.authors] == ["林可", "周棠"]
    assert [tag.term for tag in entry.tags] == ["首爾"]
    assert "談判重開。" in entry.summary
    assert "Talks resume." in entry.summary
    assert [link.href for link in entry.links if link.rel == "via"] == [ELSEWHERE]


def test_a_json_item_tells_the_same(json_feed):
    article = make_full_article()
    item = json_feed()["items"][0]
    content, modified, image = (item.pop(name) for name in ("content_html", "date_modified", "image"))
    assert image.startswith(f"{BASE}{article.get_absolute_url()}card.png?v=")
    assert item == {
        "id": f"{BASE}/articles/{article.pk}",
        "url": BASE + article.get_absolute_url(),
        "external_url": ELSEWHERE,
        "title": "渡輪與信使",
        "language": "zh-Hant",
        "summary": "談判重開。\n\nTalks resume.",
        "date_published": "2026-01-15T12:30:00+00:00",
        "authors": [{"name": "林可"}, {"name": "周棠"}],
        "tags": ["首爾"],
    }
    assert datetime.fromisoformat(modified).tzinfo
    assert "日程" in content


def test_the_content_begins_with_both_summaries_and_ends_with_a_short_address(atom, json_feed):
    article = make_full_article()
    for content in (atom().entries[0].content[0].value, json_feed()["items"][0]["content_html"]):
        told = [content.index(words) for words in ("談判重開。", "Talks resume.", "日程")]
        assert told == sorted(told)
        assert content.endswith(f'<p><a href="{BASE}/a/{article.pk}">{BASE[8:]}/a/{article.pk}</a></p>')


def test_a_feed_is_in_the_script_and_calls_articles_by_the_names_of_its_language(json_feed):
    make_full_article()
    make_summary(
        make_article("釜山三張椅子", published_at=datetime.now(UTC)), "en", "Busan.", headline="Three chairs"
    )
    read = json_feed("/zh-hans/feed.json")["items"]
    assert [item["title"] for item in read] == ["釜山三张椅子", "渡轮与信使"]
    assert (read[1]["language"], read[1]["tags"]) == ("zh-Hans", ["首尔"])
    assert read[1]["summary"].startswith("谈判重开。")
    assert json_feed("/en/feed.json")["items"][0]["title"] == "Three chairs"


def test_both_twins_carry_the_body(atom, json_feed):
    make_full_article()
    assert "日程" in atom().entries[0].content[0].value
    assert "日程" in json_feed()["items"][0]["content_html"]


def test_the_summaries_begin_with_the_language_of_the_feed(json_feed):
    make_full_article()
    assert json_feed("/en/feed.json")["items"][0]["summary"].startswith("Talks resume.")


def test_pictures_and_links_of_ours_have_whole_addresses(json_feed):
    make_full_article()
    content = json_feed()["items"][0]["content_html"]
    assert f'src="{BASE}/pictures/ab-40x30.png"' in content
    assert f'href="{BASE}/tags/"' in content


def test_pictures_of_others_keep_their_addresses(json_feed):
    make_article(body="![](https://press.example/a.png)")
    assert 'src="https://press.example/a.png"' in json_feed()["items"][0]["content_html"]


@pytest.mark.parametrize(("rights", "paragraphs"), [("excerpt", ["第一段"]), ("link", [])])
def test_feeds_show_no_more_than_the_page(json_feed, rights, paragraphs):
    source = make_source("海岬通訊社", rights=rights)
    make_article(body="第一段。\n\n第二段。", source=source, source_url=ELSEWHERE)
    content = json_feed()["items"][0]["content_html"]
    assert [text for text in ("第一段", "第二段") if text in content] == paragraphs
    assert f'<a href="{ELSEWHERE}">到海岬通訊社讀全文</a>' in content


def test_without_a_printed_date_no_date_of_publication_is_claimed(atom, json_feed):
    make_article()
    assert "date_published" not in json_feed()["items"][0]
    assert "published" not in atom().entries[0]


def test_an_entry_says_which_language_it_is_in(get):
    make_article("Ferries", language="en")
    assert b'<entry xml:lang="en">' in get("/feed.atom").content


def test_characters_that_xml_forbids_are_left_out(atom):
    make_article("渡\x0b輪", byline="林\x01可", body="靠\x0c岸\uffff。", summaries={"en": "Fer\x02ry"})
    entry = atom().entries[0]
    assert (entry.title, entry.author) == ("渡輪", "林可")
    assert "靠岸。" in entry.content[0].value
    assert "Ferry" in entry.summary


def test_drafts_are_in_no_feed(json_feed):
    make_summary(make_article(), "en", "Not yet.", status="draft")
    make_article("草稿", status="draft")
    items = json_feed()["items"]
    assert [item["title"] for item in items] == ["渡輪與信使"]
    assert "summary" not in items[0]


@pytest.mark.parametrize("form", ["atom", "json"])
@pytest.mark.parametrize("prefix", ["", "/zh-hans", "/en"])
def test_every_list_has_both_feeds_and_names_them(get, read, prefix, form):
    source, tag = make_source(), make_tag()
    make_article(source=source, tags=[tag])
    kind = {"atom": "application/atom+xml", "json": "application/feed+json"}[form]
    for address in ("/", tag.get_absolute_url(), source.get_absolute_url()):
        named = read(prefix + address).cssselect(f"link[rel=alternate][type='{kind}']")[0].get("href")
        assert named == f"{prefix}{address}feed.{form}"
        assert get(named).status_code == 200


def test_a_feed_is_about_its_topic(json_feed):
    tag = make_tag("首爾")
    make_article("在內", tags=[tag])
    make_article("在外")
    feed = json_feed(f"{tag.get_absolute_url()}feed.json")
    assert [item["title"] for item in feed["items"]] == ["在內"]
    assert feed["home_page_url"] == BASE + tag.get_absolute_url()
    assert feed["feed_url"] == f"{BASE}{tag.get_absolute_url()}feed.json"


def test_an_empty_feed_is_valid(atom, json_feed):
    assert atom().entries == []
    assert json_feed()["items"] == []


@pytest.mark.usefixtures("short_pages")
@pytest.mark.parametrize("form", ["atom", "json"])
def test_a_feed_takes_three_queries_whatever_its_length(get, form, django_assert_num_queries):
    for number in range(SHORT + 1):
        make_article(f"第{number}篇", source=make_source(), tags=["首爾"], summaries={"en": "Talks."})
    with django_assert_num_queries(3):
        get(f"/feed.{form}")


def test_a_feed_that_has_not_changed_is_not_sent_again(get):
    make_article()
    answer = get("/feed.json")
    assert get("/feed.json", if_none_match=answer["ETag"]).status_code == 304
