"""From places in the index to articles: those that a queryset lets through, a page at a time."""

from collections.abc import Callable, Iterator
from itertools import islice

from articles.discovery.search import backend
from articles.discovery.search.base import Terms, pk_at

FIRST_LOOK = 64  # places asked for at least; each further look asks for four times as many
MOST_LOOKED_AT = 20_000  # places looked at for one page, when filters let few through
MOST_RANKED = 1_000  # places that a ranked search looks at


def older(terms: Terms, articles, before: int | None, limit: int) -> list[int]:
    """Places of matching articles among those given, newest first."""

    def look(last, count):
        return backend().older(terms, before if last is None else last, count)

    return list(islice(passing(look, articles, limit), limit))


def newer(terms: Terms, articles, after: int, limit: int) -> list[int]:
    """Places of matching articles among those given after a place, oldest first."""

    def look(last, count):
        return backend().newer(terms, after if last is None else last, count)

    return list(islice(passing(look, articles, limit), limit))


def best(terms: Terms, articles, limit: int) -> list[int]:
    """Places of matching articles among those given, best first."""
    return allowed(backend().best(terms, MOST_RANKED), articles)[:limit]


def passing(look: Callable, articles, wanted: int) -> Iterator[int]:
    """Places that the queryset lets through, as far as it is sensible to look for them."""
    last, count, looked_at = None, max(FIRST_LOOK, wanted), 0
    while looked_at < MOST_LOOKED_AT and (places := look(last, count)):
        yield from allowed(places, articles)
        if len(places) < count:
            return
        last, looked_at, count = places[-1], looked_at + len(places), count * 4


def allowed(places: list[int], articles) -> list[int]:
    """The places, in their order, whose articles the queryset has."""
    shown = set(articles.filter(pk__in=[pk_at(place) for place in places]).values_list("pk", flat=True))
    return [place for place in places if pk_at(place) in shown]


def articles_at(places: list[int], articles) -> list:
    """The articles of these places, in their order."""
    found = articles.in_bulk([pk_at(place) for place in places])
    return [found[pk_at(place)] for place in places if pk_at(place) in found]
