"""Subscriptions at the desk: who keeps them, and what is told of each."""

import pytest

from articles.management.roles import AUTHORS, EDITORS
from articles.models import Arrival, Subscription
from tests.admin.builders import form_data, make_imported, make_waiting
from tests.builders import make_source

pytestmark = pytest.mark.django_db
LIST = "/en/admin/articles/subscription/"
FEED = "https://news.example/feed"


def make_subscription(**fields) -> Subscription:
    return Subscription.objects.create(**{"source": make_source(), "address": FEED, **fields})


def arrive(subscription, key="1", **fields) -> Arrival:
    return Arrival.objects.create(subscription=subscription, key=key, name=f"{FEED}/{key}", **fields)


def page_of(client, subscription):
    return client.get(f"{LIST}{subscription.pk}/change/").content.decode()


def test_an_editor_subscribes_to_a_feed(works_as):
    source = make_source()
    answer = works_as(EDITORS).post(
        f"{LIST}add/", {"source": source.pk, "address": FEED, "folder": "", "is_active": "on"}
    )
    assert answer.status_code == 302
    assert list(Subscription.objects.due()) == [source.subscriptions.get()]


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"address": "", "folder": ""}, "either the address of a feed or a folder"),
        ({"address": FEED, "folder": "cape"}, "either the address of a feed or a folder"),
        ({"address": "", "folder": "cape"}, "SUBSCRIPTION_DIR"),
        ({"address": "nothing of the kind", "folder": ""}, "Enter a valid URL"),
    ],
)
def test_what_cannot_be_subscribed_to_is_said_why(desk, fields, told):
    answer = desk.post(f"{LIST}add/", {"source": make_source().pk, "is_active": "on", **fields})
    assert told in answer.content.decode()
    assert not Subscription.objects.exists()


def test_a_feed_is_subscribed_to_once(desk):
    subscription = make_subscription()
    answer = desk.post(f"{LIST}add/", {"source": subscription.source.pk, "address": FEED, "is_active": "on"})
    assert "subscribed to already" in answer.content.decode()


def test_authors_have_no_subscriptions(works_as):
    author = works_as(AUTHORS)
    assert author.get(LIST).status_code == 403
    assert author.post(f"{LIST}add/", {"source": make_source().pk, "address": FEED}).status_code == 403


def test_each_arrival_says_what_became_of_it(desk):
    subscription = make_subscription()
    waiting, article = make_waiting(), make_imported("夜航")
    arrive(subscription, "1", provenance=waiting, is_open=False, title="渡輪")
    arrive(subscription, "2", provenance=article.provenance.get(), is_open=False)
    arrive(subscription, "3", reason="news.example forbids it", is_open=False)
    arrive(subscription, "4", reason="timed out", tries=1)
    arrive(subscription, "5", is_open=False)
    page = page_of(desk, subscription)
    assert f"/import/{waiting.pk}/" in page
    assert f"/article/{article.pk}/change/" in page
    assert "news.example forbids it<" in page
    assert "timed out It is tried again." in page
    assert "discarded" in page


def test_the_last_reading_is_told(desk):
    subscription = make_subscription()
    assert "not read yet" in page_of(desk, subscription)
    subscription.was_read()
    assert "went well" in page_of(desk, subscription)
    for _time in range(2):
        subscription.failed("news.example cannot be found.")
    assert "failed 2 times: news.example cannot be found." in page_of(desk, subscription)


def test_a_subscription_can_be_read_in_the_next_minute(desk):
    subscription = make_subscription(etag='"1"')
    subscription.failed("timed out")
    desk.post(LIST, {"action": "read_now", "_selected_action": [subscription.pk]})
    assert [each.etag for each in Subscription.objects.due()] == [""]


def test_another_address_is_read_anew(desk):
    subscription = make_subscription()
    subscription.was_read('"1"')
    form = f"{LIST}{subscription.pk}/change/"
    desk.post(form, form_data(desk, form, address=f"{FEED}/2"))
    assert [(each.address, each.etag) for each in Subscription.objects.due()] == [(f"{FEED}/2", "")]


def test_the_inbox_says_by_which_subscription_a_document_came(desk):
    subscription, document = make_subscription(), make_waiting()
    arrive(subscription, provenance=document)
    told = f"by subscription to {subscription.source}"
    assert told in desk.get("/en/admin/articles/article/import/").content.decode()
    page = desk.get(f"/en/admin/articles/article/import/{document.pk}/").content.decode()
    assert told in page
    assert f"/subscription/{subscription.pk}/change/" in page


def test_a_list_of_many_takes_as_many_queries_as_one_of_few(desk, django_assert_max_num_queries):
    for number in range(12):
        arrive(make_subscription(address=f"{FEED}/{number}"), str(number))
    with django_assert_max_num_queries(8):
        desk.get(LIST)
