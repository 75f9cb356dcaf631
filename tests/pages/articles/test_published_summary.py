"""Summaries as readers are told them: cited paragraphs, points, and what must be said of them, everywhere."""

import json
from datetime import UTC, datetime

import feedparser
import pytest
from django.utils.feedgenerator import rfc3339_date
from hypothesis import given
from lxml import html

from articles.models import Article
from articles.pages.articles.published_summary import linked
from articles.pages.cards.content import card_of_article
from tests.builders import make_article, make_source, make_summary, make_tag
from tests.strategies import texts_of

BODY = "第一段。\n\n第二段。\n\n第三段。"
BASE = "https://shuttle.example"
STALE = "本摘要審定後，文章已有改動。"
DRAFTED = "本摘要由機器起草，經編輯審定。"


def make_summarised(text="談判重開[2]。", *, body=BODY, source=None, **fields):
    article = make_article("渡輪與信使", body=body, source=source)
    make_summary(article, text=text, **fields)
    return article


@pytest.fixture
def told(read):
    """The summaries on an article's page, by language."""

    def told(article, prefix=""):
        page = read(prefix + article.get_absolute_url())
        return {node.get("lang"): node for node in page.cssselect("article [data-summary]")}

    return told


def links(node):
    return [(link.text, link.get("href")) for link in node.cssselect("sup a")]


# Citations


def test_a_summary_cites_paragraphs_by_link(told, read):
    article = make_summarised("渡輪靠岸[1]，談判重開 [3]。")
    summary = told(article)["zh-Hant"]
    assert summary.cssselect("p")[0].text_content() == "渡輪靠岸1，談判重開3。"
    assert links(summary) == [("1", "#p1"), ("3", "#p3")]
    assert read(article.get_absolute_url()).cssselect("[data-body] #p3")[0].text_content() == "第三段。"


def test_paragraphs_cited_together_stand_apart(told):
    raised = told(make_summarised("談判重開[1][3]。"))["zh-Hant"].cssselect("sup")
    assert [node.text_content() for node in raised] == ["1, 3"]


@pytest.mark.parametrize(
    ("language", "prefix", "name"),
    [("zh-Hant", "", "第 2 段"), ("zh-Hans", "/zh-hans", "第 2 段"), ("en", "", "paragraph 2")],
)
def test_a_citation_is_read_out_in_the_language_of_its_summary(told, language, prefix, name):
    summary = told(make_summarised("Talks[2].", language=language), prefix)[language]
    assert [link.get("aria-label") for link in summary.cssselect("sup a")] == [name]


def test_a_citation_of_a_paragraph_that_is_not_there_is_left_out(told):
    summary = told(make_summarised("談判重開[9]，渡輪靠岸[0]。"))["zh-Hant"]
    assert summary.cssselect("p")[0].text_content() == "談判重開，渡輪靠岸。"
    assert summary.cssselect("sup") == []


@pytest.mark.parametrize(("rights", "cited"), [("full", "23"), ("excerpt", ""), ("link", "")])
def test_what_rights_withhold_is_not_cited(told, rights, cited):
    article = make_summarised("談判重開[2][3]。", source=make_source(rights=rights))
    assert "".join(text for text, _href in links(told(article)["zh-Hant"])) == cited


def test_an_opening_that_is_shown_can_be_cited(told):
    article = make_summarised("談判重開[1][2]。", source=make_source(rights="excerpt"))
    assert links(told(article)["zh-Hant"]) == [("1", "#p1")]


def test_markup_in_a_summary_stays_text_around_its_citations(get):
    article = make_summarised('<b onclick="x">重開</b>[1]', points="<i>甲</i>[2]")
    page = get(article.get_absolute_url()).content.decode()
    assert "<b " not in page
    assert "<i>" not in page


@given(texts_of("[1]", "[2]", "[3]", "[", "]", "7", "。", "<p id='a'>", "<b>", "&", '"', "]]>", "<!--"))
def test_whatever_a_summary_says_only_its_citations_are_markup(text):
    shown = html.fromstring(f"<p>{linked(text, {1, 2}, 'paragraph {}', '')}</p>")
    assert {node.tag for node in shown.iter()} <= {"p", "sup", "a"}
    assert {href for _number, href in links(shown)} <= {"#p1", "#p2"}


@pytest.mark.parametrize(
    ("address", "words"), [("/", "談判重開。"), ("/en/", "談判重開。"), ("/zh-hans/", "谈判重开。")]
)
def test_lists_tell_the_words_alone(read, address, words):
    make_summarised("談判重開[2]。", points="三份作業[1]")
    page = read(address)
    assert [node.text_content() for node in page.cssselect(".card [data-summary]")] == [words]
    assert "三份作業" not in page.text_content()


# Points


def test_points_follow_the_text_and_cite_too(told):
    summary = told(make_summarised(points="一份作業[2]\n\n兩份作業\n"))["zh-Hant"]
    assert [point.text_content() for point in summary.cssselect(".points li")] == ["一份作業2", "兩份作業"]
    assert links(summary.cssselect(".points")[0]) == [("2", "#p2")]


