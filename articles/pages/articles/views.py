"""An article's own page, kept by what it is made from."""

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from articles.freshness import of_article, of_topic
from articles.freshness.page import note
from articles.models import Article
from articles.models.articles.prepared import left_at, own, shared
from articles.pages.articles.citation import today
from articles.pages.articles.preview import preview
from articles.pages.articles.related import Stored, stored_beside, topic_of
from articles.pages.articles.topic_cards import Linked, stored_cards
from articles.pages.context_processors import Site
from articles.pages.redirects import moved, no_article
from articles.pages.scripts import ReadAsItIs, html_to_read


@require_safe
def article(request, pk, slug):
    article = next(iter(read_published(timezone.now(), pk)), None)
    if article is None:
        return preview(request, pk) or no_article(request, pk)
    if slug != article.slug:
        return moved(article)
    site, beside, linked = Site(request), stored_beside(article), stored_cards(article)
    note(request, *scopes_of(article, beside, linked))
    # Whatever else stands on the page is the article's own, or the site's, and moves on with its names.
    made_from = site.names.version, site.address, today(), beside, linked

    def written():
        return page(request, own(article), beside, linked)

    return ReadAsItIs(left_at(article, f"page in {get_language()}", made_from, written))


@shared
def read_published(now, pk):
    return Article.objects.published(now).for_page().filter(pk=pk)


def scopes_of(article: Article, beside: Stored, linked: Linked):
    """What is shown besides the article that the address names."""
    yield from map(of_article, beside.numbers)
    yield from map(of_topic, linked.numbers)
    if topic := topic_of(article):
        yield of_topic(topic.pk)


def page(request, article: Article, beside: Stored, linked: Linked) -> bytes:
    context = {"article": article, "beside": beside.made(article), "cards": linked.made()}
    return html_to_read(render_to_string("pages/article.html", context, request)).encode()
