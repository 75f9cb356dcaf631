"""The article page: what it shows, in which language, and how much rights allow."""

from datetime import UTC, datetime

import pytest

from tests.builders import make_article, make_source, make_summary

ELSEWHERE = "https://press.example/story/7"


def shown(page, path):
    return [" ".join(node.text_content().split()) for node in page.cssselect(path)]


def test_the_headline_is_the_only_first_heading(read):
    page = read(make_article("渡輪與信使", body="開頭。\n\n# 大標題").get_absolute_url())
    assert shown(page, "h1") == ["渡輪與信使"]


def test_the_text_says_which_language_it_is_in(read):
    page = read("/en" + make_article(language="ja", body="船が着いた。").get_absolute_url())
    assert page.get("lang") == "en"
    assert page.cssselect("article")[0].get("lang") == "ja"
    assert shown(page, "article[lang] [data-body]") == ["船が着いた。"]


def test_the_byline_is_shown_as_printed(read):
    assert "林可、周棠" in shown(read(make_article(byline="林可、周棠").get_absolute_url()), ".facts li")


@pytest.mark.parametrize(
    ("prefix", "words"),
    [("", "2026年1月15日"), ("/zh-hans", "2026年1月15日"), ("/en", "15 January 2026")],
)
def test_a_day_is_printed_as_each_language_writes_it(read, prefix, words):
    day = make_article(published_at=datetime(2026, 1, 15, tzinfo=UTC), published_precision="day")
    page = read(prefix + day.get_absolute_url())
    assert shown(page, ".facts time") == [words]
    assert page.cssselect(".facts time")[0].get("datetime") == "2026-01-15"


def test_a_time_is_printed_as_the_clocks_of_the_source_showed_it(read):
    source = make_source(time_zone="Asia/Seoul")
    page = read(
        make_article(source=source, published_at=datetime(2026, 1, 15, 20, tzinfo=UTC)).get_absolute_url()
    )
    assert shown(page, ".facts time") == ["2026年1月16日 05:00"]


def test_without_a_printed_date_the_page_says_when_the_article_was_added(read):
    facts = shown(read(make_article().get_absolute_url()), ".facts li")
    assert any(fact.startswith("收錄於") for fact in facts)


def test_summaries_stand_side_by_side_the_readers_language_first(read):
    article = make_article(summaries={"zh-Hant": "兩國重開談判。", "en": "Talks resume."})
    address = article.get_absolute_url()

    def languages(prefix):
        return [node.get("lang") for node in read(prefix + address).cssselect("[data-summary]")]

    assert languages("") == ["zh-Hant", "en"]
    assert languages("/zh-hans") == ["zh-Hans", "en"]
    assert languages("/en") == ["en", "zh-Hant"]


def test_of_two_chinese_summaries_the_readers_script_is_chosen(read):
    article = make_article(summaries={"zh-Hant": "談判", "zh-Hans": "谈判", "en": "Talks"})
    page = read("/zh-hans" + article.get_absolute_url())
    assert [node.get("lang") for node in page.cssselect("[data-summary]")] == ["zh-Hans", "en"]


def test_a_summary_in_draft_is_not_shown(read):
    article = make_article()
    make_summary(article, "en", "Not yet.", status="draft")
    assert read(article.get_absolute_url()).cssselect("[data-summary]") == []


def test_topics_are_links_that_say_so(read):
    page = read(make_article(tags=["穿梭外交", "Lee Jae-myung"]).get_absolute_url())
    topics = {node.text: node.get("lang") for node in page.cssselect(".side a[rel=tag]")}
    assert topics == {"穿梭外交": "zh-Hant", "Lee Jae-myung": "en"}


def test_a_name_written_alike_in_both_scripts_takes_the_script_of_the_page(read):
    page = read("/zh-hans" + make_article(tags=["李在明", "首爾"]).get_absolute_url())
    topics = {node.text: node.get("lang") for node in page.cssselect(".side a[rel=tag]")}
    assert topics == {"李在明": "zh-Hans", "首尔": "zh-Hans"}


def test_captions_and_credits_stand_under_their_pictures(read):
    page = read(
        make_article(body="![](/pictures/ab-40x30.png)\n▲ 渡輪靠岸。（圖／海岬社）").get_absolute_url()
    )
    assert shown(page, "figure figcaption cite") == ["海岬社"]
    assert page.cssselect("figure img")[0].get("width") == "40"


