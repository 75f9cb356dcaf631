"""What is stored of the whole of a topic: who covers it when, with what it is read, who calls it what.

Reading it takes the longer the more a topic has. It is kept until one of the topics changes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import NamedTuple

from django.utils import timezone

from articles.discovery import topics
from articles.discovery.naming import SourceUse, naming_of
from articles.discovery.topics import Cell, read_related
from articles.freshness import ALL, of_topic
from articles.freshness.memory import remembered
from articles.models import Article, Source, Tag
from articles.models.articles.prepared import Answer, Parts, padded, parts_of, prepared
from articles.models.articles.queryset import summaries_in_lists
from articles.pages.languages import interface_language, is_foreign
from articles.pages.topics.timeline import fitting_width

MOST = 100  # topics, of which one may have five hundred cells


class Asked(NamedTuple):
    """A topic, and what the clock changes of it unsaid: an article whose hour comes is one story more."""

    number: int
    stories: int
    first_at: datetime | None
    last_at: datetime | None


@dataclass(frozen=True)
class Stored:
    """Equal as long as nothing of it changes.

    width: of the periods of its timeline. cells: rows of these. summaries: of articles in another language,
    row by row. uses: of the names of one topic. sources: that use them and print no date.
    """

    width: int
    cells: tuple[tuple, ...]
    summaries: tuple[tuple, ...]
    related: Answer
    uses: tuple[SourceUse, ...]
    sources: Answer

    @property
    def timeline(self) -> list[Cell]:
        cells = topics.cells(self.cells)
        told_otherwise().give(foreign(cells), self.summaries)
        return cells

    @property
    def undated_sources(self) -> dict[int, Source]:
        return {source.pk: source for source in self.sources.made()}


def of_tags(tags: list[Tag]) -> Stored:
    """tags: as `topics.read_topics` reads them."""
    asked = tuple(Asked(tag.pk, tag.stories, tag.first_at, tag.last_at) for tag in tags)
    return read(asked, interface_language())


def scopes_of(tags: tuple[Asked, ...], _language: str) -> Iterator[str]:
    return (of_topic(tag.number) for tag in tags)


@remembered(ALL, scopes_of, room=MOST)
def read(tags: tuple[Asked, ...], _language: str) -> Stored:
    now, numbers, width, rows = timezone.now(), [tag.number for tag in tags], 0, []
    if all(tag.first_at for tag in tags):
        width = fitting_width(max(tag.first_at for tag in tags), min(tag.last_at for tag in tags))
        rows = topics.coverage(now, numbers, width)
    cells = topics.cells(rows)
    uses = naming_of(*numbers) if len(numbers) == 1 else []
    undated = {use.source for use in uses if use.source} - {cell.source.pk for cell in cells if cell.source}
    return Stored(
        width,
        tuple(rows),
        tuple(told_otherwise().of([article.pk for article in foreign(cells)])),
        read_related.answer(now, *numbers),
        tuple(uses),
        read_sources.answer(*padded(sorted(undated))),
    )


def foreign(cells: list[Cell]) -> list[Article]:
    """Those of single articles that the reader is told by our headlines."""
    return [cell.article for cell in cells if cell.article and is_foreign(cell.article)]


@cache
def told_otherwise() -> Parts:
    return parts_of(Article, summaries_in_lists())


@prepared
def read_sources(*numbers):
    return Source.objects.filter(pk__in=numbers)
