"""Each request that reaches Django or is refused at the door has an id, and leaves one line."""

import json
import logging
import re
from urllib.parse import unquote

import pytest
from django.contrib.auth.models import User

from portal.observability.asked import current
from portal.observability.logs import Json, Line, NamesRequest, in_words
from tests.builders import make_article

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def log():
    """The lines of a collector, parsed."""
    lines, handler = [], logging.StreamHandler()
    handler.emit = lambda record: lines.append(json.loads(handler.format(record)))
    handler.addFilter(NamesRequest())
    handler.setFormatter(Json())
    logging.getLogger().addHandler(handler)
    yield lines
    logging.getLogger().removeHandler(handler)


def test_a_request_leaves_one_line_that_says_what_came_of_it(ask, log):
    address = make_article("渡輪").get_absolute_url()
    _status, headers = ask(address)
    (line,) = log
    assert line["request_id"] == headers["X-Request-ID"]
    assert (line["method"], line["path"], line["status"]) == ("GET", unquote(address), 200)
    assert (line["view"], line["client"], line["user"]) == ("article", "203.0.113.9", "")
    assert line["queries"] > 1
    assert line["ms"] >= line["database_ms"] > 0


def test_what_readers_search_for_stays_out_of_the_log(ask, log):
    ask("/search/?q=密談")
    assert "密談" not in json.dumps(log, ensure_ascii=False)


def test_a_page_that_is_kept_is_answered_without_a_line(ask, log):
    for _time in range(3):
        ask()
    assert len(log) == 1
    assert "X-Request-ID" not in ask()[1]


def test_a_static_file_is_handed_out_without_a_line_and_a_missing_one_is_told(ask, log):
    assert ask("/static/css/site.css")[0] == 200
    assert ask("/static/css/nothing.css")[0] == 404
    assert [line["path"] for line in log] == ["/static/css/nothing.css"]


def test_what_the_door_refuses_leaves_a_line_too(ask, log):
    status, headers = ask("/", "POST")
    assert (status, log[0]["status"], log[0]["request_id"]) == (405, 405, headers["X-Request-ID"])


@pytest.mark.parametrize("host", ["evil.example", "localhost:evil", "localhost@evil.example"])
@pytest.mark.parametrize("path", ["/", "/admin/"])
def test_a_false_host_leaves_one_line_and_no_traceback(ask, log, host, path):
    status, _headers = ask(path, HTTP_HOST=host)
    assert (status, [line["status"] for line in log]) == (400, [400])
    assert "exception" not in log[0]


def test_each_request_has_an_id_of_its_own(ask):
    numbers = {ask("/healthz")[1]["X-Request-ID"] for _time in range(3)}
    assert len(numbers) == 3


@pytest.mark.parametrize(
    ("trusted", "given", "is_taken"),
    [
        (1, "edge-7f3a:2", True),
        (0, "edge-7f3a:2", False),
        (1, "two words", False),
        (1, "line\nend", False),
        (1, "x" * 101, False),
        (1, "", False),
    ],
)
def test_an_id_is_taken_from_a_proxy_of_ours_alone(ask, settings, trusted, given, is_taken):
    settings.TRUSTED_PROXIES = trusted
    headers = ask("/healthz", HTTP_X_REQUEST_ID=given)[1]
    assert (headers["X-Request-ID"] == given) is is_taken
    assert re.fullmatch(r"[A-Za-z0-9._:-]+", headers["X-Request-ID"])


def test_whatever_is_logged_during_a_request_names_it(ask, log, settings):
    settings.SLOW_QUERY_SECONDS = -1.0  # every query is slow then
    _status, headers = ask(make_article().get_absolute_url())
    assert len(log) > 2
    assert {line["request_id"] for line in log} == {headers["X-Request-ID"]}
    logging.getLogger("elsewhere").warning("after it")
    assert log[-1]["request_id"] == ""
    assert current.get() is None


def test_a_slow_query_is_told_without_the_values_in_it(ask, log, settings):
    settings.SLOW_QUERY_SECONDS = -1.0
    ask(make_article("密標").get_absolute_url() + "?x=密")
    told = [line["message"] for line in log if line["logger"] == "portal.queries"]
    assert any("SELECT" in message for message in told)
    assert not any("密" in message for message in told)


def test_quick_queries_are_not_told(ask, log):
    ask(make_article().get_absolute_url())
    assert [line["logger"] for line in log] == ["portal.requests"]


def test_an_editor_is_named_on_editors_pages(ask, log, client):
    client.force_login(User.objects.create_superuser("editor"))
    ask("/admin/", HTTP_COOKIE=f"sessionid={client.session.session_key}")
    assert log[-1]["user"] == "editor"


def test_a_line_for_people_starts_with_what_was_asked(ask, caplog):
    caplog.set_level("INFO", "portal.requests")
    ask("/healthz")
    record = caplog.records[-1]
    record.request_id = "7"
    assert re.match(r"INFO portal\.requests \[7\]: GET /healthz 200 ms=\S+ queries=0 ", Line().format(record))


def test_no_line_holds_what_a_request_has_not(ask, caplog):
    caplog.set_level("INFO", "portal.requests")
    ask("/healthz")
    assert "user=" not in in_words(caplog.records[-1].fields)


def test_an_address_with_line_ends_stays_on_one_line():
    record = logging.makeLogRecord({"levelname": "INFO", "name": "portal.requests", "request_id": "1"})
    record.fields = {"method": "GET", "path": "/a\nERROR portal.requests: forged", "status": 404}
    assert Line().format(record) == ("INFO portal.requests [1]: GET '/a\\nERROR portal.requests: forged' 404")


def test_an_exception_is_told_in_the_same_object():
    record = logging.makeLogRecord({"levelname": "ERROR", "msg": "failed", "request_id": ""})
    try:
        raise RuntimeError("broken")
    except RuntimeError as error:
        record.exc_info = (RuntimeError, error, error.__traceback__)
    assert "RuntimeError: broken" in json.loads(Json().format(record))["exception"]
