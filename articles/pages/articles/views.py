"""An article's own page, kept by what it is made from."""

from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.freshness import of_article, of_topic
from articles.freshness.page import note
from articles.models import Article
from articles.models.articles.prepared import own, shared
from articles.pages.articles.preview import preview
from articles.pages.articles.related import Stored, stored_beside, topic_of
from articles.pages.articles.topic_cards import Linked, stored_cards
from articles.pages.kept.rows import page
from articles.pages.redirects import moved, no_article


@require_safe
def article(request, pk, slug):
    article = next(iter(read_published(timezone.now(), pk)), None)
    if article is None:
        return preview(request, pk) or no_article(request, pk)
    if slug != article.slug:
        return moved(article)
    beside, linked = stored_beside(article), stored_cards(article)
    note(request, *scopes_of(article, beside, linked))

    def context() -> dict:
        alone = own(article)
        return {"article": alone, "beside": beside.made(alone), "cards": linked.made()}

    return page(request, "pages/article.html", (article.told, beside, linked), context)


@shared
def read_published(now, pk):
    return Article.objects.published(now).for_page().filter(pk=pk)


def scopes_of(article: Article, beside: Stored, linked: Linked):
    """What is shown besides the article that the address names."""
    yield from map(of_article, beside.numbers)
    yield from map(of_topic, linked.numbers)
    if topic := topic_of(article):
        yield of_topic(topic.pk)
