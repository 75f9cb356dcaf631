"""Pins and picks: when readers see them, in which order, and what stands for a copy."""

from datetime import timedelta

import pytest
import yaml
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils import timezone

from articles.management.commands.load_sample import LIBRARY
from articles.models import Article, Place, Placement
from articles.models.curation import placed
from tests.builders import make_article, make_copies, make_placement

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


def shown(place="pin"):
    """The headlines that readers see in a place."""
    return [each.article.headline for each in placed(list(Placement.objects.shown(place)), leads)]


def leads(numbers, stories):
    sought = Q(pk__in=numbers) | Q(story__in=stories)
    return list(Article.objects.published().leads().filter(sought))


def test_what_is_placed_stands_in_the_order_of_its_positions():
    for headline, position in (("乙", 2), ("丙", 3), ("甲", 1)):
        make_placement(make_article(headline), position=position)
    assert shown() == ["甲", "乙", "丙"]


def test_a_pin_is_no_pick():
    make_placement(make_article("甲"), "pin")
    make_placement(make_article("乙"), "pick")
    assert (shown("pin"), shown("pick")) == (["甲"], ["乙"])


@pytest.mark.parametrize(
    ("starts", "ends", "is_shown"),
    [(None, None, True), (-HOUR, HOUR, True), (HOUR, None, False), (None, -HOUR, False)],
)
def test_a_placement_comes_and_goes_by_itself(starts, ends, is_shown):
    now = timezone.now()
    make_placement(make_article("甲"), starts_at=starts and now + starts, ends_at=ends and now + ends)
    assert shown() == (["甲"] if is_shown else [])


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_an_unpublished_article_stands_nowhere(status):
    make_placement(make_article(status=status))
    assert shown() == []


def test_a_copy_gives_way_to_the_lead_of_its_story():
    lead, copy = make_copies()
    make_placement(copy)
    assert shown() == [lead.headline]


def test_two_copies_stand_once_where_the_first_stands():
    lead, copy = make_copies()
    other = make_article("別的")
    for position, article in enumerate((copy, other, lead), start=1):
        make_placement(article, position=position)
    assert shown() == [lead.headline, "別的"]


def test_a_withdrawn_copy_takes_its_pin_along():
    _lead, copy = make_copies()
    make_placement(copy)
    copy.status = "withdrawn"
    copy.save()
    assert shown() == []


def test_what_is_put_in_a_place_stands_before_all_others_and_once():
    articles = [make_article(headline) for headline in "甲乙"]
    assert [Placement.objects.put(article, "pin") for article in (*articles, articles[0])] == [
        True,
        True,
        False,
    ]
    assert shown() == ["乙", "甲"]


@pytest.mark.parametrize(
    ("which", "steps", "order"),
    [
        ("乙", -1, "乙甲丙"),
        ("乙", 1, "甲丙乙"),
        ("甲", -1, "甲乙丙"),
        ("丙", 1, "甲乙丙"),
        ("丙", -9, "丙甲乙"),
    ],
)
def test_moving_takes_another_place_and_stops_at_the_ends(which, steps, order):
    rows = {headline: make_placement(make_article(headline), position=1) for headline in "甲乙丙"}
    rows[which].move(steps)
    assert shown() == list(order)


def test_moving_leaves_the_other_place_as_it_is():
    pick = make_placement(make_article("乙"), "pick", position=7)
    make_placement(make_article("甲")).move(1)
    pick.refresh_from_db()
    assert pick.position == 7


def test_a_placement_may_not_end_before_it_begins():
    now = timezone.now()
    with pytest.raises(ValidationError) as error:
        make_placement(make_article(), starts_at=now, ends_at=now - HOUR).full_clean()
    assert list(error.value.message_dict) == ["ends_at"]


def test_nothing_placed_costs_one_query(django_assert_num_queries):
    with django_assert_num_queries(1):
        assert shown() == []


def test_the_sample_places_documents_of_its_own_with_a_reason_in_both_languages():
    library = yaml.safe_load((LIBRARY / "library.yaml").read_text("utf-8"))
    files = {document["file"] for document in library["documents"]}
    entries = [entry for place in Place.values for entry in library["placements"][place]]
    assert entries
    assert {entry["file"] for entry in entries} <= files
    assert all(entry["note"]["zh"] and entry["note"]["en"] for entry in entries)
