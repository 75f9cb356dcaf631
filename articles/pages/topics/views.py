"""The pages of topics: one, several read together, and what is shown for a name that means none."""

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.discovery.topics import read_topics
from articles.models import Tag
from articles.pages import listings, redirects
from articles.pages.kept import rows
from articles.pages.topics import stored
from articles.pages.topics.naming import Naming
from articles.pages.topics.timeline import Timeline

MOST_TOGETHER = 3


@require_safe
def topic(request, pk, slug):
    tag = next(iter(read_topics(timezone.now(), pk)), None)
    if tag is None or slug != tag.slug:
        return redirects.to_tag(request, pk, slug)
    return page_of(request, "pages/topics/topic.html", [tag])


@require_safe
def together(request, numbers, rest=""):
    """Up to three topics at once, at one address whatever their order."""
    tags = read_topics(timezone.now(), *map(int, numbers.split("+")))
    if rest or numbers != listings.numbers_of(tags):
        return redirects.to_tags_together(request, numbers)
    return page_of(request, "pages/topics/together.html", tags)


def page_of(request, template: str, tags: list[Tag]) -> HttpResponse:
    """What the pages of one topic and of several tell."""
    listing, told = listings.of_tags(tags), stored.of_tags(tags)
    page = listing.shown(request.GET)

    def context() -> dict:
        timeline = Timeline(told.timeline, told.width, listing.path)
        return {
            "tag": tags[0] if len(tags) == 1 else None,
            "tags": listings.in_order(tags),
            "listing": listing,
            "page": page,
            "timeline": timeline,
            "naming": Naming(tags[0], told.uses, timeline.sources | told.undated_sources),
            "related": with_meetings(tags, told.related.made()),
        }

    made_from = [tag.told for tag in tags], page.made_from, told
    return rows.page(request, template, made_from, context)


def with_meetings(tags, others) -> list[tuple[Tag, str]]:
    """Each of the other topics, and where it is read together with these, "" when they are three already."""
    if len(tags) == MOST_TOGETHER:
        return [(other, "") for other in others]
    return [(other, listings.path_of([*tags, other])) for other in others]
