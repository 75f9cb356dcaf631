"""The next article and the one before, in the first topic of an article."""

from datetime import UTC, datetime

from tests.builders import make_article


def neighbours(page):
    return [
        (node.get("rel"), node.cssselect("span")[1].text) for node in page.cssselect(".neighbours .sheet > a")
    ]


def on(day, **fields):
    return make_article(f"{day}日", published_at=datetime(2026, 1, day, tzinfo=UTC), **fields)


def test_they_are_of_the_same_topic(read):
    first, _other, third, _later = on(1, tags=["甲"]), on(2), on(3, tags=["甲", "乙"]), on(4, tags=["乙"])
    assert neighbours(read(first.get_absolute_url())) == [("prev", "3日")]
    page = read(third.get_absolute_url())
    assert neighbours(page) == [("next", "1日")]
    assert [node.text for node in page.cssselect(".neighbours .within a[rel=tag]")] == ["甲"]


def test_without_a_topic_they_are_the_next_by_date(read):
    _first, second, _third = on(1), on(2), on(3, tags=["甲"])
    assert neighbours(read(second.get_absolute_url())) == [("prev", "3日"), ("next", "1日")]
