"""Does half an article lead to its other half? `python -m tests.benchmarks.related [--articles 3000]`

Builds a library of real news, or takes the one that another run left in its database, and cuts some of it in
half: the first halves stay, the second halves come as new articles without topics. Prints how high the other
half stands among what is related, and the processor time of relating a new article, its storing included.
Beyond 3,000 articles the library is made of the sentences of these, so that any sentence of a half stands in
dozens of others: there the time means something, the places do not.
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
    from tests.benchmarks import library

    if library.build(size):
        rebuild(Article.objects.all())
    chosen = random.Random(4).sample(range(3000), min(asked, size, 3000))  # noqa: S311
    articles = [Article.objects.order_by("pk")[place] for place in chosen]
    answers = [answer(article) for article in articles]
    ranks = [rank for rank, _ in answers]
    print(f"{size} articles, {len(ranks)} halves asked for")
    print(f"  MRR@10 {sum(1 / rank for rank in ranks if rank) / len(ranks):.3f}")
    print(f"  hit@10 {sum(bool(rank) for rank in ranks) / len(ranks):.3f}")
    times = sorted(seconds for _, seconds in answers)
    print(f"  CPU ms p50 {times[len(times) // 2] * 1000:.1f}  p95 {times[len(times) * 95 // 100] * 1000:.1f}")


def answer(article) -> tuple[int, float]:
    """The place of one half among what is related to the other, 0 when it is not; and how long it took."""
    from django.db import transaction

    from articles.discovery.related import derive_related
    from articles.models import Related

    with transaction.atomic():
        body = article.body
        store(article, headline=article.headline, body=half(body, random.Random(1)))  # noqa: S311
        other = new_article(half(body, random.Random(1), second=True))  # noqa: S311
        seconds = clock(lambda: derive_related(other))
        best = Related.objects.filter(article=other).order_by("-score").values_list("other", flat=True)
        best = list(best[:MOST_LOOKED_AT])
        transaction.set_rollback(True)
    return (best.index(article.pk) + 1 if article.pk in best else 0), seconds


def new_article(body: str):
    from tests.benchmarks import library

    article = library.article("下半", body, random.Random(1))  # noqa: S311
    article.save_base(force_insert=True)
    store(article, headline="下半", body=body)
    return article


def store(article, headline: str, body: str) -> None:
    """Store an article's text where relating reads it: as it is, folded beside that, and in the index."""
    from articles.discovery.search import derive_search
    from articles.models import Article
    from tests.benchmarks import library

    article.headline, article.body = headline, body
    Article.objects.filter(pk=article.pk).update(headline=headline, body=body)
    article.rendering = library.rendering(article)
    article.rendering.save()
    derive_search(article)


if __name__ == "__main__":
    main()
