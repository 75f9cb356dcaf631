"""A new topic is said to be new before it is made, and one made of known topics is offered as these."""

import pytest

from articles.models import Tag
from tests.admin.builders import as_new, form_data
from tests.builders import make_article, make_tag

pytestmark = pytest.mark.django_db

LIST = "/en/admin/articles/article/"


def address_of(article):
    return f"{LIST}{article.pk}/change/"


def save(client, article, **typed):
    return client.post(address_of(article), form_data(client, address_of(article), **typed))


def refused(answer):
    return " ".join(answer.context["adminform"].form.errors.get("tags", []))


def topics_of(article):
    return [tag.name for tag in article.tags.all()]


def asked(client, typed):
    """What is asked below the field while this stands in it."""
    return client.get("/en/admin/articles/tag/questions/", {"q": typed}).content.decode()


@pytest.fixture
def known(db):
    return [make_tag(name) for name in ("李在明", "高市早苗", "Lee Jae-myung 2", "diplomacy")]


def test_a_new_name_is_said_to_be_new_and_saving_again_makes_it(desk, known):
    article = make_article()
    answer = save(desk, article, tags="李在明、渡輪")
    assert "“渡輪” is new" in refused(answer)
    assert "李在明" not in refused(answer)
    assert not Tag.objects.filter(name="渡輪").exists()
    assert answer.context["adminform"].form["tags"].value() == "李在明、渡輪"
    save(desk, article, tags="李在明、渡輪", **as_new("渡輪"))
    assert topics_of(article) == ["李在明", "渡輪"]


@pytest.mark.parametrize("typed", ["李在明 高市早苗", "高市早苗　李在明", "李在明 李在明 高市早苗"])
def test_known_topics_parted_by_spaces_are_offered_as_what_they_are(desk, known, typed):
    article = make_article()
    assert 'value="split"' in refused(save(desk, article, tags=typed))
    field = next(iter(as_new(typed)))
    save(desk, article, tags=typed, **{field: "split"})
    assert set(topics_of(article)) == {"李在明", "高市早苗"}
    assert Tag.objects.count() == len(known)


def test_a_topic_of_several_words_is_found_among_the_others(desk, known):
    assert "Lee Jae-myung 2、高市早苗" in asked(desk, "Lee Jae-myung 2 高市早苗")


@pytest.mark.parametrize("typed", ["shuttle diplomacy", "李在明 渡輪", "渡輪", " ".join(["李在明"] * 13)])
def test_no_split_is_offered_unless_every_word_is_known(desk, known, typed):
    assert "is new" in asked(desk, typed)
    assert 'value="split"' not in asked(desk, typed)


def test_the_whole_can_still_be_meant(desk, known):
    article = make_article()
    save(desk, article, tags="李在明 高市早苗", **as_new("李在明 高市早苗"))
    assert topics_of(article) == ["李在明 高市早苗"]


def test_what_is_known_is_never_asked_about(desk, known):
    article = make_article(tags=known[:1])
    assert asked(desk, "李在明、diplomacy") == ""
    assert save(desk, article, tags="李在明、diplomacy").status_code == 302


@pytest.mark.parametrize("typed", ["", "、、", "！！", "字" * 5000, "<b>渡輪</b>"])
def test_whatever_is_typed_can_be_asked_about(desk, typed):
    assert "<b>" not in asked(desk, typed)


def test_only_who_may_give_topics_may_ask(client):
    assert client.get("/en/admin/articles/tag/questions/", {"q": "渡輪"}).status_code == 302


def test_topics_for_many_articles_are_asked_about_too(desk, known):
    article = make_article()
    data = {"action": "add_topics", "_selected_action": [article.pk], "topics": "李在明 高市早苗"}
    assert 'value="split"' in desk.post(LIST, data).content.decode()
    desk.post(LIST, data | {next(iter(as_new("李在明 高市早苗"))): "split"})
    assert topics_of(article) == ["李在明", "高市早苗"]
