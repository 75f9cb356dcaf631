"""An article's own page."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.freshness import of_article, of_topic
from articles.freshness.page import note
from articles.models import Article
from articles.models.articles.prepared import prepared
from articles.pages.articles.preview import preview
from articles.pages.articles.related import beside
from articles.pages.articles.topic_cards import topic_cards
from articles.pages.redirects import moved, no_article


@require_safe
def article(request, pk, slug):
    article = next(iter(read_published(timezone.now(), pk)), None)
    if article is None:
        return preview(request, pk) or no_article(request, pk)
    if slug != article.slug:
        return moved(article)
    shown, cards = beside(article), topic_cards(article)
    note(request, *(of_article(other.pk) for other in shown.articles))
    note(request, *(of_topic(card.tag.pk) for card in cards))
    if shown.topic:
        note(request, of_topic(shown.topic.pk))
    return render(request, "pages/article.html", {"article": article, "beside": shown, "cards": cards})


@prepared
def read_published(now, pk):
    return Article.objects.published(now).for_page().filter(pk=pk)
