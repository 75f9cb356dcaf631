"""Bodies become safe HTML, with the marks of the Chinese press."""

import pytest
from django.utils.translation import override
from hypothesis import given

from articles import rendering
from articles.rendering import ADDRESS, UnrenderableBody, render_body, sanitize
from tests.strategies import texts_of


def html(body):
    return str(render_body(body).html)


def test_a_paragraph_has_an_address():
    assert html("渡輪靠岸。\n\n旅客下船。") == '<p id="p1">渡輪靠岸。</p>\n<p id="p2">旅客下船。</p>'


def test_a_picture_with_its_caption_is_a_figure():
    figure = html("![碼頭](/pictures/ab-30x20.png)\n▲ 渡輪靠岸。（圖／峽灣通訊社）")
    assert "<figcaption>渡輪靠岸。<cite>峽灣通訊社</cite></figcaption>" in figure
    assert 'width="30"' in figure
    assert 'height="20"' in figure


def test_a_caption_alone_is_a_figure_too():
    assert html("▲ 渡輪靠岸。") == "<figure><figcaption>渡輪靠岸。</figcaption></figure>"


def test_a_credit_alone_shows_only_below_its_picture():
    assert html("▲ （圖／峽灣通訊社）\n\n渡輪靠岸。") == '<p id="p1">渡輪靠岸。</p>'
    assert "<figcaption><cite>峽灣通訊社</cite></figcaption>" in html("![](/a.png)\n▲ （圖／峽灣通訊社）")


def test_a_picture_waits_until_it_is_needed_and_tells_nobody_who_reads():
    picture = html("![](https://news.example/a.jpg)")
    assert 'loading="lazy"' in picture
    assert 'referrerpolicy="no-referrer"' in picture


def test_a_note_stands_aside():
    assert html("※ 編按：略有刪節。") == '<aside class="note"><p>編按：略有刪節。</p>\n</aside>'


def test_headings_leave_the_first_level_to_the_headline():
    assert html("# 一\n\n##### 五") == "<h2>一</h2>\n<h4>五</h4>"


def test_raw_html_is_text():
    assert html("<script>alert(1)</script>") == '<p id="p1">&lt;script&gt;alert(1)&lt;/script&gt;</p>'


def test_a_raw_address_in_a_caption_is_a_link_by_the_name_of_its_site():
    figure = html("▲ 渡輪靠岸。（圖片來源：https://www.ferry.example/photo/?id=31015418&set=a.31.7）")
    assert figure == (
        '<figure><figcaption>渡輪靠岸。<cite><a href="https://www.ferry.example/photo/?id=31015418&amp;set=a.31.7"'
        ' rel="noopener nofollow">ferry.example</a></cite></figcaption></figure>'
    )


@pytest.mark.parametrize("behind", ["，信使說", "。", ". Then", ")", "、再看"])
def test_an_address_ends_before_what_ends_its_sentence(behind):
    assert f">ferry.example</a>{behind}" in html(f"▲ 見 http://ferry.example/a{behind}")


@pytest.mark.parametrize(
    "hostile", ["https://" * 30_000, "https://a" + ".a" * 50_000 + ")" * 50_000, "https://a)" * 20_000]
)
def test_addresses_are_looked_for_in_time_that_grows_with_the_caption(hostile):
    assert ADDRESS.split(hostile)


def test_a_caption_with_html_is_text():
    assert "<img" not in html("▲ <img src=x onerror=alert(1)>")


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "vbscript:x", " javascript:x"]
)
def test_an_address_that_runs_is_dropped(address):
    assert "href" not in html(f"[渡輪](<{address}>)")


def test_a_table_is_a_table():
    assert "<th>港</th>" in html("| 港 | 船 |\n| --- | --- |\n| 釜山 | 三 |")


def test_the_opening_is_the_first_paragraph():
    assert str(render_body("▲ 圖說\n\n第一段。\n\n第二段。").opening_html) == '<p id="p1">第一段。</p>'


def test_a_body_without_paragraphs_has_no_opening():
    assert render_body("- 一\n- 二").opening_html == ""


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("> " * 60 + "深", "nested more than 24"),
        ("1. " * 6_666, "nested more than 24"),
        ("字" * 400_001, "more than 400000 characters"),
        ("[" * 2_001, "square brackets"),
        ("|一" * 500 + "\n" + "|-" * 500 + "\n" + "|二\n" * 500, "more than 200000 cells"),
    ],
    ids=["quotes", "lists", "characters", "brackets", "cells"],
)
def test_a_body_that_would_take_long_is_refused(body, reason):
    with override("en"), pytest.raises(UnrenderableBody, match=reason):
        render_body(body)


@pytest.mark.parametrize("body", ["* * *\n" * 20, "字*字*" * 20], ids=["blocks", "marks"])
def test_a_body_is_refused_when_its_time_is_over(body, monkeypatch):
    monkeypatch.setattr(rendering, "MAX_SECONDS", -1)
    with override("en"), pytest.raises(UnrenderableBody, match="seconds to render"):
        render_body(body)


def test_a_refusal_is_told_in_the_language_of_whoever_reads_it():
    refusal = UnrenderableBody(rendering.TOO_LONG, 400_000)
    with override("zh-hant"):
        assert str(refusal) == "內文超過 400000 個字元。"
    assert refusal.in_english == "The body has more than 400000 characters."


def test_escaped_brackets_are_only_words():
    assert "[[[" in html("\\[" * 3_000)


MARKDOWN = (
    "# ", "> ", "- ", "1. ", "| a |\n| - |\n", "\n", "\n\n", "**", "`", "▲ ", "※ ", "\\", "![", "](", ")",
)  # fmt: skip
MARKUP = (
    "<script>alert(1)</script>", "<p onclick='x'>", "<svg>", "<", ">", "&lt;", "javascript:x",
    "//a.example",
)  # fmt: skip


@given(texts_of(*MARKDOWN, *MARKUP, most=16))
def test_whatever_is_written_renders_and_is_safe(body):
    rendered = html(body)
    assert sanitize(rendered) == rendered
    assert "<script" not in rendered
