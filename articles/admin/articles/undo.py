"""Taking back, once, what was just done to articles: the message that tells of it carries the button."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.middleware.csrf import get_token
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.crypto import constant_time_compare, get_random_string
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from articles.admin.articles.history import put_back, stored
from articles.admin.permissions import EDITORS_OWN
from articles.models import Article, EditConflict

KEPT = "undo"  # in the session: the last action that can be taken back
BUTTON = (
    '{} <form method="post" action="{}" class="undo">'
    '<input type="hidden" name="csrfmiddlewaretoken" value="{}">'
    '<button type="submit" name="undo" value="{}" class="quiet">{}</button></form>'
)


def offer(modeladmin, request, told, before: dict, level=messages.SUCCESS) -> None:
    """Tell what was done, and keep what it replaced until the next such action.

    before: by article, the fields that changed with what stood there, as `ArticleChange` names them.
    """
    if before:
        key = get_random_string(16)
        done = [[article.pk, values, now(article, values)] for article, values in before.items()]
        request.session[KEPT] = {"key": key, "done": done}
        address = reverse("admin:articles_article_undo")
        told = format_html(BUTTON, told, address, get_token(request), key, _("Undo"))
    modeladmin.message_user(request, told, level)


def now(article: Article, fields) -> list:
    """What would be different if somebody had done more to the article since."""
    return [article.version, *(str(stored(article, name)) for name in fields)]


class UndoViews:
    """For the admin of articles: one address for every action that can be taken back."""

    def undo_urls(self):
        return [path("undo/", self.admin_site.admin_view(self.undo_view), name="articles_article_undo")]

    @method_decorator(require_POST)
    def undo_view(self, request):
        kept = request.session.pop(KEPT, None)
        if not kept or not constant_time_compare(kept["key"], request.POST.get("undo", "")):
            self.message_user(request, _("This can be undone no longer."), messages.WARNING)
        else:
            undone = [pk for pk, before, after in kept["done"] if self._undo(request, pk, before, after)]
            self._tell_undone(request, len(undone), len(kept["done"]))
        return redirect("admin:articles_article_changelist")

    def _undo(self, request, pk, before, after) -> bool:
        """Whether the article is as it was; it is not when somebody has done more to it since."""
        article = Article.objects.filter(pk=pk).first()
        if article is None or now(article, before) != after or not self._may_undo(request, article, before):
            return False
        try:
            put_back(article, before, request.user)
        except (EditConflict, ValidationError):
            return False
        return True

    def _may_undo(self, request, article, before) -> bool:
        is_editors = before.get("status") in EDITORS_OWN
        allowed = self.has_change_permission(request, article)
        return allowed and (not is_editors or self.has_publish_permission(request, article))

    def _tell_undone(self, request, undone: int, of: int):
        if undone:
            told = ngettext("%d article is as it was.", "%d articles are as they were.", undone)
            self.message_user(request, told % undone, messages.SUCCESS)
        if left := of - undone:
            told = ngettext(
                "%d article has been changed since and was left as it is.",
                "%d articles have been changed since and were left as they are.",
                left,
            )
            self.message_user(request, told % left, messages.WARNING)
