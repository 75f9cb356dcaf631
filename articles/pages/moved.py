"""Addresses never die: whatever leads somewhere by its number or a name ends at the canonical address."""

from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe

from articles.models import Article, Source, Tag
from articles.text.normalise import clean_name
from articles.text.scripts import fold


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
    return moved(get_object_or_404(Tag, pk=pk))


@require_safe
def to_tag_named(request, name):
    """A name in any script, width or case; a topic called 2030 before the topic numbered 2030."""
    folded = Q(folded=fold(clean_name(name)))
    number = Q(pk=int(name)) if name.isascii() and name.isdigit() and len(name) < 19 else Q()
    found = Tag.objects.filter(folded | number if number else folded)
    if not found:
        raise Http404
    return moved(min(found, key=lambda tag: tag.folded != fold(clean_name(name))))
