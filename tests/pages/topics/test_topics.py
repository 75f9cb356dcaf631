"""Topic pages: names, company, coverage and counts; the index of topics; always as many queries."""

from datetime import UTC, datetime, timedelta

import pytest

from articles.models import TagMerge
from articles.pages.topics import index as topic_index
from tests.builders import make_article, make_source, make_tag
from tests.pages.conftest import SHORT

NAMES = {"zh-Hant": "穿梭外交", "en": "shuttle diplomacy", "ja": "シャトル外交", "ko": "셔틀외교"}
DAY = datetime(2026, 1, 15, tzinfo=UTC)


def make_named(names, **fields):
    tag = make_tag(names["zh-Hant"], **fields)
    for language, text in names.items():
        tag.labels.get_or_create(text=text, language=language, defaults={"kind": "preferred"})
    tag.refresh_from_db()
    return tag


def texts(page, path):
    return [" ".join(node.text_content().split()) for node in page.cssselect(path)]


def languages(page, path):
    return {node.text_content(): node.get("lang") for node in page.cssselect(path)}


@pytest.mark.parametrize(
    ("prefix", "name", "language"),
    [("", "穿梭外交", "zh-Hant"), ("/zh-hans", "穿梭外交", "zh-Hans"), ("/en", "shuttle diplomacy", "en")],
)
def test_a_topic_is_called_as_its_reader_calls_it(read, prefix, name, language):
    page = read(prefix + make_named(NAMES).get_absolute_url())
    assert languages(page, "h1") == {name: language}
    assert page.cssselect("title")[0].text.startswith(name)


def test_its_names_in_the_other_languages_stand_below_each_marked(read):
    page = read("/en" + make_named(NAMES).get_absolute_url())
    assert languages(page, ".other-names li") == {
        "穿梭外交": "zh-Hant",
        "シャトル外交": "ja",
        "셔틀외교": "ko",
    }


def test_topics_of_an_article_are_called_as_its_reader_calls_them(read):
    article = make_article(tags=[make_named(NAMES)])
    assert languages(read("/en" + article.get_absolute_url()), "a[rel=tag]") == {"shuttle diplomacy": "en"}


def test_the_editors_words_stand_in_both_languages(read):
    tag = make_tag(description_zh="兩國互訪。", description_en="Visits in turn.")
    assert languages(read(tag.get_absolute_url()), ".editors-words p") == {
        "兩國互訪。": None,
        "Visits in turn.": None,
    }
    sections = read(tag.get_absolute_url()).cssselect(".editors-words section")
    assert [section.get("lang") for section in sections] == ["zh-Hant", "en"]


def test_without_editors_words_there_is_no_place_for_them(read):
    assert not read(make_tag().get_absolute_url()).cssselect(".editors-words")


def test_related_topics_are_those_that_stand_beside_it_most_often(read):
    make_article(tags=["穿梭外交", "首爾", "奈良"])
    make_article(tags=["穿梭外交", "首爾"])
    make_article(tags=["穿梭外交", "釜山"], status="draft")
    tag = make_article(tags=["穿梭外交"]).tags.get()
    assert texts(read(tag.get_absolute_url()), ".related li") == ["首爾 合讀 2 則", "奈良 合讀 1 則"]


def test_two_topics_are_read_together(read):
    both = make_article("兩者", tags=["穿梭外交", "首爾"])
    make_article("其一", tags=["穿梭外交"])
    first, second = both.tags.order_by("pk")
    (meeting,) = read(first.get_absolute_url()).cssselect(".meeting")
    assert meeting.get("href") == f"/tags/{first.pk}+{second.pk}/"
    page = read(meeting.get("href"))
    assert texts(page, ".card h2") == ["兩者"]
    assert texts(page, "h1") == [f"{first.name} + {second.name}"]
    assert page.cssselect("title")[0].text.startswith(f"{first.name} + {second.name} ")


def test_topics_together_have_one_address_whatever_their_order(location):
    one, two, three = (make_tag(name) for name in ("甲", "乙", "丙"))
    assert location(f"/tags/{two.pk}+{one.pk}/") == f"/tags/{one.pk}+{two.pk}/"
    assert location(f"/en/tags/{three.pk}+{one.pk}+{two.pk}") == f"/en/tags/{one.pk}+{two.pk}+{three.pk}/"
    assert location(f"/tags/{one.pk}+{two.pk}，快看") == f"/tags/{one.pk}+{two.pk}/"
    assert location(f"/tags/{one.pk}+{one.pk}/") == one.get_absolute_url()


def test_a_merged_topic_is_read_together_under_its_new_number(location):
    one, two, gone = (make_tag(name) for name in ("甲", "乙", "丙"))
    number = gone.pk
    TagMerge.merge(number, two.pk)
    assert location(f"/tags/{one.pk}+{number}/") == f"/tags/{one.pk}+{two.pk}/"


@pytest.mark.parametrize("numbers", ["1+999", "1+2+3+4", "999+998"])
def test_topics_that_do_not_exist_are_not_read_together(get, numbers):
    make_tag("甲")
    assert get(f"/tags/{numbers}/").status_code == 404