def test_neighbours_are_the_next_published_articles_either_way(read):
    older, article, newer = (
        make_article(name, published_at=datetime(2026, 1, day, tzinfo=UTC))
        for day, name in enumerate(["舊", "中", "新"], start=1)
    )
    make_article("草稿", status="draft", published_at=datetime(2026, 1, 2, 12, tzinfo=UTC))
    page = read(article.get_absolute_url())
    assert page.cssselect(".neighbours [rel=prev]")[0].get("href") == newer.get_absolute_url()
    assert page.cssselect(".neighbours [rel=next]")[0].get("href") == older.get_absolute_url()


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_what_is_not_published_is_not_there(read, status):
    read(make_article(status=status).get_absolute_url(), status=404)


def test_an_excerpt_shows_the_first_paragraph_and_the_way_to_the_rest(read):
    source = make_source("海岬通訊社", rights="excerpt")
    page = read(
        make_article(body="第一段。\n\n第二段。", source=source, source_url=ELSEWHERE).get_absolute_url()
    )
    assert shown(page, "[data-body]") == ["第一段。"]
    assert page.cssselect(".read-on a")[0].get("href") == ELSEWHERE
    assert shown(page, ".read-on") == ["到海岬通訊社讀全文 →"]


def test_a_link_shows_the_headline_and_nothing_of_the_text(client):
    source = make_source(rights="link")
    article = make_article(body="第一段。", standfirst="導言。", source=source, source_url=ELSEWHERE)
    page = client.get(article.get_absolute_url()).content.decode()
    assert article.headline in page
    assert ELSEWHERE in page
    assert "第一段" not in page
    assert "導言" not in page


def meta(page):
    canonical = page.cssselect("link[rel=canonical]")[0].get("href")
    return canonical, [node.get("content") for node in page.cssselect("meta[name=robots]")]


def test_a_whole_text_of_others_names_its_source_as_canonical_and_is_not_indexed(read):
    page = read(make_article(source=make_source(rights="full"), source_url=ELSEWHERE).get_absolute_url())
    assert meta(page) == (ELSEWHERE, ["noindex"])


@pytest.mark.parametrize("rights", ["own", "excerpt", "link"])
def test_what_is_not_anothers_whole_text_is_indexed_here(read, rights):
    article = make_article(source=make_source(rights=rights), source_url=ELSEWHERE)
    page = read(article.get_absolute_url())
    assert meta(page) == (f"https://shuttle.example{article.get_absolute_url()}", [])


def test_the_page_knows_its_twins_in_the_other_languages(read):
    article = make_article()
    page = read("/en" + article.get_absolute_url())
    twins = {node.get("hreflang"): node.get("href") for node in page.cssselect("link[hreflang]")}
    base = "https://shuttle.example"
    assert twins == {
        "zh-Hant": f"{base}{article.get_absolute_url()}",
        "x-default": f"{base}{article.get_absolute_url()}",
        "zh-Hans": f"{base}/zh-hans{article.get_absolute_url()}",
        "en": f"{base}/en{article.get_absolute_url()}",
    }


def test_when_it_is_shared_it_is_introduced_by_its_summary(read):
    page = read(make_article(summaries={"zh-Hant": "兩國重開談判。"}).get_absolute_url())
    assert page.cssselect("meta[property='og:description']")[0].get("content") == "兩國重開談判。"


def test_a_headline_is_text_wherever_it_stands(client):
    page = client.get(make_article('<script>alert("標題")</script>').get_absolute_url()).content.decode()
    assert "<script>" not in page


@pytest.mark.usefixtures("remembered")
def test_reading_an_article_takes_five_queries(client, django_assert_num_queries):
    for number in range(3):
        article = make_article(
            f"第{number}篇",
            published_at=datetime(2026, 1, 15, tzinfo=UTC),
            tags=["甲", "乙", "丙"],
            summaries={"zh-Hant": "一", "en": "One"},
        )
    with django_assert_num_queries(5):
        client.get(article.get_absolute_url())


def test_pages_are_read_only(client):
    assert client.post(make_article().get_absolute_url()).status_code == 405
