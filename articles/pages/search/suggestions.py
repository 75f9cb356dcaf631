"""What a search offers beside its results: topics it may mean, and shorter queries when it finds nothing."""

from itertools import chain

from django.db.models import Q
from django.utils import timezone

from articles.discovery.search import results
from articles.discovery.search.query import Query, parse
from articles.models import Article, LabelKey, Tag
from articles.models.articles.prepared import padded, prepared
from articles.models.topics.label import folded_name

MOST_TOPICS = 8
LONGEST_LOOKED_INTO = 40  # characters of a query that names are looked for in
SHORTEST, LONGEST = 2, 12  # characters of such a name
MOST_SHORTER = 4
MOST_TRIED = 16  # shorter queries, each asked of the index


def topics(query: Query) -> list[Tag]:
    """Topics with articles whose name is in the query, or that the query is a part of."""
    typed = folded_name(" ".join([*query.words, *query.tags]))[:LONGEST_LOOKED_INTO]
    if len(typed) < SHORTEST:
        return []
    return read_topics(timezone.now(), typed, *padded([*names_in(typed)]))


@prepared
def read_topics(now, typed, *names):
    """names: pieces of what is typed."""
    named = LabelKey.objects.filter(Q(folded__in=names) | Q(folded__contains=typed))
    live = Tag.objects.with_counts(now).filter(pk__in=named.values("tag"))
    return live.order_by("-stories", "name")[:MOST_TOPICS]


def names_in(text: str) -> set[str]:
    """Every piece of a text that may be a name."""
    return {text[at : at + length] for length in range(SHORTEST, LONGEST + 1) for at in range(len(text))}


def shorter(query: Query) -> list[str]:
    """Shorter queries that do find something: its words alone, or the longest heads and tails of one word."""
    several = len(query.words) > 1
    tries = query.words if several else pieces("".join(query.words))
    found: list[str] = []
    for text in tries[:MOST_TRIED]:
        if not any(text in longer for longer in found) and finds(text):
            found.append(text)
    return found[:MOST_SHORTER]


def pieces(word: str) -> list[str]:
    """Heads and tails of a word, longest first."""
    lengths = range(min(len(word), LONGEST) - 1, SHORTEST - 1, -1)
    return list(dict.fromkeys(chain.from_iterable((word[:length], word[-length:]) for length in lengths)))


def finds(text: str) -> bool:
    terms = parse(text).terms
    return bool(terms and results.older(terms, Article.objects.published(), None, 1))
