"""What stands beside an article and below it: copies of the same story, related articles, the next ones."""

from dataclasses import dataclass
from functools import cache

from django.db.models import Subquery
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.discovery.related import MOST
from articles.models import Article, Related, Tag
from articles.models.articles.prepared import Answer, Parts, parts_of, prepared
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


NOTHING = Beside([], [], None, None, None)  # beside an article that is not stored


@dataclass(frozen=True)
class Stored:
    """What is stored of all that a page shows beside an article: equal as long as nothing of it changes.

    summaries: the rows of the article's own, then of the others'.
    """

    copies: Answer | None
    related: Answer
    neighbours: Answer | None
    summaries: tuple[tuple, ...]

    @property
    def numbers(self) -> list[int]:
        return numbers_in(self.copies, self.related, self.neighbours)

    def made(self, article: Article) -> Beside:
        """article: the one that they stand beside. It is given its summaries, unless it has some already."""
        copies, neighbours = made(self.copies), made(self.neighbours)
        related = [RelatedArticle(row.other, reason_for(row, article)) for row in self.related.made()]
        every = [article, *copies, *(row.other for row in related), *neighbours]
        summaries().give_lacking(every, self.summaries)
        return Beside(copies, related, topic_of(article), *in_order(article, neighbours))


def beside(article: Article) -> Beside:
    """Everything that a page shows besides an article, all its summaries and the article's read at once.

    article: as `for_page()` reads it.
    """
    return stored_beside(article).made(article)


def stored_beside(article: Article) -> Stored:
    answers = copies_of(article), related_to(article), neighbours_of(article)
    return Stored(*answers, tuple(summaries().of([article.pk, *numbers_in(*answers)])))


def numbers_in(copies, related, neighbours) -> list[int]:
    """The articles' numbers, in the order in which their summaries are read."""
    beside = related.column("other_id")
    return [
        *(copies.column("id") if copies else ()),
        *beside,
        *(neighbours.column("id") if neighbours else ()),
    ]


def made(answer: Answer | None) -> list[Article]:
    return answer.made() if answer else []


@cache
def summaries() -> Parts:
    return parts_of(Article, summaries_to_tell())


def topic_of(article: Article) -> Tag | None:
    return next(iter(article.tags.all()), None)


def neighbours_of(article: Article) -> Answer | None:
    """The next older and the next newer one by their dates, in its first topic if it has one."""
    if article.is_undated:
        return None
    here, story, topic = cursor_of(article), article.story_id, topic_of(article)
    choices = {"is_copy": bool(story), "in_topic": bool(topic)}
    return read_neighbours.answer(timezone.now(), *here, story, topic and topic.pk, **choices)


def in_order(article: Article, neighbours: list[Article]) -> tuple[Article | None, Article | None]:
    """The older and the newer one."""
    here = cursor_of(article)
    older = (each for each in neighbours if cursor_of(each) < here)
    newer = (each for each in neighbours if cursor_of(each) > here)
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


def copies_of(article: Article) -> Answer | None:
    """The same story elsewhere; no query for an article that stands alone."""
    return read_copies.answer(timezone.now(), article.story_id, article.pk) if article.story_id else None


@prepared
def read_copies(now, story, pk):
    published = Article.objects.published(now).filter(story=story).exclude(pk=pk)
    return published.for_lines().order_by("-is_lead", "sorted_at")


def related_to(article: Article) -> Answer:
    return Related.objects.for_reading(article, MOST)


def reason_for(row: Related, article: Article) -> Name:
    return said_in(row.reason_zh, row.reason_en) or Name(found_reason(row, article), interface_language())


def found_reason(row: Related, article: Article) -> str:
    shared = [name_of(tag).text for tag in article.tags.all() if tag.pk in row.shared]
    return _("Shared topics: %s") % joined(shared) if shared else _("Similar text")
