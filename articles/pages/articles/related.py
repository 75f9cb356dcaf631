"""What stands beside an article and below it: copies of the same story, related articles, the next ones."""

from dataclasses import dataclass
from functools import cache

from django.db.models import Subquery
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.discovery.related import MOST
from articles.models import Article, Related, Tag
from articles.models.articles.prepared import Parts, parts_of, prepared
from articles.models.articles.queryset import summaries_to_tell
from articles.models.undated import UNDATED
from articles.pages import listings
from articles.pages.languages import Name, interface_language, joined, name_of, said_in
from articles.pages.pagination import Cursor, cursor_of, newer_than, older_than, ordered_by


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


NOTHING = Beside([], [], None, None, None)  # beside an article that is not stored


def beside(article: Article) -> Beside:
    """Everything that a page shows besides an article, all its summaries and the article's read at once.

    article: as `for_page()` reads it.
    """
    topic = next(iter(article.tags.all()), None)
    shown = Beside(copies_of(article), related_to(article), topic, *neighbours_of(article, topic))
    summaries().complete([article, *shown.articles])
    return shown


@cache
def summaries() -> Parts:
    return parts_of(Article, summaries_to_tell())


def neighbours_of(article: Article, topic: Tag | None) -> tuple[Article | None, Article | None]:
    """The next older and the next newer one by their dates, in a topic if one is given."""
    if article.is_undated:
        return None, None
    here, story, tag = cursor_of(article), article.story_id, topic and topic.pk
    choices = {"is_copy": bool(story), "in_topic": bool(topic)}
    found = read_neighbours(timezone.now(), *here, story, tag, **choices)
    older = (each for each in found if cursor_of(each) < here)
    newer = (each for each in found if cursor_of(each) > here)
    return next(older, None), next(newer, None)


@prepared
def read_neighbours(now, sorted_at, pk, story, tag, *, is_copy, in_topic):
    """Of articles that print a date, both in one query."""
    if in_topic:
        others = ordered_by(listings.articles_of(now, tag), *listings.ORDER_IN_TOPIC)
    else:
        others = ordered_by(Article.objects.published(now).leads(), "sorted_at", "pk")
    others = others.filter(at__gt=UNDATED)
    if is_copy:
        others = others.exclude(story=story, story__isnull=False)
    here = Cursor(sorted_at, pk)
    both = older_than(others, here), newer_than(others, here)
    return Article.objects.filter(pk__in=[Subquery(rows.values("pk")[:1]) for rows in both]).for_lines()


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
