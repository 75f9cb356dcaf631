"""An article as readers would see it, for people of the desk: what is stored, and what stands in a form."""

from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from articles.models import Article, Summary
from articles.pages.articles.related import NOTHING, beside
from articles.pages.articles.topic_cards import topic_cards
from articles.pages.scripts import html_to_read


def preview(request, pk):
    """What readers do not see, for those who may look at it at the desk; None for others."""
    if not request.user.has_perm("articles.view_article"):
        return None
    article = Article.objects.out_of_trash().for_page().filter(pk=pk).first()
    if article is None:
        return None
    show_proposed(article)
    response = render(request, "pages/article.html", shown(article))
    response["Cache-Control"], response["X-Robots-Tag"] = "private, no-store", "noindex"
    return response


def unsaved(request, article: Article, topics: list, error: str) -> HttpResponse:
    """An article as it is typed, with what is stored besides. Its number is 0 where nothing is.

    error: why its body cannot be shown, or "".
    """
    show_proposed(article)
    have_read(article, tags=[tag for tag in topics if tag.pk])
    context = shown(article) | {"is_unsaved": True, "error": error}
    have_read(article, tags=topics)
    return HttpResponse(html_to_read(render_to_string("pages/unsaved.html", context, request)))


def shown(article: Article) -> dict:
    """What the page's template asks for."""
    around = beside(article) if article.pk else NOTHING
    return {"article": article, "beside": around, "cards": topic_cards(article), "is_preview": True}


def show_proposed(article: Article) -> None:
    """Give an article its summaries as they stand at the desk, for reading; none of them is saved so."""
    have_read(article, summaries=proposed_summaries(article))


def have_read(article: Article, **rows: list) -> None:
    """Let it have these, by the name of its manager, in place of what is stored."""
    vars(article).setdefault("_prefetched_objects_cache", {}).update(rows)


def proposed_summaries(article: Article) -> list:
    """All that has words, published or not."""
    summaries = [each for each in Summary.objects.filter(article=article.pk) if each.proposed]
    for each in summaries:
        words = each.proposed
        each.article = article
        each.headline, each.text, each.points = words.headline, words.text, "\n".join(words.points)
    return summaries
