"""The sources, and the articles of one."""

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from articles.models import Source
from articles.pages.listings import of_source, render_list
from articles.pages.redirects import moved


@require_safe
def index(request):
    return render(
        request, "pages/sources.html", {"sources": Source.objects.counted().linked().order_by("name")}
    )


@require_safe
def source(request, pk, slug):
    source = get_object_or_404(Source.objects.counted().linked(), pk=pk)
    if slug != source.slug:
        return moved(source)
    return render_list(request, "pages/source.html", of_source(source), source=source)
