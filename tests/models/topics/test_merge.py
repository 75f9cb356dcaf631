"""Merging topics loses nothing, redirects, and can be undone."""

import threading

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import connection

from articles.models import Label, LabelKey, Tag, TagDistinction, TagMerge
from articles.models.topics.label import folded_name
from tests.builders import make_article


def make_topics(*names):
    return Tag.objects.named(names)


def topics_of(article):
    return sorted(tag.name for tag in article.tags.all())


@pytest.mark.django_db
class TestMerging:
    def test_articles_follow_into_the_target(self):
        article = make_article(tags=["川普"])
        old, target = make_topics("川普", "特朗普")
        TagMerge.merge(old.pk, target.pk)
        assert topics_of(article) == ["特朗普"]

    def test_an_article_that_had_both_has_the_target_once(self):
        article = make_article(tags=["川普", "特朗普"])
        old, target = make_topics("川普", "特朗普")
        TagMerge.merge(old.pk, target.pk)
        assert topics_of(article) == ["特朗普"]

    def test_names_follow_into_the_target(self):
        old, target = make_topics("川普", "特朗普")
        TagMerge.merge(old.pk, target.pk)
        assert Tag.objects.known(["川普"]) == {"川普": target}
        assert target.labels.get(text="川普").kind == "translation"

    def test_the_old_number_means_the_target(self):
        old, target = make_topics("川普", "特朗普")
        number = old.pk
        TagMerge.merge(number, target.pk)
        assert Tag.objects.holding(number) == target

    def test_a_chain_of_merges_ends_at_the_last_target(self):
        first, second, third = make_topics("甲", "乙", "丙")
        number = first.pk
        TagMerge.merge(first.pk, second.pk)
        TagMerge.merge(second.pk, third.pk)
        assert Tag.objects.holding(number) == third

    def test_merging_back_again_changes_nothing(self):
        first, second = make_topics("甲", "乙")
        number = first.pk
        TagMerge.merge(number, second.pk)
        assert TagMerge.merge(second.pk, number) is None
        assert Tag.objects.count() == 1

    def test_merging_an_unknown_topic_is_an_error(self):
        (tag,) = make_topics("甲")
        with pytest.raises(Tag.DoesNotExist):
            TagMerge.merge(tag.pk, tag.pk + 1000)


@pytest.mark.django_db
class TestUndoing:
    def test_the_topic_comes_back_with_its_number_names_and_articles(self):
        article, both = make_article(tags=["川普"]), make_article(tags=["川普", "特朗普"])
        old, target = make_topics("川普", "特朗普")
        Label.objects.create(tag=old, text="唐納・川普")
        number = old.pk
        TagMerge.merge(old.pk, target.pk).undo()
        back = Tag.objects.get(pk=number)
        assert back.preferred == {"zh-Hant": "川普"}
        known = Tag.objects.known(["唐納・川普", "特朗普"])
        assert [known[folded_name(name)] for name in ("唐納・川普", "特朗普")] == [back, target]
        assert (topics_of(article), topics_of(both)) == (["川普"], ["川普", "特朗普"])
        assert not TagMerge.objects.exists()

    def test_every_field_that_an_editor_fills_comes_back(self):
        old, target = make_topics("川普", "特朗普")
        said = {"name": "川普", "slug": "chuan-pu", "kind": "person", "wikidata": "Q11"}
        said |= {"description_zh": "渡口的長者。", "description_en": "An elder."}
        editable = {field.name for field in Tag._meta.concrete_fields if field.editable} - {"id"}
        assert {*said} == editable
        Tag.objects.filter(pk=old.pk).update(**said)
        TagMerge.merge(old.pk, target.pk).undo()
        assert Tag.objects.values(*said).get(pk=old.pk) == said

    def test_the_topic_is_told_apart_again_from_those_it_was_told_apart_from(self):
        old, target, other = make_topics("川普", "特朗普", "川晉")
        editor = User.objects.create_user("editor")
        TagDistinction.declare(old, other, editor)
        TagMerge.merge(old.pk, target.pk).undo()
        told = TagDistinction.objects.get()
        assert ({told.first_id, told.second_id}, told.decided_by) == ({old.pk, other.pk}, editor)

    def test_a_topic_merged_since_is_told_apart_as_what_it_was_merged_into(self):
        old, target, other, later = make_topics("川普", "特朗普", "川晉", "川進")
        TagDistinction.declare(old, other)
        merge = TagMerge.merge(old.pk, target.pk)
        TagMerge.merge(other.pk, later.pk)
        merge.undo()
        told = TagDistinction.objects.get()
        assert {told.first_id, told.second_id} == {merge.old_id, later.pk}

    def test_an_article_untagged_since_stays_untagged(self):
        article = make_article(tags=["川普"])
        old, target = make_topics("川普", "特朗普")
        merge = TagMerge.merge(old.pk, target.pk)
        article.tags.clear()
        merge.undo()
        assert topics_of(article) == []

    def test_a_chain_can_be_undone_from_its_middle(self):
        first, second, third = make_topics("甲", "乙", "丙")
        numbers = first.pk, second.pk
        TagMerge.merge(first.pk, second.pk)
        TagMerge.merge(second.pk, third.pk).undo()
        assert Tag.objects.holding(numbers[0]) == Tag.objects.get(pk=numbers[1])

    def test_a_chain_can_be_undone_from_its_beginning(self):
        first, second, third = make_topics("甲", "乙", "丙")
        numbers = [first.pk, second.pk, third.pk]
        merges = [TagMerge.merge(first.pk, second.pk), TagMerge.merge(second.pk, third.pk)]
        for merge in merges:
            TagMerge.objects.get(pk=merge.pk).undo()
        assert {tag.pk: tag.name for tag in Tag.objects.all()} == dict(zip(numbers, "甲乙丙", strict=True))

    def test_a_name_given_away_since_is_told(self):
        old, target = make_topics("川普", "特朗普")
        merge = TagMerge.merge(old.pk, target.pk)
        target.labels.get(text="川普").delete()
        make_topics("川普")
        with pytest.raises(ValidationError):
            merge.undo()


@pytest.mark.django_db(transaction=True)
def test_merges_in_cycles_at_once_lose_nothing():
    names = ["甲", "乙", "丙", "丁", "戊", "己"]
    articles = [make_article(tags=[name]) for name in names]
    pks = [tag.pk for tag in make_topics(*names)]
    failures = []

    def merge_next(index):
        try:
            TagMerge.merge(pks[index], pks[(index + 1) % len(pks)])
        except Exception as error:  # noqa: BLE001  told in the main thread
            failures.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=merge_next, args=[index]) for index in range(len(pks))]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert failures == []
    assert all(article.tags.count() == 1 for article in articles)
    assert set(LabelKey.objects.values_list("tag", flat=True)) == set(
        Tag.objects.values_list("pk", flat=True)
    )
    assert all(Tag.objects.holding(pk) for pk in pks)
