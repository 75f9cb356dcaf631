"""Pages that editors write themselves."""

from django.conf import settings
from django.http import Http404
from django.shortcuts import render
from django.utils.html import strip_tags
from django.utils.text import Truncator
from django.views.decorators.http import require_safe

from articles.models import FreePage
from articles.pages.free_pages.links import title_of
from articles.pages.redirects import moved
from articles.rendering import render_body

LONGEST_DESCRIPTION = 160  # characters: what search engines show of one


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
