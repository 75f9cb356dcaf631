"""The search page: exact, in either script, narrowed and ordered; any query at all has a page."""

from datetime import UTC, datetime
from urllib.parse import quote, urlencode
from zoneinfo import ZoneInfo

import feedparser
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.discovery.search import backend
from articles.discovery.search.base import SearchTookTooLong
from articles.models import Source
from articles.pages.search import highlights, views
from articles.text.scripts import fold
from tests.builders import make_article, make_source, make_summary, make_tag


def search(typed="", **choices):
    return f"/search/?{urlencode({'q': typed, **choices})}"


def headlines(page):
    return [heading.text_content() for heading in page.cssselect(".card h2")]


def marks(page):
    return [mark.text_content() for mark in page.cssselect("mark")]


def make_on(day, headline="渡輪與信使", **fields):
    return make_article(headline, published_at=datetime(2026, 1, day, tzinfo=UTC), **fields)


def test_matches_are_highlighted_in_the_script_they_are_printed_in(read):
    make_article("韓國總統啟程", body="晚間，韓國總統在港口登船。")
    page = read(search("韩国总统"))
    assert headlines(page) == ["韓國總統啟程"]
    assert marks(page) == ["韓國總統", "韓國總統"]


def test_a_snippet_is_the_sentence_around_the_match(read):
    make_article(body="開頭一段。" * 60 + "信鴿終於歸巢。" + "結尾一段。" * 60)
    (snippet,) = read(search("信鴿")).cssselect(".excerpt")
    assert snippet.text_content().startswith("…信鴿終於歸巢。結尾一段。")
    assert len(snippet.text_content()) < 130


def test_the_typed_query_stays_in_the_box(read):
    assert read(search('"渡輪" <b>')).get_element_by_id("search-q").value == '"渡輪" <b>'


def test_results_can_be_kept_to_a_topic_in_the_query(read):
    make_article("渡輪一", tags=["穿梭外交"])
    make_article("渡輪二")
    assert headlines(read(search("渡輪 tag:穿梭外交"))) == ["渡輪一"]
    assert headlines(read(search("tag:穿梭外交"))) == ["渡輪一"]
    assert headlines(read(search("tag:沒有這個"))) == []


def test_a_topic_of_several_words_is_quoted(read):
    make_article("渡輪", tags=["shuttle diplomacy"])
    assert headlines(read(search('tag:"Shuttle Diplomacy"'))) == ["渡輪"]


def test_results_can_be_kept_to_a_source_a_language_and_days(read):
    source = make_source("海峽晚報")
    make_on(1, "渡輪一", source=source)
    make_on(2, "渡輪二", language="ja")
    make_on(3, "渡輪三")
    assert headlines(read(search("渡輪", source=source.pk))) == ["渡輪一"]
    assert headlines(read(search("渡輪 source:海峡晚报"))) == ["渡輪一"]
    assert headlines(read(search("渡輪", language="ja"))) == ["渡輪二"]
    assert headlines(read(search("渡輪", **{"from": "2026-01-02", "to": "2026-01-02"}))) == ["渡輪二"]


MORNING = datetime(2026, 1, 2, 6, 30, tzinfo=ZoneInfo("Asia/Taipei"))  # the 1st in UTC


@pytest.mark.parametrize(("day", "found"), [(1, []), (2, ["渡輪"]), (3, [])])
def test_days_are_those_of_the_sites_own_zone(read, day, found):
    make_article("渡輪", published_at=MORNING)
    day = f"2026-01-0{day}"
    assert headlines(read(search("渡輪", **{"from": day, "to": day}))) == found


@pytest.mark.parametrize("zone", ["Asia/Taipei", "Pacific/Kiritimati", "UTC", "America/New_York"])
@pytest.mark.parametrize(("day", "found"), [(1, []), (2, ["渡輪"]), (3, [])])
def test_a_date_without_a_time_is_found_on_its_day_in_every_zone(read, settings, zone, day, found):
    settings.DESK_TIME_ZONE = zone
    make_on(2, "渡輪")
    day = f"2026-01-0{day}"
    assert headlines(read(search("渡輪", **{"from": day, "to": day}))) == found


@pytest.mark.parametrize("zone", ["Asia/Taipei", "America/New_York"])
def test_every_day_of_the_calendar_can_be_asked_for(read, settings, zone):
    settings.DESK_TIME_ZONE = zone
    make_on(2, "渡輪")
    assert headlines(read(search("渡輪", **{"from": "0001-01-01", "to": "9999-12-31"}))) == ["渡輪"]


