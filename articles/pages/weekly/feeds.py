"""The digest as a feed: an entry for each week that is over, with what its page tells."""

from datetime import datetime

from django.conf import settings
from django.db.models import Max, QuerySet
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.models import Article, Summary
from articles.models.articles.prepared import left_at, padded, prepared
from articles.models.articles.queryset import ArticleQuerySet
from articles.pages.feeds.items import FeedItem, in_html, serializable
from articles.pages.front_page import picked
from articles.pages.kept.scopes import remembered_lists
from articles.pages.languages import (
    INTERFACES,
    headline_of,
    interface_language,
    source_name,
    summaries_to_read,
)
from articles.pages.listings import Listing
from articles.pages.pagination import PAGE_SIZE
from articles.pages.scripts import html_to_read
from articles.pages.weekly import calendar
from articles.pages.weekly.calendar import Week

MOST_WEEKS = 8  # in a feed; each is found by a query of its own, along the index


def listing() -> Listing:
    """Every story of a digest."""
    _now, *ends = calendar.bounded()
    return Listing(_("Weekly digest"), reverse("weekly"), calendar.stories, tuple(ends))


@remembered_lists(room=len(INTERFACES))
def items(_language: str) -> list[FeedItem]:
    """The last weeks with stories that are over, the newest first: this week would never stop changing.

    In the language that is active.
    """
    found = with_picks_first(finished())
    pks = [pk for pks in found.values() for pk in pks]
    articles = {article.pk: article for article in listing().those(pks, [], ArticleQuerySet.for_reading)}
    changed = dict(read_changes(*padded(pks)))
    return [
        item(week, [articles[pk] for pk in pks if pk in articles], changed) for week, pks in found.items()
    ]


def finished() -> dict[Week, list[int]]:
    """Each week's stories by number, a page of them and one more where there are more."""
    found, moment = {}, Week.current().start
    while len(found) < MOST_WEEKS:
        rows = read_newest(*calendar.bounded(until=moment), most=PAGE_SIZE + 1)
        if not rows:
            break
        week = Week.of(rows[0][1])
        found[week] = [pk for pk, sorted_at in rows if sorted_at >= week.start]
        moment = week.start
    return found


@prepared
def read_newest(now, since, until, *, most):
    return calendar.stories(now, since, until).newest_first().values_list("pk", "sorted_at")[:most]


@prepared
def read_changes(*articles):
    """When an editor last published a summary of each of these articles."""
    summaries = Summary.objects.published().filter(article__pk__in=articles).order_by()
    return summaries.values_list("article").annotate(Max("reviewed_at"))


def with_picks_first(found: dict[Week, list[int]]) -> dict[Week, list[int]]:
    first = {week: [] for week in found}
    for each in listing().placed_by_hand(picked(), in_time):
        first.get(Week.of(each.article.sorted_at), []).append(each.article.pk)
    return {week: list(dict.fromkeys([*first[week], *pks])) for week, pks in found.items()}


def in_time(articles: QuerySet) -> QuerySet:
    return articles.only("sorted_at", "story")


def item(week: Week, articles: list[Article], changed: dict[int, datetime]) -> FeedItem:
    """changed: when the summaries of each article were last published."""
    address = settings.SITE_URL + week.get_absolute_url()
    return FeedItem(
        id=f"{settings.SITE_URL}/weekly/{week.code}",
        url=address,
        title=f"{week.name} · {week.span}",
        language=interface_language(),
        summary_text="",
        summary_html="",
        content_html=serializable(html_to_read(content(address, articles))),
        authors=[],
        tags=[],
        corrections=[],
        external_url="",
        image="",
        published=week.end,
        updated=max([week.end, *filter(None, map(changed.get, [article.pk for article in articles]))]),
    )


def content(address: str, articles: list[Article]) -> str:
    told = format_html_join("\n\n", "{}", ((told_of(article),) for article in articles[:PAGE_SIZE]))
    if len(articles) <= PAGE_SIZE:
        return told
    return told + format_html('\n\n<p><a href="{}">{}</a></p>', address, _("More stories of this week"))


def told_of(article: Article) -> SafeString:
    """Its headline and source, and its summaries with links to what they cite on its page."""

    def written() -> SafeString:
        headline, url = headline_of(article), settings.SITE_URL + article.get_absolute_url()
        source = article.source and source_name(article.source)
        return format_html(
            ARTICLE,
            headline.language,
            url,
            headline.text,
            format_html('<p lang="{}">{}</p>\n', source.language, source.text) if source else "",
            format_html_join("", "{}", ((in_html(told, url),) for told in summaries_to_read(article))),
        )

    return left_at(article, f"week in {get_language()}", settings.SITE_URL, written)


ARTICLE = """<h3 lang="{}"><a href="{}">{}</a></h3>
{}{}"""
