"""Writing an article: topics, one-click publishing, and two editors at once."""

import pytest

from articles.admin.articles.admin import ArticleAdmin
from articles.models import Article, EditConflict
from articles.models.articles.article import Status
from tests.admin.builders import as_new, form_data
from tests.builders import make_article, make_source, make_summary

pytestmark = pytest.mark.django_db


def address_of(article):
    return f"/en/admin/articles/article/{article.pk}/change/"


def save(client, article, **typed):
    """Open the form, type, and send it."""
    return client.post(address_of(article), form_data(client, address_of(article), **typed))


def save_again(client, article, typed):
    """Send a form, be warned, and send it once more as it came back."""
    warned = client.post(address_of(article), typed).context["adminform"].form
    return client.post(address_of(article), typed | {"seen_version": warned["seen_version"].value()})


def errors(answer):
    return {
        name: [str(error) for error in told] for name, told in answer.context["adminform"].form.errors.items()
    }


def test_what_was_typed_is_saved(desk):
    article = make_article()
    assert save(desk, article, headline="燈塔來信", body="燈塔亮了。").status_code == 302
    assert Article.objects.get().body_html == '<p id="p1">燈塔亮了。</p>'


@pytest.mark.parametrize(("typed", "precision", "hour"), [("", "day", "00:00"), ("09:30", "minute", "09:30")])
def test_a_day_is_typed_with_its_hour_or_alone(desk, typed, precision, hour):
    article = make_article()
    save(desk, article, published_at_0="2026-03-14", published_at_1=typed, published_precision="")
    kept = Article.objects.get()
    told = f"{kept.published_at:%Y-%m-%d %H:%M} {kept.published_precision}"
    assert told == f"2026-03-14 {hour} {precision}"


@pytest.mark.parametrize(("day", "hour"), [("9999-12-31", "23:59"), ("0001-01-01", "00:00")])
def test_a_day_at_an_end_of_the_calendar_is_refused_beside_its_field(desk, day, hour):
    article = make_article(source=make_source(time_zone="Asia/Taipei"))
    moment = {"_0": day, "_1": hour}
    for name in ("published_at", "scheduled_for"):
        typed = {name + part: value for part, value in moment.items()}
        answer = save(desk, article, **typed, published_precision="minute")
        assert errors(answer)[name] == ["The year has to be between 1000 and 2999."]


def test_a_refused_form_shows_the_body_as_it_was_saved_last(desk):
    article = make_article(body="燈塔亮了。")
    answer = save(desk, article, headline="", body="燈塔熄了。")
    assert answer.context["saved_html"] == '<p id="p1">燈塔亮了。</p>'


def test_a_new_headline_is_no_longer_provisional(desk):
    article = make_article(headline_is_provisional=True)
    save(desk, article, headline="燈塔來信")
    assert not Article.objects.get().headline_is_provisional


def test_an_article_is_written_from_nothing_and_published(desk):
    add = "/en/admin/articles/article/add/"
    typed = {"headline": "燈塔來信", "body": "燈塔亮了。", "tags": "燈塔", **as_new("燈塔")}
    desk.post(add, form_data(desk, add, **typed, _publish="1"))
    article = Article.objects.published().get()
    assert list(article.tags.names()) == ["燈塔"]


@pytest.mark.parametrize(
    ("status", "button", "becomes"),
    [
        ("draft", "_publish", "published"),
        ("withdrawn", "_publish", "published"),
        ("published", "_withdraw", "withdrawn"),
    ],
)
def test_one_click_saves_and_publishes_or_withdraws(desk, status, button, becomes):
    article = make_article(status=status)
    answer = save(desk, article, headline="燈塔來信", **{button: "1"})
    assert answer.status_code == 302
    assert Article.objects.get().status == becomes
    assert Article.objects.get().headline == "燈塔來信"


@pytest.mark.parametrize("status", ["published", "draft"])
def test_the_form_leads_to_the_page_that_readers_see_or_will_see(desk, status):
    article = make_article(status=status)
    assert desk.get(address_of(article)).context["absolute_url"] == article.get_absolute_url()


@pytest.mark.parametrize(
    ("typed", "topics"),
    [
        ("shuttle diplomacy", {"shuttle diplomacy"}),
        ("李在明，穿梭外交、石破茂, 東京", {"李在明", "穿梭外交", "石破茂", "東京"}),
        ("穿梭外交, 穿梭外交", {"穿梭外交"}),
        ("", set()),
    ],
)
def test_topics_are_parted_by_commas_and_never_by_spaces(desk, typed, topics):
    article = make_article(tags=["外交"])
    save(desk, article, tags=typed, **as_new(*topics))
    assert set(article.tags.names()) == topics