def test_results_come_newest_first_or_best_first(read):
    make_on(2, "一則新聞", body="港口" * 40 + "，信使。")
    make_on(1, "信使", body="信使。信使。")
    assert headlines(read(search("信使"))) == ["一則新聞", "信使"]
    assert headlines(read(search("信使", order="best"))) == ["信使", "一則新聞"]


@pytest.mark.parametrize("order", ["newest", "best"])
def test_twenty_results_stand_on_a_page_and_the_next_page_goes_on(read, order):
    for day in range(1, 26):
        make_on(day, f"渡輪第{day}班")
    first = read(search("渡輪", order=order))
    (onward,) = first.cssselect("a[rel=next]")
    second = read(f"/search/{onward.get('href')}")
    assert len(headlines(first)) == 20
    assert len(headlines(second)) == 5
    assert len({*headlines(first), *headlines(second)}) == 25
    (back,) = second.cssselect("a[rel=prev]")
    assert headlines(read(f"/search/{back.get('href')}")) == headlines(first)


def test_what_readers_may_not_see_is_not_found(read):
    make_article("渡輪草稿", status="draft")
    make_article("渡輪明天", status="scheduled", scheduled_for=datetime(2999, 1, 1, tzinfo=UTC))
    assert headlines(read(search("渡輪"))) == []


@pytest.mark.parametrize(("rights", "shown"), [("full", True), ("excerpt", False), ("link", False)])
def test_snippets_show_only_what_rights_allow(read, rights, shown):
    source = make_source(rights=rights)
    make_article("標題", body="第一段。\n\n第二段提到信鴿。", standfirst="導言提到渡輪。", source=source)
    page = read(search("信鴿"))
    assert headlines(page) == ["標題"]
    assert (marks(page) == ["信鴿"]) is shown
    assert (marks(read(search("導言"))) == ["導言"]) is (rights != "link")


def test_a_match_in_a_summary_is_shown_in_its_own_language(read):
    article = make_article("標題")
    make_summary(article, "en", "Two envoys met at dawn.")
    (snippet,) = read(search("envoys")).cssselect(".excerpt")
    assert snippet.get("lang") == "en"
    assert snippet.text_content() == "Two envoys met at dawn."


def test_topics_that_match_are_offered(read):
    make_article(tags=["李在明"])
    for typed in ("李在明", "李在", "李在明訪日"):
        assert read(search(typed)).cssselect(".topics a")[0].text_content() == "李在明"


def test_every_name_of_a_topic_finds_the_others(read):
    make_tag("特朗普").labels.create(text="川普", language="zh-Hant")
    make_article("特朗普登船")
    page = read(search("川普"))
    assert headlines(page) == ["特朗普登船"]
    assert marks(page) == ["特朗普"]
    assert headlines(read(search("川普 登船"))) == ["特朗普登船"]


def test_a_page_without_results_offers_shorter_searches(read):
    make_article("中日韓會談")
    page = read(search("中日韓峰會"))
    offered = [link.text_content() for link in page.cssselect(".empty .names a")]
    assert offered == ["中日韓"]
    assert headlines(read(page.cssselect(".empty .names a")[0].get("href"))) == ["中日韓會談"]


def test_a_narrowed_page_without_results_offers_to_search_everywhere(read):
    make_article("渡輪")
    assert read(search("渡輪", language="ko")).cssselect(f".empty a[href='/search/?q={quote('渡輪')}']")


def test_results_have_feeds(read, get):
    make_article("渡輪一", tags=["穿梭外交"])
    make_article("燈塔")
    page = read(search("渡輪 tag:穿梭外交"))
    (atom,) = page.cssselect("link[type='application/atom+xml']")
    (json,) = page.cssselect("link[type='application/feed+json']")
    assert [entry.title for entry in feedparser.parse(get(atom.get("href")).content).entries] == ["渡輪一"]
    assert [item["title"] for item in get(json.get("href")).json()["items"]] == ["渡輪一"]


def test_a_search_page_is_not_for_search_engines(read):
    assert read(search("渡輪")).cssselect("meta[name=robots][content=noindex]")


def test_the_other_languages_are_asked_the_same(read):
    make_article("渡輪")
    (english,) = read(search("渡輪", order="best")).cssselect(".languages a[hreflang=en]")
    page = read(english.get("href"))
    assert headlines(page) == ["渡輪"]
    assert page.get_element_by_id("search-q").value == "渡輪"


def test_every_page_has_a_search_box_and_names_the_description(read):
    page = read("/")
    assert page.cssselect("header form[role=search][action='/search/'] input[name=q]")
    assert page.cssselect("link[rel=search][href='/opensearch.xml']")


