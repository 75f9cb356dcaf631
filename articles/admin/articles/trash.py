"""The trash: what is deleted lies here with all that belongs to it, and comes back under the same address."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.admin import actions
from articles.models import Article, ArticleChange
from articles.models.articles.article import Status
from articles.models.articles.queryset import DAYS_IN_TRASH
from articles.models.row_numbers import row_number

MOST_SHOWN = 200  # on one page; who throws away more in 30 days empties the trash


class Trash:
    """For the admin of articles: deleting moves to the trash; emptying it is for those who may destroy."""

    def get_queryset(self, request):
        return super().get_queryset(request).out_of_trash()

    def get_actions(self, request):
        found = super().get_actions(request)
        found.pop("delete_selected", None)
        return found

    def trash_urls(self):
        return [path("trash/", self.admin_site.admin_view(self.trash_view), name="articles_article_trash")]

    def delete_view(self, request, object_id, extra_context=None):
        """In place of Django's, which lists every row that would be lost: nothing is."""
        article = get_object_or_404(self.get_queryset(request), pk=row_number(object_id))
        if not (
            self.has_delete_permission(request, article) and self.has_change_permission(request, article)
        ):
            raise PermissionDenied
        if request.method == "POST":
            return self._throw_away(request, article)
        context = {"article": article, "days": DAYS_IN_TRASH.days}
        return self._page(request, "articles/article/throw_away", _("Move to the trash"), context)

    def _throw_away(self, request, article):
        if not actions.change_status(self, request, article, Status.TRASH):
            return redirect(request.path)
        told = format_html(
            _('“{}” lies in the trash. <a href="{}">Take it out again</a>'),
            article.headline,
            reverse("admin:articles_article_trash"),
        )
        self.message_user(request, told, messages.SUCCESS)
        return redirect("admin:articles_article_changelist")

    def give_words_back(self, request, object_id):
        """What was thrown away is taken out again, and sent once more."""
        article = Article.objects.in_trash().filter(pk=row_number(object_id)).first()
        if article is None:
            return super().give_words_back(request, object_id)
        told = _("“%(headline)s” was moved to the trash while you wrote.") % {"headline": article.headline}
        ways = {"sent_again": request.get_full_path()}
        if self.has_delete_permission(request):
            trash = reverse("admin:articles_article_trash")
            ways["leads_to"] = trash, _("Take it out of the trash, then send them again.")
        return self.gone(request, told, **ways)

    def trash_view(self, request):
        """What lies in the trash, newest first; taking out, and emptying in two steps."""
        if not self.has_delete_permission(request):
            raise PermissionDenied
        if "take_out" in request.POST:
            return self._take_out(request)
        if "empty" in request.POST:
            return self._empty(request)
        thrown = Article.objects.in_trash()
        changes = Prefetch("changes", ArticleChange.objects.select_related("by").defer("before"))
        shown = thrown.defer("body").order_by("-updated_at").prefetch_related(changes)[:MOST_SHOWN]
        context = {"articles": shown, "count": thrown.count(), "days": DAYS_IN_TRASH.days}
        context["may_empty"] = request.user.has_perm("articles.destroy_article")
        return self._page(request, "articles/article/trash", _("Trash"), context)

    def _take_out(self, request):
        article = get_object_or_404(Article.objects.in_trash(), pk=row_number(request.POST["take_out"]))
        before = article.changes.filter(before__has_key="status").first()
        status = before.before["status"] if before else Status.DRAFT
        status = status if self.has_publish_permission(request) else Status.DRAFT
        if not actions.change_status(self, request, article, status):
            return redirect("admin:articles_article_trash")
        told = _("“%(headline)s” is back as it was.") % {"headline": article.headline}
        self.message_user(request, told, messages.SUCCESS)
        return redirect("admin:articles_article_change", article.pk)

    def _empty(self, request):
        """Asked twice: the first press leads to the question, the second needs its box ticked."""
        if not request.user.has_perm("articles.destroy_article"):
            raise PermissionDenied
        thrown = Article.objects.in_trash()
        count = thrown.count()
        if "sure" not in request.POST:
            title = _("Empty the trash")
            return self._page(request, "articles/article/empty_trash", title, {"count": count})
        thrown.delete()
        told = ngettext("%d article is gone for good.", "%d articles are gone for good.", count) % count
        self.message_user(request, told, messages.SUCCESS)
        return redirect("admin:articles_article_trash")
