"""What sources send by themselves: it comes once, by their rules, and one that fails disturbs no other."""

import os
import time
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from articles.ingest.documents import DocumentError, RawDocument, Redirected
from articles.ingest.intake.feeds import Feed, FeedItem
from articles.ingest.storage import subscriptions
from articles.ingest.storage.store import import_waiting
from articles.ingest.storage.subscriptions import read_due
from articles.ingest.worker import CleaningWorker
from articles.models import Arrival, Article, Provenance, Subscription
from articles.models.arrival import MOST_TRIES
from articles.models.subscription import EVERY, LONGEST_WAIT
from tests.builders import make_source
from tests.ingest.storage.test_queue import PAGE, Killed, alone_in_another_thread, packed

pytestmark = pytest.mark.django_db
FEED = "https://news.example/feed"


class Web:
    """Sites as a child process would find them.

    pages: words, or an error, by address. feeds: items by address. rules: of robots.txt, for every site
    that has none of its own in site_rules.
    """

    def __init__(self):
        self.pages, self.feeds, self.rules, self.asked = {}, {}, "", []
        self.site_rules = {}

    def publish(self, number, words=None, feed=FEED):
        address = f"https://news.example/{number}"
        self.pages[address] = words or PAGE.replace("渡輪", f"第{number}渡輪")
        item = FeedItem(str(number), address, f"第{number}次")
        self.feeds.setdefault(feed, []).append(item)
        return address

    def fetch(self, worker, address, follows):
        self.asked.append(address)
        found = self.pages.get(address, DocumentError(f"{address} answered 404 Not Found."))
        if isinstance(found, BaseException):
            raise found
        return RawDocument(address, found.encode(), address, timezone.now(), "text/plain")

    def read_feed(self, worker, address, etag="", last_modified=""):
        self.asked.append((address, etag))
        found = self.feeds.get(address, DocumentError(f"{address} answered 500."))
        if isinstance(found, BaseException):
            raise found
        version = f'"{len(found)}"'
        return None if etag == version else Feed(list(found), version, "")

    def read_robots(self, worker, address):
        rules = RobotFileParser()
        rules.parse(self.site_rules.get(urlsplit(address).netloc, self.rules).splitlines())
        return rules


@pytest.fixture
def web(monkeypatch):
    web = Web()
    monkeypatch.setattr(CleaningWorker, "fetch", lambda *asked, **how: web.fetch(*asked, **how))
    monkeypatch.setattr(CleaningWorker, "read_feed", lambda *asked, **how: web.read_feed(*asked, **how))
    monkeypatch.setattr(CleaningWorker, "read_robots", lambda *asked: web.read_robots(*asked))
    monkeypatch.setattr(subscriptions, "PAUSE", 0.0)
    return web


def subscribe(address=FEED, **fields) -> Subscription:
    return Subscription.objects.create(source=make_source(), address=address, **fields)


def make_due():
    Subscription.objects.update(due_at=timezone.now())


def waiting():
    return [document.name for document in Provenance.objects.filter(article=None).order_by("pk")]


def test_what_is_new_waits_in_the_inbox_with_where_it_came_from(web):
    subscription, address = subscribe(), web.publish(1)
    assert read_due() == 1
    document = Provenance.objects.get()
    assert (document.name, document.article) == (address, None)
    assert document.arrivals.get().subscription == subscription


def test_it_comes_once(web):
    subscribe()
    for number in (1, 2):
        web.publish(number)
        read_due()
        make_due()
    assert read_due() == 0
    assert waiting() == ["https://news.example/1", "https://news.example/2"]
    assert len([asked for asked in web.asked if asked == "https://news.example/1"]) == 1


def test_what_an_editor_discarded_does_not_come_back(web):
    subscribe()
    web.publish(1)
    read_due()
    Provenance.objects.all().delete()
    Subscription.objects.update(etag="")
    make_due()
    assert read_due() == 0
    assert waiting() == []


def test_a_page_that_is_here_already_is_not_fetched_again(web):
    subscribe()
    web.publish(1)
    Provenance.objects.create(name="https://news.example/1", checksum="x", data=b"")
    assert read_due() == 0
    assert Arrival.objects.get().provenance == Provenance.objects.get()


def test_nothing_is_read_before_it_is_due(web):
    subscription = subscribe()
    web.publish(1)
    read_due()
    subscription.refresh_from_db()
    assert subscription.due_at - subscription.read_at == EVERY
    web.asked.clear()
    read_due()
    assert web.asked == []


def test_what_is_not_active_is_not_read(web):
    subscribe(is_active=False)
    web.publish(1)
    assert read_due() == 0


