"""The digest of a week: what it holds, and how it introduces itself where its link is shared."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby

from django.db.models import Count, Value
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.models import Article
from articles.models.articles.prepared import prepared
from articles.models.curation import Placed
from articles.pages.cards.content import Card, title_of
from articles.pages.cards.typesetting import Text
from articles.pages.front_page import picked
from articles.pages.languages import interface_language
from articles.pages.metadata import json_ld
from articles.pages.metadata.open_graph import Introduction, picture_of, shortened
from articles.pages.pagination import Page
from articles.pages.weekly import calendar
from articles.pages.weekly.calendar import Week, day_of

TOLD_OF = 3  # headlines in a description


@dataclass(frozen=True)
class Digest:
    """A page of a week. picks: of the editors, told first and not again; none on later pages."""

    week: Week
    query: dict

    @cached_property
    def all_picks(self) -> list[Placed]:
        return calendar.of_week(self.week).placed_by_hand(picked(), in_digest)

    @cached_property
    def page(self) -> Page:
        picked = [each.article.pk for each in self.all_picks]
        return calendar.of_week(self.week, *picked).page(self.query, in_digest)

    @property
    def picks(self) -> list[Placed]:
        return [] if self.page.newer else self.all_picks

    @cached_property
    def articles(self) -> list[Article]:
        """All on this page in their order."""
        return [*(each.article for each in self.picks), *self.page.articles]

    @property
    def made_from(self) -> tuple:
        """What tells it from another one."""
        picks = [each.made_from for each in self.all_picks]
        return picks, self.page.made_from, self.counts, self.older, self.newer

    @property
    def days(self) -> list[tuple[date, list[Article]]]:
        grouped = groupby(self.page.articles, lambda article: day_of(article.sorted_at))
        return [(day, list(articles)) for day, articles in grouped]

    @cached_property
    def counts(self) -> dict:
        """`stories` and `sources` of the whole week."""
        (counts,) = read_counts(*calendar.bounded(self.week.start, self.week.end))
        return dict(zip(("stories", "sources"), counts, strict=True))

    @property
    def told(self) -> str:
        """3 stories from 2 sources."""
        stories = ngettext("%(count)d story", "%(count)d stories", self.counts["stories"])
        sources = ngettext("from %(count)d source", "from %(count)d sources", self.counts["sources"])
        parts = [stories % {"count": self.counts["stories"]}]
        parts += [sources % {"count": self.counts["sources"]}] if self.counts["sources"] else []
        return (" " if interface_language() == "en" else "，").join(parts)

    @cached_property
    def older(self) -> Week | None:
        return calendar.before(self.week.start)

    @cached_property
    def newer(self) -> Week | None:
        return calendar.after(self.week.end)

    @cached_property
    def introduction(self) -> Introduction:
        return Introduction(
            title=f"{self.week.name} · {_('Weekly digest')}",
            description=shortened(self.in_a_sentence()),
            picture=picture_of(self.card, f"{self.week.get_absolute_url()}card.png"),
            labels=(),
            topics=(),
        )

    def in_a_sentence(self) -> str:
        """Its days and first headlines."""
        headlines = [title_of(article).text for article in self.articles[:TOLD_OF]]
        colon, semicolon = (": ", "; ") if interface_language() == "en" else ("：", "；")
        return self.week.span + (colon + semicolon.join(headlines) if headlines else "")

    @property
    def card(self) -> Card:
        here = interface_language()
        return Card(
            title=title_of(self.articles[0]) if self.articles else Text(self.week.name, here),
            rubric=(Text(_("Weekly digest"), here), Text(self.week.name, here)),
            margin=(Text(self.week.span, here), Text(self.told, here)),
        )

    def data(self, address: str) -> str:
        """The page as JSON-LD. address: its own, of a later page that one's."""
        page = {
            "@type": "CollectionPage",
            "@id": address,
            "url": address,
            "name": self.week.name,
            "description": self.in_a_sentence(),
            "inLanguage": interface_language(),
            "temporalCoverage": f"{self.week.monday.isoformat()}/{self.week.sunday.isoformat()}",
            "mainEntity": json_ld.item_list(self.articles),
            "image": json_ld.image(self.introduction.picture),
            "isPartOf": json_ld.portal(),
        }
        return json_ld.script(page, json_ld.way(*way_to(self.week)))


@prepared
def read_counts(now, since, until):
    every = calendar.stories(now, since, until).order_by().values(one_group=Value(1))
    counted = every.annotate(stories=Count("pk"), sources=Count("source", distinct=True))
    return counted.values_list("stories", "sources")


def in_digest(articles):
    """Cards, and with them what must be said of each summary: a digest is made of nothing else."""
    return articles.for_reading().defer("body", "rendering__body_html")


def way_to(week: Week):
    return (_("Weekly digest"), reverse("weekly")), (week.name, week.get_absolute_url())
