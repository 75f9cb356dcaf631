"""An article's page is written again when something that stands on it has changed, and not before."""

from datetime import UTC, datetime

import pytest

from articles.models import Article, FreePage, Related, Summary, Tag
from articles.pages.kept import rows
from tests.builders import make_article, make_copies, make_source


def on(day, headline, **fields):
    return make_article(headline, published_at=datetime(2026, 1, day, tzinfo=UTC), **fields)


@pytest.fixture
def article():
    """With a topic that its body links to, and others beside it."""
    source = make_source("海岬社")
    on(1, "舊訊", tags=["霧港"])
    article = on(2, "新訊", tags=["霧港"], body="霧港的渡輪。", source=source)
    other = make_article("另一則", body="甲。", summaries={"zh-Hant": "渡輪靠岸。"})
    Related.objects.all().delete()
    Related.objects.create(article=article, other=other, score=1)
    return article


def test_a_page_that_nothing_has_changed_of_is_written_once(get, article, written):
    first, second = get(article.get_absolute_url()), get(article.get_absolute_url())
    assert (len(written), first.content) == (1, second.content)


def test_each_interface_and_each_address_has_a_page_of_its_own(get, article, written):
    for prefix, query in (("", ""), ("/en", ""), ("/zh-hans", ""), ("", "?after=1")):
        get(prefix + article.get_absolute_url() + query)
    assert len(written) == 4


def test_two_who_ask_in_two_languages_are_told_in_theirs(read, article):
    for _time in range(2):
        assert read("/en" + article.get_absolute_url()).get("lang") == "en"
        assert read(article.get_absolute_url()).get("lang") == "zh-Hant"


def change(model, which, **fields):
    model.objects.filter(**which).update(**fields)


CHANGES = {
    "what a source is called": lambda: change(
        Article.source.field.related_model, {"name": "海岬社"}, name="改名社"
    ),
    "a topic's name": lambda: change(Tag, {"name": "霧港"}, name="改名港", preferred={"zh-Hant": "改名港"}),
    "what editors say of a linked topic": lambda: change(Tag, {"name": "霧港"}, description_zh="改名港。"),
    "the headline of a related article": lambda: change(Article, {"headline": "另一則"}, headline="改名一則"),
    "the headline of the next article": lambda: change(Article, {"headline": "舊訊"}, headline="改名舊訊"),
    "what a summary beside it says": lambda: change(Summary, {"text": "渡輪靠岸。"}, text="改名靠岸。"),
    "a related article that readers lose": lambda: change(Article, {"headline": "另一則"}, visible_from=None),
    "its own headline": lambda: change(Article, {"headline": "新訊"}, headline="改名新訊"),
    "a reason that an editor gives": lambda: change(Related, {"score": 1}, reason_zh="改名。"),
}


@pytest.mark.parametrize("make_change", CHANGES.values(), ids=CHANGES)
def test_it_is_written_again_for(get, article, written, make_change):
    before = get(article.get_absolute_url()).content.decode()
    make_change()
    after = get(article.get_absolute_url()).content.decode()
    assert (len(written), before != after) == (2, True)
    assert ("改名" in after) or ("另一則" not in after)


def test_it_is_written_again_for_a_newer_story_of_a_linked_topic(read, article):
    read(article.get_absolute_url())
    on(3, "最新", tags=["霧港"], body="甲。")
    assert "最新" in read(article.get_absolute_url()).cssselect(".gloss p")[-1].text_content()


def test_it_is_written_again_for_a_summary_of_its_own(get, article, written):
    get(article.get_absolute_url())
    Summary.objects.create(article=article, language="zh-Hant", text="信使已到。", status="published")
    assert "信使已到。" in get(article.get_absolute_url()).content.decode()
    assert len(written) == 2


def test_it_is_written_again_for_a_copy_that_is_called_otherwise(get, written):
    copy, article = make_copies()
    get(article.get_absolute_url())
    change(Article, {"pk": copy.pk}, headline="改名抄本", borrowed={})
    assert "改名抄本" in get(article.get_absolute_url()).content.decode()


def test_it_is_written_again_the_next_day_for_its_citations_say_the_day(get, article, written, monkeypatch):
    get(article.get_absolute_url())
    monkeypatch.setattr(rows, "today", lambda: datetime(2040, 1, 1, tzinfo=UTC).date())
    get(article.get_absolute_url())
    assert len(written) == 2


def test_it_is_written_again_for_a_page_that_the_footer_names(read, article):
    read(article.get_absolute_url())
    FreePage.objects.create(slug="about", title_hant="關於我們", text_hant="甲。", is_published=True)
    assert "關於我們" in read(article.get_absolute_url()).cssselect(".colophon")[0].text_content()


def test_it_is_converted_once(read):
    """Twice, the word of one script that stands for two of the other would be taken for another surname."""
    article = make_article("于汉超与征战", body="于汉超征战，这证明了什么。", language="zh-Hans")
    assert (
        read(article.get_absolute_url()).cssselect("[data-body]")[0].text_content()
        == "于漢超征戰，這證明了什麼。"
    )
