"""Writing a body beside the page as readers will see it: what the form's script asks the server for."""

from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.template.loader import render_to_string
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles.admin.articles.punctuation import full_width
from articles.ingest.storage.pictures import store_picture
from articles.rendering import UnrenderableBody, render_body
from articles.text.diff.side_by_side import KEPT, paragraph_diff

MOST_BYTES = 20 * 1024 * 1024  # of a picture: a camera's largest


class WritingViews:
    """For the admin of articles."""

    def writing_urls(self):
        view = self.admin_site.admin_view
        return [
            path("body/", view(self.body_view), name="articles_article_body"),
            path("picture/", view(self.picture_view), name="articles_article_picture"),
            path("punctuation/", view(self.punctuation_view), name="articles_article_punctuation"),
        ]

    @method_decorator(require_POST)
    def body_view(self, request):
        """The body as it stands in the form, rendered and not saved."""
        self._require_writer(request)
        try:
            return JsonResponse({"body": render_body(request.POST.get("body", "")).html, "error": ""})
        except UnrenderableBody as error:
            return JsonResponse({"body": "", "error": str(error)})

    @method_decorator(require_POST)
    def picture_view(self, request):
        """Keep a picture that was dropped in; its address, or in words why it cannot be shown."""
        self._require_writer(request)
        file = request.FILES.get("picture")
        if file is None or file.size > MOST_BYTES:
            return JsonResponse({"error": _("Choose a picture of at most 20 MB.")}, status=400)
        try:
            return JsonResponse({"address": store_picture(file.read())})
        except ValueError as error:
            told = _("%(name)s cannot be used: %(reason)s") % {"name": file.name, "reason": error}
            return JsonResponse({"error": told}, status=400)

    @method_decorator(require_POST)
    def punctuation_view(self, request):
        """The body with full-width marks, and the paragraphs that this would change."""
        self._require_writer(request)
        typed = request.POST.get("body", "").replace("\r\n", "\n")
        text = full_width(typed, request.POST.get("language", ""))
        changed = [paragraph for paragraph in paragraph_diff(typed, text) if paragraph.kind != KEPT]
        html = render_to_string("admin/articles/article/_punctuation.html", {"paragraphs": changed})
        return JsonResponse({"text": text, "changes": html if changed else ""})

    def _require_writer(self, request):
        if not (self.has_change_permission(request) or self.has_add_permission(request)):
            raise PermissionDenied
