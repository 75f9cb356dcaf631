"""Topics that the text suggests, in the form of an article: shown, taken by typing, dismissed for good."""

import pytest

from articles.models import TagSuggestion
from tests.admin.builders import as_new, form_data
from tests.builders import make_article, make_tag

pytestmark = pytest.mark.django_db

BODY = "外長林小滿抵達東港。林小滿說，燈塔協議不會更改；漁會反對燈塔協議，林小滿則答應再談。"


def address_of(article):
    return f"/en/admin/articles/article/{article.pk}/change/"


def save(client, article, **typed):
    return client.post(address_of(article), form_data(client, address_of(article), **typed))


def suggested(client, article):
    return client.get(address_of(article)).context["adminform"].form.from_text


def test_known_topics_and_new_names_stand_apart(desk):
    tag, article = make_tag("東港"), make_article(body=BODY)
    found = suggested(desk, article)
    assert found.known == [tag]
    assert found.new[:2] == ["林小滿", "燈塔協議"]


def test_the_names_can_be_read_without_a_script(desk):
    page = desk.get(address_of(make_article(body=BODY))).content.decode()
    assert '<span data-topic lang="zh-Hant">林小滿</span>' in page


def test_saving_adds_none_of_them(desk):
    make_tag("東港")
    article = make_article(body=BODY)
    save(desk, article, headline="東港來信")
    assert not article.tags.exists()
    assert not TagSuggestion.objects.exists()


def test_a_name_that_is_typed_becomes_a_topic_and_is_suggested_no_more(desk):
    article = make_article(body=BODY)
    save(desk, article, tags="林小滿", **as_new("林小滿"))
    assert [tag.name for tag in article.tags.all()] == ["林小滿"]
    assert "林小滿" not in suggested(desk, article).new


def test_a_name_that_is_ticked_is_suggested_no_more(desk):
    make_tag("東港")
    article = make_article(body=BODY)
    save(desk, article, not_topic=["東港", "林小滿"])
    assert suggested(desk, article).known == []
    assert "林小滿" not in suggested(desk, article).new
    assert not TagSuggestion.objects.waiting().exists()


@pytest.mark.parametrize("ticked", ["", "！！", "\x00", "長" * 101, "\u200b"])
def test_ticking_what_is_no_name_does_nothing(desk, ticked):
    article = make_article(body=BODY)
    assert save(desk, article, not_topic=[ticked]).status_code == 302
    assert not TagSuggestion.objects.exists()


def test_no_more_is_kept_than_was_shown(desk):
    article = make_article(body=BODY)
    save(desk, article, not_topic=[f"燈塔{number}號" for number in range(100)])
    assert TagSuggestion.objects.count() == 24


def test_a_new_article_has_no_suggestions(desk):
    form = desk.get("/en/admin/articles/article/add/").context["adminform"].form
    assert (form.from_text.known, form.from_text.new) == ([], [])


def test_saving_leads_to_the_next_article_without_topics(desk):
    older, tagged, newer = make_article(), make_article(tags=["燈塔"]), make_article()
    assert save(desk, newer, tags="渡輪", _next="1", **as_new("渡輪")).url == address_of(older)
    assert [tag.name for tag in newer.tags.all()] == ["渡輪"]
    assert "_next" not in desk.get(address_of(tagged)).content.decode()


def test_after_the_last_article_without_topics_comes_the_first(desk):
    older, newer = make_article(), make_article()
    assert save(desk, older, _next="1").url == address_of(newer)


def test_after_the_only_article_without_topics_comes_the_list(desk):
    article = make_article()
    answer = save(desk, article, tags="渡輪", _next="1", **as_new("渡輪"))
    assert answer.url == "/en/admin/articles/article/"


def test_the_list_that_an_editor_came_from_is_remembered_on_the_way(desk):
    older, newer = make_article(), make_article()
    filters = "?_changelist_filters=topic%3Dnone"
    data = form_data(desk, address_of(newer), _next="1")
    assert desk.post(address_of(newer) + filters, data).url == address_of(older) + filters


def test_markup_in_a_name_stays_text(desk):
    make_tag("<b>東港</b>")
    page = desk.get(address_of(make_article(body="`<b>東港</b>`"))).content.decode()
    assert "&lt;b&gt;東港&lt;/b&gt;</span>" in page
