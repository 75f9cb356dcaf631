"""The pages of weeks: one, the latest, and those of a year."""

from datetime import date

from django.http import Http404
from django.shortcuts import redirect
from django.views.decorators.http import conditional_page, require_safe

from articles.pages.cards.views import answer
from articles.pages.feeds.views import WRITERS
from articles.pages.kept import rows
from articles.pages.kept.scopes import remembered_lists
from articles.pages.languages import interface_language
from articles.pages.weekly import calendar, feeds
from articles.pages.weekly.calendar import Week
from articles.pages.weekly.digest import Digest

MOST_YEARS = 20  # that readers turn to


@require_safe
def latest(request):
    """To the last week with stories, not for ever; to this one as long as there is none."""
    return redirect(calendar.latest() or Week.current())


@require_safe
def week(request, year, number):
    digest = Digest(week_or_404(year, number), request.GET)
    context = {"digest": digest, "listing": feeds.listing()}
    return rows.page(request, "pages/weekly/week.html", digest.made_from, lambda: context)


@require_safe
def moved(request, year, number):
    """A week written otherwise: W3, w03, 03."""
    return redirect(week_or_404(year, number), permanent=True)


@require_safe
def card(request, year, number):
    digest = Digest(week_or_404(year, number), {})
    return answer(request, digest.card, f"week-{digest.week.code}")


@require_safe
def year(request, year):
    """Every week of a year that has stories."""
    start, end = week_or_404(year, 1).start, calendar.beginning(date.fromisocalendar(int(year) + 1, 1, 1))
    context = {
        "year": int(year),
        "weeks": counted(start, end),
        "older": calendar.before(start),
        "newer": calendar.after(end),
        "listing": feeds.listing(),
    }
    made_from = context["weeks"], context["older"], context["newer"]
    return rows.page(request, "pages/weekly/weeks.html", made_from, lambda: context)


@require_safe
@conditional_page
def feed(request, form):
    return WRITERS[form](feeds.listing(), feeds.items(interface_language()))


counted = remembered_lists(room=MOST_YEARS)(calendar.counted)


def week_or_404(year: str, number: str | int) -> Week:
    week = Week.read(int(year), int(number))
    if week is None:
        raise Http404
    return week
