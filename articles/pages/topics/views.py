"""The pages of topics: one, several read together, and what is shown for a name that means none."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.discovery.topics import read_topics, related
from articles.models import Tag
from articles.pages import listings, redirects
from articles.pages.topics.naming import Naming
from articles.pages.topics.timeline import Timeline

MOST_TOGETHER = 3


@require_safe
def topic(request, pk, slug):
    tag = next(iter(read_topics(timezone.now(), pk)), None)
    if tag is None or slug != tag.slug:
        return redirects.to_tag(request, pk, slug)
    context = told_of([tag], request.GET)
    naming = Naming(tag, context["timeline"].sources)
    return render(request, "pages/topics/topic.html", {"tag": tag, "naming": naming, **context})


@require_safe
def together(request, numbers, rest=""):
    """Up to three topics at once, at one address whatever their order."""
    tags = read_topics(timezone.now(), *map(int, numbers.split("+")))
    if rest or numbers != listings.numbers_of(tags):
        return redirects.to_tags_together(request, numbers)
    context = {"tags": listings.in_order(tags), **told_of(tags, request.GET)}
    return render(request, "pages/topics/together.html", context)


def told_of(tags, query) -> dict:
    """What the pages of one topic and of several tell alike."""
    listing = listings.of_tags(tags)
    page = listing.page(query)
    return {
        "listing": listing,
        "page": page,
        "timeline": Timeline(tags, listing.path),
        "related": with_meetings(tags, related(tags)),
    }


def with_meetings(tags, others) -> list[tuple[Tag, str]]:
    """Each of the other topics, and where it is read together with these, "" when they are three already."""
    if len(tags) == MOST_TOGETHER:
        return [(other, "") for other in others]
    return [(other, listings.path_of([*tags, other])) for other in others]
