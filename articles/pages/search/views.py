"""Search: a page for every query, and its feeds."""

from dataclasses import dataclass
from functools import cached_property

from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import conditional_page, require_safe

from articles.discovery.search import results
from articles.discovery.search.base import SearchTookTooLong, pk_at
from articles.discovery.search.query import Query, parse, with_other_names
from articles.models import Article
from articles.models.articles.prepared import padded, shared
from articles.pages.feeds import views as feeds
from articles.pages.pagination import PAGE_SIZE, Page, base36, page_of, read_place
from articles.pages.search import suggestions
from articles.pages.search.forms import NAMES, SearchForm, narrowed
from articles.pages.search.results import with_matches

MOST_COUNTED = 200  # results; beyond them nobody turns pages
MOST_PAGES = 10  # of ranked results; who has not found it then asks otherwise


@dataclass(frozen=True)
class Search:
    """A query, what it is narrowed to, and the lists that come of it."""

    query: Query
    form: SearchForm
    asked: QueryDict

    @classmethod
    def asked_by(cls, request) -> "Search":
        query = with_other_names(parse(request.GET.get("q", "")))
        return cls(query, SearchForm(request.GET), request.GET)

    @property
    def articles(self):
        return narrowed(Article.objects.published(), self.form, self.query)

    @property
    def is_ranked(self) -> bool:
        return self.form.is_ranked and bool(self.query.terms)

    @cached_property
    def page(self) -> Page:
        """The page of results that is asked for. Raises SearchTookTooLong."""
        if self.query.is_empty:
            return Page([])
        if not self.query.terms:
            return page_of(self.articles.for_cards(), self.asked)
        return self._ranked_page() if self.is_ranked else self._newest_page()

    @property
    def told(self) -> str:
        """How many articles are found, counted as far as anybody wants to know."""
        page = self.page
        is_whole = not page.older and not page.newer
        count = len(page.articles) if is_whole else self._counted()
        if count > MOST_COUNTED:
            return _("More than %(count)d results") % {"count": MOST_COUNTED}
        return ngettext("%(count)d result", "%(count)d results", count) % {"count": count}

    def _counted(self) -> int:
        if not self.query.terms:
            return self.articles.values("pk")[: MOST_COUNTED + 1].count()
        return len(self._newest)

    @cached_property
    def _newest(self) -> list[int]:
        """Places of the newest articles that are found, as many as are counted."""
        return results.older(self.query.terms, self.articles, None, MOST_COUNTED + 1)

    def _newest_page(self) -> Page:
        after = read_place(self.asked.get("after"))
        before = read_place(self.asked.get("before"))
        return (after is not None and self._page_after(after)) or self._page_before(before)

    def _page_before(self, before: int | None) -> Page:
        terms, limit = self.query.terms, PAGE_SIZE + 1
        places = results.older(terms, self.articles, before, limit) if before is not None else self._newest
        shown = places[:PAGE_SIZE]
        older = base36(shown[-1]) if len(places) > PAGE_SIZE else None
        newer = base36(shown[0]) if shown and before is not None else None
        return Page(self._cards(shown), older, newer)

    def _page_after(self, after: int) -> Page | None:
        """None when what is newer would not fill a page: the first page shows it then."""
        places = results.newer(self.query.terms, self.articles, after, PAGE_SIZE + 1)
        if len(places) <= PAGE_SIZE:
            return None
        shown = places[PAGE_SIZE - 1 :: -1]
        return Page(self._cards(shown), base36(shown[-1]), base36(shown[0]))

    def _ranked_page(self) -> Page:
        number = min(read_place(self.asked.get("before")) or 1, MOST_PAGES)
        start = (max(number, 1) - 1) * PAGE_SIZE
        places = results.best(self.query.terms, self.articles, start + PAGE_SIZE + 1)[start:]
        goes_on = len(places) > PAGE_SIZE and number < MOST_PAGES
        return Page(
            self._cards(places[:PAGE_SIZE]),
            base36(number + 1) if goes_on else None,
            base36(number - 1) if start else None,
        )

    def _cards(self, places: list[int]) -> list[Article]:
        numbers = [pk_at(place) for place in places]
        found = {each.pk: each for each in read_results(timezone.now(), *padded(numbers))}
        return [found[number] for number in numbers if number in found]

    @property
    def address(self) -> str:
        """The query and its choices as they stand in an address, in one order."""
        chosen = QueryDict(mutable=True)
        for name in NAMES:
            if self.asked.get(name):
                chosen[name] = self.query.typed if name == "q" else self.asked[name]
        return chosen.urlencode()

    # What a feed and the head of a page ask of any list.

    @property
    def title(self) -> str:
        return _("Search: %(query)s") % {"query": self.query.typed}

    @property
    def path(self) -> str:
        return f"{reverse('search')}?{self.address}"

    def feed_path(self, form: str) -> str:
        return f"{reverse('search_feed', args=[form])}?{self.address}"

    @property
    def atom_path(self) -> str:
        return self.feed_path("atom")

    @property
    def json_path(self) -> str:
        return self.feed_path("json")

    def newest_whole(self) -> list[Article]:
        if self.query.is_empty:
            return []
        if not self.query.terms:
            return page_of(self.articles.for_reading(), {}).articles
        places = results.older(self.query.terms, self.articles, None, PAGE_SIZE)
        return results.articles_at(places, Article.objects.published().for_reading())


@shared
def read_results(now, *numbers):
    return Article.objects.published(now).for_results().filter(pk__in=numbers)


@require_safe
def page(request):
    search = Search.asked_by(request)
    context = {"search": search, "listing": search, "query": search.query, "form": search.form}
    try:
        context |= found(search)
    except SearchTookTooLong:
        context |= {"page": Page([]), "took_too_long": True}
    return render(request, "pages/search.html", context)


def found(search: Search) -> dict:
    page = search.page
    return {
        "page": page,
        "told": search.told if page.articles else "",
        "cards": with_matches(page.articles, search.query.phrases),
        "topics": suggestions.topics(search.query),
        "shorter": [] if page.articles else suggestions.shorter(search.query),
    }


@require_safe
@conditional_page
def feed(request, form):
    try:
        return feeds.feed(Search.asked_by(request), form)
    except SearchTookTooLong:
        return HttpResponse(status=503, headers={"Retry-After": "600"})
