"""A week or a topic to take along: as HTML, as Markdown and as a message, in one language or in both."""

import re

import pytest
from lxml import html

from tests.builders import make_article, make_source, make_summary, make_tag
from tests.pages.weekly.test_weekly import TUESDAY, W03, make_story

HAN = re.compile(r"[\u4e00-\u9fff]")


def text(get, address):
    answer = get(address)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def story():
    return make_story(
        "渡輪與信使", source=make_source("海岬報"), tags=["穿梭外交"], published_precision="day"
    )


@pytest.mark.parametrize(
    ("form", "kind"), [("html", "text/html"), ("md", "text/markdown"), ("txt", "text/plain")]
)
@pytest.mark.usefixtures("story")
def test_each_form_has_its_type_and_stays_out_of_search_engines(get, form, kind):
    answer = get(f"{W03}newsletter.{form}")
    assert answer["Content-Type"] == f"{kind}; charset=utf-8"
    assert answer["X-Robots-Tag"] == "noindex"


def test_markdown_tells_headline_summary_source_and_a_short_address(get, story):
    assert text(get, f"{W03}newsletter.md") == (
        "# [2026年第3週 · 1月12日—18日](https://shuttle.example/weekly/2026/W03/)\n\n"
        f"## [渡輪與信使](https://shuttle.example/a/{story.pk})\n\n"
        "兩國信使重開談判。\n\n海岬報 · 2026年1月13日\n"
    )


def test_html_has_no_style_of_its_own_and_leads_to_the_stories(read, story):
    page = read(f"{W03}newsletter.html")
    assert [link.get("href") for link in page.cssselect("h2 a")] == [f"https://shuttle.example/a/{story.pk}"]
    assert page.cssselect("p[lang]")[0].text_content() == "兩國信使重開談判。"
    assert not page.cssselect("style, script, link, [style], [class]")


@pytest.mark.usefixtures("story")
@pytest.mark.parametrize("form", ["html", "md", "txt"])
@pytest.mark.parametrize(
    ("prefix", "name", "chinese", "english"),
    [
        ("", "newsletter", "兩國信使重開談判", None),
        ("/zh-hans", "newsletter", "两国信使重开谈判", None),
        ("/en", "newsletter", None, "Talks resume"),
        ("", "newsletter-both", "兩國信使重開談判", "Talks resume"),
        ("/zh-hans", "newsletter-both", "两国信使重开谈判", "Talks resume"),
        ("/en", "newsletter-both", "兩國信使重開談判", "Talks resume"),
    ],
)
def test_it_is_in_chinese_in_english_or_in_both(get, form, prefix, name, chinese, english):
    letter = text(get, f"{prefix}{W03}{name}.{form}")
    assert "兩國信使" not in letter or chinese == "兩國信使重開談判"
    assert chinese is None or chinese in letter
    assert (english or "Talks resume") in letter if english else "Talks resume" not in letter


def test_in_both_languages_a_story_has_both_headlines(get, story):
    story.summaries.filter(language="en").delete()
    make_summary(story, "en", "Talks resume.", headline="The ferry and the envoys")
    assert "渡輪與信使 / The ferry and the envoys" in text(get, f"{W03}newsletter-both.md")


@pytest.mark.parametrize("prefix", ["", "/zh-hans", "/en"])
@pytest.mark.parametrize("name", ["newsletter", "newsletter-both"])
@pytest.mark.parametrize("length", [1, 40, 300])
def test_a_message_tells_three_stories_in_five_hundred_characters(get, prefix, name, length):
    both = {"zh-Hant": "談判重開" * length, "en": "Talks resume. " * length}
    stories = [make_story(name * 80, TUESDAY, body=name * 9, summaries=both) for name in "甲乙丙丁"]
    message = text(get, f"{prefix}{W03}{name}.txt")
    assert len(message) <= 500
    told = [story for story in stories if f"/a/{story.pk}\n" in message]
    assert len(told) == 3
    assert message.endswith(f"{prefix}{W03}\n")


def test_what_must_be_said_of_a_summary_goes_along(get):
    article = make_article(published_at=TUESDAY)
    make_summary(article, origin="drafted")
    for form in ("html", "md"):
        assert "本摘要由機器起草，經編輯審定。" in text(get, f"{W03}newsletter.{form}")


def test_a_topic_can_be_taken_along_as_well(get, story):
    tag = story.tags.get()
    letter = text(get, f"{tag.get_absolute_url()}newsletter.md")
    assert letter.startswith(f"# [穿梭外交](https://shuttle.example/t/{tag.pk})\n\n## [渡輪與信使](")


def test_a_topic_of_another_slug_leads_to_the_topic(location, story):
    tag = story.tags.get()
    assert location(f"/tags/{tag.pk}/other/newsletter.md").startswith(f"/tags/{tag.pk}/")


@pytest.mark.parametrize(
    "address",
    ["/weekly/2026/W54/newsletter.md", "/weekly/2026/W03/newsletter.pdf", "/tags/9/x/newsletter.txt"],
)
def test_what_there_is_not_is_not_found(get, address):
    assert get(address).status_code == 404


@pytest.mark.usefixtures("story")
def test_hidden_stories_stay_hidden(get):
    make_story("密題", status="draft", tags=["穿梭外交"])
    assert "密題" not in text(get, f"{W03}newsletter-both.md")


def test_marks_of_markdown_in_words_stay_words(get):
    make_story("*渡輪* [甲](乙)", TUESDAY)
    assert r"\*渡輪\* \[甲\](乙)" in text(get, f"{W03}newsletter.md")


@pytest.mark.parametrize("prefix", ["", "/zh-hans", "/en"])
def test_the_pages_of_week_and_topic_offer_every_form(read, get, story, prefix):
    for address in (W03, story.tags.get().get_absolute_url()):
        links = read(prefix + address).cssselect("a[href*=newsletter]")
        assert len(links) == 6
        assert {get(link.get("href")).status_code for link in links} == {200}


def test_an_empty_topic_offers_none(read):
    assert not read(make_tag("首爾").get_absolute_url()).cssselect("a[href*=newsletter]")


@pytest.mark.parametrize("stories", [1, 9])
def test_a_letter_takes_as_many_queries_however_many_stories(get, stories, django_assert_max_num_queries):
    for number in range(stories):
        story = make_story(f"第{number}次", source=make_source(), tags=["穿梭外交"])
    with django_assert_max_num_queries(7):
        get(f"{W03}newsletter-both.html")
    with django_assert_max_num_queries(5):
        get(f"{story.tags.get().get_absolute_url()}newsletter-both.txt")


def test_html_marks_the_language_of_each_run(read, story):
    page = html.tostring(read(f"/en{W03}newsletter-both.html"), encoding="unicode")
    for run in re.findall(r'<p lang="([^"]+)">([^<]+)', page):
        assert bool(HAN.search(run[1])) == run[0].startswith("zh")
