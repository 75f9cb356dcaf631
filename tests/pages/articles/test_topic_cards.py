"""Cards of topics that a body links to: names in every language, the editors' line, stories, the newest."""

from urllib.parse import quote

import brotli
import pytest

from tests.builders import make_article, make_source, make_tag
from tests.pages.topics.test_topics import NAMES, languages, make_named, texts

LINE = "兩國元首輪流往訪，不設儀仗，不發公報，先把難談的事談起來，再把談得成的事寫下來，明年再接著談。"


def make_linking(body="穿梭外交重開。", **fields):
    return make_article("談判重開", body=body, **fields)


def test_a_linked_topic_has_a_card_with_its_names_as_they_are_written(read):
    tag = make_named(NAMES)
    make_article("舊聞", tags=[tag])
    for prefix in ("", "/zh-hans", "/en"):
        page = read(prefix + make_linking().get_absolute_url())
        assert languages(page, f"#t{tag.pk} b") == {text: language for language, text in NAMES.items()}


def test_a_name_that_languages_share_stands_on_a_card_once(read):
    tag = make_named({"zh-Hant": "奈良", "zh-Hans": "奈良", "en": "Nara", "ja": "奈良", "ko": "나라"})
    make_article("舊聞", tags=[tag])
    page = read(make_linking("奈良的雨停了。").get_absolute_url())
    assert texts(page, f"#t{tag.pk} b") == ["奈良", "Nara", "나라"]


def test_a_card_tells_the_editors_line_the_stories_and_the_newest(read):
    tag = make_named(NAMES, description_zh="兩國互訪。", description_en="Visits in turn.")
    old = make_article("舊聞", tags=[tag])
    article = make_linking(tags=[tag])
    assert texts(read(article.get_absolute_url()), ".gloss p") == ["兩國互訪。", "2 則 談判重開"]
    page = read("/en" + article.get_absolute_url())
    assert texts(page, ".gloss p") == ["Visits in turn.", "2 stories 談判重開"]
    article.status = "withdrawn"
    article.save()
    other = make_linking()
    assert texts(read(other.get_absolute_url()), ".gloss p") == ["兩國互訪。", f"1 則 {old.headline}"]


def test_a_topic_is_reached_without_a_script(read):
    tag = make_named(NAMES)
    make_article("舊聞", tags=[tag])
    page = read(make_linking().get_absolute_url())
    (link,) = page.cssselect("[data-body] a[rel=tag]")
    assert quote(link.get("href")) == tag.get_absolute_url()
    assert page.cssselect(".gloss[popover]")


def test_topics_that_rights_keep_out_of_sight_have_no_card(read):
    make_article("舊聞", tags=[make_named(NAMES)])
    source = make_source(rights="excerpt")
    article = make_linking("首段。\n\n穿梭外交。", source=source, source_url="https://example.org/1")
    page = read(article.get_absolute_url())
    assert not page.cssselect(".gloss")


def test_twelve_cards_are_two_kilobytes_on_the_wire(get):
    cards = [
        make_named(
            {language: f"{name}{number}" for language, name in NAMES.items()},
            description_zh=f"{number}{LINE}",
        )
        for number in range(14)
    ]
    for tag in cards:
        make_article(f"{tag.name}：兩國元首在海邊小城再度會面，夜宿同一間旅館", body="甲。", tags=[tag])
    article = make_linking("、".join(tag.name for tag in cards))
    page = get(article.get_absolute_url()).content.decode()
    start, end = page.index("<div popover"), page.rindex("</main>")
    whole, without = page.encode(), (page[:start] + page[end:]).encode()
    assert page.count("<div popover") == 12
    assert len(brotli.compress(whole, quality=5)) - len(brotli.compress(without, quality=5)) <= 2048


@pytest.mark.usefixtures("remembered")
@pytest.mark.parametrize("topics", [1, 9])
def test_cards_take_as_many_queries_however_many(get, topics, django_assert_num_queries):
    names = [f"議題{name}" for name in "甲乙丙丁戊己庚辛壬"][:topics]
    for name in names:
        make_article(name, body="甲。", tags=[make_tag(name)])
    article = make_linking("、".join(names))
    with django_assert_num_queries(7):
        get(article.get_absolute_url())
