"""An article as a Markdown file: what its page shows and no more, in a form that other tools read."""

from datetime import UTC, datetime

import pytest
import yaml

from tests.builders import make_article, make_source, make_summary

BODY = "首段 <b> 說明。\n\n次段說明。"


def told(get, article, prefix=""):
    """The front matter and the text of an article's file."""
    answer = get(f"{prefix}{article.get_absolute_url()}article.md")
    assert answer.status_code == 200
    _nothing, head, text = answer.content.decode().split("---\n", 2)
    return yaml.safe_load(head), text.strip()


def test_the_front_matter_says_what_the_page_says(get):
    article = make_article(
        "渡輪：「靠岸」",
        source=make_source("海岬通訊社"),
        source_url="https://example.org/1",
        byline="李明、王芳",
        published_at=datetime(2026, 1, 15, tzinfo=UTC),
        published_precision="day",
        tags=["渡輪"],
        summaries={"zh-Hant": "兩國重開談判。[1]", "en": "Talks resume.[1]"},
    )
    assert told(get, article)[0] == {
        "headline": "渡輪：「靠岸」",
        "source": "海岬通訊社",
        "address": f"https://shuttle.example{article.get_absolute_url()}",
        "original": "https://example.org/1",
        "date": "2026-01-15",
        "byline": ["李明", "王芳"],
        "language": "zh-Hant",
        "topics": ["渡輪"],
        "summaries": [
            {"language": "zh-Hant", "text": "兩國重開談判。"},
            {"language": "en", "text": "Talks resume."},
        ],
    }


def test_what_nobody_prints_is_left_out(get):
    assert {*told(get, make_article())[0]} == {"headline", "address", "language"}


def test_what_must_be_said_of_a_summary_is_said(get):
    article = make_article()
    make_summary(article, origin="drafted")
    (summary,) = told(get, article)[0]["summaries"]
    assert summary["remarks"] == ["本摘要由機器起草，經編輯審定。"]


@pytest.mark.parametrize(
    ("rights", "text"),
    [
        ("own", "# 渡輪\n\n導言\n\n首段 <b> 說明。\n\n次段說明。"),
        ("full", "# 渡輪\n\n導言\n\n首段 <b> 說明。\n\n次段說明。"),
        ("excerpt", "# 渡輪\n\n導言\n\n首段 <b> 說明。\n\n[到海岬報讀全文](<https://example.org/1>)"),
        ("link", "# 渡輪\n\n[到海岬報讀全文](<https://example.org/1>)"),
    ],
)
def test_the_text_goes_as_far_as_rights_do(get, rights, text):
    source = make_source("海岬報", rights=rights)
    article = make_article(
        "渡輪", standfirst="導言", body=BODY, source=source, source_url="https://example.org/1"
    )
    assert told(get, article)[1] == text


def test_pictures_of_ours_have_whole_addresses(get):
    article = make_article(body="![船](/pictures/a-1x1.png)\n▲ 船")
    assert "![船](https://shuttle.example/pictures/a-1x1.png)" in told(get, article)[1]


@pytest.mark.parametrize("prefix", ["/zh-hans", "/en"])
def test_the_text_is_as_printed_in_every_interface(get, prefix):
    article = make_article("渡輪", body="兩國。")
    assert told(get, article, prefix)[1] == "# 渡輪\n\n兩國。"


def test_the_page_names_it(read, get):
    article = make_article()
    (link,) = read(article.get_absolute_url()).cssselect("link[type='text/markdown']")
    assert get(link.get("href"))["Content-Type"] == "text/markdown; charset=utf-8"


def test_search_engines_keep_to_the_page(get):
    assert get(f"{make_article().get_absolute_url()}article.md")["X-Robots-Tag"] == "noindex"


def test_an_old_slug_leads_to_the_file(location):
    article = make_article("渡輪")
    assert location(f"/articles/{article.pk}/舊名/article.md") == (
        f"/articles/{article.pk}/%E6%B8%A1%E8%BC%AA/article.md"
    )


@pytest.mark.parametrize(("status", "code"), [("draft", 404), ("withdrawn", 410)])
def test_a_hidden_article_answers_as_its_page_does(get, status, code):
    article = make_article()
    article.was_public, article.status = status == "withdrawn", status
    article.visible_from = None
    article.save()
    if status == "draft":
        article = make_article(status="draft")
    for address in (article.get_absolute_url(), f"{article.get_absolute_url()}article.md"):
        assert get(address).status_code == code


def test_the_file_takes_three_queries(get, django_assert_num_queries):
    article = make_article(tags=["甲", "乙"], summaries={"zh-Hant": "甲。", "en": "A."})
    with django_assert_num_queries(3):
        get(f"{article.get_absolute_url()}article.md")
