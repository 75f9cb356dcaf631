"""Is search exact, small and fast? `python -m tests.benchmarks.search [--articles 100000] [--database URL]`

Builds a library of real news (see library.py) in a database of its own, or takes the one that it left there,
asks it 185 queries of nine classes and compares each answer with a scan of every text. Prints processor time:
of this process on SQLite, of this process and of the server's on PostgreSQL, which has to run on this
machine. With `--typesense` the articles are searched in a node of Typesense (tests/requirements-ci.txt),
whose many threads have only elapsed time.
"""

import argparse
import os
import random
import re
import tempfile
import time
from collections import Counter
from contextlib import ExitStack, contextmanager
from pathlib import Path

CONSISTS_OF_HAN = re.compile(r"[㐀-䶿一-鿿]+")
MIXED = re.compile(
    r"(?<![0-9A-Za-z])[A-Za-z]{2,}[㐀-䶿一-鿿]{2,3}|[㐀-䶿一-鿿]{2}[A-Za-z]{2,}(?![0-9A-Za-z])"
)
NAME = re.compile(
    r"(?:主席|总统|总理|部长|记者|导演)([李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁][一-鿿]{1,2})"
)
WHITE_SPACE = re.compile(r"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])")
ASKED_FOR = 20  # results on a page
UPDATES = 200


def main():
    options = arguments()
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        if options.typesense:
            stack.enter_context(search_tier(Path(folder)))
        set_up(folder, options.database)
        be_patient()
        run(options.articles)


def be_patient() -> None:
    """A slow machine is no reason to give up here."""
    from articles.discovery.search import typesense

    typesense.TIMEOUT = typesense.PATIENCE


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument(
        "--database", default="", help="an empty one; SQLite in a temporary folder by default"
    )
    parser.add_argument("--typesense", action="store_true", help="search in a node of Typesense")
    return parser.parse_args()


@contextmanager
def search_tier(folder: Path):
    """A node of Typesense, and the settings that have it asked."""
    from tests.typesense import KEY, cluster

    with cluster(folder, 1) as (_processes, nodes):
        os.environ["SEARCH_BACKEND"] = "articles.discovery.search.typesense.TypesenseBackend"
        os.environ["TYPESENSE_NODES"], os.environ["TYPESENSE_API_KEY"] = ",".join(nodes), KEY
        yield


def set_up(folder: str, database: str) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "portal.settings"
    os.environ["VAR_DIR"] = folder
    os.environ["DATABASE_URL"] = database or f"sqlite:///{folder}/benchmark.sqlite3"
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)


def run(size: int) -> None:
    from articles.discovery.search import backend, rebuild
    from articles.models import Article
    from tests.benchmarks import library

    is_new = library.build(size)
    print(f"{size} articles on {type(backend()).__name__}", flush=True)
    if is_new or uses_typesense():
        print(f"  indexed in {clock(lambda: rebuild(Article.objects.all())):.0f} s", flush=True)
    texts = folded_texts()
    if not uses_typesense():
        print_size(texts)
    print_answers(texts, queries(library.news()))
    print_updates()


def uses_typesense() -> bool:
    return bool(os.environ.get("SEARCH_BACKEND"))


def clock(work) -> float:
    """Seconds that work takes, see above."""
    start = now()
    work()
    return now() - start


def now() -> float:
    from django.db import connection

    if uses_typesense():
        return time.perf_counter()
    return time.process_time() + (server_time(connection) if connection.vendor == "postgresql" else 0)


def server_time(connection) -> float:
    """Seconds of processor time that the server's process for this connection has had, as Linux counts."""
    connection.ensure_connection()
    process = connection.connection.info.backend_pid
    return int(Path(f"/proc/{process}/schedstat").read_text().split()[0]) / 1e9


def folded_texts() -> dict[int, str]:
    """What is searched, folded here again and not by the index."""
    from articles.models import Article
    from articles.text.scripts import fold

    rows = Article.objects.values_list("pk", "headline", "body").iterator(1000)
    return {pk: WHITE_SPACE.sub("", fold(f"{headline}\n¶\n{body}")) for pk, headline, body in rows}


def print_size(texts) -> None:
    folded = sum(len(text.encode()) for text in texts.values())
    for name, size in index_sizes().items():
        print(f"  {name}: {size / 1e6:.0f} MB, {size / folded:.3f} of {folded / 1e6:.0f} MB folded text")


def index_sizes() -> dict[str, int]:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(SIZES[connection.vendor])
        return {name: int(size) for name, size in cursor.fetchall()}


SIZES = {
    "sqlite": "SELECT CASE WHEN name LIKE 'search%' THEN 'index' ELSE 'copy to forget by' END, sum(pgsize) "
    "FROM dbstat WHERE name LIKE 'search%' OR name LIKE '%ftsentry%' GROUP BY 1",
    "postgresql": "SELECT 'index', pg_relation_size('search_words') UNION "
    "SELECT 'words', pg_table_size('articles_vectorentry')",
}


