"""The archive: every month with how many stories it has, and the stories of one."""

from itertools import groupby

from django.db.models import Count, QuerySet
from django.http import Http404
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.models import Article
from articles.models.functions import DayNumber
from articles.pages import listings
from articles.pages.archive.months import Month
from articles.pages.kept import rows
from articles.pages.kept.scopes import remembered_lists
from articles.pages.listings import Listing


@require_safe
def index(request, year=None):
    """Every year, or one of them."""
    found = [(Month(number), stories) for number, stories in counted() if year in (None, str(number // 100))]
    if year and not found:
        raise Http404
    by_year = [(each, list(months)) for each, months in groupby(found, lambda pair: pair[0].year)]
    context = {"years": by_year, "year": year, "undated": undated()}
    return rows.page(request, "pages/archive/index.html", tuple(context.values()), lambda: context)


@require_safe
def month(request, year, number):
    month, months = Month(int(year) * 100 + int(number)), dict(counted())
    if month.number not in months:
        raise Http404
    numbers = sorted(months)
    at = numbers.index(month.number)
    context = {
        "month": month,
        "stories": months[month.number],
        "older": Month(numbers[at - 1]) if at else None,
        "newer": Month(numbers[at + 1]) if at + 1 < len(numbers) else None,
    }
    made_from = tuple(context.values())
    return listings.render_list(request, "pages/archive/month.html", of_month(month), made_from, **context)


def of_month(month: Month) -> Listing:
    return Listing(month.name, month.get_absolute_url(), leads_between, (month.start, month.end))


def leads_between(now, start, end) -> QuerySet:
    return listings.leads(now).filter(sorted_at__gte=start, sorted_at__lt=end)


@remembered_lists()
def counted() -> list[tuple[int, int]]:
    """The months with stories, the newest first, and how many each has: along an index that has it all."""
    numbered = Article.objects.published().leads().dated().order_by()
    rows = numbered.annotate(number=DayNumber("sorted_at") / 100).values_list("number")
    return sorted(rows.annotate(Count("pk")), reverse=True)


def undated() -> tuple[str, int] | None:
    """Where what prints no date is read, and how much there is of it."""
    stories = Article.objects.published().leads().undated().count()
    return (reverse("undated"), stories) if stories else None
