"""One client cannot ask for what costs much as often as it likes, and takes nothing from the others."""

from io import BytesIO

import pytest

from portal import limits
from portal.door import Door
from portal.limits import Limit

CLIENT, OTHER = "203.0.113.9", "198.51.100.1"


@pytest.fixture
def clock(monkeypatch):
    """Time that passes when a test says so."""
    now = [1000.0]
    monkeypatch.setattr(limits.time, "monotonic", lambda: now[0])
    return lambda seconds: now.__setitem__(0, now[0] + seconds)


def let_in(limit, address=CLIENT, times=10) -> int:
    return sum(limit.lets_in(address) for _time in range(times))


def test_a_client_has_its_number_and_no_more(clock):
    assert let_in(Limit(4)) == 4


def test_others_are_not_touched_by_it(clock):
    limit = Limit(4)
    let_in(limit)
    assert let_in(limit, OTHER) == 4


def test_what_is_spent_comes_back_within_a_minute(clock):
    limit = Limit(4)
    let_in(limit)
    clock(15)
    assert let_in(limit) == 1
    clock(3600)
    assert let_in(limit) == 4


def test_a_network_of_ipv6_is_one_client(clock):
    limit = Limit(4)
    assert sum(limit.lets_in(f"2001:db8:1:2::{number:x}") for number in range(10)) == 4
    assert limit.lets_in("2001:db8:1:3::1")


@pytest.mark.parametrize("address", ["127.0.0.1", "::1", "::ffff:127.0.0.1", "", "unix:"])
def test_the_machine_itself_is_not_counted(clock, address):
    assert let_in(Limit(4), address) == 10


def test_no_limit_is_none(clock):
    assert let_in(Limit(0)) == 10


def test_no_more_clients_are_remembered_than_there_is_room_for(clock, monkeypatch):
    monkeypatch.setattr(limits, "MOST_CLIENTS", 3)
    limit = Limit(4)
    for number in range(9):
        limit.lets_in(f"203.0.113.{number}")
    assert len(limit.clients) == 3


@pytest.fixture
def ask(settings, clock):
    """The status that the door gives a client; Django behind it is always content."""
    settings.SEARCHES_PER_MINUTE, settings.SIGN_INS_PER_MINUTE = 3, 2

    def django(environ, start_response):
        start_response("200 OK", [])
        return []

    door = Door(django)

    def asked(path, method="GET", query="", address=CLIENT):
        told = []
        environ = {"REQUEST_METHOD": method, "PATH_INFO": path, "QUERY_STRING": query, "REMOTE_ADDR": address}
        environ |= {"CONTENT_LENGTH": "0", "wsgi.input": BytesIO()}
        door(environ, lambda status, headers: told.append((int(status[:3]), dict(headers))))
        return told[0]

    return asked


@pytest.mark.parametrize(
    "path", ["/search/", "/en/search/", "/zh-hans/search/feed.atom", "/search/feed.json"]
)
def test_searches_are_counted(ask, path):
    assert [ask(path, query="q=渡輪")[0] for _time in range(5)] == [200, 200, 200, 429, 429]
    assert ask(path, query="q=渡輪", address=OTHER)[0] == 200
    assert ask("/")[0] == 200


def test_whoever_asked_too_often_is_told_when_to_come_back(ask):
    answers = [ask("/search/", query="q=x")[1] for _time in range(4)]
    assert answers[-1]["Retry-After"] == "20"


def test_the_form_alone_costs_nothing(ask):
    assert {ask("/search/")[0] for _time in range(9)} == {200}


@pytest.mark.parametrize("path", ["/admin/login/", "/en/admin/login/"])
def test_sign_ins_are_counted(ask, path):
    assert [ask(path, "POST")[0] for _time in range(4)] == [200, 200, 429, 429]
    assert ask(path)[0] == 200
    assert ask(path, "POST", address=OTHER)[0] == 200
