"""What does a page cost, and does it grow? `python -m tests.benchmarks.pages [--articles 1000 10000]`

Builds a portal of each size (see portal.py) in a database of its own and asks for every kind of page through
the whole WSGI application, compressed. Prints a table in Markdown: the queries of a page, the processor time
of a request (the median, in milliseconds of this process), how that grew from the smallest size to the
largest, and what the page costs once it is kept.
"""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from io import BytesIO

from django.utils.encoding import iri_to_uri, uri_to_iri

REQUESTS = 15  # of each page
KEPT_REQUESTS = 2_000  # of each kept page; the clock ticks too slowly for one


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--only", type=int, help="measure one size and print it as JSON")
    options = parser.parse_args()
    if options.only:
        print(json.dumps(measured(options.only)))
    else:
        print_table({size: in_a_process_of_its_own(size) for size in options.articles})


def in_a_process_of_its_own(size: int) -> dict:
    command = [sys.executable, "-m", "tests.benchmarks.pages", "--only", str(size)]
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)


def measured(size: int) -> dict:
    """By name of the page: [queries, milliseconds, milliseconds when it is kept]."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"VAR_DIR": folder, "DJANGO_SETTINGS_MODULE": "portal.settings", "SITE_URL": ""}
        os.environ |= {"READ_QUEUE": "false"}  # nobody hands anything in, and looking costs time
        from portal.wsgi import application

        prepare(size)
        return {name: cost(application, path) for name, path in addresses().items()}


def prepare(size: int) -> None:
    from django.core.management import call_command

    from articles.discovery.search import rebuild
    from articles.models import Article
    from tests.benchmarks.portal import build

    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    begun = time.monotonic()
    build(size)
    rebuild(Article.objects.all())
    print(f"{size} articles built in {time.monotonic() - begun:.0f} s", file=sys.stderr)


def addresses() -> dict[str, str]:
    from django.db.models import Count

    from articles.models import Article, Source, Tag
    from articles.pages.weekly import calendar

    articles, tags = Article.objects.newest_first(), Tag.objects.annotate(n=Count("tagged")).order_by("n")
    article, topic, source = articles[articles.count() // 2], tags[tags.count() // 2], Source.objects.first()
    return {
        "home": "/",
        "article": article.get_absolute_url(),
        "topic": topic.get_absolute_url(),
        "topic, the largest": tags.last().get_absolute_url(),
        "topic index": "/tags/",
        "source": source.get_absolute_url(),
        "sources": "/sources/",
        "week": calendar.latest().get_absolute_url(),
        "weeks of a year": f"/weekly/{calendar.latest().year}/",
        "search": "/search/?q=談判",
        "feed": "/feed.atom",
        "feed of a topic": f"{topic.get_absolute_url()}feed.json",
        "feed of weeks": "/weekly/feed.atom",
        "sitemap": "/sitemap.xml",
        "sitemap of articles": "/sitemap-articles-0.xml",
        "sitemap of topics": "/sitemap-tags.xml",
        "sitemap of weeks": "/sitemap-weeks.xml",
    }


def cost(application, path: str) -> list:
    """[queries, milliseconds, milliseconds kept] of a request."""
    from django.conf import settings
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    settings.PAGE_CACHE = False
    ask(application, path)  # what a process does once
    with CaptureQueriesContext(connection) as queries:
        ask(application, path)
    number = len(queries)  # before the next request forgets them
    made = clock(application, path)
    settings.PAGE_CACHE = True
    return [number, made, clock_kept(application, path)]


def clock(application, path: str) -> float:
    times = []
    for _request in range(REQUESTS):
        begun = time.process_time()
        ask(application, path)
        times.append(time.process_time() - begun)
    return 1000 * statistics.median(times)


def clock_kept(application, path: str) -> float:
    ask(application, path)
    begun = time.process_time()
    ask(application, path)
    if time.process_time() - begun > 0.002:  # it is made again, and needs no exact clock
        return 1000 * (time.process_time() - begun)
    for _request in range(KEPT_REQUESTS):
        ask(application, path)
    return 1000 * (time.process_time() - begun) / (KEPT_REQUESTS + 1)


def ask(application, path: str) -> None:
    """As the server calls the application; the whole answer is read."""
    path, _mark, query = path.partition("?")
    environ = {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": uri_to_iri(path).encode().decode("latin-1"),
        "QUERY_STRING": iri_to_uri(query),
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "8000",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": "127.0.0.1:8000",
        "HTTP_ACCEPT_ENCODING": "gzip, br",
        "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(),
        "wsgi.errors": sys.stderr,
    }
    told = []
    answer = application(environ, lambda status, headers, exc_info=None: told.append(status))
    for _part in answer:
        pass
    if hasattr(answer, "close"):
        answer.close()
    if told != ["200 OK"]:
        raise RuntimeError(f"{path}: {told}")


def print_table(sizes: dict[int, dict]) -> None:
    smallest, largest = min(sizes), max(sizes)
    print(f"{date.today()}, {platform.machine()}, Python {platform.python_version()}\n")
    heads = [f"{word} at {size:,}" for size in sizes for word in ("queries", "ms")]
    print(f"| page | {' | '.join(heads)} | growth | kept, µs |")
    print("|---|" + "---:|" * (len(heads) + 2))
    for name in sizes[smallest]:
        told = [sizes[size][name] for size in sizes]
        costs = [f"{queries} | {spent:.1f}" for queries, spent, _kept in told]
        growth = sizes[largest][name][1] / sizes[smallest][name][1]
        print(f"| {name} | {' | '.join(costs)} | {growth:.2f} | {kept(sizes[largest][name][2])} |")


def kept(milliseconds: float) -> str:
    """In microseconds; "–" for a page that is made each time."""
    return f"{1000 * milliseconds:.0f}" if milliseconds < 1 else "–"


if __name__ == "__main__":
    main()
