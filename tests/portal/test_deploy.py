"""nginx as it is shipped, in front of a server that counts how often it is asked."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

DEPLOY = Path(__file__).resolve().parents[2] / "deploy"
KEPT_FOR = 2.1  # seconds at most: nginx counts whole ones


class Counting(BaseHTTPRequestHandler):
    """Answers every address alike, and says how often it was asked."""

    def do_GET(self):
        self.server.asked.append((self.path, dict(self.headers)))
        body = str(len(self.server.asked)).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store" if "secret" in self.path else "public, max-age=0")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *words):
        pass


@pytest.fixture
def portal():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Counting)
    server.asked = []
    Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def get(portal, tmp_path):
    """Asks nginx for a path; what it answers."""
    nginx = shutil.which("nginx")
    if nginx is None and "CI" not in os.environ:
        pytest.skip("nginx is not installed")
    (tmp_path / "static").mkdir()
    (tmp_path / "static" / "page.1a2b.css").write_text("p { margin: 0 }")
    port = free_port()
    (tmp_path / "nginx.conf").write_text(on_this_machine(portal.server_port, port, tmp_path))
    server = subprocess.Popen([nginx, "-p", tmp_path, "-c", tmp_path / "nginx.conf", "-e", tmp_path / "log"])
    wait_for(port)

    def get(path, **headers):
        connection = HTTPConnection("127.0.0.1", port, timeout=5)
        connection.request("GET", path, headers={"Host": "news.example", **headers})
        answer = connection.getresponse()
        answer.body = answer.read().decode()
        connection.close()
        return answer

    yield get
    server.terminate()
    server.wait(5)


def on_this_machine(upstream: int, port: int, folder: Path) -> str:
    """The shipped file without TLS, with ports and paths of the test's own."""
    site = (DEPLOY / "nginx.conf").read_text()
    site = re.sub(r"server \{\n    listen 80;.*?\n\}\n", "", site, flags=re.DOTALL)
    site = re.sub(r"(?m)^    (ssl_|listen \[).*\n", "", site)
    site = site.replace("listen 443 ssl http2", f"listen 127.0.0.1:{port}").replace(
        "127.0.0.1:8000", f"127.0.0.1:{upstream}"
    )
    site = site.replace("/var/cache/nginx/shuttle", f"{folder}/kept").replace(
        "/srv/shuttle/var/static", f"{folder}/static"
    )
    paths = "".join(
        f"{name}_temp_path {folder}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    return (
        f"daemon off; user root; worker_processes 1; pid {folder}/pid; error_log {folder}/log;"
        f"events {{}} http {{ access_log off; {paths} {site} }}"
    )


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(port: int):
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError("nginx does not answer")


def test_a_page_is_asked_for_once_however_many_read_it(get, portal):
    assert {get("/articles/1/a/").body for _ in range(20)} == {"1"}
    assert len(portal.asked) == 1


def test_a_page_is_never_older_than_two_seconds(get):
    first = get("/").body
    time.sleep(KEPT_FOR)
    assert get("/").body != first


def test_compressed_pages_are_kept_apart(get, portal):
    bodies = [
        get("/", **{"Accept-Encoding": coding}).body
        for coding in ("gzip, br", "br;q=1.0", "gzip", "identity")
    ]
    assert bodies == ["1", "1", "2", "3"]
    assert [headers.get("Accept-Encoding") for _path, headers in portal.asked] == ["br", "gzip", None]


@pytest.mark.parametrize("cookie", ["__Host-sessionid=x", "a=b; sessionid=x", "messages=x"])
def test_whoever_is_signed_in_is_neither_kept_nor_given_what_is(get, cookie):
    assert get("/").body == "1"
    assert [get("/", Cookie=cookie).body for _ in range(2)] == ["2", "3"]
    assert get("/").body == "1"


def test_what_may_not_be_stored_is_not(get):
    assert [get("/review/secret/").body for _ in range(2)] == ["1", "2"]


@pytest.mark.parametrize("path", ["/admin/", "/en/admin/articles/", "/zh-hans/admin/"])
def test_the_editors_site_is_never_kept(get, path):
    assert [get(path).body for _ in range(2)] == ["1", "2"]


def test_the_address_of_the_client_is_added_last(get, portal):
    get("/", **{"X-Forwarded-For": "203.0.113.9"})
    headers = portal.asked[0][1]
    assert headers["X-Forwarded-For"] == "203.0.113.9, 127.0.0.1"
    assert headers["Host"] == "news.example"


def test_static_files_come_from_the_disk(get, portal):
    answer = get("/static/page.1a2b.css")
    assert answer.body == "p { margin: 0 }"
    assert "immutable" in answer.headers["Cache-Control"]
    assert portal.asked == []


def test_a_static_file_that_is_missing_is_not_missing_for_ever(get):
    answer = get("/static/page.3c4d.css")
    assert (answer.status, answer.headers["Cache-Control"]) == (404, None)


def test_a_request_is_called_by_the_proxys_name_for_it(get, portal):
    get("/", **{"X-Request-ID": "of-the-client"})
    assert re.fullmatch(r"[0-9a-f]{32}", portal.asked[0][1]["X-Request-ID"])


def test_readers_are_shown_what_was_there_while_the_portal_is_away(get, portal):
    first = get("/").body
    time.sleep(KEPT_FOR)
    portal.shutdown()
    portal.server_close()
    assert get("/").body == first


def test_the_image_holds_all_that_a_first_start_asks_for(tmp_path):
    words = (DEPLOY / "Dockerfile").read_text("utf-8").rpartition("\nFROM ")[2]
    for copied in re.findall(r"(?m)^COPY (?!--from)(.+) \S+$", words):
        for name in copied.split():
            inside, outside = tmp_path / "image" / name, DEPLOY.parent / name
            inside.parent.mkdir(exist_ok=True)
            shutil.copytree(outside, inside) if outside.is_dir() else shutil.copy(outside, inside)
    asked = [sys.executable, "manage.py", "prepare", "--empty", "--host", "127.0.0.1", "--port", "8000"]
    nothing = {"PATH": os.environ["PATH"], "VAR_DIR": str(tmp_path / "var")}
    started = subprocess.run(asked, cwd=tmp_path / "image", env=nothing, capture_output=True, text=True)
    assert (started.returncode, started.stderr) == (0, "")


@pytest.mark.parametrize("path", ["../Makefile", "Dockerfile", "shuttle.service"])
def test_every_server_has_room_for_connections_that_say_nothing(path):
    """granian takes no more of them at once than it has places for requests, 1,024 by default."""
    words = (DEPLOY / path).read_text("utf-8").replace("\\\n", " ")
    assert re.search(
        r"granian --interface wsgi .*--http 1 --http1-buffer-size 65536 --backlog 4096 --backpressure 16384",
        words,
    )
