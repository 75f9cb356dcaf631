"""What stands beside an article and below it: copies of the same story, related articles, the next ones."""

from dataclasses import dataclass

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext as _

from articles.discovery.related import MOST
from articles.models import Article, Related, Tag
from articles.models.articles.queryset import summaries_to_tell
from articles.pages import listings
from articles.pages.languages import Name, interface_language, joined, name_of, said_in


@dataclass(frozen=True)
class RelatedArticle:
    """An article to read next. reason: why, in the reader's language, or as an editor put it."""

    other: Article
    reason: Name


@dataclass(frozen=True)
class Beside:
    """copies: the same story elsewhere. topic: that the neighbours are in. older, newer: they by date,
    None at either end and of an article without one."""

    copies: list[Article]
    related: list[RelatedArticle]
    topic: Tag | None
    older: Article | None
    newer: Article | None

    @property
    def articles(self) -> list[Article]:
        every = [*self.copies, *(row.other for row in self.related), self.older, self.newer]
        return list(filter(None, every))


def beside(article: Article) -> Beside:
    """Everything that a page shows besides an article, all its summaries and the article's read at once.

    article: as `for_page()` reads it.
    """
    topic = next(iter(article.tags.all()), None)
    shown = Beside(copies_of(article), related_to(article), topic, *neighbours_of(article, topic))
    prefetch_related_objects([article, *shown.articles], summaries_to_tell())
    return shown


def neighbours_of(article: Article, topic: Tag | None) -> tuple[Article | None, Article | None]:
    """The next older and the next newer one by their dates, in a topic if one is given."""
    if article.is_undated:
        return None, None
    listing = listings.of_tags([topic]) if topic else listings.latest()
    return listing.beside(article)


def copies_of(article: Article) -> list[Article]:
    """The same story elsewhere; no query for an article that stands alone."""
    if not article.story_id:
        return []
    published = Article.objects.published().filter(story=article.story_id).exclude(pk=article.pk)
    return list(published.for_lines().order_by("-is_lead", "sorted_at"))


def related_to(article: Article) -> list[RelatedArticle]:
    rows = Related.objects.for_reading(article, MOST)
    return [RelatedArticle(row.other, reason_for(row, article)) for row in rows]


def reason_for(row: Related, article: Article) -> Name:
    return said_in(row.reason_zh, row.reason_en) or Name(found_reason(row, article), interface_language())


def found_reason(row: Related, article: Article) -> str:
    shared = [name_of(tag).text for tag in article.tags.all() if tag.pk in row.shared]
    return _("Shared topics: %s") % joined(shared) if shared else _("Similar text")
