"""Who calls it what: a topic's table of names by source, and the passages behind each figure, by rights."""

import pytest

from articles.pages.topics import naming
from tests.builders import make_article, make_source, make_tag
from tests.pages.topics.test_topics import texts

BODY = "南韓的信使到了。\n\n韓國與南韓兩說並存。"


@pytest.fixture
def korea():
    tag = make_tag("韓國")
    tag.labels.create(text="南韓")
    return tag


def table(page):
    return [
        [" ".join(cell.text_content().split()) for cell in row.cssselect("th, td")]
        for row in page.cssselect(".naming tr")
    ]


def test_a_row_a_source_and_a_column_a_name_the_most_used_first(read, korea):
    make_article(body=BODY, source=make_source("甲報"), tags=[korea])
    make_article(body="韩国。", source=make_source("乙报"), tags=[korea])
    assert table(read(korea.get_absolute_url())) == [
        ["來源", "南韓", "韓國", "韩国"],
        ["甲報", "2", "1", "0"],
        ["乙報", "0", "0", "1"],
        ["所有來源", "2", "1", "1"],
    ]


@pytest.mark.parametrize(
    ("prefix", "words"), [("", "誰怎麼稱呼"), ("/zh-hans", "谁怎么称呼"), ("/en", "Who calls it what")]
)
def test_names_stand_as_printed_in_every_interface(read, korea, prefix, words):
    make_article(body="南韓，南韩，韓國。", source=make_source("甲報"), tags=[korea])
    page = read(prefix + korea.get_absolute_url())
    assert texts(page, ".naming h2") == [words]
    assert table(page)[0][1:] == ["南韓", "南韩", "韓國"]
    assert [name.get("lang") for name in page.cssselect("thead th[lang]")] == [
        "zh-Hant",
        "zh-Hans",
        "zh-Hant",
    ]


def test_every_figure_is_named_by_its_row_and_its_column(read, korea):
    make_article(body=BODY, source=make_source("甲報"), tags=[korea])
    page = read(korea.get_absolute_url())
    (whole,) = page.cssselect(".naming table")
    assert page.get_element_by_id(whole.get("aria-labelledby")).text_content() == "誰怎麼稱呼"
    assert {head.get("scope") for head in whole.cssselect("thead th")} == {"col"}
    assert {head.get("scope") for head in whole.cssselect("tbody th, tfoot th")} == {"row"}


def test_a_topic_that_all_call_alike_has_no_table(read, korea):
    make_article(body="南韓。", tags=[korea])
    assert not read(korea.get_absolute_url()).cssselect(".naming")


def test_only_the_first_page_of_a_topic_has_the_table(read, korea):
    for number in range(21):
        make_article(f"第{number}篇", body=BODY, tags=[korea])
    (older,) = read(korea.get_absolute_url()).cssselect("a[rel=next][href*=before]")
    assert not read(korea.get_absolute_url() + older.get("href")).cssselect(".naming")


def test_seldom_names_and_further_sources_stand_below(read, korea, monkeypatch):
    monkeypatch.setattr(naming, "MOST_FORMS", 1)
    monkeypatch.setattr(naming, "MOST_SOURCES", 1)
    make_article(body=BODY, source=make_source("甲報"), tags=[korea])
    make_article(body="南韓。", source=make_source("乙報"), tags=[korea])
    page = read(korea.get_absolute_url())
    assert table(page) == [["來源", "南韓"], ["甲報", "2"], ["所有來源", "3"]]
    assert texts(page, ".naming p")[:2] == ["少見： 韓國 1", "另有 1 個來源只計入末行。"]


# Passages


def passages(page):
    return texts(page, ".lines li")


def follow(read, korea, name):
    """The passages behind the figure of a name for all sources."""
    page = read(korea.get_absolute_url())
    place = table(page)[0].index(name) - 1
    return read(page.cssselect("tfoot td")[place].cssselect("a")[0].get("href"))


