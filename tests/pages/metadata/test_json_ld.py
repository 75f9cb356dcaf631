"""JSON-LD: it parses, it names what the page shows, and nothing in it ends its element."""

import json
from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from articles.models.topics.tag import validate_wikidata
from articles.pages.metadata.json_ld import script
from tests.builders import make_article, make_source, make_tag

BASE = "https://shuttle.example"
ELSEWHERE = "https://press.example/story/7"


@pytest.fixture
def data(read):
    """The things of a page's JSON-LD by type."""

    def data(address):
        (element,) = read(address).cssselect("head script[type='application/ld+json']")
        told = json.loads(element.text)
        assert told["@context"] == "https://schema.org"
        return {thing["@type"]: thing for thing in told["@graph"]}

    return data


def make_full_article(**fields):
    house = {"rights": "full", "home_page": "https://press.example/", "time_zone": "Asia/Seoul"}
    defaults = {
        "byline": "林可、周棠",
        "source": make_source("海岬通訊社", **house),
        "source_url": ELSEWHERE,
        "published_at": datetime(2026, 1, 15, 12, 30, tzinfo=UTC),
        "tags": ["首爾"],
        "summaries": {"zh-Hant": "談判重開。", "en": "Talks resume."},
    }
    return make_article("渡輪與信使", **{**defaults, **fields})


def test_an_article_names_what_its_page_shows(data):
    article = make_full_article()
    told = data(article.get_absolute_url())["NewsArticle"]
    assert told["headline"] == "渡輪與信使"
    assert told["inLanguage"] == "zh-Hant"
    assert told["datePublished"] == "2026-01-15T21:30+09:00"
    assert told["author"] == [{"@type": "Person", "name": "林可"}, {"@type": "Person", "name": "周棠"}]
    assert told["publisher"] == {
        "@type": "Organization",
        "name": "海岬通訊社",
        "url": "https://press.example/",
    }
    assert told["url"] == BASE + article.get_absolute_url()
    assert told["mainEntityOfPage"] == told["isBasedOn"] == ELSEWHERE
    assert told["isPartOf"]["name"] == "穿梭閱讀 Shuttle"
    assert told["isAccessibleForFree"] is True
    assert [topic["name"] for topic in told["about"]] == ["首爾"]
    assert told["image"]["url"].startswith(f"{BASE}{article.get_absolute_url()}card.png?v=")
    assert datetime.fromisoformat(told["dateModified"]).tzinfo


def test_our_summaries_are_the_abstract_in_their_languages(data):
    told = data(make_full_article().get_absolute_url())["NewsArticle"]
    assert told["abstract"] == [
        {"@value": "談判重開。", "@language": "zh-Hant"},
        {"@value": "Talks resume.", "@language": "en"},
    ]


def test_a_date_is_as_exact_as_printed(data):
    day = make_full_article(published_precision="day", published_at=datetime(2026, 1, 15, tzinfo=UTC))
    assert data(day.get_absolute_url())["NewsArticle"]["datePublished"] == "2026-01-15"


def test_what_is_not_known_is_not_said(data):
    told = data(make_article().get_absolute_url())["NewsArticle"]
    unknown = {"datePublished", "author", "publisher", "isBasedOn", "abstract", "about"}
    assert told.keys() & unknown == set()


@pytest.mark.parametrize(
    ("kind", "type_"),
    [
        ("person", "Person"),
        ("place", "Place"),
        ("organisation", "Organization"),
        ("event", "Event"),
        ("topic", "Thing"),
    ],
)
def test_a_topic_is_about_something_of_its_kind(data, kind, type_):
    tag = make_tag("首爾", kind=kind)
    assert data(tag.get_absolute_url())["CollectionPage"]["about"]["@type"] == type_


def test_a_topic_has_its_names_in_every_language(data):
    tag = make_tag("首爾")
    for language, text in {"en": "Seoul", "ko": "서울"}.items():
        tag.labels.create(text=text, language=language, kind="preferred")
    about = data(f"/en{tag.get_absolute_url()}")["CollectionPage"]["about"]
    assert about["name"] == "Seoul"
    names = {name["@language"]: name["@value"] for name in about["alternateName"]}
    assert names == {"zh-Hant": "首爾", "ko": "서울"}