def test_a_feed_is_asked_only_for_what_has_changed(web):
    subscribe()
    web.publish(1)
    for _reading in range(2):
        read_due()
        make_due()
    assert [asked for asked in web.asked if isinstance(asked, tuple)] == [(FEED, ""), (FEED, '"1"')]


def test_a_feed_of_which_something_is_still_to_come_is_asked_whole(web):
    subscribe()
    web.pages[web.publish(1)] = DocumentError("timed out")
    read_due()
    assert Subscription.objects.get().etag == ""


def test_one_bad_feed_disturbs_none(web, monkeypatch):
    bad = [subscribe(f"https://bad.example/{number}") for number in range(2)]
    web.feeds["https://bad.example/1"] = RuntimeError("a fault of ours")
    good = subscribe()
    web.publish(1)
    assert read_due() == 1
    assert [each.failures for each in Subscription.objects.filter(pk__in=[each.pk for each in bad])] == [1, 1]
    assert Subscription.objects.get(pk=good.pk).failures == 0


def test_a_feed_that_goes_on_failing_is_asked_less_and_less(web):
    subscription = subscribe()
    waits = []
    for _reading in range(8):
        read_due()
        subscription.refresh_from_db()
        waits.append(subscription.due_at - subscription.read_at)
        make_due()
    assert waits[:3] == [2 * EVERY, 4 * EVERY, 8 * EVERY]
    assert waits[-1] == LONGEST_WAIT
    assert subscription.reason == f"{FEED} answered 500."
    web.publish(1)
    read_due()
    subscription.refresh_from_db()
    assert (subscription.failures, subscription.reason) == (0, "")


def test_one_bad_page_keeps_no_other_from_coming(web):
    subscribe()
    web.pages[web.publish(1)] = DocumentError("timed out")
    web.publish(2)
    assert read_due() == 1
    assert Arrival.objects.get(key=subscriptions._key("1")).reason == "timed out"


def test_a_page_that_does_not_come_is_tried_a_few_times(web):
    subscribe()
    address = web.publish(1)
    web.pages[address] = DocumentError("timed out")
    for _reading in range(MOST_TRIES + 2):
        read_due()
        make_due()
    assert web.asked.count(address) == MOST_TRIES
    assert not Arrival.objects.get().is_open


def test_a_page_that_cannot_be_cleaned_is_refused_with_the_reason(web, monkeypatch):
    subscribe()
    address = web.publish(1)

    def refuse(worker, raw):
        raise DocumentError("holds no text")

    monkeypatch.setattr(CleaningWorker, "clean", refuse)
    for _reading in range(2):
        read_due()
        make_due()
    assert Arrival.objects.get().reason == "holds no text"
    assert web.asked.count(address) == 1


@pytest.mark.parametrize("rules", ["User-agent: *\nDisallow: /1", "User-agent: Shuttle\nDisallow: /1"])
def test_what_robots_txt_forbids_is_not_fetched(web, rules):
    web.rules = rules
    subscribe()
    address = web.publish(1)
    assert read_due() == 0
    assert address not in web.asked
    assert "robots.txt" in Arrival.objects.get().reason


def redirect(target):
    return Redirected(f"redirects to {target}.", target)


def test_an_address_that_is_none_once_it_is_read_for_the_rules_keeps_no_other_from_coming(web):
    subscribe()
    web.feeds[FEED] = [FeedItem("0", "https://%5B.news.example/a", "odd")]
    assert [web.publish(1), read_due()][1] == 1


@pytest.mark.parametrize(("rules", "came"), [("", 1), ("User-agent: *\nDisallow: /1", 0)])
def test_a_page_that_is_elsewhere_is_fetched_by_the_leave_of_that_site(web, rules, came):
    subscribe()
    target = "https://www.other.example/1"
    web.pages[web.publish(1)], web.pages[target] = redirect(target), PAGE
    web.site_rules["www.other.example"] = rules
    assert read_due() == came
    assert (target in web.asked) == bool(came)
    assert "robots.txt" in Arrival.objects.get().reason or came


@pytest.mark.parametrize(("rules", "came"), [("", 1), ("User-agent: Shuttle\nDisallow: /moved", 0)])
def test_a_feed_that_is_elsewhere_is_read_by_the_leave_of_that_site(web, rules, came):
    subscription, target = subscribe(), "https://feeds.other.example/moved"
    web.publish(1, feed=target)
    web.feeds[FEED], web.site_rules["feeds.other.example"] = redirect(target), rules
    assert read_due() == came
    assert ((target, "") in web.asked) == bool(came)
    subscription.refresh_from_db()
    assert subscription.failures == 1 - came


def test_redirects_in_a_circle_end(web):
    subscribe()
    address = web.publish(1)
    web.pages[address] = redirect(address)
    assert read_due() == 0
    assert "redirects more than 5 times" in Arrival.objects.get().reason


