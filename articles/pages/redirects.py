"""Addresses never die: whatever leads somewhere by its number or a name ends at the canonical address."""

import re
from urllib.parse import unquote

from django.shortcuts import get_object_or_404, redirect, render
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from articles.discovery.topics import alike
from articles.models import Article, LabelKey, Source, Tag
from articles.models.topics.label import MAX_NAME, folded_name
from articles.pages.listings import of_tags, path_of

NUMBER = re.compile(r"([0-9]{1,18})(?![\w.+~-])")  # alone or before a mark: 12，快看, not 7-eleven
SHORTEST_BEGINNING = 3  # characters that no mark divides from what is glued on; two match by chance (日本海)


def moved(thing):
    """301 to the canonical address, in the language asked for."""
    return asked_again(redirect(thing, permanent=True))


def moved_to_feed(listing, form: str):
    return asked_again(redirect(listing.feed_path(form), permanent=True))


def asked_again(response):
    """Browsers keep a 301 and a 410 for good unless told otherwise; names come back, and so do articles."""
    patch_cache_control(response, no_cache=True)
    return response


def no_topic(request, name=""):
    """404, with the topics that may have been meant."""
    return render(request, "pages/no_topic.html", {"name": name, "topics": alike(name)}, status=404)


def no_article(request, pk):
    """410 for what readers have had and was withdrawn, with the topics that go on; else 404."""
    get_object_or_404(Article.objects.withdrawn().only("pk"), pk=pk)
    topics = Tag.objects.published().filter(tagged__content_object=pk)
    return asked_again(render(request, "pages/withdrawn.html", {"topics": topics}, status=410))


@require_safe
def to_article(request, pk, rest=""):
    article = Article.objects.published().only("pk", "slug").filter(pk=pk).first()
    article = article or seen_at_the_desk(request, pk)
    return moved(article) if article else no_article(request, pk)


def seen_at_the_desk(request, pk):
    """What readers do not see, for those who may look at it; None for others."""
    may_look = request.user.has_perm("articles.view_article")
    return Article.objects.out_of_trash().filter(pk=pk).first() if may_look else None


@require_safe
def to_source(request, pk, rest=""):
    return moved(get_object_or_404(Source.objects.published(), pk=pk))


@require_safe
def to_tag(request, pk, slug="", rest=""):
    """A topic by its number, also one that has been merged into another since."""
    tag = Tag.objects.published().holding(pk)
    return moved(tag) if tag else no_topic(request, slug)


@require_safe
def to_tag_feed(request, pk, form):
    tag = Tag.objects.published().holding(pk)
    return moved_to_feed(of_tags([tag]), form) if tag else no_topic(request)


@require_safe
def to_tags_together(request, numbers):
    """Several topics by their numbers in any order, merged ones too."""
    tags = {Tag.objects.published().holding(int(number)) for number in numbers.split("+")}
    if None in tags:
        return no_topic(request)
    return moved(path_of(list(tags)))


@require_safe
def to_tag_named(request, name):
    """A name in any language, script, width or case, also with text that a chat app glued to its end.

    A topic called 2030 comes before the topic numbered 2030.
    """
    name = name.removesuffix("/")
    tag = meant_by(name) or ("%" in name and meant_by(unquote(name))) or numbered(name)
    return moved(tag) if tag else no_topic(request, name)


def meant_by(name: str) -> Tag | None:
    """The topic that a name, or else the longest beginning of it that can be told from the rest, means."""
    folded = folded_name(name)[: 2 * MAX_NAME]
    beginnings = [folded[:end] for end in range(1, len(folded)) if is_glued(folded, end)]
    keys = LabelKey.objects.published().filter(folded__in=[folded, *beginnings]).select_related("tag")
    longest = max(keys, key=lambda key: len(key.folded), default=None)
    return longest.tag if longest else None


def is_glued(text: str, end: int) -> bool:
    """Whether what follows a beginning may be other words: after a mark, another script, or a whole name."""
    last, following = text[end - 1], text[end]
    if not following.isalnum() or not last.isalnum():
        return True
    if last.isascii() or following.isascii():
        return last.isascii() != following.isascii()
    return end >= SHORTEST_BEGINNING


def numbered(name: str) -> Tag | None:
    """The topic of a number, with nothing or no more than a mark and words behind it."""
    number = NUMBER.match(name)
    return Tag.objects.published().holding(int(number[1])) if number else None
