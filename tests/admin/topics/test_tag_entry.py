"""Topics typed into an article: found by any name, offered while typing, look-alikes asked about."""

import json
from datetime import UTC, datetime

import pytest

from articles.models import Article, Label, LabelKey, Tag, TagDistinction, TagSuggestion
from tests.admin.builders import as_new, form_data
from tests.builders import make_article, make_source, make_tag

pytestmark = pytest.mark.django_db

LIST = "/en/admin/articles/article/"


def address_of(article):
    return f"{LIST}{article.pk}/change/"


def save(client, article, **typed):
    return client.post(address_of(article), form_data(client, address_of(article), **typed))


def refused(answer):
    return {name: " ".join(told) for name, told in answer.context["adminform"].form.errors.items()}


def topics_of(article):
    return [tag.name for tag in article.tags.all()]


def offered(client, typed, prefix="/en"):
    return json.loads(client.get(f"{prefix}/admin/articles/tag/names/", {"q": typed}).content)["names"]


def make_lee():
    tag = make_tag("李在明", kind="person")
    for language, text in {"en": "Lee Jae-myung", "ko": "이재명"}.items():
        Label.objects.create(tag=tag, text=text, language=language, kind="preferred")
    return tag


@pytest.mark.parametrize("typed", ["lee jae-myung", "이재명", "ＬＥＥ Jae-myung", "李\u200b在明"])
def test_any_name_in_any_script_finds_the_topic(desk, typed):
    make_lee()
    article = make_article()
    save(desk, article, tags=typed)
    assert topics_of(article) == ["李在明"]
    assert Tag.objects.count() == 1


@pytest.mark.parametrize("typed", ["jae", "이재", "李", "lee "])
def test_a_topic_is_offered_by_a_part_of_any_name(desk, typed):
    make_lee()
    assert [name["name"] for name in offered(desk, typed)] == ["Lee Jae-myung"]


def test_the_name_offered_is_in_the_editors_language_beside_the_one_that_matched(desk):
    tag = make_lee()
    assert offered(desk, "jae", prefix="") == [
        {"id": tag.pk, "name": "李在明", "lang": "zh-Hant", "alias": "Lee Jae-myung"}
    ]


def test_names_that_begin_so_are_offered_first(desk):
    for name in ("穿梭外交", "外交", "外交部長"):
        make_tag(name)
    assert [name["name"] for name in offered(desk, "外交")] == ["外交", "外交部長", "穿梭外交"]


@pytest.mark.parametrize("typed", ["", " ", "\x00", "%", "字" * 10_000, "\u200b"])
def test_nothing_is_offered_for_nothing(desk, typed):
    make_tag("外交")
    assert offered(desk, typed) == []


def test_offering_costs_the_same_however_many_topics_match(desk, django_assert_max_num_queries):
    Tag.objects.named([f"外交{number}號" for number in range(40)])
    with django_assert_max_num_queries(8):
        assert len(offered(desk, "外交")) == 10


def test_a_look_alike_is_asked_about_and_nothing_is_saved(desk):
    make_tag("金惠景")
    article = make_article(tags=["外交"])
    answer = save(desk, article, tags="金惠慶")
    assert "金惠景" in refused(answer)["tags"]
    assert 'type="radio"' in refused(answer)["tags"]
    assert topics_of(article) == ["外交"]


def test_an_editor_who_meant_the_known_topic_gets_it(desk):
    tag, article = make_tag("金惠景"), make_article()
    save(desk, article, tags="外交、金惠慶", **as_new("外交"), **{"topic-金惠庆": str(tag.pk)})
    assert topics_of(article) == ["外交", "金惠景"]


def test_an_editor_who_means_another_topic_makes_it_and_is_not_asked_again(desk):
    make_tag("金惠景")
    article = make_article()
    save(desk, article, tags="金惠慶", **{"topic-金惠庆": "new"})
    assert topics_of(article) == ["金惠慶"]
    assert TagDistinction.objects.count() == 1


def test_a_look_alike_in_another_alphabet_is_no_twin_until_an_editor_says_so(desk):
    make_tag("PAK")
    save(desk, make_article(), tags="РАК")
    assert list(LabelKey.objects.values_list("folded", flat=True)) == ["pak"]


@pytest.mark.parametrize("typed", ["東海時報", "东海时报", "外交，東海時報"])
def test_the_sources_own_name_is_refused_with_the_reason(desk, typed):
    article = make_article(source=make_source("東海時報"))
    assert "where the article comes from" in refused(save(desk, article, tags=typed))["tags"]


def test_markup_in_a_name_is_shown_as_text(desk):
    make_tag("<b>渡輪</b>")
    told = refused(save(desk, make_article(), tags="<b>渡輪</b"))["tags"]
    assert "<b>" not in told


def decided(client, article, suggestion, decision, alias_of=""):
    choice = {f"decision_{suggestion.pk}": decision, f"alias_of_{suggestion.pk}": alias_of}
    return save(client, article, **choice)


