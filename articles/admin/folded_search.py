"""Search in the admin's lists: 韓 finds 韩, ＬＥＥ finds lee."""

from django.db.models import Q

from articles.text.normalise import drop_invisible
from articles.text.scripts import fold

MAX_QUERY = 200  # characters; SQLite refuses patterns over 50,000
MOST_WORDS = 12  # that a list is narrowed by, each with a query of its own; those that follow are passed over


def folded_terms(typed: str) -> list[str]:
    """The words of a query as they stand in the `folded` columns; [] when nothing visible was typed."""
    return list(dict.fromkeys(fold(drop_invisible(typed))[:MAX_QUERY].split()))[:MOST_WORDS]


class FoldedSearch:
    """A ModelAdmin whose search asks `matching` for each word; all of them must match."""

    def get_search_results(self, request, queryset, search_term):
        for term in folded_terms(search_term):
            queryset = queryset.filter(self.matching(term))
        return queryset, False

    def matching(self, term: str) -> Q:
        return Q(folded__contains=term)
