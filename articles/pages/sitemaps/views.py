"""The site for search engines: an index, and files of bounded size that are read by primary key.

Written here and not by Django's Sitemap, which takes .2 ms for each address.
"""

from collections.abc import Iterable
from functools import lru_cache

from django.conf import settings
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.html import escape
from django.views.decorators.http import require_safe

from articles.pages.languages import prefix_of
from articles.pages.sitemaps.sections import ARE_FILLED, SECTIONS, Entry, articles, blocks

OPENING = '<?xml version="1.0" encoding="UTF-8"?>\n'
PROTOCOL = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
PATH, DATE = "\0path", "\0date"  # where an entry's own go; no address has a NUL
TWIN = '<xhtml:link rel="alternate" hreflang="{}" href="{}"/>'


@require_safe
def index(request):
    files = [Entry(reverse("sitemap_section", args=[name])) for name in SECTIONS if ARE_FILLED[name]()]
    files += [Entry(reverse("sitemap_articles", args=[block.number]), block.changed_at) for block in blocks()]
    listed = (f"<sitemap><loc>{base()}{file.path}</loc>{date_of(file)}</sitemap>\n" for file in files)
    return xml(f"<sitemapindex {PROTOCOL}>\n", *listed, "</sitemapindex>\n")


@require_safe
def section(request, name):
    return urlset(SECTIONS[name]())


@require_safe
def article_section(request, block):
    entries = list(articles(block))
    if not entries:
        raise Http404
    return urlset(entries)


def urlset(entries: Iterable[Entry]) -> HttpResponse:
    named = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"'
    listed = (entry.path.join(around_path(date_of(entry))) for entry in entries)
    return xml(f"<urlset {PROTOCOL} {named}>\n", *listed, "</urlset>\n")


@lru_cache(maxsize=1024)
def around_path(date: str) -> list[str]:
    """What stands between the places of an entry's path: joining it is the cheapest way to fill them."""
    return in_every_language().replace(DATE, date).split(PATH)


def in_every_language() -> str:
    """An address a language, each with all of them as its twins."""
    places = {code: base() + prefix_of(code) + PATH for code, _name in settings.LANGUAGES}
    twins = "".join(TWIN.format(code, place) for code, place in places.items())
    rest = f"</loc>{DATE}{twins}{TWIN.format('x-default', base() + PATH)}</url>\n"
    return "".join(f"<url><loc>{place}{rest}" for place in places.values())


def date_of(entry: Entry) -> str:
    return f"<lastmod>{entry.changed_at.date().isoformat()}</lastmod>" if entry.changed_at else ""


def base() -> str:
    return escape(settings.SITE_URL)


def xml(*parts: str) -> HttpResponse:
    """Put together once: a file has up to ten megabytes."""
    return HttpResponse("".join([OPENING, *parts]), content_type="application/xml")
