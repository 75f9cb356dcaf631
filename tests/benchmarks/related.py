"""Does half an article lead to its other half? `python -m tests.benchmarks.related [--articles 3000]`

Builds a library in which real news is cut in half: the first halves are stored, then some second halves come
as new articles without topics. Prints how high the other half stands among what is related, and the
processor time of a new article.
"""

import argparse
import random
import tempfile

from tests.benchmarks.search import clock, set_up
from tests.benchmarks.stories import half

MOST_LOOKED_AT = 10


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=3000)
    parser.add_argument("--asked", type=int, default=200)
    parser.add_argument("--database", default="")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        set_up(folder, options.database)
        run(options.articles, options.asked)


def run(size: int, asked: int) -> None:
    from articles.discovery.search import rebuild
    from articles.models import Article
    from articles.models.derivation import derive
    from tests.benchmarks import library

    library.build(size)
    rng = random.Random(4)  # noqa: S311
    whole = dict(Article.objects.values_list("pk", "body"))
    for article in Article.objects.iterator(500):
        article.body = half(article.body, rng)
        Article.objects.filter(pk=article.pk).update(body=article.body)
        derive(article, ["rendering"])
    rebuild(Article.objects.all())
    chosen = rng.sample(sorted(whole)[:3000], min(asked, size, 3000))
    answers = [asked_for(pk, half(whole[pk], rng, second=True)) for pk in chosen]
    ranks = [rank for rank, _ in answers]
    print(f"{size} articles, {len(ranks)} halves asked for")
    print(f"  MRR@10 {sum(1 / rank for rank in ranks if rank) / len(ranks):.3f}")
    print(f"  hit@10 {sum(bool(rank) for rank in ranks) / len(ranks):.3f}")
    times = sorted(seconds for _, seconds in answers)
    print(f"  CPU ms p50 {times[len(times) // 2] * 1000:.1f}  p95 {times[len(times) * 95 // 100] * 1000:.1f}")


def asked_for(pk: int, text: str) -> tuple[int, float]:
    """The place of the other half among the best, 0 when it is not; and how long finding them took."""
    from django.db import transaction

    from articles.discovery.related import scored
    from articles.models import Article

    with transaction.atomic():
        article = Article.objects.create(headline="下半", body=text, status="published")
        rows = []
        seconds = clock(lambda: rows.extend(scored(article)))
        transaction.set_rollback(True)
    best = [row.other_id for row in sorted(rows, key=lambda row: -row.score)[:MOST_LOOKED_AT]]
    return (best.index(pk) + 1 if pk in best else 0), seconds


if __name__ == "__main__":
    main()