def test_a_site_may_ask_for_a_pause(web, monkeypatch):
    slept = []
    monkeypatch.setattr(time, "sleep", slept.append)
    web.rules = "User-agent: *\nCrawl-delay: 9999"
    subscribe()
    web.publish(1)
    read_due()
    assert max(slept) == pytest.approx(subscriptions.LONGEST_PAUSE, abs=0.5)


def test_a_slow_subscription_gives_way_to_the_next(web, monkeypatch):
    monkeypatch.setattr(subscriptions, "TIME", -1)
    subscribe()
    web.publish(1)
    assert read_due() == 0
    monkeypatch.undo()
    assert Subscription.objects.get().etag == ""


def test_a_reading_that_is_killed_goes_on_where_it_ended(web, monkeypatch):
    subscribe()
    for number in (1, 2):
        web.publish(number)
    keep = subscriptions.keep_waiting

    def killed(document, parsed):
        if document.name.endswith("2"):
            raise Killed
        return keep(document, parsed)

    monkeypatch.setattr(subscriptions, "keep_waiting", killed)
    with pytest.raises(Killed):
        read_due()
    monkeypatch.setattr(subscriptions, "keep_waiting", keep)
    assert read_due() == 1
    assert waiting() == ["https://news.example/1", "https://news.example/2"]


def test_a_document_that_ends_the_process_each_time_is_left_out(web):
    subscribe()
    address = web.publish(1)
    web.pages[address] = Killed()
    for _reading in range(MOST_TRIES):
        with pytest.raises(Killed):
            read_due()
    assert read_due() == 0
    assert Arrival.objects.get().reason == subscriptions.STUCK


def test_two_at_once_do_no_harm(web):
    subscribe()
    with alone_in_another_thread("subscriptions"):
        assert read_due() is None


def test_what_comes_by_subscription_is_the_source_s(web):
    subscription = subscribe()
    web.publish(1)
    read_due()
    outcome = import_waiting(Provenance.objects.get())
    assert Article.objects.get(pk=outcome.id).source == subscription.source


@pytest.fixture
def folder(settings, tmp_path):
    settings.SUBSCRIPTION_DIR = str(tmp_path / "sources")
    folder = tmp_path / "sources" / "cape"
    folder.mkdir(parents=True)
    return folder


def put(path, words=PAGE, age=3600):
    path.write_bytes(words if isinstance(words, bytes) else words.encode())
    os.utime(path, (time.time() - age,) * 2)


def test_the_files_of_a_folder_come_once_and_again_when_they_change(folder):
    subscribe("", folder="cape")
    put(folder / "a.txt")
    assert read_due() == 1
    make_due()
    assert read_due() == 0
    put(folder / "a.txt", PAGE.replace("渡輪", "夜航"), age=1800)
    make_due()
    assert read_due() == 1
    assert waiting() == ["cape/a.txt", "cape/a.txt"]


def test_a_file_that_is_still_being_written_is_left_alone(folder):
    subscribe("", folder="cape")
    put(folder / "a.txt", age=1)
    assert read_due() == 0
    assert not Arrival.objects.exists()


def test_a_link_out_of_a_folder_is_not_followed(folder, tmp_path):
    subscribe("", folder="cape")
    put(tmp_path / "secret.txt")
    (folder / "a.txt").symlink_to(tmp_path / "secret.txt")
    assert read_due() == 0


def test_an_archive_in_a_folder_is_refused_with_the_reason(folder):
    subscribe("", folder="cape")
    put(folder / "a.zip", packed("a.txt"))
    assert read_due() == 0
    assert Arrival.objects.get().reason.startswith("Archives in folders are not opened")


@pytest.mark.parametrize("name", ["../secret", "/etc", "none", "x" * 300])
def test_only_folders_below_the_one_that_is_named_may_be_read(folder, tmp_path, name):
    (tmp_path / "secret").mkdir()
    subscription = Subscription(source=make_source(), folder=name)
    with pytest.raises(ValidationError):
        subscription.clean()
    subscription.save()
    assert read_due() == 0
    assert Subscription.objects.get().failures == 1


def test_without_such_a_setting_no_folder_may_be_read(settings):
    settings.SUBSCRIPTION_DIR = ""
    with pytest.raises(ValidationError, match="SUBSCRIPTION_DIR"):
        Subscription(source=make_source(), folder="cape").clean()


@pytest.mark.parametrize("fields", [{"address": ""}, {"address": FEED, "folder": "cape"}])
def test_a_subscription_is_to_a_feed_or_to_a_folder(fields, folder):
    with pytest.raises(ValidationError):
        Subscription(source=make_source(), **fields).clean()
