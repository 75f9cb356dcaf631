"""What stands around every page, and is the same on all but for the mark where one is: rendered once."""

from functools import cache
from typing import NamedTuple

from django import template
from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from articles.freshness import ALL
from articles.freshness.memory import remembered
from articles.pages.free_pages.views import links
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
