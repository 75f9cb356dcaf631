"""The article itself."""

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from articles.models import Article
from articles.pages.redirects import moved
from articles.pages.related import copies_of, related_to


@require_safe
def article(request, pk, slug):
    published = Article.objects.published()
    article = get_object_or_404(published.for_reading(), pk=pk)
    if slug != article.slug:
        return moved(article)
    neighbours = published.leads().only("headline", "borrowed", "language", "slug")
    return render(
        request,
        "pages/article.html",
        {
            "article": article,
            "copies": copies_of(article),
            "related": related_to(article),
            "older": neighbours.older_than(article).first(),
            "newer": neighbours.newer_than(article).first(),
        },
    )
