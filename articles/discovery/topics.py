"""What topics have in common and who covers them when: indexed aggregates over the rows of topics.

Nothing is kept up to date beside those rows, so that scheduled articles appear, and merged and withdrawn ones
go, by themselves. Measured with 100,000 published articles of one topic, 40 sources, eleven years, on two
busy cores, SQLite / PostgreSQL: span 2 / 4 ms, coverage 73 / 66 ms, related topics 26 / 11 ms; beside another
topic of 50,000: coverage 271 / 98 ms, related 36 / 20 ms. Coverage alone grows with the number of articles.
"""

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import reduce
from operator import or_
from typing import NamedTuple

from django.db import router
from django.db.models import Count, Exists, F, Max, OuterRef, Q, Subquery

from articles.models import Article, ArticleTag, LabelKey, Source, Tag
from articles.models.articles.prepared import prepared, shared, within
from articles.models.functions import DayNumber
from articles.models.topics.label import folded_name
from articles.models.topics.tag import stories, stories_of
from articles.models.undated import UNDATED, UNDATED_MONTH

LONGEST_COMPARED = 20  # characters of a name
MOST_COMPARED = 200  # names, of which those most like it are told
MOST_ALIKE = 8  # told: what is read at a glance
LEAST_LIKE = 0.2  # below it names have no more than an ending in common
WINDOW = 1_000  # newest stories that related topics are counted in
MOST_RELATED = 8  # likewise

TOLD = ("id", "headline", "slug", "language", "sorted_at", "borrowed")
# The article of a cell of one story, so that it can lead to it.
CELLS = """
    SELECT article.id, article.headline, article.slug, article.language, article.sorted_at, article.borrowed,
           cell.source, cell.period, cell.stories, source.name AS source_name,
           source.name_en AS source_name_en, source.language AS source_language
    FROM (
        SELECT source, slice / {slices} AS period, MAX(newest) AS newest,
               CAST(SUM(stories) AS integer) AS stories
        FROM ({rows}) slices GROUP BY source, slice / {slices}
    ) cell
    LEFT JOIN articles_article article ON article.id = cell.newest AND cell.stories = 1
    LEFT JOIN articles_source source ON source.id = cell.source
    ORDER BY cell.period, cell.source
"""


@shared
def read_topics(now, *numbers):
    """Topics that readers may know of, in the order in which `rows_of` has least to read.

    Each with `stories`, and `first_at` and `last_at`: the instants of the oldest and newest one that prints a
    date.
    """
    tags = Tag.objects.published(now).filter(pk__in=numbers).annotate(stories=stories_of(now=now))
    tags = with_span(tags, now)
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


@prepared
def read_related(now, *tags):
    """The topics that most often stand beside these; `shared`: in how many of their newest 1,000 stories.

    Bounded: a thousand seeks however many articles there are.
    """
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


def coverage(now, numbers: list[int], days: int) -> list[tuple]:
    """A row for each source and period in which it wrote on the topics of these numbers; see `cells`.

    What prints no date stands in no period.

    days: how many places of a day number a period is wide: 1 a day, 100 a month, 10,000 a year. One query, as
    many rows as there are cells. Months are counted along an index and summed to years; days, asked for when
    there are few, are not.
    """
    return read_cells(now, *numbers, by="day" if days == 1 else "month", slices=max(days // 100, 1))


def cells(rows: Iterable[tuple]) -> list[Cell]:
    using, sources, made = router.db_for_read(Article), {None: None}, []
    for *told, at, borrowed, source, period, number, name, name_en, language in rows:
        if source not in sources:
            sources[source] = Source(pk=source, name=name, name_en=name_en, language=language)
        only = (
            Article.from_db(using, TOLD, (*told, at_utc(at), json.loads(borrowed))) if number == 1 else None
        )
        made.append(Cell(only, sources[source], period, number))
    return made


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