def test_browsers_can_learn_to_search_here(get):
    answer = get("/opensearch.xml")
    assert answer["Content-Type"].startswith("application/opensearchdescription+xml")
    assert 'template="https://shuttle.example/search/?q={searchTerms}"' in answer.content.decode()


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "渡",
        "渡" * 10_000,
        "渡 輪 " * 2_000,
        '渡輪" OR "x',
        "AND OR NOT NEAR(渡輪 輪, 2) * ^ - + : ( )",
        "tokens : 渡輪*",
        "tag:",
        "tag: source:",
        'tag:"',
        "'; DROP TABLE articles_article; --",
        "' & ! | <-> :* \\",
        "%_\\%s%(x)s{0}",
        "\0渡\0輪",
        "🤝🏽🇰🇷",
        "\u202e渡輪\u200b",
        "-1 2e308 0x1F",
    ],
    ids=lambda typed: repr(typed[:16]),
)
def test_any_query_has_a_page_and_feeds(get, typed):
    make_article()
    assert get(search(typed)).status_code == 200
    assert get(search(typed, order="best")).status_code == 200
    assert get(f"/search/feed.atom?{urlencode({'q': typed})}").status_code == 200


@pytest.mark.parametrize("q", ["%ED%A0%80", "%FF%FE", "%00", "%", "&q=%F0%9F%A4%9D"])
def test_bytes_that_are_no_text_have_a_page(get, q):
    assert get(f"/search/?q={q}").status_code == 200


@pytest.mark.parametrize("name", ["source", "language", "from", "to", "order", "before", "after"])
@pytest.mark.parametrize(
    "value", ["x", "-1", "9" * 40, "\0", "zzzzzzzzzzzzzz", "2026-02-30", "0001-01-01", "1"]
)
def test_a_choice_that_cannot_be_read_is_no_choice(get, name, value):
    make_article()
    assert get(search("渡輪", **{name: value})).status_code == 200
    assert get(search("渡輪", **{"order": "best", name: value})).status_code == 200


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.text(st.characters(codec="utf-8")))
def test_whatever_is_typed_has_a_page(get, typed):
    assert get(search(typed)).status_code == 200


def test_a_search_that_takes_too_long_says_so(read, get, monkeypatch):
    def give_up(*asked):
        raise SearchTookTooLong

    monkeypatch.setattr(type(backend()), "older", give_up)
    assert read(search("渡輪")).cssselect(".empty")
    assert get("/search/feed.atom?q=x").status_code == 503


@pytest.mark.usefixtures("remembered")
@pytest.mark.parametrize(("size", "queries"), [(3, 10), (15, 10)])
def test_a_page_of_results_takes_as_many_queries_whatever_its_length(
    get, size, queries, django_assert_max_num_queries
):
    for number in range(size):
        make_article(f"渡輪{number}", tags=["穿梭外交"], source=make_source())
    with django_assert_max_num_queries(queries):
        get(search("渡輪"))


def test_the_first_page_is_read_from_what_was_counted(read, monkeypatch):
    make_article("渡輪"), make_article("渡輪的信使")
    asked, older = [], backend().older
    monkeypatch.setattr(backend(), "older", lambda *given: asked.append(given) or older(*given))
    monkeypatch.setattr(views, "PAGE_SIZE", 1)
    page = read(search("渡輪"))
    assert (len(headlines(page)), page.cssselect(".found")[0].text_content()) == (1, "2 筆結果")
    assert len(asked) == 1


def test_the_choice_that_was_made_stays_chosen(read):
    make_article(source=make_source("霧港 & 海岬"))
    make_article(source=make_source("北岬"))
    page = read(search("渡輪", source=Source.objects.get(name="霧港 & 海岬").pk, language="en"))
    chosen = page.cssselect("option[selected]")
    assert [option.text for option in chosen] == ["霧港 & 海岬", "英文"]


def test_the_folds_of_a_results_page_do_not_grow_with_its_texts(read, monkeypatch):
    def folds_of_page():
        asked = []
        monkeypatch.setattr(highlights, "fold", lambda text: asked.append(text) or fold(text))
        highlights.folded_cluster.cache_clear()
        assert marks(read(search("信鴿 燈塔")))
        return len(asked)

    article = make_article(body="信鴿歸巢，燈塔亮起。")
    folds = folds_of_page()
    article.body = "\n\n".join(["信鴿歸巢，燈塔亮起。"] * 100)
    article.save()
    assert folds_of_page() == folds
