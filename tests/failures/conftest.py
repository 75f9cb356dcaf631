"""Portals of their own for what goes wrong."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.failures.clusters import PROGRAMS, Cluster
from tests.failures.portals import Portal, Server, kill

DOCUMENTS = 8
ROOM = 12  # megabytes of the disk that fills up
WORDS = "清晨的渡輪在霧中靠岸，第{0}次會談的代表在碼頭握手，隨後乘車前往燈塔旁的會議廳，商定班次與票價。"


@pytest.fixture(scope="session")
def prepared(tmp_path_factory):
    """The folder of a portal that holds nothing yet; made once."""
    portal = Portal(tmp_path_factory.mktemp("prepared"), {})
    for command in ("migrate", "collectstatic --noinput"):
        status, said = portal.manage(*command.split(), "--verbosity", 0)
        assert status == 0, said
    return portal.var


@pytest.fixture
def portal(prepared, tmp_path):
    shutil.copytree(prepared, tmp_path / "var")
    return Portal(tmp_path / "var", {})


@pytest.fixture
def small_disk(tmp_path):
    """A disk of a few megabytes."""
    place = tmp_path / "disk"
    place.mkdir()
    options = ["-t", "tmpfs", "-o", f"size={ROOM}m", "tmpfs", str(place)]
    if not shutil.which("mount") or subprocess.run(["mount", *options], capture_output=True).returncode:
        pytest.skip("a full disk: nothing can be mounted here")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


@pytest.fixture
def documents(tmp_path):
    """A folder of documents, each a text of its own."""
    folder = tmp_path / "documents"
    folder.mkdir()
    for number in range(DOCUMENTS):
        words = "\n\n".join(WORDS.format(f"{number}之{paragraph}") for paragraph in range(3))
        (folder / f"{number:02}.txt").write_text(f"第{number}次會談\n\n{words}\n", "utf-8")
    return folder


@pytest.fixture
def serve():
    servers = []

    def start(portal):
        servers.append(Server(portal))
        return servers[-1]

    yield start
    for server in servers:
        kill(server.process)
        server.log.close()


@pytest.fixture
def cluster():
    """A PostgreSQL that answers, and holds nothing."""
    if not PROGRAMS:
        pytest.skip("PostgreSQL's programs are not installed")
    cluster = Cluster(Path(f"/tmp/shuttle-cluster-{os.getpid()}"))
    cluster.make()
    cluster.start()
    yield cluster
    cluster.remove()