@pytest.mark.parametrize("typed", ["！！", "a" * 101, "外交，…"])
def test_a_name_that_cannot_be_a_topic_is_refused_beside_its_field(desk, typed):
    article = make_article(tags=["外交"])
    answer = save(desk, article, tags=typed)
    assert list(errors(answer)) == ["tags"]
    assert list(article.tags.names()) == ["外交"]


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("headline", "\u200b"),
        ("body", ""),
        ("body", "> " * 60 + "深"),
        ("source_url", "ftp:"),
        ("body", "a\x00"),
    ],
)
def test_a_refused_form_names_the_field_and_keeps_the_rest(desk, field, typed):
    answer = save(desk, make_article(), **{"standfirst": "這一行不會丟。", field: typed})
    assert list(errors(answer)) == [field]
    assert "這一行不會丟。" in answer.content.decode()


def test_a_scheduled_article_without_a_time_is_refused_beside_the_time(desk):
    assert list(errors(save(desk, make_article(), status=Status.SCHEDULED))) == ["scheduled_for"]


def test_the_summaries_are_read_beside_the_text_and_written_at_the_desk(desk):
    article = make_article(summaries={"en": "The ferry sails again."})
    page = desk.get(address_of(article)).content.decode()
    assert "The ferry sails again." in page
    assert f"/en/admin/desk/{article.pk}/" in page
    assert 'name="summaries-' not in page


def test_saving_over_another_editor_is_refused_once_and_loses_nothing(desk):
    article = make_article("渡輪靠岸")
    typed = form_data(desk, address_of(article), headline="我的標題", body="我的正文。")
    save(desk, article, headline="她的標題", body="她的正文。")
    answer = desk.post(address_of(article), typed)
    page = answer.content.decode()
    assert "Somebody saved this after you opened it" in page
    assert Article.objects.get().headline == "她的標題"
    assert all(text in page for text in ("我的標題", "我的正文。", "她的標題", "她的正文。"))


def test_a_warned_editor_can_save_over_the_other_version(desk):
    article = make_article()
    typed = form_data(desk, address_of(article), headline="我的標題")
    save(desk, article, headline="她的標題")
    save_again(desk, article, typed)
    assert Article.objects.get().headline == "我的標題"


def test_a_refused_draft_still_offers_to_publish(desk):
    page = save(desk, make_article(status="draft"), headline="", _publish="1").content.decode()
    assert 'name="_publish"' in page
    assert 'name="_withdraw"' not in page


def test_an_editor_overtaken_between_check_and_save_is_told_as_well(desk, monkeypatch):
    article, save_of_ours = make_article(), Article.save
    typed = form_data(desk, address_of(article), headline="我的標題")

    def overtaken(self, *args, **kwargs):
        monkeypatch.setattr(Article, "save", save_of_ours)
        monkeypatch.setattr(ArticleAdmin, "get_object", her_version)
        raise EditConflict(self.headline)

    def her_version(self, request, object_id, from_field=None):
        Article.objects.update(version=9, headline="她的標題")
        return Article.objects.get(pk=object_id)

    monkeypatch.setattr(Article, "save", overtaken)
    answer = desk.post(address_of(article), typed)
    assert "Somebody saved this" in answer.content.decode()
    assert Article.objects.get().headline != "我的標題"


def test_a_form_without_the_version_it_was_opened_at_is_refused(desk):
    article = make_article()
    typed = form_data(desk, address_of(article), headline="我的標題")
    del typed["seen_version"]
    assert desk.post(address_of(article), typed).status_code == 200
    assert Article.objects.get().headline != "我的標題"


def test_a_body_beyond_the_limits_is_not_saved_and_stays_in_the_form(desk):
    article = make_article()
    answer = desk.post(address_of(article), form_data(desk, address_of(article), body="1. " * 6_666 + "深"))
    page = answer.content.decode()
    assert "nested more than 24 levels" in page
    assert "1. 1. 深" in page
    assert Article.objects.get().body == article.body


def test_the_form_costs_the_same_whatever_hangs_on_the_article(desk, django_assert_max_num_queries):
    article = make_article()
    with django_assert_max_num_queries(20) as queries:
        desk.get(address_of(article))
    before = len(queries)
    article.tags.set([f"話題{number}" for number in range(20)])
    for language in ("zh-Hant", "zh-Hans", "en"):
        make_summary(article, language)
    with django_assert_max_num_queries(20) as queries:
        desk.get(address_of(article))
    assert len(queries) <= before + 1
