"""How an article is cited: three forms, each right also where no author, date or source is printed."""

from datetime import UTC, datetime

import pytest

from articles.pages.articles import citation
from articles.pages.articles.citation import apa, bibtex, citations, gb_t_7714
from tests.builders import make_article, make_source, make_summary

PRINTED = {
    "headline": "渡輪靠岸",
    "byline": "李明、王芳",
    "source_url": "https://example.org/1",
    "published_at": datetime(2026, 1, 15, tzinfo=UTC),
    "published_precision": "day",
}


@pytest.fixture(autouse=True)
def _seen(monkeypatch):
    monkeypatch.setattr(citation, "today", lambda: datetime(2026, 2, 3).date())


def make_printed(**fields):
    source = fields.pop("source") if "source" in fields else make_source("海岬報")
    return make_article(**{**PRINTED, "source": source, **fields})


@pytest.mark.parametrize(
    ("fields", "cited"),
    [
        ({}, "李明, 王芳. 渡輪靠岸[N/OL]. 海岬報, 2026-01-15[2026-02-03]. https://example.org/1."),
        ({"byline": ""}, "渡輪靠岸[N/OL]. 海岬報, 2026-01-15[2026-02-03]. https://example.org/1."),
        ({"published_at": None}, "李明, 王芳. 渡輪靠岸[N/OL]. 海岬報[2026-02-03]. https://example.org/1."),
        ({"source": None}, "李明, 王芳. 渡輪靠岸[EB/OL]. (2026-01-15)[2026-02-03]. https://example.org/1."),
        (
            {"byline": "甲、乙、丙、丁"},
            "甲, 乙, 丙, 等. 渡輪靠岸[N/OL]. 海岬報, 2026-01-15[2026-02-03]. https://example.org/1.",
        ),
    ],
)
def test_gb_t_7714(fields, cited):
    assert gb_t_7714(make_printed(**fields)) == cited


@pytest.mark.parametrize(
    ("fields", "cited"),
    [
        ({}, "李明, & 王芳. (2026, January 15). 渡輪靠岸. 海岬報. https://example.org/1"),
        ({"byline": "李明"}, "李明. (2026, January 15). 渡輪靠岸. 海岬報. https://example.org/1"),
        ({"byline": ""}, "渡輪靠岸. (2026, January 15). 海岬報. https://example.org/1"),
        ({"published_at": None}, "李明, & 王芳. (n.d.). 渡輪靠岸. 海岬報. https://example.org/1"),
        ({"headline": "誰來？"}, "李明, & 王芳. (2026, January 15). 誰來？ 海岬報. https://example.org/1"),
        ({"source": None}, "李明, & 王芳. (2026, January 15). 渡輪靠岸. https://example.org/1"),
    ],
)
def test_apa(fields, cited):
    assert apa(make_printed(**fields)) == cited


def test_apa_gives_our_english_title_of_a_chinese_one():
    article = make_printed()
    make_summary(article, "en", "Talks.", headline="The ferry lands")
    assert "渡輪靠岸 [The ferry lands]. 海岬報" in apa(article)


def test_bibtex():
    article = make_printed(headline="50% & _渡輪_ {靠}岸")
    assert bibtex(article) == (
        f"@misc{{shuttle{article.pk},\n"
        "  author = {{李明} and {王芳}},\n"
        "  title = {{50\\% \\& \\_渡輪\\_ \\{靠\\}岸}},\n"
        "  howpublished = {海岬報},\n"
        "  year = {2026},\n"
        "  month = {1},\n"
        "  day = {15},\n"
        "  url = {https://example.org/1},\n"
        "  urldate = {2026-02-03},\n"
        "}"
    )


def test_bibtex_leaves_out_what_nobody_prints():
    article = make_article("渡輪")
    assert bibtex(article) == (
        f"@misc{{shuttle{article.pk},\n  title = {{{{渡輪}}}},\n"
        f"  url = {{https://shuttle.example/a/{article.pk}}},\n  urldate = {{2026-02-03}},\n}}"
    )


@pytest.mark.parametrize("prefix", ["", "/zh-hans", "/en"])
def test_the_page_holds_all_three_as_printed_without_a_script(read, prefix):
    article = make_printed()
    page = read(prefix + article.get_absolute_url())
    assert [cell.text_content() for cell in page.cssselect("details.cite dd")] == [
        text for _form, text in citations(article)
    ]


@pytest.mark.parametrize(
    ("rights", "offered"), [("own", True), ("full", True), ("excerpt", True), ("link", False)]
)
def test_quoting_is_offered_where_there_are_words_to_quote(read, rights, offered):
    article = make_printed(source=make_source("海岬報", rights=rights))
    page = read("/en" + article.get_absolute_url())
    assert bool(page.cssselect(".quoting")) == offered
    if offered:
        (quoting,) = page.cssselect(".quoting")
        assert quoting.get("data-address") == f"https://shuttle.example/en/a/{article.pk}"
        assert quoting.get("data-from") == "渡輪靠岸, 海岬報, 2026-01-15"
