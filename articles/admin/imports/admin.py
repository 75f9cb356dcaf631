"""Raw documents, to be read and never changed. Those without an article are the editors' inbox."""

from pathlib import PurePosixPath
from urllib.parse import unquote

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.http.response import content_disposition_header
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.admin.filters import WaitingFilter
from articles.admin.folded_search import folded_terms
from articles.admin.imports.waiting import read_bytes
from articles.models import Provenance
from articles.text.normalise import tidy


class ProvenanceAdmin(admin.ModelAdmin):
    list_display = ["name", "headline", "article_linked", "stored_at"]
    list_filter = [WaitingFilter]
    list_select_related = ["article"]
    list_per_page = 50
    show_full_result_count = False
    search_fields = ["name"]
    fields = [
        "name", "url", "article_linked", "content_type", "checksum", "size", "retrieved_at", "stored_at",
        "cleaner_version", "reading", "download",
    ]  # fmt: skip
    readonly_fields = fields

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def get_queryset(self, request):
        return super().get_queryset(request).defer("data", "article__body")

    def get_changelist(self, request, **kwargs):
        return Documents

    def get_search_results(self, request, queryset, search_term):
        for term in folded_terms(search_term):
            queryset = queryset.filter(name__icontains=term)
        return queryset, False

    def get_urls(self):
        download = self.admin_site.admin_view(self.download_view)
        name = "articles_provenance_download"
        return [path("<row:pk>/download/", download, name=name), *super().get_urls()]

    def download_view(self, request, pk):
        """The untouched bytes as a file: whatever they are, no browser shall show them as a page of ours."""
        document = get_object_or_404(Provenance, pk=pk)
        if not self.has_view_permission(request, document):
            raise PermissionDenied
        return HttpResponse(
            bytes(document.data),
            headers={
                "Content-Type": "text/plain",
                "Content-Disposition": content_disposition_header(True, file_name(document)),
                "X-Content-Type-Options": "nosniff",
            },
        )

    @admin.display(description=_("headline"))
    def headline(self, document):
        return format_html(
            '<span lang="{}">{}</span>',
            document.parsed.get("language", ""),
            document.parsed.get("headline", ""),
        )

    @admin.display(description=_("article"))
    def article_linked(self, document):
        if document.article is None:
            return _link(reverse("admin:articles_article_import_document", args=[document.pk]), _("waiting"))
        return _link(
            reverse("admin:articles_article_change", args=[document.article_id]), document.article.headline
        )

    @admin.display(description=_("size"))
    def size(self, document):
        return _("%(count)d bytes") % {"count": len(document.data)}

    @admin.display(description=_("what was kept and removed"))
    def reading(self, document):
        if document.article is None:
            return self.article_linked(document)
        address = reverse("admin:articles_article_raw", args=[document.article_id])
        return _link(f"{address}?document={document.pk}", _("Raw beside cleaned"))

    @admin.display(description=_("original"))
    def download(self, document):
        return _link(reverse("admin:articles_provenance_download", args=[document.pk]), _("Download"))


class Documents(ChangeList):
    """Reads what the headlines of short documents are packed beside, and no other bytes."""

    def get_results(self, request):
        super().get_results(request)
        self.result_list = list(self.result_list)
        read_bytes(self.result_list)


def file_name(document: Provenance) -> str:
    """The last part of a document's path or address, fit to name a file."""
    last = PurePosixPath(unquote(document.name.partition("?")[0])).name
    return tidy(last)[-100:] or f"document-{document.pk}"


def _link(address, text):
    return format_html('<a href="{}">{}</a>', address, text)