def test_three_topics_are_read_together_and_no_more_are_offered(read):
    tags = make_article(tags=["甲", "乙", "丙", "丁"]).tags.order_by("pk")
    page = read(f"/tags/{tags[0].pk}+{tags[1].pk}+{tags[2].pk}/")
    assert texts(page, ".card h2") == ["渡輪與信使"]
    assert not page.cssselect("a.meeting")


def test_topics_together_have_feeds(read, get):
    tags = make_article("兩者", tags=["甲", "乙"]).tags.order_by("pk")
    (atom,) = read(f"/tags/{tags[0].pk}+{tags[1].pk}/").cssselect("link[type='application/atom+xml']")
    assert "兩者" in get(atom.get("href")).content.decode()


@pytest.mark.usefixtures("remembered", "short_pages")
@pytest.mark.parametrize(("size", "queries"), [(1, 5), (2 * SHORT, 6), (4 * SHORT, 6)])
@pytest.mark.parametrize("together", [False, True])
def test_a_topic_takes_the_same_queries_whatever_its_size(
    get, size, queries, together, django_assert_num_queries
):
    for number in range(size):
        make_article(
            source=make_source(),
            published_at=DAY - timedelta(days=40 * number),
            tags=["甲", "乙", f"丙{number}"],
        )
    one, two = make_article(tags=["甲", "乙"]).tags.order_by("pk")
    address = f"/tags/{one.pk}+{two.pk}/" if together else one.get_absolute_url()
    with django_assert_num_queries(queries if together else queries + 1):
        get(address)


def test_a_scheduled_article_counts_nowhere_before_its_time(read):
    tag = make_article(tags=["穿梭外交"], published_at=DAY).tags.get()
    make_article(tags=[tag, "首爾"], status="scheduled", scheduled_for=datetime(2999, 1, 1, tzinfo=UTC))
    page = read(tag.get_absolute_url())
    assert len(page.cssselect(".coverage circle")) == len(page.cssselect(".card")) == 1
    assert not page.cssselect(".related")


# The index


def entries(page):
    return texts(page, ".entries li")


def test_names_stand_under_their_strokes_or_their_letter(read):
    make_article(tags=["李在明", "王毅", "Lee", "이재명"])
    page = read("/tags/")
    assert texts(page, ".headings dt") == ["4畫", "7畫", "L", "ㅇ"]
    assert entries(page) == ["王毅 1", "李在明 1", "Lee 1", "이재명 1"]


def test_each_interface_has_an_order_of_its_own(read):
    make_article(tags=[make_named(NAMES), make_named({"zh-Hant": "三國", "en": "Three States"})])
    assert entries(read("/en/tags/")) == ["shuttle diplomacy 1", "Three States 1"]
    assert entries(read("/tags/")) == ["三國 1", "穿梭外交 1"]


def test_a_kind_is_read_page_by_page(read, monkeypatch):
    monkeypatch.setattr(topic_index, "ON_PAGE", 2)
    make_article(tags=["丁", "王", "石", "李"])
    first = read("/tags/?kind=topic")
    assert entries(first) == ["丁 1", "王 1"]
    assert texts(first, ".jumps a") == ["2畫", "4畫", "5畫", "7畫"]
    (onward,) = first.cssselect("a[rel=next]")
    assert entries(read(onward.get("href"))) == ["石 1", "李 1"]
    assert entries(read("/tags/" + first.cssselect(".jumps a")[3].get("href"))) == ["李 1"]


@pytest.mark.parametrize("typed", ["shuttle", "SHUTTLE dip", "穿梭", "シャトル", "셔틀", "diplomacy"])
def test_a_topic_is_found_by_part_of_any_of_its_names(read, typed):
    make_article(tags=[make_named(NAMES), "首爾"])
    assert entries(read(f"/tags/?q={typed}")) == ["穿梭外交 1"]


def test_names_that_begin_with_what_is_typed_come_first(read):
    make_article(tags=["中日韓", "日韓關係"])
    assert entries(read("/tags/?q=日韓")) == ["日韓關係 1", "中日韓 1"]


def test_what_is_not_found_is_said(read):
    assert read("/tags/?q=沒有").cssselect(".empty")


@pytest.mark.parametrize(
    "query", ["q=%00", "kind=nothing", "kind=topic&from=%00", "q=" + "長" * 9_000, "q=%25_\\"]
)
def test_any_query_has_an_index(get, query):
    make_article(tags=["首爾"])
    assert get(f"/tags/?{query}").status_code == 200


def test_a_renamed_topic_takes_its_new_place(read):
    tag = make_tag("李在明")
    make_article(tags=[tag])
    tag.name = "王毅"
    tag.save()
    assert texts(read("/tags/"), ".headings dt") == ["4畫"]


@pytest.mark.parametrize("prefix", ["", "/zh-hans", "/en"])
def test_what_a_topic_is_of_is_not_called_a_topic_once_more(read, prefix):
    page = read(prefix + make_named(NAMES, kind="topic").get_absolute_url())
    topics, kind = texts(page, ".rubric a")
    assert kind.lower() not in topics.lower()
