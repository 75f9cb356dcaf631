"""Preview: an article as readers would see it by what stands in its form, of which nothing is saved."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils import timezone

from articles.discovery.links import link_as_typed
from articles.models import Article, Tag
from articles.models.articles.rendering import ArticleRendering, rendered
from articles.models.topics.label import folded_name
from articles.models.topics.tag import split_tags
from articles.pages.articles.preview import unsaved
from articles.rendering import UnrenderableBody

AS_TYPED = ("headline", "standfirst", "body")  # shown though the form would refuse them


class PreviewViews:
    """For the admin of articles."""

    def preview_urls(self):
        view = self.admin_site.admin_view(self.preview_view)
        name = "articles_article_preview"
        return [path("preview/", view, name=f"{name}_new"), path("<row:pk>/preview/", view, name=name)]

    def preview_view(self, request, pk=None):
        """Asked for without a form, as by a link to another language, it leads to the form."""
        stored = Article.objects.out_of_trash().select_related("source", "rendering")
        article = get_object_or_404(stored, pk=pk) if pk else None
        if not self._may_write(request, article):
            raise PermissionDenied
        if request.method != "POST":
            form = ("change", pk) if pk else ("add",)
            return redirect(f"admin:articles_article_{form[0]}", *form[1:])
        form = self.get_form(request, article, change=pk is not None)(request.POST, instance=article)
        article, topics = as_typed(form)
        error = render_as_typed(article, [tag for tag in topics if tag.pk])
        return unsaved(request, article, topics, error)

    def _may_write(self, request, article):
        return self.has_change_permission(request, article) if article else self.has_add_permission(request)


def as_typed(form) -> tuple[Article, list[Tag]]:
    """The article of a form and its topics, complete or not; new topics are not made."""
    form.is_valid()
    article = form.instance
    for name in set(AS_TYPED) & set(form.errors):
        setattr(article, name, form[name].value() or "")
    article.created_at = article.created_at or timezone.now()
    names = split_tags(form["tags"].value() or "")
    known = Tag.objects.known(names)
    found = [known.get(folded_name(name)) or Tag(name=name) for name in names]
    return article, list(dict.fromkeys(tag for tag in found if tag.pk)) + [tag for tag in found if not tag.pk]


def render_as_typed(article: Article, topics: list[Tag]) -> str:
    """Give an article the rendering of its words, with links to topics. Why there is none, or ""."""
    corrections = article.rendering.corrections if article.pk else []
    article.pk = article.pk or 0  # pages ask for a number; no row has this one
    article.rendering = ArticleRendering(article=article, corrections=corrections)
    try:
        for name, value in rendered(article).items():
            setattr(article.rendering, name, value)
    except UnrenderableBody as error:
        return str(error)
    link_as_typed(article, topics)
    return ""
