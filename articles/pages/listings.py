"""The lists that have an address and feeds of their own: the latest, a topic's, a source's."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Article, ArticleTag, Source, Tag
from articles.models.undated import UNDATED
from articles.pages.languages import name_of
from articles.pages.pagination import Cursor, Page, page_of

JUST_ABOVE_UNDATED = Cursor(UNDATED + timedelta(microseconds=1), 0)


@dataclass(frozen=True)
class Listing:
    """title: for people. path: of its page in the active language. at, key: the order, see `page_of`.

    own_undated: the path of a page that what prints no date has to itself.
    """

    title: str
    path: str
    articles: QuerySet
    at: str = "sorted_at"
    key: str = "pk"
    own_undated: str = ""

    def page(self, query) -> Page:
        """The page of cards a query asks for."""
        return page_of(self.articles.for_cards(), query, self.at, self.key)

    @property
    def undated_path(self) -> str:
        """Where what prints no date is read, "" without any."""
        if not self.articles.filter(**{self.at: UNDATED}).exists():
            return ""
        return self.own_undated or f"{self.path}?before={JUST_ABOVE_UNDATED}"

    def newest_whole(self) -> list[Article]:
        """The newest articles with all that a feed shows of them."""
        return page_of(self.articles.for_reading(), {}, self.at, self.key).articles

    def feed_path(self, form: str) -> str:
        return f"{self.path}feed.{form}"

    @property
    def atom_path(self):
        return self.feed_path("atom")

    @property
    def json_path(self):
        return self.feed_path("json")


def latest() -> Listing:
    articles = Article.objects.published().leads()
    return Listing(_("Latest"), reverse("home"), articles, own_undated=reverse("undated"))


def undated() -> Listing:
    """What prints no date, the last to come in first."""
    return Listing(_("Undated"), reverse("undated"), Article.objects.published().leads().undated())


def of_tags(tags: list[Tag]) -> Listing:
    """Articles that have all of these topics, read along the index of the first one's own rows.

    Those rows carry their article's date, and show one of the copies of a story.
    """
    first, *others = tags
    articles = articles_of(first)
    for other in others:
        rows = ArticleTag.objects.filter(tag=other, content_object=OuterRef("pk"))
        articles = articles.filter(Exists(rows))
    title = " + ".join(name_of(tag).text for tag in in_order(tags))
    return Listing(title, path_of(tags), articles, *ORDER_IN_TOPIC)


ORDER_IN_TOPIC = "tagged__sorted_at", "tagged__content_object"


def articles_of(tag, now=None) -> QuerySet:
    """Those of a topic. now: given to a prepared query."""
    now = now or timezone.now()
    return Article.objects.published(now).filter(tagged__tag=tag, tagged__visible_from__lte=now)


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
    return Listing(source.name, source.get_absolute_url(), Article.objects.published().filter(source=source))


def render_list(request, template: str, listing: Listing, **context) -> HttpResponse:
    """The page of cards that the request asks for."""
    context.update(listing=listing, page=listing.page(request.GET))
    return render(request, template, context)
