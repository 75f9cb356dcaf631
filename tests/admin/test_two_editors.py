"""Two editors at one form of a topic, its names, a source, a subscription: both texts, and no silence."""

import pytest
from django.contrib.auth.models import Group
from lxml import html

from articles.admin.articles.history import put_back
from articles.ingest.storage.store import import_document
from articles.models import Article, Label, Source, Subscription, Tag
from articles.models.articles.change import Why
from tests.admin.builders import form_data, make_document, make_imported
from tests.builders import make_article, make_free_page, make_placement, make_source, make_tag

pytestmark = pytest.mark.django_db
THEIRS = "午後雙方在港口簽字。"


def make_subscription():
    return Subscription.objects.create(source=make_source("東海時報"), address="https://a.example/feed")


KINDS = {
    "tag": (make_tag, "description_en", "Mine is longer.", "Theirs stands."),
    "source": (make_source, "name_en", "My Gazette", "Their Gazette"),
    "subscription": (make_subscription, "address", "https://a.example/mine", "https://a.example/theirs"),
    "freepage": (make_free_page, "title_hant", "Mine", "Theirs"),
    "placement": (lambda: make_placement(make_article()), "note_en", "Mine.", "Theirs."),
}


@pytest.fixture(params=KINDS)
def asked(request, desk):
    """A form sent over what somebody stored meanwhile: its address, what was typed and the answer."""
    make, field, mine, theirs = KINDS[request.param]
    row = make()
    address = f"/en/admin/articles/{request.param}/{row.pk}/change/"
    typed = form_data(desk, address, **{field: mine})
    type(row).objects.filter(pk=row.pk).update(**{field: theirs})
    return row, field, typed, desk.post(address, typed)


def test_the_second_to_save_is_shown_both_texts(asked):
    row, field, typed, answer = asked
    page = html.fromstring(answer.content.decode())
    stored = "".join(page.cssselect(".conflict")[0].itertext())
    assert KINDS[row._meta.model_name][3] in stored
    assert typed[field] in answer.content.decode()
    assert getattr(type(row).objects.get(), field) == KINDS[row._meta.model_name][3]


def test_saving_again_replaces_it_knowingly(asked, desk):
    row, field, typed, answer = asked
    seen = answer.context["adminform"].form["seen_version"].value()
    assert desk.post(answer.request["PATH_INFO"], typed | {"seen_version": seen}).status_code == 302
    assert getattr(type(row).objects.get(), field) == typed[field]


def test_a_form_that_nobody_overtook_is_saved_at_once(desk):
    source = make_source("東海時報")
    address = f"/en/admin/articles/source/{source.pk}/change/"
    assert desk.post(address, form_data(desk, address, name_en="East Sea Times")).status_code == 302
    assert Source.objects.get().name_en == "East Sea Times"


@pytest.fixture
def named(desk):
    """A topic with another name, its form's address, and what the form sent before somebody changed it."""
    tag = make_tag("穿梭外交")
    label = Label.objects.create(tag=tag, text="Shuttle", language="en", kind="preferred")
    address = f"/en/admin/articles/tag/{tag.pk}/change/"
    return label, address, form_data(desk, address, description_en="Between two capitals.")


def test_a_name_that_somebody_changed_does_not_change_back_in_silence(desk, named):
    label, address, typed = named
    Label.objects.filter(pk=label.pk).update(text="Shuttle diplomacy")
    answer = desk.post(address, typed)
    (stored,) = html.fromstring(answer.content.decode()).cssselect(".conflict")
    assert "Shuttle diplomacy" in stored.text_content()
    assert "Between two capitals." in answer.content.decode()
    assert Label.objects.get(pk=label.pk).text == "Shuttle diplomacy"


def test_a_name_that_somebody_deleted_keeps_no_word_from_the_form(desk, named):
    label, address, typed = named
    label.delete()
    answer = desk.post(address, typed)
    assert answer.status_code == 200
    assert "Between two capitals." in answer.content.decode()


def test_who_may_only_read_a_topic_sees_nothing_of_versions(works_as):
    author, tag = works_as("Authors"), make_tag()
    page = author.get(f"/en/admin/articles/tag/{tag.pk}/change/").content.decode()
    assert "ersion" not in page
    assert Tag.objects.get() == tag


def restored(article):
    put_back(article, {"body": THEIRS}, None)


def imported_again(article):
    import_document(*make_document(body=THEIRS), is_seen=True)


def cleaned_again(article):
    """As the cleaner saves what it makes of the raw document today."""
    article.body, article.changed_because = THEIRS, Why.RECLEAN
    article.save()


@pytest.mark.parametrize("replace", [restored, imported_again, cleaned_again])
def test_a_body_that_was_replaced_while_somebody_wrote_stands_beside_theirs(desk, replace):
    article = make_imported()
    address = f"/en/admin/articles/article/{article.pk}/change/"
    typed = form_data(desk, address, body="我的字。")
    replace(Article.objects.get())
    page = desk.post(address, typed).content.decode()
    assert THEIRS in html.fromstring(page).cssselect(".conflict")[0].text_content()
    assert "我的字。" in page
    assert THEIRS in Article.objects.get().body


@pytest.mark.django_db(transaction=True)
def test_what_another_stores_in_the_same_moment_is_told_as_if_it_had_been_there(desk, monkeypatch):
    asked, ask = [], Group.validate_unique

    def before_it_was_there(group, exclude=None):
        asked.append(group)
        if len(asked) > 1:
            ask(group, exclude)

    monkeypatch.setattr(Group, "validate_unique", before_it_was_there)
    Group.objects.create(name="Readers of proofs")
    address = "/en/admin/auth/group/add/"
    answer = desk.post(address, {"name": "Readers of proofs"})
    assert "already exists" in str(answer.context["errors"])
