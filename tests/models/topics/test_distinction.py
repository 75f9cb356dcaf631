"""Topics that look alike are found, until an editor says that they are not the same."""

import pytest

from articles.models import Label, Tag, TagDistinction
from articles.models.topics.distinction import all_twins, twins_of
from articles.text.names.confusables import Likeness
from tests.builders import make_tag

pytestmark = pytest.mark.django_db


def pairs():
    return [(pair.one.name, pair.other.name, pair.likeness) for pair in all_twins()]


def test_a_new_name_is_compared_with_every_label():
    tag = make_tag("李在明")
    Label.objects.create(tag=tag, text="Lee Jae-myung")
    found = twins_of(["Lee Jaemyung", "燈塔"])
    assert {name: [twin.tag for twin in twins] for name, twins in found.items()} == {"Lee Jaemyung": [tag]}


def test_a_known_name_has_no_twin():
    make_tag("金惠景"), make_tag("金惠慶")
    assert twins_of(["金惠景"]) == {}


def test_the_surest_twins_come_first_under_the_name_that_looks_alike():
    make_tag("AIIB銀"), make_tag("AIIB銀行")
    assert [twin.name for twin in twins_of(["A-IIB銀"])["A-IIB銀"]] == ["AIIB銀", "AIIB銀行"]


def test_two_topics_that_look_alike_are_a_pair():
    make_tag("金惠景"), make_tag("金惠慶"), make_tag("燈塔")
    assert pairs() == [("金惠景", "金惠慶", Likeness.SLIP)]


def test_topics_told_apart_are_no_pair_any_more():
    one, other = make_tag("金惠景"), make_tag("金惠慶")
    TagDistinction.declare(other, one)
    TagDistinction.declare(one, other)
    assert pairs() == []


def test_names_of_one_topic_are_no_pair():
    (tag,) = Tag.objects.named(["金惠景"])
    Label.objects.create(tag=tag, text="金惠慶")
    assert pairs() == []


def test_a_topic_merged_away_needs_no_telling_apart():
    tag = make_tag("金惠景")
    TagDistinction.declare(tag, tag)
    assert not TagDistinction.objects.exists()
