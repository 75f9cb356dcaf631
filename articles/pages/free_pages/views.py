"""Pages that editors write themselves, and their links in the foot of every page."""

from typing import NamedTuple

from django.conf import settings
from django.http import Http404
from django.shortcuts import render
from django.utils.html import strip_tags
from django.utils.text import Truncator
from django.views.decorators.http import require_safe

from articles.freshness import ALL
from articles.freshness.memory import remembered
from articles.models import FreePage
from articles.pages.languages import Name, languages_to_read
from articles.pages.redirects import moved
from articles.rendering import render_body

LONGEST_DESCRIPTION = 160  # characters: what search engines show of one


class Link(NamedTuple):
    """A page in the footer."""

    path: str
    title: Name


def links() -> list[Link]:
    """What the footer has, in the editors' order and in the reader's language."""
    return [Link(page.get_absolute_url(), title_of(page)) for page in listed()]


@remembered(ALL)
def listed() -> list[FreePage]:
    return list(FreePage.objects.published().in_order().defer("text_hant", "text_hans", "text_en"))


def title_of(page: FreePage) -> Name:
    titles = page.titles
    language = next(language for language in languages_to_read() if language in titles)
    return Name(titles[language], language)


@require_safe
def page(request, slug):
    found = FreePage.objects.published().filter(slug=slug).first()
    if not found:
        return former(slug)
    title = title_of(found)
    rendered = render_body(found.text_in(title.language))
    context = {
        "page": found,
        "title": title,
        "html": rendered.html,
        "description": Truncator(strip_tags(rendered.opening_html)).chars(LONGEST_DESCRIPTION),
        "contact": settings.EDITORS_CONTACT,
    }
    return render(request, "pages/free_page.html", context)


def former(slug: str):
    """301 from an address that a page had once. Raises Http404 for one that none had."""
    found = FreePage.objects.published().formerly_at(slug)
    if not found:
        raise Http404
    return moved(found)
