"""In how many articles a token stands, asked of the search index that is there anyway.

Common tokens are counted in a sample, because counting them in the index is reading all of their rows; rare
ones are looked up.
"""

from collections import Counter
from functools import lru_cache

from django.db import connection
from django.db.models import Max

from articles.discovery.search.postgres import common_tokens, this_while
from articles.discovery.search.sqlite import unpack
from articles.models import FtsEntry, VectorEntry
from articles.text.tokens import tokens as tokens_of

LOOK_UP = "SELECT term, doc FROM search_vocabulary WHERE term IN ({})"
LAST = "SELECT MAX(article_id) FROM articles_ftsentry"  # as good as how many, and nothing to count
RARE = 2  # articles that a token is taken to stand in when it is not among the common ones
MOST_AT_ONCE = 500  # tokens in one look-up
FEW = 2_000  # articles among which every token is looked up
SAMPLE = 256  # articles in which common tokens are counted
COMMON_IN_SAMPLE = 3  # articles of the sample that have a common token


def frequencies(tokens) -> tuple[dict[str, int], int]:
    """How many articles have each token, RARE where that was not counted; and about how many there are."""
    return COUNTERS[connection.vendor](list(tokens))


def _on_sqlite(tokens):
    with connection.cursor() as cursor:
        cursor.execute(LAST)
        total = cursor.fetchone()[0] or 0
        shares = _sampled(this_while()) if total > FEW else {}
        counted = {token: round(shares.get(token, 0) * total) for token in tokens}
        rare = [token for token in tokens if token not in shares]
        for start in range(0, len(rare), MOST_AT_ONCE):
            some = rare[start : start + MOST_AT_ONCE]
            cursor.execute(LOOK_UP.format(",".join(["%s"] * len(some))), some)
            counted.update(cursor.fetchall())
    return counted, total


@lru_cache(maxsize=1)
def _sampled(_while) -> dict[str, float]:
    """The share of articles that have each common token."""
    numbers = FtsEntry.objects.aggregate(last=Max("pk"))["last"]
    sample = FtsEntry.objects.filter(pk__in=range(1, numbers + 1, max(numbers // SAMPLE, 1)))
    texts = sample.values_list("text", flat=True)
    counted = Counter(token for text in texts for token in set(tokens_of(unpack(text))))
    return {token: n / len(texts) for token, n in counted.items() if n >= COMMON_IN_SAMPLE}


def _on_postgresql(tokens):
    shares, _total = common_tokens(this_while())
    total = VectorEntry.objects.aggregate(last=Max("article"))["last"] or 0
    return {token: round(shares.get(token, 0) * total) or RARE for token in tokens}, total


COUNTERS = {"sqlite": _on_sqlite, "postgresql": _on_postgresql}
