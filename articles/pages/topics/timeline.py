"""The coverage of topics drawn as lanes, one a source, with dots along time; and the same as a list.

Bounded whatever the number of articles: at most 60 periods by 8 sources, the rest in one lane more.
"""

import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cached_property, lru_cache

from django.utils import dateformat
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from articles.discovery.topics import Cell
from articles.models import Source
from articles.pages.languages import headline_of, interface_language, source_name
from articles.pages.pagination import Cursor

MOST_PERIODS, MOST_LANES, MOST_FURTHER = 60, 8, 30
DAY, MONTH, YEAR, DECADE = 1, 100, 10_000, 100_000  # widths of periods, see `topics.coverage`
SMALLEST, LARGEST = 4.5, 10.5  # radii of dots in px
MOST_TICKS = 6
TICK_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
TICK_DAYS = (1, 2, 3, 5, 10, 15)


REST = "rest"
DOT = """<a href="{}" tabindex="-1"><circle cx="{}%" cy="50%" r="{}"
            ><title{}>{}</title></circle></a>"""
LINE = """<dd>
              {}
              <a href="{}"{}>{}</a></dd>"""


@dataclass(frozen=True)
class Dot:
    """What one source wrote in one period. x: per cent of the span. r: px. lang: of the title, "" if ours."""

    period: int
    x: float
    r: float
    url: str
    title: str
    lang: str
    stories: int

    @property
    def in_language(self) -> SafeString:
        return format_html(' lang="{}"', self.lang) if self.lang else ""


@dataclass(frozen=True)
class Lane:
    """One source and its dots; source is None for articles without one, `is_rest` for all further sources."""

    source: Source | None
    is_rest: bool
    dots: list[Dot]

    @property
    def stories(self) -> int:
        return sum(dot.stories for dot in self.dots)

    @property
    def name(self) -> SafeString:
        if self.source:
            name = source_name(self.source)
            return format_html('<span lang="{}">{}</span>\n              ', name.language, name.text)
        return (
            format_html("{}\n              ", _("Further sources")) if self.is_rest else _("Source not named")
        )

    @property
    def drawn(self) -> SafeString:
        """Its dots, written here: a topic has hundreds of them."""
        return format_html_join(
            "", DOT, ((dot.url, dot.x, dot.r, dot.in_language, dot.title) for dot in self.dots)
        )


@dataclass(frozen=True)
class Tick:
    x: float
    words: str


class Timeline:
    """The coverage of one topic, or of several together, in the language of the page.

    width: of its periods. path: of the list of its articles.
    """

    def __init__(self, cells: list[Cell], width: int, path: str):
        self.cells, self.width, self.path = cells, width, path

    @cached_property
    def counts(self) -> dict:
        """Stories by source, most first."""
        counts = Counter()
        for cell in self.cells:
            counts[cell.source and cell.source.pk] += cell.stories
        return dict(counts.most_common())

    @property
    def stories(self) -> int:
        return sum(self.counts.values())

    @cached_property
    def sources(self) -> dict:
        return {cell.source.pk: cell.source for cell in self.cells if cell.source}

    @property
    def further_sources(self) -> list[tuple[Source, int]]:
        """Those that share the last lane, as many as a margin holds."""
        keys = [key for key in self.counts if key in self.sources and key not in self.named]
        return [(self.sources[key], self.counts[key]) for key in keys[:MOST_FURTHER]]

    @cached_property
    def named(self) -> list:
        """The sources that have a lane of their own."""
        keys = list(self.counts)
        return keys if len(keys) <= MOST_LANES else keys[: MOST_LANES - 1]

    @cached_property
    def lanes(self) -> list[Lane]:
        cells = {key: defaultdict(list) for key in [*self.named, REST]}
        for cell in self.cells:
            source = cell.source and cell.source.pk
            cells[source if source in self.named else REST][cell.period].append(cell)
        return [self.lane(key, periods) for key, periods in cells.items() if periods]

    def lane(self, key, periods) -> Lane:
        dots = [self.dot(period, cells) for period, cells in periods.items()]
        return Lane(self.sources.get(key), key == REST, dots)

    def dot(self, period: int, cells) -> Dot:
        """One story leads to its article, several to the page of the list that begins with them."""
        count = sum(cell.stories for cell in cells)
        if count == 1:
            article = cells[0].article
            x, headline = self.x(article.sorted_at), headline_of(article)
            return Dot(period, x, SMALLEST, article.get_absolute_url(), headline.text, headline.language, 1)
        start, end = bounds(period, self.width)
        title = f"{period_words(period, self.width)}: {story_words(count)}"
        return Dot(
            period, self.x(start + (end - start) / 2), radius(count), self.list_at(end), title, "", count
        )

    def list_at(self, instant: datetime) -> str:
        return f"{self.path}?before={Cursor(instant, 0)}"

    @cached_property
    def span(self) -> tuple[datetime, datetime]:
        first, last = self.cells[0].period, self.cells[-1].period
        return bounds(first, self.width)[0], bounds(last, self.width)[1]

    def x(self, instant: datetime) -> float:
        start, end = self.span
        return round(1 + 98 * ((instant - start) / (end - start)), 2)

    @property
    def ticks(self) -> list[Tick]:
        return [Tick(self.x(instant), words) for instant, words in ticks(*self.span)]

    @property
    def periods(self) -> list[tuple[str, SafeString]]:
        """The same as a list for those who do not see it: what was written when, newest first."""
        written = defaultdict(list)
        for lane in self.lanes:
            name = lane.name
            for dot in lane.dots:
                written[dot.period].append((name, dot.url, dot.in_language, dot.title))
        periods = sorted(written, reverse=True)
        return [
            (period_words(each, self.width), format_html_join("", LINE, written[each])) for each in periods
        ]

    @property
    def words(self) -> str:
        """What is drawn, in a sentence."""
        first, last = self.cells[0].period, self.cells[-1].period
        told = {
            "stories": story_words(self.stories),
            "sources": ngettext("%(count)d source", "%(count)d sources", len(self.counts))
            % {"count": len(self.counts)},
            "first": period_words(first, self.width),
            "last": period_words(last, self.width),
        }
        if first == last:
            return _("%(stories)s from %(sources)s, %(first)s") % told
        return _("%(stories)s from %(sources)s, %(first)s to %(last)s") % told


