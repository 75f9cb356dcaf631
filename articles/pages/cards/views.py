"""The addresses of cards. Pages name them with `?v=` and the version, so that they may be kept for ever."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe

from articles.models import Article, Tag
from articles.pages.cards.cache import Busy, picture_of
from articles.pages.cards.content import Card, card_of_article, card_of_topic
from articles.pages.languages import interface_language
from articles.pages.well_known import FOR_EVER

A_WHILE = "public, max-age=300"  # of an address without the version: what it shows may change


@require_safe
def of_article(request, pk, slug):
    article = get_object_or_404(Article.objects.published().for_cards(), pk=pk)
    if slug != article.slug:
        return redirect("article_card", pk, article.slug, permanent=True)
    return answer(request, card_of_article(article), f"article-{pk}")


@require_safe
def of_tag(request, pk, slug):
    tag = Tag.objects.published().holding(pk)
    if tag is None:
        raise Http404
    if (pk, slug) != (tag.pk, tag.slug):
        return redirect("tag_card", tag.pk, tag.slug, permanent=True)
    return answer(request, card_of_topic(tag), f"tag-{pk}")


def answer(request, card: Card, name: str):
    etag = quote_etag(card.version)
    response = get_conditional_response(request, etag=etag) or picture(card, name)
    if response.status_code < 400:
        response["ETag"] = etag
        response["Cache-Control"] = FOR_EVER if request.GET.get("v") == card.version else A_WHILE
    return response


def picture(card, name):
    try:
        png = picture_of(card, f"{name}-{interface_language()}")
    except Busy:
        return HttpResponse(status=503, headers={"Retry-After": "10", "Cache-Control": "no-store"})
    return HttpResponse(png, content_type="image/png")