@pytest.fixture
def waiting():
    article = make_article()
    TagSuggestion.objects.suggest(article, ["渡輪航線"])
    return TagSuggestion.objects.get()


def test_a_suggestion_is_made_a_topic_of_every_article_that_waits_with_it(desk, waiting):
    other = make_article()
    TagSuggestion.objects.suggest(other, ["渡轮航线"])
    decided(desk, waiting.article, waiting, "topic")
    assert topics_of(waiting.article) == topics_of(other) == ["渡輪航線"]


def test_a_suggestion_is_made_another_name_of_a_topic(desk, waiting):
    tag = make_tag("航運")
    decided(desk, waiting.article, waiting, "alias", "航运")
    assert topics_of(waiting.article) == ["航運"]
    assert tag.labels.filter(text="渡輪航線").exists()


@pytest.mark.parametrize("alias_of", ["", "沒有的主題"])
def test_another_name_of_no_topic_is_refused_beside_it(desk, waiting, alias_of):
    answer = decided(desk, waiting.article, waiting, "alias", alias_of)
    assert list(refused(answer)) == [f"alias_of_{waiting.pk}"]


def test_a_dismissed_suggestion_is_gone_from_the_form(desk, waiting):
    decided(desk, waiting.article, waiting, "dismiss")
    assert desk.get(address_of(waiting.article)).context["adminform"].form.chips == []


def test_a_suggestion_left_for_later_waits_on(desk, waiting):
    save(desk, waiting.article, headline="渡輪改道")
    assert TagSuggestion.objects.waiting().count() == 1


def test_a_suggestion_somebody_else_decided_meanwhile_does_not_stop_the_form(desk, waiting):
    typed = form_data(desk, address_of(waiting.article), **{f"decision_{waiting.pk}": "topic"})
    waiting.dismiss()
    assert desk.post(address_of(waiting.article), typed).status_code == 302
    assert topics_of(waiting.article) == []


def test_a_name_typed_as_a_topic_is_given_to_the_articles_that_wait_with_it(desk, waiting):
    save(desk, make_article("燈塔"), tags="渡輪航線", **as_new("渡輪航線"))
    assert topics_of(waiting.article) == ["渡輪航線"]


def test_a_time_is_edited_by_the_sources_clock(desk):
    source = make_source(time_zone="Asia/Tokyo")
    article = make_article(source=source, published_at=datetime(2026, 1, 15, 1, 30, tzinfo=UTC))
    typed = form_data(desk, address_of(article))
    assert (typed["published_at_0"], typed["published_at_1"]) == ("2026-01-15", "10:30:00")
    desk.post(address_of(article), typed | {"published_at_1": "11:00"})
    assert Article.objects.get().published_at == datetime(2026, 1, 15, 2, 0, tzinfo=UTC)


def test_a_date_alone_stays_the_day_it_is(desk):
    source = make_source(time_zone="Asia/Tokyo")
    midnight = datetime(2026, 1, 15, tzinfo=UTC)
    article = make_article(source=source, published_at=midnight, published_precision="day")
    save(desk, article, headline="燈塔來信")
    assert Article.objects.get().published_at == midnight


def act(client, action, *articles, **fields):
    data = {"action": action, "_selected_action": [article.pk for article in articles], **fields}
    return client.post(LIST, data, follow=True)


def test_topics_are_taken_from_many_articles_by_any_of_their_names(desk):
    make_lee()
    articles = [make_article(tags=["李在明", "外交"]), make_article(tags=["外交"])]
    answer = act(desk, "remove_topics", *articles, topics="Lee Jae-myung")
    assert [topics_of(article) for article in articles] == [["外交"], ["外交"]]
    assert "1 article: removed" in answer.content.decode()


def test_removing_an_unknown_topic_changes_nothing_and_says_so(desk):
    article = make_article(tags=["外交"])
    answer = act(desk, "remove_topics", article, topics="外交，沒有的主題")
    assert "沒有的主題" in answer.content.decode()
    assert topics_of(article) == ["外交"]


def test_a_look_alike_given_to_many_articles_is_asked_about_first(desk):
    tag, articles = make_tag("金惠景"), [make_article(), make_article()]
    asked = act(desk, "add_topics", *articles, topics="金惠慶")
    resent = dict.fromkeys(name for name, _ in asked.context["resent"])
    assert {"action", "topics", "_selected_action"} <= set(resent)
    assert f'type="radio" name="topic-金惠庆" value="{tag.pk}"' in asked.content.decode()
    act(desk, "add_topics", *articles, topics="金惠慶", **{"topic-金惠庆": str(tag.pk)})
    assert [topics_of(article) for article in articles] == [["金惠景"], ["金惠景"]]


def test_articles_of_the_source_itself_are_left_out(desk):
    own, other = make_article(source=make_source("東海時報")), make_article()
    act(desk, "add_topics", own, other, topics="東海時報", **as_new("東海時報"))
    assert (topics_of(own), topics_of(other)) == ([], ["東海時報"])