def fitting_width(first: datetime, last: datetime) -> int:
    """The narrowest width of which the span has at most 60 periods."""
    periods = {
        DAY: (last - first).days + 1,
        MONTH: (last.year - first.year) * 12 + last.month - first.month + 1,
        YEAR: last.year - first.year + 1,
    }
    return next((width for width, number in periods.items() if number <= MOST_PERIODS), DECADE)


def date_of(day: int) -> date:
    return date(day // 10_000, day // 100 % 100, day % 100)


def bounds(period: int, width: int) -> tuple[datetime, datetime]:
    """When a period begins and when the next one does."""
    if width == DAY:
        start = midnight(date_of(period))
        return start, start + timedelta(days=1)
    if width == MONTH:
        year, month = divmod(period, 100)
        return month_start(year, month), month_start(year, month + 1)
    length = width // YEAR
    return month_start(period * length, 1), month_start((period + 1) * length, 1)


def month_start(year: int, month: int) -> datetime:
    """The first instant of a month; the thirteenth is January of the next year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return datetime(min(max(year, 1), 9999), month, 1, tzinfo=UTC)


def midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def radius(stories: int) -> float:
    """Twice the area for four times as many, up to a size that keeps lanes apart."""
    return round(min(SMALLEST * math.sqrt(1 + math.log2(stories) / 2), LARGEST), 1)


def story_words(count: int) -> str:
    return ngettext("%(count)d story", "%(count)d stories", count) % {"count": count}


def period_words(period: int, width: int) -> str:
    """2026年1月15日, 2026年1月, 2026年 or 15 January 2026, January 2026, 2026."""
    return period_in(get_language(), period, width)


@lru_cache(maxsize=4096)  # a topic's page names some sixty of them twice
def period_in(_language: str, period: int, width: int) -> str:
    patterns = {DAY: "j F Y", MONTH: "F Y"} if is_english() else {DAY: "Y年n月j日", MONTH: "Y年n月"}
    start = bounds(period, width)[0]
    if width == DECADE:
        return _("%(year)d–%(last)d") % {"year": start.year, "last": start.year + 9}
    return dateformat.format(start, patterns.get(width, "Y" if is_english() else "Y年"))


def is_english() -> bool:
    return interface_language() == "en"


def ticks(start: datetime, end: datetime) -> list[tuple[datetime, str]]:
    """Where the axis is marked, and with which words: years, months, or days of a short span."""
    if (end - start).days <= MOST_PERIODS:
        return day_ticks(start, end)
    months = (end.year - start.year) * 12 + end.month - start.month
    step = next((step for step in TICK_MONTHS if months / step <= MOST_TICKS), TICK_MONTHS[-1])
    first = start.year * 12 + start.month - 1
    marked = range(-(-first // step) * step, end.year * 12 + end.month - 1, step)
    instants = [month_start(number // 12, number % 12 + 1) for number in marked]
    instants = [instant for instant in instants if instant >= start]
    return [(instant, tick_words(instant, form_of(instant, instants[0]))) for instant in instants]


def form_of(instant, first) -> str:
    """Januaries are marked by their year; the first mark tells the year whatever its month."""
    if instant.month == 1:
        return "year"
    return "first" if instant == first else "month"


def day_ticks(start, end):
    step = next(step for step in TICK_DAYS if (end - start).days / step <= MOST_TICKS + 4)
    days = range(0, (end - start).days, step)
    instants = [start + timedelta(days=number) for number in days]
    return [(instant, tick_words(instant, "day")) for instant in instants]


def tick_words(instant, form) -> str:
    english = {"year": "Y", "first": "M Y", "month": "M", "day": "j M"}
    chinese = {"year": "Y", "first": "Y.n", "month": "n月", "day": "n.j"}
    return dateformat.format(instant, (english if is_english() else chinese)[form])
