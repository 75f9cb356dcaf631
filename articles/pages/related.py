"""What stands beside an article: copies of the same story, and related articles with the reason for each."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from articles.discovery.related import MOST
from articles.models import Article, Related
from articles.pages.languages import name_of


@dataclass(frozen=True)
class RelatedArticle:
    """An article to read next. reason: why, in the reader's language."""

    other: Article
    reason: str


def copies_of(article: Article) -> list[Article]:
    """The same story elsewhere; no query for an article that stands alone."""
    if not article.story_id:
        return []
    published = Article.objects.published().filter(story=article.story_id).exclude(pk=article.pk)
    return list(published.select_related("source").defer("body").order_by("-is_lead", "sorted_at"))


def related_to(article: Article) -> list[RelatedArticle]:
    rows = Related.objects.for_reading(article, MOST)
    return [RelatedArticle(row.other, reason_for(row, article)) for row in rows]


def reason_for(row: Related, article: Article) -> str:
    shared = [name_of(tag).text for tag in article.tags.all() if tag.pk in row.shared]
    return _("Shared topics: %s") % "、".join(shared) if shared else _("Similar text")
