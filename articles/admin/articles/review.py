"""Review links of an article: made, revoked, and what came back by them."""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _

from articles.admin.actions import log_changed
from articles.models import Article, ReviewLink, ReviewNote
from articles.models.row_numbers import row_number


class ReviewViews:
    """For the admin of articles: who may publish shows one outside, who may change it settles notes."""

    def review_urls(self):
        view = self.admin_site.admin_view(self.review_view)
        return [path("<row:pk>/review/", view, name="articles_article_review")]

    def review_view(self, request, pk):
        article = get_object_or_404(Article.objects.out_of_trash(), pk=pk)
        if not self.has_view_permission(request, article):
            raise PermissionDenied
        if request.method != "POST":
            return self._review_page(request, article)
        if "settle" in request.POST:
            self._settle(request, article)
        else:
            self._make_or_revoke(request, article)
        at_desk = request.POST.get("back") == "desk"
        return redirect(reverse("admin:desk_article", args=[pk]) if at_desk else request.path)

    def _review_page(self, request, article):
        links = article.review_links.select_related("made_by").prefetch_related("notes__settled_by")
        context = {
            "article": article,
            "links": [(link, f"{settings.SITE_URL}{link.get_absolute_url()}") for link in links],
            "open": set(ReviewLink.objects.open().filter(article=article).values_list("pk", flat=True)),
            "may_show": self.has_publish_permission(request, article),
            "may_settle": self.has_change_permission(request, article),
        }
        return self._page(request, "articles/article/review", _("Review links"), context)

    def _make_or_revoke(self, request, article):
        if not self.has_publish_permission(request, article):
            raise PermissionDenied
        if "revoke" in request.POST:
            number = row_number(request.POST["revoke"])
            get_object_or_404(article.review_links, pk=number).revoke()
            self.message_user(request, _("The link leads nowhere any more."))
        else:
            ReviewLink.objects.create(article=article, made_by=request.user)
            self.message_user(request, _("The link is ready: send it to one reviewer."))
        log_changed(request, [article], _("review link"))

    def _settle(self, request, article):
        if not self.has_change_permission(request, article):
            raise PermissionDenied
        notes = ReviewNote.objects.filter(link__article=article)
        get_object_or_404(notes, pk=row_number(request.POST["settle"])).settle(request.user)
        self.message_user(request, _("The note is settled; it stays with its link."))


def waiting_notes(article: Article):
    """What reviewers have said of an article and nobody has settled."""
    return ReviewNote.objects.waiting().filter(link__article=article)
