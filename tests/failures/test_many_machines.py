"""Two machines on one database, which has a copy; each part is killed once."""

import os
import shutil
import socket
import subprocess
import time
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.failures.clusters import Cluster
from tests.failures.portals import Portal, kill, wait_for

FORGIVEN = 10  # seconds from machine to machine, which takes one; a test's is busy


@pytest.fixture
def copy(cluster):
    copy = Cluster(Path(f"/tmp/shuttle-copy-{os.getpid()}"))
    copy.copy(cluster)
    copy.start()
    yield copy
    copy.remove()


class Redis:
    def __init__(self):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.start()

    @property
    def url(self):
        return f"redis://127.0.0.1:{self.port}"

    def start(self):
        command = ["redis-server", "--port", str(self.port), "--save", "", "--bind", "127.0.0.1"]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL)

    def kill(self):
        self.process.kill()
        self.process.wait()


@pytest.fixture
def redis():
    if not shutil.which("redis-server"):
        pytest.skip("redis-server is not installed")
    redis = Redis()
    yield redis
    redis.kill()


@pytest.fixture
def machines(prepared, cluster, copy, redis, tmp_path):
    """Two portals that share all but their folders."""
    shared = {
        "DATABASE_URL": cluster.url,
        "REPLICA_URL": copy.url,
        "REDIS_URL": redis.url,
        "SECRET_KEY": "shared by both",
    }
    machines = [Portal(shutil.copytree(prepared, tmp_path / name), shared) for name in ("one", "other")]
    assert machines[0].manage("migrate", "--verbosity", 0)[0] == 0
    return machines


# What is published, one after the other; each a story of its own.
STORIES = {
    "漁港重新開放給鄰國船隊": "清晨的渡輪在霧中靠岸，漁會的代表在碼頭握手，商定夏季的班次，再去看防波堤。",
    "教科書委員會恢復開會": "停了三年的委員會在圖書館的閱覽室裡重新坐下，先讀完上一次留下的備忘錄。",
    "海底電纜提前完工": "最後一段電纜昨夜接通，工程船的汽笛響了很久，沿岸的居民走到堤上去看。",
    "燈塔協定簽字": "雙方同意共用北岬的燈塔，費用各付一半，守塔人每半年輪替，第一班在下個月初上島。",
    "候鳥航道列入保護": "研究人員在濕地數到兩萬隻黑面琵鷺，比去年多，三國的環境部門決定一起看守。",
}


def shows(server, headline):
    return lambda: headline in server.get("/")[1]


def test_what_one_publishes_the_other_shows_and_whichever_part_dies_readers_read_on(
    cluster, copy, redis, machines, tmp_path, serve
):
    publisher, reader = machines
    one, other = serve(publisher), serve(reader)
    stories = iter(STORIES.items())

    def publish():
        headline, words = next(stories)
        document = tmp_path / f"{headline}.txt"
        document.write_text(f"{headline}\n\n{words}\n", "utf-8")
        status, said = publisher.manage("import_articles", "--publish", document)
        assert status == 0, said
        began = time.monotonic()
        wait_for(shows(other, headline))
        assert time.monotonic() - began < FORGIVEN

    publish()
    copy.stop()
    assert '"failing": ["replica"]' in other.get("/readyz")[1]
    publish()
    redis.kill()
    publish()
    redis.start()
    copy.start()
    publish()
    cluster.stop()
    wait_for(lambda: other.get(f"/search/?{urlencode({'q': '燈塔'})}")[0] == HTTPStatus.OK)  # by the copy
    cluster.start()
    publish()
    kill(one.process)
    assert [shows(other, headline)() for headline in STORIES] == [True] * len(STORIES)
    assert other.get("/readyz")[0] == HTTPStatus.OK
