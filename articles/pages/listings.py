"""The lists that have an address and feeds of their own: the latest, a topic's, a source's."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Article, ArticleTag, Source, Tag
from articles.models.articles.prepared import padded, prepared, shared
from articles.models.articles.queryset import ArticleQuerySet
from articles.models.curation import Placed, Placement, placed
from articles.models.functions import Unsought
from articles.models.undated import UNDATED
from articles.pages.kept import rows
from articles.pages.languages import name_of
from articles.pages.pagination import Cursor, Page, ordered_by, page_read

JUST_ABOVE_UNDATED = Cursor(UNDATED + timedelta(microseconds=1), 0)


@dataclass(frozen=True)
class Listing:
    """title: for people. path: of its page in the active language.

    chosen: makes a queryset of the articles, of the time and of what is given, all in its arguments; a
    function that is always the same one, for its queries are written once. order: see `ordered_by`.
    own_undated: the path of a page that what prints no date has to itself.
    """

    title: str
    path: str
    chosen: Callable[..., QuerySet]
    given: tuple = ()
    order: tuple[str, str] = ("sorted_at", "pk")
    own_undated: str = ""

    def page(self, query, told=ArticleQuerySet.for_cards) -> Page:
        """The page that a query asks for. told: what of the articles is read."""
        asked = {"chosen": self.chosen, "order": self.order, "told": told}

        def read(side, cursor, most: int) -> list[Article]:
            return read_some(timezone.now(), *cursor, *self.given, side=side, most=most, **asked)

        return page_read(read, query)

    def shown(self, query) -> Page:
        """The same, and the way from it to what prints no date, which stands at the end of every list."""
        page = self.page(query)
        goes_on = page.older and not page.articles[-1].is_undated
        return replace(page, undated_path=self.undated_path) if goes_on else page

    @property
    def undated_path(self) -> str:
        """Where what prints no date is read, "" without any."""
        if not read_undated(timezone.now(), *self.given, chosen=self.chosen, order=self.order):
            return ""
        return self.own_undated or f"{self.path}?before={JUST_ABOVE_UNDATED}"

    def newest_whole(self) -> list[Article]:
        """The newest articles with all that a feed shows of them."""
        return self.page({}, ArticleQuerySet.for_reading).articles

    def placed_by_hand(self, placements: list[Placement], told=ArticleQuerySet.for_cards) -> list[Placed]:
        """What of the list stands in these places."""
        return placed(placements, lambda *numbers: self.those(*map(list, numbers), told))

    def those(self, numbers: list[int], stories: list[int], told) -> list[Article]:
        """Articles of the list by numbers, their own or their stories', in any order."""
        numbers, stories = padded(numbers), padded(stories)
        asked = {"chosen": self.chosen, "told": told, "given": len(self.given), "numbers": len(numbers)}
        return read_sought(timezone.now(), *self.given, *numbers, *stories, **asked)

    def feed_path(self, form: str) -> str:
        return f"{self.path}feed.{form}"

    @property
    def atom_path(self):
        return self.feed_path("atom")

    @property
    def json_path(self):
        return self.feed_path("json")


@shared
def read_some(now, sorted_at, pk, *given, chosen, told, order, side, most):
    return side(ordered_by(told(chosen(now, *given)), *order), Cursor(sorted_at, pk))[:most]


@prepared
def read_undated(now, *given, chosen, order):
    return ordered_by(chosen(now, *given), *order).filter(at=UNDATED).values_list("pk")[:1]


@shared
def read_sought(now, *asked, chosen, told, given, numbers):
    """Those of some numbers or of some stories. asked: what is given, then the numbers, then the stories."""
    sought = Q(pk__in=asked[given : given + numbers]) | Q(story__pk__in=asked[given + numbers :])
    return told(chosen(now, *asked[:given])).filter(sought)


def latest(*without: int) -> Listing:
    """without: numbers of articles that stand elsewhere on the page."""
    return Listing(_("Latest"), reverse("home"), leads, without, own_undated=reverse("undated"))


def leads(now, *without) -> QuerySet:
    rows = Article.objects.published(now).leads()
    return rows.exclude(pk__in=without) if without else rows


def undated() -> Listing:
    """What prints no date, the last to come in first."""
    return Listing(_("Undated"), reverse("undated"), undated_leads)


def undated_leads(now) -> QuerySet:
    return leads(now).undated()


def of_tags(tags: list[Tag]) -> Listing:
    """Articles that have all of these topics, read along the index of the first one's own rows.

    Those rows carry their article's date, and show one of the copies of a story.
    """
    title = " + ".join(name_of(tag).text for tag in in_order(tags))
    return Listing(title, path_of(tags), articles_of, tuple(tag.pk for tag in tags), ORDER_IN_TOPIC)


ORDER_IN_TOPIC = "tagged__sorted_at", "tagged__content_object"


def articles_of(now, tag, *others) -> QuerySet:
    """Those of a topic that have the others too. tag, others: their numbers."""
    rows = Article.objects.published(now).filter(tagged__tag=tag)
    articles = rows.alias(seen_from=Unsought("tagged__visible_from")).filter(seen_from__lte=now)
    for other in others:
        articles = articles.filter(
            Exists(ArticleTag.objects.filter(tag=other, content_object=OuterRef("pk")))
        )
    return articles


def path_of(tags: list[Tag]) -> str:
    """Where topics are read, one or several together."""
    if len(tags) == 1:
        return tags[0].get_absolute_url()
    return reverse("topics_together", args=[numbers_of(tags)])


def numbers_of(tags: list[Tag]) -> str:
    """12+34: the lower number first, so that there is one address."""
    return "+".join(str(tag.pk) for tag in in_order(tags))


def in_order(tags: list[Tag]) -> list[Tag]:
    return sorted(tags, key=lambda tag: tag.pk)


def of_source(source: Source) -> Listing:
    return Listing(source.name, source.get_absolute_url(), articles_from, (source.pk,))


def articles_from(now, source) -> QuerySet:
    return Article.objects.published(now).filter(source=source)


def render_list(request, template: str, listing: Listing, made_from: tuple = (), **context) -> HttpResponse:
    """The page of cards that the request asks for. made_from: what the rest of its context is."""
    page = listing.shown(request.GET)
    context.update(listing=listing, page=page)
    return rows.page(request, template, (page.made_from, made_from), lambda: context)
