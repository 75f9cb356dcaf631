"""Names that the glossary does not know wait for an editor; the others are topics at once."""

import pytest
from django.core.exceptions import ValidationError

from articles.models import Label, TagSuggestion
from articles.models.topics.suggestion import read_keywords
from tests.builders import make_article, make_tag

pytestmark = pytest.mark.django_db


def make_suggestion(article, text="渡輪"):
    TagSuggestion.objects.suggest(article, [text])
    return TagSuggestion.objects.get(article=article, text=text)


def topics_of(article):
    return [tag.name for tag in article.tags.all()]


def read(*printed, **options):
    keywords = read_keywords(list(printed), **options)
    return [tag.name for tag in keywords.tags], keywords.unknown


def test_a_keyword_is_known_by_any_label_in_any_script():
    Label.objects.create(tag=make_tag("李在明"), text="Lee Jae-myung")
    assert read("LEE JAE-MYUNG", "李在明") == (["李在明"], [])


def test_keywords_printed_run_together_are_cut_by_known_names():
    for name in ("李在明", "石破茂", "穿梭外交"):
        make_tag(name)
    assert read("李在明石破茂穿梭外交東京") == (["李在明", "石破茂", "穿梭外交"], ["東京"])


def test_the_name_of_the_source_is_no_topic_in_either_script():
    make_tag("海峽日報")
    assert read("海峽日報", "海峡日报", "渡輪", but_not="海峡日报") == ([], ["渡輪"])


@pytest.mark.parametrize("printed", ["", "\u200b", "！！", "長" * 101])
def test_what_cannot_be_a_topic_does_not_wait_either(printed):
    assert read(printed) == ([], [])


def test_a_name_in_two_scripts_waits_once():
    assert read("渡輪", "渡轮") == ([], ["渡輪"])


def test_an_accepted_name_is_a_topic_of_every_article_that_waits_with_it():
    articles = [make_article(), make_article()]
    make_suggestion(articles[0], "渡輪")
    make_suggestion(articles[1], "渡轮").accept()
    assert [topics_of(article) for article in articles] == [["渡轮"], ["渡轮"]]
    assert not TagSuggestion.objects.exists()


def test_an_article_that_has_the_topic_already_keeps_it_once():
    tag, article = make_tag("渡輪"), make_article(tags=["渡輪"])
    make_suggestion(article)
    assert TagSuggestion.objects.settle(tag) == 1
    assert topics_of(article) == ["渡輪"]


def test_a_name_becomes_another_name_of_a_topic():
    tag, article = make_tag("渡輪"), make_article()
    make_suggestion(article, "ferry").accept_as_alias(tag)
    assert topics_of(article) == ["渡輪"]
    assert tag.labels.filter(text="ferry").exists()


def test_a_name_of_another_topic_becomes_no_alias():
    tag, _ = make_tag("渡輪"), make_tag("燈塔")
    with pytest.raises(ValidationError):
        make_suggestion(make_article(), "燈塔").accept_as_alias(tag)


def test_a_dismissed_name_still_waits_elsewhere():
    here, elsewhere = make_article(), make_article()
    make_suggestion(elsewhere)
    make_suggestion(here).dismiss()
    assert [suggestion.article for suggestion in TagSuggestion.objects.waiting()] == [elsewhere]
    TagSuggestion.objects.settle(make_tag("渡輪"))
    assert (topics_of(here), topics_of(elsewhere)) == ([], ["渡輪"])


def test_each_name_is_listed_once_with_the_number_of_articles():
    for _ in range(2):
        make_suggestion(make_article(), "渡輪")
    make_suggestion(make_article(), "燈塔")
    listed = TagSuggestion.objects.waiting().one_a_name().values_list("text", "uses")
    assert sorted(listed) == [("渡輪", 2), ("燈塔", 1)]
