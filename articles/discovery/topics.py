"""What topics have in common and who covers them when: indexed aggregates over the rows of topics.

Nothing is kept up to date beside those rows, so that scheduled articles appear, and merged and withdrawn ones
go, by themselves. Measured with 100,000 published articles of one topic, 40 sources, eleven years, on two
busy cores, SQLite / PostgreSQL: span 2 / 4 ms, coverage 73 / 66 ms, related topics 26 / 11 ms; beside another
topic of 50,000: coverage 271 / 98 ms, related 36 / 20 ms. Coverage alone grows with the number of articles.
"""

import json
from datetime import UTC, datetime
from functools import reduce
from operator import or_
from typing import NamedTuple

from django.db.models import Count, Exists, F, Max, OuterRef, Q, Subquery
from django.utils import timezone

from articles.models import Article, ArticleTag, LabelKey, Source, Tag
from articles.models.articles.prepared import prepared, within
from articles.models.functions import DayNumber
from articles.models.topics.label import folded_name
from articles.models.topics.tag import stories
from articles.models.undated import UNDATED, UNDATED_MONTH

LONGEST_COMPARED = 20  # characters of a name
MOST_COMPARED = 200  # names, of which those most like it are told
MOST_ALIKE = 8  # told: what is read at a glance
LEAST_LIKE = 0.2  # below it names have no more than an ending in common
WINDOW = 1_000  # newest stories that related topics are counted in
MOST_RELATED = 8  # likewise

TOLD = ("id", "headline", "slug", "language", "sorted_at", "borrowed")
# The newest article of every cell, so that a cell of one story can lead to it.
CELLS = """
    SELECT article.id, article.headline, article.slug, article.language, article.sorted_at, article.borrowed,
           article.source_id, cell.period, cell.stories, source.name AS source_name,
           source.name_en AS source_name_en, source.language AS source_language
    FROM (
        SELECT source, slice / {slices} AS period, MAX(newest) AS newest,
               CAST(SUM(stories) AS integer) AS stories
        FROM ({rows}) slices GROUP BY source, slice / {slices}
    ) cell
    JOIN articles_article article ON article.id = cell.newest
    LEFT JOIN articles_source source ON source.id = article.source_id
    ORDER BY cell.period
"""


@prepared
def read_topics(now, *numbers):
    """Topics that readers may know of, in the order in which `rows_of` has least to read.

    Each with `first_at` and `last_at`: the instants of the oldest and newest story that prints a date.
    """
    tags = with_span(Tag.objects.published(now).filter(pk__in=numbers), now)
    return rarest_first(tags, now) if len(numbers) > 1 else tags


def with_span(tags, now):
    rows = ArticleTag.objects.published(now).filter(tag=OuterRef("pk"), sorted_at__gt=UNDATED)
    oldest, newest = rows.order_by("sorted_at"), rows.order_by("-sorted_at")
    return tags.annotate(
        first_at=Subquery(oldest.values("sorted_at")[:1]), last_at=Subquery(newest.values("sorted_at")[:1])
    )


def rarest_first(tags, now=None):
    rows = ArticleTag.objects.published(now).filter(tag=OuterRef("pk"))
    counted = rows.order_by().values("tag").annotate(count=Count("pk"))
    return tags.order_by(Subquery(counted.values("count")).asc(nulls_first=True))


def rows_of(now, first, *others):
    """The rows of the first topic whose articles have all the others too. first, others: their numbers."""
    rows = ArticleTag.objects.published(now).filter(tag=first)
    for other in others:
        same_article = ArticleTag.objects.filter(tag=other, content_object=OuterRef("content_object"))
        rows = rows.filter(Exists(same_article))
    return rows


def related(tags) -> list[Tag]:
    """The topics that most often stand beside these; `shared`: in how many of their newest 1,000 stories.

    Bounded: a thousand seeks however many articles there are.
    """
    return read_related(timezone.now(), *(tag.pk for tag in tags))


@prepared
def read_related(now, *tags):
    newest = rows_of(now, *tags).order_by("-sorted_at", "-content_object").values("content_object")[:WINDOW]
    beside = Tag.objects.filter(tagged__content_object__in=newest).exclude(pk__in=tags)
    beside = beside.only("name", "slug", "preferred")  # they are grouped by all that is read of them
    return beside.annotate(shared=stories("tagged")).order_by("-shared", "name")[:MOST_RELATED]


class Cell(NamedTuple):
    """What one source wrote in one period. article: where it is one, as far as a line tells it."""

    article: Article | None
    source: Source | None
    period: int
    stories: int


def coverage(tags, days: int) -> list[Cell]:
    """A cell for each source and period in which it wrote on these topics.

    What prints no date stands in no period.

    days: how many places of a day number a period is wide: 1 a day, 100 a month, 10,000 a year. One query, as
    many rows as there are cells. Months are counted along an index and summed to years; days, asked for when
    there are few, are not.
    """
    numbers, slices = [tag.pk for tag in tags], max(days // 100, 1)
    rows = read_cells(timezone.now(), *numbers, by="day" if days == 1 else "month", slices=slices)
    sources, cells = {None: None}, []
    for *told, at, borrowed, source, period, number, name, name_en, language in rows:
        if source not in sources:
            sources[source] = Source(pk=source, name=name, name_en=name_en, language=language)
        only = Article.from_db(None, TOLD, (*told, at_utc(at), json.loads(borrowed))) if number == 1 else None
        cells.append(Cell(only, sources[source], period, number))
    return cells


@within(CELLS)
def read_cells(now, *tags, by, slices):
    slice_of = DayNumber("sorted_at") if by == "day" else F("month")
    dated = rows_of(now, *tags).filter(month__gt=UNDATED_MONTH)  # along the index that counts months
    cells = dated.annotate(slice=slice_of).values("source", "slice").order_by()
    return cells.annotate(stories=stories("pk"), newest=Max("content_object"))


def at_utc(instant: datetime) -> datetime:
    """SQLite gives instants without their zone."""
    return instant if instant.tzinfo else instant.replace(tzinfo=UTC)


def alike(name: str) -> list[Tag]:
    """The topics with names most like one that is none: those that share most pairs of its characters."""
    wanted = pairs(folded_name(name)[:LONGEST_COMPARED])
    if not wanted:
        return []
    sharing = reduce(or_, (Q(folded__contains=pair) for pair in wanted))
    keys = LabelKey.objects.published().filter(sharing).select_related("tag")[:MOST_COMPARED]
    likely = [(likeness(wanted, pairs(key.folded)), key.tag) for key in keys]
    nearest = sorted((pair for pair in likely if pair[0] >= LEAST_LIKE), key=lambda pair: -pair[0])
    return list(dict.fromkeys(tag for _likeness, tag in nearest))[:MOST_ALIKE]


def pairs(text: str) -> set[str]:
    """Neighbouring characters; a single one stands for itself."""
    return {text[at : at + 2] for at in range(max(len(text) - 1, 1))} - {""}


def likeness(one: set, other: set) -> float:
    """Dice's coefficient: 1 for the same pairs, 0 for none in common."""
    return 2 * len(one & other) / (len(one) + len(other))
