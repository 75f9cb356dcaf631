"""Pages of lists and topics are written again when what stands on them has changed, and not before."""

from datetime import UTC, datetime

import pytest

from articles.models import Article, Placement, Source, Summary, Tag
from articles.pages.kept import rows
from tests.builders import make_article, make_free_page, make_placement, make_source

DAY = datetime(2026, 1, 15, tzinfo=UTC)
PAGES = (
    *(
        "/",
        "/picks/",
        "/sources/",
        "/tags/",
        "/tags/?kind=topic",
        "/archive/",
        "/weekly/2026/",
        "/weekly/2026/W03/",
    ),
    *("source", "topic", "topics together"),
)


@pytest.fixture
def addresses():
    """Of pages that all show one article."""
    article = make_article(
        "渡輪",
        source=make_source("海岬社"),
        tags=["霧港", "松濤"],
        summaries={"zh-Hant": "渡輪靠岸。"},
        published_at=DAY,
    )
    make_article("鄰篇", tags=["霧港", "燈塔"], source=article.source)
    make_placement(article)
    make_placement(article, "pick")
    one, two = article.tags.order_by("pk")
    own = {"source": article.source.get_absolute_url(), "topic": one.get_absolute_url()}
    own["topics together"] = f"/tags/{one.pk}+{two.pk}/"
    return {page: own.get(page, page) for page in PAGES}


@pytest.mark.parametrize("page", PAGES)
def test_a_page_that_nothing_has_changed_of_is_written_once(get, addresses, written, page):
    first, second = get(addresses[page]), get(addresses[page])
    assert (len(written), first.content) == (1, second.content)


@pytest.mark.parametrize("page", PAGES)
def test_each_interface_has_a_page_of_its_own(read, addresses, page):
    for _time in range(2):
        assert read(addresses[page]).get("lang") == "zh-Hant"
        assert read("/en" + addresses[page]).get("lang") == "en"


def change(model, which, **fields):
    model.objects.filter(**which).update(**fields)


LISTS = ("/", "/picks/", "/weekly/2026/W03/", "source", "topic", "topics together")
SOURCE_NAMED = ("/", "/picks/", "/weekly/2026/W03/", "topic", "topics together", "/sources/")
PLACED = ("/", "/picks/", "/weekly/2026/W03/")
INDEXES = ("/tags/", "/tags/?kind=topic")
CHANGES = [
    *((page, lambda: change(Article, {"headline": "渡輪"}, headline="改名")) for page in LISTS),
    *((page, lambda: change(Summary, {"text": "渡輪靠岸。"}, text="改名。")) for page in LISTS),
    *((page, lambda: change(Source, {"name": "海岬社"}, name="改名社")) for page in SOURCE_NAMED),
    *((page, lambda: change(Placement, {}, note_zh="改名。")) for page in PLACED),
    *((page, lambda: change(Tag, {"name": "霧港"}, preferred={"zh-Hant": "改名"})) for page in INDEXES),
    ("source", lambda: change(Source, {"name": "海岬社"}, licence="https://改名.example/")),
    ("topic", lambda: change(Tag, {"name": "燈塔"}, preferred={"zh-Hant": "改名"})),
    ("topic", lambda: change(Tag, {"name": "霧港"}, description_zh="改名。")),
    ("topics together", lambda: change(Tag, {"name": "松濤"}, preferred={"zh-Hant": "改名"})),
]


@pytest.mark.parametrize(("page", "make_change"), CHANGES)
def test_it_is_written_again_for_what_has_changed(get, addresses, written, page, make_change):
    get(addresses[page])
    make_change()
    assert "改名" in get(addresses[page]).content.decode()
    assert len(written) == 2


@pytest.mark.parametrize("page", PAGES)
def test_it_is_written_again_for_a_page_that_the_footer_names(read, addresses, page):
    read(addresses[page])
    make_free_page(title="關於我們")
    assert "關於我們" in read(addresses[page]).cssselect(".colophon")[0].text_content()


@pytest.mark.parametrize("page", ["/archive/", "/weekly/2026/", "/weekly/2026/W03/"])
def test_it_is_written_again_for_one_story_more(get, addresses, page):
    before = get(addresses[page]).content
    make_article("續篇", published_at=DAY, summaries={"zh-Hant": "渡輪又靠岸。"})
    assert get(addresses[page]).content != before


def test_a_page_that_asks_the_database_while_it_is_written_is_written_each_time():
    pages, counts = rows.Pages(room=2), []
    for _time in range(2):
        pages.page(("/",), (), lambda: counts.append(Article.objects.count()))
    assert len(counts) == 2


def test_a_page_is_written_each_time_under_developers_who_change_templates(get, addresses, written, settings):
    settings.DEBUG = True
    for _time in range(2):
        get(addresses["/"])
    assert len(written) == 2


def test_what_was_asked_for_least_lately_is_given_up_first():
    pages, asked = rows.Pages(room=2), []
    for name in "abacab":
        pages.page((name,), (), lambda name=name: asked.append(name))
    assert asked == ["a", "b", "c", "b"]
