"""One rule for headlines: lists call an article in the reader's language, its own page as it is printed."""

from datetime import UTC, datetime

import pytest
from lxml import html

from articles.models import Related
from tests.builders import make_article, make_copies, make_source, make_summary, make_tag

OURS, PRINTED = "Three chairs in Busan", "釜山三張椅子"


@pytest.fixture
def article():
    article = make_article(
        PRINTED,
        tags=["釜山"],
        source=make_source("海岬通訊社"),
        published_at=datetime(2026, 1, 15, tzinfo=UTC),
    )
    make_summary(article, "en", "Talks in Busan.", headline=OURS)
    return article


def called(page, selector, article):
    """What the links to an article say, with their language."""
    links = [link for link in page.cssselect(selector) if article.get_absolute_url() in link.get("href", "")]
    return [
        (link.text_content().split("\n")[0], link.get("lang") or link.getparent().get("lang"))
        for link in links
    ]


@pytest.mark.parametrize("path", ["/en/", "/en/search/?q=釜山", "/en/tags/釜山/", "/en/sources/{}/"])
def test_every_list_calls_an_article_in_the_readers_language(client, article, path):
    answer = client.get(path.format(article.source_id), follow=True).content.decode()
    assert called(html.fromstring(answer), ".card h2 a", article) == [(OURS, "en")]


@pytest.mark.parametrize("path", ["/en/", "/en/search/?q=釜山"])
def test_the_printed_headline_stands_beneath(read, article, path):
    original = read(path).cssselect(".card .original")[0]
    assert (original.text_content(), original.get("lang")) == (PRINTED, "zh-Hant")


def test_a_search_marks_what_was_looked_for_in_the_printed_headline(read, article):
    assert read("/en/search/?q=釜山").cssselect(".card .original mark")[0].text_content() == "釜山"


def test_the_dots_of_a_topic_do_as_well(client, article):
    page = client.get("/en/tags/釜山/", follow=True).content.decode()
    assert f'<title lang="en">{OURS}</title>' in page


def test_so_do_related_articles_and_neighbours(read, article):
    other = make_article("渡輪", published_at=datetime(2026, 2, 1, tzinfo=UTC))
    Related.objects.all().delete()
    Related.objects.create(article=other, other=article, score=1)
    page = read("/en" + other.get_absolute_url())
    assert called(page, "[rel=related]", article) == [(OURS, "en")]
    assert page.cssselect(".neighbours [rel=next] [lang]")[0].text == OURS


def test_so_do_copies_of_a_story(read):
    lead, copy = make_copies()
    make_summary(copy, "en", "Talks.", headline=OURS)
    assert called(read("/en" + lead.get_absolute_url()), "[data-mirror]", copy) == [(OURS, "en")]


def test_the_page_of_an_article_is_headed_as_printed_with_ours_beside_it(read, article):
    opening = read("/en" + article.get_absolute_url()).cssselect("article .opening")[0]
    assert opening.cssselect("h1")[0].text == PRINTED
    translated = opening.cssselect(".translated")[0]
    assert (translated.text, translated.get("lang")) == (OURS, "en")


def test_a_reader_of_the_articles_language_meets_the_printed_headline_alone(read, article):
    page = read("/")
    assert (page.cssselect(".card h2")[0].text_content(), page.cssselect(".card .original")) == (PRINTED, [])
    assert read(article.get_absolute_url()).cssselect(".translated") == []


def test_a_related_article_says_where_and_when_it_was_printed_and_a_line_of_it(read, article):
    other = make_article("渡輪", tags=["釜山"])
    beside = read("/en" + other.get_absolute_url()).cssselect(".beside li")[0]
    facts = [fact.text_content() for fact in beside.cssselect(".facts > *")]
    assert (facts, beside.cssselect(".line")[0].text) == (["海岬通訊社", "15 Jan 2026"], "Talks in Busan.")


@pytest.mark.parametrize(("prefix", "longest"), [("", 100), ("/en", 200)])
def test_a_line_beside_an_article_ends_where_nobody_sees_it_any_more(read, prefix, longest):
    make_article("舊聞", tags=["釜山"], summaries={"zh-Hant": "渡輪" * 140, "en": "Ferry " * 40})
    page = read(prefix + make_article("渡輪", tags=["釜山"]).get_absolute_url())
    assert [len(line.text) for line in page.cssselect(".beside .line")] == [longest]


@pytest.mark.parametrize(
    ("prefix", "writers", "reason"), [("", "林可、周棠", "甲地、乙地"), ("/en", "林可, 周棠", "甲地, 乙地")]
)
def test_names_are_joined_as_the_readers_language_joins_them(read, prefix, writers, reason):
    make_tag("甲地"), make_tag("乙地")
    make_article("別處", tags=["甲地", "乙地"])
    page = read(prefix + make_article(byline="林可、周棠", tags=["甲地", "乙地"]).get_absolute_url())
    assert writers in [fact.text for fact in page.cssselect(".facts li")]
    assert page.cssselect("[rel=related]")[0].get("data-reason").endswith(reason)


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_an_article_has_a_short_address(client, prefix):
    article = make_article()
    address = prefix + article.get_absolute_url()
    answer = client.get(f"{prefix}/a/{article.pk}")
    assert (answer.status_code, answer["Location"]) == (301, address)
