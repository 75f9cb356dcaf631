"""Articles for review are taken by whoever opens them to publish them; another may take them over."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles.models import Taking
from articles.models.articles.article import Status


class TakingViews:
    """For the admin of articles."""

    def taking_urls(self):
        take = self.admin_site.admin_view(self.take_view)
        return [path("<row:pk>/take/", take, name="articles_article_take")]

    @method_decorator(require_POST)
    def take_view(self, request, pk):
        """Take an article over from whoever has it, who is told when they save."""
        article = self._publishable(request, pk)
        had = article.taken
        Taking.objects.take(article, request.user, over=True)
        told = _("You have this article now.")
        if had and had.by != request.user:
            told = _("You have taken this article over from %(name)s.") % {"name": had.by.get_username()}
        self.message_user(request, told, messages.SUCCESS)
        return redirect("admin:articles_article_change", article.pk)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj and obj.status == Status.REVIEW and self.has_publish_permission(request, obj):
            context["taking"] = Taking.objects.take(obj, request.user)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        had = getattr(obj, "taking", None) if form.initial.get("status") == Status.REVIEW else None
        if had and had.is_current and had.by != request.user:
            told = _("It is saved; %(name)s has taken this article meanwhile.")
            self.message_user(request, told % {"name": had.by.get_username()}, messages.WARNING)
