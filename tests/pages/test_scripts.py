"""Every page in the reader's own script, whichever script an article came in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.pages.scripts import in_script, is_in_script
from articles.text.scripts import simplified_only, traditional_only
from tests.builders import make_article, make_source, make_tag

TRADITIONAL, SIMPLIFIED = "韓國總統會談後發表聲明。", "韩国总统会谈后发表声明。"


def page_of(article, read, prefix):
    return read(f"{prefix}{article.get_absolute_url()}")


@pytest.mark.parametrize(
    ("language", "body", "prefix", "read_as"),
    [
        ("zh-Hant", TRADITIONAL, "/zh-hans", ("zh-Hans", SIMPLIFIED)),
        ("zh-Hans", SIMPLIFIED, "", ("zh-Hant", TRADITIONAL)),
        ("zh-Hant", TRADITIONAL, "", ("zh-Hant", TRADITIONAL)),
        ("zh-Hans", SIMPLIFIED, "/en", ("zh-Hans", SIMPLIFIED)),
        ("ja", "会談の後、大統領は国を発った。", "/zh-hans", ("ja", "会談の後、大統領は国を発った。")),
    ],
)
def test_a_body_is_read_in_the_script_of_the_interface(read, language, body, prefix, read_as):
    page = page_of(make_article(language=language, body=body), read, prefix)
    assert (
        page.cssselect("article")[0].get("lang"),
        page.cssselect("[data-body]")[0].text_content().strip(),
    ) == read_as


def test_a_converted_article_leads_to_the_page_that_shows_it_as_printed(read):
    article = make_article(language="zh-Hans", body=SIMPLIFIED)
    link = page_of(article, read, "").cssselect(".facts [hreflang]")[0]
    assert link.get("href") == f"/zh-hans{article.get_absolute_url()}"


@pytest.mark.parametrize("prefix", ["/zh-hans", "/en"])
def test_an_article_shown_as_it_came_leads_to_no_other_page_for_that(read, prefix):
    article = make_article(language="zh-Hans", body=SIMPLIFIED)
    assert page_of(article, read, prefix).cssselect(".facts [hreflang]") == []


def test_the_canonical_page_of_a_converted_article_is_the_one_as_printed(read, settings):
    article = make_article(language="zh-Hans", body=SIMPLIFIED)
    canonical = page_of(article, read, "").cssselect('[rel="canonical"]')[0]
    assert canonical.get("href") == f"{settings.SITE_URL}/zh-hans{article.get_absolute_url()}"


@pytest.mark.parametrize(
    ("prefix", "named"), [("/zh-hans", "穿梭阅读"), ("", "穿梭閱讀"), ("/en", "穿梭閱讀")]
)
def test_the_title_of_an_english_article_names_the_site_in_the_readers_script(read, settings, prefix, named):
    settings.SITE_NAME = "穿梭閱讀"
    article = make_article("Ferries", language="en", body="They sail.")
    assert page_of(article, read, prefix).cssselect("title")[0].text == f"Ferries · {named}"


def test_lists_are_in_the_readers_script_too(read):
    source = make_source("韓國時報")
    make_article(
        "韓國總統訪東京", source=source, summaries={"zh-Hant": "會談後發表聲明。"}, tags=[make_tag("對馬")]
    )
    text = read("/zh-hans/").text_content() + read("/zh-hans/tags/").text_content()
    assert all(words in text for words in ("韩国总统访东京", "会谈后发表声明", "韩国时报", "对马"))


def test_a_name_that_both_scripts_write_alike_stays_as_it_is_printed(read):
    make_tag("朴振")
    article = make_article(language="zh-Hans", body="外长朴振说，台阶很长。", tags=["朴振"])
    assert "外長朴振說" in page_of(article, read, "").cssselect("[data-body]")[0].text_content()


def test_the_language_switch_is_written_in_each_language_itself(read):
    labels = [link.get("aria-label") for link in read("/zh-hans/").cssselect(".languages a")]
    assert labels == ["繁體中文", "简体中文", "English"]


@pytest.mark.parametrize(
    ("html", "converted"),
    [
        ('<p lang="zh-Hant">停<mark>機</mark>坪</p>', '<p lang="zh-Hans">停<mark>机</mark>坪</p>'),
        (
            '<p lang="zh-Hans">国</p><p lang="zh-Hant">國</p>',
            '<p lang="zh-Hans">国</p><p lang="zh-Hans">国</p>',
        ),
        ('<p lang="zh-Hant"><i lang="ja">戦國</i>國</p>', '<p lang="zh-Hans"><i lang="ja">戦國</i>国</p>'),
        ('<p lang="zh-Hant" translate="no">國</p>', '<p lang="zh-Hant" translate="no">國</p>'),
        (
            '<p lang="zh-Hant"><img alt="國 > 家">國<br>家</p>',
            '<p lang="zh-Hans"><img alt="国 > 家">国<br>家</p>',
        ),
        ('<p lang="en">國</p>', '<p lang="en">國</p>'),
        ('<html lang="zh-Hans"><p>韓國</p></html>', '<html lang="zh-Hans"><p>韩国</p></html>'),
        ('<p lang="zh-Hant">a &lt; 國</p></b>', '<p lang="zh-Hans">a &lt; 国</p></b>'),
    ],
)
def test_only_chinese_in_the_other_script_is_converted(html, converted):
    assert in_script(html, "zh-Hans") == converted


@given(
    st.text(alphabet=st.sampled_from("國国韓著干后里 a,。<b></b>"), max_size=40),
    st.sampled_from(["zh-Hant", "zh-Hans"]),
)
def test_nothing_but_single_characters_changes_whatever_the_text(text, to):
    html = f'<p lang="zh-Hant">{text}</p>'
    assert len(in_script(html, to)) == len(html)


@given(st.text(alphabet=st.sampled_from("國国韓韩會会談谈 朴振，。"), max_size=40))
def test_a_converted_text_holds_no_character_of_the_other_script_alone(text):
    assert traditional_only().isdisjoint(in_script(f'<p lang="zh-Hant">{text}</p>', "zh-Hans"))
    assert simplified_only().isdisjoint(in_script(f'<p lang="zh-Hans">{text}</p>', "zh-Hant"))


@pytest.mark.parametrize("prefix", ["", "/zh-hans"])
def test_a_page_offers_itself_in_another_language_in_the_words_of_that_one(read, prefix):
    offers = read(f"{prefix}/saved/").cssselect("#reading-sheet .language-offer")
    told = {offer.get("lang"): offer.text_content() for offer in offers}
    assert told["zh-Hant"].startswith("這一頁也有繁體中文版")
    assert told["zh-Hans"].startswith("这一页也有简体中文版")


@pytest.mark.parametrize(
    ("html", "is_right"),
    [
        ('<p lang="zh-Hant">韓國</p><a hreflang="zh-Hans" translate="no" lang="zh-Hans">简</a>', True),
        ('<p translate="no"><b translate="no">国</b></p>', True),
        ('<p translate="no"><b translate="no">國</b></p><p>国</p>', False),
        ('<p lang="zh-Hans">干</p>', False),
        ("<p>\U0002a6ab</p>", False),
    ],
)
def test_a_page_is_read_for_its_script_only_where_it_may_be_in_another(html, is_right):
    assert is_in_script(html, "zh-Hant") == is_right