def queries(news) -> dict[str, list[str]]:
    """185 queries in nine classes, all of them pieces of the real texts."""
    rng = random.Random(5)  # noqa: S311
    texts = [f"{item['headline']}。{item['text']}" for item in news]
    counted = {length: frequencies(texts, length) for length in (1, 2, 3, 4, 6, 7, 8)}
    found = {
        "1 character": rng.sample(common(counted[1]), 10) + rng.sample(rare(counted[1]), 10),
        "2 common": rng.sample(common(counted[2]), 20),
        "2 rare": rng.sample(rare(counted[2]), 20),
        "3 common": rng.sample(common(counted[3]), 20),
        "3 rare": rng.sample(rare(counted[3]), 20),
        "4": rng.sample(common(counted[4]), 10) + rng.sample(rare(counted[4]), 10),
        "6–8": [rng.choice(rare(counted[length])) for length in (6, 7, 8, 6, 7) * 5],
        "mixed Latin": rng.sample(sorted({m for text in texts for m in MIXED.findall(text)}), 20),
        "names": rng.sample(sorted({m for text in texts for m in NAME.findall(text)}), 20),
    }
    return found


def frequencies(texts, length: int) -> Counter:
    """In how many of the texts each run of Han characters of this length stands."""
    counted = Counter()
    for text in texts:
        runs = CONSISTS_OF_HAN.findall(text)
        counted.update({run[at : at + length] for run in runs for at in range(len(run) - length + 1)})
    return counted


def common(counted: Counter) -> list[str]:
    return [text for text, _count in counted.most_common(150)]


def rare(counted: Counter) -> list[str]:
    return sorted(text for text, count in counted.items() if count <= 3)


def print_answers(texts, classes) -> None:
    """One line for each class: recall and precision, and milliseconds beside those of the scan."""
    print(f"  {'class':12} queries recall precision scripts  newest p50   p95    ranked p50   p95   scan p50")
    lines = {name: [answer(text, texts) for text in asked] for name, asked in classes.items()}
    lines["all"] = [answer for answers in lines.values() for answer in answers]
    for name, answers in lines.items():
        print_line(name, answers)


def answer(typed: str, texts) -> dict:
    """How one query is answered."""
    from opencc import OpenCC

    from articles.discovery.search import backend
    from articles.discovery.search.query import parse

    terms = parse(typed).terms
    expected: set[int] = set()
    scanned = clock(lambda: expected.update(scan(typed, texts)))
    found = everything(typed)
    backend().older(terms, None, ASKED_FOR + 1)
    return {
        "found": len(found),
        "expected": len(expected),
        "right": len(found & expected),
        "same": found == everything(OpenCC("s2tw").convert(typed)),
        "newest": clock(lambda: backend().older(terms, None, ASKED_FOR + 1)),
        "ranked": clock(lambda: backend().best(terms, ASKED_FOR + 1)),
        "scan": scanned,
    }


def everything(typed: str) -> set[int]:
    from articles.discovery.search import backend
    from articles.discovery.search.base import pk_at
    from articles.discovery.search.query import parse

    return {pk_at(place) for place in backend().older(parse(typed).terms, None, 10**7)}


def scan(typed: str, texts) -> list[int]:
    """Every text that the query stands in, no word of letters or digits cut by its ends."""
    from articles.text.scripts import fold

    folded = fold(typed)
    head = r"(?<![a-z])" if re.match("[a-z]", folded) else r"(?<!\d)" if folded[0].isdigit() else ""
    tail = r"(?![a-z])" if re.search("[a-z]$", folded) else r"(?!\d)" if folded[-1].isdigit() else ""
    whole = re.compile(head + re.escape(folded) + tail)
    return [pk for pk, text in texts.items() if folded in text and whole.search(text)]


def print_line(name: str, answers: list[dict]) -> None:
    right, found, expected = (sum(one[key] for one in answers) for key in ("right", "found", "expected"))
    same = sum(one["same"] for one in answers)
    print(
        f"  {name:12} {len(answers):7} {right / expected:6.3f} {right / found:9.3f}"
        f" {same / len(answers):7.3f}  {times(answers, 'newest')}  {times(answers, 'ranked')}"
        f"  {times(answers, 'scan')}",
        flush=True,
    )


def times(answers, key: str) -> str:
    """Median and 95th percentile, in milliseconds."""
    ordered = sorted(1000 * one[key] for one in answers)
    return f"{ordered[len(ordered) // 2]:8.2f} {ordered[int(len(ordered) * 0.95)]:8.2f}"


def print_updates() -> None:
    from articles.discovery.search import derive_search
    from articles.models import Article

    took = [{"update": clock(edit(article, derive_search))} for article in Article.objects.all()[:UPDATES]]
    print(f"  one update, p50 and p95: {times(took, 'update')} ms")
    for article in Article.objects.all()[:UPDATES]:
        derive_search(article)  # as it was, for the next run


def edit(article, derive):
    article.body += "編者按：渡輪與信使。"
    return lambda: derive(article)


if __name__ == "__main__":
    main()
