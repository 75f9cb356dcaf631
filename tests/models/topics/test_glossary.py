"""One topic, many names: in every language and spelling, each meaning one topic only."""

import pytest
from django.core.exceptions import ValidationError

from articles.models import Label, LabelKey, Tag
from tests.builders import make_article

pytestmark = pytest.mark.django_db


def make_topic(name="李在明", **labels):
    """A topic with preferred labels; keyword names are languages, with underscores for hyphens."""
    (tag,) = Tag.objects.named([name])
    for language, text in labels.items():
        Label.objects.create(tag=tag, text=text, language=language.replace("_", "-"), kind="preferred")
    tag.refresh_from_db()
    return tag


def means(name):
    return next(iter(Tag.objects.known([name]).values()), None)


def test_a_new_topic_prefers_its_own_name():
    assert make_topic("穿梭外交").preferred == {"zh-Hant": "穿梭外交"}


def test_every_label_leads_to_its_topic():
    tag = make_topic(en="Lee Jae-myung", ko="이재명")
    assert means("lee jae-myung") == means("이재명") == means("李在明") == tag


def test_tagging_by_another_label_finds_the_topic():
    tag = make_topic(en="Lee Jae-myung")
    article = make_article(tags=["Lee Jae-myung", "李在明"])
    assert list(article.tags.all()) == [tag]


def test_a_name_means_one_topic_only():
    make_topic("金惠景")
    other = make_topic("石破茂")
    with pytest.raises(ValidationError, match="金惠景"):
        Label.objects.create(tag=other, text="金惠景")


def test_one_topic_may_be_written_alike_in_two_languages():
    tag = make_topic("韓國", zh_Hans="韩国", ja="韓国")
    assert tag.preferred == {"zh-Hant": "韓國", "zh-Hans": "韩国", "ja": "韓国"}
    assert LabelKey.objects.filter(tag=tag).count() == 1


def test_a_renamed_topic_keeps_its_former_name():
    tag = make_topic("金惠慶")
    tag.name = "金惠景"
    tag.save()
    assert tag.labels.get(text="金惠慶").kind == "former"
    assert means("金惠慶") == means("金惠景") == tag


def test_a_renamed_topic_has_its_new_name_in_its_address():
    tag = make_topic("金惠慶")
    tag.name = "金惠景"
    tag.save()
    assert tag.slug == "金惠景"


def test_a_slug_that_an_editor_set_outlives_a_new_name():
    tag = make_topic("金惠慶")
    tag.name, tag.slug = "金惠景", "kim-hea-kyung"
    tag.save()
    assert tag.slug == "kim-hea-kyung"


def test_a_changed_preferred_label_renames_the_topic():
    tag = make_topic("金惠慶")
    label = tag.labels.get()
    label.text = "金惠景"
    label.save()
    tag.refresh_from_db()
    assert (tag.name, tag.slug) == ("金惠景", "金惠景")
    assert means("金惠慶") == tag


def test_a_topic_is_called_by_its_traditional_name_first():
    tag = make_topic("shuttle diplomacy", zh_Hant="穿梭外交")
    assert tag.name == "穿梭外交"
    assert means("shuttle diplomacy") == tag


def test_a_deleted_alias_frees_its_name():
    tag = make_topic("川普")
    Label.objects.create(tag=tag, text="特朗普").delete()
    assert means("特朗普") is None


@pytest.mark.parametrize(
    ("language", "shown"),
    [("zh-Hant", ("韓國", "zh-Hant")), ("zh-Hans", ("韩国", "zh-Hans")), ("en", ("South Korea", "en"))],
)
def test_a_topic_is_called_in_the_readers_language(language, shown):
    assert make_topic("韓國", zh_Hans="韩国", en="South Korea").label_in(language) == shown


def test_a_topic_without_a_label_in_the_readers_language_shows_its_own_name():
    assert make_topic("韓國").label_in("en") == ("韓國", "zh-Hant")
