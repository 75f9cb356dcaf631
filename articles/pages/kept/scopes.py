"""Which pages may be kept in front of Django, what each is made from, and how long the clock lets it stand.

A page that is not named here is made for every request. A view that shows more articles than its address
names notes them itself.
"""

import time
from functools import partial

from django.db.models import Min
from django.utils import timezone

from articles import freshness
from articles.freshness import ALL, LISTS, beside_article, of_article, of_topic
from articles.freshness.clock import place_of
from articles.freshness.memory import remembered
from articles.freshness.page import LONGEST, NOTED
from articles.models import Article, Placement
from articles.models.articles.article import Status
from articles.pages.weekly.calendar import Week


def lists(**_asked):
    return (LISTS,)


def article(pk, **_asked):
    return of_article(pk), beside_article(pk)


def topic(pk, **_asked):
    return (of_topic(pk),)


def topics(numbers, **_asked):
    return map(of_topic, numbers.split("+"))


def nothing(**_asked):
    return ()


# By name of the page, the scopes of what it was asked for by; ALL belongs to every one.
KEPT = {
    **dict.fromkeys(("home", "home_feed", "source", "source_feed", "sources", "picks", "picks_feed"), lists),
    **dict.fromkeys(
        ("tags", "undated", "undated_feed", "week", "week_newsletter", "weeks", "weekly_feed"), lists
    ),
    **dict.fromkeys(("archive", "archive_year", "archive_month"), lists),
    **dict.fromkeys(("sitemap", "sitemap_articles", "sitemap_section"), lists),
    **dict.fromkeys(("tag", "tag_feed", "tag_newsletter"), topic),
    **dict.fromkeys(("topics_together", "topics_together_feed"), topics),
    **dict.fromkeys(
        ("robots", "manifest", "opensearch", "speculation_rules", "saved", "offline", "free_page"), nothing
    ),
    **dict.fromkeys(("article", "article_markdown"), article),
}


class KeptPages:
    """Middleware: notes what a page is made from before its view reads anything."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, asked):
        page, scopes = request.environ.get(NOTED), KEPT.get(request.resolver_match.view_name)
        if page and scopes and page.begun is not None:
            page.made_from(ALL, *scopes(**asked))
            page.until = min(SCHEDULE.next(), time.time() + LONGEST)


class Schedule:
    """When the clock alone will next change a page. Asked of the database once for every change of lists."""

    PLACES = tuple(map(place_of, (ALL, LISTS)))

    def __init__(self):
        self.known = (-1, 0.0)  # the reading it was looked up at, what was found (UNIX)

    def next(self) -> float:
        reading, found = self.known
        if freshness.last_change(self.PLACES) > reading or found <= time.time():
            reading = freshness.now()  # none while other machines are not heard: looked up again then
            self.known = -1 if reading is None else reading, next_moment().timestamp()
        return self.known[1]


def next_moment():
    """The first of: an article's hour, a placement's beginning or end, the end of this week."""
    now = timezone.now()
    scheduled = Article.objects.filter(status=Status.SCHEDULED, visible_from__gt=now)
    moments = [
        scheduled.aggregate(at=Min("visible_from"))["at"],
        Placement.objects.filter(starts_at__gt=now).aggregate(at=Min("starts_at"))["at"],
        Placement.objects.filter(ends_at__gt=now).aggregate(at=Min("ends_at"))["at"],
        Week.current().end,
    ]
    return min(filter(None, moments))


SCHEDULE = Schedule()
# What lists have in common, and takes the longer to read the more there is.
remembered_lists = partial(remembered, ALL, LISTS, until=SCHEDULE.next)
