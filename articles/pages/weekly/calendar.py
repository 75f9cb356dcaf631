"""Weeks as ISO 8601 counts them, in the site's time zone, and the stories of each.

A story belongs to the week of its news, the printed date that every list goes by, and not to the week in
which its summary was published: readers look for what happened in a week, a summary written late completes
it, and an archive summarised in one go does not flood the week of the work.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache

from django.db.models import Count, QuerySet
from django.urls import reverse
from django.utils import dateformat, timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.models import Article
from articles.models.articles.prepared import prepared, within
from articles.models.functions import WeekNumber, WeekStart
from articles.models.undated import UNDATED
from articles.pages.languages import interface_language
from articles.pages.listings import Listing


@dataclass(frozen=True, order=True)
class Week:
    """year: the one that the week's Thursday is in."""

    year: int
    number: int

    @classmethod
    def read(cls, year: int, number: int) -> "Week | None":
        """The week of these numbers; None for one that there is not, or not yet."""
        try:
            week = cls(year, number)
            return week if week.end and week <= cls.current() else None
        except (ValueError, OverflowError):  # the 60th week; one at an end of the calendar
            return None

    @classmethod
    def of(cls, instant: datetime) -> "Week":
        return cls(*day_of(instant).isocalendar()[:2])

    @classmethod
    def numbered(cls, number: int) -> "Week":
        """number: the database's (`functions.WeekNumber`)."""
        return cls(*date.fromordinal(1 + 7 * number).isocalendar()[:2])

    @classmethod
    def current(cls) -> "Week":
        return cls.of(timezone.now())

    @property
    def monday(self) -> date:
        return date.fromisocalendar(self.year, self.number, 1)

    @property
    def sunday(self) -> date:
        return self.monday + timedelta(days=6)

    @property
    def start(self) -> datetime:
        return beginning(self.monday)

    @property
    def end(self) -> datetime:
        """When the next week begins."""
        return beginning(self.monday + timedelta(days=7))

    @property
    def is_over(self) -> bool:
        return self < Week.current()

    @property
    def code(self) -> str:
        """2026-W03, as ISO 8601 writes it."""
        return f"{self.year}-W{self.number:02}"

    @property
    def name(self) -> str:
        return _("Week %(number)d of %(year)d") % {"number": self.number, "year": self.year}

    @property
    def span(self) -> str:
        """1月12日—18日 or 12–18 January: its first and its last day, as briefly as they can be said."""
        return days_in_words(self.monday, self.sunday)

    def get_absolute_url(self):
        before, after = around(get_language())
        return f"{before}{self.year_in_address}/W{self.number:02}{after}"

    @property
    def year_in_address(self) -> str:
        return f"{self.year:04}"


@cache
def around(_language: str) -> tuple[str, str]:
    """What stands before and behind a week in its address: reverse() takes 20 µs for each of a sitemap's."""
    before, after = reverse("week", args=["0001", "01"]).split("0001/W01")
    return before, after


def beginning(day: date) -> datetime:
    return datetime.combine(day, time.min, timezone.get_default_timezone())


def day_of(instant: datetime) -> date:
    return instant.astimezone(timezone.get_default_timezone()).date()


def days_in_words(first: date, last: date) -> str:
    if interface_language() == "en":
        begun = "j" if first.month == last.month else "j F" if first.year == last.year else "j F Y"
        dash, ended = "–" if begun == "j" else " – ", "j F" if first.year == last.year else "j F Y"
    else:
        begun = "n月j日" if first.year == last.year else "Y年n月j日"
        dash, ended = "—", "j日" if first.month == last.month else begun
    return f"{dateformat.format(first, begun)}{dash}{dateformat.format(last, ended)}"


FIRST = UNDATED + timedelta(microseconds=1)  # when stories begin to print a date


def stories(now, since, until, *without) -> QuerySet:
    """What digests are made of. since, until: as `bounded` gives them. without: numbers of articles.

    One condition for either end: of two, SQLite enters the index at the first and reads on to the other.
    """
    found = Article.objects.published(now).leads().summarised()
    found = found.filter(sorted_at__gte=since, sorted_at__lt=until)
    return found.exclude(pk__in=without) if without else found


def bounded(since: datetime = FIRST, until: datetime | None = None) -> tuple[datetime, datetime, datetime]:
    """Now, and the two ends of a time, up to the end of this week: no page speaks of the next one."""
    this_week_ends = Week.current().end
    return timezone.now(), since, min(until or this_week_ends, this_week_ends)


def of_week(week: Week, *without: int) -> Listing:
    """without: numbers of articles that stand elsewhere on the page."""
    _now, *ends = bounded(week.start, week.end)
    return Listing(week.name, week.get_absolute_url(), stories, (*ends, *without))


def latest() -> Week | None:
    """The last week with stories."""
    return week_of_first(*bounded())


def before(instant: datetime) -> Week | None:
    """The last week with stories that begins before a moment, which is the beginning of a week."""
    return week_of_first(*bounded(until=instant))


def after(instant: datetime) -> Week | None:
    """The first week with stories from a moment on."""
    return week_of_first(*bounded(instant), order=("sorted_at", "pk"))


def week_of_first(now, since, until, order=("-sorted_at", "-pk")) -> Week | None:
    return next(map(Week.of, read_moments(now, since, until, order=order, most=1)), None)


@prepared
def read_moments(now, since, until, *, order, most):
    """When the first stories between two moments were printed."""
    return stories(now, since, until).order_by(*order).values_list("sorted_at", flat=True)[:most]


def counted(since: datetime, until: datetime) -> list[tuple[Week, int]]:
    """The weeks of a time that have stories, the newest first, and how many each has."""
    rows = read_counts(*bounded(since, until))
    return [(Week.numbered(week), stories) for week, stories in sorted(rows, reverse=True)]


@prepared
def read_counts(now, since, until):
    numbered = stories(now, since, until).order_by().annotate(week=WeekNumber("sorted_at"))
    return numbered.values_list("week").annotate(Count("pk"))


# From the last week that both databases know of, each time to that of the newest story before it.
WITH_STORIES = """
    WITH RECURSIVE found (week) AS (
        SELECT 521722 UNION ALL SELECT ({rows}) FROM found WHERE week IS NOT NULL
    )
    SELECT week FROM found
"""


def with_stories() -> list[Week]:
    """All weeks that have stories, the newest first: one look-up for each, however many those are."""
    (_seed, *rows, _end), this_week = read_weeks(timezone.now(), FIRST), Week.current()
    return [week for (number,) in rows if (week := Week.numbered(number)) <= this_week]


@within(WITH_STORIES)
def read_weeks(now, since):
    before = stories(now, since, WeekStart("found.week")).order_by("-sorted_at", "-pk")
    return before.values_list(WeekNumber("sorted_at"))[:1]
