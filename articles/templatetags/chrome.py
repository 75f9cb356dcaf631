"""What stands around every page, and is the same on all but for the mark where one is: rendered once."""

from functools import cache
from typing import NamedTuple

from django import template
from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from articles.freshness import ALL
from articles.freshness.memory import remembered
from articles.pages.free_pages.links import links
from articles.pages.languages import INTERFACES, interface_language
from articles.pages.palette import PALETTE

register = template.Library()

SECTIONS = ("tags", "sources", "weekly", "search")  # by the names of their first pages
PARTS = 3  # templates below
PLACES = 1 + 1 + 2 * len(SECTIONS)  # none, home, the first and the further pages of a section


class Here(NamedTuple):
    """Where a page is. section: the name of its first page, "" outside of any. is_first: it is that page."""

    section: str = ""
    is_first: bool = False


@register.simple_tag(takes_context=True)
def chrome(context, part: str) -> SafeString:
    """part: the name of a template of the site."""
    site = context.get("site")
    return around(part, interface_language(), here(site.path) if site else None)


@remembered(ALL, room=PARTS * PLACES * len(INTERFACES))
def around(part: str, language: str, here: Here | None) -> SafeString:
    """A part of a page, by its template.

    language: the active one. here: None of a page that is made without a request, and asks no database.
    """
    context = {
        "here": here or Here(),
        "name": settings.SITE_NAME,
        "palette": PALETTE,
        "pages": links() if here else [],
    }
    return render_to_string(f"_partials/site/{part}.html", context)


# Of a page's twins, written here: they stand in every page twice.
LINK = """
          <a translate="no" href="{}" hreflang="{}" lang="{}"
            aria-label="{}"{}>{}</a>
        """
CURRENT = mark_safe(' aria-current="true"')
HEAD = """
  <link rel="alternate" hreflang="{}" href="{}">
  {}
  <meta property="og:locale{}" content="{}">
"""
DEFAULT = '<link rel="alternate" hreflang="x-default" href="{}">'
# The locale that Open Graph has for each of our interfaces.
OG_LOCALES = {"zh-Hant": "zh_TW", "zh-Hans": "zh_CN", "en": "en_GB"}


@register.simple_tag
def links_to_twins(site) -> SafeString:
    """The ways to the same page in each of the languages."""
    return format_html_join(
        "",
        LINK,
        (
            (
                each.path,
                each.language,
                each.language,
                each.name,
                CURRENT if each.is_current else "",
                each.label,
            )
            for each in site.translations
        ),
    )


@register.simple_tag
def twins_in_head(site) -> SafeString:
    """The same for machines."""
    return format_html_join("", HEAD, map(in_head, site.translations))


def in_head(twin) -> tuple:
    default = format_html(DEFAULT, twin.url) if twin.language == "zh-Hant" else ""
    return (
        twin.language,
        twin.url,
        default,
        "" if twin.is_current else ":alternate",
        OG_LOCALES[twin.language],
    )


def here(path: str) -> Here:
    """path: escaped, in the active language."""
    home, *sections = first_pages(get_language())
    if path == home:
        return Here("home", is_first=True)
    found = zip(SECTIONS, sections, strict=True)
    return next((Here(name, path == first) for name, first in found if path.startswith(first)), Here())


@cache
def first_pages(_language: str) -> list[str]:
    return [reverse(name) for name in ("home", *SECTIONS)]
