"""What is coming: scheduled articles day by day, by the desk's clock."""

from itertools import groupby

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Article
from articles.models.articles.article import Status

MOST_SHOWN = 300


class ComingViews:
    """For the admin of articles: one page of what readers will see and when."""

    def coming_urls(self):
        view = self.admin_site.admin_view(self.coming_view)
        return [path("coming/", view, name="articles_article_coming")]

    def coming_view(self, request):
        if not self.has_view_permission(request):
            raise PermissionDenied
        context = {"days": days_of(coming()[:MOST_SHOWN]), "zone": settings.DESK_TIME_ZONE}
        return self._page(request, "articles/article/coming", _("What is coming"), context)


def coming():
    """Scheduled articles that readers do not see yet, the next one first."""
    ahead = Article.objects.filter(status=Status.SCHEDULED, scheduled_for__gt=timezone.now())
    return ahead.select_related("source").defer("body").order_by("scheduled_for", "pk")


def days_of(articles) -> list[tuple]:
    """(the day by the desk's clock, its articles)."""
    grouped = groupby(articles, key=lambda article: timezone.localdate(article.scheduled_for))
    return [(day, list(found)) for day, found in grouped]