def test_a_figure_leads_to_its_passages_each_at_its_paragraph(read, korea):
    article = make_article(body=BODY, tags=[korea])
    page = follow(read, korea, "南韓")
    assert passages(page) == ["南韓的信使到了。", "韓國與南韓兩說並存。"]
    assert texts(page, ".lines mark") == ["南韓", "南韓"]
    links = [link.get("href") for link in page.cssselect(".lines a")]
    assert links == [f"{article.get_absolute_url()}#p{number}" for number in (1, 2)]


def test_a_figure_of_a_source_leads_to_its_passages_alone(read, korea):
    make_article("甲", body=BODY, source=make_source("甲報"), tags=[korea])
    make_article("乙", body=BODY, source=make_source("乙報"), tags=[korea])
    make_article("無", body="韓國與南韓。", tags=[korea])
    rows = read(korea.get_absolute_url()).cssselect(".naming tbody tr")
    pages = [read(row.cssselect("td a")[0].get("href")) for row in rows]
    assert sorted(texts(page, ".passages h2") for page in pages) == [["乙"], ["無"], ["甲"]]


def test_a_passage_is_what_fits_on_a_line_and_cuts_no_word(read, korea):
    body = "a" * 30 + " sailed " + "渡" * 30 + "南韓" + "輪" * 30 + "。韓國"
    make_article(body=body, tags=[korea])
    assert passages(follow(read, korea, "南韓")) == ["…" + "渡" * 24 + "南韓" + "輪" * 24 + "…"]


@pytest.mark.parametrize(
    ("rights", "shown"),
    [("own", 2), ("full", 2), ("excerpt", 1), ("link", 0)],
)
def test_passages_go_as_far_as_rights_do(read, korea, rights, shown):
    source = make_source("甲報", rights=rights)
    make_article(body=BODY, source=source, source_url="https://example.org/1", tags=[korea])
    page = follow(read, korea, "南韓")
    assert passages(page) == ["南韓的信使到了。", "韓國與南韓兩說並存。"][:shown]
    assert "2 處" in texts(page, ".facts")[0]
    assert bool(page.cssselect(".passages [rel=noopener]")) == (shown < 2)


@pytest.mark.parametrize("prefix", ["", "/zh-hans", "/en"])
def test_passages_stand_as_printed(read, korea, prefix):
    make_article(body="南韓的訪問。韓國。", tags=[korea])
    address = f"{prefix}{korea.get_absolute_url()}passages/?name=南韓"
    assert passages(read(address)) == ["南韓的訪問。韓國。"]


def test_passages_are_read_page_by_page(read, korea):
    for number in range(21):
        make_article(f"第{number}篇", body=BODY, tags=[korea])
    page = follow(read, korea, "韓國")
    (older,) = page.cssselect("a[rel=next]")
    assert texts(read(f"{korea.get_absolute_url()}passages/{older.get('href')}"), ".passages h2") == ["第0篇"]


@pytest.mark.usefixtures("remembered")
@pytest.mark.parametrize("stories", [1, 12])
def test_passages_take_as_many_queries_however_many_there_are(get, korea, stories, django_assert_num_queries):
    for _number in range(stories):
        make_article(body=BODY, source=make_source(), tags=[korea, "首爾"])
    with django_assert_num_queries(5):
        get(f"{korea.get_absolute_url()}passages/?name=南韓")


@pytest.mark.parametrize(
    "query", ["", "name=沒有", "name=%00", "name=南韓&source=999", "name=南韓&source=none"]
)
def test_passages_that_there_are_not_are_not_found(get, korea, query):
    make_article(body=BODY, source=make_source(), tags=[korea])
    assert get(f"{korea.get_absolute_url()}passages/?{query}").status_code == 404


def test_passages_of_hidden_articles_are_not_found(get, korea):
    make_article(body=BODY, tags=[korea], status="draft")
    assert get(f"{korea.get_absolute_url()}passages/?name=南韓").status_code == 404


def test_passages_keep_their_query_in_the_other_languages_and_out_of_search_engines(read, korea):
    make_article(body=BODY, tags=[korea])
    page = follow(read, korea, "南韓")
    (english,) = page.cssselect(".languages a[hreflang=en]")
    assert english.get("href").endswith("passages/?name=%E5%8D%97%E9%9F%93")
    assert page.cssselect("meta[name=robots]")[0].get("content") == "noindex"
