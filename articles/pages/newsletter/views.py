"""The letters of a week and of a topic, in three forms."""

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import conditional_page, require_safe

from articles.models import Tag
from articles.pages import listings
from articles.pages.languages import name_of
from articles.pages.newsletter.letter import Letter, letter
from articles.pages.newsletter.writers import WRITERS
from articles.pages.redirects import to_tag
from articles.pages.scripts import to_read
from articles.pages.weekly.digest import Digest
from articles.pages.weekly.views import week_or_404


@require_safe
@conditional_page
def of_week(request, year, number, form, both=""):
    digest = Digest(week_or_404(year, number), {})
    title, address = f"{digest.week.name} · {digest.week.span}", digest.week.get_absolute_url()
    return answer(letter(title, settings.SITE_URL + address, digest.articles, in_both=bool(both)), form)


@require_safe
@conditional_page
def of_topic(request, pk, slug, form, both=""):
    tag = Tag.objects.published().filter(pk=pk, slug=slug).first()
    if tag is None:
        return to_tag(request, pk, slug)
    address = settings.SITE_URL + reverse("short_tag", args=[tag.pk])
    articles = listings.of_tags([tag]).newest_whole()
    return answer(letter(to_read(*name_of(tag)).text, address, articles, in_both=bool(both)), form)


def answer(told: Letter, form: str) -> HttpResponse:
    write, kind = WRITERS[form]
    response = HttpResponse(write(told), content_type=f"{kind}; charset=utf-8")
    response["X-Robots-Tag"] = "noindex"
    return response