def test_a_topic_lists_the_articles_of_its_page_in_their_order(data, read):
    tag = make_tag("首爾")
    for number in range(3):
        make_article(f"第{number}篇", tags=[tag])
    listed = data(tag.get_absolute_url())["CollectionPage"]["mainEntity"]
    shown = [link.get("href") for link in read(tag.get_absolute_url()).cssselect(".card h2 a")]
    assert listed["numberOfItems"] == 3
    assert [item["url"].removeprefix(BASE) for item in listed["itemListElement"]] == shown
    assert [item["position"] for item in listed["itemListElement"]] == [1, 2, 3]


def test_a_source_page_is_about_its_publisher(data):
    source = make_source("海岬通訊社", home_page="https://press.example/")
    make_article(source=source)
    about = data(source.get_absolute_url())["CollectionPage"]["about"]
    assert about == {"@type": "Organization", "name": "海岬通訊社", "url": "https://press.example/"}


def test_the_front_page_says_how_to_search(data, get):
    action = data("/en/")["WebSite"]["potentialAction"]
    address = action["target"]["urlTemplate"].replace("{search_term_string}", "渡輪")
    assert get(address.removeprefix(BASE)).status_code == 200


@pytest.mark.parametrize("prefix", ["", "/zh-hans", "/en"])
def test_the_way_to_a_page_leads_over_pages_that_are_there(data, get, prefix):
    article = make_full_article()
    for page in (article, article.source, article.tags.first()):
        steps = data(prefix + page.get_absolute_url())["BreadcrumbList"]["itemListElement"]
        assert steps[-1]["item"] == BASE + prefix + page.get_absolute_url()
        assert [get(step["item"].removeprefix(BASE)).status_code for step in steps] == [200] * len(steps)


@given(st.text(st.sampled_from('<>&!-/"\\\u2028\u2029\r\nscript]') | st.characters(codec="utf-8")))
def test_no_text_ends_the_element_or_changes_on_the_way(text):
    element = html.fromstring(f"<div>{script({'name': f'</script><!--{text}'})}</div>")[0]
    assert json.loads(element.text) == {
        "@context": "https://schema.org",
        "@graph": [{"name": f"</script><!--{text}"}],
    }


def test_nothing_in_it_is_markup_or_a_line_end_of_javascript():
    inside = script({"name": "</script><!-- & \u2028 \u2029"}).split(">", 1)[1].removesuffix("</script>")
    assert not set(inside) & set("<>&\u2028\u2029")


def test_an_article_has_the_licence_that_its_source_states(data, read):
    terms = "https://press.example/terms"
    article = make_full_article()
    article.source.licence = terms
    article.source.save()
    told = data(article.get_absolute_url())["NewsArticle"]
    assert told["license"] == terms
    assert told["usageInfo"] == BASE + article.source.get_absolute_url()
    for address in (article.get_absolute_url(), article.source.get_absolute_url()):
        assert [link.get("href") for link in read(address).cssselect("a[rel~=license]")] == [terms]


def test_no_licence_is_made_up(data, read):
    article = make_full_article()
    assert "license" not in data(article.get_absolute_url())["NewsArticle"]
    assert not read(article.get_absolute_url()).cssselect("a[rel~=license]")


@pytest.mark.parametrize("typed", ["Q8684", "https://www.wikidata.org/wiki/Q8684"])
def test_a_topic_is_the_item_that_an_editor_says(data, read, typed):
    tag = make_article(tags=[make_tag("首爾", wikidata=typed)]).tags.get()
    page = "https://www.wikidata.org/wiki/Q8684"
    assert data(tag.get_absolute_url())["CollectionPage"]["about"]["sameAs"] == page
    assert [link.text for link in read(tag.get_absolute_url()).cssselect(f"a[href='{page}']")] == ["Wikidata"]


def test_of_a_topic_without_an_item_nothing_is_said(data, get):
    tag = make_article(tags=["首爾"]).tags.get()
    assert "sameAs" not in data(tag.get_absolute_url())["CollectionPage"]["about"]
    assert b"wikidata" not in get(tag.get_absolute_url()).content.lower()


@pytest.mark.parametrize(
    "typed",
    [
        "8684",
        "Q0",
        "q8684",
        "Q8684 ",
        "https://wikidata.org/wiki/Q1",
        "javascript:Q1",
        "Q1/..",
        "Q" + "1" * 40,
    ],
)
def test_what_is_no_item_is_refused(typed):
    with pytest.raises(ValidationError):
        validate_wikidata(typed)
