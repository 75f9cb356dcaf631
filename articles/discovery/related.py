"""Related articles: shared topics weighted by rarity, similar text, and how near in time.

Candidates come from the topics' own rows and from the search index; both are scored in the same way, and the
best are stored for the article and, the other way round, for each of them.

Measured by tests.benchmarks.related with 3,000 articles: the other half of an article stands among the first
ten for 96 of 100, MRR .83; 10 ms of processor time, p95 15. With 74,200 articles, when 48 terms were looked
for in 1,500 articles and that took 13 ms of 3,000, it was 34 ms, p95 44, the storing of links not counted.
"""

import json
import math
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from heapq import nlargest
from itertools import accumulate
from operator import attrgetter
from typing import NamedTuple

from django.db import connections, router
from django.utils import timezone

from articles.discovery.search import backend
from articles.discovery.search.base import SearchTookTooLong, pk_at
from articles.discovery.terms import distinctive_terms
from articles.freshness import beside_article, renew
from articles.models import Article, ArticleTag, Related
from articles.models.articles.prepared import padded, prepared
from articles.models.articles.rendering import words_beside
from articles.models.undated import UNDATED
from articles.text.tokens import phrases

MOST = 6  # stored for an article, and shown
SPARE = 6  # more are stored, for when one of the best is withdrawn
MOST_SIMILAR = 30  # by text, of which the best are chosen
MOST_LOOKED_AT = 600  # articles with one of the terms, a term at least
NEWEST_OF_TOPIC = 40  # articles looked at of each shared topic
COMMON_TOPIC = 1_000  # articles from which a topic counts as one that everything has
# What speaks for an article; topics and nearness are between 0 and 1, likeness mostly.
TOPICS, TEXT, RECENCY = 1.0, 0.9, 0.04
YEAR = 365.0  # days in which nearness in time fades to a third
# BM25: how soon further mentions stop counting, and the length, in characters, of a usual article. Late,
# length counted in full and rarity squared: MRR .81 on 450 halves, where the usual 1.2, .75 and 1 have .76.
SATURATION, USUAL_LENGTH = 8.0, 1_400
LEAST = 0.05  # below this, two articles have nothing to do with each other
# No objects of two dozen rows; what an editor says of a pair meanwhile stands.
KEEP = (
    "INSERT INTO articles_related (article_id, other_id, score, shared) VALUES (%s, %s, %s, %s) "
    "ON CONFLICT DO NOTHING"
)


def derive_related(article: Article) -> None:
    """Store what is related to an article, both ways; nothing leads to one that readers cannot see.

    Pairs of which an editor has said something are left as they are.
    """
    changed = set() if article.is_new else forget(article)
    best = nlargest(MOST + SPARE, scored(article), key=attrgetter("score"))
    rows = [(article.pk, one.other, one.score, json.dumps(one.shared)) for one in best]
    if article.visible_from:
        rows += [(other, pk, *told) for pk, other, *told in rows]
        changed |= {one.other for one in best}
    with connections[router.db_for_write(Related)].cursor() as cursor:
        cursor.executemany(KEEP, rows)
    renew(*map(beside_article, changed))


def forget(article: Article) -> set[int]:
    """Forget what was found for an article before. Returns the numbers of those that led to it."""
    leading_here = Related.objects.filter(other=article)
    numbers = set(leading_here.values_list("article", flat=True))
    Related.objects.found().filter(article=article).delete()
    leading_here.found().delete()
    return numbers


class Candidate(NamedTuple):
    """other: number of an article. shared: those of the topics that it shares."""

    other: int
    score: float
    shared: list[int]


def scored(article: Article) -> Iterator[Candidate]:
    """Every candidate that is related enough, and that no editor has said anything of."""
    weights, shared = shared_topics(article)
    terms = distinctive_terms(article.rendering.folded)
    weighed = weights_of(terms)
    wanted = {*shared, *similar(terms)} - {article.pk, *([] if article.is_new else decided_on(article.pk))}
    for other, story, sorted_at, kept, body in texts_of(*padded([*wanted])) if wanted else ():
        if story and story == article.story_id:
            continue
        topics, words = shared.get(other, []), words_beside(kept, body)
        score = TOPICS * sum(weights[tag] for tag in topics) + TEXT * likeness(weighed, words)
        if score >= LEAST:
            yield Candidate(other, score + RECENCY * nearness(article.sorted_at, sorted_at), topics)


@prepared
def texts_of(*articles):
    """(number, story, date, folded words, body) of those of these articles that readers may see."""
    shown = Article.objects.filter(pk__in=articles, visible_from__isnull=False)
    return shown.values_list("pk", "story", "sorted_at", "rendering__folded", "body")


@prepared
def decided_on(article):
    return Related.objects.decided().filter(article=article).values_list("other", flat=True)


def shared_topics(article: Article) -> tuple[dict[int, float], dict[int, list[int]]]:
    """The weight of each topic of an article, together 1; and which of them other articles share."""
    rarity, shared = {}, defaultdict(list)
    for tag, stories in counted_topics(article.pk):
        rarity[tag] = math.log(1 + COMMON_TOPIC / min(stories or 1, COMMON_TOPIC))
        for pk in newest_of(timezone.now(), tag):
            shared[pk].append(tag)
    total = sum(rarity.values()) or 1
    return {tag: weight / total for tag, weight in rarity.items()}, shared


@prepared
def counted_topics(article):
    """(number, stories) of each topic of an article."""
    return ArticleTag.objects.filter(content_object=article).values_list("tag", "tag__story_count")


@prepared
def newest_of(now, tag):
    rows = ArticleTag.objects.published(now).filter(tag=tag).order_by("-sorted_at", "-content_object")
    return rows.values_list("content_object", flat=True)[:NEWEST_OF_TOPIC]


def similar(terms) -> list[int]:
    """The articles that have most of the rarest of these terms, by the search index."""
    wanted = tuple(phrase for term in rarest(terms) for phrase in phrases(term.text)[:1])
    try:
        return [pk_at(place) for place in backend().best((wanted,), MOST_SIMILAR)] if wanted else []
    except SearchTookTooLong:
        return []  # topics still relate it


def rarest(terms) -> list:
    """As many terms, from the rarest, as few enough articles have to look at all of them."""
    ordered = sorted(terms, key=lambda term: term.count)
    looked_at = accumulate(term.count for term in ordered)
    return [
        term for term, total in zip(ordered, looked_at, strict=True) if total <= MOST_LOOKED_AT
    ] or ordered[:1]


def weights_of(terms) -> list[tuple[str, float]]:
    """The text of each term and its weight; together the weights are 1."""
    total = sum(term.rarity**2 for term in terms) or 1
    return [(term.text, term.rarity**2 / total) for term in terms]


def likeness(weighed: list[tuple[str, float]], folded: str) -> float:
    """How much another text says of these terms: BM25 over the sum that one mention of each would have.

    1 for a text of usual length with one mention of each.
    """
    length, count = SATURATION * len(folded) / USUAL_LENGTH, folded.count
    said = sum(weight * n / (n + length) for term, weight in weighed if (n := count(term)))
    return said * (1 + SATURATION)


def nearness(one: datetime, other: datetime) -> float:
    return math.exp(-abs((one - other).days) / YEAR) if UNDATED not in (one, other) else 0
