"""What the door in front of Django lets through, and what it answers by itself with the body unread."""

import threading
from io import BytesIO
from urllib.parse import urlencode

import pytest
from django.core.signing import TimestampSigner
from lxml import html

from portal import signed_out
from portal.door import Door, Lane
from portal.signed_out import KNOWN, SIGNER

SIGN_IN = "/admin/login/"


class Unread:
    """A body that nobody may touch."""

    def read(self, size):
        raise AssertionError("the body was read")


class Slow:
    """A body that does not come until its sender is let go."""

    def __init__(self):
        self.sent = threading.Event()

    def read(self, size):
        self.sent.wait(30)
        return b""


def django(environ, start_response):
    start_response("200 OK", [])
    return [environ["wsgi.input"].read()]


def ask(path="/", method="POST", body=b"name=editor", door=None, **environ):
    """The status, and what Django was given to read."""
    told = []
    environ = {
        "REQUEST_METHOD": method,
        "PATH_INFO": path,
        "CONTENT_LENGTH": str(len(body)) if isinstance(body, bytes) else "11",
        "wsgi.input": BytesIO(body) if isinstance(body, bytes) else body,
        **environ,
    }
    answer = (door or Door(django))(environ, lambda status, headers: told.append((status, dict(headers))))
    return int(told[0][0][:3]), told[0][1], b"".join(answer)


@pytest.mark.parametrize("path", ["/", "/en/", "/search/", "/healthz", "/static/x.css", "/administration/"])
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"])
def test_what_readers_read_takes_no_body(path, method):
    status, headers, _body = ask(path, method, Unread())
    assert (status, headers["Allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize(("fields", "status"), [(1_000, 200), (1_001, 400)])
def test_an_address_with_more_fields_than_django_reads_is_refused(fields, status):
    assert ask(method="GET", body=b"", QUERY_STRING="&".join(["a=1"] * fields))[0] == status


@pytest.mark.parametrize("announced", [{"CONTENT_LENGTH": "9"}, {"HTTP_TRANSFER_ENCODING": "chunked"}])
def test_a_page_is_read_without_a_body(announced):
    status, headers, _body = ask(method="GET", body=Unread(), **{"CONTENT_LENGTH": ""} | announced)
    assert (status, headers["Connection"]) == (400, "close")


@pytest.mark.parametrize("path", [SIGN_IN, "/en/admin/login/", "/zh-hans/admin/login/"])
def test_a_stranger_may_sign_in(path):
    assert ask(path)[::2] == (200, b"name=editor")


@pytest.mark.parametrize("path", ["/review/12:abc/", "/en/review/12:abc/", "/zh-hans/review/12:abc/"])
def test_a_reviewer_may_leave_a_short_note(path):
    assert ask(path)[::2] == (200, b"name=editor")
    assert ask(path, body=b"x" * (64 * 1024 + 1))[0] == 413


@pytest.mark.parametrize(
    "path", ["/review/", "/review//", "/review/a/b/", "/x/review/a/", f"/review/{'a' * 201}/"]
)
def test_nothing_beside_a_review_link_takes_a_note(path):
    assert ask(path, body=Unread())[0] == 405


@pytest.mark.django_db
@pytest.mark.parametrize("cookie", ["", "sessionid=", "sessionid=invented"])
def test_a_stranger_sends_nothing_else(cookie):
    assert ask("/admin/articles/article/add/", body=Unread(), HTTP_COOKIE=cookie)[0] == 403


@pytest.mark.django_db
def test_an_editor_who_was_here_lately_may_send_a_form_and_no_upload():
    cookie = f"editor={SIGNER.sign(KNOWN)}"
    add = "/admin/articles/article/add/"
    assert ask(add, HTTP_COOKIE=cookie)[::2] == (200, b"name=editor")
    assert ask(add, body=Unread(), HTTP_COOKIE=cookie, CONTENT_LENGTH=str(2**20 + 1))[0] == 403


@pytest.mark.django_db
@pytest.mark.parametrize(
    "cookie",
    [KNOWN, f"{KNOWN}:1:x", TimestampSigner(salt="other").sign(KNOWN)],
    ids=["unsigned", "invented", "signed for something else"],  # a signature is another in every process
)
def test_nobody_was_here_lately_who_only_says_so(cookie):
    assert ask("/admin/articles/article/add/", body=Unread(), HTTP_COOKIE=f"editor={cookie}")[0] == 403


@pytest.mark.django_db
def test_lately_is_a_month_at_most(monkeypatch):
    monkeypatch.setattr(signed_out, "KNOWN_FOR", -1)
    cookie = f"editor={SIGNER.sign(KNOWN)}"
    assert ask("/admin/articles/article/add/", body=Unread(), HTTP_COOKIE=cookie)[0] == 403


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "told"), [("", "登入"), ("/en", "Sign in"), ("/zh-hans", "登录")])
def test_an_editor_whose_session_is_over_is_told_where_the_words_are(language, told):
    form = f"{language}/admin/articles/article/1/change/"
    status, headers, body = ask(form, body=Unread())
    (link,) = html.fromstring(body.decode()).cssselect(".names a")
    assert (status, headers["Content-Type"]) == (403, "text/html; charset=utf-8")
    assert told in link.text
    assert link.get("href") == f"{language}/admin/login/?{urlencode({'next': form})}"


