"""Do merges at once lose anything? `python -m tests.benchmarks.merges [--rounds 200] [--database URL]`

In each round six threads merge six topics in a circle, each into the next. Afterwards every article must have
its topic, every key its topic, every old number a topic that it means.
"""

import argparse
import tempfile
import threading

from tests.benchmarks.search import set_up

NAMES = ["甲", "乙", "丙", "丁", "戊", "己"]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--database", default="")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        set_up(folder, options.database)
        faults = [fault for number in range(options.rounds) for fault in told(number)]
        print(f"{options.rounds} rounds, {len(faults)} faults")


def told(number: int) -> list[str]:
    """The faults of a round, printed at once."""
    faults = faults_of(number)
    for fault in faults:
        print(f"  round {number}: {fault}", flush=True)
    if number % 10 == 9:
        print(f"{number + 1} rounds", flush=True)
    return faults


def faults_of(number: int) -> list[str]:
    """What went wrong in one round."""
    from articles.models import Article, LabelKey, Tag

    names = [f"{name}{number}" for name in NAMES]
    articles = [Article.objects.create(headline=name, body=name) for name in names]
    for article, name in zip(articles, names, strict=True):
        article.tags.add(name)
    numbers = [tag.pk for tag in Tag.objects.named(names)]
    faults: list[str] = []
    threads = [threading.Thread(target=merge, args=(numbers, place, faults)) for place in range(len(NAMES))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    faults += [f"{thread.name} hangs" for thread in threads if thread.is_alive()]
    faults += [f"article {article.pk} lost its topic" for article in articles if article.tags.count() != 1]
    faults += [f"number {pk} means nothing" for pk in numbers if Tag.objects.holding(pk) is None]
    faults += ["a key dangles"] * LabelKey.objects.exclude(tag__in=Tag.objects.all()).count()
    return faults


def merge(numbers, place, faults):
    from django.db import Error, connection

    from articles.models import TagMerge

    try:
        TagMerge.merge(numbers[place], numbers[(place + 1) % len(numbers)])
    except Error as error:
        faults.append(str(error))
    finally:
        connection.close()


if __name__ == "__main__":
    main()
