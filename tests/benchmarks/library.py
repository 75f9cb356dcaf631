"""A library of real news for benchmarks: shared texts, half of them converted, recombined beyond 3,000."""

import json
import lzma
import random
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path

from django.utils import timezone
from opencc import OpenCC

from articles.models import Article
from articles.models.articles.rendering import ArticleRendering
from articles.text.scripts import fold

NEWS = Path(__file__).parents[3] / "shared" / "corpus" / "news-zh.jsonl.xz"
SENTENCE = re.compile(r"[^。！？]+[。！？]?")
FIRST_DAY = datetime(2016, 1, 1, tzinfo=UTC)
DAYS = 3650
BATCH = 1000


def news() -> list[dict]:
    """The shared articles: headline and text, in Simplified characters."""
    with lzma.open(NEWS, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def texts(size: int, rng: random.Random) -> Iterator[tuple[str, str]]:
    """(headline, text) of as many articles: first the real ones, then sentences of theirs as long as one.

    Every other article is converted by OpenCC's s2tw.
    """
    real, convert = news(), OpenCC("s2tw").convert
    sentences = [sentence for item in real for sentence in SENTENCE.findall(item["text"])]
    for number in range(size):
        item = real[number] if number < len(real) else recombined(real, sentences, rng)
        pair = item["headline"], item["text"]
        yield tuple(map(convert, pair)) if number % 2 else pair


def recombined(real: list[dict], sentences: list[str], rng: random.Random) -> dict:
    length, text = len(rng.choice(real)["text"]), ""
    while len(text) < length:
        text += rng.choice(sentences)
    return {"headline": rng.choice(real)["headline"], "text": text}


def build(size: int, seed: int = 1) -> bool:
    """Store a library of published articles with their folded texts, nothing else that is derived from them.

    Returns False when the database has a library of this size already, which is then used as it is.
    """
    if Article.objects.count() == size:
        return False
    rng = random.Random(seed)  # noqa: S311
    every = texts(size, rng)
    while batch := list(islice(every, BATCH)):
        stored = Article.objects.bulk_create(article(headline, text, rng) for headline, text in batch)
        ArticleRendering.objects.bulk_create(map(rendering, stored))
    return True


def article(headline: str, text: str, rng: random.Random) -> Article:
    day = FIRST_DAY + timedelta(minutes=rng.randrange(DAYS * 1440))
    return Article(
        headline=headline[:300], body=text, status="published", visible_from=timezone.now(), sorted_at=day
    )


def rendering(article: Article) -> ArticleRendering:
    return ArticleRendering(article=article, folded=fold(f"{article.headline}\n\n\n{article.body}"))
