"""What is read: the lists of cards with the home page first, the sources, the article itself."""

from django.db.models import OuterRef, Subquery
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from articles.freshness import of_article
from articles.freshness.page import note
from articles.models import Article, Source
from articles.pages import front_page, listings
from articles.pages.redirects import moved, no_article
from articles.pages.related import beside


@require_safe
def home(request):
    front = front_page.front()
    return render_list(request, "pages/home.html", front.listing, front=front)


@require_safe
def source(request, pk, slug):
    source = get_object_or_404(Source.objects.published(), pk=pk)
    if slug != source.slug:
        return moved(source)
    return render_list(request, "pages/source.html", listings.of_source(source), source=source)


def render_list(request, template, listing, **context):
    context.update(listing=listing, page=listing.page(request.GET))
    return render(request, template, context)


@require_safe
def sources(request):
    newest = Article.objects.published().filter(source=OuterRef("pk")).newest_first()
    sources = Source.objects.alias(newest=Subquery(newest.values("pk")[:1])).filter(newest__isnull=False)
    return render(request, "pages/sources.html", {"sources": sources})


@require_safe
def article(request, pk, slug):
    article = Article.objects.published().for_reading().filter(pk=pk).first()
    if article is None:
        return preview(request, pk) or no_article(request, pk)
    if slug != article.slug:
        return moved(article)
    shown = beside(article)
    note(request, *(of_article(other.pk) for other in shown.articles))
    return render(request, "pages/article.html", {"article": article, "beside": shown})


def preview(request, pk):
    """What readers do not see, as they would, for those who may look at it at the desk; None for others."""
    if not request.user.has_perm("articles.view_article"):
        return None
    article = Article.objects.out_of_trash().for_reading().filter(pk=pk).first()
    if article is None:
        return None
    context = {"article": article, "beside": beside(article), "is_preview": True}
    response = render(request, "pages/article.html", context)
    response["Cache-Control"], response["X-Robots-Tag"] = "private, no-store", "noindex"
    return response
