"""Which articles are shown, in which order, and what is read of them for a page."""

from datetime import timedelta

from django.db import models
from django.utils import timezone

from articles.freshness import ALL, renew
from articles.models.articles.story import Story
from articles.models.articles.turns import in_turn
from articles.models.source import Rights
from articles.models.summaries.desk_state import WRITTEN, DeskState
from articles.models.summaries.summary import Summary
from articles.models.topics.story_count import count_stories
from articles.models.topics.tag import ArticleTag
from articles.models.undated import UNDATED

# What lists show of an article and place it by. A query for less than all takes a third less time.
IN_LISTS = (
    *("headline", "borrowed", "slug", "language", "standfirst", "published_at", "published_precision"),
    *("sorted_at", "story", "source__name", "source__name_en", "source__language", "source__rights"),
    *("source__time_zone", "rendering__excerpt", "rendering__reading_minutes"),
)

TRASH = "trash"
TAKEN_BACK = ("withdrawn", TRASH)  # statuses of what readers shall not see again
DAYS_IN_TRASH = timedelta(days=30)  # who comes back from a long leave still finds what was thrown away


def summaries_in_lists() -> models.Prefetch:
    """What lists tell of an article's published summaries."""
    return models.Prefetch("summaries", Summary.objects.published().for_lists())


def summaries_to_tell() -> models.Prefetch:
    """All that readers are told of published summaries."""
    return models.Prefetch("summaries", Summary.objects.published().for_reading())


class AtTheDesk(models.Func):
    """Whether an article has any summary at all, in the very words of the index "article_summarised".

    SQLite uses a partial index only where its condition is repeated without parameters.
    """

    template = f"NOT (%(expressions)s = '{DeskState.NONE}')"
    output_field = models.BooleanField()


class ArticleQuerySet(models.QuerySet):
    @in_turn()
    def delete(self):
        rows = ArticleTag.objects.filter(content_object__in=self.values("pk"))
        topics = set(rows.values_list("tag", flat=True))
        stories = list(Story.objects.filter(articles__in=self.values("pk")).distinct())
        deleted = super().delete()
        count_stories(topics)
        for story in stories:
            story.settle()
        renew(ALL)
        return deleted

    def published(self, now=None):
        """What readers may see now. Said here and nowhere else. now: given to a prepared query."""
        return self.filter(visible_from__lte=now or timezone.now())

    def withdrawn(self):
        """What readers have had and shall not have again: its addresses say so."""
        return self.filter(status__in=TAKEN_BACK, was_public=True)

    def in_trash(self):
        return self.filter(status=TRASH)

    def out_of_trash(self):
        """What the desk works on; the trash has a page of its own."""
        return self.exclude(status=TRASH)

    def long_in_trash(self):
        """Thrown away so long ago that nobody will want them back; see `DAYS_IN_TRASH`."""
        return self.in_trash().filter(updated_at__lt=timezone.now() - DAYS_IN_TRASH)

    def leads(self):
        """One article a story: what lists and counts are made of."""
        return self.filter(is_lead=True)

    def at_the_desk(self, state=""):
        """What waits in a queue of the desk, or in any: of copies only what somebody wrote."""
        waiting = self.filter(models.Q(is_lead=True) | models.Q(desk_state__in=WRITTEN))
        return waiting.filter(desk_state=state) if state else waiting

    def newest_first(self):
        return self.order_by("-sorted_at", "-pk")

    def dated(self):
        """Those whose document, or a copy of it, prints a date."""
        return self.filter(sorted_at__gt=UNDATED)

    def undated(self):
        return self.filter(sorted_at=UNDATED)

    def summarised(self):
        """Those with a summary that readers see, found along the index of those the desk has worked on."""
        told = Summary.objects.published().filter(article=models.OuterRef("pk"))
        return self.filter(AtTheDesk("desk_state"), models.Exists(told))

    def for_cards(self):
        """Everything a list shows and no bodies, in two queries whatever its length."""
        return self.for_lines().prefetch_related(summaries_in_lists())

    def for_lines(self):
        """What a card shows, but for its summaries: those of several lists are read at once."""
        return self.select_related("source", "rendering").only(*IN_LISTS)

    def for_reading(self):
        """Everything that an article's own page and feeds show, in three queries."""
        return self.for_page().prefetch_related(summaries_to_tell())

    def for_page(self):
        """The same but for its summaries: a page reads them with those of what stands beside it."""
        return self.whole().prefetch_related("tags")

    def for_results(self):
        """All the words of articles that are shown by those that were looked for, in two queries."""
        return self.whole().prefetch_related(summaries_to_tell())

    def whole(self):
        return self.select_related("source", "rendering").defer("rendering__folded", "rendering__unindexed")

    def older_than(self, article):
        # The first condition repeats part of the second, so that SQLite seeks in the index.
        at, pk = article.sorted_at, article.pk
        before = models.Q(sorted_at__lt=at) | models.Q(sorted_at=at, pk__lt=pk)
        return self.filter(before, sorted_at__lte=at).newest_first()

    def newer_than(self, article):
        at, pk = article.sorted_at, article.pk
        after = models.Q(sorted_at__gt=at) | models.Q(sorted_at=at, pk__gt=pk)
        return self.filter(after, sorted_at__gte=at).order_by("sorted_at", "pk")

    def indexed(self):
        """What search engines may list under our address."""
        shown_here = models.Q(source_url="") | models.Q(source__rights__in=set(Rights) - {Rights.FULL})
        return self.filter(shown_here)
