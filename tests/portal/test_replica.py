"""From which of two databases a request is answered."""

import pytest
from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.test import RequestFactory

from articles.freshness.page import NOTED, Page
from portal import replica
from portal.replica import ReadersReadTheReplica

HERE, COPY = "default", "replica"


@pytest.fixture
def choose(monkeypatch):
    """Chooses for a request. written, read: what the two answer, None where they are away."""
    monkeypatch.setitem(settings.DATABASES, COPY, {})
    monkeypatch.setattr(replica, "PATIENCE", 0)

    def choose(request, *, written="0/16B3740", read=True):
        answers = {HERE: written, COPY: read}
        monkeypatch.setattr(replica.Server, "ask", lambda server, *_asked: answers[server.alias])
        return ReadersReadTheReplica(None).choose(request)

    return choose


@pytest.fixture
def request_():
    return RequestFactory().get("/")


def test_without_a_copy_nothing_is_chosen():
    with pytest.raises(MiddlewareNotUsed):
        ReadersReadTheReplica(None)


def test_a_reader_is_answered_from_the_copy(choose, request_):
    assert choose(request_) == COPY


def test_whoever_is_signed_in_reads_the_database_itself(choose, request_):
    request_.COOKIES[settings.SESSION_COOKIE_NAME] = "a"
    assert choose(request_) == HERE


def test_what_is_sent_is_answered_by_the_database_itself(choose):
    assert choose(RequestFactory().post("/")) == HERE


@pytest.mark.parametrize("read", [False, None])
def test_a_copy_that_is_behind_or_away_is_not_read(choose, request_, read):
    assert choose(request_, read=read) == HERE


def test_a_page_made_while_the_database_is_away_is_not_kept(choose, request_):
    page = request_.environ[NOTED] = Page()
    page.made_from("lists")
    assert choose(request_, written=None) == COPY
    assert not page.may_be_kept


def test_it_is_chosen_at_the_first_read_and_once(choose, request_, monkeypatch):
    choose(request_)  # the two servers answer from now on
    asked = []
    monkeypatch.setattr(ReadersReadTheReplica, "choose", lambda *_given: asked.append(1) or COPY)
    reads = [0, 2]

    def answer(_request):
        return [replica.Router().db_for_read(None) for _read in range(reads.pop(0))]

    middleware = ReadersReadTheReplica(answer)
    assert (middleware(request_), asked) == ([], [])
    assert (middleware(request_), asked) == ([COPY, COPY], [1])


def test_a_server_that_is_away_is_left_alone_for_a_while(choose, request_, monkeypatch):
    middleware = ReadersReadTheReplica(None) if choose(request_) else None
    middleware.replica.let_rest("is away")
    assert middleware.choose(request_) == HERE
    monkeypatch.setattr(replica.time, "monotonic", lambda: middleware.replica.rests_until)
    assert middleware.choose(request_) == COPY
