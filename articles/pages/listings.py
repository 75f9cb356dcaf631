"""The lists that have an address and feeds of their own: the latest, a topic's, a source's."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.models import Article, Source, Tag
from articles.pages.pagination import Page, page_of


@dataclass(frozen=True)
class Listing:
    """title: for people. path: of its page in the active language. at, key: the order, see `page_of`."""

    title: str
    path: str
    articles: QuerySet
    at: str = "sorted_at"
    key: str = "pk"

    def page(self, query) -> Page:
        """The page of cards a query asks for."""
        return page_of(self.articles.for_cards(), query, self.at, self.key)

    def newest_whole(self) -> list[Article]:
        """The newest articles with all that a feed shows of them."""
        articles = self.articles.for_cards().defer(None).defer("body", "rendering__folded")
        return page_of(articles, {}, self.at, self.key).articles

    def feed_path(self, form: str) -> str:
        return f"{self.path}feed.{form}"

    @property
    def atom_path(self):
        return self.feed_path("atom")

    @property
    def json_path(self):
        return self.feed_path("json")


def latest() -> Listing:
    return Listing(_("Latest"), reverse("home"), Article.objects.published())


def of_tag(tag: Tag) -> Listing:
    """Read along the index of the tag's own rows, which carry their article's date."""
    articles = Article.objects.published().filter(tagged__tag=tag)
    return Listing(tag.name, tag.get_absolute_url(), articles, "tagged__sorted_at", "tagged__content_object")


def of_source(source: Source) -> Listing:
    return Listing(source.name, source.get_absolute_url(), Article.objects.published().filter(source=source))
