"""Do slow clients keep readers waiting? `python -m tests.benchmarks.slow_clients --port 8000`

Against a portal that runs on this machine (`make run`): so many connections that send a body by the byte, so
many that send headers so, so many that say nothing; meanwhile honest readers ask, each by a connection of
their own. Prints how many were answered, and how fast.
"""

import argparse
import asyncio
import resource
import statistics
import time
from contextlib import suppress
from urllib.parse import quote

PAGES = ("/", "/en/tags/", "/zh-hans/", "/search/?q=渡輪", "/en/search/?q=ferry", "/sitemap.xml", "/healthz")
READERS = 4  # at once
PATIENCE = 30  # seconds for an answer
BODY = b"POST /admin/login/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 60000\r\n\r\n"
BODY_OF_A_PAGE = b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 60000\r\n\r\n"
HEADERS = b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: "
IDLE = b""


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--slow", type=int, default=400, help="bodies, and headers")
    parser.add_argument("--idle", type=int, default=10_000)
    parser.add_argument("--seconds", type=float, default=30)
    options = parser.parse_args()
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    asyncio.run(measure(options))


async def measure(options):
    await report("nobody else", options, {})
    await report("slow bodies, slow headers", options, {BODY: options.slow, HEADERS: options.slow})
    await report("pages asked for with slow bodies", options, {BODY_OF_A_PAGE: options.slow})
    await report("idle connections", options, {IDLE: options.idle})


async def report(name: str, options, crowd: dict[bytes, int]):
    """Let readers ask among a crowd. crowd: what each of so many says at once."""
    held = [
        asyncio.create_task(hold(options.port, said)) for said, count in crowd.items() for _ in range(count)
    ]
    await asyncio.sleep(3 + len(held) / 2_000)
    ends = time.monotonic() + options.seconds
    readers = await asyncio.gather(*(read(options.port, ends, number) for number in range(READERS)))
    there = sum(not task.done() for task in held)
    for task in held:
        task.cancel()
    await asyncio.gather(*held, return_exceptions=True)
    taken = sorted(seconds for answers in readers for seconds in answers)
    right = [seconds for seconds in taken if seconds < PATIENCE]
    p95, longest = statistics.quantiles(taken, n=20)[-1], taken[-1]
    print(
        f"{name}: {there} of {len(held)} held to the end; {len(right)} of {len(taken)} requests answered,",
        end=" ",
    )
    print(f"median {statistics.median(taken):.3f} s, p95 {p95:.3f} s, longest {longest:.3f} s", flush=True)


async def hold(port: int, said: bytes):
    """Keep a connection, and begin again whenever it is ended."""
    while True:
        with suppress(OSError):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            await say_slowly(said, reader, writer)
        await asyncio.sleep(1)


async def say_slowly(said, reader, writer):
    writer.write(said)
    try:
        while not reader.at_eof():
            if said:
                writer.write(b"x")
                await writer.drain()
            with suppress(TimeoutError):
                await asyncio.wait_for(reader.read(4096), 1 if said else None)
    finally:
        writer.close()


async def read(port: int, ends: float, number: int) -> list[float]:
    """Ask for page after page; the seconds that each took, PATIENCE where none came."""
    taken = []
    while time.monotonic() < ends:
        begun = time.monotonic()
        path = PAGES[(number + len(taken)) % len(PAGES)]
        is_right = False
        with suppress(OSError, TimeoutError):
            is_right = await asyncio.wait_for(is_answered(port, path), PATIENCE)
        taken.append(time.monotonic() - begun if is_right else PATIENCE)
        await asyncio.sleep(0.05)
    return taken


async def is_answered(port: int, path: str) -> bool:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        asked = quote(path, safe="/?=")
        writer.write(f"GET {asked} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
        answer = await reader.read()
        return answer.startswith(b"HTTP/1.1 200")
    finally:
        writer.close()


if __name__ == "__main__":
    main()
