"""PostgreSQL servers of a test's own, which can be stopped, and copied while they run."""

import os
import shutil
import socket
import subprocess
from contextlib import suppress
from pathlib import Path

PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin"))


class Cluster:
    """folder: where it lives; open to its user, and of a short path, for a socket lies in it."""

    def __init__(self, folder: Path):
        self.folder, self.bin = folder, PROGRAMS[-1]
        folder.mkdir()
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres")

    @property
    def url(self):
        return f"postgresql://postgres@127.0.0.1:{self.port}/postgres"

    def make(self):
        self.run("initdb", "-U", "postgres", "-A", "trust", "--encoding=UTF8", "--locale=C.UTF-8")

    def copy(self, other: "Cluster"):
        """Follow another one, from what it holds now."""
        self.run("pg_basebackup", "--write-recovery-conf", "--checkpoint=fast", "--dbname", other.url)

    def run(self, program, *words):
        who = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        command = [*who, str(self.bin / program), "-D", str(self.folder / "data"), *words]
        subprocess.run(command, check=True, capture_output=True, cwd="/", stdin=subprocess.DEVNULL)

    def start(self):
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -c fsync=off"
        options += f" -c unix_socket_directories={self.folder}"
        self.run("pg_ctl", "-w", "-l", str(self.folder / "log"), "-o", options, "start")

    def stop(self):
        self.run("pg_ctl", "-m", "immediate", "stop")

    def remove(self):
        with suppress(subprocess.CalledProcessError):  # a test has stopped it
            self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)
