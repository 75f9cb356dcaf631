"""What each file of the sitemap lists: paths without a language, and when what is there last changed."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from django.db.models import Count, Exists, OuterRef
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, ArticleTag, FreePage, Place, Placement, SitemapBlock, Source, Tag
from articles.models.addresses import QUOTED, around
from articles.models.articles.article import Status
from articles.models.articles.prepared import prepared
from articles.models.sitemap_block import BLOCK
from articles.pages.weekly import calendar

LANGUAGES = 3
LIMIT = 50_000 // LANGUAGES  # pages in one file, the format's own limit


class Entry(NamedTuple):
    path: str
    changed_at: datetime | None = None


def indexed_articles():
    return Article.objects.published().indexed()


def pages() -> list[Entry]:
    picks = ["picks"] if Placement.objects.shown(Place.PICK).exists() else []
    undated = ["undated"] if indexed_articles().undated().exists() else []
    ours = [
        Entry(page.get_absolute_url(), page.updated_at) for page in FreePage.objects.published().in_order()
    ]
    fixed = ("home", "tags", "sources", "archive", *picks, *undated)
    return [*(Entry(reverse(name)) for name in fixed), *ours]


def tags() -> Iterable[Entry]:
    """Those with most stories. The few still to come are counted for all topics at once, not for each."""
    coming = dict(read_coming(timezone.now()))
    counted = Tag.objects.filter(story_count__gt=0).values_list("story_count", "pk", "slug")
    told = [(coming.get(pk, 0) - count, pk, slug) for count, pk, slug in counted]
    most_told = sorted(row for row in told if row[0])[:LIMIT]
    return map(Entry, paths("tag", (row[1:] for row in most_told)))


@prepared
def read_coming(now):
    """The topics of scheduled articles, and how many of these each has."""
    rows = ArticleTag.objects.filter(content_object__status=Status.SCHEDULED, visible_from__gt=now)
    return rows.values_list("tag").annotate(Count("pk"))


def sources() -> Iterable[Entry]:
    return [Entry(source.get_absolute_url()) for source in indexed_sources()[:LIMIT]]


def indexed_sources():
    return Source.objects.filter(Exists(indexed_articles().filter(source=OuterRef("pk"))))


def weeks() -> Iterable[Entry]:
    return [Entry(week.get_absolute_url()) for week in calendar.with_stories()[:LIMIT]]


def articles(block: int) -> Iterable[Entry]:
    rows = list(in_block(block).values_list("pk", "slug", "updated_at"))
    return map(Entry, paths("article", (row[:2] for row in rows)), (row[2] for row in rows))


def in_block(block):
    """block: a number, or an expression that has one."""
    return indexed_articles().filter(pk__gte=block * BLOCK, pk__lt=(block + 1) * BLOCK).order_by("pk")


def blocks():
    """Those with articles, which are looked for in the order of their numbers until one is found."""
    filled = Exists(in_block(OuterRef("number")))
    return SitemapBlock.objects.filter(filled).order_by("number")


def paths(view: str, rows: Iterable[tuple[int, str]]) -> Iterator[str]:
    """The addresses of many rows by number and slug."""
    before, after = around(view)
    return (f"{before}{pk}/{slug.translate(QUOTED)}{after}" for pk, slug in rows)


SECTIONS = {"pages": pages, "tags": tags, "sources": sources, "weeks": weeks}
# Whether there is anything in them, for less than it takes to list it.
ARE_FILLED = {
    "pages": lambda: True,
    "tags": lambda: ArticleTag.objects.published().exists(),
    "sources": lambda: indexed_sources().exists(),
    "weeks": lambda: calendar.latest() is not None,
}
