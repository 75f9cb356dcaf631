"""How pages introduce themselves where a link is shared, and the ways to share it."""

from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit

import pytest

from articles.pages.cards.content import card_of_article
from tests.builders import make_article, make_source, make_tag

BASE = "https://shuttle.example"
ELSEWHERE = "https://press.example/story/7"
HOSTILE = '"><script>alert(1)</script>\r\nSet-Cookie: a=b'


@pytest.fixture
def told(read):
    """What a page says in its `meta` elements: {name: content}; of several the last."""

    def told(address):
        metas = read(address).cssselect("meta[content]")
        return {node.get("property") or node.get("name"): node.get("content") for node in metas}

    return told


@pytest.fixture
def article():
    return make_article(
        "渡輪與信使",
        source=make_source("海岬通訊社", rights="own"),
        source_url=ELSEWHERE,
        published_at=datetime(2026, 1, 15, tzinfo=UTC),
        published_precision="day",
        tags=["首爾", "穿梭外交"],
        summaries={"zh-Hant": "兩國重開談判。", "en": "Talks resume."},
    )


def test_an_article_is_introduced_by_headline_and_summary(told, article):
    metas = told(article.get_absolute_url())
    assert (metas["og:title"], metas["og:description"]) == ("渡輪與信使", "兩國重開談判。")
    assert metas["og:type"] == "article"
    assert metas["og:url"] == BASE + article.get_absolute_url()
    assert metas["article:published_time"] == "2026-01-15"


def test_a_link_in_english_is_introduced_in_english(told, article):
    article.summaries.filter(language="en").update(headline="Envoys change seats")
    metas = told(f"/en{article.get_absolute_url()}")
    assert metas["og:title"] == "Envoys change seats"
    assert metas["og:description"] == "Talks resume."
    assert (metas["og:locale"], metas["og:locale:alternate"]) == ("en_GB", "zh_CN")


def test_every_topic_of_an_article_is_told(read, article):
    topics = read(article.get_absolute_url()).cssselect("meta[property='article:tag']")
    assert {topic.get("content") for topic in topics} == {"首爾", "穿梭外交"}


def test_what_rights_withhold_is_not_told(client):
    source = make_source("海岬通訊社", rights="link")
    article = make_article(body="內文第一段。", standfirst="導言。", source=source, source_url=ELSEWHERE)
    page = client.get(article.get_absolute_url()).content.decode()
    assert "內文第一段" not in page
    assert "導言" not in page


def test_the_picture_is_the_card_by_the_version_it_has_now(told, get, article):
    metas = told(article.get_absolute_url())
    picture = urlsplit(metas["og:image"])
    assert picture.path == f"{article.get_absolute_url()}card.png"
    assert parse_qs(picture.query) == {"v": [card_of_article(article).version]}
    assert "immutable" in get(f"{picture.path}?{picture.query}")["Cache-Control"]
    assert (metas["og:image:width"], metas["og:image:height"]) == ("1200", "630")
    assert "渡輪與信使" in metas["og:image:alt"]
    assert metas["twitter:card"] == "summary_large_image"


@pytest.mark.parametrize("prefix", ["/zh-hans", "/en"])
def test_the_card_speaks_the_language_of_the_page(told, article, prefix):
    path = article.get_absolute_url()
    assert told(prefix + path)["og:image"].startswith(f"{BASE}{prefix}{path}card.png?v=")


def test_source_and_reading_time_are_labelled(told, article):
    metas = told(f"/en{article.get_absolute_url()}")
    assert (metas["twitter:label1"], metas["twitter:data1"]) == ("Source", "海岬通訊社")
    assert (metas["twitter:label2"], metas["twitter:data2"]) == ("Reading time", "1 minute to read")


def test_a_topic_is_introduced_by_our_words_in_the_readers_language(told):
    tag = make_tag("首爾", description_zh="韓國首都。", description_en="Capital of Korea.")
    tag.labels.create(text="Seoul", language="en", kind="preferred")
    assert told(tag.get_absolute_url())["og:description"] == "韓國首都。"
    metas = told(f"/en{tag.get_absolute_url()}")
    assert (metas["og:title"], metas["og:description"]) == ("Seoul", "Capital of Korea.")
    assert metas["og:image"].startswith(f"{BASE}/en{tag.get_absolute_url()}card.png?v=")


def test_a_topic_without_our_words_says_what_is_there(told):
    assert "首爾" in told(make_tag("首爾").get_absolute_url())["description"]


def test_a_topic_tells_its_latest_article(told, article):
    metas = told(f"/en{article.tags.get(name='首爾').get_absolute_url()}")
    assert "15 January 2026" in (metas.get("twitter:data1"), metas.get("twitter:data2"))


@pytest.mark.parametrize("address", ["/", "/tags/", "/sources/"])
def test_other_pages_are_introduced_by_the_seal(told, address):
    metas = told(address)
    assert metas["og:image"].endswith("seal-512.png")
    assert metas["twitter:card"] == "summary"
    assert metas["og:title"]
    assert metas["og:description"]


def test_long_words_of_ours_are_cut(told):
    tag = make_tag("首爾", description_zh="韓國首都，" * 100)
    assert len(told(tag.get_absolute_url())["og:description"]) <= 300


def test_markup_and_line_breaks_in_names_stay_text(get, read):
    source = make_source("報<b>", rights="own")
    article = make_article(HOSTILE, source=source, byline=HOSTILE, summaries={"zh-Hant": HOSTILE})
    article.tags.add(make_tag("</script><!--"))
    for page in (article, article.tags.first()):
        answer = get(page.get_absolute_url())
        assert "Set-Cookie" not in answer
        assert "<script>" not in answer.content.decode()
        assert "<!--" not in answer.content.decode()
        card = get(f"{page.get_absolute_url()}card.png")
        assert card["Content-Type"] == "image/png"
        assert all("\n" not in value and "\r" not in value for value in card.headers.values())


@pytest.mark.parametrize("prefix", ["", "/zh-hans", "/en"])
def test_articles_and_topics_can_be_shared_by_plain_links(read, article, prefix):
    for shared, short in ((article, "a"), (article.tags.first(), "t")):
        address = f"{BASE}{prefix}/{short}/{shared.pk}"
        links = read(prefix + shared.get_absolute_url()).cssselect(".side .share a")
        assert links[0].get("href") == address
        asked = [parse_qs(urlsplit(link.get("href")).query) for link in links[1:]]
        assert [query.get("url", query.get("u")) for query in asked] == [[address]] * 3
        assert not any("%E" in link.get("href") for link in links)
        assert all(link.text in link.get("aria-label") for link in links[1:])
        assert all("noopener" in link.get("rel") for link in links[1:])


def test_buttons_that_need_a_script_are_hidden_until_it_runs(read, article):
    buttons = read(article.get_absolute_url()).cssselect(".share button")
    assert [button.get("hidden") is not None for button in buttons] == [True, True]


def test_nothing_is_fetched_from_others(read, article):
    page = read(article.get_absolute_url())
    fetched = page.xpath("//script/@src | //link[@rel='stylesheet']/@href | //img/@src | //iframe/@src")
    assert fetched
    assert all(address.startswith("/") for address in fetched)