@pytest.mark.django_db
def test_an_editor_sends_what_django_then_reads(admin_client):
    cookie = f"sessionid={admin_client.session.session_key}"
    assert ask("/admin/articles/article/add/", HTTP_COOKIE=cookie)[::2] == (200, b"name=editor")


@pytest.mark.parametrize(("length", "status"), [("65537", 413), ("9" * 30, 400), ("-1", 400), ("x", 400)])
def test_a_length_that_is_too_much_or_none_is_refused_unread(length, status):
    assert ask(SIGN_IN, body=Unread(), CONTENT_LENGTH=length)[0] == status


def test_a_body_that_does_not_say_its_length_is_refused_unread():
    assert ask(SIGN_IN, body=Unread(), CONTENT_LENGTH="", HTTP_TRANSFER_ENCODING="chunked")[0] == 411


def test_a_late_body_is_given_up():
    door, slow = Door(django), Slow()
    door.strangers = Lane(1000, seconds=0.01, waited_for=1, begun=2)
    assert ask(SIGN_IN, body=slow, door=door)[0] == 503
    assert ask(SIGN_IN, door=door)[0] == 200
    slow.sent.set()


def test_two_bodies_of_editors_in_one_moment_wait_for_each_other():
    lane, slow = Lane(1000, seconds=30, waited_for=1, begun=2, patience=30), Slow()
    first = threading.Thread(target=lambda: lane.read(slow, 5).close())
    first.start()
    while lane.waited_for.acquire(blocking=False):
        lane.waited_for.release()
    threading.Timer(0.05, slow.sent.set).start()
    with lane.read(BytesIO(b"words"), 5) as body:
        assert body.read() == b"words"
    first.join()


def test_two_who_sign_in_in_one_moment_wait_for_each_other_too_but_hold_no_thread_for_long():
    assert 0.1 < Door(django).strangers.patience < 1


def test_no_more_bodies_are_waited_for_than_threads_can_be_spared():
    door, slow = Door(django), Slow()
    door.strangers = Lane(1000, seconds=30, waited_for=1, begun=2)
    waiting = threading.Thread(target=ask, args=(SIGN_IN,), kwargs={"body": slow, "door": door})
    waiting.start()
    while door.strangers.waited_for.acquire(blocking=False):
        door.strangers.waited_for.release()
    assert ask(SIGN_IN, body=Unread(), door=door)[0] == 503
    assert ask("/", method="GET", body=b"", door=door)[0] == 200
    slow.sent.set()
    waiting.join()
