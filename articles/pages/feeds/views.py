"""Atom and JSON Feed 1.1 twins of every list."""

from django.conf import settings
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed, rfc3339_date
from django.views.decorators.http import conditional_page, require_safe

from articles.discovery.topics import read_topics
from articles.models import Source
from articles.pages import front_page, listings
from articles.pages.feeds.items import feed_item
from articles.pages.languages import interface_language
from articles.pages.redirects import moved_to_feed, to_tag_feed, to_tags_together


@require_safe
@conditional_page
def latest(request, form):
    return feed(listings.latest(), form)


@require_safe
@conditional_page
def picks(request, form):
    return feed(front_page.listing(), form)


@require_safe
@conditional_page
def undated(request, form):
    return feed(listings.undated(), form)


@require_safe
@conditional_page
def of_tag(request, pk, slug, form):
    tags = [tag for tag in read_topics(timezone.now(), pk) if tag.slug == slug]
    return feed(listings.of_tags(tags), form) if tags else to_tag_feed(request, pk, form)


@require_safe
@conditional_page
def of_tags_together(request, numbers, form):
    tags = read_topics(timezone.now(), *map(int, numbers.split("+")))
    if numbers != listings.numbers_of(tags):
        return to_tags_together(request, numbers)
    return feed(listings.of_tags(tags), form)


@require_safe
@conditional_page
def of_source(request, pk, slug, form):
    source = get_object_or_404(Source.objects.published(), pk=pk)
    listing = listings.of_source(source)
    return feed(listing, form) if slug == source.slug else moved_to_feed(listing, form)


def feed(listing, form):
    items = [feed_item(article) for article in listing.newest_whole()]
    return WRITERS[form](listing, items)


def title(listing) -> str:
    return f"{listing.title} · {settings.SITE_NAME}"


class AtomWithContent(Atom1Feed):
    """Django's Atom, and what it has no words for: content, several authors, each entry's language."""

    def item_attributes(self, item):
        return {"xml:lang": item["told"].language}

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        told = item["told"]
        handler.addQuickElement("content", told.content_html, {"type": "html"})
        if told.external_url:
            handler.addQuickElement("link", "", {"rel": "via", "href": told.external_url})
        for name in told.authors:
            handler.startElement("author", {})
            handler.addQuickElement("name", name)
            handler.endElement("author")


def atom(listing, items) -> HttpResponse:
    writer = AtomWithContent(
        title=title(listing),
        link=settings.SITE_URL + listing.path,
        description=None,
        language=interface_language(),
        author_name=settings.SITE_NAME,
        feed_url=settings.SITE_URL + listing.feed_path("atom"),
    )
    for item in items:
        writer.add_item(
            title=item.title,
            link=item.url,
            description=item.summary_html or None,
            unique_id=item.id,
            pubdate=item.published,
            updateddate=item.updated,
            categories=item.tags,
            told=item,
        )
    return HttpResponse(writer.writeString("utf-8"), content_type=Atom1Feed.content_type)


def json_feed(listing, items) -> JsonResponse:
    """https://www.jsonfeed.org/version/1.1/"""
    told = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": title(listing),
        "home_page_url": settings.SITE_URL + listing.path,
        "feed_url": settings.SITE_URL + listing.feed_path("json"),
        "language": interface_language(),
        "authors": [{"name": settings.SITE_NAME, "url": settings.SITE_URL}],
        "items": [json_item(item) for item in items],
    }
    unescaped = {"ensure_ascii": False}
    return JsonResponse(told, json_dumps_params=unescaped, content_type="application/feed+json")


def json_item(item) -> dict:
    """Optional members are left out when there is nothing to say, as the format asks."""
    told = {
        "id": item.id,
        "url": item.url,
        "external_url": item.external_url,
        "title": item.title,
        "language": item.language,
        "summary": item.summary_text,
        "content_html": item.content_html,
        "image": item.image,
        "date_published": item.published and rfc3339_date(item.published),
        "date_modified": rfc3339_date(item.updated),
        "authors": [{"name": name} for name in item.authors],
        "tags": item.tags,
        "_correction": [{"date": day, "text": words} for day, words in item.corrections],
    }
    return {member: value for member, value in told.items() if value or member == "content_html"}


WRITERS = {"atom": atom, "json": json_feed}