def test_without_points_there_is_no_list(told):
    assert told(make_summarised())["zh-Hant"].cssselect("ul") == []


# What must be said


def remarks(node):
    return [remark.text for remark in node.cssselect(".remark")]


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_a_stale_summary_says_so_in_its_own_language(told, prefix):
    article = make_summarised(status="stale")
    make_summary(article, "en", "Talks resume.")
    summaries = told(article, prefix)
    assert remarks(summaries["zh-Hant"]) == [STALE]
    assert remarks(summaries["en"]) == []


def test_a_machine_drafted_summary_says_so_even_when_it_is_stale(told):
    assert remarks(told(make_summarised(origin="drafted", status="stale"))["zh-Hant"]) == [STALE, DRAFTED]


# What machines and those who share are told


@pytest.fixture
def feeds(get):
    """The summary of the newest article in Atom and in JSON Feed."""

    def feeds(prefix=""):
        atom = feedparser.parse(get(f"{prefix}/feed.atom").content, sanitize_html=False)
        return atom.entries[0].summary, get(f"{prefix}/feed.json").json()["items"][0]["summary"]

    return feeds


def make_full_summaries():
    article = make_summarised(
        "談判重開[2]。", points="三份作業[1]", status="stale", origin="drafted", drafted_by="LexRank"
    )
    make_summary(article, "en", "Talks resume [2].")
    return article


def test_feeds_tell_words_points_and_remarks(feeds):
    address = BASE + make_full_summaries().get_absolute_url()
    atom, json_feed = feeds()
    chinese, english = html.fragments_fromstring(atom)
    assert [node.text_content() for node in chinese] == [
        "談判重開2。",
        "三份作業1",
        STALE,
        "本摘要由機器（LexRank）起草，經編輯審定。",
    ]
    assert links(chinese) == [("2", f"{address}#p2"), ("1", f"{address}#p1")]
    assert (english.get("lang"), english.text_content()) == ("en", "Talks resume2.")
    assert json_feed == f"談判重開。\n{STALE}\n本摘要由機器（LexRank）起草，經編輯審定。\n\nTalks resume."


def test_a_feed_cites_no_more_than_it_shows(feeds):
    make_summarised("談判重開[2]。", source=make_source(rights="link"))
    assert "<a" not in feeds()[0]


def test_a_feed_says_when_a_summary_was_published_later_than_its_article(get):
    article = make_summarised()
    Article.objects.update(updated_at=datetime(2026, 1, 15, tzinfo=UTC))
    reviewed = article.summaries.get().reviewed_at
    for form in ("atom", "json"):
        assert rfc3339_date(reviewed) in get(f"/feed.{form}").content.decode()


@pytest.fixture
def data(read):
    def data(article):
        (element,) = read(article.get_absolute_url()).cssselect("head script[type='application/ld+json']")
        return json.loads(element.text)["@graph"][0]

    return data


def test_structured_data_keeps_the_abstract_pure_and_says_the_rest_of_the_summary_itself(data):
    told = data(make_full_summaries())
    assert [each["@value"] for each in told["abstract"]] == ["談判重開。", "Talks resume."]
    assert told["subjectOf"] == [
        {
            "@type": "CreativeWork",
            "text": "談判重開。",
            "inLanguage": "zh-Hant",
            "creditText": "本摘要由機器（LexRank）起草，經編輯審定。",
            "creativeWorkStatus": STALE,
        }
    ]
    assert not {"creditText", "creativeWorkStatus"} & told.keys()


@pytest.mark.parametrize(("prefix", "words"), [("", "談判重開。"), ("/en", "Talks resume.")])
def test_descriptions_are_the_words_in_the_readers_language(read, prefix, words):
    page = read(prefix + make_full_summaries().get_absolute_url())
    for name in ("meta[name=description]", "meta[property='og:description']"):
        assert page.cssselect(name)[0].get("content") == words


def test_a_card_says_the_headline_without_citations():
    article = make_article("Ferries", language="en")
    make_summary(article, headline="渡輪與信使[1]")
    assert card_of_article(article).title.text == "渡輪與信使"


@pytest.mark.parametrize("word", ["作業", "重開。"])
def test_search_shows_where_the_words_stand_without_citations(read, word):
    make_summarised("談判重開[2]。", points="三份作業[1]")
    (shown,) = read(f"/search/?q={word}").cssselect(".card .excerpt")
    assert "[" not in shown.text_content()
    assert shown.cssselect("mark")


@pytest.mark.parametrize(
    ("prefix", "languages"),
    [("", ["zh-Hant", "en"]), ("/zh-hans", ["zh-Hans", "en"]), ("/en", ["en", "zh-Hant"])],
)
def test_our_words_on_a_topic_begin_with_the_readers_language(read, prefix, languages):
    tag = make_tag("首爾", description_zh="韓國首都。", description_en="Capital of Korea.")
    page = read(prefix + tag.get_absolute_url())
    assert [node.get("lang") for node in page.cssselect(".editors-words section")] == languages
