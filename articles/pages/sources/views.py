"""The sources, and the articles of one."""

from django.db.models import OuterRef, Subquery
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from articles.models import Article, Source
from articles.pages.listings import of_source, render_list
from articles.pages.redirects import moved


@require_safe
def index(request):
    newest = Article.objects.published().filter(source=OuterRef("pk")).newest_first()
    sources = (
        Source.objects.linked().alias(newest=Subquery(newest.values("pk")[:1])).filter(newest__isnull=False)
    )
    return render(request, "pages/sources.html", {"sources": sources})


@require_safe
def source(request, pk, slug):
    source = get_object_or_404(Source.objects.published().linked(), pk=pk)
    if slug != source.slug:
        return moved(source)
    return render_list(request, "pages/source.html", of_source(source), source=source)
