"""A portal of its own, with processes that can be ended at any moment."""

import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 120  # seconds until something that never comes is a failure; on an idle machine it takes one


@dataclass
class Portal:
    """var: where it lives. surroundings: its settings, beside those of every portal here."""

    var: Path
    surroundings: dict

    @property
    def environ(self):
        given = {"VAR_DIR": str(self.var), "DJANGO_SETTINGS_MODULE": "portal.settings", "DATABASE_URL": ""}
        given |= {"SITE_URL": "http://127.0.0.1:8000", "READ_QUEUE": "false"}
        return {**os.environ, **given, **self.surroundings}

    def begin(self, *words) -> subprocess.Popen:
        command = [sys.executable, "manage.py", *map(str, words)]
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
        return subprocess.Popen(command, cwd=ROOT, env=self.environ, start_new_session=True, **pipes)

    def manage(self, *words, patience=PATIENCE) -> tuple[int, str]:
        """Its exit status, and all that it said within so many seconds."""
        process = self.begin(*words)
        said, _nothing = process.communicate(timeout=patience)
        return process.returncode, said

    def ask(self, query) -> list:
        """Rows of the database, read beside whoever writes it."""
        database = sqlite3.connect(f"file:{self.var / 'shuttle.sqlite3'}?mode=ro", uri=True, timeout=10)
        try:
            return database.execute(query).fetchall()
        finally:
            database.close()

    def count(self, table) -> int:
        return self.ask(f"SELECT count(*) FROM {table}")[0][0]  # noqa: S608  a table's name of ours


def kill(process):
    """The whole family at once, as a power cut does."""
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


def wait_for(is_so, process=None):
    ends = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < ends, "it never came"
        if process and process.poll() is not None:
            return
        time.sleep(0.01)


class Server:
    def __init__(self, portal):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        command = [
            str(Path(sys.executable).parent / "granian"),
            "--interface",
            "wsgi",
            "--port",
            str(self.port),
        ]
        command += ["--blocking-threads", "4", "--no-access-log", "portal.wsgi:application"]
        self.log = (portal.var / "server.log").open("w")
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=portal.environ, start_new_session=True, stdout=self.log, stderr=self.log
        )
        wait_for(lambda: self.get("/healthz")[0] == 200, self.process)

    def get(self, path, method="GET", body=None, **headers) -> tuple[int, str]:
        """Status and words; 0 where nobody answers."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            return answer.status, answer.read().decode()
        except OSError:
            return 0, ""
        finally:
            connection.close()
