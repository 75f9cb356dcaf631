"""Addresses never die: whatever leads somewhere by its number or a name ends at the canonical address."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe

from articles.models import Article, LabelKey, Source, Tag, TagMerge
from articles.models.label import MAX_NAME, folded_name

SHORTEST_BEGINNING = 2  # characters of a name that text may be glued to; one would match by chance


def moved(thing):
    """301 to the canonical address, in the language asked for."""
    return redirect(thing, permanent=True)


def moved_to_feed(listing, form: str):
    return redirect(listing.feed_path(form), permanent=True)


@require_safe
def to_article(request, pk, rest=""):
    return moved(get_object_or_404(Article.objects.published().only("pk", "slug"), pk=pk))


@require_safe
def to_source(request, pk, rest=""):
    return moved(get_object_or_404(Source, pk=pk))


@require_safe
def to_tag(request, pk, rest=""):
    """A topic by its number, also one that has been merged into another since."""
    tag = TagMerge.objects.holder_of(pk)
    if tag is None:
        raise Http404
    return moved(tag)


@require_safe
def to_tag_named(request, name):
    """A name in any language, script, width or case, also with text that a chat app glued to its end.

    A topic called 2030 comes before the topic numbered 2030.
    """
    tag = meant_by(name) or (TagMerge.objects.holder_of(int(name)) if is_number(name) else None)
    if tag is None:
        raise Http404
    return moved(tag)


def meant_by(name: str) -> Tag | None:
    """The topic that a name, or else the longest beginning of it, means."""
    folded = folded_name(name)[: 2 * MAX_NAME]
    beginnings = [folded[:end] for end in range(SHORTEST_BEGINNING, len(folded))]
    keys = LabelKey.objects.filter(folded__in=[folded, *beginnings]).select_related("tag")
    longest = max(keys, key=lambda key: len(key.folded), default=None)
    return longest.tag if longest else None


def is_number(name: str) -> bool:
    return name.isascii() and name.isdigit() and len(name) < 19
