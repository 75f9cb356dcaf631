"""Who calls it what: a topic's table of the names that each source uses for it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from django.urls import reverse
from django.utils.http import urlencode

from articles.discovery.naming import SourceUse
from articles.models import Source, Tag
from articles.pages.languages import Name, detected

MOST_FORMS, MOST_SOURCES = 6, 20  # in the table; the rest is told below it
NO_SOURCE = "none"  # in an address


class Figure(NamedTuple):
    """How often one source uses one name. address: of the passages, "" where there are none."""

    uses: int
    form: Name
    address: str


@dataclass(frozen=True)
class Row:
    """source: None for articles that name none, and of what all sources say."""

    source: Source | None
    figures: list[Figure]


class Naming:
    """The table of one topic. known: the sources that use its names, by number."""

    def __init__(self, tag: Tag, found: Iterable[SourceUse], known: dict[int, Source]):
        self.tag, self.found, self.known = tag, found, known

    @cached_property
    def totals(self) -> Counter:
        """Uses by form, most first."""
        totals = Counter()
        for row in self.found:
            totals[row.form] += row.uses
        return Counter(dict(totals.most_common()))

    @property
    def is_telling(self) -> bool:
        """Whether there is a choice of names to compare."""
        return len(self.totals) > 1

    @property
    def forms(self) -> list[Name]:
        return [Name(form, detected(form)) for form in list(self.totals)[:MOST_FORMS]]

    @cached_property
    def sources(self) -> dict:
        """Uses by form of each source, who says most first."""
        sources = {}
        for row in self.found:
            sources.setdefault(row.source, Counter())[row.form] = row.uses
        return dict(sorted(sources.items(), key=lambda pair: -pair[1].total()))

    @property
    def rows(self) -> list[Row]:
        return [
            Row(
                self.known.get(source),
                [self.figure(form, uses[form.text], source or NO_SOURCE) for form in self.forms],
            )
            for source, uses in list(self.sources.items())[:MOST_SOURCES]
        ]

    @property
    def further_sources(self) -> int:
        return max(len(self.sources) - MOST_SOURCES, 0)

    @property
    def sums(self) -> list[Figure]:
        return [self.figure(form, self.totals[form.text]) for form in self.forms]

    @property
    def further_forms(self) -> list[Figure]:
        """What is called so seldom that it has no column."""
        seldom = list(self.totals.items())[MOST_FORMS:]
        return [self.figure(Name(form, detected(form)), uses) for form, uses in seldom]

    def figure(self, form: Name, uses: int, source="") -> Figure:
        return Figure(uses, form, address(self.tag, form.text, source) if uses else "")


def address(tag: Tag, form: str, source="") -> str:
    """Where the passages are read: of one source, or of all."""
    return f"{reverse('tag_passages', args=[tag.pk, tag.slug])}?{query_of(form, source)}"


def query_of(form: str, source) -> str:
    return urlencode({"name": form, "source": source} if source else {"name": form})
